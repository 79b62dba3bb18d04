"""Undo and redo within a byte budget; steps keep their meaning when the model's proposal changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from segstudio.core.provenance import MODEL, reviewed
from segstudio.labels.label_map import Plane
from segstudio.labels.patch import Patch, Piece, put

DEFAULT_BUDGET = 256 << 20
"""Bytes."""


@dataclass(frozen=True, slots=True)
class _Step:
    id: int
    patch: Patch
    epoch: int
    """The proposal that the patch's EMPTY and MODEL pixels knew of."""


class History:
    """A line of steps and a place on it.

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

    @property
    def position(self) -> int:
        """Names the present state: equal again after undo and redo, also when old steps were dropped."""
        return self._done[-1].id if self._done else self._floor

    @property
    def nbytes(self) -> int:
        return self._bytes

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of all steps, oldest first; the first `done` of them are in effect."""
        return tuple(step.patch.name for step in (*self._done, *reversed(self._undone)))

    @property
    def done(self) -> int:
        return len(self._done)

    @property
    def undo_name(self) -> str | None:
        return self._done[-1].patch.name if self._done else None

    @property
    def redo_name(self) -> str | None:
        return self._undone[-1].patch.name if self._undone else None

    def push(self, patch: Patch) -> None:
        """Record a step that was just done; undone steps are gone. Past the budget the oldest steps are
        dropped, but never the newest: the last stroke can always be taken back."""
        self._bytes += patch.nbytes - sum(step.patch.nbytes for step in self._undone)
        self._undone.clear()
        self._last_id += 1
        self._done.append(_Step(self._last_id, patch, self._epoch))
        while self._bytes > self.byte_budget and len(self._done) > 1:
            dropped = self._done.pop(0)
            self._bytes -= dropped.patch.nbytes
            self._floor = dropped.id

    def undo(self) -> Patch | None:
        """Step back: the patch to apply, or None at the beginning."""
        if not self._done:
            return None
        step = self._up_to_date(self._done.pop())
        self._undone.append(step)
        return step.patch.inverse()

    def redo(self) -> Patch | None:
        """Step forward: the patch to apply, or None at the end."""
        if not self._undone:
            return None
        step = self._up_to_date(self._undone.pop())
        self._done.append(step)
        return step.patch

    def rebase(self, proposal: Plane) -> None:
        """From now on unreviewed pixels of older steps mean `proposal` (uint8 H×W, kept, not copied)."""
        self._proposal = proposal
        self._epoch += 1

    def _up_to_date(self, step: _Step) -> _Step:
        if step.epoch == self._epoch or self._proposal is None:
            return step
        pieces = tuple(rebased(piece, self._proposal) for piece in step.patch.pieces)
        return _Step(step.id, Patch(step.patch.name, pieces), self._epoch)


def rebased(piece: Piece, proposal: Plane) -> Piece:
    """`piece` with the proposal (uint8 H×W of the whole map) wherever it says EMPTY or MODEL."""
    part = proposal[piece.rect.slices]
    return Piece(
        piece.rect,
        _with(piece.label_before, part, piece.provenance_before),
        _with(piece.label_after, part, piece.provenance_after),
        np.maximum(piece.provenance_before, np.uint8(MODEL)),
        np.maximum(piece.provenance_after, np.uint8(MODEL)),
    )


def _with(label: Plane, proposal: Plane, provenance: Plane) -> Plane:
    found = label.copy()
    put(found, proposal, ~reviewed(provenance))
    return found
