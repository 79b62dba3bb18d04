"""The real window, driven by real mouse and key events, from opening a folder to exported labels."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.scenes.folder import write_sample_folder
from segstudio.ui.app import Studio, build_studio

MODEL_MS = 180_000  # torch's first import on a busy machine
N = 11
IGNORE = 11
Counts = NDArray[np.int64]


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    """Four scenes, the first two with exact labels."""
    write_sample_folder(tmp_path / "scenes", images=4, labelled=2)
    return tmp_path / "scenes"


@pytest.fixture
def opened(qtbot: QtBot, scenes: Path, tmp_path: Path) -> Iterator[Callable[[], Studio]]:
    """Opens the window on the scenes and waits until the model has answered; closes it again."""
    open_ones: list[Studio] = []

    def start() -> Studio:
        studio = build_studio(settings=Settings(), state_dir=tmp_path / "state")
        open_ones.append(studio)
        studio.window.resize(1280, 800)
        studio.window.show()
        qtbot.waitExposed(studio.window)
        with Heard(qtbot, studio.session.prediction_changed, lambda: studio.session.prediction is not None):
            studio.session.open_folder(scenes)
        return studio

    yield start
    for studio in open_ones:
        studio.window.force_close()


class Heard:
    """Leaves the block when `signal` was emitted and `condition` holds."""

    def __init__(self, qtbot: QtBot, signal: Signal[object], condition: Callable[[], bool]) -> None:
        self.qtbot, self.signal, self.condition = qtbot, signal, condition

    def __enter__(self) -> None:
        self.emitted = 0
        self.disconnect = self.signal.connect(self._hear)

    def _hear(self, *_args: object) -> None:
        self.emitted += 1

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            self.qtbot.waitUntil(lambda: self.emitted > 0 and self.condition(), timeout=MODEL_MS)
        self.disconnect()


def go(qtbot: QtBot, studio: Studio, key: str) -> None:
    """Walk there with the D and A keys."""
    session = studio.session
    keys = [view.entry.key for view in session.entries]
    assert session.current is not None
    steps = keys.index(key) - keys.index(session.current.key)
    for _ in range(abs(steps)):
        QTest.keyClick(studio.window.canvas, Qt.Key.Key_D if steps > 0 else Qt.Key.Key_A)
    qtbot.waitUntil(
        lambda: (
            session.current is not None
            and session.current.key == key
            and session.document is not None
            and session.prediction is not None
        ),
        timeout=MODEL_MS,
    )


def drag(studio: Studio, *points: tuple[float, float]) -> None:
    canvas = studio.window.canvas
    at = [canvas.widget_point((x, y)).toPoint() for x, y in points]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[0])
    for point in at[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[-1])


def counted(truth: NDArray[np.uint8], prediction: NDArray[np.uint8]) -> Counts:
    """The confusion matrix by numpy's own means: nothing of segstudio.metrics."""
    valid = truth != IGNORE
    matrix = np.zeros((N, N), np.int64)
    np.add.at(matrix, (truth[valid], prediction[valid]), 1)
    return matrix


def four_scores(matrix: Counts) -> tuple[float, float, float, float]:
    hits, truth, predicted = np.diag(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
    union = truth + predicted - hits
    iou = hits[union > 0] / union[union > 0]
    accuracy = hits[truth > 0] / truth[truth > 0]
    weights = truth[union > 0] / truth.sum()
    return (hits.sum() / truth.sum(), accuracy.mean(), iou.mean(), (weights * iou).sum())


def shown(comparison: Comparison | None) -> tuple[float | None, ...]:
    assert comparison is not None
    s = comparison.scores
    return (s.pixel_accuracy, s.mean_accuracy, s.miou, s.fwiou)


def read(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as image:
        return np.array(image)


def predictions_of(scenes: Path, out: Path) -> dict[str, NDArray[np.uint8]]:
    """What the command line says of the same images: a second way to the same pixels."""
    command = [sys.executable, "-m", "segstudio", "predict", str(scenes / "images"), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return {p.stem: read(p) for p in out.glob("*.png")}


def test_open_predict_paint_undo_save_reopen_export(
    qtbot: QtBot, opened: Callable[[], Studio], scenes: Path, tmp_path: Path
) -> None:
    predicted = predictions_of(scenes, tmp_path / "predicted")
    studio = opened()
    session = studio.session
    keys = [view.entry.key for view in session.entries]
    stems = dict(zip(keys, sorted(predicted), strict=True))

    # The labelled images: the model against their saved labels, alone and together.
    qtbot.waitUntil(
        lambda: session.dataset_comparison is not None and session.dataset_comparison.images_pending == 0,
        timeout=MODEL_MS,
    )
    saved = [counted(read(scenes / "labels" / f"{s}.png"), predicted[s]) for s in sorted(predicted)[:2]]
    assert shown(session.image_comparison) == pytest.approx(four_scores(saved[0]), abs=1e-12)
    assert shown(session.dataset_comparison) == pytest.approx(four_scores(saved[0] + saved[1]), abs=1e-12)

    # An unlabelled image becomes the model's proposal, of which no figure is made.
    go(qtbot, studio, keys[2])
    document = session.document
    assert document is not None
    proposed = predicted[stems[keys[2]]]
    assert np.array_equal(document.label_map.label, proposed)
    assert session.image_comparison is None or session.image_comparison.scores.miou is None
    assert not session.dirty

    # Every stroke moves the figures to exactly what a recomputation gives.
    width, height = proposed.shape[1], proposed.shape[0]
    studio.tools.set_class(8)
    studio.tools.set_radius(9)
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_B)
    drag(studio, (width * 0.3, height * 0.6), (width * 0.5, height * 0.7))
    qtbot.waitUntil(lambda: session.image_comparison is not None, timeout=MODEL_MS)
    first = shown(session.image_comparison)
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_C)
    drag(studio, (width * 0.2, height * 0.2), (width * 0.8, height * 0.3), (width * 0.4, height * 0.9))
    planes = document.label_map.label.copy(), document.label_map.provenance.copy()
    touched = np.where(planes[1] >= 2, planes[0], IGNORE).astype(np.uint8)
    live = counted(touched, proposed)
    assert 0 < np.count_nonzero(touched != IGNORE) < touched.size
    assert shown(session.image_comparison) == pytest.approx(four_scores(live), abs=1e-12)
    assert shown(session.dataset_comparison) == pytest.approx(four_scores(sum(saved) + live), abs=1e-12)
    assert session.image_comparison is not None
    assert session.image_comparison.reviewed_share == pytest.approx((planes[1] >= 2).mean(), abs=1e-12)
    second = shown(session.image_comparison)
    assert second != first

    # Undo gives exactly the former figures, redo the later ones.
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(session.image_comparison) == first
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shown(session.image_comparison) == second
    assert np.array_equal(document.label_map.provenance, planes[1])

    # Save; close; open again: the same mask, byte for byte, and the same figures.
    with Heard(qtbot, session.saved, lambda: not session.dirty):
        QTest.keyClick(studio.window.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    label_file = scenes / "labels" / f"{stems[keys[2]]}.png"
    assert np.array_equal(read(label_file), planes[0])
    on_disk = label_file.read_bytes()
    studio.window.close()
    qtbot.waitUntil(lambda: not studio.window.isVisible(), timeout=MODEL_MS)

    again = opened()
    go(qtbot, again, keys[2])
    assert again.session.document is not None
    assert np.array_equal(again.session.document.label_map.label, planes[0])
    assert np.array_equal(again.session.document.label_map.provenance, planes[1])
    qtbot.waitUntil(lambda: again.session.image_comparison is not None, timeout=MODEL_MS)
    assert shown(again.session.image_comparison) == second
    assert label_file.read_bytes() == on_disk

    # Export what was saved.
    again.session.export("png", tmp_path / "exported")
    qtbot.waitUntil(lambda: not again.session.jobs, timeout=MODEL_MS)
    exported = {p.stem: read(p) for p in (tmp_path / "exported").rglob("*.png")}
    assert np.array_equal(exported[stems[keys[2]]], planes[0])
    assert set(exported) == {stems[k] for k in keys[:3]}


def test_clicks_on_the_class_panel_and_keys_reach_the_mask(
    qtbot: QtBot, opened: Callable[[], Studio]
) -> None:
    studio = opened()
    document = studio.session.document
    assert document is not None
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_3)  # the third class: Pole, id 2
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_B)
    studio.tools.set_radius(5)
    canvas = studio.window.canvas
    center = canvas.widget_point((100.5, 100.5)).toPoint()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, center)
    assert document.label_map.label[100, 100] == 2
    QTest.mouseClick(
        canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, canvas.height() // 2)
    )  # beside the image: nothing happens
    assert document.undo()
    assert not document.dirty
