"""Specks: regions of few pixels, which take the class around them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN
from segstudio.labels.areas.from_skimage import components
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change, bounding_box

_EMPTY_CODE = 256
Ints = NDArray[np.int64]


def remove_specks(label_map: LabelMap, scope: Rect, fewer_than: int, class_id: int | None = None) -> Change:
    """Connected regions (by four neighbours) of fewer pixels take the class along most of their edge; of equals the
    lowest id.

    Regions that stay speak first; specks that only touch specks wait until those have turned. Emptiness is no
    class: it has no specks and no say. A region that the border of `scope` cuts counts as large. With `class_id`
    only specks of that class.
    """
    scope = scope.intersect(label_map.rect)
    if scope.empty:
        return Change(Area.nothing(), 0, EMPTY)
    label = label_map.label[scope.slices]
    code = label.astype(np.int32)
    code[label_map.provenance[scope.slices] == EMPTY] = _EMPTY_CODE
    ids: Ints = components(code)
    first = np.unique(ids, return_index=True)[1]
    present = code.ravel()[first]
    speck = (np.bincount(ids.ravel()) < fewer_than) & (present != _EMPTY_CODE)
    if class_id is not None:
        speck &= present == class_id
    for cut, side in _cut_sides(scope, label_map.rect, ids):
        if cut:
            speck[side] = False
    becomes = _votes(ids, present.astype(np.int64), speck)
    changed = (becomes != present)[ids]
    box = bounding_box(changed)
    return Change(
        Area(box.translate(scope.x, scope.y), changed[box.slices].copy()),
        becomes[ids[box.slices]].astype(np.uint8),
        HUMAN,
    )


def _cut_sides(scope: Rect, everything: Rect, ids: Ints) -> list[tuple[bool, Ints]]:
    """The regions along each side of the scope, and whether the map goes on beyond it."""
    return [
        (scope.y > 0, ids[0]),
        (scope.bottom < everything.height, ids[-1]),
        (scope.x > 0, ids[:, 0]),
        (scope.right < everything.width, ids[:, -1]),
    ]


def _votes(ids: Ints, present: Ints, speck: NDArray[np.bool_]) -> Ints:
    """What each region becomes, round by round."""
    becomes = present.copy()
    waiting = speck.copy()
    own, other, sides = _common_edges(ids)
    while True:
        heard = waiting[own] & ~waiting[other] & (becomes[other] != _EMPTY_CODE)
        if not heard.any():
            return becomes
        ballots, index = np.unique(own[heard] * 512 + becomes[other[heard]], return_inverse=True)
        counts = np.bincount(index, sides[heard])
        order = np.lexsort((ballots % 512, -counts, ballots // 512))
        voters, at = np.unique(ballots[order] // 512, return_index=True)
        becomes[voters] = ballots[order][at] % 512
        waiting[voters] = False


def _common_edges(ids: Ints) -> tuple[Ints, Ints, Ints]:
    """(region, neighbour, pixel sides in common), each pair both ways round."""
    pairs = [np.stack([a[a != b], b[a != b]]) for a, b in ((ids[:, :-1], ids[:, 1:]), (ids[:-1], ids[1:]))]
    both = np.concatenate([*pairs, *(pair[::-1] for pair in pairs)], axis=1)
    span = int(ids.max()) + 1
    keys, sides = np.unique(both[0] * span + both[1], return_counts=True)
    return keys // span, keys % span, sides
