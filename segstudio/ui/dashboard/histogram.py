"""How the images' mIoU are spread: a bar for every twentieth between 0 and 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from segstudio.core.numerals import grouped
from segstudio.metrics.scores import Score
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.figures import score_text
from segstudio.ui.dashboard.painting import face, paint_sentence, text_width
from segstudio.ui.dashboard.picking import PickingChart
from segstudio.ui.theme import Tokens, theme, tokens

BARS = 20
_TOP, _BOTTOM, _SIDE = 34, 24, 6
_MEAN = 16
"""Height of the mean's figure, above the numbers of the bars."""
_LABEL = 11


@dataclass(frozen=True)
class Spread:
    """`counts`: images per bar; the last bar holds an mIoU of 1. `unknown`: images without an mIoU."""

    counts: tuple[int, ...]
    mean: Score
    median: Score
    unknown: int

    @classmethod
    def of(cls, mious: Mapping[str, Score]) -> Spread:
        values = np.array([v for v in mious.values() if v is not None], np.float64)
        counts = np.bincount(np.minimum((values * BARS).astype(np.intp), BARS - 1), minlength=BARS)
        mean = float(values.mean()) if values.size else None
        median = float(np.median(values)) if values.size else None
        return cls(tuple(counts.tolist()), mean, median, len(mious) - values.size)

    @property
    def images(self) -> int:
        return sum(self.counts)


def bar_of(miou: float) -> int:
    """The bar that an image stands in."""
    return min(int(miou * BARS), BARS - 1)


class Histogram(PickingChart):
    """The pointer, or Left and Right, picks a bar; a click or Return lists and selects its images."""

    bar_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spread = Spread.of({})
        self._current: Score = None
        self._picked: int | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(80, 60)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Distribution of mIoU over the images"))
        theme().changed.connect(self.update)

    def show_spread(self, spread: Spread, current: Score) -> None:
        """`current`: mIoU of the current image."""
        if (spread, current) == (self._spread, self._current):
            return
        self._spread, self._current = spread, current
        if self._picked is not None and not spread.counts[self._picked]:
            self._picked = None
        self.setAccessibleDescription(self.summary())
        self.update()

    @property
    def spread(self) -> Spread:
        return self._spread

    def summary(self) -> str:
        """All of it in a sentence."""
        spread = self._spread
        return self.tr("{n} images, mean of their mIoU {mean}, median {median}").format(
            n=grouped(spread.images), mean=score_text(spread.mean), median=score_text(spread.median)
        )

    def text_of(self, bar: int) -> str:
        """What the hover says."""
        count = self._spread.counts[bar]
        share = 100 * count / max(1, self._spread.images)
        images = self.tr("1 image") if count == 1 else self.tr("{n} images").format(n=grouped(count))
        text = self.tr("mIoU {low:.2f} to {high:.2f}: {images} ({share:.1f} %)").format(
            low=bar / BARS, high=(bar + 1) / BARS, images=images, share=share
        )
        return text + ("\n" + self.tr("Click to list and select them") if count else "")

    def bar_rect(self, bar: int) -> QRectF:
        """Where a bar may rise, from the axis to the top, in pixels of the widget."""
        area = self._area()
        width = area.width() / BARS
        return QRectF(area.left() + bar * width, area.top(), width, area.height())

    @property
    def mean_text(self) -> str:
        """What stands over the line."""
        return self.tr("mean {value}").format(value=score_text(self._spread.mean))

    def mean_rect(self) -> QRectF:
        """Where the mean's figure stands: over its line, and wholly in the widget."""
        area, width = self._area(), text_width(self.font(), _LABEL, self.mean_text) + 4
        x = area.left() + (self._spread.mean or 0.0) * area.width() - width / 2
        return QRectF(max(0.0, min(x, self.width() - width)), 0, width, _MEAN)

    def sizeHint(self) -> QSize:
        return QSize(340, 180)

    def _area(self) -> QRectF:
        return QRectF(_SIDE, _TOP, max(1, self.width() - 2 * _SIDE), max(1, self.height() - _TOP - _BOTTOM))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        t = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.fillRect(QRectF(area.left(), round(area.bottom()), area.width(), 1), t.colour("hairline"))
        highest = max(self._spread.counts)
        if not highest:
            paint_sentence(painter, self, self.tr("No labelled image is compared yet."))
        for bar, count in enumerate(self._spread.counts):
            self._paint_bar(painter, bar, count, highest, t)
        if highest:
            self._paint_marks(painter, area, t)
            self._paint_counts(painter, highest, t)
        painter.setFont(face(self.font(), _LABEL))
        painter.setPen(t.colour("dim"))
        for value in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = area.left() + value * area.width()
            box = QRectF(x - 20, area.bottom() + 9, 40, 14)
            flags = int(Qt.AlignmentFlag.AlignCenter)
            if value == 0.0:
                box, flags = QRectF(x, box.top(), 40, 14), int(Qt.AlignmentFlag.AlignLeft)
            elif value == 1.0:
                box, flags = QRectF(x - 40, box.top(), 40, 14), int(Qt.AlignmentFlag.AlignRight)
            painter.drawText(box, flags, f"{value:g}")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.colour("accent"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_bar(self, painter: QPainter, bar: int, count: int, highest: int, t: Tokens) -> None:
        whole = self.bar_rect(bar)
        if bar == self._picked:
            painter.fillRect(whole, t.colour("raised"))
        if not count:
            return
        height = _rise(whole, count, highest)
        rect = QRectF(whole.left() + 1, whole.bottom() - height, whole.width() - 2, height)
        painter.fillRect(rect, t.colour("accent"))

    def _paint_counts(self, painter: QPainter, highest: int, t: Tokens) -> None:
        """Over the bars, where these are wide enough; the line of the mean does not cross them."""
        painter.setFont(face(self.font(), 10))
        painter.setPen(t.colour("text"))
        for bar, count in enumerate(self._spread.counts):
            whole = self.bar_rect(bar)
            if not count or whole.width() < 10:
                continue
            words = grouped(count)
            width = text_width(self.font(), 10, words) + 2
            top = whole.bottom() - _rise(whole, count, highest) - 13
            box = QRectF(whole.center().x() - width / 2, top, width, 12)
            painter.fillRect(box, t.colour("raised" if bar == self._picked else "panel"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_marks(self, painter: QPainter, area: QRectF, t: Tokens) -> None:
        """A line at the mean with its figure, and a triangle under the bar of the current image."""
        if self._spread.mean is not None:
            x = area.left() + self._spread.mean * area.width()
            painter.setFont(face(self.font(), _LABEL))
            painter.setPen(t.colour("text"))
            painter.drawText(self.mean_rect(), int(Qt.AlignmentFlag.AlignCenter), self.mean_text)
            pen = QPen(t.colour("text"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, _MEAN), QPointF(x, area.bottom()))
        if self._current is not None:
            x = area.left() + self._current * area.width()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.colour("text"))
            y = area.bottom() + 1
            painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - 4, y + 6), QPointF(x + 4, y + 6)]))

    # Pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        bar = int((event.position().x() - area.left()) // (area.width() / BARS))
        self._pick(bar if 0 <= bar < BARS else None, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from bar to bar, past empty ones."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        filled = [bar for bar, count in enumerate(self._spread.counts) if count]
        if key in steps and filled:
            at = self._picked if self._picked is not None else (-1 if steps[key] > 0 else BARS)
            beyond = [bar for bar in filled if (bar > at if steps[key] > 0 else bar < at)]
            bar = (
                (beyond[0] if steps[key] > 0 else beyond[-1])
                if beyond
                else min(filled, key=lambda b: abs(b - at))
            )
            self._pick(bar, self.mapToGlobal(self.bar_rect(bar).center().toPoint()))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._follow()
        else:
            event.ignore()

    def let_go(self) -> None:
        self._pick(None, QPoint())

    def _follow(self) -> None:
        if self._picked is not None and self._spread.counts[self._picked]:
            self.bar_clicked.emit(self._picked)

    def _pick(self, bar: int | None, where: QPoint) -> None:
        if bar == self._picked:
            return
        self._picked = bar
        self.setCursor(
            Qt.CursorShape.PointingHandCursor
            if bar is not None and self._spread.counts[bar]
            else Qt.CursorShape.ArrowCursor
        )
        if bar is None:
            QToolTip.hideText()
        else:
            self.setAccessibleDescription(self.text_of(bar))
            QToolTip.showText(where, self.text_of(bar), self)
        self.update()


def _rise(whole: QRectF, count: int, highest: int) -> float:
    """How high a bar is."""
    return max(3.0, whole.height() * count / highest)
