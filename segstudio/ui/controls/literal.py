"""Names of files and folders shown as they are: Qt takes '<b>' in them for markup and '&' for a key."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOption, QWidget

_ELLIPSIS = "…"
_WORD = 24
"""Longer than this is no word of a sentence: a path, or a name."""


def literal_tip(text: str) -> str:
    """For `setToolTip`."""
    return f"<span>{escape(text)}</span>"


def literal_action(text: str) -> str:
    """For the text of an action or a button."""
    return text.replace("&", "&&")


def literal_title(text: str) -> str:
    """For a window title, in which Qt replaces '[*]'."""
    return text.replace("[*]", "[*][*]")


def shortened(text: str, length: int) -> str:
    """At most `length` characters; the middle is left out, since names differ at their ends."""
    if len(text) <= length:
        return text
    head = (length - 1 + 1) // 2
    return text[:head] + _ELLIPSIS + text[len(text) - (length - 1 - head) :]


def wrapped(text: str, font: QFont, width: int, lines: int) -> str:
    """The text with line breaks that fit `width` pixels, also within long words.

    Of what needs more than `lines`, the middle is left out: a sentence of ours begins with what happened and ends
    with what to do, and the path between them is what is long. Only such a path is cut within a word.
    """
    broken = _broken(text, font, width)
    if len(broken) <= lines:
        return "\n".join(broken)
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if len(_broken(_shortened_at_words(text, middle), font, width)) <= lines:
            fits = middle
        else:
            too_long = middle
    return "\n".join(_broken(_shortened_at_words(text, fits), font, width))


def _shortened_at_words(text: str, length: int) -> str:
    """As `shortened`, but of what is no longer than a word nothing is left standing in part."""
    head, gap, tail = shortened(text, length).partition(_ELLIPSIS)
    if not gap:
        return head
    begun, ended = len(head) - (head.rfind(" ") + 1), tail.find(" ")
    if begun <= _WORD and not text[len(head)].isspace():
        head = head[: len(head) - begun]
    if 0 <= ended <= _WORD and not text[len(text) - len(tail) - 1].isspace():
        tail = tail[ended:]
    return f"{head}{_ELLIPSIS}{tail}"


def _broken(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class ElidedLabel(QLabel):
    """One line of plain text that takes the room there is; what does not fit ends in an ellipsis, whole on hover."""

    def __init__(self, parent: QWidget | None = None, *, least: int = 0, greedy: bool = True) -> None:
        """`least`: width below which it is not squeezed. `greedy`: takes room that its text does not need."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._least = least
        policy = QSizePolicy.Policy.Expanding if greedy else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What is on the screen."""
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        painter.setPen(option.palette.color(self.foregroundRole()))
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(self.contentsRect(), flags, self.shown)
        painter.end()

    def _tell_rest(self) -> None:
        self.setToolTip(literal_tip(self.text()) if self.shown != self.text() else "")
