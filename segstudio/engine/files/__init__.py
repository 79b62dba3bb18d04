"""Files of a project and of its user: where they lie, what they say, and how they are replaced safely."""
