"""Style of the mask, minimap, display adjustments: in the menus, in the panel, and remembered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.ui.app import Studio
from segstudio.ui.commands.views import ViewCommands
from segstudio.ui.panels.display import DisplayPanel


@pytest.fixture
def panel(qtbot: QtBot, opened: Studio) -> DisplayPanel:
    studio = opened
    studio.window.book["view.display"].trigger()
    found = studio.window.docks.panel("display_dock", DisplayPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def test_what_is_chosen_is_remembered(opened: Studio) -> None:
    studio = opened
    book, canvas, settings = studio.window.book, studio.window.canvas, studio.settings
    assert book["view.style_fill"].isChecked()
    book["view.style_outline"].trigger()
    assert canvas.mask_style == settings.text("canvas.style") == "outline"
    book["view.minimap"].trigger()
    assert not studio.window.views.minimap.wanted
    assert not settings.flag("canvas.minimap")
    book["tool.pen_pressure"].trigger()
    assert settings.flag("pen.pressure")
    again = ViewCommands(book, settings, canvas, studio.window.docks)
    assert not again.minimap.wanted
    assert canvas.mask_style == "outline"


def test_sliders_change_what_is_seen_and_nothing_else(studio: Studio, panel: DisplayPanel) -> None:
    canvas, image = studio.window.canvas, studio.session.image
    assert image is not None
    before, shown = image.copy(), canvas.grab().toImage()
    panel.brightness.setValue(40)
    assert canvas.toning.adjustment.brightness == pytest.approx(0.4)
    assert canvas.grab().toImage() != shown
    panel.gamma.setFocus()
    QTest.keyClick(panel.gamma, Qt.Key.Key_Right)
    assert canvas.toning.adjustment.gamma > 1
    assert panel.reset.isEnabled()
    panel.reset.click()
    assert canvas.toning.neutral
    assert panel.brightness.value() == panel.gamma.value() == 0
    assert canvas.grab().toImage() == shown
    assert np.array_equal(image, before)


def test_limits_set_by_hand_are_manual(studio: Studio, panel: DisplayPanel) -> None:
    panel.limits[1][0].setValue(51)
    assert panel.stretch.currentData() == "manual"
    assert studio.window.canvas.toning.ranges[1] == pytest.approx((0.2, 1.0))
    assert studio.window.canvas.toning.ranges[0] == pytest.approx((0.0, 1.0))


def test_sixteen_bits_are_shown_in_their_own_units(
    qtbot: QtBot, studio: Studio, panel: DisplayPanel, tmp_path: Path
) -> None:
    folder = tmp_path / "deep"
    folder.mkdir()
    values = np.full((60, 80), 30_000, np.uint16)
    values[:30] = 2_000
    values[0, 0], values[0, 1] = 0, 60_000
    tifffile.imwrite(folder / "a.tif", values)
    studio.session.open_folder(folder)
    qtbot.waitUntil(lambda: studio.session.wide is not None)
    assert not panel.limits[1][0].isVisible(), "grey has one pair"
    assert (panel.limits[0][0].value(), panel.limits[0][1].value()) == (0, 60_000)
    canvas = studio.window.canvas
    canvas.fit()

    def brightness(y: float) -> int:
        point = canvas.widget_point((40, y)).toPoint()
        return int(canvas.grab().toImage().pixelColor(point).green())

    canvas.set_mask_hidden(True)
    assert brightness(15) < 15
    assert brightness(45) == pytest.approx(127, abs=3)
    panel.stretch.setCurrentIndex(panel.stretch.findData("auto"))
    panel.stretch.activated.emit(panel.stretch.currentIndex())
    assert brightness(15) == 0
    assert brightness(45) == 255
    panel.limits[0][0].setValue(0)
    assert panel.stretch.currentData() == "manual"
    assert brightness(15) > 5
