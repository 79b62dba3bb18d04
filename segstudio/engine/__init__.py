"""Threads, the project folder and the session behind the window. No Qt."""
