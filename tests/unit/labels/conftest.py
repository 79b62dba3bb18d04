"""Seeing what is packed."""

from __future__ import annotations

import pytest

from segstudio.labels.past.packed import PackedPiece
from segstudio.labels.patch import Piece


@pytest.fixture
def packings(monkeypatch: pytest.MonkeyPatch) -> list[Piece]:
    """The pieces that are packed from here on."""
    seen: list[Piece] = []
    pack = PackedPiece.of

    def of(piece: Piece) -> PackedPiece:
        seen.append(piece)
        return pack(piece)

    monkeypatch.setattr(PackedPiece, "of", of)
    return seen
