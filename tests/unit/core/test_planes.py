"""Planes that are mapped when they are huge."""

from __future__ import annotations

import mmap
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core import planes
from segstudio.core.arrays import Plane


@pytest.fixture
def small_is_huge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(planes, "HUGE", 100)
    monkeypatch.setattr(planes, "BAND", 64)
    monkeypatch.setenv("SEGSTUDIO_HOME", str(tmp_path))
    return tmp_path


def is_mapped(plane: Plane) -> bool:
    base: object = plane
    while isinstance(base, np.ndarray):
        base = base.base
    return isinstance(base, memoryview | mmap.mmap)


def test_a_huge_plane_is_mapped_filled_and_leaves_no_file(small_is_huge: Path) -> None:
    plane = planes.new_plane((23, 17), 7)
    assert is_mapped(plane)
    assert plane.shape == (23, 17)
    assert (plane == 7).all()
    plane[3, 4] = 9
    again = planes.copied(plane)
    assert is_mapped(again)
    assert np.array_equal(again, plane)
    plane[0, 0] = 1
    assert again[0, 0] == 7
    assert not [path for path in small_is_huge.rglob("*") if path.is_file()]


def test_others_lie_in_memory(small_is_huge: Path) -> None:
    assert not is_mapped(planes.new_plane((10, 10), 0))


def test_without_room_it_lies_in_memory(small_is_huge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.posix_fallocate", full)
    plane = planes.new_plane((23, 17), 7)
    assert not is_mapped(plane)
    assert (plane == 7).all()


def test_without_a_cache_folder_it_lies_in_memory(
    small_is_huge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small_is_huge / "file").write_text("in the way")
    monkeypatch.setenv("SEGSTUDIO_HOME", str(small_is_huge / "file"))
    assert (planes.new_plane((23, 17), 7) == 7).all()


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (300, 7), (64, 64)])
def test_bands_cover_all_rows_once(small_is_huge: Path, shape: tuple[int, int]) -> None:
    seen = np.zeros(shape, np.uint8)
    for rows in planes.bands(seen):
        seen[rows] += 1
    assert (seen == 1).all()


@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 2**32 - 1))
def test_a_histogram_counts_every_pixel_in_bands_too(height: int, width: int, seed: int) -> None:
    plane = np.random.default_rng(seed).integers(0, 256, (height, width), np.uint8)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(planes, "BAND", 64)
        assert np.array_equal(planes.histogram(plane), np.bincount(plane.ravel(), minlength=256))
