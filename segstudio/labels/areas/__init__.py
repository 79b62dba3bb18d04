"""Pure functions from what was pointed at to an area of pixels; some also say what becomes of it."""
