"""`segstudio predict` into a folder that holds masks already; with the model in the box."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from segstudio.core.presets import PRESETS, write_class_file
from segstudio.engine.files.sidecar import Sidecar, content_hash
from tests.unit.cli.conftest import Ended, Run


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    folder = tmp_path / "photos" / "images"
    folder.mkdir(parents=True)
    for name in ("one", "two"):
        pixels = Image.fromarray(rng.integers(0, 255, (6, 8, 3), dtype=np.uint8))
        pixels.resize((64, 48), Image.Resampling.BICUBIC).save(folder / f"{name}.png")
    return folder.parent


def _predict(run: Run, photos: Path, *more: object) -> Ended:
    return run("predict", photos, "--out", photos / "labels", "--device", "cpu", *more)


def _correct(mask: Path) -> bytes:
    with Image.open(mask) as label:
        label.rotate(180).save(mask)
    return mask.read_bytes()


def test_a_corrected_label_is_not_replaced_without_being_asked(run: Run, photos: Path) -> None:
    assert _predict(run, photos).code == 0
    assert _predict(run, photos).code == 0, "nothing is lost by predicting again"
    corrected = _correct(photos / "labels" / "one.png")
    ended = _predict(run, photos)
    assert ended.code == 2
    assert "one.png" in ended.err
    assert "two.png" not in ended.err
    assert "--overwrite" in ended.err
    assert (photos / "labels" / "one.png").read_bytes() == corrected
    assert _predict(run, photos, "--overwrite").code == 0
    assert (photos / "labels" / "one.png").read_bytes() != corrected


def test_a_label_that_the_window_saved_is_not_replaced_without_being_asked(run: Run, photos: Path) -> None:
    assert _predict(run, photos).code == 0
    state = Sidecar(photos / ".segstudio" / "state", "one")
    state.write({"status": "flagged"})
    assert _predict(run, photos).code == 0
    state.write({"label": content_hash((photos / "labels" / "one.png").read_bytes())})
    ended = _predict(run, photos)
    assert ended.code == 2
    assert "one.png" in ended.err
    assert _predict(run, photos, "--overwrite").code == 0


def test_masks_of_another_kind_are_not_mixed_in(run: Run, photos: Path, tmp_path: Path) -> None:
    assert _predict(run, photos).code == 0
    one, listed, table = photos / "labels" / "one.png", tmp_path / "list.txt", tmp_path / "classes.txt"
    former = one.read_bytes()
    listed.write_text("one\n")
    write_class_file(table, PRESETS["cityscapes"])
    for more, said in ((["--flip"], "other options"), (["--classes", table], "other classes")):
        ended = _predict(run, photos, "--list", listed, *more)
        assert ended.code == 2
        assert said in ended.err
        assert one.read_bytes() == former
    assert _predict(run, photos, "--list", listed, "--classes", table, "--overwrite").code == 0
    assert one.read_bytes() != former
    ended = run("evaluate", "--pred", photos / "labels", "--truth", photos / "labels", "--classes", table)
    assert "1 of the predictions is not as" in ended.err, "the other mask is of the run before"
    assert "(two)" in ended.err


def test_the_evaluation_names_files_that_are_no_predictions(run: Run, photos: Path, tmp_path: Path) -> None:
    assert _predict(run, photos).code == 0
    words = ("evaluate", "--pred", photos / "labels", "--truth", photos / "labels", "--classes", "camvid")
    assert "of the predictions" not in run(*words).err
    _correct(photos / "labels" / "two.png")
    (photos / "labels" / "three.png").write_bytes((photos / "labels" / "one.png").read_bytes())
    report = tmp_path / "report.json"
    ended = run(*words, "--json", report)
    assert ended.code == 0, ended.err
    assert "2 of the predictions are not as" in ended.err
    assert "(three, two)" in ended.err
    assert "2 of the predictions are not as" in report.read_text("utf-8")


def test_the_stale_mask_of_an_image_that_fails_is_removed(run: Run, photos: Path) -> None:
    assert _predict(run, photos).code == 0
    (photos / "images" / "one.png").write_bytes(b"broken")
    assert _predict(run, photos).code == 1
    assert [path.name for path in (photos / "labels").glob("*.png")] == ["two.png"]


def test_a_folder_of_masks_among_the_images_is_left_out_and_named(
    run: Run, photos: Path, tmp_path: Path
) -> None:
    images = photos / "images"
    assert run("predict", images, "--out", images / "masks", "--device", "cpu").code == 0
    ended = run("predict", images, "--out", tmp_path / "more", "--device", "cpu")
    assert ended.code == 0, ended.err
    assert "2 masks written" in ended.out
    assert f"{images / 'masks'} holds predictions" in ended.err
