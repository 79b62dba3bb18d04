"""Messages over the image: they hide nothing that is needed, and are read word by word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from segstudio.engine.views import Level, Message
from segstudio.ui.app import Studio
from segstudio.ui.controls.literal import wrapped

LEFT = Qt.MouseButton.LeftButton
LONG = (
    "The model deeplabv3plus_lite0_camvid knows classes that this project has not: Sky, Building, Pole, Road, Pavement, "
    "Tree, SignSymbol, Fence and 2 more. Where it sees them, its prediction is void, which counts as a miss."
)


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_the_words_of_the_error_map_stand_below_a_message(opened: Studio) -> None:
    window = opened.window
    bar, banner = window.evaluation.bar, window.banner
    QTest.keyClick(window.canvas, Qt.Key.Key_R)
    assert bar.isVisible()
    top = _on_screen(bar).top()
    banner.show_message(Message(Level.WARNING, LONG))
    assert not _on_screen(bar).intersects(_on_screen(banner))
    for size in ((900, 600), (1280, 800)):
        window.resize(*size)
        assert not _on_screen(bar).intersects(_on_screen(banner)), size
    assert window.childAt(window.mapFromGlobal(_on_screen(bar.next_button).center())) is bar.next_button
    QTest.mouseClick(banner.dismiss, LEFT)
    assert _on_screen(bar).top() == top


def test_a_long_message_leaves_the_image_to_be_seen_and_says_the_rest_in_its_tooltip(
    opened: Studio,
) -> None:
    window = opened.window
    window.resize(900, 600)
    window.banner.show_message(Message(Level.WARNING, LONG))
    assert window.banner.height() <= 72
    assert len(window.banner.words.splitlines()) <= 3
    assert window.banner.words.endswith("miss.")
    assert "SignSymbol" in window.banner._text.toolTip()


@pytest.mark.parametrize("width", range(160, 420, 20))
def test_no_word_is_read_in_part(themed: QApplication, width: int) -> None:
    font = QFont(themed.font())
    shown = wrapped(LONG, font, width, 3)
    assert len(shown.splitlines()) <= 3
    assert set(shown.replace("…", " ").split()) <= set(LONG.split())


def test_a_long_path_is_cut_within_itself(themed: QApplication) -> None:
    path = "/home/someone/" + "a_folder_of_folders/" * 12 + "end.png"
    shown = wrapped(f"{path} cannot be written. Choose another folder.", QFont(themed.font()), 300, 3)
    assert shown.startswith("/home/someone")
    assert shown.replace("\n", " ").endswith("cannot be written. Choose another folder.")
