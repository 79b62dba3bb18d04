"""What can be said of an area: a class, nothing, the model's proposal, agreement. Pure functions to a change."""

from __future__ import annotations

from segstudio.core.arrays import Plane
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, of_proposal
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change


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
    proposed = prediction[area.rect.slices]
    return Change(area, proposed, of_proposal(proposed, ignore_index))


def confirm(area: Area, label_map: LabelMap) -> Change:
    """A person agrees with what stands there; empty pixels stay empty."""
    part = area.rect.slices
    return Change(area.where(label_map.provenance[part] != EMPTY), label_map.label[part].copy(), CONFIRMED)


def nothing() -> Change:
    """A gesture that says nothing."""
    return Change(Area.nothing(), 0, EMPTY)


def pick_class(label_map: LabelMap, x: int, y: int) -> int | None:
    """The class id at a pixel; None outside the map and where it is empty."""
    height, width = label_map.shape
    if not (0 <= x < width and 0 <= y < height) or label_map.provenance[y, x] == EMPTY:
        return None
    return int(label_map.label[y, x])
