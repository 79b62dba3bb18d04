"""Writing into the planes of a label map, tile by tile, and the pieces that say what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from segstudio.core.arrays import Mask, Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, MODEL, of_proposal, reviewed
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Change, Patch, Piece, bounding_box, put, tiles_of


def write_change(
    label_map: LabelMap, change: Change, touch: Callable[[Rect], None] | None = None
) -> list[Piece]:
    """Write `change`; one tight piece for each tile in which a pixel differs now.

    `touch` is told of each rectangle before it is written. EMPTY pixels get the ignore index whatever the
    change says. Raises ValueError when the change reaches outside the map.
    """
    rect = change.area.rect
    if not rect.empty and rect.intersect(label_map.rect) != rect:
        raise ValueError(f"the change of {rect} reaches outside {label_map!r}")
    pieces = []
    for part, mask in _tiles_with_pixels(change):
        if touch is not None:
            touch(part)
        piece = _write_part(label_map, change, part, mask)
        if piece is not None:
            pieces.append(piece)
    return pieces


def write_patch(label_map: LabelMap, patch: Patch) -> None:
    """Write what `patch` says is after; the map must hold what it says is before."""
    for piece in patch.pieces:
        label_map.before_write(piece.rect)
        part = piece.rect.slices
        label_map.label[part] = piece.label_after
        label_map.provenance[part] = piece.provenance_after


def fitted(patch: Patch, label_map: LabelMap) -> Patch:
    """A step of an earlier visit as it is on this map, which may say something else where nobody has reviewed.

    Such pixels stay what the map says they are, before the step and, where it leaves them unreviewed, after it.
    """
    return Patch(patch.name, tuple(_fitted(piece, label_map) for piece in patch.pieces))


def write_proposal(label_map: LabelMap, proposal: Plane, tiles: Iterable[Rect]) -> Iterator[Piece]:
    """Write `proposal` (uint8 H×W) into these tiles of the map where the provenance is EMPTY or MODEL; yields the
    pieces as it goes."""
    for tile in tiles:
        provenance = label_map.provenance[tile.slices]
        proposed = proposal[tile.slices]
        said_by = of_proposal(proposed, label_map.ignore_index)
        differs = (label_map.label[tile.slices] != proposed) | (provenance != said_by)
        differs &= provenance <= MODEL
        box = bounding_box(differs)
        if box.empty:
            continue
        open_ = provenance[box.slices] <= MODEL
        place = box.translate(tile.x, tile.y)
        yield _put(label_map, place, proposed[box.slices], said_by[box.slices], open_)


def fill_in(label_map: LabelMap, proposal: Plane, tiles: Iterable[Rect]) -> None:
    """What `write_proposal` writes, into a map that nobody watches."""
    for tile in tiles:
        provenance = label_map.provenance[tile.slices]
        open_, proposed = ~reviewed(provenance), proposal[tile.slices]
        put(label_map.label[tile.slices], proposed, open_)
        put(provenance, of_proposal(proposed, label_map.ignore_index), open_)


def _fitted(piece: Piece, label_map: LabelMap) -> Piece:
    part = piece.rect.slices
    label, provenance = label_map.label[part].copy(), label_map.provenance[part].copy()
    stays = (label != piece.label_before) | (provenance != piece.provenance_before)
    if not stays.any():
        return piece
    stays &= ~reviewed(piece.provenance_after)
    label_after, provenance_after = piece.label_after.copy(), piece.provenance_after.copy()
    put(label_after, label, stays)
    put(provenance_after, provenance, stays)
    return Piece(piece.rect, label, label_after, provenance, provenance_after)


def _tiles_with_pixels(change: Change) -> Iterator[tuple[Rect, Mask]]:
    """The area cut into tiles and shrunk to its pixels there: rectangles of the map, and their masks."""
    origin = change.area.rect
    for tile in tiles_of(origin):
        mask = change.area.mask[tile.translate(-origin.x, -origin.y).slices]
        box = bounding_box(mask)
        if not box.empty:
            yield box.translate(tile.x, tile.y), mask[box.slices]


def _write_part(label_map: LabelMap, change: Change, part: Rect, mask: Mask) -> Piece | None:
    label, provenance = label_map.label[part.slices], label_map.provenance[part.slices]
    inside = change.inside(part)
    new_label, new_provenance = inside.label, inside.provenance
    if isinstance(new_provenance, np.ndarray):
        new_label = np.where(new_provenance == EMPTY, np.uint8(label_map.ignore_index), new_label)
    elif new_provenance == EMPTY:
        new_label = label_map.ignore_index
    differs = (label != new_label) | (provenance != new_provenance)
    differs &= mask
    box = bounding_box(differs)
    if box.empty:
        return None
    tight = box.slices
    return _put(
        label_map,
        box.translate(part.x, part.y),
        new_label[tight] if isinstance(new_label, np.ndarray) else new_label,
        new_provenance[tight] if isinstance(new_provenance, np.ndarray) else new_provenance,
        mask[tight],
    )


def _put(
    label_map: LabelMap, rect: Rect, new_label: int | Plane, new_provenance: int | Plane, mask: Mask
) -> Piece:
    """Write both planes of `rect` where `mask` is true; the piece that says so."""
    label_map.before_write(rect)
    label, provenance = label_map.label[rect.slices], label_map.provenance[rect.slices]
    label_before, provenance_before = label.copy(), provenance.copy()
    put(label, new_label, mask)
    put(provenance, new_provenance, mask)
    return Piece(rect, label_before, label.copy(), provenance_before, provenance.copy())
