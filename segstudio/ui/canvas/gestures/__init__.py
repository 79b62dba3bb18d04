"""What a hand does with a tool, in image coordinates and without Qt: one file for every kind of gesture.

Each turns points into a `labels.context.Gesture`; the tool's row in the table answers it with a change.
"""
