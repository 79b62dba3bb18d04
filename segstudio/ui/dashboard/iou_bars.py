"""IoU of every class as bars: chip, name, bar, value, flowing into columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from segstudio.core.classes import ClassTable, Colour
from segstudio.core.numerals import grouped
from segstudio.metrics.scores import Score, Scores
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.figures import score_text
from segstudio.ui.dashboard.painting import draw_bar, draw_chip, elided, face, text_width
from segstudio.ui.theme import Tokens, theme, tokens

_LEAST_ROW = 18
_MOST_ROW = 30
_LEAST_BAR = 40
_MOST_COLUMN = 420
_MOST_NAME = 120
_NAME_LEFT = 17
_VALUE = 37
_GAP = 18
_SCROLL_BAR = 10
_KEEPS_ORDER = 24


@dataclass(frozen=True, slots=True)
class BarRow:
    """One class: its IoU (None: its union is empty) and what it is made of."""

    class_id: int
    name: str
    colour: Colour
    iou: Score
    recall: Score = None
    precision: Score = None
    support: int = 0


def bar_rows(table: ClassTable, scores: Scores | None) -> tuple[BarRow, ...]:
    """A row for every class of the table, in its order; without scores, all are absent."""
    rows = []
    for c in table.classes:
        if scores is None or c.id >= len(scores.iou):
            rows.append(BarRow(c.id, c.name, c.colour, None))
        else:
            i = c.id
            rows.append(
                BarRow(
                    i,
                    c.name,
                    c.colour,
                    scores.iou[i],
                    scores.accuracy[i],
                    scores.precision[i],
                    scores.support[i],
                )
            )
    return tuple(rows)


def absent_last(rows: Sequence[BarRow]) -> tuple[BarRow, ...]:
    """In class order. A long table puts absent classes last: a picture holds a dozen of 150."""
    if len(rows) <= _KEEPS_ORDER:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda r: r.iou is None))


def worst_first(rows: Sequence[BarRow]) -> tuple[BarRow, ...]:
    """By rising IoU, equal ones in class order, absent classes last."""
    return tuple(sorted(rows, key=lambda r: (r.iou is None, r.iou if r.iou is not None else 0.0)))


class IouBars(QAbstractScrollArea):
    """The bars. Reading order is down, then right; what does not fit scrolls sideways, by wheel too."""

    class_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[BarRow, ...] = ()
        self._mean: Score = None
        self._hovered: int | None = None
        self._name_width = 0.0
        self._per_column = 1
        self._column_width: float = _MOST_COLUMN
        self._row_height: float = _LEAST_ROW
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("IoU per class"))
        theme().changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[BarRow], mean: Score) -> None:
        """Show these rows in this order; `mean` (mIoU) becomes a tick on every bar."""
        shown = tuple(rows)
        if shown == self.rows and mean == self._mean:
            return
        before, ticks = (
            self.rows,
            self._mean is None or mean is None or abs(self._mean - mean) * _MOST_COLUMN >= 0.5,
        )
        self.rows, self._mean = shown, mean if ticks else self._mean
        if ticks or [r.class_id for r in before] != [r.class_id for r in shown]:
            self._name_width = max((text_width(self.font(), 12, r.name) for r in shown), default=0.0)
            self._arrange()
            self.viewport().update()
            return
        for index, (old, new) in enumerate(zip(before, shown, strict=True)):
            if old != new:
                self.viewport().update(self._row_rect(index).toAlignedRect().adjusted(-1, -1, 1, 1))

    def row_at(self, position: QPoint) -> BarRow | None:
        """The row under a position of the viewport."""
        per_column, width = self._per_column, self._column_width
        x = position.x() + self.horizontalScrollBar().value()
        column, row = int(x // (width + _GAP)), int(position.y() // self._row_height)
        index = column * per_column + row
        inside = x - column * (width + _GAP) <= width and 0 <= row < per_column
        return self.rows[index] if inside and 0 <= index < len(self.rows) else None

    def hover_text(self, row: BarRow) -> str:
        """Plain text: the IoU in full, what it is made of, or why there is none."""
        if row.iou is None:
            return self.tr(
                "{name}: absent. Neither the truth nor the prediction says this class, so it has no IoU and"
                " does not enter mIoU."
            ).format(name=row.name)
        return self.tr(
            "{name}: IoU {iou}\nprecision {precision} · recall {recall} · {support} pixels in the truth\n"
            "IoU = agreeing pixels / pixels that either calls {name}\n"
            "Click to list the images with {name} and flash its errors"
        ).format(
            name=row.name,
            iou=score_text(row.iou, 6),
            precision=score_text(row.precision),
            recall=score_text(row.recall),
            support=grouped(row.support),
        )

    def sizeHint(self) -> QSize:
        return QSize(360, 9 * _LEAST_ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 2 * _LEAST_ROW)

    # Geometry

    def _arrange(self) -> None:
        n, width = len(self.rows), max(1, self.viewport().width())
        least = _NAME_LEFT + min(self._name_width, _MOST_NAME) + 8 + _LEAST_BAR + _VALUE
        fitting = max(1, int((width + _GAP) // (least + _GAP)))
        height = self.height()
        columns = max(1, math.ceil(n / max(1, height // _LEAST_ROW)))
        scrolls = columns > fitting
        if scrolls:
            height -= _SCROLL_BAR
            columns = math.ceil(n / max(1, height // _LEAST_ROW))
            self._per_column = max(1, height // _LEAST_ROW)
        else:
            self._per_column = max(1, math.ceil(n / columns))
        self._row_height = max(_LEAST_ROW, min(_MOST_ROW, height / self._per_column))
        shown = min(columns, fitting)
        self._column_width = min(_MOST_COLUMN, (width - (shown - 1) * _GAP) / shown)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        step = round(self._column_width + _GAP)
        bar = self.horizontalScrollBar()
        bar.setSingleStep(step)
        bar.setPageStep(width)
        bar.setRange(0, max(0, round(columns * (self._column_width + _GAP) - _GAP) - width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - round((delta.y() or delta.x()) / 120 * bar.singleStep()))
        event.accept()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self.viewport()) as painter:
            self._paint(painter, event)

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        t = tokens()
        painter.setFont(face(self.font(), 12))
        pitch, offset = self._column_width + _GAP, self.horizontalScrollBar().value()
        first = int(offset // pitch) * self._per_column
        last = int((offset + self.viewport().width()) // pitch + 1) * self._per_column
        for index in range(first, min(last, len(self.rows))):
            rect = self._row_rect(index)
            if rect.intersects(event.rect()):
                self._paint_row(painter, rect, self.rows[index], t)
        if self.hasFocus():
            painter.setPen(QPen(t.colour("accent"), 1))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _row_rect(self, index: int) -> QRectF:
        """Where a row lies on the viewport now."""
        column, row = divmod(index, self._per_column)
        left = column * (self._column_width + _GAP) - self.horizontalScrollBar().value()
        return QRectF(left, row * self._row_height, self._column_width, self._row_height)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: BarRow, t: Tokens) -> None:
        if row.class_id == self._hovered:
            painter.fillRect(rect.adjusted(-4, 0, 4, 0), t.colour("raised"))
        middle = rect.center().y()
        draw_chip(painter, QRectF(rect.left(), middle - 5.5, 11, 11), row.colour, t)
        name_left = rect.left() + _NAME_LEFT
        name_width = min(self._name_width + 1, _MOST_NAME, rect.width() - _NAME_LEFT - _VALUE - 30)
        absent = row.iou is None
        painter.setPen(t.colour("dim" if absent else "text"))
        name = elided(self.font(), 12, row.name, int(name_width + 1))
        painter.drawText(QRectF(name_left, rect.top(), name_width + 2, rect.height()), _LEFT, name)
        value = QRectF(rect.right() - _VALUE, rect.top(), _VALUE, rect.height())
        bar = QRectF(name_left + name_width + 8, middle - 3, 0, 6 if rect.height() < 26 else 8)
        bar.setRight(value.left() - 4)
        if row.iou is None:
            painter.drawText(
                QRectF(bar.left(), rect.top(), bar.width(), rect.height()), _LEFT, self.tr("absent")
            )
        else:
            draw_bar(painter, bar, row.iou, t.colour("accent"), t.colour("hairline"))
            if self._mean is not None:
                x = round(bar.left() + bar.width() * self._mean)
                painter.fillRect(QRectF(x, middle - 6, 1, 12), t.colour("text"))
        painter.drawText(value, _RIGHT, score_text(row.iou))

    # Pointer

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(event.pos())
            QToolTip.showText(event.globalPos(), self.hover_text(row) if row else "", self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        self._hover(row.class_id if row else None)
        shape = Qt.CursorShape.PointingHandCursor if row else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.class_clicked.emit(row.class_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from bar to bar, Return follows one."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -self._per_column,
            Qt.Key.Key_Right: self._per_column,
        }
        at = next((n for n, row in enumerate(self.rows) if row.class_id == self._hovered), None)
        if key in steps and self.rows:
            to = 0 if at is None else at + steps[key]
            if 0 <= to < len(self.rows):
                self._go_to(to)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at is not None:
            self.class_clicked.emit(self.rows[at].class_id)
        else:
            event.ignore()

    def _go_to(self, index: int) -> None:
        """As if the pointer were over this bar; it is scrolled into sight."""
        rect = self._row_rect(index)
        bar = self.horizontalScrollBar()
        if rect.left() < 0:
            bar.setValue(bar.value() + math.floor(rect.left()))
        elif rect.right() > self.viewport().width():
            bar.setValue(bar.value() + math.ceil(rect.right() - self.viewport().width()))
        row = self.rows[index]
        self._hover(row.class_id)
        where = self._row_rect(index).center().toPoint()
        text = self.hover_text(row)
        self.setAccessibleDescription(text)
        QToolTip.showText(self.viewport().mapToGlobal(where), text, self.viewport())

    def _hover(self, class_id: int | None) -> None:
        if class_id != self._hovered:
            self._hovered = class_id
            self.viewport().update()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
