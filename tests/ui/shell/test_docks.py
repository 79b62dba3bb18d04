"""The table of panels: made when first seen, remembered, and at home again after 'Reset layout'."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from json import dumps
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from segstudio.ui import theme
from segstudio.ui.app import Studio
from segstudio.ui.controls.dock import Dock
from segstudio.ui.window.docks import DOCKS, LEFT, RIGHT, DockParts, Docks, DockSpec
from segstudio.ui.window.layout_state import LayoutState


class Panel(QLabel):
    """Counts how often it is made and detached."""

    made = 0
    detached = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__("panel", parent)
        type(self).made += 1

    def detach(self) -> None:
        type(self).detached += 1


class Extra(Panel):
    pass


def _panel(_parts: DockParts, dock: Dock) -> QWidget:
    return Panel(dock)


def _extra(_parts: DockParts, dock: Dock) -> QWidget:
    return Extra(dock)


BEFORE = (DockSpec("left_dock", "Left", LEFT, _panel), DockSpec("right_dock", "Right", RIGHT, _panel))
AFTER = (*BEFORE, DockSpec("new_dock", "New", RIGHT, _extra, shown=False, tab_with="right_dock"))

Make = Callable[[tuple[DockSpec, ...]], tuple[QMainWindow, Docks]]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, tmp_path: Path, studio: Studio) -> Iterator[Make]:
    """Windows over one stored layout, one after the other."""
    theme.install(qapp, "dark")
    Extra.made = Extra.detached = 0
    kept: list[QMainWindow] = []

    def make_window(specs: tuple[DockSpec, ...]) -> tuple[QMainWindow, Docks]:
        window = QMainWindow()
        window.setCentralWidget(QLabel("canvas"))
        parts = DockParts(studio.session, studio.settings, studio.tools, studio.window.canvas)
        docks = Docks(window, parts, LayoutState(tmp_path / "layout"), specs)
        docks.keep_first()
        window.resize(800, 500)
        window.show()
        qtbot.waitExposed(window)
        kept.append(window)
        return window, docks

    yield make_window
    for window in kept:
        window.close()
        window.deleteLater()


def test_the_dashboard_has_its_height_again_when_the_window_is_wide_again(
    opened: Studio, qtbot: QtBot
) -> None:
    window = opened.window
    dock = window.docks.dock("scores_dock")
    window.resizeDocks([dock], [330], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: dock.height() == 330)
    window.resize(900, 800)
    qtbot.waitUntil(lambda: dock.height() < 250)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: dock.height() == 330)


def test_names_are_unique_and_tabs_share_the_place_of_a_row_above() -> None:
    names = [spec.name for spec in DOCKS]
    assert len(set(names)) == len(names)
    for row, spec in enumerate(DOCKS):
        assert not spec.tab_with or spec.tab_with in names[:row]


def test_every_row_makes_a_panel_and_view_panels_offers_it(opened: Studio) -> None:
    docks = opened.window.docks
    assert [action.text() for action in docks.toggles] == [spec.title for spec in DOCKS]
    for spec in DOCKS:
        docks.show(spec.name)
        assert docks.panel(spec.name, QWidget).isVisibleTo(opened.window)
        assert callable(docks.panel(spec.name, QWidget).detach)  # type: ignore[attr-defined]  # the table's promise


def test_the_first_look_shows_what_the_table_says(opened: Studio) -> None:
    for spec in DOCKS:
        assert opened.window.docks.dock(spec.name).isHidden() is not spec.shown


def test_a_hidden_panel_is_made_when_it_is_first_seen_and_only_then_detached(make: Make) -> None:
    _, docks = make(AFTER)
    docks.detach()
    assert (Extra.made, Extra.detached) == (0, 0)
    docks.toggles[2].trigger()
    docks.toggles[2].trigger()
    docks.toggles[2].trigger()
    assert Extra.made == 1
    assert docks.panel("new_dock", Extra).isVisible(), "in front of the tab it shares"
    docks.detach()
    assert Extra.detached == 1


def test_a_panel_that_is_new_since_the_layout_was_stored_stands_at_its_place(
    make: Make, tmp_path: Path
) -> None:
    window, docks = make(BEFORE)
    docks.dock("left_dock").close()
    docks.store()
    docks._layout.save()
    window.close()
    window, docks = make(AFTER)
    docks.restore()
    assert docks.dock("left_dock").isHidden()
    assert docks.dock("new_dock").isHidden()
    docks.show("new_dock")
    assert window.tabifiedDockWidgets(docks.dock("new_dock")) == [docks.dock("right_dock")]


def test_an_open_tab_is_remembered_and_reset_hides_it_again(make: Make) -> None:
    window, docks = make(AFTER)
    docks.show("new_dock")
    docks.store()
    docks._layout.save()
    window.close()
    window, docks = make(AFTER)
    docks.restore()
    assert not docks.dock("new_dock").isHidden()
    docks.dock("right_dock").setFloating(True)
    docks.reset()
    assert docks.dock("new_dock").isHidden()
    assert not docks.dock("right_dock").isFloating()
    docks.show("new_dock")
    assert window.tabifiedDockWidgets(docks.dock("new_dock")) == [docks.dock("right_dock")]


def test_reset_leaves_no_tabs_over_the_panel_that_is_left(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window

    def tabs_seen() -> bool:
        bars = window.findChildren(QTabBar)
        return any(bar.isVisible() and window.rect().intersects(bar.geometry()) for bar in bars)

    window.book["view.history"].trigger()
    qtbot.waitUntil(tabs_seen)
    for _ in range(5):
        QApplication.processEvents()
    window.docks.reset()
    for _ in range(5):
        QApplication.processEvents()
    assert not tabs_seen()


@pytest.mark.parametrize("stored", ["[]", "{}", "7", '{"geometry": "", "docks": "", "known": 3}', "\x00"])
def test_a_damaged_layout_file_is_as_if_it_were_not_there(tmp_path: Path, stored: str) -> None:
    (tmp_path / "window.json").write_text(stored)
    state = LayoutState(tmp_path)
    assert state.docks.isEmpty()
    assert state.known == []


def test_layouts_stored_without_names_know_the_docks_of_then(tmp_path: Path) -> None:
    code = b64encode(b"x").decode()
    (tmp_path / "window.json").write_text(dumps({"geometry": code, "docks": code}))
    assert LayoutState(tmp_path).known == ["images_dock", "classes_dock", "scores_dock"]


def test_tabs_take_the_focus_only_while_they_are_seen(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window

    def bars() -> list[QTabBar]:
        return window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def wrong() -> list[QTabBar]:
        tab = Qt.FocusPolicy.TabFocus
        return [b for b in bars() if (b.focusPolicy() == tab) != window.rect().intersects(b.geometry())]

    assert not wrong()
    window.docks.show("history_dock")
    qtbot.waitUntil(lambda: any(window.rect().intersects(b.geometry()) for b in bars()))
    assert not wrong()
    assert all(b.accessibleName() for b in bars())


def test_a_title_is_read_once_where_panels_share_a_place(opened: Studio, qtbot: QtBot) -> None:
    docks = opened.window.docks

    def titled() -> set[str]:
        """Titles that stand in their own bar, of the panels in front."""
        words = (docks.dock(spec.name).findChildren(QLabel) for spec in DOCKS)
        return {w.text() for found in words for w in found if w.property("title") and w.isVisible()}

    qtbot.waitUntil(lambda: titled() == {"Images", "Classes", "Scores"})
    docks.show("history_dock")
    qtbot.waitUntil(lambda: titled() == {"Images", "Scores"})
    docks.dock("history_dock").close()
    qtbot.waitUntil(lambda: titled() == {"Images", "Classes", "Scores"})
    docks.show("display_dock")
    docks.dock("display_dock").setFloating(True)
    qtbot.waitUntil(lambda: titled() == {"Images", "Classes", "Scores", "Display"})
