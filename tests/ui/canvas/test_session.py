"""The canvas on a real session, a real folder and real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import read_label
from segstudio.core.settings import Settings
from segstudio.engine.session import Session
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.job_bridge import JobBridge
from segstudio.ui.tool_state import ToolState

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for index, grey in enumerate((60, 120, 180)):
        path = tmp_path / "images" / f"{index}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(np.full((90, 160, 3), grey, np.uint8)).save(path)
    (tmp_path / "classes.txt").write_text("0\tsky\t0 0 255\n1\troad\t255 0 0\n", "utf-8")
    return tmp_path


@pytest.fixture
def session(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    bridge = JobBridge()
    state = tmp_path_factory.mktemp("state")
    made = Session(bridge.dispatch, Settings(), model="none", state_dir=state, cache_dir=state / "cache")
    yield made
    made.close()
    bridge.close()


@pytest.fixture
def view(qtbot: QtBot, session: Session, tools: ToolState) -> Iterator[CanvasView]:
    made = CanvasView(session, tools)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    yield made
    made.detach()


def stroke(
    view: CanvasView, start: tuple[float, float], end: tuple[float, float], *, release: bool = True
) -> None:
    first, last = view.widget_point(start).toPoint(), view.widget_point(end).toPoint()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(view, last)
    if release:
        QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, last)


def shown(view: CanvasView, x: float, y: float) -> QColor:
    return view.grab().toImage().pixelColor(view.widget_point((x, y)).toPoint())


def test_open_paint_save_go_on_and_come_back(
    qtbot: QtBot, session: Session, view: CanvasView, folder: Path
) -> None:
    session.open_folder(folder)
    qtbot.waitUntil(lambda: session.document is not None)
    assert shown(view, 80, 80).red() == 60
    stroke(view, (30, 30), (100, 30))
    assert session.dirty
    painted = session.document.label_map.copy() if session.document else None
    entry = session.current
    assert entry is not None
    session.next()
    qtbot.waitUntil(lambda: session.document is not None and session.current != entry)
    assert shown(view, 80, 80).red() == 120
    qtbot.waitUntil(entry.label_path.exists)
    saved = read_label(entry.label_path)
    assert set(np.unique(saved)) == {1, 255}
    session.previous()
    qtbot.waitUntil(
        lambda: (
            session.document is not None
            and session.current is not None
            and session.current.key == entry.key
        )
    )
    assert session.document is not None
    assert session.document.label_map == painted
    assert shown(view, 60, 30).red() > 150


def test_the_saved_label_is_a_layer_of_its_own(
    qtbot: QtBot, session: Session, view: CanvasView, folder: Path
) -> None:
    session.open_folder(folder)
    qtbot.waitUntil(lambda: session.document is not None)
    said: list[str] = []
    view.context.connect(said.append)
    view.set_layer("label")
    qtbot.waitUntil(lambda: any("no saved label" in text for text in said))
    view.set_layer("mask")
    stroke(view, (30, 30), (100, 30))
    with qtbot.waitSignal(view.layer_changed):
        view.set_layer("label")
    session.save()
    qtbot.waitUntil(lambda: shown(view, 60, 30).red() > 150)
    view.set_layer("mask")
    stroke(view, (30, 70), (100, 70))
    assert shown(view, 60, 70).red() > 150
    view.set_layer("label")
    qtbot.waitUntil(lambda: shown(view, 60, 30).red() > 150)
    assert shown(view, 60, 70).red() == 60


def test_switching_images_during_a_stroke_loses_nothing(
    qtbot: QtBot, session: Session, view: CanvasView, folder: Path
) -> None:
    session.open_folder(folder)
    qtbot.waitUntil(lambda: session.document is not None)
    entry = session.current
    assert entry is not None
    stroke(view, (30, 30), (100, 30), release=False)
    session.next()
    QTest.mouseMove(view, QPoint(250, 200))
    qtbot.waitUntil(lambda: session.document is not None and session.current != entry)
    QTest.mouseMove(view, QPoint(200, 150))
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 150))
    assert session.document is not None
    assert not session.document.can_undo
    session.flush()
    assert (read_label(entry.label_path) == 1).any()


def test_a_folder_that_is_closed_leaves_a_plain_canvas(
    qtbot: QtBot, session: Session, view: CanvasView, folder: Path
) -> None:
    session.open_folder(folder)
    qtbot.waitUntil(lambda: session.document is not None)
    session.close_project()
    qtbot.waitUntil(lambda: session.project is None)
    image = view.grab().toImage()
    assert image.pixelColor(200, 150) == image.pixelColor(3, 3)
