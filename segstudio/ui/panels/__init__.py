"""The panels around the canvas: images, classes, tools, their options, jobs."""
