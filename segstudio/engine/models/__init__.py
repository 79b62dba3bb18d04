"""The model in its worker thread, and what asks it for predictions."""
