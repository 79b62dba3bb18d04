"""The whole image, small, in the canvas's corner: where the view lies in it, and a way to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from segstudio.ui.canvas.surface import CanvasSurface
from segstudio.ui.theme import GRID, theme, tokens

BOX = 168
"""Its longer side, in logical pixels."""
MARGIN = 16
_LEAST = 24
_SHARE = 0.3
"""It takes at most this much of the canvas's smaller side."""
_PLACING = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize}


class Minimap(QWidget):
    """Seen while it is wanted and a part of the image lies outside the view. Press or drag: that place comes into the
    middle. The wheel works as on the canvas, about the middle of the view."""

    def __init__(self, canvas: CanvasSurface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._wanted = True
        self._picture: QImage | None = None
        self._clear_of: list[QWidget] = []
        self.setAccessibleName(self.tr("Minimap"))
        self.setAccessibleDescription(self.tr("The whole image, with the part that the canvas shows"))
        self.setToolTip(self.tr("Press or drag to move the view there"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.picture_changed.connect(self._picture_changed)
        canvas.viewport_changed.connect(self._place)
        canvas.installEventFilter(self)
        theme().changed.connect(self.update)
        self.hide()

    @property
    def wanted(self) -> bool:
        return self._wanted

    def set_wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self._place()

    def keep_clear_of(self, widget: QWidget) -> None:
        """Stand above this one, which lies on the canvas too, wherever it would be in the way."""
        self._clear_of.append(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACING if watched in self._clear_of else event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        middle = QPointF(self._canvas.rect().center())
        QApplication.sendEvent(
            self._canvas,
            QWheelEvent(middle, self._canvas.mapToGlobal(middle), event.pixelDelta(), event.angleDelta(), event.buttons(),
                        event.modifiers(), event.phase(), event.inverted()),
        )  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(self.rect(), t.colour("canvas"))
        picture = self._shown()
        if picture is not None:
            painter.drawImage(inner, picture)
        view = self._view_rect(inner)
        if view is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 90))
            for beside in _beside(inner, view):
                painter.drawRect(beside)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((QColor(0, 0, 0, 160), 3.0), (t.colour("accent"), 1.5)):
                painter.setPen(QPen(colour, width))
                painter.drawRect(view)
        painter.setPen(t.colour("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _go(self, at: QPointF) -> None:
        picture = self._canvas.picture
        if picture is not None:
            width, height = picture.size
            self._canvas.centre_on((at.x() / self.width() * width, at.y() / self.height() * height))

    def _picture_changed(self) -> None:
        self._picture = None
        self._place()
        self.update()

    def _place(self) -> None:
        """Where it stands and how large, and whether it is needed at all."""
        picture, part = self._canvas.picture, self._canvas.shown_part
        whole = picture is None or part is None or (part.width, part.height) == picture.size
        if picture is None or whole or not self._wanted:
            self.hide()
            return
        place = QRect(QPoint(), self._fitting(picture.size))
        place.moveBottomRight(self._canvas.rect().bottomRight() - QPoint(MARGIN, MARGIN))
        for other in self._clear_of:
            if other.isVisible() and place.intersects(other.geometry()):
                place.moveBottom(other.geometry().top() - GRID)
        if place.top() < 0:
            self.hide()
            return
        self.setGeometry(place)
        self.show()
        self.update()

    def _fitting(self, image: tuple[int, int]) -> QSize:
        room = min(BOX, round(min(self._canvas.width(), self._canvas.height()) * _SHARE) + _LEAST)
        scale = room / max(image)
        return QSize(max(round(image[0] * scale), _LEAST), max(round(image[1] * scale), _LEAST))

    def _shown(self) -> QImage | None:
        tone, picture = self._canvas.toning.tone, self._canvas.picture
        if self._picture is None and tone is not None and picture is not None:
            pixels = tone.shown(picture.smallest)
            height, width = pixels.shape[:2]
            made = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
            self._picture = made.copy()  # the array goes
        return self._picture

    def _view_rect(self, inner: QRectF) -> QRectF | None:
        part, picture = self._canvas.shown_part, self._canvas.picture
        if part is None or picture is None:
            return None
        x, y = inner.width() / picture.size[0], inner.height() / picture.size[1]
        found = QRectF(inner.x() + part.x * x, inner.y() + part.y * y, part.width * x, part.height * y)
        grow_x, grow_y = max(4 - found.width(), 0) / 2, max(4 - found.height(), 0) / 2
        return found.adjusted(-grow_x, -grow_y, grow_x, grow_y).intersected(inner)


def _beside(outer: QRectF, inner: QRectF) -> list[QRectF]:
    """What of the outer lies around the inner."""
    return [
        QRectF(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
        QRectF(outer.left(), inner.bottom(), outer.width(), outer.bottom() - inner.bottom()),
        QRectF(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
        QRectF(inner.right(), inner.top(), outer.right() - inner.right(), inner.height()),
    ]
