"""Words and lines between the parts of the dashboard."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from segstudio.ui.dashboard.painting import face


def hairline() -> QFrame:
    """A vertical line between parts."""
    line = QFrame()
    line.setProperty("hairline", True)
    line.setFixedWidth(1)
    return line


def title(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(face(label.font(), 13, QFont.Weight.Medium))
    return label


def note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("dim", True)
    label.setFont(face(label.font(), 12))
    return label


def header(*parts: QWidget | None) -> QWidget:
    """A row of fixed height; None is a stretch."""
    found = QWidget()
    found.setFixedHeight(30)
    row = QHBoxLayout(found)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return found


def column(head: QWidget, body: QWidget) -> QVBoxLayout:
    found = QVBoxLayout()
    found.setSpacing(2)
    found.addWidget(head)
    found.addWidget(body, 1)
    return found
