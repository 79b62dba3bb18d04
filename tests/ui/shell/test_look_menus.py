"""The model menu's choices of how the model looks at images."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from segstudio.core.predicting import PredictOptions, Refinement
from segstudio.ui.app import Studio


def model_menu(studio: Studio) -> QMenu:
    """The menu 'Model' of the menu bar, filled as when it opens."""
    bar = studio.window.menuBar()
    menu = next(m for m in bar.findChildren(QMenu) if m.title() == "Model")
    menu.aboutToShow.emit()
    return menu


def submenu(studio: Studio, title: str) -> QMenu:
    found = next(action for action in model_menu(studio).actions() if action.text() == title).menu()
    assert isinstance(found, QMenu)
    return found


def choose(studio: Studio, title: str, words: str) -> None:
    next(action for action in submenu(studio, title).actions() if action.text() == words).trigger()


def checked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_choices_reach_the_session_and_are_ticked(opened: Studio, qtbot: QtBot) -> None:
    assert checked(submenu(opened, "Average")) == ["One look"]
    assert checked(submenu(opened, "Borders")) == ["As the model says"]
    choose(opened, "Propose", "Where 70 % sure")
    assert checked(submenu(opened, "Propose")) == ["Where 70 % sure"]
    assert opened.settings.text("model.propose") == "70"
    choose(opened, "Average", "Three sizes, mirrored too")
    choose(opened, "Borders", "Guided by colours")
    full = next(a for a in model_menu(opened).actions() if a.objectName() == "model.full_size")
    full.trigger()
    assert opened.session.looks.options == PredictOptions((0.75, 1.0, 1.25), True, Refinement.GUIDED, True)
    assert checked(submenu(opened, "Average")) == ["Three sizes, mirrored too"]
    assert checked(submenu(opened, "Borders")) == ["Guided by colours"]
    assert full.isChecked()
    assert opened.settings.text("model.average") == "sizes"


def test_every_choice_says_what_it_does(opened: Studio) -> None:
    for title in ("Propose", "Average", "Borders"):
        for action in submenu(opened, title).actions():
            assert len(action.toolTip()) > len(action.text()) + 10
            assert action.isCheckable()
