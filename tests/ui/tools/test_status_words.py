"""What the status bar says: of the tool at hand, and of the pixel under a pointer that rests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.prediction import Prediction
from segstudio.core.progress import CancelToken
from segstudio.core.settings import Settings
from segstudio.engine.models import model_host
from tests.ui.tools.conftest import Bench, unsure
from tests.ui.windows import StandIn, shown_studio


class Late(StandIn):
    """Answers when it is let."""

    def __init__(self) -> None:
        super().__init__("late", unsure().logits)
        self.answer = threading.Event()

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
        assert self.answer.wait(20)
        return super().predict(image, cancel)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Late:
    made = Late()
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: made)
    return made


@pytest.fixture
def unpredicted(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, folder: Path, model: Late
) -> Iterator[Bench]:
    """The first image, before the model has said anything."""
    with shown_studio(qapp, qtbot, tmp_path / "state", Settings()) as studio:
        studio.session.open_folder(folder)
        made = Bench(studio, qtbot)
        made.wait(lambda: studio.session.document is not None)
        yield made
        model.answer.set()


def hint(bench: Bench) -> str:
    return bench.window.status._hint.text()


@pytest.mark.parametrize("tool", ["smart_brush", "brush"])
def test_what_was_missing_is_no_longer_said_once_it_is_there(
    unpredicted: Bench, model: Late, tool: str
) -> None:
    bench = unpredicted
    bench.tools.set_tool(tool)
    bench.key(Qt.Key.Key_N)
    assert "not there yet" in hint(bench)
    model.answer.set()
    bench.wait(lambda: bench.session.prediction is not None)
    bench.wait(lambda: "Drag to paint" in hint(bench))


def test_the_pixel_under_a_resting_pointer_is_told_anew_after_undo_and_redo(bench: Bench) -> None:
    bench.tools.set_tool("brush")
    bench.tools.set_class(2)
    said = bench.window.status._readout
    bench.move((30, 10))
    assert "sky" in said.text()
    bench.click((30, 10))
    assert "thing" in said.text()
    assert "painted" in said.text()
    for key, name in ((Qt.Key.Key_Z, "sky"), (Qt.Key.Key_Y, "thing"), (Qt.Key.Key_Z, "sky")):
        QTest.keyClick(bench.canvas, key, Qt.KeyboardModifier.ControlModifier)
        assert name in said.text()
