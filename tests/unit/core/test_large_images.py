"""Large pictures: decoded alike by less memory, and seen early."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segstudio.core import images, large_images
from segstudio.core.errors import InputError
from segstudio.core.images import read_image, read_reduced


@pytest.fixture
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "LARGE", 0)


def smooth(height: int = 150, width: int = 210) -> NDArray[np.uint8]:
    rng = np.random.default_rng(4)
    return np.asarray(cv2.resize(rng.integers(0, 256, (6, 8, 3), np.uint8), (width, height)), np.uint8)


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "1", "LA", "CMYK"])
@pytest.mark.parametrize("turn", [1, 6])
def test_it_looks_like_what_is_decoded_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, mode: str, turn: int
) -> None:
    if (mode == "CMYK") == (name == "a.png") or (mode in {"RGBA", "P", "LA"} and name == "a.jpg"):
        pytest.skip("there are no such files")
    exif = Image.Exif()
    exif[0x0112] = turn
    Image.fromarray(smooth()).convert(mode).save(tmp_path / name, exif=exif)
    expected = read_image(tmp_path / name)
    monkeypatch.setattr(images, "LARGE", 0)
    found = read_image(tmp_path / name)
    assert found.shape == expected.shape
    assert np.abs(found.astype(int) - expected.astype(int)).max() <= 3, "decoders round differently"


@pytest.mark.usefixtures("small_is_large")
@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.999])
def test_what_is_cut_off_is_refused(tmp_path: Path, name: str, share: float) -> None:
    path = tmp_path / name
    Image.effect_noise((300, 300), 60).convert("RGB").save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(InputError, match="damaged"):
        read_image(path)


def test_a_large_jpeg_is_seen_early(tmp_path: Path, small_is_large: None) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(smooth(800, 1200)).save(path, exif=exif)
    found = read_reduced(path, box=128)
    assert found is not None
    pixels, size = found
    assert size == (800, 1200)
    assert pixels.shape == (150, 100, 3)
    whole = np.asarray(cv2.resize(read_image(path), (100, 150), interpolation=cv2.INTER_AREA), int)
    assert np.abs(whole - pixels.astype(int)).max() < 12


def test_only_a_large_jpeg_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.fromarray(smooth()).save(tmp_path / "a.jpg")
    assert read_reduced(tmp_path / "a.jpg") is None
    monkeypatch.setattr(images, "LARGE", 0)
    assert read_reduced(tmp_path / "a.jpg") is None, "too small to be reduced by half"
    Image.fromarray(smooth()).save(tmp_path / "a.png")
    assert read_reduced(tmp_path / "a.png", box=10) is None


def test_a_decode_takes_two_copies_and_the_file(tmp_path: Path) -> None:
    """In a process of its own: its peak says what the decode took. 17.6 megapixels are 53 MB."""
    path = tmp_path / "a.jpg"
    cv2.imwrite(str(path), np.zeros((4200, 4200, 3), np.uint8))
    assert large_images.LARGE < 4200 * 4200
    code = (
        "import resource, sys; from pathlib import Path; from segstudio.core.images import read_image;"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024;"
        "before = peak(); pixels = read_image(Path(sys.argv[1])); print(peak() - before)"
    )
    if sys.platform != "linux":
        pytest.skip("other systems count memory in other units")
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < 2 * 53 + 30
