"""Colour of 16 bits a channel as people see it."""

from __future__ import annotations

import contextlib
import zlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.deep_colour import depth_of, eight_bits
from segstudio.core.errors import InputError
from segstudio.core.images import read_image, read_thumbnail
from segstudio.core.wide_image import read_wide

RAMP = np.linspace(0, 1, 48 * 40 * 3).reshape(40, 48, 3)


def of_bits(bits: int) -> NDArray[np.uint16]:
    return np.rint(RAMP * ((1 << bits) - 1)).astype(np.uint16)


def written(folder: Path, kind: str, values: NDArray[np.uint16], **options: Any) -> Path:
    path = folder / f"a.{'png' if kind == 'png' else 'tif'}"
    if kind == "png":
        assert cv2.imwrite(str(path), np.ascontiguousarray(values[:, :, ::-1]))
    elif kind == "planes":
        planes = np.moveaxis(values, 2, 0)
        tifffile.imwrite(path, planes, photometric="rgb", planarconfig="separate", **options)
    elif kind == "lzw":
        assert cv2.imwrite(
            str(path), np.ascontiguousarray(values[:, :, ::-1]), [cv2.IMWRITE_TIFF_COMPRESSION, 5]
        )
    else:
        tifffile.imwrite(path, values, photometric="rgb", **options)
    return path


@pytest.mark.parametrize("kind", ["png", "tif", "lzw", "planes"])
@pytest.mark.parametrize("bits", [10, 12, 14, 16])
def test_the_depth_of_the_sensor_becomes_white(tmp_path: Path, kind: str, bits: int) -> None:
    values = of_bits(bits)
    path = written(tmp_path, kind, values)
    seen = read_image(path)
    assert np.abs(seen - RAMP * 255).max() <= 1
    assert np.array_equal(read_thumbnail(path), seen)
    wide = read_wide(path)
    assert wide is not None
    assert np.array_equal(wide.values, values)
    assert wide.shown == (0, ((1 << bits) - 1) / 65535), "at first it looks as the model sees it"


def test_eight_bits_in_a_deep_file_stay(tmp_path: Path) -> None:
    path = written(tmp_path, "png", of_bits(8))
    assert np.array_equal(read_image(path), of_bits(8))
    assert read_wide(path) is None


@pytest.mark.parametrize("turn", range(2, 9))
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_turned_files_are_upright(tmp_path: Path, kind: str, turn: int) -> None:
    """Against Pillow, on the same picture in 8 bits."""
    values = of_bits(16)
    flat = tmp_path / f"flat.{kind}"
    exif = Image.Exif()
    exif[0x0112] = turn
    Image.fromarray((values >> 8).astype(np.uint8)).save(flat, exif=exif)
    if kind == "png":
        path = written(tmp_path, kind, values)
        chunk = b"eXIf" + exif.tobytes().removeprefix(b"Exif\0\0")
        whole = path.read_bytes()
        length = (len(chunk) - 4).to_bytes(4, "big")
        path.write_bytes(whole[:33] + length + chunk + crc(chunk) + whole[33:])
    else:
        path = written(tmp_path, kind, values, extratags=[(0x0112, "H", 1, turn, True)])
    assert np.array_equal(read_image(path), read_image(flat))


def crc(chunk: bytes) -> bytes:
    return zlib.crc32(chunk).to_bytes(4, "big")


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's own, of the same thing
@pytest.mark.parametrize("kind", ["png", "tif", "lzw", "planes"])
def test_what_is_cut_off_is_refused(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, of_bits(16))
    content = path.read_bytes()
    for share in (0.2, 0.5, 0.95):
        path.write_bytes(content[: int(len(content) * share)])
        with pytest.raises(InputError, match=str(path)):
            read_image(path)


@given(st.lists(st.integers(0, 65535), min_size=1, max_size=20))
def test_brighter_stays_brighter_and_nothing_wraps(grey: list[int]) -> None:
    values = np.array(sorted(grey), np.uint16)[None, :, None].repeat(3, axis=2)
    seen = eight_bits(values)[0, :, 0].astype(int)
    assert (np.diff(seen) >= 0).all()
    full = (1 << depth_of(values)) - 1
    assert np.abs(seen - values[0, :, 0] * (255 / full)).max() <= 1


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_a_picture_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    options: dict[str, Any] = data.draw(
        st.sampled_from([{}, {"compression": "zlib"}, {"compression": "zlib", "rowsperstrip": 4}])
    )
    path = written(folder, "tif", of_bits(12), **options)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.one_of(st.integers(0, 300), st.integers(-300, -1)))
        whole[at] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)
    for read in (read_image, read_thumbnail, read_wide):
        with contextlib.suppress(InputError):
            read(path)


def test_a_tag_about_colour_differences_does_no_harm_to_rgb(tmp_path: Path) -> None:
    path = written(tmp_path, "tif", of_bits(12), extratags=[(530, "H", 2, (2, 2), True)])
    assert np.abs(read_image(path) - RAMP * 255).max() <= 1
