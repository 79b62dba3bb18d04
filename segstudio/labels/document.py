"""The document: the one door through which a label map changes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.signal import Signal
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.history import History, Turned
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.replay import Entry, replay
from segstudio.labels.past.step_pieces import StepPieces
from segstudio.labels.patch import TILE, Change, Patch, Piece, tiles_of
from segstudio.labels.snapshot import Snapshot
from segstudio.labels.stroke import Stroke
from segstudio.labels.writing import fill_in, fitted, write_change, write_patch, write_proposal

_UNNAMED_STATE = -1


@dataclass(frozen=True, slots=True)
class SavePoint:
    """A state of the document that is being saved."""

    position: int
    journal_mark: int
    revision: int


class Document:
    """A label map with its history, its journal and its dirty flag.

    Every change is made of pieces: rectangles inside one 256² tile, with both planes before and after.
    `changed` is emitted for each, after it was written; listeners must not edit. Work and memory follow the
    rectangles that a gesture touches, never the image. One thread at a time, the GUI's.
    """

    def __init__(
        self,
        image_shape: tuple[int, int],
        label_map: LabelMap,
        journal: Journal | None = None,
        history: History | None = None,
        saved_position: int | None = None,
    ) -> None:
        """Take over `label_map`, which must be as large as the image, (height, width); else ValueError.

        `history`: of an earlier visit, say, at the place where the map is, or where it is once `recover` has gone
        on from the place `saved_position`.
        """
        if label_map.shape != image_shape:
            raise ValueError(f"the label map is {label_map.shape}, the image is {image_shape}")
        self.label_map = label_map
        self.journal = journal
        self.history = history or History()
        self.changed: Signal[Piece] = Signal()
        self.state_changed: Signal[()] = Signal()
        self.revision = 0
        """Grows with every change of a pixel, proposals included."""
        self.proposal: Plane | None = None
        """The latest proposal, uint8 H×W."""
        self._unproposed: dict[tuple[int, int], None] = {}
        """Tiles (row, column) that the latest proposal is still to be written into, in order."""
        self.unfinished: Callable[[], None] | None = None
        """Of an open stroke that is written in turns: extends it by all that is left. `commit` calls it first."""
        self._stroke: Stroke | None = None
        self._sealed: StepPieces | None = None
        """The pieces of the open stroke's patch, some of them packed, as long as it does not go on."""
        self._stroke_first = 0
        """The journal's entry with which the open stroke began."""
        self._saved = self.history.position if saved_position is None else saved_position
        self._steps_fit = not self.history.steps
        """Whether unreviewed pixels of the steps are those of the map."""
        self._announced = self._state()

    # -- one step at once

    def apply(self, change: Change, name: str) -> Patch:
        """Write `change` as one undo step. The patch is empty, and no step, when nothing differs.

        Raises RuntimeError during a stroke, ValueError when the change reaches outside the map.
        """
        self._check_no_stroke()
        self._settle_under(change.area.rect)
        patch = Patch(name, tuple(write_change(self.label_map, change)))
        first = self._journal_place
        self._publish(patch.pieces)
        self._record(patch, first)
        self._announce()
        return patch

    def recover(
        self, entries: Sequence[Entry], name: str = "Recover unsaved edits", *, known: bool = False
    ) -> Patch:
        """Do again what a journal held, as one undo step. It is not journalled again: see `Journal.resume`.

        `known`: the history has the steps already.
        """
        self._check_no_stroke()
        self.settle()
        patch = replay(self.label_map, entries, name)
        if not patch.empty and not known:
            self.history.push(patch.name, patch.pieces)
        self._publish(patch.pieces, journalled=True)
        self._announce()
        return patch

    # -- strokes

    @property
    def stroke_open(self) -> bool:
        return self._stroke is not None

    def begin(self, name: str) -> None:
        """Open a stroke: what `extend` writes until `commit` becomes one step. RuntimeError when one is open."""
        self._check_no_stroke()
        self._stroke = Stroke(name, self.label_map)
        self._stroke_first = self._journal_place
        self._announce()

    def extend(self, change: Change) -> None:
        """Write a part of the open stroke, journal it and emit its pieces. RuntimeError without a stroke."""
        if self._stroke is None:
            raise RuntimeError("no stroke is open: begin one first")
        stroke, self._sealed = self._stroke, None
        self._settle_under(change.area.rect)
        pieces = write_change(self.label_map, change, stroke.touch)
        stroke.changed = stroke.changed or bool(pieces)
        self._publish(pieces)
        self._announce()

    def seal(self) -> bool:
        """Work out or pack a part of the open stroke's patch, so that `commit` costs little; False when nothing is left."""
        if self._stroke is None:
            return False
        if self._stroke.seal():
            return True
        if self._sealed is None:
            self._sealed = StepPieces(self._stroke.patch().pieces)
        return self.history.make_room(self._sealed)

    def commit(self) -> Patch | None:
        """Close the stroke: its one patch, or None when it changed nothing or none is open."""
        unfinished, self.unfinished = self.unfinished, None
        if unfinished is not None:
            unfinished()
        step = self._sealed
        patch = self._close_stroke()
        self._record(patch, self._stroke_first, step)
        self._announce()
        return None if patch.empty else patch

    def revert(self) -> None:
        """Close the stroke, if one is open, and take it back; a proposal that arrived meanwhile stays."""
        self.unfinished = None
        patch = self._close_stroke().inverse()
        write_patch(self.label_map, patch)
        self._publish(patch.pieces)
        self._announce()

    # -- the model

    def propose(self, label: Plane, *, gradually: bool = False) -> None:
        """Write the model's proposal, uint8 H×W, where no person has painted or confirmed; the ignore index is nothing
        proposed: such pixels stay, or become, empty.

        No undo step, not journalled, not dirty; pieces are emitted as tiles are written. The array is kept
        and must not change afterwards. Undo and redo know of it: they never bring an older proposal back.
        Raises ValueError for another shape or dtype.

        `gradually`: it is written by calls of `settle`, under an edit before that, and into what is saved.
        """
        if label.shape != self.label_map.shape or label.dtype != np.uint8:
            raise ValueError(
                f"a proposal must be uint8 {self.label_map.shape}, not {label.dtype} {label.shape}"
            )
        self.proposal = label
        self.history.rebase(label, self.label_map.ignore_index)
        self._steps_fit = True
        if self._stroke is not None:
            self._stroke.rebase(label)
            self._sealed = None
        self._unproposed = dict.fromkeys(_tile(rect) for rect in tiles_of(self.label_map.rect))
        if not gradually:
            self.settle()
        elif self._stroke is not None:
            for rect in self._stroke.tiles:
                self._settle_under(rect)
        self._announce()

    @property
    def settled(self) -> bool:
        """Whether the latest proposal is written everywhere."""
        return not self._unproposed

    def settle(self, tiles: int | None = None) -> None:
        """Write the latest proposal into so many more 256² tiles, or into all that are left."""
        for place in list(itertools.islice(self._unproposed, tiles)):
            self._settle_tile(place)

    def _settle_under(self, rect: Rect) -> None:
        """What is about to be edited has to hold the proposal: an undo comes back to it."""
        if self._unproposed:
            for tile in tiles_of(rect):
                if _tile(tile) in self._unproposed:
                    self._settle_tile(_tile(tile))

    def _settle_tile(self, place: tuple[int, int]) -> None:
        del self._unproposed[place]
        assert self.proposal is not None
        for piece in write_proposal(self.label_map, self.proposal, [self._tile_at(place)]):
            self.revision += 1
            self.changed.emit(piece)

    def _tile_at(self, place: tuple[int, int]) -> Rect:
        return Rect(place[1] * TILE, place[0] * TILE, TILE, TILE).intersect(self.label_map.rect)

    # -- undo and redo

    @property
    def can_undo(self) -> bool:
        return self._stroke is None and self.history.undo_name is not None

    @property
    def can_redo(self) -> bool:
        return self._stroke is None and self.history.redo_name is not None

    @property
    def undo_name(self) -> str | None:
        return self.history.undo_name

    @property
    def redo_name(self) -> str | None:
        return self.history.redo_name

    def undo(self) -> bool:
        """Take the last step back; False when there is none or a stroke is open."""
        return self._step(self.history.undo() if self.can_undo else None, again=False)

    def redo(self) -> bool:
        """Do the step that was last undone again; False when there is none or a stroke is open."""
        return self._step(self.history.redo() if self.can_redo else None, again=True)

    def go_to_step(self, done: int) -> bool:
        """One undo or redo towards the place where the first `done` steps are in effect; False when it is reached."""
        if done == self.history.done:
            return False
        return self.undo() if done < self.history.done else self.redo()

    # -- saving

    @property
    def dirty(self) -> bool:
        """Whether a person's edits differ from what was last saved."""
        return self.history.position != self._saved or self._stroke_changed

    @property
    def saved_position(self) -> int:
        """Place in the history that was last saved; `dirty` is being elsewhere."""
        return self._saved

    def save_point(self) -> SavePoint:
        """The present state, to hand to `mark_saved` when the file is on disk.

        Take it together with the copy that is saved elsewhere (`snapshot`): painting may go on meanwhile.
        """
        position = _UNNAMED_STATE if self._stroke_changed else self.history.position
        return SavePoint(position, self.journal.mark() if self.journal else 0, self.revision)

    def snapshot(self) -> Snapshot:
        """The map as it is to be saved, for a worker: with all of the latest proposal, which is written into the copy
        there as far as it is not yet written here."""
        if self.proposal is None or self.settled:
            return self.label_map.snapshot()
        return self.label_map.snapshot(
            partial(
                fill_in, proposal=self.proposal, tiles=[self._tile_at(place) for place in self._unproposed]
            )
        )

    def mark_saved(self, point: SavePoint | None = None, base: str | None = None) -> None:
        """The state at `point` (default: now) is on disk, and `base` is its digest; the journal forgets it.

        Without `base` the digest is computed, which reads the whole map; that works only while nothing has
        changed since `point`, else ValueError.
        """
        point = point or self.save_point()
        if self.journal is not None:
            if base is None and point.revision != self.revision:
                raise ValueError("the map changed since this save point: give the digest of what was saved")
            if base is None:
                self.settle()
            self.journal.rebase(base or self.label_map.digest(), point.journal_mark)
        self._saved = point.position
        self._announce()

    def close(self) -> None:
        """Nobody works with it any more: let go of listeners, and of the journal, which is removed when there is nothing
        unsaved."""
        self.changed, self.state_changed = Signal(), Signal()
        if self.journal is None:
            return
        if not self.dirty:
            self.journal.clear()
        self.journal.close()

    # -- inside

    @property
    def _stroke_changed(self) -> bool:
        return self._stroke is not None and self._stroke.changed

    def _step(self, turned: Turned | None, *, again: bool) -> bool:
        if turned is None:
            return False
        pieces = turned.patch.pieces
        for piece in pieces:
            self._settle_under(piece.rect)
        if not self._steps_fit:
            pieces = fitted(turned.patch, self.label_map).pieces
        write_patch(self.label_map, Patch(turned.patch.name, pieces))
        if self.journal is not None:
            if turned.journalled is not None:
                self.journal.turn(*turned.journalled, pieces, again=again)
            else:
                self.journal.append(pieces)
        self._publish(pieces, journalled=True)
        self._announce()
        return True

    @property
    def _journal_place(self) -> int:
        return self.journal.next if self.journal is not None else 0

    def _record(self, patch: Patch, first: int, step: StepPieces | None = None) -> None:
        """A step that the journal has from its entry `first` on. `step`: its pieces, where some are packed already."""
        if not patch.empty:
            span = (first, self.journal.next) if self.journal is not None else None
            self.history.push(patch.name, step or StepPieces(patch.pieces), span)

    def _publish(self, pieces: Sequence[Piece], journalled: bool = False) -> None:
        if not pieces:
            return
        self.revision += 1
        if self.journal is not None and not journalled:
            self.journal.append(pieces)
        for piece in pieces:
            self.changed.emit(piece)

    def _state(self) -> tuple[object, ...]:
        return (
            self.dirty,
            self.can_undo,
            self.can_redo,
            self.undo_name,
            self.redo_name,
            self.history.position,
        )

    def _announce(self) -> None:
        state = self._state()
        if state != self._announced:
            self._announced = state
            self.state_changed.emit()

    def _check_no_stroke(self) -> None:
        if self._stroke is not None:
            raise RuntimeError("a stroke is open: commit or revert it first")

    def _close_stroke(self) -> Patch:
        stroke, self._stroke, self._sealed = self._stroke, None, None
        return stroke.patch() if stroke is not None else Patch("", ())


def _tile(rect: Rect) -> tuple[int, int]:
    """Row and column of the tile that holds this rectangle."""
    return rect.y // TILE, rect.x // TILE
