"""Confusion matrices and the scores computed from them. numpy and OpenCV only."""
