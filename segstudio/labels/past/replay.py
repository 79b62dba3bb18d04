"""Doing again what a journal holds: changes, and undo and redo of steps, which are named by their place in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from segstudio.core.geometry import Rect
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Change, Patch
from segstudio.labels.stroke import Stroke
from segstudio.labels.writing import write_change, write_patch


@dataclass(frozen=True, slots=True)
class Turn:
    """An undo, or a redo (`again`), of the step whose `count` changes begin `distance` entries before this one."""

    distance: int
    count: int
    again: bool


Entry = Change | Turn
_Span = tuple[int, int]
"""First entry of a step, and the one behind it."""


def makes_sense(entries: Sequence[Entry]) -> bool:
    """Whether every turn is about whole steps, made of changes that are among these entries."""
    spans = sorted(set(_spans(entries)))
    return all(
        0 <= first < behind and not any(isinstance(entry, Turn) for entry in entries[first:behind])
        for first, behind in spans
    ) and all(one[1] <= other[0] for one, other in pairwise(spans))


def replay(label_map: LabelMap, entries: Sequence[Entry], name: str) -> Patch:
    """Write all entries in order; all of it as one patch. `makes_sense` must hold."""
    whole = Stroke(name, label_map)
    ends = dict(_spans(entries))
    steps: dict[int, Patch] = {}
    step, first, behind = Stroke(name, label_map), -1, -1
    for place, entry in enumerate(entries):
        if isinstance(entry, Turn):
            patch = steps[place - entry.distance]
            patch = patch if entry.again else patch.inverse()
            for piece in patch.pieces:
                whole.touch(piece.rect)
            write_patch(label_map, patch)
            continue
        if place in ends:
            step, first, behind = Stroke(name, label_map), place, ends[place]
        write_change(label_map, entry, _both(whole, step) if place < behind else whole.touch)
        if place + 1 == behind:
            steps[first] = step.patch()
    return whole.patch()


def _spans(entries: Sequence[Entry]) -> Iterable[_Span]:
    for place, entry in enumerate(entries):
        if isinstance(entry, Turn):
            first = place - entry.distance
            yield first, first + min(entry.count, entry.distance)


def _both(whole: Stroke, step: Stroke) -> Callable[[Rect], None]:
    def touch(rect: Rect) -> None:
        whole.touch(rect)
        step.touch(rect)

    return touch
