"""One evaluation, written as JSON, CSV and HTML. No Qt, no torch, no threads."""
