"""What the status bar says about the canvas: the tool at hand and its gestures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from segstudio.labels.tools import ToolSpec

_HINTS = {
    "brush": "Drag to paint {name} · right drag erases · Shift: straight line · Alt + wheel: size",
    "eraser": "Drag to erase back to empty · Shift: straight line · Alt + wheel: size",
    "restore": "Drag to bring the prediction back · right drag erases · Alt + wheel: size",
    "confirm": "Drag over what is right to count it as reviewed · right drag erases · Alt + wheel: size",
    "polygon": "Click the corners of {name} · double-click or Return closes · Backspace takes one back",
    "fill": "Click a region to make it {name} · right click picks a class",
    "confirm_region": "Click a region that is right to count it as reviewed · right click picks a class",
    "pick": "Click a pixel to paint its class",
}


def tool_hint(spec: ToolSpec, class_name: str) -> str:
    """What can be done with this tool now, in one line."""
    text = QCoreApplication.translate("Canvas", _HINTS[spec.id])
    return text.replace("{name}", class_name)


def stroke_hint() -> str:
    return QCoreApplication.translate("Canvas", "Escape takes the stroke back")


def polygon_hint(corners: int) -> str:
    if corners < 3:
        text = QCoreApplication.translate(
            "Canvas", "Click the next corner · Backspace takes one back · Escape cancels"
        )
    else:
        text = QCoreApplication.translate(
            "Canvas", "Return, double-click or the first corner closes · Escape cancels"
        )
    return text


def not_ready_hint(loading: bool) -> str:
    if loading:
        return QCoreApplication.translate(
            "Canvas", "The image is still loading: it can be painted in a moment"
        )
    return QCoreApplication.translate("Canvas", "Open a folder of images to paint")


def empty_layer_hint(layer: str) -> str:
    """Why a layer shows nothing."""
    if layer == "label":
        return QCoreApplication.translate("Canvas", "This image has no saved label yet")
    return QCoreApplication.translate("Canvas", "The model has not predicted this image yet")
