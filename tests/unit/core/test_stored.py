"""Turned pictures: the size that is told without decoding is that of the pixels, wherever the file says how it is turned."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from segstudio.core import images
from segstudio.core.errors import InputError
from segstudio.core.images import image_size, read_image
from segstudio.core.wide_image import read_wide

PIXELS = np.arange(20 * 40 * 3, dtype=np.uint32).reshape(20, 40, 3).astype(np.uint8)
SEEN = {1: PIXELS, 3: PIXELS[::-1, ::-1], 6: np.rot90(PIXELS, -1), 8: np.rot90(PIXELS)}


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def joined(parts: list[tuple[bytes, bytes]]) -> bytes:
    coded = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(coded)


def png_parts() -> list[tuple[bytes, bytes]]:
    stream = io.BytesIO()
    Image.fromarray(PIXELS).save(stream, format="PNG")
    return list(chunks(stream.getvalue()))


def exif(turn: int) -> bytes:
    found = Image.Exif()
    found[0x0112] = turn
    return found.tobytes()[6:]  # eXIf holds no 'Exif' mark


def words(kind: str, turn: int) -> tuple[bytes, bytes]:
    """A chunk that says how the picture is turned."""
    if kind == "exif":
        return b"eXIf", exif(turn)
    if kind == "xmp":
        return b"iTXt", b'XML:com.adobe.xmp\0\0\0\0\0<x tiff:Orientation="%d"/>' % turn
    raw = b"Exif\0\0" + exif(turn)
    return b"tEXt", b"Raw profile type exif\0\nexif\n%8d\n" % len(raw) + raw.hex().encode()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("kind", ["exif", "xmp", "profile"])
@pytest.mark.parametrize("turn", list(SEEN))
def test_a_png_may_say_it_before_or_behind_its_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turn: int, kind: str, behind: bool, large: bool
) -> None:
    if large:
        monkeypatch.setattr(images, "LARGE", 0)
    parts = png_parts()
    parts.insert(len(parts) - 1 if behind else 1, words(kind, turn))
    path = tmp_path / "a.png"
    path.write_bytes(joined(parts))
    assert np.array_equal(read_image(path), SEEN[turn])
    assert image_size(path) == SEEN[turn].shape[1::-1]


@pytest.mark.parametrize("behind", [False, True])
def test_the_size_of_a_png_is_told_without_its_pixels(tmp_path: Path, behind: bool) -> None:
    parts = [(kind, b"no pixels" if kind == b"IDAT" else data) for kind, data in png_parts()]
    parts.insert(len(parts) - 1 if behind else 1, words("exif", 6))
    path = tmp_path / "a.png"
    path.write_bytes(joined(parts))
    assert image_size(path) == (20, 40)
    with pytest.raises(InputError, match="damaged"):
        read_image(path)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_a_png_that_ends_anywhere_is_a_size_or_a_sentence(tmp_path: Path) -> None:
    whole = joined([*png_parts()[:-1], words("exif", 3), (b"IEND", b"")])
    path = tmp_path / "a.png"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with contextlib.suppress(InputError):
            assert image_size(path) == (40, 20)


def turned_tiff(path: Path, pixels: NDArray[Any], turn: int, compression: str | None) -> Path:
    tifffile.imwrite(path, pixels, compression=compression, extratags=[(0x0112, "H", 1, turn, True)])
    return path


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("turn", list(SEEN))
def test_a_tiff_has_the_size_of_its_pixels(tmp_path: Path, turn: int, compression: str | None) -> None:
    path = turned_tiff(tmp_path / "a.tif", PIXELS, turn, compression)
    assert np.array_equal(read_image(path), SEEN[turn])
    assert image_size(path) == SEEN[turn].shape[1::-1]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_a_grey_tiff_is_turned_and_not_shuffled(
    tmp_path: Path, compression: str | None, dtype: type
) -> None:
    grey: NDArray[Any] = PIXELS[:, :, 0].astype(dtype)
    grey[0, 0] = np.iinfo(dtype).max
    path = turned_tiff(tmp_path / "a.tif", grey, 6, compression)
    upright = np.rot90(grey, -1)
    assert image_size(path) == (20, 40)
    pixels = read_image(path)
    assert pixels.shape == (40, 20, 3)
    assert np.array_equal(pixels[:, :, 0] == 255, upright == upright.max())
    if dtype is np.uint16:
        wide = read_wide(path)
        assert wide is not None
        assert np.array_equal(wide.values[:, :, 0], upright)


@pytest.mark.filterwarnings("ignore")  # Pillow tells of what it passes over
@pytest.mark.parametrize("shape", [(9, 11), (9, 11, 3)])
def test_a_tiff_with_a_damaged_header_is_read_or_a_sentence(tmp_path: Path, shape: tuple[int, ...]) -> None:
    """Every byte of the fields by itself; in some of them a number becomes a text."""
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, np.arange(np.prod(shape)).reshape(shape).astype(np.uint16) * 100)
    whole = path.read_bytes()
    for at in range(8, 230):
        for value in (2, 7):
            path.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
            with contextlib.suppress(InputError):
                width, height = image_size(path)
                if width * height < 10**6:
                    read_image(path)
                    read_wide(path)
