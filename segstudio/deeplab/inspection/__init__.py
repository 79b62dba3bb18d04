"""Seeing inside: what holds for a network whatever the image shows, and why one pixel got its class."""
