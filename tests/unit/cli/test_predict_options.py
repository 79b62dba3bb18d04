"""Options of `segstudio predict`, and whatever may lie in a folder of images; with the model in the box."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from segstudio.core.label_png import read_label
from tests.unit.cli.conftest import Run


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A folder with one picture of 64×48 pixels."""
    rng = np.random.default_rng(0)
    small = rng.integers(0, 255, (6, 8, 3), dtype=np.uint8)
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.fromarray(small).resize((64, 48), Image.Resampling.BICUBIC).save(folder / "one.png")
    return folder


def _picture(kind: str) -> Image.Image:
    rng = np.random.default_rng(1)
    grey = rng.integers(0, 256, (40, 50), dtype=np.uint8)
    pictures: dict[str, Callable[[], Image.Image]] = {
        "grey": lambda: Image.fromarray(grey),
        "rgba": lambda: Image.fromarray(rng.integers(0, 256, (40, 50, 4), dtype=np.uint8)),
        "deep": lambda: Image.fromarray(rng.integers(0, 65536, (40, 50), dtype=np.uint16)),
        "pixel": lambda: Image.new("RGB", (1, 1), (9, 9, 9)),
        "strip": lambda: Image.new("RGB", (5000, 1), (99, 120, 30)),
        "black": lambda: Image.new("RGB", (50, 40)),
    }
    return pictures[kind]()


KINDS = ("grey", "rgba", "deep", "pixel", "strip", "black")


def test_every_kind_of_picture_has_a_mask_of_its_size(run: Run, tmp_path: Path) -> None:
    for kind in KINDS:
        path = tmp_path / "photos" / f"{kind}.png"
        path.parent.mkdir(exist_ok=True)
        _picture(kind).save(path)
    out, sure = tmp_path / "masks", tmp_path / "sure"
    ended = run("predict", tmp_path / "photos", "--out", out, "--device", "cpu", "--confidence", sure)
    assert ended.code == 0, ended.err
    for kind in KINDS:
        width, height = _picture(kind).size
        assert read_label(out / f"{kind}.png", (height, width)).max() < 11
        assert (
            read_label(sure / f"{kind}.png", (height, width)).min() > 255 // 12
        )  # of eleven classes one has more


def test_confidence_is_an_8_bit_grey_map_beside_the_masks(run: Run, photo: Path, tmp_path: Path) -> None:
    out, sure = tmp_path / "masks", photo / "sure"
    ended = run("predict", photo, "--out", out, "--device", "cpu", "--confidence", sure)
    assert ended.code == 0, ended.err
    with Image.open(sure / "one.png") as image:
        assert image.mode == "L"
        assert image.size == (64, 48)
    again = run(
        "predict", photo, "--out", out, "--device", "cpu", "--confidence", sure
    )  # are no images now
    assert again.code == 0, again.err
    assert "1 mask written" in again.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--scales", "0"], "scale"),
        (["--scales", "1,zwei"], "zwei"),
        (["--scales", "1,1"], "different"),
        (["--scales", ""], "scales"),
        (["--scales", "nan"], "nan"),
        (["--refine", "polish"], "polish"),
    ],
)
def test_wrong_options_are_2_before_anything_is_written(
    run: Run, photo: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    ended = run("predict", photo, "--out", tmp_path / "masks", *words)
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "masks").exists()


def test_confidence_never_replaces_masks_or_images(run: Run, photo: Path, tmp_path: Path) -> None:
    out, foreign = tmp_path / "masks", tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "one.png").write_bytes(b"of a person")
    for confidence in (out, photo, foreign):
        ended = run("predict", photo, "--out", out, "--confidence", confidence)
        assert ended.code == 2
        assert not out.exists()
    assert (foreign / "one.png").read_bytes() == b"of a person"


def test_options_are_part_of_what_is_noted(run: Run, photo: Path, tmp_path: Path) -> None:
    out = tmp_path / "masks"
    ended = run(
        "predict", photo, "--out", out, "--device", "cpu", "--scales", "0.75,1", "--flip", "--refine", "guided"
    )  # fmt: skip
    assert ended.code == 0, ended.err
    note = json.loads((out / ".segstudio" / "predictions.json").read_text("utf-8"))
    assert "scales 0.75+1 mirrored refined (guided)" in note["model"]


def test_a_folder_that_cannot_be_opened_is_named(
    run: Run, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = photo / "locked"
    locked.mkdir()
    plain = os.scandir

    def scandir(path: Any) -> Iterator[Any]:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied")
        return plain(path)

    monkeypatch.setattr(os, "scandir", scandir)
    ended = run("predict", photo, "--out", tmp_path / "masks", "--device", "cpu")
    assert ended.code == 1
    assert str(locked) in ended.err
    assert "1 mask written" in ended.out
    (photo / "one.png").unlink()
    ended = run("predict", photo, "--out", tmp_path / "more", "--device", "cpu")
    assert ended.code == 2
    assert str(locked) in ended.err


def test_a_picture_looked_at_smaller_than_it_is_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    Image.new("RGB", (840, 740), (90, 90, 90)).save(tmp_path / "photos" / "large.png")
    ended = run("predict", tmp_path / "photos", "--out", tmp_path / "masks", "--device", "cpu")
    assert ended.code == 0
    assert "--full-size" in ended.err
    ended = run(
        "predict", tmp_path / "photos", "--out", tmp_path / "full", "--device", "cpu", "--full-size"
    )
    assert ended.code == 0
    assert "--full-size" not in ended.err


def test_where_the_model_is_not_sure_enough_the_mask_is_void(run: Run, photo: Path, tmp_path: Path) -> None:
    whole, sure, part = (tmp_path / name for name in ("whole", "sure", "part"))
    assert run("predict", photo, "--out", whole, "--device", "cpu", "--confidence", sure).code == 0
    confidence = np.asarray(Image.open(sure / "one.png"))
    middle = float(np.median(confidence)) / 255
    ended = run("predict", photo, "--out", part, "--device", "cpu", "--min-confidence", middle)
    assert ended.code == 0, ended.err
    expected = np.where(confidence >= round(255 * middle), read_label(whole / "one.png"), 11)
    assert 0 < (expected == 11).sum() < expected.size
    assert np.array_equal(read_label(part / "one.png"), expected)
    again = run("predict", photo, "--out", part, "--device", "cpu")
    assert again.code == 2, "masks of two ways of asking do not lie in one folder"
    assert run("predict", photo, "--out", part, "--min-confidence", 1.5).code == 2
