"""Small widgets that lie on the canvas."""
