"""A real window as its tests open it, a small folder of pictures, and a model that answers at once and needs no torch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
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
from segstudio.ui import theme
from segstudio.ui.app import Studio, build_studio

TABLE = table_of(["ground", "sky", "thing"])


class StandIn:
    """In a model's place: what it says of every image is `logits`, classes × height × width."""

    classes = TABLE
    device = "cpu"

    def __init__(self, name: str, logits: NDArray[np.float32]) -> None:
        self.model_id = self.model_name = name
        self.logits = logits
        self.notices: list[str] = []

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
        height, width = image.shape[:2]
        return Prediction.from_logits(
            self.logits, (height, width), self.classes, self.model_id, self.model_name
        )


def write_photos(
    root: Path, pictures: Mapping[str, NDArray[np.uint8]], first_label: NDArray[np.uint8]
) -> None:
    """images/, labels/ with that of the first picture, and classes.txt."""
    (root / "images").mkdir(parents=True)
    for name, picture in pictures.items():
        Image.fromarray(picture).save(root / "images" / f"{name}.png")
    write_label(root / "labels" / f"{next(iter(pictures))}.png", first_label, TABLE)
    write_class_file(root / "classes.txt", TABLE)


@contextmanager
def shown_studio(qapp: QApplication, qtbot: QtBot, state_dir: Path, settings: Settings) -> Iterator[Studio]:
    """Of a size that has room for everything, with nothing open; closed and forgotten in the end."""
    theme.install(qapp, "dark")
    studio = build_studio(settings=settings, state_dir=state_dir)
    try:
        studio.window.resize(1280, 800)
        studio.window.show()
        qtbot.waitExposed(studio.window)
        yield studio
    finally:
        studio.window.force_close()
        studio.window.deleteLater()
