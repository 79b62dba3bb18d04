"""A real window over a small folder of pictures, with a model that answers at once and needs no torch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.core.label_png import write_label
from segstudio.core.prediction import Prediction
from segstudio.core.presets import write_class_file
from segstudio.core.progress import CancelToken
from segstudio.core.settings import Settings
from segstudio.engine.models import model_host
from segstudio.ui import theme
from segstudio.ui.app import Studio, build_studio

NAMES = ["image_1", "image_2", "image_3", "image_10"]
SIZE = (60, 80)
TABLE = table_of(["ground", "sky", "thing"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures, whose natural order is not that of their letters; the first is labelled."""
    root = tmp_path / "photos"
    (root / "images").mkdir(parents=True)
    (root / "labels").mkdir()
    rng = np.random.default_rng(5)
    for name in NAMES:
        Image.fromarray(rng.integers(0, 256, (*SIZE, 3), np.uint8)).save(root / "images" / f"{name}.png")
    label = np.zeros(SIZE, np.uint8)
    label[:30] = 1
    write_label(root / "labels" / "image_1.png", label, TABLE)
    write_class_file(root / "classes.txt", TABLE)
    return root


class Quick:
    """Says 'sky' everywhere."""

    classes = TABLE
    model_id = "quick"
    model_name = "quick"
    device = "cpu"

    def __init__(self) -> None:
        self.notices: list[str] = []

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
        height, width = image.shape[:2]
        logits = np.zeros((3, 4, 4), np.float32)
        logits[1] = 3.0
        return Prediction.from_logits(logits, (height, width), TABLE, self.model_id, self.model_name)


@pytest.fixture(autouse=True)
def quick_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the model worker calls to load a model; the real one is the end-to-end test's affair."""
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: Quick())


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def studio(qapp: QApplication, qtbot: QtBot, tmp_path: Path, settings: Settings) -> Iterator[Studio]:
    """Shown, with nothing open."""
    theme.install(qapp, "dark")
    made = build_studio(settings=settings, state_dir=tmp_path / "state")
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.window.force_close()
    made.window.deleteLater()


@pytest.fixture
def opened(studio: Studio, folder: Path, qtbot: QtBot) -> Studio:
    """With the folder open and its first image ready to edit."""
    open_and_wait(studio, folder, qtbot)
    return studio


def open_and_wait(studio: Studio, folder: Path, qtbot: QtBot) -> None:
    studio.session.open_folder(folder)
    qtbot.waitUntil(lambda: studio.session.document is not None, timeout=10_000)
