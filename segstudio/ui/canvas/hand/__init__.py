"""What a hand does over the canvas, and what is drawn for it: gestures in the making, previews, waiting answers."""
