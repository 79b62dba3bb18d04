"""segstudio: a desktop studio for semantic segmentation."""

__version__ = "0.1.0"
