"""The picture of the start page: a street as the camera sees it, and as classes (made by .ci/start_picture.py)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from segstudio.core.resources import resource

_SIZE = QSize(760, 220)
_RADIUS = 10.0


class SceneArt(QWidget):
    """Fills its width; what does not fit is cut at top and bottom, or left and right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("A street, and the classes in it"))
        self._picture = QPixmap(str(resource("pictures", "start.jpg")))

    def sizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = QRectF(self.rect())
        scale = max(frame.width() / self._picture.width(), frame.height() / self._picture.height())
        source = QRectF(0, 0, frame.width() / scale, frame.height() / scale)
        source.moveCenter(QRectF(self._picture.rect()).center())
        edge = QPainterPath()
        edge.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(edge)
        painter.drawPixmap(frame, self._picture, source)
        painter.end()
