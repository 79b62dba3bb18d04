"""Getting the focus: other programs may have written labels meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from segstudio.ui.app import OnActivation


def test_only_the_windows_own_activation_counts(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    calls: list[bool] = []
    OnActivation(window, lambda: calls.append(True))
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert not calls
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert calls == [True]
