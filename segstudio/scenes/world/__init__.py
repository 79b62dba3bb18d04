"""Camera, light, ground and canvas: what every thing in a scene is drawn with."""
