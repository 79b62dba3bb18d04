"""What a label map is and how it changes: no threads, no Qt, no files but the crash journal."""
