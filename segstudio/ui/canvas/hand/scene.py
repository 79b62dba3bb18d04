"""What tools may look at: read from the session at the moment when a tool is asked."""

from __future__ import annotations

from dataclasses import replace

from segstudio.labels.context import ToolContext
from segstudio.ui.canvas.gestures.grip import Scene
from segstudio.ui.canvas.source import CanvasSource


def scene_of(session: CanvasSource) -> Scene:
    """Fills image and prediction of the current image into a context."""

    def fill(context: ToolContext) -> ToolContext:
        return replace(context, image=session.image, prediction=session.prediction_label)

    return fill
