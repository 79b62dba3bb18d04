"""What holds for every test of a widget."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

NOWHERE = (-100, -100)
"""On no screen."""


@pytest.fixture(autouse=True)
def cursor_outside(qapp: QApplication) -> None:
    """The system's cursor lies over no window. Where a test before left it, Qt would tell the next window that the pointer
    came, and left when anything showed or hid there: late, on a busy machine, and amid what a test does with events."""
    QCursor.setPos(*NOWHERE)
