"""Pictures of more than 8 bits, for display."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from segstudio.core import wide_image
from segstudio.core.adjustments import Adjustment
from segstudio.core.images import read_image
from segstudio.core.wide_image import read_wide

RAMP = np.linspace(1000, 30_000, 40 * 30).reshape(30, 40).astype(np.uint16)


def write(path: Path, values: NDArray[Any]) -> Path:
    if path.suffix == ".tif":
        tifffile.imwrite(path, values)
    else:
        shown = values[:, :, ::-1] if values.ndim == 3 else values
        assert cv2.imwrite(str(path), shown)
    return path


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_grey_keeps_its_values(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, RAMP)
    found = read_wide(path)
    assert found is not None
    assert np.array_equal(found.values[:, :, 0], RAMP)
    assert (found.low, found.high) == (0, 65535)
    low, high = found.shown
    table = Adjustment().with_range(0, low, high).table(0, 65536)
    first = read_image(path)[:, :, 0].astype(int)
    assert np.abs(table[RAMP].astype(int) - first).max() <= 1, "at first it looks as the model sees it"


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_colour_keeps_its_values(tmp_path: Path, name: str) -> None:
    values = np.stack([RAMP, RAMP // 2, RAMP[::-1]], axis=2)
    found = read_wide(write(tmp_path / name, values))
    assert found is not None
    assert np.array_equal(found.values, values)


def test_fractions_keep_their_range(tmp_path: Path) -> None:
    values = (RAMP.astype(np.float32) - 5000) / 1000
    values[0, 0] = np.nan
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, values)
    found = read_wide(path)
    assert found is not None
    in_file = found.low + found.values[:, :, 0] / 65535 * (found.high - found.low)
    assert np.nanmax(np.abs(in_file - values)) < 0.001


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "RGBA"])
def test_eight_bits_are_not_wide(tmp_path: Path, mode: str) -> None:
    Image.new("RGB", (8, 8), (1, 2, 3)).convert(mode).save(tmp_path / "a.png")
    assert read_wide(tmp_path / "a.png") is None
    tifffile.imwrite(tmp_path / "b.tif", np.full((8, 8, 3), 200, np.uint8))
    assert read_wide(tmp_path / "b.tif") is None


def test_small_values_in_a_deep_file_are_not_wide(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", np.full((8, 8), 200, np.uint16))
    assert read_wide(tmp_path / "a.tif") is None


def test_what_takes_too_much_memory_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.png", RAMP)
    monkeypatch.setattr(wide_image, "MOST_BYTES", 2 * RAMP.size - 1)
    assert read_wide(path) is None


def test_what_is_broken_is_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.png", RAMP)
    path.write_bytes(path.read_bytes()[:200])
    assert read_wide(path) is None
