"""Undo and redo within a byte budget; steps keep their meaning when the model's proposal changes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from segstudio.core.arrays import Plane
from segstudio.core.provenance import of_proposal, reviewed
from segstudio.labels.past.packed import PackedPiece
from segstudio.labels.past.step_pieces import StepPieces
from segstudio.labels.patch import Patch, Piece, put

DEFAULT_BUDGET = 256 << 20
"""Bytes."""
_FRESH = 8
"""So many of the newest steps stay unpacked: their undo is the quickest."""
_MOST_UNPACKED = 64 << 20
"""Bytes of unpacked pieces, those of the newest step included."""
_PIXELS_A_PUSH = 1 << 20
"""So many pixels of older steps are packed when a step comes: some 2 ms."""

Span = tuple[int, int]
"""The journal's entries that a step is made of: the first, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as a person sees it. `when`: seconds since 1970."""

    id: int
    name: str
    when: float


@dataclass(slots=True)
class _Step:
    id: int
    name: str
    when: float
    pieces: StepPieces
    journalled: Span | None
    epoch: int
    """The proposal that the EMPTY and MODEL pixels of the pieces knew of."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undo or a redo has to write, and where the journal has the step (None: it has not)."""

    patch: Patch
    journalled: Span | None


class History:
    """A line of steps and a place on it.

    Steps of some age are packed, in small portions, whenever a new one comes. Past the budget the oldest are
    dropped, but never the newest: the last stroke can always be taken back.

    A proposal of the model rewrites the past: where a stored piece says EMPTY or MODEL, it has to say the
    latest proposal instead, or an undo would bring a stale one back. That is done when a step is used, not
    when the proposal arrives, so a proposal costs the history nothing.
    """

    def __init__(self, byte_budget: int = DEFAULT_BUDGET) -> None:
        self.byte_budget = byte_budget
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._bytes = 0
        self._last_id = 0
        self._floor = 0
        self._epoch = 0
        self._proposal: Plane | None = None
        self._ignore_index = 255

    @property
    def position(self) -> int:
        """Names the present state: equal again after undo and redo, also when old steps were dropped."""
        return self._done[-1].id if self._done else self._floor

    @property
    def nbytes(self) -> int:
        return self._bytes

    @property
    def steps(self) -> tuple[StepView, ...]:
        """All steps, oldest first; the first `done` of them are in effect."""
        return tuple(StepView(s.id, s.name, s.when) for s in (*self._done, *reversed(self._undone)))

    @property
    def done(self) -> int:
        return len(self._done)

    @property
    def dropped(self) -> bool:
        """Whether steps older than those that are listed were dropped."""
        return self._floor > 0

    @property
    def undo_name(self) -> str | None:
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        return self._undone[-1].name if self._undone else None

    def make_room(self, coming: StepPieces) -> bool:
        """Pack one more piece, of the steps or of the one that is to come, as far as memory is needed for all of them;
        False when nothing is left to do. `push` then packs next to nothing."""
        unpacked = sum(step.pieces.unpacked for step in self._done) + coming.unpacked
        if unpacked <= _MOST_UNPACKED and self._bytes + coming.nbytes <= self.byte_budget:
            return False
        pieces = next((step.pieces for step in self._done if not step.pieces.packed), coming)
        if pieces.packed:
            return False
        before = pieces.nbytes
        pieces.pack_one()
        if pieces is not coming:
            self._bytes += pieces.nbytes - before
        return True

    def push(
        self,
        name: str,
        pieces: StepPieces | Sequence[Piece | PackedPiece],
        journalled: Span | None = None,
    ) -> None:
        """Record a step that was just done; undone steps are gone."""
        self._bytes -= sum(step.pieces.nbytes for step in self._undone)
        self._undone.clear()
        self._last_id += 1
        kept = pieces if isinstance(pieces, StepPieces) else StepPieces(pieces)
        self._done.append(_Step(self._last_id, name, time.time(), kept, journalled, self._epoch))
        self._bytes += kept.nbytes
        self._pack(_PIXELS_A_PUSH)
        while self._bytes > self.byte_budget and len(self._done) > 1:
            dropped = self._done.pop(0)
            self._bytes -= dropped.pieces.nbytes
            self._floor = dropped.id

    def undo(self) -> Turned | None:
        """Step back: what to write, or None at the beginning."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return Turned(self._up_to_date(step).inverse(), step.journalled)

    def redo(self) -> Turned | None:
        """Step forward: what to write, or None at the end."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return Turned(self._up_to_date(step), step.journalled)

    def rebase(self, proposal: Plane, ignore_index: int) -> None:
        """From now on unreviewed pixels of older steps mean `proposal` (uint8 H×W, kept, not copied)."""
        self._proposal, self._ignore_index = proposal, ignore_index
        self._epoch += 1

    def set_aside(self) -> int:
        """Its document is closed: no journal has its steps any more. Returns the bytes that it keeps in memory.

        The proposal is let go of, unless there are steps from before it came.
        """
        steps = (*self._done, *self._undone)
        for step in steps:
            step.journalled = None
        if all(step.epoch == self._epoch for step in steps):
            self._proposal = None
        return self._bytes + (self._proposal.nbytes if self._proposal is not None else 0)

    def _pack(self, pixels: int) -> None:
        """Pack some pixels of older steps, and as many more as memory is needed."""
        unpacked = sum(step.pieces.unpacked for step in self._done)
        newest = len(self._done) - 1
        for place, step in enumerate(self._done):  # the oldest first
            step_is_old = newest - place >= _FRESH
            while not step.pieces.packed:
                needed = unpacked > _MOST_UNPACKED or self._bytes > self.byte_budget
                if not needed and not (step_is_old and pixels > 0):
                    break
                before = step.pieces.unpacked, step.pieces.nbytes
                pixels -= step.pieces.pack_one()
                unpacked += step.pieces.unpacked - before[0]
                self._bytes += step.pieces.nbytes - before[1]

    def _up_to_date(self, step: _Step) -> Patch:
        pieces = list(step.pieces)
        if step.epoch != self._epoch and self._proposal is not None:
            pieces = [rebased(piece, self._proposal, self._ignore_index) for piece in pieces]
        return Patch(step.name, tuple(pieces))


def rebased(piece: Piece, proposal: Plane, ignore_index: int) -> Piece:
    """`piece` with the proposal (uint8 H×W of the whole map) wherever it says EMPTY or MODEL."""
    part = proposal[piece.rect.slices]
    said_by = of_proposal(part, ignore_index)
    before, after = piece.provenance_before, piece.provenance_after
    return Piece(
        piece.rect,
        _with(piece.label_before, part, before),
        _with(piece.label_after, part, after),
        _with(before, said_by, before),
        _with(after, said_by, after),
    )


def _with(plane: Plane, proposed: Plane, provenance: Plane) -> Plane:
    """A copy that is `proposed` where nobody has reviewed it."""
    found = plane.copy()
    put(found, proposed, ~reviewed(provenance))
    return found
