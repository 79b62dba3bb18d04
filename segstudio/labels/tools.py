"""The tools: what each is called and does. Pure functions from a gesture's area to a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.label_map import LabelMap, Plane
from segstudio.labels.patch import Area, Change

ToolKind = Literal["stroke", "polygon", "click"]
"""The gesture: a drag that paints on the way, corners closed by a double click, or one click on a region."""


@dataclass(frozen=True, slots=True)
class ToolContext:
    """What an effect may need besides the area."""

    label_map: LabelMap
    class_id: int
    prediction: Plane | None = None
    """uint8 H×W, mapped to the class table of the project; None while there is none."""


Effect = Callable[[Area, ToolContext], Change]


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """One row of the table of tools."""

    id: str
    title: str
    kind: ToolKind
    effect: Effect | None
    """None: the tool changes nothing (it picks a class)."""
    step: str
    """The name of its steps in the history."""
    icon: str
    """A Material Design icon as qtawesome names it."""
    shortcut: str
    help: str


def paint(area: Area, class_id: int) -> Change:
    """A person says: this class. With the ignore index: void on purpose."""
    return Change(area, class_id, HUMAN)


def erase(area: Area, ignore_index: int) -> Change:
    """Back to empty: nobody has said anything."""
    return Change(area, ignore_index, EMPTY)


def restore(area: Area, prediction: Plane | None, ignore_index: int) -> Change:
    """Back to the model's proposal (uint8 H×W of the whole image), or to empty where there is none."""
    if prediction is None:
        return erase(area, ignore_index)
    return Change(area, prediction[area.rect.slices], MODEL)


def confirm(area: Area, label_map: LabelMap) -> Change:
    """A person agrees with what stands there; empty pixels stay empty."""
    part = area.rect.slices
    return Change(area.where(label_map.provenance[part] != EMPTY), label_map.label[part].copy(), CONFIRMED)


def pick_class(label_map: LabelMap, x: int, y: int) -> int | None:
    """The class id at a pixel; None outside the map and where it is empty."""
    height, width = label_map.shape
    if not (0 <= x < width and 0 <= y < height) or label_map.provenance[y, x] == EMPTY:
        return None
    return int(label_map.label[y, x])


def _paint(area: Area, context: ToolContext) -> Change:
    return paint(area, context.class_id)


def _erase(area: Area, context: ToolContext) -> Change:
    return erase(area, context.label_map.ignore_index)


def _restore(area: Area, context: ToolContext) -> Change:
    return restore(area, context.prediction, context.label_map.ignore_index)


def _confirm(area: Area, context: ToolContext) -> Change:
    return confirm(area, context.label_map)


TOOLS: tuple[ToolSpec, ...] = (
    ToolSpec(
        "brush", "Brush", "stroke", _paint, "Brush stroke", "mdi6.brush", "B",
        "Paint the active class.",
    ),
    ToolSpec(
        "eraser", "Eraser", "stroke", _erase, "Erase", "mdi6.eraser", "E",
        "Back to empty: a later prediction may fill it.",
    ),
    ToolSpec(
        "restore", "Restore prediction", "stroke", _restore, "Restore prediction", "mdi6.backup-restore", "T",
        "Take your paint away and bring the model's proposal back.",
    ),
    ToolSpec(
        "confirm", "Confirm", "stroke", _confirm, "Confirm", "mdi6.check-decagram-outline", "C",
        "Agree with what stands there: it counts as reviewed, and no later prediction changes it.",
    ),
    ToolSpec(
        "polygon", "Polygon", "polygon", _paint, "Polygon", "mdi6.vector-polygon", "P",
        "Click corners; a double click or Return fills the polygon with the active class.",
    ),
    ToolSpec(
        "fill", "Fill region", "click", _paint, "Fill region", "mdi6.format-color-fill", "F",
        "Give a connected region of one class the active class.",
    ),
    ToolSpec(
        "confirm_region", "Confirm region", "click", _confirm, "Confirm region", "mdi6.check-all", "Shift+C",
        "Agree with a whole connected region of one class.",
    ),
    ToolSpec(
        "pick", "Pick class", "click", None, "", "mdi6.eyedropper", "I",
        "Make the class under the pointer the active one.",
    ),
)  # fmt: skip

_BY_ID = {spec.id: spec for spec in TOOLS}


def tool(tool_id: str) -> ToolSpec:
    """The row of that id. Raises KeyError when there is none."""
    return _BY_ID[tool_id]
