"""Masks for a folder: names, broken images, and what stops the work. A stand-in for the model needs no torch."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Lock
from typing import ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.classes import ClassTable, map_classes, table_of
from segstudio.core.errors import Cancelled, InputError, WorkError
from segstudio.core.prediction import Prediction
from segstudio.core.progress import CancelToken
from segstudio.deeplab.failures import BrokenModelError
from segstudio.engine.files.prediction_note import PredictionNote, read_note, write_note
from segstudio.engine.files.sidecar import content_hash
from segstudio.engine.models.images_to_predict import images_to_predict, refuse_a_mixture
from segstudio.engine.models.predict_folder import FolderResult, predict_folder

TABLE = table_of(["dark", "middle", "light"])
NOTE = PredictionNote("by brightness (1d)", "l", "c", TABLE, "")


class ByBrightness:
    """Class 0, 1 or 2 by the brightness of each pixel, at full resolution."""

    batch = 1

    def predict_many(
        self, images: Sequence[NDArray[np.uint8]], cancel: CancelToken | None = None
    ) -> list[Prediction]:
        return [self.predict(image, cancel) for image in images]

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
        classes = image[:, :, 0] // 86
        logits = np.stack([(classes == c) * 20.0 for c in range(3)]).astype(np.float32)
        return Prediction.from_logits(logits, image.shape[:2], TABLE, "id", "by brightness")


def _image(path: Path, value: int = 0) -> NDArray[np.uint8]:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.full((6, 9, 3), value, np.uint8)
    pixels[2:4, 3:5] = 250
    Image.fromarray(pixels).save(path)
    return (pixels[:, :, 0] // 86).astype(np.uint8)


def test_masks_are_indexed_and_named_after_their_images(tmp_path: Path) -> None:
    folder, out = tmp_path / "photos", tmp_path / "out"
    expected = {
        "b": _image(folder / "b.png"),
        "north/a": _image(folder / "north" / "a.png", 100),
        "x.png": _image(folder / "x.png"),
        "x.bmp": _image(folder / "x.bmp", 200),
    }
    seen: list[tuple[int, int]] = []
    result = predict_folder(
        images_to_predict(folder, out),
        out,
        [ByBrightness()],
        TABLE,
        progress=lambda d, t, _: seen.append((d, t)),
    )
    assert result.failed == ()
    assert seen == [(n, 4) for n in range(1, 5)]
    for key, label in expected.items():
        with Image.open(out / f"{key}.png") as mask:
            assert mask.mode == "P"
            assert np.array_equal(np.array(mask), label)
    assert {p.relative_to(out).as_posix() for p in result.written} == {f"{key}.png" for key in expected}


def test_the_images_folder_is_taken_and_label_folders_are_not(tmp_path: Path) -> None:
    _image(tmp_path / "images" / "a.png")
    _image(tmp_path / "labels" / "a.png")
    assert [key for key, _ in images_to_predict(tmp_path, tmp_path / "out")] == ["a"]
    _image(tmp_path / "bare" / "b.png")
    _image(tmp_path / "bare" / "labels" / "b.png")
    _image(tmp_path / "bare" / "out" / "b.png")
    write_note(tmp_path / "bare" / "out", PredictionNote("m", "l", "c", TABLE))
    found = images_to_predict(tmp_path / "bare", tmp_path / "bare" / "out")
    assert [key for key, _ in found] == ["b"]


def test_masks_of_a_former_run_are_no_images(tmp_path: Path) -> None:
    """`predict photos --out photos/masks` and then another --out: the masks were predicted as well."""
    for name in ("a", "deep/b", "masks/a", "masks/deep/b", "deep/sure/b"):
        _image(tmp_path / f"{name}.png")
    for folder in (tmp_path / "masks", tmp_path / "deep" / "sure"):
        write_note(folder, NOTE)
    left_out: list[Path] = []
    found = images_to_predict(tmp_path, tmp_path / "out", predicted=left_out)
    assert [key for key, _ in found] == ["a", "deep/b"]
    assert left_out == [tmp_path / "deep" / "sure", tmp_path / "masks"]
    assert len(images_to_predict(tmp_path / "masks", tmp_path / "out")) == 2, (
        "a folder that was named is taken"
    )
    (tmp_path / "a.png").unlink()
    (tmp_path / "deep" / "b.png").unlink()
    with pytest.raises(InputError, match="no images but the masks in"):
        images_to_predict(tmp_path, tmp_path / "out")


def test_a_broken_image_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        _image(tmp_path / "in" / f"{name}.png")
    (tmp_path / "in" / "b.png").write_bytes(b"broken")
    out = tmp_path / "out"
    result = predict_folder(images_to_predict(tmp_path / "in", out), out, [ByBrightness()], TABLE)
    assert [key for key, _ in result.failed] == ["b"]
    assert "b.png" in result.failed[0][1]
    assert sorted(p.name for p in out.iterdir()) == ["a.png", "c.png"]


class Narrow(ByBrightness):
    """Fails for images whose first pixel is as bright as `bright`."""

    def __init__(self, bright: int, error: WorkError, batch: int = 1) -> None:
        self.bright, self.error, self.batch = bright, error, batch

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
        if image[0, 0, 0] == self.bright:
            raise self.error
        return super().predict(image, cancel)


@pytest.mark.parametrize("batch", [1, 3])
def test_an_image_that_lacks_memory_is_named_and_the_rest_goes_on(tmp_path: Path, batch: int) -> None:
    for n in range(5):
        _image(tmp_path / "in" / f"{n}.png", 20 * n)
    images, out = images_to_predict(tmp_path / "in", tmp_path / "out"), tmp_path / "out"
    narrow = Narrow(40, WorkError("There is too little memory."), batch)
    result = predict_folder(images, out, [narrow], TABLE)
    assert result.failed == (("2", "There is too little memory."),)
    assert sorted(p.stem for p in out.iterdir()) == ["0", "1", "3", "4"]


@pytest.mark.parametrize("batch", [1, 3])
def test_a_model_that_is_broken_ends_the_folder(tmp_path: Path, batch: int) -> None:
    for n in range(5):
        _image(tmp_path / "in" / f"{n}.png", 20 * n)
    images, out = images_to_predict(tmp_path / "in", tmp_path / "out"), tmp_path / "out"
    with pytest.raises(BrokenModelError, match="no numbers"):
        predict_folder(images, out, [Narrow(40, BrokenModelError("no numbers"), batch)], TABLE)
    assert not (out / "4.png").exists()


def test_neighbours_of_one_size_are_predicted_together(tmp_path: Path) -> None:
    class Together(ByBrightness):
        batch = 3
        seen: ClassVar[list[int]] = []

        def predict_many(
            self, images: Sequence[NDArray[np.uint8]], cancel: CancelToken | None = None
        ) -> list[Prediction]:
            assert len({image.shape for image in images}) == 1
            self.seen.append(len(images))
            return super().predict_many(images, cancel)

    expected = {str(n): _image(tmp_path / "in" / f"{n}.png", 20 * n) for n in range(8)}
    (tmp_path / "in" / "4.png").write_bytes(b"no picture")
    Image.fromarray(np.zeros((3, 4, 3), np.uint8)).save(tmp_path / "in" / "6.png")
    expected["6"] = np.zeros((3, 4), np.uint8)
    out, seen = tmp_path / "out", list[int]()
    images = images_to_predict(tmp_path / "in", out)
    result = predict_folder(
        images, out, [Together()], TABLE, progress=lambda done, _total, _key: seen.append(done)
    )
    assert [key for key, _ in result.failed] == ["4"]
    assert Together.seen == [3]  # 0 1 2, then 3, 5, 6 and 7 alone
    assert seen == list(range(1, 9))
    assert [path.stem for path in result.written] == ["0", "1", "2", "3", "5", "6", "7"]
    for path in result.written:
        assert np.array_equal(np.array(Image.open(path)), expected[path.stem])


def test_ids_of_another_table_by_name(tmp_path: Path) -> None:
    _image(tmp_path / "in" / "a.png")
    table = ClassTable(table_of(["x", "LIGHT"]).classes, ignore_index=77)
    out, mapping = tmp_path / "out", map_classes(TABLE, table)
    predict_folder(images_to_predict(tmp_path / "in", out), out, [ByBrightness()], table, mapping)
    assert sorted(set(np.array(Image.open(out / "a.png")).ravel().tolist())) == [1, 77]


def test_a_list_restricts_and_has_to_be_right(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _image(tmp_path / "in" / f"{name}.png")
    listed = tmp_path / "val.txt"
    listed.write_text("b\n")
    assert [key for key, _ in images_to_predict(tmp_path / "in", tmp_path / "out", listed)] == ["b"]
    listed.write_text("b\nc\n")
    with pytest.raises(InputError, match="c"):
        images_to_predict(tmp_path / "in", tmp_path / "out", listed)


def test_a_folder_without_images_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no images"):
        images_to_predict(tmp_path, tmp_path / "out")
    _image(tmp_path / "photo.png")
    with pytest.raises(InputError, match=r"photo\.png is a file\. Give the folder"):
        images_to_predict(tmp_path / "photo.png", tmp_path / "out")


def test_a_folder_that_cannot_be_written_stops_the_work(tmp_path: Path) -> None:
    for n in range(12):
        _image(tmp_path / "in" / f"{n}.png")
    (tmp_path / "out").write_text("a file in the way")
    images = images_to_predict(tmp_path / "in", tmp_path / "out")
    with pytest.raises(WorkError, match="out"):
        predict_folder(images, tmp_path / "out", [ByBrightness()], TABLE)


def test_several_predictors_share_a_folder_and_none_is_used_twice_at_once(tmp_path: Path) -> None:
    class Exclusive(ByBrightness):
        def __init__(self, meeting: Barrier) -> None:
            self._meeting, self._busy, self.images = meeting, Lock(), 0

        def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
            assert self._busy.acquire(blocking=False)
            self._meeting.wait(30)  # both are at work at the same time
            self.images += 1
            self._busy.release()
            return super().predict(image, cancel)

    expected = {str(n): _image(tmp_path / "in" / f"{n}.png", 20 * n) for n in range(8)}
    (tmp_path / "in" / "4.png").write_bytes(b"no picture")
    (tmp_path / "in" / "5.png").write_bytes(b"no picture")
    out, meeting, seen = tmp_path / "out", Barrier(2), list[int]()
    crew = [Exclusive(meeting), Exclusive(meeting)]
    images = images_to_predict(tmp_path / "in", out)
    result = predict_folder(images, out, crew, TABLE, progress=lambda done, _total, _key: seen.append(done))
    assert [key for key, _ in result.failed] == ["4", "5"]
    assert [predictor.images for predictor in crew] == [3, 3]
    assert seen == list(range(1, 9))
    for path in result.written:
        assert np.array_equal(np.array(Image.open(path)), expected[path.stem])


def test_cancelling_stops_between_images(tmp_path: Path) -> None:
    for n in range(12):
        _image(tmp_path / "in" / f"{n}.png")
    token = CancelToken()

    def progress(done: int, total: int, what: str) -> None:
        if done == 2:
            token.cancel()

    out = tmp_path / "out"
    with pytest.raises(Cancelled):
        predict_folder(
            images_to_predict(tmp_path / "in", out),
            out,
            [ByBrightness()],
            TABLE,
            progress=progress,
            token=token,
        )
    assert len(list(out.glob("*.png"))) <= 2


def test_images_and_labels_are_never_replaced_by_masks(tmp_path: Path) -> None:
    images, labels = tmp_path / "images", tmp_path / "human"
    for path in (images / "a.png", images / "b.jpg", labels / "a.png"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"of a person")
    (tmp_path / "alias").symlink_to("images")
    for folder in (images, tmp_path):
        for out in (images, tmp_path / "alias"):
            with pytest.raises(InputError, match="holds the images"):
                images_to_predict(folder, out)
    with pytest.raises(InputError, match=r"a\.png"):
        images_to_predict(images, labels)
    listed = tmp_path / "list.txt"
    listed.write_text("b")
    assert [key for key, _ in images_to_predict(images, labels, listed)] == ["b"]
    write_note(labels, PredictionNote("m", "l", "c", TABLE))
    assert len(images_to_predict(images, labels)) == 2


def _predicted(
    folder: Path, out: Path, *, overwrite: bool = False, note: PredictionNote = NOTE
) -> FolderResult:
    sure = out.with_name(f"{out.name} sure")
    images = images_to_predict(folder, out, confidence=sure, overwrite=overwrite)
    return predict_folder(images, out, [ByBrightness()], TABLE, confidence=sure, note=note)


def test_files_are_noted_as_they_are_written_and_may_be_written_again(tmp_path: Path) -> None:
    for name in ("a", "deep/b"):
        _image(tmp_path / "in" / f"{name}.png")
    out = tmp_path / "out"
    for _ in range(2):
        _predicted(tmp_path / "in", out)
        for folder in (out, tmp_path / "out sure"):
            found = read_note(folder)
            assert found is not None
            assert found.files == {
                key: hashlib.sha256((folder / f"{key}.png").read_bytes()).hexdigest()
                for key in ("a", "deep/b")
            }


def test_a_run_that_was_stopped_goes_on(tmp_path: Path) -> None:
    for n in range(5):
        _image(tmp_path / "in" / f"{n}.png", 20 * n)
    out = tmp_path / "out"
    broken = Narrow(80, BrokenModelError("no numbers"))
    with pytest.raises(BrokenModelError):
        predict_folder(images_to_predict(tmp_path / "in", out), out, [broken], TABLE, note=NOTE)
    assert (out / "0.png").exists()
    assert len(_predicted(tmp_path / "in", out).written) == 5


def test_corrected_masks_are_replaced_only_where_it_is_insisted(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        _image(tmp_path / "in" / f"{name}.png")
    out = tmp_path / "out"
    _predicted(tmp_path / "in", out)
    predicted = (out / "b.png").read_bytes()
    (out / "b.png").write_bytes(b"corrected")
    with pytest.raises(InputError, match=r"somebody has made or corrected.*\(b\.png\).*--overwrite"):
        _predicted(tmp_path / "in", out)
    assert (out / "b.png").read_bytes() == b"corrected"
    _predicted(tmp_path / "in", out, overwrite=True)
    assert (out / "b.png").read_bytes() == predicted


@pytest.mark.parametrize("noted", [True, False], ids=["files noted", "note of an older version"])
def test_labels_that_the_window_saved_are_replaced_only_where_it_is_insisted(
    tmp_path: Path, noted: bool
) -> None:
    """Also where nothing in them was changed: somebody looked at them and found them right."""
    _image(tmp_path / "images" / "a.png")
    out, saved = tmp_path / "labels", dict[str, str]()
    predict_folder(images_to_predict(tmp_path, out), out, [ByBrightness()], TABLE, note=NOTE)
    if not noted:
        (out / ".segstudio" / "predictions.sha256").unlink()
    assert images_to_predict(tmp_path, out, saved_in=lambda folder: saved.get)
    saved["a"] = content_hash((out / "a.png").read_bytes())
    with pytest.raises(InputError, match=r"corrected.*a\.png"):
        images_to_predict(tmp_path, out, saved_in=lambda folder: saved.get)
    assert images_to_predict(tmp_path, out, overwrite=True, saved_in=lambda folder: saved.get)


def test_masks_of_another_run_are_not_vouched_for(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        _image(tmp_path / "in" / f"{name}.png")
    out, other = tmp_path / "out", replace(NOTE, model="another (2e)")
    refuse_a_mixture(NOTE, [out])
    _predicted(tmp_path / "in", out)
    refuse_a_mixture(NOTE, [out])
    with pytest.raises(InputError, match=r"by brightness.*another model.*--overwrite"):
        refuse_a_mixture(other, [tmp_path / "elsewhere", out])
    (tmp_path / "in" / "a.png").unlink()
    (out / "c.png").write_bytes(b"corrected")
    for name in ("b", "c"):
        (tmp_path / "in" / f"{name}.png").write_bytes(b"broken")
    result = _predicted(tmp_path / "in", out, overwrite=True, note=other)
    assert [key for key, _ in result.failed] == ["b", "c"]
    found = read_note(out)
    assert found is not None
    assert (found.model, found.files) == ("another (2e)", {})
    assert not (out / "b.png").exists(), "it would pass for a prediction of this run"
    assert not (tmp_path / "out sure" / "b.png").exists()
    assert (out / "c.png").read_bytes() == b"corrected", "no mask takes its place"
    assert (out / "a.png").exists()


@pytest.mark.parametrize(
    ("image", "mask", "key"),
    [
        ("JPEGImages/a.jpg", "SegmentationClass/a.png", "a"),
        ("leftImg8bit/val/a_leftImg8bit.png", "gtFine/val/a_gtFine_labelIds.png", "val/a_leftImg8bit"),
        ("train/a.png", "trainannot/a.png", "train/a"),
    ],
)
def test_masks_of_another_tool_are_no_images(tmp_path: Path, image: str, mask: str, key: str) -> None:
    _image(tmp_path / image)
    _image(tmp_path / mask)
    assert [found for found, _ in images_to_predict(tmp_path, tmp_path / "out")] == [key]
