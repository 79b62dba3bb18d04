"""What the status bar says about the canvas: the tool at hand and its gestures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from segstudio.labels.options import Need, Value
from segstudio.labels.tools import ToolSpec
from segstudio.ui.canvas.gestures.box import BoxGesture
from segstudio.ui.canvas.gestures.lasso import LassoGesture
from segstudio.ui.canvas.gestures.polygon import PolygonGesture
from segstudio.ui.canvas.gestures.scribble import ScribbleGesture
from segstudio.ui.canvas.hand.hand import AnyGesture

_TIP = "Alt + wheel: size"
_HINTS = {
    "brush": f"Drag to paint {{name}} · right drag erases · Shift: straight line · {_TIP}",
    "eraser": f"Drag to erase back to empty · Shift: straight line · {_TIP}",
    "restore": f"Drag to bring the prediction back · right drag erases · {_TIP}",
    "confirm": f"Drag over what is right to count it as reviewed · right drag erases · {_TIP}",
    "confirm_region": "Click a region that is right to count it as reviewed · right click picks a class",
    "reassign": "Click a region: it takes the class around it · right click picks a class",
    "replace_class": "Click a class: all of it becomes {name} · right click picks a class",
    "pick": "Click a pixel to paint its class",
    "smart_brush": f"Drag to paint {{name}} where the model agrees · Shift + wheel: how much · {_TIP}",
    "superpixel": f"Drag to paint patches of like colour {{name}} · right drag erases · {_TIP}",
    "second_choice": "Click a wrong region: it takes the model's second choice · again: the first",
    "previous": "Click to take the region of the image before, with its class",
    "grabcut": "Drag a box around something: it is cut out and becomes {name}",
    "snap": "Draw roughly around something: the outline moves onto the edge and {name} fills it",
}
"""Of tools whose gesture and mode do not say it all."""
_SELECTING = " · Shift adds · Alt takes away"
_BY_KIND = {
    "stroke": f"{{tool}}: drag to {{mode}} · right drag erases · {_TIP}",
    "polygon": "{tool}: click the corners to {mode} · double-click or Return closes · Backspace takes one back",
    "lasso": "{tool}: draw around an area to {mode} · right drag erases",
    "box": "{tool}: drag from corner to corner to {mode} · Shift: equal sides · Alt: from the middle",
    "click": "{tool}: click to {mode} · right click picks a class",
    "scribble": "Draw marks of the classes, right drag: leave as it is · Return answers · Backspace takes one back",
    "whole": "",
}
_MODES = {
    "paint": "paint {name}",
    "erase": "erase",
    "restore": "restore the prediction",
    "confirm": "confirm",
    "select": "select",
}
_MISSING: Mapping[Need, str] = {
    "image": "This tool looks at the image, which is not there yet",
    "prediction": "This tool needs the model's prediction, which is not there yet",
    "model": "This tool needs the model's probabilities, which are not there yet",
    "previous": "This tool needs a label of the image before, which has none",
}


def tool_hint(spec: ToolSpec, class_name: str, options: Mapping[str, Value]) -> str:
    """What can be done with this tool now, in one line."""
    mode = str(options.get("mode", "paint"))
    if spec.id in _HINTS and mode == "paint":
        text = _tr(_HINTS[spec.id])
    else:
        text = (
            _tr(_BY_KIND[spec.kind])
            .replace("{mode}", _tr(_MODES[mode]))
            .replace("{tool}", QCoreApplication.translate("Actions", spec.title))
        )
        if mode == "select":
            text = text.split(" · ")[0] + _tr(_SELECTING)
    return text.replace("{name}", class_name)


def gesture_hint(gesture: AnyGesture) -> str:
    """How the open gesture goes on."""
    if isinstance(gesture, PolygonGesture) and not gesture.can_close:
        return _tr("Click the next corner · Backspace takes one back · Escape cancels")
    if isinstance(gesture, PolygonGesture):
        return _tr("Return, double-click or the first corner closes · Escape cancels")
    if isinstance(gesture, LassoGesture):
        return _tr("Let go to close the line · Escape cancels")
    if isinstance(gesture, BoxGesture):
        return _tr("Shift: equal sides · Alt: from the middle · Escape cancels")
    if isinstance(gesture, ScribbleGesture):
        return _tr("Return takes the result · Backspace takes the last mark back · Escape cancels")
    return _tr("Escape takes the stroke back")


def missing_hint(need: Need) -> str:
    """Why the tool cannot work now."""
    return _tr(_MISSING[need])


def working_hint(title: str) -> str:
    """While something is worked out in the background."""
    said = QCoreApplication.translate("Steps", title)
    return _tr("{tool} is being worked out · Escape stops it").replace("{tool}", said)


def waiting_hint(count: int) -> str:
    """While what was done waits for what was done before it."""
    return _tr("Waiting to be painted: {count} · undo takes the last one back · Escape stops all").replace(
        "{count}", str(count)
    )


def not_ready_hint(loading: bool) -> str:
    if loading:
        return _tr("The image is still loading: it can be painted in a moment")
    return _tr("Open a folder of images to paint")


def empty_layer_hint(layer: str, *, by_model: bool = True) -> str:
    """Why a layer shows nothing. `by_model`: whether the model's prediction is what is compared."""
    if layer == "label":
        return _tr("This image has no saved label yet")
    if not by_model:
        return _tr("The folder that is compared has no label for this image")
    return _tr("The model has not predicted this image yet")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Canvas", text)
