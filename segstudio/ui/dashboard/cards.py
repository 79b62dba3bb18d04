"""The cards with the large figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segstudio.metrics.scores import Score
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.figures import (
    FigureSpec,
    change_text,
    explanation,
    score_text,
    translated,
)
from segstudio.ui.dashboard.painting import draw_arrow, face, text_width
from segstudio.ui.dashboard.sparkline import draw_sparkline
from segstudio.ui.theme import Tokens, theme, tokens

CARD_WIDTH = 121
_WIDE = 136  # from here the large figure can be larger
_FULL = 136
_COMPACT = 72


@dataclass(frozen=True, slots=True)
class FigureState:
    """One figure of one scope: its value, or the reason for having none, and its course."""

    value: Score = None
    reason: str = ""
    change: float | None = None
    history: tuple[float, ...] = ()
    baseline: Score = None

    def spoken(self) -> str:
        """For copying and for screen readers: '0.688 ▲ +.011', '– (reason)'."""
        if self.value is None:
            return f"{score_text(None)} ({self.reason})" if self.reason else score_text(None)
        return f"{score_text(self.value)} {change_text(self.change)}".rstrip()


class FigureCard(QWidget):
    """One figure: large for the image, smaller below for the data set or a selection."""

    def __init__(self, spec: FigureSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.image = FigureState()
        self.many = FigureState()
        self._title = self.tr("Data set")
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translated(spec.title))
        theme().changed.connect(self.update)

    def show_states(self, image: FigureState, many: FigureState, title: str) -> None:
        """`many`: of the images that `title` names."""
        if (image, many, title) == (self.image, self.many, self._title):
            return
        self.image, self.many, self._title = image, many, title
        self.setAccessibleDescription(
            self.tr("this image {image}, {many_title} {many}").format(
                image=image.spoken(), many_title=title, many=many.spoken()
            )
        )
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Without sparklines."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(CARD_WIDTH, _COMPACT if self._compact else _FULL)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def hover_text(self) -> str:
        """Rich text: the values in full, or why they are missing, and the definition."""
        rows = []
        for name, state in ((self.tr("this image"), self.image), (self._title, self.many)):
            if state.value is None:
                rows.append(
                    f"<tr><td>{name}&nbsp;&nbsp;</td><td>{score_text(None)} {state.reason}</td></tr>"
                )
                continue
            change = change_text(state.change)
            since = self.tr("since the last save") if change else ""
            shown = f"<b>{score_text(state.value, 6)}</b> {change.replace('<', '&lt;')} {since}"
            rows.append(f"<tr><td>{name}&nbsp;&nbsp;</td><td>{shown}</td></tr>")
        return explanation(self.spec) + f"<table>{''.join(rows)}</table>"

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hover_text(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        t = tokens()
        width = float(self.width())
        painter.setFont(face(self.font(), 13, QFont.Weight.Medium))
        painter.setPen(t.colour("text"))
        painter.drawText(QRectF(0, 0, width, 18), _LEFT, translated(self.spec.title))
        large = 26 if width >= _WIDE else 24
        if self._compact:
            self._paint_figure(painter, QRectF(0, 19, width, 32), self.image, large, t)
            label = self._paint_label(painter, 54, self._title, t)
            self._paint_figure(painter, QRectF(label, 54, width - label, 16), self.many, 13, t)
            return
        for top, name, state, size in (
            (24, self.tr("This image"), self.image, large),
            (93, self._title, self.many, 18),
        ):
            label = self._paint_label(painter, top, name, t)
            course = QRectF(label, top - 1, width - label, 19)
            draw_sparkline(painter, course, state.history, state.baseline, t)
            self._paint_figure(painter, QRectF(0, top + 18, width, size * 1.25), state, size, t)
        painter.fillRect(QRectF(0, 83, width, 1), t.colour("hairline"))

    def _paint_label(self, painter: QPainter, top: float, text: str, t: Tokens) -> float:
        """Returns where what stands beside the label begins."""
        painter.setFont(face(self.font(), 12))
        painter.setPen(t.colour("dim"))
        painter.drawText(QRectF(0, top, self.width(), 16), _LEFT, text)
        return text_width(self.font(), 12, text) + 8

    def _paint_figure(
        self, painter: QPainter, rect: QRectF, state: FigureState, size: int, t: Tokens
    ) -> None:
        """The value, and beside it on the same baseline its change with an arrow."""
        font = face(self.font(), size, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(t.colour("dim" if state.value is None else "text"))
        metrics = QFontMetricsF(font)
        baseline = rect.center().y() + metrics.capHeight() / 2
        text = score_text(state.value)
        painter.drawText(QPointF(rect.left(), baseline), text)
        change = change_text(state.change)
        if not change or state.change is None or state.value is None:
            return
        small = face(self.font(), 12 if self.width() >= _WIDE else 11, QFont.Weight.Medium)
        colour = t.colour("good" if state.change > 0 else "bad")
        x = rect.left() + metrics.horizontalAdvance(text) + 6
        height = QFontMetricsF(small).capHeight()
        draw_arrow(painter, QPointF(x + 4, baseline - height / 2), state.change > 0, colour)
        painter.setFont(small)
        painter.setPen(colour)
        painter.drawText(QPointF(x + 10, baseline), change[2:])


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
