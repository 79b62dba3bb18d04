from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.errors import InputError
from segstudio.core.images import image_size, natural_key, naturally_sorted, read_image, read_thumbnail

RED_THEN_BLUE = np.array([[[200, 0, 0], [0, 0, 200]]] * 3, np.uint8)  # 3×2, left red, right blue


def saved(folder: Path, image: Image.Image, name: str = "a.png", **options: Any) -> Path:
    image.save(folder / name, **options)
    return folder / name


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "LA", "1", "CMYK"])
def test_every_mode_becomes_rgb(tmp_path: Path, mode: str) -> None:
    name = "a.tif" if mode == "CMYK" else "a.png"
    path = saved(tmp_path, Image.fromarray(RED_THEN_BLUE).convert(mode), name)
    pixels = read_image(path)
    assert pixels.shape == (3, 2, 3)
    assert pixels.dtype == np.uint8


def test_transparent_pixels_lie_over_white(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGBA", (2, 2), (255, 0, 0, 0)))
    assert (read_image(path) == 255).all()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_turns_are_applied_alike_to_pixels_and_size(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path, Image.new("RGB", (40, 24)), "a.jpg", exif=exif)
    height, width = read_image(path).shape[:2]
    assert (width, height) == image_size(path) == ((24, 40) if orientation >= 5 else (40, 24))


def test_turned_pixels_are_where_they_are_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    path = saved(tmp_path, Image.fromarray(RED_THEN_BLUE), "a.png", exif=exif)
    assert np.array_equal(read_image(path), RED_THEN_BLUE[::-1, ::-1])


@pytest.mark.parametrize("dtype", [np.uint16, np.float32])
def test_more_than_eight_bits_are_stretched_over_their_own_range(tmp_path: Path, dtype: type) -> None:
    ramp: NDArray[Any] = np.linspace(1000, 4000, 64).reshape(8, 8).astype(dtype)
    tifffile.imwrite(tmp_path / "a.tif", ramp)
    pixels = read_image(tmp_path / "a.tif")
    assert (pixels.min(), pixels.max()) == (0, 255)
    assert (np.diff(pixels[:, :, 0].reshape(-1).astype(int)) >= 0).all()


def test_a_flat_16_bit_picture_is_no_division_by_zero(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", np.full((4, 4), 7777, np.uint16))
    assert read_image(tmp_path / "a.tif").shape == (4, 4, 3)


def broken_files(folder: Path) -> dict[str, Path]:
    good = saved(folder, Image.effect_noise((64, 64), 50).convert("RGB"), "good.jpg").read_bytes()
    contents = {
        "empty.jpg": b"",
        "text.jpg": b"this is no picture at all",
        "half.jpg": good[: len(good) // 2],
        "headless.png": b"\x89PNG\r\n\x1a\n",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    (folder / "folder.jpg").mkdir()
    return {n: folder / n for n in (*contents, "folder.jpg", "missing.jpg")}


@pytest.mark.parametrize(
    "name", ["empty.jpg", "text.jpg", "half.jpg", "headless.png", "folder.jpg", "missing.jpg"]
)
def test_what_is_broken_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = broken_files(tmp_path)[name]
    with pytest.raises(InputError) as caught:
        read_image(path)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".") or "?" in str(caught.value)


def test_a_picture_over_the_limit_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("1", (2000, 2000)))
    with pytest.raises(InputError, match="2000×2000"):
        read_image(path, max_pixels=1_000_000)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (640, 480)])
def test_thumbnails_fit_the_box_and_keep_the_aspect(tmp_path: Path, size: tuple[int, int]) -> None:
    path = saved(tmp_path, Image.new("RGB", size), "a.jpg")
    height, width = read_thumbnail(path, 160).shape[:2]
    assert 1 <= width <= 160
    assert 1 <= height <= 160
    if size == (640, 480):
        assert (width, height) == (160, 120)


def test_natural_order() -> None:
    names = ["img10", "img2", "IMG1", "img2b", "10", "9", "img"]
    assert sorted(names, key=natural_key) == ["9", "10", "img", "IMG1", "img2", "img2b", "img10"]


@given(st.lists(st.text("01239aB٣.", max_size=6)), st.lists(st.from_regex(r"\A[0-9]{2}[a][0-9]\Z")))
def test_many_are_sorted_as_each_would_be(some: list[str], numbered: list[str]) -> None:
    for texts in (some, numbered):
        assert naturally_sorted(texts) == sorted(texts, key=lambda text: (natural_key(text), text))


def test_a_part_of_a_damaged_file_may_claim_to_be_larger_than_memory(tmp_path: Path) -> None:
    """Pillow asks for all at once that lies before the next part."""
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, np.zeros((16, 48, 3), np.uint8), photometric="rgb", tile=(16, 16), bigtiff=True)
    with tifffile.TiffFile(path, mode="r+") as tiff:
        places = tiff.pages.first.tags["TileOffsets"]
        places.overwrite([places.value[0], 1 << 60, 1 << 61])
    with pytest.raises(InputError, match=r"a\.tif asks for more memory"):
        read_image(path)
