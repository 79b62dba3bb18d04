"""`segstudio predict` with the model in the box, on pictures small enough for a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from segstudio.core.label_png import check_label_values, read_label
from segstudio.core.presets import PRESETS
from tests.unit.cli.conftest import Run


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    for name in ("one.jpg", "deep/two.png", "same.png", "same.jpg"):
        path = tmp_path / "photos" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(rng.integers(0, 255, (48, 64, 3), dtype=np.uint8)).save(path)
    return tmp_path / "photos"


def test_masks_of_a_folder_with_one_broken_image(run: Run, photos: Path, tmp_path: Path) -> None:
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    out = tmp_path / "masks"
    ended = run("predict", photos, "--out", out, "--device", "cpu")
    assert ended.code == 1
    assert "broken.jpg" in ended.err
    assert "CC BY-NC 4.0" in ended.err
    assert "4 masks written" in ended.out
    masks = {p.relative_to(out).as_posix(): p for p in out.rglob("*.png")}
    assert set(masks) == {"one.png", "deep/two.png", "same.png.png", "same.jpg.png"}
    camvid = PRESETS["camvid"]
    for path in masks.values():
        check_label_values(read_label(path, (48, 64)), camvid, path)
        with Image.open(path) as mask:
            palette: Any = mask.getpalette()
            assert mask.mode == "P"
            assert tuple(palette[9:12]) == camvid.colour_of(3)

    # what the evaluation knows of these predictions
    report = tmp_path / "r.json"
    ended = run("evaluate", "--pred", out, "--truth", out, "--classes", "camvid", "--json", report)
    assert ended.code == 0
    assert "other classes" not in ended.err
    assert "deeplabv3plus" in json.loads(report.read_text("utf-8"))["model"]
    assert "other classes" in run("evaluate", "--pred", out, "--truth", out, "--classes", "voc").err


def test_classes_of_another_table_are_mapped_and_the_rest_is_said(
    run: Run, photos: Path, tmp_path: Path
) -> None:
    listed, table = tmp_path / "val.txt", tmp_path / "classes.txt"
    listed.write_text("one\n")
    table.write_text("5\troad\t1 2 3\n6\tBUILDING\t1 2 3\n7\tcow\t0 0 0\n")
    out = tmp_path / "masks"
    ended = run("predict", photos, "--out", out, "--list", listed, "--classes", table)
    assert ended.code == 0, ended.err
    assert "Pedestrian" in ended.err
    assert "Road" not in ended.err.split("without a partner")[1]
    assert [p.name for p in out.rglob("*.png")] == ["one.png"]
    assert set(np.unique(read_label(out / "one.png")).tolist()) <= {5, 6, 255}


def test_a_map_written_edited_and_used(run: Run, photos: Path, tmp_path: Path) -> None:
    listed, table, mapping = tmp_path / "val.txt", tmp_path / "classes.txt", tmp_path / "map.txt"
    listed.write_text("one\n")
    table.write_text("5\tground\t1 2 3\n6\tthings\t1 2 3\n")
    words = ["predict", photos, "--out", tmp_path / "masks", "--list", listed, "--classes", table]
    ended = run(*words)
    assert ended.code == 2
    assert "every mask would be empty" in ended.err
    ended = run(*words, "--write-map", mapping)
    assert ended.code == 0
    assert "11 without a partner" in ended.err
    assert not (tmp_path / "masks").exists()
    text = mapping.read_text("utf-8")
    for name in ("Road", "Pavement"):
        text = text.replace(f"# {name} = ", f"{name} = ground")
    text = text.replace("# Sky = ", "Sky = ignore")
    mapping.write_text("".join(line.replace("# ", "") + "things\n" if line.endswith("= ") else line + "\n"
                               for line in text.splitlines()))  # fmt: skip
    ended = run(*words, "--map", mapping)
    assert ended.code == 0, ended.err
    assert "without a partner" not in ended.err
    assert set(np.unique(read_label(tmp_path / "masks" / "one.png")).tolist()) <= {5, 6, 255}
    ended = run("evaluate", "--pred", tmp_path / "masks", "--truth", tmp_path / "masks", "--classes", table)
    assert ended.code == 0, ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--map", "m.txt"], "--classes"),
        (["--classes", "voc", "--map", "absent.txt"], "absent.txt"),
        (["--model", "no_such_model"], "no_such_model"),
        (["--device", "cuda:99"], "cuda:99"),
        (["--list", "absent.txt"], "absent.txt"),
        (["--classes", "no such table"], "no such table"),
    ],
)
def test_wrong_input_is_2(run: Run, photos: Path, tmp_path: Path, words: list[str], said: str) -> None:
    ended = run("predict", photos, "--out", tmp_path / "masks", *words)
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "masks").exists()


def test_a_file_that_is_no_model_is_2(run: Run, photos: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.pth"
    model.write_bytes(b"nonsense")
    ended = run("predict", photos, "--out", tmp_path / "masks", "--model", model)
    assert ended.code == 2
    assert "model.pth" in ended.err
