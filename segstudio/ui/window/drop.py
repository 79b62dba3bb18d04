"""Dropping a folder anywhere in the window opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.theme import GRID, tokens


def dropped_folder(data: QMimeData) -> Path | None:
    """The folder that is dragged, or the one that holds the file that is dragged; None for anything else."""
    for url in data.urls():
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is not None and path.is_dir():
            return path
        if path is not None and path.is_file():
            return path.parent
    return None


class DropHint(QWidget):
    """Lies over the window while a folder is dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self) -> None:
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = t.colour("window")
        shade.setAlphaF(0.82)
        painter.fillRect(self.rect(), shade)
        painter.setPen(QPen(t.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(GRID, GRID, -GRID, -GRID), 10, 10)
        middle = self.rect().center()
        sign = QRect(middle.x() - 24, middle.y() - 48, 48, 48)
        draw_glyph(painter, sign, glyph("mdi6.folder-arrow-down-outline"), t.colour("accent"))
        painter.setPen(t.colour("text"))
        words = self.rect().adjusted(0, middle.y() + GRID, 0, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.tr("Open this folder")
        )
        painter.end()
