"""Looking inside the model in the real window: the panel by key, the pixel by mouse, the overlays on the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.arrays import Pixels
from segstudio.core.inspection import ModelFacts, PixelInspection
from segstudio.core.progress import CancelToken
from segstudio.engine.desks import inspector
from segstudio.engine.desks.inspector import InspectorPhase
from segstudio.engine.models.model_host import Predictor
from segstudio.ui.app import Studio
from segstudio.ui.panels.inspector.panel import InspectorPanel
from tests.ui.inspector.conftest import FACTS, explained


class Inside:
    """Explains at once, without torch."""

    def __init__(self, predictor: Predictor) -> None:
        self.predictor = predictor

    def facts(self, size: tuple[int, int] | None) -> ModelFacts:
        from dataclasses import replace

        return replace(FACTS, image_size=size or FACTS.image_size, model_id=self.predictor.model_id)

    def prepare(self, image: Pixels, cancel: CancelToken) -> None: ...

    def inspect(self, image: Pixels, x: int, y: int, cancel: CancelToken) -> PixelInspection:
        return explained(x, y).inspection


@pytest.fixture(autouse=True)
def quick_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspector, "_open", Inside)


def panel_of(studio: Studio) -> InspectorPanel:
    return studio.window.docks.panel("inspector_dock", InspectorPanel)


def test_the_panel_opens_by_key_explains_by_pointer_and_closes(opened: Studio, qtbot: QtBot) -> None:
    window, desk = opened.window, opened.session.inspector
    assert desk.phase is InspectorPhase.OFF
    QTest.keyClick(window.canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    panel = panel_of(opened)
    qtbot.waitUntil(lambda: desk.facts is not None, timeout=10_000)
    assert panel.isVisible()
    assert "Shift+M" in panel.controls.pin.toolTip()
    places: list[object] = []
    window.canvas.hovered.connect(places.append)
    middle = window.canvas.rect().center()
    QTest.mouseMove(window.canvas, middle + QPoint(3, 3))
    QTest.mouseMove(window.canvas, middle)
    qtbot.waitUntil(lambda: desk.explained is not None, timeout=10_000)
    assert desk.explained is not None
    found = desk.explained.inspection
    assert (found.x, found.y) in places, "the pixel that the canvas says is under the pointer"
    assert set(window.canvas._overlays._pictures) == {"inspector.influence", "inspector.structure"}
    QTest.keyClick(window.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert panel.controls.pin.isChecked()
    QTest.keyClick(window.canvas, Qt.Key.Key_D)
    qtbot.waitUntil(
        lambda: desk.explained is not None and desk.explained.inspection is not found, timeout=10_000
    )
    assert (desk.explained.inspection.x, desk.explained.inspection.y) == (found.x, found.y)
    QTest.keyClick(window.canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert not panel.isVisible()
    assert not window.canvas._overlays._pictures
    assert desk.phase.value == "off"


def test_a_panel_behind_another_tab_asks_for_nothing(opened: Studio, qtbot: QtBot) -> None:
    window, desk = opened.window, opened.session.inspector
    window.book["model.inspect"].trigger()
    qtbot.waitUntil(lambda: desk.phase is InspectorPhase.READY, timeout=10_000)
    window.docks.show("classes_dock")
    qtbot.waitUntil(lambda: desk.phase is InspectorPhase.OFF)


def test_closing_the_window_ends_it(opened: Studio, qtbot: QtBot) -> None:
    opened.window.book["model.inspect"].trigger()
    qtbot.waitUntil(lambda: opened.session.inspector.facts is not None, timeout=10_000)
    opened.window.force_close()
    assert opened.session.inspector.phase is InspectorPhase.OFF
