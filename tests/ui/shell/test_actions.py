"""The table of actions: complete, without conflicts, and the only place that names a key."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from segstudio.ui.action_book import ActionBook
from segstudio.ui.actions import ACTIONS, CLASS
from segstudio.ui.app import Studio
from segstudio.ui.hand_tools import HAND_TOOLS
from segstudio.ui.icons import glyph

PEERS = {
    "[": "tool.smaller", "]": "tool.larger", "B": "tool.brush", "E": "tool.eraser", "P": "tool.polygon",
    "F": "tool.fill", "I": "tool.pick", "T": "tool.restore", "C": "tool.confirm", "1": "class.1", "9": "class.9",
    "Shift+0": "class.10", "Shift+9": "class.19", "A": "image.previous", "D": "image.next",
    "Ctrl+Shift+D": "image.next_unlabelled", "Ctrl+Z": "edit.undo", "Ctrl+Shift+Z": "edit.redo",
    "Ctrl+Y": "edit.redo", "Home": "view.fit", "Ctrl+0": "view.actual", "H": "view.hide_mask",
    "Q": "view.prediction", "W": "view.label", "R": "view.errors", "Ctrl+S": "file.save",
    "Ctrl+Return": "file.save_next",
}  # fmt: skip


def test_no_key_is_given_twice() -> None:
    counted = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.shortcuts)
    assert [keys for keys, count in counted.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            assert QKeySequence(keys).toString(), (spec.id, keys)


def test_keys_are_those_that_hands_are_used_to() -> None:
    by_keys = {keys: spec.id for spec in ACTIONS for keys in spec.shortcuts}
    assert {keys: by_keys.get(keys) for keys in PEERS} == PEERS


def test_ids_are_unique_and_words_complete() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    for spec in ACTIONS:
        assert spec.title, spec.id
        assert spec.help.endswith("."), spec.id
        assert spec.menu or spec in CLASS, f"{spec.id} is in no menu"
        if spec.icon:
            assert glyph(spec.icon)


def test_every_tool_has_its_action() -> None:
    ids = {spec.id for spec in ACTIONS}
    assert {f"tool.{spec.id}" for spec in HAND_TOOLS} <= ids
    for spec in HAND_TOOLS:
        assert glyph(spec.icon)


def test_every_action_is_bound_and_in_the_menu_that_it_names(studio: Studio) -> None:
    bar = studio.window.menuBar()
    menus = {action.text(): action.menu() for action in bar.actions()}
    view = menus["View"]
    assert isinstance(view, QMenu)
    tools = menus["Tools"]
    assert isinstance(tools, QMenu)
    menus |= {
        action.text(): action.menu() for action in (*view.actions(), *tools.actions()) if action.menu()
    }
    for spec in ACTIONS:
        menu = menus.get(spec.menu)
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            assert studio.window.book[spec.id] in menu.actions(), spec.id


def test_binding_refuses_a_handler_too_few_or_too_many(studio: Studio) -> None:
    book = ActionBook(studio.window)
    with pytest.raises(KeyError, match=r"file\.open"):
        book.bind({action_id: print for action_id in book if action_id != "file.open"})
    with pytest.raises(KeyError, match=r"no\.such"):
        book.bind({**dict.fromkeys(book, print), "no.such": print})


def test_without_a_folder_only_what_makes_sense_is_enabled(studio: Studio) -> None:
    book = studio.window.book
    assert book["file.open"].isEnabled()
    assert not book["file.save"].isEnabled()
    assert not book["tool.brush"].isEnabled()
