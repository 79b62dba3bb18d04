"""The divider of the layer 'swipe': prediction at its left, your label at its right; dragged, or moved with arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QLabel, QWidget

from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.painting import painting
from segstudio.ui.theme import tokens

_WIDTH = 28
_STEP, _FINE_STEP = 24, 1
_KNOB = 13.0
_GAP = 6
_TOP = 10
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SwipeDivider(QWidget):
    """A child of the canvas, seen while its layer is 'swipe'. It stays where it is in the view when the image moves."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._share = 0.5  # of the view's width
        self._grip: float | None = None
        self.setObjectName("swipe_divider")
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Divider between prediction and label"))
        self.setToolTip(
            self.tr(
                "Drag, or move with the arrow keys (Shift: by a pixel, Home and End: to the edges; Esc ends)"
            )
        )
        self.left_tag, self.right_tag = _tag(canvas), _tag(canvas)
        self.set_names(self.tr("Prediction"), self.tr("Your label"))
        canvas.layer_changed.connect(lambda _layer: self._show())
        canvas.viewport_changed.connect(self._place)
        canvas.installEventFilter(self)
        self._show()

    @property
    def position(self) -> float:
        """Where the line stands, in pixels of the canvas from the left."""
        return self._share * self._canvas.width()

    def set_names(self, left: str, right: str) -> None:
        """What lies at each side."""
        for tag, text in ((self.left_tag, left), (self.right_tag, right)):
            tag.setText(text)
            tag.adjustSize()
        self._place()

    def move_to(self, x: float) -> None:
        """Put the line at this pixel of the canvas, kept inside."""
        width = max(self._canvas.width(), 1)
        self._share = min(max(x, 0.0), float(width)) / width
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _show(self) -> None:
        seen = self._canvas.layer == "swipe"
        if not seen and self.hasFocus():
            self._canvas.setFocus()  # else it would go to the next widget, anywhere in the window
        for part in (self, self.left_tag, self.right_tag):
            part.setVisible(seen)
        if seen:
            self._place()
            self.raise_()

    def _place(self) -> None:
        if self._canvas.layer != "swipe":
            return
        x = self.position
        self.setGeometry(round(x) - _WIDTH // 2, 0, _WIDTH, self._canvas.height())
        self.left_tag.move(round(x) - _GAP - self.left_tag.width(), _TOP)
        self.right_tag.move(round(x) + _GAP, _TOP)
        point = self._canvas.image_point(QPointF(round(x), 0))
        if point is not None:
            self._canvas.set_swipe_column(int(point[0] // 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = self.mapToParent(event.position()).x() - self.position

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.move_to(self.mapToParent(event.position()).x() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.move_to(self.position + _KEYS[key] * step)
        elif key == Qt.Key.Key_Home:
            self.move_to(0)
        elif key == Qt.Key.Key_End:
            self.move_to(self._canvas.width())
        elif key == Qt.Key.Key_Escape:
            self._canvas.set_layer("mask")
            self._canvas.setFocus()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Home is the window's 'fit' elsewhere."""
        mine = {*_KEYS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape}
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in mine
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._grip = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = _WIDTH / 2, self.height() / 2
        painter.fillRect(QRectF(x - 2, 0, 4, self.height()), QColor(0, 0, 0, 110))
        painter.fillRect(QRectF(x - 1, 0, 2, self.height()), QColor(255, 255, 255))
        rim = tokens().colour("accent") if self.hasFocus() else QColor(0, 0, 0, 150)
        painter.setPen(QPen(rim, 2))
        painter.setBrush(QColor(255, 255, 255))
        painter.drawEllipse(QPointF(x, middle), _KNOB - 1, _KNOB - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(40, 40, 40))
        for side in (-1, 1):
            tip = x + side * 8
            back = x + side * 3.5
            painter.drawPolygon(
                QPolygonF([QPointF(tip, middle), QPointF(back, middle - 4.5), QPointF(back, middle + 4.5)])
            )


def _tag(canvas: QWidget) -> QLabel:
    tag = QLabel(canvas)
    tag.setObjectName("canvas_tag")
    tag.setTextFormat(Qt.TextFormat.PlainText)
    tag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return tag
