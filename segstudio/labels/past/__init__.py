"""What was done: undo within a byte budget, and the crash journal."""
