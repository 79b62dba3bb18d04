"""The Qt binding itself: a release that miscounts references aborts the window after a while."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_without_a_result_leave_none_alone(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    calls: list[Callable[[], None]] = [QApplication.processEvents, lambda: widget.update(QRect(0, 0, 3, 3))]
    for call in calls:
        before = sys.getrefcount(None)
        for _ in range(500):
            call()
        assert sys.getrefcount(None) - before > -100
