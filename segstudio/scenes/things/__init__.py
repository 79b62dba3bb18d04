"""Houses, vehicles, people, plants, furniture: what stands in a scene."""
