"""Tab goes through a dialog as one reads it, in whatever order its widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_in_reading_order(dialog: QWidget) -> None:
    """Down its layouts, and in each row to the right. Call it when everything is laid out. The focus begins with the
    first, unless somebody has it."""
    stops = list(_stops(dialog))
    for former, following in pairwise(stops):
        QWidget.setTabOrder(former, following)
    if stops and dialog.focusWidget() is None:
        stops[0].setFocus()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
        yield widget
        if not isinstance(widget, QScrollArea):
            return
    page = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = page.layout() if page is not None else None
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif item is not None and (inner := item.layout()) is not None:
            yield from _stops_in(inner)
