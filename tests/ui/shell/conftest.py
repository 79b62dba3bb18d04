"""A real window over a small folder of pictures, with a model that answers at once and needs no torch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import write_label
from segstudio.core.settings import Settings
from segstudio.engine.evaluation.candidates import CandidateKind
from segstudio.engine.models import model_host
from segstudio.ui import theme
from segstudio.ui.app import Studio
from segstudio.ui.dialogs.class_editor.dialog import ClassEditor
from tests.ui.windows import TABLE, StandIn, shown_studio, write_photos

NAMES = ["image_1", "image_2", "image_3", "image_10"]
SIZE = (60, 80)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures, whose natural order is not that of their letters; the first is labelled."""
    root = tmp_path / "photos"
    rng = np.random.default_rng(5)
    label = np.zeros(SIZE, np.uint8)
    label[:30] = 1
    write_photos(root, {name: rng.integers(0, 256, (*SIZE, 3), np.uint8) for name in NAMES}, label)
    return root


def sure_of_sky() -> StandIn:
    """Says 'sky' everywhere."""
    logits = np.zeros((3, 4, 4), np.float32)
    logits[1] = 3.0
    return StandIn("quick", logits)


@pytest.fixture(autouse=True)
def quick_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the model worker calls to load a model; the real one is the end-to-end test's affair."""
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: sure_of_sky())


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def studio(qapp: QApplication, qtbot: QtBot, tmp_path: Path, settings: Settings) -> Iterator[Studio]:
    """Shown, with nothing open."""
    with shown_studio(qapp, qtbot, tmp_path / "state", settings) as made:
        yield made


@pytest.fixture
def opened(studio: Studio, folder: Path, qtbot: QtBot) -> Studio:
    """With the folder open and its first image ready to edit."""
    open_and_wait(studio, folder, qtbot)
    return studio


def open_and_wait(studio: Studio, folder: Path, qtbot: QtBot) -> None:
    studio.session.open_folder(folder)
    qtbot.waitUntil(lambda: studio.session.document is not None, timeout=10_000)


@pytest.fixture
def second(folder: Path, tmp_path: Path) -> Path:
    """All four images are labelled; somebody else says 'thing' in boxes, more of them from image to image."""
    for number, name in enumerate(NAMES):
        label = np.zeros(SIZE, np.uint8)
        label[:30] = 1
        write_label(folder / "labels" / f"{name}.png", label, TABLE)
        other = label.copy()
        for box in range(number):
            other[35:45, 5 + 20 * box : 11 + 22 * box] = 2
        other[2:4, 2:4] = 255
        write_label(tmp_path / "second" / f"{name}.png", other, TABLE)
    return tmp_path / "second"


@pytest.fixture
def compared(second: Path, studio: Studio, folder: Path, qtbot: QtBot) -> Studio:
    """The second person's labels are compared, of all images."""
    session = studio.session
    session.open_folder(folder)
    qtbot.waitUntil(lambda: session.document is not None, timeout=10_000)
    session.evaluation.compare_folder(second, CandidateKind.ANNOTATOR)

    def all_there() -> bool:
        found = session.dataset_comparison
        return found is not None and found.images == 4 and session.image_comparison is not None

    qtbot.waitUntil(all_there, timeout=30_000)
    studio.window.dashboard.set_scope("dataset")
    studio.window.dashboard.refresh()
    return studio


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    theme.install(qapp, "dark")
    return qapp


@pytest.fixture
def editor(opened: Studio, qtbot: QtBot) -> ClassEditor:
    """The class editor over the open folder; in the end it is left without a question."""
    studio = opened
    table = studio.session.table
    assert table is not None
    dialog = ClassEditor(table, studio.session.classes, studio.window)
    qtbot.addWidget(dialog, before_close_func=lambda left: left.done(QDialog.DialogCode.Rejected))
    dialog.show()
    qtbot.waitUntil(lambda: bool(studio.session.classes.use))
    return dialog
