"""The window: PySide6 and pyqtgraph. Shows the engine's session and emits what people want of it."""
