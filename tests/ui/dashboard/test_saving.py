"""The data set's figures while labels are saved and counted, in a real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import write_label
from segstudio.core.settings import Settings
from segstudio.engine.files.entries import Status
from segstudio.engine.models import model_host
from segstudio.ui.app import Studio
from tests.ui.windows import TABLE, StandIn, shown_studio, write_photos

NAMES = ["image_1", "image_2", "image_3"]
SIZE = (60, 80)
ARROWS = ("▲", "▼")
_MIDDLE = QPoint()


def _ground() -> StandIn:
    logits = np.zeros((3, 4, 4), np.float32)
    logits[0] = 3.0
    return StandIn("ground", logits)


@pytest.fixture
def studio(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Studio]:
    """Three labelled images, each with more sky than the one before, all counted."""
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: _ground())
    root = tmp_path / "photos"
    grey = np.full((*SIZE, 3), 120, np.uint8)
    write_photos(root, dict.fromkeys(NAMES, grey), np.zeros(SIZE, np.uint8))
    for number, name in enumerate(NAMES):
        label = np.zeros(SIZE, np.uint8)
        label[: 10 * number] = 1
        write_label(root / "labels" / f"{name}.png", label, TABLE)
    with shown_studio(qapp, qtbot, tmp_path / "state", Settings()) as made:
        made.session.open_folder(root)
        qtbot.waitUntil(lambda: _counted(made), timeout=20_000)
        yield made


def _counted(studio: Studio) -> bool:
    found = studio.session.dataset_comparison
    there = found is not None and found.images == len(NAMES) and found.images_pending == 0
    return there and studio.session.image_comparison is not None


def _data_set(studio: Studio) -> str:
    studio.window.dashboard.refresh()
    return studio.window.dashboard.figure_text("pixel_accuracy", "dataset")


def _paint(studio: Studio, at: QPoint = _MIDDLE) -> None:
    canvas = studio.window.canvas
    studio.tools.set_tool("brush")
    studio.tools.set_class(2)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center() + at)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    ],
    ids=["next", "save and next", "save"],
)
def test_however_a_label_is_saved_the_data_set_has_no_change_then(
    studio: Studio, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    before = _data_set(studio)
    _paint(studio)
    qtbot.waitUntil(lambda: "▼" in _data_set(studio))
    painted = _data_set(studio).split()[0]
    QTest.keyClick(studio.window.canvas, key, modifier)
    qtbot.waitUntil(lambda: studio.session.entry_view("image_1").status is Status.SAVED, timeout=20_000)
    qtbot.waitUntil(lambda: _counted(studio) and _data_set(studio).split()[0] == painted, timeout=20_000)
    assert not any(arrow in _data_set(studio) for arrow in ARROWS)
    assert painted != before.split()[0]
    _paint(studio, at=QPoint(0, 60))
    qtbot.waitUntil(lambda: any(arrow in _data_set(studio) for arrow in ARROWS))


def test_opening_a_labelled_folder_draws_no_course(studio: Studio) -> None:
    studio.window.dashboard.refresh()
    for figure in studio.window.dashboard.cards:
        assert len(studio.window.dashboard._states[figure, "dataset"].history) <= 1
