"""What a hand protects: only over one class, only unlabelled, never over locked classes, only inside the selection.

`restrict` is the one place where these are kept; every tool's change goes through it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from segstudio.core.arrays import Mask
from segstudio.core.provenance import EMPTY, reviewed
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change


@dataclass(frozen=True, slots=True)
class Modifiers:
    """A pixel changes only if all of these allow it, by what it holds before the change."""

    only_class: int | None = None
    """Only pixels that hold this class now (the ignore index: void on purpose, not empty)."""
    only_unlabelled: bool = False
    """Only pixels that no person has painted or confirmed."""
    locked: frozenset[int] = frozenset()
    """Pixels that hold one of these classes now do not change, neither label nor provenance. Other pixels may
    become such a class."""
    selection: Area | None = None
    """Only pixels of this area; None: everywhere."""

    @property
    def free(self) -> bool:
        """Whether everything is allowed."""
        return (
            self.only_class is None
            and not self.only_unlabelled
            and not self.locked
            and self.selection is None
        )


def restrict(change: Change, label_map: LabelMap, modifiers: Modifiers) -> Change:
    """The part of `change` that the modifiers allow on this map. It must be applied before the map changes again.

    Work and memory follow the change's rectangle; the selection cuts that first.
    """
    if modifiers.free or change.area.rect.empty:
        return change
    if modifiers.selection is not None:
        change = _cut(change, modifiers.selection)
        if change.area.rect.empty:
            return change
    allowed = _allowed(change.area, label_map, modifiers)
    return change if allowed is None else replace(change, area=change.area.where(allowed))


def _cut(change: Change, selection: Area) -> Change:
    """`change` inside `selection`."""
    rect = change.area.rect.intersect(selection.rect)
    if rect.empty:
        return Change(Area.nothing(), 0, EMPTY)
    chosen = selection.mask[rect.translate(-selection.rect.x, -selection.rect.y).slices]
    part = change.inside(rect)
    return replace(part, area=part.area.where(chosen))


def _allowed(area: Area, label_map: LabelMap, modifiers: Modifiers) -> Mask | None:
    """bool h×w by class and provenance; None: everything."""
    allowed: Mask | None = None
    label, provenance = label_map.label[area.rect.slices], label_map.provenance[area.rect.slices]
    if modifiers.only_unlabelled:
        allowed = ~reviewed(provenance)
    classes = np.ones(256, np.bool_)
    if modifiers.only_class is not None:
        classes[:] = False
        classes[modifiers.only_class] = True
    empty_allowed = modifiers.only_class is None
    classes[list(modifiers.locked)] = False
    if not classes.all():
        by_class: Mask = np.where(provenance == EMPTY, empty_allowed, classes[label])
        allowed = by_class if allowed is None else allowed & by_class
    return allowed
