"""What tests of a comparison do to the window, and read off it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from segstudio.ui.app import Studio

LEFT = Qt.MouseButton.LeftButton


def shown(studio: Studio) -> list[str]:
    return studio.window.images.model.rows.keys()


def current(studio: Studio) -> str:
    return studio.session.current.key if studio.session.current is not None else ""


def layer(studio: Studio) -> str:
    return studio.window.canvas.layer


def click_cell(studio: Studio, truth: int, predicted: int) -> None:
    heat_map = studio.window.dashboard.charts.side.heat_map
    view, grid = heat_map._view, heat_map.grid
    assert view is not None
    assert grid is not None
    ids = [c.id for c in view.classes]
    where = grid.rect(ids.index(truth), ids.index(predicted)).center().toPoint()
    QTest.mouseClick(heat_map, LEFT, pos=where)
