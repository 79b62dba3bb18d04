"""Records of a journal: whole ones are read to the byte, torn and broken ones end what is read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.areas.regions import whole
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import (
    JournalHeader,
    parse,
    piece_record,
    preamble,
)
from segstudio.labels.patch import TILE, Change, Piece
from tests.unit.labels.past.journalled import HEADER, SHAPE, a_document, only_changes, painted


def test_cut_anywhere_a_journal_gives_back_every_whole_record(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    states, sizes = [document.label_map.copy()], []
    for x in (3, 6, 9):
        document.apply(painted(x, x), "step")
        states.append(document.label_map.copy())
        sizes.append(path.stat().st_size)
    document.close()
    data = path.read_bytes()
    head = len(preamble(HEADER))
    for size in range(len(data) + 1):
        recovery = parse(data[:size])
        if size < head:
            assert recovery is None
            continue
        assert recovery is not None
        whole_records = sum(end <= size for end in sizes)
        assert recovery.intact == ([head, *sizes])[whole_records]
        found = Document(SHAPE, LabelMap.empty(SHAPE))
        found.recover(recovery.changes)
        assert found.label_map == states[whole_records]


def test_a_flipped_byte_is_never_taken_for_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    for x in (3, 6, 9):
        document.apply(painted(x, x), "step")
    document.close()
    data = path.read_bytes()
    original = parse(data)
    assert original is not None
    for at in range(len(data)):
        broken = bytearray(data)
        broken[at] ^= 0x55
        recovery = parse(bytes(broken))
        found = only_changes(recovery) if recovery else []
        for change, expected in zip(found, only_changes(original), strict=False):
            assert change.area.rect == expected.area.rect
            assert np.array_equal(change.label, expected.label)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_piece_survives_its_record(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40))
    x, y = data.draw(st.integers(0, TILE - width)), data.draw(st.integers(0, TILE - height))
    values = st.sampled_from([0, 1, 255]) if data.draw(st.booleans()) else st.integers(0, 255)

    def plane(of: st.SearchStrategy[int]) -> NDArray[np.uint8]:
        return data.draw(hnp.arrays(np.uint8, (height, width), elements=of, fill=st.nothing()))

    codes = st.integers(0, 3)
    piece = Piece(Rect(x, y, width, height), plane(values), plane(values), plane(codes), plane(codes))
    recovery = parse(preamble(JournalHeader("k", (TILE, TILE), 255, "b")) + piece_record(piece))
    assert recovery is not None
    (change,) = only_changes(recovery)
    assert change.area.rect == piece.rect
    assert np.array_equal(change.area.mask, piece.changed())
    mask = change.area.mask
    assert isinstance(change.label, np.ndarray)
    assert isinstance(change.provenance, np.ndarray)
    assert np.array_equal(change.label[mask], piece.label_after[mask])
    assert np.array_equal(change.provenance[mask], piece.provenance_after[mask])


@pytest.mark.parametrize("noise", [True, False])
def test_a_whole_tile_survives_its_record(noise: bool) -> None:
    rng = np.random.default_rng(3)
    label = (
        rng.integers(0, 255, (TILE, TILE), dtype=np.uint8) if noise else np.full((TILE, TILE), 7, np.uint8)
    )
    codes = np.zeros((TILE, TILE), np.uint8), np.full((TILE, TILE), HUMAN, np.uint8)
    piece = Piece(Rect(TILE, 0, TILE, TILE), np.full_like(label, 255), label, *codes)
    recovery = parse(preamble(JournalHeader("k", (TILE, 2 * TILE), 255, "b")) + piece_record(piece))
    assert recovery is not None
    assert np.array_equal(only_changes(recovery)[0].label, label)


def test_pieces_outside_the_image_are_not_replayed() -> None:
    plane = np.zeros((4, 4), np.uint8)
    piece = Piece(Rect(8, 0, 4, 4), plane, plane + np.uint8(1), plane, plane + np.uint8(2))
    recovery = parse(preamble(JournalHeader("k", (4, 11), 255, "b")) + piece_record(piece))
    assert recovery is not None
    assert recovery.changes == ()


def test_a_large_fill_is_journalled_in_little(tmp_path: Path) -> None:
    shape = (1024, 1024)
    path = tmp_path / "a.journal"
    document = Document(shape, LabelMap.empty(shape), Journal(path, JournalHeader("k", shape, 255, "b")))
    document.apply(Change(whole(shape), 3, HUMAN), "all")
    assert path.stat().st_size < 2000
    document.close()
