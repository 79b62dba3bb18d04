"""What a step of the history is made of: pieces, which are packed one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segstudio.labels.past.packed import PackedPiece
from segstudio.labels.patch import Piece

_PIECE_OVERHEAD = 600
"""Bytes of the objects around the pixels of an unpacked piece."""


class StepPieces:
    """Pieces, some of them packed: those of the first places. `nbytes`: of all; `unpacked`: of the others."""

    __slots__ = ("_looked_at", "_pieces", "nbytes", "unpacked")

    def __init__(self, pieces: Sequence[Piece | PackedPiece]) -> None:
        self._pieces = list(pieces)
        self._looked_at = 0
        self.nbytes = self.unpacked = sum(map(_cost, self._pieces))

    @property
    def packed(self) -> bool:
        """Whether all are, but for those that would become no smaller."""
        return self._looked_at == len(self._pieces)

    def pack_one(self) -> int:
        """Pack one more; returns its pixels. There must be one."""
        piece = self._pieces[self._looked_at]
        before = _cost(piece)
        found = _smaller(piece) if isinstance(piece, Piece) else piece
        self._pieces[self._looked_at] = found
        self._looked_at += 1
        self.unpacked -= before
        self.nbytes += _cost(found) - before
        return piece.rect.area if isinstance(piece, Piece) else 0

    def __iter__(self) -> Iterator[Piece]:
        """All of them, unpacked."""
        for piece in self._pieces:
            yield piece.piece() if isinstance(piece, PackedPiece) else piece


def _cost(piece: Piece | PackedPiece) -> int:
    return piece.nbytes + _PIECE_OVERHEAD if isinstance(piece, Piece) else piece.nbytes


def _smaller(piece: Piece) -> Piece | PackedPiece:
    packed = PackedPiece.of(piece)
    return packed if packed.nbytes < _cost(piece) else piece
