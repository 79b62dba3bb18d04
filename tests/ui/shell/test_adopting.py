"""A folder with the labels of another tool: what they are is said, and one click makes them the project's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import read_label
from segstudio.engine.files.entries import Status
from segstudio.ui.app import Studio
from tests.unit.formats.reading.trees import SHAPE, grey, halves, picture


def voc(root: Path) -> Path:
    for name in ("a", "b", "c"):
        picture(root / "JPEGImages" / f"{name}.jpg")
    for name in ("a", "b"):
        grey(root / "SegmentationClass" / f"{name}.png", halves(0, 15))
    return root


def test_one_click_copies_the_labels(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    session, banner = studio.session, studio.window.banner
    root = voc(tmp_path / "VOC2012")
    session.open_folder(root)
    qtbot.waitUntil(lambda: "PASCAL VOC, 2 of 3 images" in banner.words)
    assert [view.entry.key for view in session.entries] == ["a", "b", "c"]
    assert banner.action.text() == "Copy labels"
    assert not banner.fading
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: [v.status for v in session.entries] == [Status.SAVED, Status.SAVED, Status.UNLABELLED]
    )
    assert np.array_equal(read_label(root / "labels" / "a.png"), halves(0, 15))
    qtbot.waitUntil(lambda: session.document is not None)
    assert session.document is not None
    assert np.array_equal(session.document.label_map.label, halves(0, 15))
    assert session.table is not None
    assert session.table.name_of(15) == "person"
    assert "Another tool" not in banner.words


def test_edits_are_not_overwritten(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    session, canvas = studio.session, studio.window.canvas
    root = voc(tmp_path / "VOC2012")
    session.open_folder(root)
    qtbot.waitUntil(lambda: session.document is not None)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    qtbot.waitUntil(lambda: session.dirty)
    studio.window.book["file.adopt"].trigger()
    qtbot.waitUntil(lambda: session.entry_view("b").status is Status.SAVED)
    qtbot.waitUntil((root / "labels" / "a.png").exists)  # on the way, as by going on
    assert not np.array_equal(read_label(root / "labels" / "a.png", SHAPE), halves(0, 15))
    assert sorted(p.name for p in (root / "labels").iterdir()) == ["a.png", "b.png"]


def test_a_folder_without_any_says_so(opened: Studio, qtbot: QtBot) -> None:
    heard: list[str] = []
    opened.session.message.connect(lambda message: heard.append(message.text))
    opened.window.book["file.adopt"].trigger()
    qtbot.waitUntil(lambda: any("no labels of another tool" in text for text in heard))
