"""What a session offers, one concern each: owned by the GUI thread, their work done in the pool."""
