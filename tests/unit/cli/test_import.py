"""`segstudio import`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segstudio.core.label_png import read_label
from tests.unit.cli.conftest import Run
from tests.unit.formats.reading.trees import grey, halves, picture


def test_import_then_export(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "set"
    for name in ("a", "b"):
        picture(root / "images" / f"{name}.jpg")
        grey(root / "masks" / f"{name}.png", halves(0, 255))
    ended = run("import", root)
    assert ended.code == 0, ended.err
    assert "2 masks/ labels written to" in ended.out
    assert np.array_equal(read_label(root / "labels" / "a.png"), halves(0, 1))
    ended = run("export", root, "--format", "voc", "--out", tmp_path / "out")
    assert ended.code == 0, ended.err
    assert "mask" in (tmp_path / "out" / "labelmap.txt").read_text()
    ended = run("import", root)
    assert ended.code == 0
    assert "no labels of another tool" in ended.out


def test_what_cannot_be_read_is_named_and_the_exit_code_says_so(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "set"
    for name in ("a", "b"):
        picture(root / "JPEGImages" / f"{name}.jpg")
        grey(root / "SegmentationClass" / f"{name}.png", halves(0, 1))
    (root / "SegmentationClass" / "b.png").write_bytes(b"")
    ended = run("import", root, "--labels", tmp_path / "elsewhere")
    assert ended.code == 1
    assert "b.png" in ended.err
    assert "1 PASCAL VOC label written" in ended.out
    assert (tmp_path / "elsewhere" / "a.png").exists()


def test_import_of_no_folder_is_2(run: Run, tmp_path: Path) -> None:
    assert run("import", tmp_path / "none").code == 2
