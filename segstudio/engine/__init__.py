"""Threads, the project folder and the session behind the window. No Qt.

`session` is the door of a window, or of a test; `coordinator` joins its parts, each of which is a desk (`desks/`). Below them:
`evaluation/` (who is compared with whom, and what comes of it), `models/` (the model in its worker), `editing/` (one image from
the disk to the brush and back) and `files/` (everything that lies on the disk). What runs off the calling thread is a job
(`jobs`).
"""
