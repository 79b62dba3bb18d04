"""Values that every layer speaks: classes, rectangles, images, label files, errors. No Qt, no torch."""
