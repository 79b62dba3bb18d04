from __future__ import annotations

import contextlib
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from PIL import Image

from segstudio.core import label_png, planes
from segstudio.core.classes import table_of
from segstudio.core.errors import InputError
from segstudio.core.label_png import (
    check_label_values,
    encode_in_bands,
    encode_label,
    read_label,
    write_label,
)
from tests.unit.formats.reading.trees import bomb

TABLE = table_of(["background", "cat", "dog"])


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bit_by_bit(values: NDArray[np.uint8], depth: int, palette: bool) -> bytes:
    """A PNG by the letter of its specification, with no library in between."""
    bits = np.unpackbits(values[:, :, None], axis=2)[:, :, 8 - depth :].reshape(len(values), -1)
    lines = b"".join(b"\0" + row.tobytes() for row in np.packbits(bits, axis=1))
    height, width = values.shape
    head = struct.pack(">IIBBBBB", width, height, depth, 3 if palette else 0, 0, 0, 0)
    colours = [png_chunk(b"PLTE", bytes(range(2**depth)) * 3)] if palette else []
    parts = [png_chunk(b"IHDR", head), *colours, png_chunk(b"IDAT", zlib.compress(lines))]
    return b"".join([b"\x89PNG\r\n\x1a\n", *parts, png_chunk(b"IEND", b"")])


@pytest.mark.parametrize("palette", [True, False])
@pytest.mark.parametrize("depth", [1, 2, 4, 8])
def test_few_bits_hold_the_same_ids_as_eight(tmp_path: Path, depth: int, palette: bool) -> None:
    label = np.random.default_rng(depth).integers(0, 2**depth, (9, 13), np.uint8)
    path = tmp_path / "a.png"
    path.write_bytes(bit_by_bit(label, depth, palette))
    assert np.array_equal(read_label(path), label)


@settings(max_examples=40, deadline=None)
@given(arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=40)))
def test_written_labels_read_back_and_opencv_sees_the_palette(label: np.ndarray) -> None:
    data = encode_label(label, TABLE)
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    seen = decoded[:, :, ::-1]
    for c in TABLE.classes:
        assert (seen[label == c.id] == c.colour).all()


def test_round_trip_through_a_file(tmp_path: Path) -> None:
    label = np.random.default_rng(0).integers(0, 256, (37, 53)).astype(np.uint8)
    write_label(tmp_path / "deep" / "er" / "a.png", label, TABLE)
    assert np.array_equal(read_label(tmp_path / "deep" / "er" / "a.png", (37, 53)), label)


def test_real_labels_read_as_opencv_reads_grey_ones(data: Path) -> None:
    for path in sorted(data.glob("*/labels/*.png"))[::60]:
        with Image.open(path) as image:
            raw = np.array(image)
        assert np.array_equal(read_label(path), raw)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "I;16"])
def test_a_picture_is_not_taken_for_a_label(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (4, 4)).save(tmp_path / "a.png")
    with pytest.raises(InputError, match="no label file"):
        read_label(tmp_path / "a.png")


def test_a_label_of_another_size_is_named_with_both_sizes(tmp_path: Path) -> None:
    write_label(tmp_path / "a.png", np.zeros((4, 5), np.uint8), TABLE)
    with pytest.raises(InputError, match=r"a\.png is 5×4 pixels, but its image is 6×4"):
        read_label(tmp_path / "a.png", (4, 6))


def test_a_label_cut_at_any_byte_is_a_sentence_never_a_wrong_mask(tmp_path: Path) -> None:
    label = np.random.default_rng(1).integers(0, 3, (24, 24)).astype(np.uint8)
    whole = encode_label(label, TABLE)
    path = tmp_path / "a.png"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with contextlib.suppress(InputError):  # where only the end mark is missing, all pixels are there
            assert np.array_equal(read_label(path), label)


def test_values_outside_the_table_are_listed(tmp_path: Path) -> None:
    label = np.array([[0, 1, 2, 255, 7, 9]], np.uint8)
    with pytest.raises(InputError, match=r"a\.png holds the values 7, 9"):
        check_label_values(label, TABLE, tmp_path / "a.png")
    check_label_values(label[:, :4], TABLE, tmp_path / "a.png")


def test_a_photo_format_under_a_png_name_is_refused(tmp_path: Path) -> None:
    """JPEG blurs class ids into each other; most stay valid, so nothing else would notice."""
    path = tmp_path / "label.png"
    Image.fromarray(np.zeros((8, 8), np.uint8)).save(path, format="JPEG")
    with pytest.raises(InputError, match="JPEG"):
        read_label(path)


@pytest.mark.parametrize("shape", [(1, 1), (70, 90)])
@pytest.mark.parametrize("coloured", [True, False])
def test_a_label_that_is_packed_in_bands_is_read_by_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: tuple[int, int], coloured: bool
) -> None:
    monkeypatch.setattr(planes, "BAND", 500)
    label = np.random.default_rng(1).integers(0, 256, shape, np.uint8)
    palette = bytes(range(256)) * 3
    path = tmp_path / "a.png"
    path.write_bytes(encode_in_bands(label, palette if coloured else None))
    with Image.open(path) as image:
        assert image.mode == ("P" if coloured else "L")
        assert np.array_equal(np.asarray(image), label)
        assert not coloured or bytes(image.getpalette() or []) == palette
    assert np.array_equal(read_label(path), label)


def test_huge_labels_are_written_in_bands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    label = np.random.default_rng(1).integers(0, 3, (40, 60), np.uint8)
    table = table_of(["a", "b", "c"])
    write_label(tmp_path / "a.png", label, table)
    monkeypatch.setattr(label_png, "HUGE", 100)
    write_label(tmp_path / "b.png", label, table)
    assert np.array_equal(read_label(tmp_path / "b.png"), label)
    with Image.open(tmp_path / "a.png") as usual, Image.open(tmp_path / "b.png") as huge:
        assert usual.getpalette() == huge.getpalette()


def test_a_label_that_says_it_is_enormous_is_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(bomb(3))
    with pytest.raises(InputError, match=r"a\.png is 100000×100000 pixels"):
        read_label(path, (12, 16))


def test_a_label_that_is_empty_or_a_folder_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.png is empty"):
        read_label(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(InputError, match=r"a\.png is a folder"):
        read_label(path)
