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
from segstudio.ui.controls.literal import literal_tip, wrapped
from segstudio.ui.icons import icon
from segstudio.ui.languages import spoken
from segstudio.ui.theme import GRID, PADDING

_SIGNS = {
    Level.INFO: ("mdi6.information-outline", "accent"),
    Level.WARNING: ("mdi6.alert-outline", "warn"),
    Level.ERROR: ("mdi6.alert-circle-outline", "bad"),
}
_READING_MS = 5000
_FADE_MS = 250
_MAX_WIDTH = 760
_LINES = 3
"""It covers the image: what more there is the tooltip says."""
_ELLIPSIS = "…"
_LOUDNESS = {Level.INFO: 0, Level.WARNING: 1, Level.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a message's action id stands for: the button's words and what it does. `lasting`: whether the offer stays
    until it is taken or dismissed, as a warning does; else the message fades as information does."""

    title: str
    run: Callable[[], object]
    lasting: bool = True


class Banner(QFrame):
    """Lies over the top of its parent. Errors and warnings stay until they are dismissed; information fades.

    A message is covered only by one that is at least as loud, a warning also by information while that is read; it
    comes up again afterwards: what offers a way out is never lost under what comes after it, and nobody waits in vain
    to be told that an export is done. Information that was covered is not shown again.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("Message"))
        self._over = parent
        self._remedies: dict[str, Remedy] = {}
        self._message: Message | None = None
        self._waiting: list[Message] = []  # covered, or not loud enough; the newest last
        self._sign = Glyph(*_SIGNS[Level.INFO], parent=self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
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
        self._row = row = QHBoxLayout(self)
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

    @property
    def words(self) -> str:
        """The message as it stands there: lines, the middle left out of what is too long."""
        return self._text.text()

    def set_remedy(self, action_id: str, remedy: Remedy) -> None:
        """What to offer for messages with this action id."""
        self._remedies[action_id] = remedy

    def show_message(self, message: Message) -> None:
        shown = self.message
        if message == shown:
            self._show(message)
            return
        self._waiting = [other for other in self._waiting if not self._is_outdated(other, message)]
        if shown is not None and not self._may_cover(shown, message):
            self._waiting.append(message)
            return
        if shown is not None and not self._fades(shown):
            self._waiting.append(shown)
        self._show(message)

    def _show(self, message: Message) -> None:
        self._stop_fading()
        self._message = message
        self._sign.show_glyph(*_SIGNS[message.level])
        remedy = self._remedies.get(message.action or "")
        self.action.setVisible(remedy is not None)
        if remedy is not None:
            self.action.setText(remedy.title)
        self.show()
        self.raise_()
        self._place()
        if self._fades(message):
            self._reading.start(self.reading_ms)

    def clear(self) -> None:
        """Dismiss what is shown; a message that waited behind it comes up."""
        self._stop_fading()
        self._message = None
        self.hide()
        if self._waiting:
            loudest = max(_LOUDNESS[message.level] for message in self._waiting)
            place = max(n for n, message in enumerate(self._waiting) if _LOUDNESS[message.level] == loudest)
            self._show(self._waiting.pop(place))

    def retract(self, concerned: Callable[[Message], bool]) -> None:
        """What these messages say is no longer so, or about something that is no longer shown."""
        self._waiting = [message for message in self._waiting if not concerned(message)]
        if self.message is not None and concerned(self.message):
            self.clear()

    def enterEvent(self, event: QEvent) -> None:
        self._stop_fading()

    def leaveEvent(self, event: QEvent) -> None:
        if self._message is not None and self._fades(self._message):
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
        width = max(0, min(_MAX_WIDTH, parent.width() - 2 * PADDING))
        text = spoken(self._message.text) if self._message is not None else ""
        others = [self._sign.width(), self.dismiss.sizeHint().width()]
        if not self.action.isHidden():
            others.append(self.action.sizeHint().width())
        room = width - sum(others) - PADDING - GRID - PADDING * len(others) - 2
        words = wrapped(text, self._text.font(), room, _LINES)
        self._text.setText(words)
        self._text.setToolTip(literal_tip(text) if _ELLIPSIS in words and _ELLIPSIS not in text else "")
        self.setAccessibleDescription(text)
        self.setFixedWidth(width)
        self._row.activate()
        height = max(self.sizeHint().height(), 44)
        self.setGeometry(QRect((parent.width() - width) // 2, PADDING, width, height))

    def _start_fading(self) -> None:
        self._effect.setEnabled(True)
        self._fade.start()

    def _stop_fading(self) -> None:
        self._reading.stop()
        self._fade.stop()
        self._effect.setEnabled(False)

    def _fades(self, message: Message) -> bool:
        """An offer stays until it is taken or dismissed, unless its remedy says otherwise."""
        remedy = self._remedies.get(message.action or "")
        lasting = remedy.lasting if remedy is not None else message.action is not None
        return message.level is Level.INFO and not lasting

    def _may_cover(self, shown: Message, message: Message) -> bool:
        if _LOUDNESS[message.level] >= _LOUDNESS[shown.level]:
            return True
        return shown.level is Level.WARNING and self._fades(message)

    def _is_outdated(self, other: Message, message: Message) -> bool:
        """Whether `message` takes the place of one that waits: the same, or an offer that leads to the newest alone."""
        return other == message or (other.action == message.action is not None and self._fades(other))
