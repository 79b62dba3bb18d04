"""The canvas: the image, the mask over it, and the hand that corrects it. `view.CanvasView` is the widget."""
