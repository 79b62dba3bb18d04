"""The confusion matrix as a heat map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.colour_scale import colours_of, is_light, pixels_of, scale
from segstudio.ui.dashboard.matrix_view import MatrixView
from segstudio.ui.dashboard.painting import elided, face, paint_sentence, text_width
from segstudio.ui.dashboard.picking import PickingChart
from segstudio.ui.theme import Tokens, theme, tokens

_AXIS = 14  # room for an axis title or a line of labels
_SMALL_LABEL = 10
_MOST_NAMES = 104
_LEGEND = 60
_FULL_CELL = 6  # below this many pixels cells touch and carry no outline
_TEXT_CELL = (19, 11)  # least width and height of a cell with its percentage


@dataclass(frozen=True)
class Grid:
    """Where the cells are, in the widget's pixels. Whole pixels where a cell has at least one."""

    left: int
    top: int
    cell_width: float
    cell_height: float
    rows: int
    columns: int
    outside_gap: int  # before the last column, when that is 'outside'

    def x(self, column: int) -> float:
        gap = self.outside_gap if column >= self.rows else 0
        return self.left + column * self.cell_width + gap

    def y(self, row: int) -> float:
        return self.top + row * self.cell_height

    def rect(self, row: int, column: int) -> QRectF:
        space = 1 if min(self.cell_width, self.cell_height) >= _FULL_CELL else 0
        return QRectF(self.x(column), self.y(row), self.cell_width - space, self.cell_height - space)

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        row = int((position.y() - self.top) // self.cell_height)
        column = int((position.x() - self.left) // self.cell_width)
        if self.columns > self.rows and position.x() >= self.x(self.rows):
            column = self.rows + int((position.x() - self.x(self.rows)) // self.cell_width)
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return (row, column) if inside else None


class HeatMap(PickingChart):
    """Rows are truth and sum to 100 %, columns are predictions; the diagonal is outlined.

    Painted once into a pixmap, anew only when matrix, size or appearance change.
    """

    cell_clicked = Signal(int, int)
    """Class ids of truth and prediction; −1 for 'outside'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: MatrixView | None = None
        self._grid: Grid | None = None
        self._cells: QPixmap | None = None
        self._labels: QPixmap | None = None
        self._hovered: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(80, 60)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to go through yet
        self.setAccessibleName(self.tr("Confusion matrix"))
        theme().changed.connect(self._forget)

    def show_view(self, view: MatrixView | None) -> None:
        """Show this matrix; None or one without classes shows a sentence instead."""
        before, self._view = self._view, view if view is not None and view.rows else None
        if before is None or self._view is None or not before.same_axes(self._view):
            self._forget()
        self._cells = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._view is not None else Qt.FocusPolicy.NoFocus)
        self.update()

    @property
    def grid(self) -> Grid | None:
        """The cells as they lie now; None without a matrix."""
        if self._grid is None and self._view is not None:
            self._grid = self._layout(self._view)
        return self._grid

    def text_at(self, position: QPoint) -> str:
        """What the hover says at a position of the widget; empty outside the cells."""
        cell = self.grid.cell_at(QPointF(position)) if self.grid else None
        return self._view.cell_text(*cell) if cell and self._view else ""

    def sizeHint(self) -> QSize:
        return QSize(340, 180)

    # Layout

    def _layout(self, view: MatrixView) -> Grid:
        top = _AXIS
        raw = max(1, self.height() - top - 1) / view.rows
        if raw < _SMALL_LABEL:  # the label of a row is higher than the row: it must not touch what is above
            top += _SMALL_LABEL // 2
            raw = max(1, self.height() - top - 1) / view.rows
        cell_height = float(min(64, int(raw))) if raw >= 1 else raw
        widest = max(self._width(f"{c.id} {c.name}") for c in view.classes)
        names = max(min(_MOST_NAMES, widest + 6), self._width(self._predicted()) - _AXIS + 10)
        gap = 6 if view.has_outside else 0
        left = int(_AXIS + names + 8)
        room = max(1, self.width() - left - gap)
        raw = min(room / view.columns, cell_height * 2.2)
        beside_legend = min((room - _LEGEND) / view.columns, raw)
        if cell_height < _TEXT_CELL[1] and beside_legend >= 1 and int(beside_legend) >= 0.8 * int(raw):
            raw = beside_legend
        cell_width = float(int(raw)) if raw >= 1 else raw
        return Grid(left, top, cell_width, cell_height, view.rows, view.columns, gap)

    def resizeEvent(self, event: object) -> None:
        self._forget()

    def _forget(self) -> None:
        self._cells = self._labels = self._grid = None
        self.update()

    def _width(self, text: str) -> float:
        return text_width(self.font(), 11, text)

    def _predicted(self) -> str:
        second = self._view is not None and self._view.annotator
        return (self.tr("second") if second else self.tr("predicted")) + " →"

    def _truth(self) -> str:
        yours = self._view is not None and self._view.annotator
        return self.tr("you") if yours else self.tr("truth")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            if self._view is None:
                paint_sentence(painter, self, self.tr("Nothing is compared here yet."))
            else:
                self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        if self._labels is None or self._labels.devicePixelRatio() != self.devicePixelRatioF():
            self._labels = self._layer(self._paint_labels)
            self._cells = None
        if self._cells is None:
            self._cells = self._layer(self._paint_matrix)
        painter.drawPixmap(0, 0, self._labels)
        painter.drawPixmap(0, 0, self._cells)
        if self._hovered is not None and self.grid is not None:
            row, column = self._hovered
            if row < self.grid.rows and column < self.grid.columns:
                painter.setPen(QPen(tokens().colour("text"), 1.5))
                painter.drawRect(self.grid.rect(row, column).adjusted(-1, -1, 1, 1))
        if self.hasFocus():
            painter.setPen(QPen(tokens().colour("accent"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _layer(self, paint: Callable[[QPainter, Grid, MatrixView, Tokens], None]) -> QPixmap:
        """A transparent pixmap of the widget's size with what `paint` draws."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        grid = self.grid
        if grid is not None and self._view is not None:
            painter = QPainter(pixmap)
            paint(painter, grid, self._view, tokens())
            painter.end()
        return pixmap

    def _paint_matrix(self, painter: QPainter, grid: Grid, view: MatrixView, t: Tokens) -> None:
        if min(grid.cell_width, grid.cell_height) >= _FULL_CELL:
            self._paint_cells(painter, grid, view, t)
        else:
            self._paint_image(painter, grid, view, t)

    def _paint_labels(self, painter: QPainter, grid: Grid, view: MatrixView, t: Tokens) -> None:
        self._paint_rows(painter, grid, view, t)
        self._paint_columns(painter, grid, view, t)
        if not _has_figures(grid):
            self._paint_legend(painter, grid, t)

    def _paint_cells(self, painter: QPainter, grid: Grid, view: MatrixView, t: Tokens) -> None:
        colours = colours_of(view.shares, t)
        wide = grid.cell_width >= 46
        with_text = _has_figures(grid)
        size = 11 if grid.cell_height >= 16 else 10
        regular, narrow = face(self.font(), size), QFont(face(self.font(), size))
        narrow.setStretch(QFont.Stretch.Condensed)
        absent = np.isnan(view.shares[:, 0])
        for row in range(view.rows):
            for column in range(view.columns):
                rect = grid.rect(row, column)
                if absent[row]:
                    painter.fillRect(rect, t.colour("panel"))
                    painter.fillRect(
                        QRectF(rect.left(), rect.center().y(), rect.width(), 1), t.colour("hairline")
                    )
                    continue
                rgb = colours[row, column]
                painter.fillRect(rect, QColor(*rgb.tolist()))
                text = _percent(float(view.shares[row, column]), wide) if with_text else ""
                if text:
                    painter.setPen(QColor("#000000" if is_light(rgb) else "#ffffff"))
                    painter.setFont(narrow if text == "100" and rect.width() < 24 else regular)
                    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        outline = t.colour("text")
        outline.setAlphaF(0.9 if grid.cell_height >= 12 else 0.35)
        painter.setPen(QPen(outline, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for k in range(view.rows):
            painter.drawRect(grid.rect(k, k).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_image(self, painter: QPainter, grid: Grid, view: MatrixView, t: Tokens) -> None:
        """Many small cells: one image, scaled."""
        pixels = np.repeat(pixels_of(view.shares, t), max(1, int(grid.cell_height)), axis=0)
        pixels = np.ascontiguousarray(np.repeat(pixels, max(1, int(grid.cell_width)), axis=1))
        height, width = pixels.shape
        image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        square = width // view.columns * view.rows
        smooth = min(grid.cell_width, grid.cell_height) < 1
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        main = QRectF(grid.left, grid.top, grid.rows * grid.cell_width, grid.rows * grid.cell_height)
        painter.drawImage(main, image, QRectF(0, 0, square, height))
        if view.has_outside:
            last = QRectF(grid.x(grid.rows), grid.top, max(4.0, grid.cell_width), main.height())
            painter.drawImage(last, image, QRectF(square, 0, width - square, height))

    def _paint_rows(self, painter: QPainter, grid: Grid, view: MatrixView, t: Tokens) -> None:
        painter.setFont(face(self.font(), 11))
        painter.setPen(t.colour("dim"))
        painter.save()
        middle = grid.top + grid.rows * grid.cell_height / 2
        painter.translate(_AXIS / 2, middle)
        painter.rotate(-90)
        painter.drawText(QRectF(-60, -8, 120, 14), Qt.AlignmentFlag.AlignCenter, self._truth())
        painter.restore()
        size = 11 if grid.cell_height >= 12 else 10
        painter.setFont(face(self.font(), size))
        step = _label_step(grid.cell_height, size, grid.rows)
        strip = grid.left - 5
        for row, c in enumerate(view.classes):
            y = grid.y(row)
            painter.fillRect(QRectF(strip, y, 3, grid.rect(row, 0).height()), QColor(*c.colour))
            if row % step:
                continue
            room = int(strip - 4 - _AXIS - 2)
            text = elided(self.font(), size, f"{c.id} {c.name}", room)
            box = QRectF(_AXIS + 2, y + grid.cell_height / 2 - 8, room, 16)
            painter.setPen(t.colour("dim"))
            painter.drawText(box, _RIGHT, text)

    def _paint_columns(self, painter: QPainter, grid: Grid, view: MatrixView, t: Tokens) -> None:
        painter.setFont(face(self.font(), 11))
        painter.setPen(t.colour("dim"))
        painter.drawText(QRectF(0, 0, grid.left - 9, _AXIS - 2), _RIGHT, self._predicted())
        labels = [c.name for c in view.classes]
        if max(self._width(name) for name in labels) + 6 > grid.cell_width:
            labels = [str(c.id) for c in view.classes]
        widest = max(self._width(name) for name in labels)
        step = _label_step(grid.cell_width, widest + 5, grid.rows)
        for column in range(0, grid.rows, step):
            centre = grid.x(column) + grid.cell_width / 2
            box = QRectF(centre - 60, grid.top - _AXIS, 120, _AXIS - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, labels[column])
        if view.has_outside:
            text = self.tr("outside")
            if self._width(text) > grid.cell_width + 8:
                text = "∅"
            box = QRectF(grid.x(grid.rows) + grid.cell_width / 2 - 60, grid.top - _AXIS, 120, _AXIS - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_legend(self, painter: QPainter, grid: Grid, t: Tokens) -> None:
        """Which colour is which share, where cells are too small for figures and there is room beside them."""
        left, height = grid.x(grid.columns) + 12, min(96.0, grid.rows * grid.cell_height)
        if left + 44 > self.width():
            return
        colours = np.ascontiguousarray(scale(t.dark)[::-1])
        strip = QImage(colours.data, 1, len(colours), 3, QImage.Format.Format_RGB888)
        painter.drawImage(QRectF(left, grid.top, 6, height), strip)
        painter.setFont(face(self.font(), 11))
        painter.setPen(t.colour("dim"))
        painter.drawText(QRectF(left + 10, grid.top - 3, 40, 14), _LEFT, "100 %")
        painter.drawText(QRectF(left + 10, grid.top + height - 11, 40, 14), _LEFT, "0 %")

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.grid.cell_at(event.position()) if self.grid else None
        self._pick(cell, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.grid.cell_at(event.position()) if self.grid else None
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow(cell)

    def let_go(self) -> None:
        self._pick(None, QPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from cell to cell, Return follows one."""
        grid, key = self.grid, Qt.Key(event.key())
        if grid is not None and key in _ARROWS:
            down, right = _ARROWS[key]
            row, column = self._hovered or (0, 0)
            if self._hovered is not None:
                row = min(max(row + down, 0), grid.rows - 1)
                column = min(max(column + right, 0), grid.columns - 1)
            where = grid.rect(row, column).center().toPoint()
            self._pick((row, column), self.mapToGlobal(where))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._follow(self._hovered)
        else:
            event.ignore()

    def _follow(self, cell: tuple[int, int] | None) -> None:
        if cell is not None and self._view is not None:
            truth, predicted = self._view.ids(*cell)
            self.cell_clicked.emit(truth, -1 if predicted is None else predicted)

    def _pick(self, cell: tuple[int, int] | None, where: QPoint) -> None:
        """The cell under the pointer or chosen with the arrows."""
        if cell == self._hovered:
            return
        self._hovered = cell
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
        self.update()
        if cell is None or self._view is None or self.grid is None:
            QToolTip.hideText()
            return
        around = self.grid.rect(*cell).toAlignedRect().adjusted(-1, -1, 1, 1)
        text = self._view.cell_text(*cell)
        self.setAccessibleDescription(text)
        QToolTip.showText(where, text + "\n" + self.tr("Click to see these pixels"), self, QRect(around))


_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def _has_figures(grid: Grid) -> bool:
    """Whether a percentage fits into a cell."""
    return grid.cell_width >= _TEXT_CELL[0] and grid.cell_height >= _TEXT_CELL[1]


def _label_step(pitch: float, needed: float, count: int) -> int:
    """Every how many classes a label fits: 1, 2, 5, 10, 20, 50 …"""
    step = 1
    for step in (1, 2, 5, 10, 20, 50, 100):
        if step * pitch >= needed or step >= count:
            break
    return step


def _percent(share: float, wide: bool) -> str:
    """Nothing below half a percent: the colour and the hover tell it, and figures stay where they matter."""
    if share < 0.005:
        return ""
    return f"{100 * share:.1f} %" if wide else f"{100 * share:.0f}"


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
