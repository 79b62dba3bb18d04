"""The panel that looks inside the model in use."""
