"""Weights on disk: reading what any program wrote, fetching it, and never running code from it."""
