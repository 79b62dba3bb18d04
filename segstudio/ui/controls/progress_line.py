"""A two-pixel line that says: something is being worked on, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from segstudio.ui.theme import theme, tokens

_HEIGHT = 2
_RUNNER = 0.28  # share of the width that moves while the total is unknown


class ProgressLine(QWidget):
    """Hidden work is `idle`; a total of 0 runs back and forth."""

    def __init__(self, parent: QWidget | None = None, *, track: bool = False) -> None:
        """`track`: show the whole way in a quiet colour behind the line."""
        super().__init__(parent)
        self._track = track
        self._active = False
        self._done = 0
        self._total = 0
        self._run = QVariantAnimation(self)
        self._run.setDuration(1400)
        self._run.setLoopCount(-1)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setEasingCurve(QEasingCurve(QEasingCurve.Type.InOutSine))
        self._run.valueChanged.connect(lambda _value: self.update())
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Progress"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(96, _HEIGHT)

    @property
    def active(self) -> bool:
        return self._active

    def show_progress(self, done: int, total: int) -> None:
        """`total` of 0: unknown."""
        self._active, self._done, self._total = True, done, total
        running = self._run.state() == QVariantAnimation.State.Running
        if total <= 0 and not running:
            self._run.start()
        elif total > 0 and running:
            self._run.stop()
        self.update()

    def idle(self) -> None:
        """Show nothing."""
        self._active = False
        self._run.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._active:
            return
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        if self._track:
            painter.fillRect(area, QColor(t.hairline))
        if self._total > 0:
            area.setWidth(area.width() * min(1.0, self._done / self._total))
        else:
            place = self._run.currentValue()
            share = float(place) if isinstance(place, float) else 0.0
            width = area.width() * _RUNNER
            area = QRectF(share * (area.width() + width) - width, 0, width, area.height())
        painter.fillRect(area, QColor(t.accent))
        painter.end()
