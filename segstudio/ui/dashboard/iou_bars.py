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
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from segstudio.core.classes import ClassTable, Colour
from segstudio.core.numerals import grouped
from segstudio.metrics.scores import Score, Scores
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.bar_grid import LEAST_ROW, BarGrid
from segstudio.ui.dashboard.figures import score_text
from segstudio.ui.dashboard.painting import draw_bar, draw_chip, elided, face, text_width
from segstudio.ui.theme import Tokens, theme, tokens

_LEAST_BAR = 40
_WIDEST_BAR = 420
_ON_TICK = 4
"""So near to the tick of a bar, in pixels, the pointer asks what it is."""
_MOST_NAME = 120
_NAME_LEFT = 17
_VALUE = 37
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
    """The bars, placed by `BarGrid`; what does not fit scrolls down."""

    class_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[BarRow, ...] = ()
        self._mean: Score = None
        self._hovered: int | None = None
        self._name_width = 0.0
        self._grid = BarGrid.of(0, 1, LEAST_ROW, 1.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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
            self._mean is None or mean is None or abs(self._mean - mean) * _WIDEST_BAR >= 0.5,
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
        index = self._grid.index_at(position.x(), position.y() + self.verticalScrollBar().value())
        return self.rows[index] if index is not None else None

    def text_at(self, position: QPoint) -> str:
        """What the hover says: of the tick what it is, elsewhere of the row what it holds."""
        row = self.row_at(position)
        if row is None:
            return ""
        tick = self._tick(self._bar_rect(self._row_rect(self.rows.index(row))))
        if row.iou is not None and tick is not None and abs(position.x() - tick) <= _ON_TICK:
            return self.tr("The tick is mIoU, {mean}: the mean over the classes").format(
                mean=score_text(self._mean)
            )
        return self.hover_text(row)

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
        return QSize(360, 9 * LEAST_ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 2 * LEAST_ROW)

    # Geometry

    def _arrange(self) -> None:
        least = _NAME_LEFT + min(self._name_width, _MOST_NAME) + 8 + _LEAST_BAR + _VALUE
        grid = self._grid = BarGrid.of(len(self.rows), max(1, self.width()), self.height(), least)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if grid.scrolls else policy.ScrollBarAlwaysOff
        )
        bar = self.verticalScrollBar()
        bar.setSingleStep(round(grid.row_height))
        bar.setPageStep(self.height())
        bar.setRange(0, max(0, grid.height - self.height()) if grid.scrolls else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self.viewport()) as painter:
            self._paint(painter, event)

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        t = tokens()
        painter.setFont(face(self.font(), 12))
        for index, row in enumerate(self.rows):
            rect = self._row_rect(index)
            if rect.intersects(event.rect()):
                self._paint_row(painter, rect, row, t)
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
        return self._grid.rect(index).translated(0, -self.verticalScrollBar().value())

    def _bar_rect(self, rect: QRectF) -> QRectF:
        """The bar of a row, between name and value."""
        name_width = self._name_room(rect)
        bar = QRectF(rect.left() + _NAME_LEFT + name_width + 8, rect.center().y() - 3, 0, 6)
        if rect.height() >= 26:
            bar.setHeight(8)
        bar.setRight(rect.right() - _VALUE - 4)
        return bar

    def _name_room(self, rect: QRectF) -> float:
        return min(self._name_width + 1, _MOST_NAME, rect.width() - _NAME_LEFT - _VALUE - 30)

    def _tick(self, bar: QRectF) -> int | None:
        """Where the tick stands on a bar, in pixels; None without a mean."""
        return round(bar.left() + bar.width() * self._mean) if self._mean is not None else None

    def _paint_row(self, painter: QPainter, rect: QRectF, row: BarRow, t: Tokens) -> None:
        if row.class_id == self._hovered:
            painter.fillRect(rect.adjusted(-4, 0, 4, 0), t.colour("raised"))
        middle = rect.center().y()
        draw_chip(painter, QRectF(rect.left(), middle - 5.5, 11, 11), row.colour, t)
        name_left = rect.left() + _NAME_LEFT
        name_width = self._name_room(rect)
        absent = row.iou is None
        painter.setPen(t.colour("dim" if absent else "text"))
        name = elided(self.font(), 12, row.name, int(name_width + 1))
        painter.drawText(QRectF(name_left, rect.top(), name_width + 2, rect.height()), _LEFT, name)
        value = QRectF(rect.right() - _VALUE, rect.top(), _VALUE, rect.height())
        bar = self._bar_rect(rect)
        if row.iou is None:
            painter.drawText(
                QRectF(bar.left(), rect.top(), bar.width(), rect.height()), _LEFT, self.tr("absent")
            )
        else:
            draw_bar(painter, bar, row.iou, t.colour("accent"), t.colour("hairline"))
            x = self._tick(bar)
            if x is not None:
                painter.fillRect(QRectF(x, middle - 6, 1, 12), t.colour("text"))
        painter.drawText(value, _RIGHT, score_text(row.iou))

    # Pointer

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos()), self.viewport())
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
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
        }
        at = next((n for n, row in enumerate(self.rows) if row.class_id == self._hovered), None)
        if key in steps and self.rows:
            to = 0 if at is None else self._grid.neighbour(at, *steps[key])
            if to is not None:
                self._go_to(to)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at is not None:
            self.class_clicked.emit(self.rows[at].class_id)
        else:
            event.ignore()

    def _go_to(self, index: int) -> None:
        """As if the pointer were over this bar; it is scrolled into sight."""
        rect, bar = self._grid.rect(index), self.verticalScrollBar()
        if rect.top() < bar.value():
            bar.setValue(math.floor(rect.top()))
        elif rect.bottom() > bar.value() + self.viewport().height():
            bar.setValue(math.ceil(rect.bottom() - self.viewport().height()))
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
