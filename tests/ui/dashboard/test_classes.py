"""The class list: choosing, hiding, searching, live IoU."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.settings import Settings
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.ui.dashboard.painting import elided
from segstudio.ui.panels.class_delegate import eye_rect, lock_rect, name_rect, solo_rect
from segstudio.ui.panels.class_model import IOU_ROLE, LOCKED_ROLE, ROW_ROLE, SOLO_ROLE
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.tool_state import ToolState

Make = Callable[..., Comparison]


@pytest.fixture
def tools(settings: Settings) -> ToolState:
    return ToolState(settings)


@pytest.fixture
def panel(qtbot: QtBot, session: Any, tools: ToolState, settings: Settings) -> Iterator[ClassPanel]:
    widget = ClassPanel(session, tools, settings)
    qtbot.addWidget(widget)
    widget.resize(260, 400)
    widget.show()
    yield widget
    widget.detach()


def names(panel: ClassPanel) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def row_centre(panel: ClassPanel, row: int) -> QPoint:
    return QPoint(60, panel.view.visualRect(panel.view.model().index(row, 0)).center().y())


def eye_centre(panel: ClassPanel, row: int) -> QPoint:
    return eye_rect(panel.view.visualRect(panel.view.model().index(row, 0))).center()


def click(panel: ClassPanel, pos: QPoint, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, modifier, pos)


def shown_class(panel: ClassPanel) -> int:
    return int(panel.view.currentIndex().data(ROW_ROLE).class_id)


def test_void_stands_last_and_can_be_painted(
    panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    session.open(three)
    assert names(panel) == ["road", "sky", "car", "void"]
    click(panel, row_centre(panel, 3))
    assert tools.class_id == 255


def test_a_click_chooses_the_class(
    qtbot: QtBot, panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    session.open(three)
    with qtbot.waitSignal(panel.class_chosen) as chosen:
        click(panel, row_centre(panel, 2))
    assert chosen.args == [2]
    assert tools.class_id == 2


def test_the_list_follows_a_class_that_was_picked_elsewhere(
    qtbot: QtBot, panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    session.open(three)
    with qtbot.assertNotEmitted(panel.class_chosen):
        tools.set_class(1)
    assert shown_class(panel) == 1


def test_arrow_keys_choose(panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable) -> None:
    session.open(three)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert tools.class_id == 1


def test_numbers_choose_by_row(panel: ClassPanel, session: Any, tools: ToolState) -> None:
    session.open(table_of([f"c{i}" for i in range(25)]))
    assert panel.choose_number(9)
    assert tools.class_id == 8
    assert panel.choose_number(19)
    assert tools.class_id == 18
    assert not panel.choose_number(27)
    assert tools.class_id == 18
    keys = [panel.view.model().index(row, 0).data(ROW_ROLE).key for row in range(20)]
    assert keys == [*"123456789", *(f"⇧{d}" for d in range(10)), ""]


def test_a_class_that_the_project_lacks_is_not_kept(
    panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    tools.set_class(200)
    session.open(three)
    assert tools.class_id == 0
    assert shown_class(panel) == 0


def test_the_eye_hides_and_shows_without_choosing(
    qtbot: QtBot, panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    session.open(three)
    with qtbot.waitSignal(panel.visibility_changed) as heard:
        click(panel, eye_centre(panel, 1))
    assert heard.args == [1, False]
    assert panel.hidden == {1}
    assert tools.class_id == 0
    with qtbot.waitSignal(panel.visibility_changed) as heard:
        click(panel, eye_centre(panel, 1))
    assert heard.args == [1, True]
    assert panel.hidden == frozenset()


def test_dragging_over_eyes_hides_them_all(panel: ClassPanel, session: Any, three: ClassTable) -> None:
    session.open(three)
    ground = panel.view.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=eye_centre(panel, 0))
    for row in (1, 2):
        QTest.mouseMove(ground, eye_centre(panel, row))
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=eye_centre(panel, 2))
    assert panel.hidden == {0, 1, 2}


def test_a_quick_drag_over_eyes_skips_none(panel: ClassPanel, session: Any, three: ClassTable) -> None:
    session.open(three)
    ground = panel.view.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=eye_centre(panel, 2))
    QTest.mouseMove(ground, eye_centre(panel, 0))
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=eye_centre(panel, 0))
    assert panel.hidden == {0, 1, 2}


def test_space_hides_the_chosen_class(panel: ClassPanel, session: Any, three: ClassTable) -> None:
    session.open(three)
    panel.choose(2)
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert panel.hidden == {2}


def test_only_one_class_and_all_again(
    qtbot: QtBot, panel: ClassPanel, session: Any, three: ClassTable
) -> None:
    session.open(three)
    told: dict[int, bool] = {}
    panel.visibility_changed.connect(told.__setitem__)
    with qtbot.waitSignal(panel.solo) as alone:
        click(panel, eye_centre(panel, 1), Qt.KeyboardModifier.AltModifier)
    assert alone.args == [1]
    assert told == {0: False, 2: False, 255: False}
    panel.show_all()
    assert told == {0: True, 2: True, 255: True}
    only, show_all = panel.menu(panel.view.model().index(0, 0).data(ROW_ROLE)).actions()[:2]
    assert not show_all.isEnabled()
    only.trigger()
    assert panel.hidden == {1, 2, 255}


def test_the_sign_under_the_pointer_shows_one_class_alone(
    panel: ClassPanel, session: Any, three: ClassTable
) -> None:
    session.open(three)
    index = panel.view.model().index(1, 0)
    click(panel, solo_rect(panel.view.visualRect(index)).center())
    assert panel.hidden == {0, 2, 255}
    assert index.data(SOLO_ROLE)
    click(panel, solo_rect(panel.view.visualRect(index)).center())
    assert panel.hidden == frozenset()
    assert not index.data(SOLO_ROLE)


def test_locks_are_set_by_click_drag_and_menu(
    panel: ClassPanel, session: Any, three: ClassTable, tools: ToolState
) -> None:
    session.open(three)
    ground, model = panel.view.viewport(), panel.view.model()
    lock = [lock_rect(panel.view.visualRect(model.index(row, 0))).center() for row in range(3)]
    click(panel, lock[1])
    assert tools.locked == {1}
    assert model.index(1, 0).data(LOCKED_ROLE)
    assert panel.hidden == frozenset()
    assert "locked" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=lock[0])
    QTest.mouseMove(ground, lock[1])
    QTest.mouseMove(ground, lock[2])
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=lock[2])
    assert tools.locked == {0, 1, 2}
    menu = {action.text(): action for action in panel.menu(model.index(2, 0).data(ROW_ROLE)).actions()}
    menu["Unlock car"].trigger()
    assert tools.locked == {0, 1}
    menu["Unlock all classes"].trigger()
    assert tools.locked == frozenset()


def test_another_project_shows_everything(panel: ClassPanel, session: Any, three: ClassTable) -> None:
    session.open(three)
    panel.set_class_visible(1, False)
    session.open(table_of(("a", "b")))
    assert panel.hidden == frozenset()
    assert panel.count_text == "2"


def test_a_class_that_leaves_the_table_is_hidden_no_more(
    panel: ClassPanel, session: Any, three: ClassTable
) -> None:
    session.open(three)
    panel.set_class_visible(1, False)
    panel.set_class_visible(2, False)
    session.table = ClassTable(three.classes[:2])
    session.table_changed.emit()
    assert panel.hidden == {1}


def test_iou_follows_the_scope(
    qtbot: QtBot, panel: ClassPanel, session: Any, settings: Settings, comparison: Make
) -> None:
    session.open(table_of(("road", "sky", "car")))
    image, dataset = comparison(np.diag([1, 0, 1])), comparison(np.array([[1, 1, 0], [0, 2, 0], [0, 0, 3]]))
    session.compare(image, dataset)

    def shown() -> list[float | None]:
        return [panel.view.model().index(row, 0).data(IOU_ROLE) for row in range(3)]

    qtbot.waitUntil(lambda: shown() == list(image.scores.iou))
    settings.set("dashboard.scope", "dataset")
    qtbot.waitUntil(lambda: shown() == list(dataset.scores.iou))


def test_many_classes_get_a_search(
    panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    session.open(three)
    assert not panel.search.isVisible()
    session.open(table_of([f"class {i:03}" for i in range(150)]))
    assert panel.search.isVisible()
    assert not panel.grab().isNull()
    QTest.keyClicks(panel.search, "14")
    assert names(panel) == ["class 014", "class 114", *(f"class {i}" for i in range(140, 150))]
    assert tools.class_id == 0
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert tools.class_id == 14
    assert panel.search.text() == ""
    assert shown_class(panel) == 14


def test_rows_speak(panel: ClassPanel, session: Any, three: ClassTable) -> None:
    session.open(three)
    panel.set_class_visible(1, False)
    index = panel.view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "sky, key 2, hidden"
    assert "Click or press 2" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_without_a_project_a_sentence_stands_there(panel: ClassPanel) -> None:
    assert not panel.view.isVisible()
    assert panel.count_text == ""


def test_a_class_that_is_void_in_the_next_folder_is_not_painted_on(
    panel: ClassPanel, session: Any, tools: ToolState, three: ClassTable
) -> None:
    session.open(three)
    assert tools.class_id == 0
    session.open(table_of(["void", "wall", "sky"], ignore_index=0))
    assert tools.class_id == 1
    click(panel, row_centre(panel, names(panel).index("void")))
    assert tools.class_id == 0


def test_long_names_stay_apart(qapp: QApplication) -> None:
    """Names of one group begin alike and differ at their ends."""
    cut = {
        elided(qapp.font(), 13, f"object--traffic-sign--{side}", 90)
        for side in ("front", "back", "ambiguous")
    }
    assert len(cut) == 3


def test_a_row_without_a_key_gives_its_place_to_the_name(
    panel: ClassPanel, session: Any, qtbot: QtBot
) -> None:
    """Both rows are long; the paint of the one without a key goes on where the other has its key."""
    session.open(table_of([f"a class that has a long name {n}" for n in range(30)]))
    panel.resize(260, 900)
    model, view = panel.view.model(), panel.view
    panel.choose(29)
    qtbot.waitUntil(lambda: view.visualRect(model.index(24, 0)).isValid())
    seen = view.viewport().grab().toImage()

    def written(place: QRect) -> int:
        """Pixels of the place that are not the ground."""
        ground = seen.pixelColor(place.left(), place.top() + 1)
        return sum(
            seen.pixelColor(x, y) != ground
            for x in range(place.left(), place.right())
            for y in range(place.top() + 8, place.bottom() - 8)
        )

    rect = view.visualRect(model.index(24, 0))
    assert rect.top() >= 0
    key_place = solo_rect(rect).adjusted(2, 0, -8, 0)
    assert name_rect(rect, alone=True).right() > name_rect(rect, alone=False).right() + 20
    assert written(key_place) > 10
