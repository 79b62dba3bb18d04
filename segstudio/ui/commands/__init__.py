"""What the actions do, one concern each; the window connects them."""
