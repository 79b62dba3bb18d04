"""Painters that never outlive their paint event."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on `device` that is ended whatever happens.

    One that an error's traceback, say, holds on to is still at work when Qt paints the next widget, and Qt crashes.
    """
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
