"""The class mapping: asked for by message or menu, chosen with mouse and keys, applied at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from segstudio.core import class_edits
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import table_of
from segstudio.core.presets import write_class_file
from segstudio.core.zoo import BUNDLED
from segstudio.engine.desks.mapping_desk import MappingView
from segstudio.engine.views import MAP_CLASSES
from segstudio.ui import theme
from segstudio.ui.app import Studio
from segstudio.ui.dialogs.class_mapping import ClassMappingDialog
from segstudio.ui.panels.model_words import model_title

PROJECT = table_of(["ground", "heaven", "thing"])
MODEL = table_of(["Ground", "sky", "tree", "car"])


@pytest.fixture(autouse=True)
def installed(qapp: QApplication) -> None:
    theme.install(qapp, "dark")


def dialog_of(qtbot: QtBot, chosen: ClassChoice | None = None) -> ClassMappingDialog:
    dialog = ClassMappingDialog(MappingView("a model", MODEL, PROJECT, chosen or {}))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def during_dialog(act: Callable[[ClassMappingDialog], None]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ClassMappingDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


def test_it_names_the_model_as_the_window_does_and_says_what_the_columns_are(qtbot: QtBot) -> None:
    dialog = ClassMappingDialog(MappingView(BUNDLED, MODEL, PROJECT, {}))
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"What the model {model_title(BUNDLED)} finds" in said
    assert "The model finds Shown and counted as" in said


def test_it_shows_what_names_tell_and_what_has_no_partner(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    assert dialog.choices["Ground"].currentText() == "ground"
    assert dialog.choices["sky"].currentIndex() == -1
    assert "3 of 4" in dialog.summary.text()
    assert dialog.chosen == {}
    assert dialog.choices["sky"].accessibleName() == "The model's sky is"


def test_it_hands_over_only_what_a_person_changed(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, {"sky": 1, "Ground": None})
    assert dialog.chosen == {"sky": 1, "Ground": None}
    QTest.keyClicks(dialog.choices["tree"], "thing")
    QTest.mouseClick(dialog.ignore_rest, Qt.MouseButton.LeftButton)
    assert dialog.chosen == {"sky": 1, "Ground": None, "tree": 2, "car": None}
    assert not dialog.ignore_rest.isEnabled()
    assert "All 4" in dialog.summary.text()
    QTest.mouseClick(dialog.by_name, Qt.MouseButton.LeftButton)
    assert dialog.chosen == {}


def test_rolling_through_the_list_changes_nothing(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    box = dialog.choices["Ground"]
    place = QPointF(box.rect().center())
    event = QWheelEvent(place, box.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentText() == "ground"


def test_the_message_offers_it_and_the_choice_holds_at_once(
    studio: Studio, folder: Path, qtbot: QtBot
) -> None:
    write_class_file(folder / "classes.txt", table_of(["earth", "heaven", "stuff"]))
    studio.session.open_folder(folder)
    banner = studio.window.banner
    qtbot.waitUntil(
        lambda: banner.message is not None and banner.message.action == MAP_CLASSES, timeout=10_000
    )
    assert studio.session.prediction is None

    def map_the_sky(dialog: ClassMappingDialog) -> None:
        QTest.keyClicks(dialog.choices["sky"], "heaven")
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    during_dialog(map_the_sky)
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.session.prediction is not None, timeout=10_000)
    label = studio.session.prediction_label
    assert label is not None
    assert (label == 1).all()


def test_the_message_goes_when_the_class_table_has_them_all(
    studio: Studio, folder: Path, qtbot: QtBot
) -> None:
    write_class_file(folder / "classes.txt", table_of(["earth", "heaven", "stuff"]))
    studio.session.open_folder(folder)
    banner, classes = studio.window.banner, studio.session.classes
    qtbot.waitUntil(
        lambda: banner.message is not None and banner.message.action == MAP_CLASSES, timeout=10_000
    )
    view = studio.session.mapping.view()
    assert view is not None
    classes.apply(class_edits.recoloured(view.target, 0, (1, 2, 3)))
    assert banner.isVisible()
    for c in view.source.classes:
        table = studio.session.table
        assert table is not None
        classes.apply(class_edits.renamed(table, c.id, c.name))
    assert not banner.isVisible()
    qtbot.waitUntil(lambda: studio.session.prediction is not None, timeout=10_000)


def test_a_folder_that_is_opened_later_gets_its_message_too(
    opened: Studio, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The model is there already, and the same words were said of another folder before."""
    banner, session = opened.window.banner, opened.session

    def is_open(root: Path) -> bool:
        return session.project is not None and session.project.root == root

    qtbot.waitUntil(lambda: session.prediction is not None, timeout=10_000)
    for name in ("one", "two"):
        shutil.copytree(folder / "images" if (folder / "images").is_dir() else folder, tmp_path / name)
        write_class_file(tmp_path / name / "classes.txt", table_of(["earth", "heaven", "stuff"]))
        session.open_folder(tmp_path / name)
        qtbot.waitUntil(partial(is_open, tmp_path / name), timeout=10_000)
        qtbot.waitUntil(
            lambda: banner.message is not None and banner.message.action == MAP_CLASSES, timeout=10_000
        )


def test_the_menu_opens_it_and_cancel_changes_nothing(opened: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.session.mapping.view() is not None, timeout=10_000)
    seen: list[str] = []

    def look(dialog: ClassMappingDialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.choices["sky"].setCurrentIndex(0)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    during_dialog(look)
    opened.window.book["model.mapping"].trigger()
    assert seen == ["Class mapping"]
    view = opened.session.mapping.view()
    assert view is not None
    assert not view.chosen


@pytest.mark.parametrize("count", [1, 150])
def test_few_and_many_classes_fit(qtbot: QtBot, count: int) -> None:
    source = table_of([f"class number {i}" for i in range(count)])
    dialog = ClassMappingDialog(MappingView("m" * 300, source, PROJECT, {}))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() < 700
    assert dialog.width() < 900
