"""The message bar at the top of the canvas: what happened, and a button for what helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from segstudio.engine.views import Level, Message
from segstudio.ui.controls.glyph import Glyph
from segstudio.ui.icons import icon
from segstudio.ui.theme import GRID, PADDING

_SIGNS = {
    Level.INFO: ("mdi6.information-outline", "accent"),
    Level.WARNING: ("mdi6.alert-outline", "warn"),
    Level.ERROR: ("mdi6.alert-circle-outline", "bad"),
}
_READING_MS = 5000
_FADE_MS = 250
_MAX_WIDTH = 760
_LOUDNESS = {Level.INFO: 0, Level.WARNING: 1, Level.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a message's action id stands for: the button's words and what it does."""

    title: str
    run: Callable[[], object]


class Banner(QFrame):
    """Lies over the top of its parent. Errors and warnings stay until they are dismissed; information fades.

    An error is not covered by information that comes after it: that waits until the error is dismissed.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("Message"))
        self._over = parent
        self._remedies: dict[str, Remedy] = {}
        self._message: Message | None = None
        self._waiting: Message | None = None
        self._sign = Glyph(*_SIGNS[Level.INFO], parent=self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = QPushButton(self)
        self.action.clicked.connect(self._act)
        self.dismiss = QToolButton(self)
        self.dismiss.setIcon(icon("mdi6.close"))
        self.dismiss.setIconSize(QSize(16, 16))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GRID, GRID, GRID)
        row.setSpacing(PADDING)
        for widget in (self._sign, self._text, self.action, self.dismiss):
            row.addWidget(widget)
        self._effect = QGraphicsOpacityEffect(self, opacity=1.0)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._fade.finished.connect(self.clear)
        self.reading_ms = _READING_MS
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self._start_fading)
        parent.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown."""
        return self._message if not self.isHidden() else None

    @property
    def fading(self) -> bool:
        """Whether it is about to go by itself."""
        return self._reading.isActive() or self._effect.isEnabled()

    def set_remedy(self, action_id: str, remedy: Remedy) -> None:
        """What to offer for messages with this action id."""
        self._remedies[action_id] = remedy

    def show_message(self, message: Message) -> None:
        shown = self.message
        if shown is not None and _LOUDNESS[shown.level] > _LOUDNESS[message.level]:
            self._waiting = message
            return
        self._stop_fading()
        self._message = message
        self._sign.show_glyph(*_SIGNS[message.level])
        self._text.setText(message.text)
        remedy = self._remedies.get(message.action or "")
        self.action.setVisible(remedy is not None)
        if remedy is not None:
            self.action.setText(remedy.title)
        self.show()
        self.raise_()
        self._place()
        if message.level is Level.INFO:
            self._reading.start(self.reading_ms)

    def clear(self) -> None:
        """Dismiss what is shown; a message that waited behind it comes up."""
        self._stop_fading()
        self._message = None
        self.hide()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_message(waiting)

    def enterEvent(self, event: QEvent) -> None:
        self._stop_fading()

    def leaveEvent(self, event: QEvent) -> None:
        if self._message is not None and self._message.level is Level.INFO:
            self._reading.start(self.reading_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _act(self) -> None:
        message = self._message
        self.clear()
        if message is not None and message.action in self._remedies:
            self._remedies[message.action].run()

    def _place(self) -> None:
        parent = self._over
        width = min(_MAX_WIDTH, parent.width() - 2 * PADDING)
        self.setFixedWidth(max(0, width))
        height = (
            max(self.heightForWidth(width), 44) if self.hasHeightForWidth() else self.sizeHint().height()
        )
        self.setGeometry(QRect((parent.width() - width) // 2, PADDING, width, height))

    def _start_fading(self) -> None:
        self._effect.setEnabled(True)
        self._fade.start()

    def _stop_fading(self) -> None:
        self._reading.stop()
        self._fade.stop()
        self._effect.setEnabled(False)
