"""The cache's database: what it remembers, and that losing it costs nothing but time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.errors import InputError
from segstudio.engine.index import Index, pack_matrix, unpack_matrix
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix


def _matrix(seed: int, n: int = 5, ignore: int = 255) -> SparseMatrix:
    rng = np.random.default_rng(seed)
    truth, prediction = rng.integers(0, n, (2, 50, 40), dtype=np.uint8)
    return SparseMatrix.of(ConfusionMatrix.from_labels(truth, prediction, n, ignore))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "cache" / "index.sqlite")
    yield made
    made.close()


@given(st.integers(0, 1000), st.integers(1, 256), st.integers(0, 255))
def test_packing_keeps_every_count(seed: int, n: int, ignore: int) -> None:
    matrix = _matrix(seed, n, ignore)
    assert unpack_matrix(pack_matrix(matrix)).dense() == matrix.dense()


@given(st.binary(max_size=80))
def test_anything_else_is_no_matrix(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack_matrix(data)


def test_matrices_are_kept_by_all_that_they_depend_on(tmp_path: Path, index: Index) -> None:
    index.put_matrix("truth", "prediction", "table", _matrix(1))
    index.close()
    again = Index(tmp_path / "cache" / "index.sqlite")
    found = again.matrix("truth", "prediction", "table", 255)
    assert found is not None
    assert found.dense() == _matrix(1).dense()
    assert again.matrix("other", "prediction", "table", 255) is None
    assert again.matrix("truth", "other", "table", 255) is None
    assert again.matrix("truth", "prediction", "other", 255) is None
    assert again.matrix("truth", "prediction", "table", 0) is None
    again.close()


def test_a_changed_file_has_another_hash(tmp_path: Path, index: Index) -> None:
    file = tmp_path / "image.png"
    file.write_bytes(b"one")
    os.utime(file, (1_000_000, 1_000_000))
    first = index.file_hash(file)
    assert index.known_hash(file) == first
    file.write_bytes(b"two")  # as long as before, a moment later
    assert index.known_hash(file) is None
    assert index.file_hash(file) != first


def test_a_file_that_has_just_been_written_is_not_trusted_to_its_time_stamp(
    tmp_path: Path, index: Index
) -> None:
    file = tmp_path / "label.png"
    file.write_bytes(b"one")
    stamp = file.stat().st_mtime_ns
    first = index.file_hash(file)
    file.write_bytes(b"two")
    os.utime(file, ns=(stamp, stamp))
    assert index.file_hash(file) != first


def test_a_missing_file_is_an_input_error(tmp_path: Path, index: Index) -> None:
    with pytest.raises(InputError, match=r"gone\.png"):
        index.file_hash(tmp_path / "gone.png")


def test_a_damaged_database_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"this is no database" * 1000)
    index = Index(path)
    index.put_matrix("t", "p", "r", _matrix(1))
    assert index.matrix("t", "p", "r", 255) is not None
    index.close()


def test_damage_while_it_is_open_costs_the_cache_only(tmp_path: Path, index: Index) -> None:
    index.put_matrix("t", "p", "r", _matrix(1))
    path = tmp_path / "cache" / "index.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    path.write_bytes(os.urandom(path.stat().st_size))
    index.put_matrix("t", "p", "r", _matrix(2))
    index.put_matrix("t2", "p", "r", _matrix(2))
    found = index.matrix("t2", "p", "r", 255)
    assert found is None or found.dense() == _matrix(2).dense()


def test_deleting_the_cache_folder_while_it_is_open_does_no_harm(tmp_path: Path, index: Index) -> None:
    for file in (tmp_path / "cache").iterdir():
        file.unlink()
    index.put_matrix("t", "p", "r", _matrix(1))
    found = index.matrix("t", "p", "r", 255)
    assert found is None or found.dense() == _matrix(1).dense()


def test_what_is_kept_after_another_window_had_locked_it_is_not_lost(tmp_path: Path, index: Index) -> None:
    context = ("candidate", "table", 255)
    other = sqlite3.connect(tmp_path / "cache" / "index.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    index.put_saved(context, "locked out", "signature", _matrix(1))
    other.execute("COMMIT")
    other.close()
    index.put_saved(context, "after", "signature", _matrix(2))
    index.put_figure("uncertainty", "after", 0.5)
    index.close()
    again = Index(tmp_path / "cache" / "index.sqlite")
    assert set(again.recall(context, 5).matrices) == {"after"}
    assert again.figure("uncertainty", "after") == 0.5
    again.close()


def test_where_nothing_can_be_written_it_works_from_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    index = Index(blocked / "index.sqlite")
    index.put_matrix("t", "p", "r", _matrix(1))
    assert index.matrix("t", "p", "r", 255) is not None
    index.close()


def test_after_closing_it_answers_that_it_knows_nothing(index: Index) -> None:
    index.put_matrix("t", "p", "r", _matrix(1))
    index.close()
    assert index.matrix("t", "p", "r", 255) is None
