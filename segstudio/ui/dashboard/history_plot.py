"""mIoU over the session: one line for the image, one for the data set, a mark for every save."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from html import escape

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from segstudio.engine.evaluation.score_history import HistoryPoint
from segstudio.metrics.scores import Score
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.axis import Axis, axis_for
from segstudio.ui.dashboard.figures import change_text, score_text
from segstudio.ui.dashboard.painting import elided, face, paint_sentence, text_width
from segstudio.ui.dashboard.picking import PickingChart
from segstudio.ui.theme import Tokens, theme, tokens

_BOTTOM, _TOP, _RIGHT_ROOM = 18, 8, 62
_LABEL = 11


class HistoryPlot(PickingChart):
    """The pointer, or Left and Right, picks a step; a click or Return goes to its image."""

    image_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[HistoryPoint, ...] = ()
        self._picked: int | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(80, 60)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("History of mIoU in this session"))
        theme().changed.connect(self.update)

    def show_points(self, points: Sequence[HistoryPoint]) -> None:
        """Oldest first."""
        shown = tuple(points)
        if shown == self._points:
            return
        self._points = shown
        if self._picked is not None and self._picked >= len(shown):
            self._picked = None
        if shown:
            self.setAccessibleDescription(self.text_of(shown[-1]))
        self.update()

    @property
    def points(self) -> tuple[HistoryPoint, ...]:
        return self._points

    @property
    def picked(self) -> HistoryPoint | None:
        """The step under the pointer or chosen with the arrows."""
        return self._points[self._picked] if self._picked is not None else None

    def text_of(self, point: HistoryPoint) -> str:
        """Plain text of one step."""
        lines = [self.tr("Step {n} · {image}").format(n=point.step, image=point.key)]
        for name, value in ((self.tr("this image"), point.image), (self.tr("data set"), point.dataset)):
            if value is not None:
                before = self._before(point, value is point.image)
                change = change_text(value - before) if before is not None else ""
                lines.append(f"{name}: mIoU {score_text(value, 4)} {change}".rstrip())
        if point.saved:
            lines.append(self.tr("saved"))
        return "\n".join(lines)

    def point_x(self, index: int) -> float:
        """Where a step stands, in pixels of the widget."""
        area = self._area()
        return area.left() + area.width() * index / max(1, len(self._points) - 1)

    def sizeHint(self) -> QSize:
        return QSize(340, 180)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        t = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values = [v for p in self._points for v in (p.image, p.dataset) if v is not None]
        if len(self._points) < 2 or not values:
            paint_sentence(painter, self, self._invitation())
        else:
            area = self._area()
            axis = axis_for(values, max(2, int(area.height() // 28)))
            self._paint_axis(painter, area, axis, t)
            self._paint_saves(painter, area, t)
            dataset, image = QPen(t.colour("dim"), 1.6), QPen(t.colour("accent"), 2)
            dataset.setStyle(Qt.PenStyle.DashLine)
            used: list[float] = []
            for name, pen, value_of, subject_of in (
                (self.tr("image"), image, lambda p: p.image, lambda p: p.image_subject),
                (self.tr("data set"), dataset, lambda p: p.dataset, lambda p: p.dataset_subject),
            ):
                self._paint_line(painter, area, axis, pen, value_of, subject_of)
                self._paint_name(painter, area, axis, name, pen.color(), value_of, used)
            self._paint_picked(painter, area, axis, t)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.colour("accent"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _invitation(self) -> str:
        return self.tr("Every step of editing and every save becomes a point here.")

    def _area(self) -> QRectF:
        left = text_width(self.font(), _LABEL, "0.000") + 8
        return QRectF(left, _TOP, max(1, self.width() - left - _RIGHT_ROOM), self.height() - _TOP - _BOTTOM)

    def _paint_axis(self, painter: QPainter, area: QRectF, axis: Axis, t: Tokens) -> None:
        painter.setFont(face(self.font(), _LABEL))
        for value in axis.ticks:
            y = area.bottom() - axis.share(value) * area.height()
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), t.colour("hairline"))
            painter.setPen(t.colour("dim"))
            painter.drawText(QRectF(0, y - 8, area.left() - 6, 16), _RIGHT, axis.text(value))
        painter.setPen(t.colour("dim"))
        steps = self.tr("step {first} to {last}").format(
            first=self._points[0].step, last=self._points[-1].step
        )
        saves = sum(p.saved for p in self._points)
        if saves:
            steps += " · " + self.tr("▲ saved ({n})").format(n=saves)
        painter.drawText(QRectF(area.left(), area.bottom() + 3, area.width(), 14), _LEFT, steps)

    def _paint_saves(self, painter: QPainter, area: QRectF, t: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.colour("dim"))
        for index, point in enumerate(self._points):
            if point.saved:
                x, y = self.point_x(index), area.bottom()
                painter.drawPolygon(QPolygonF([QPointF(x, y - 6), QPointF(x - 4, y), QPointF(x + 4, y)]))

    def _paint_line(
        self,
        painter: QPainter,
        area: QRectF,
        axis: Axis,
        pen: QPen,
        value_of: Callable[[HistoryPoint], Score],
        subject_of: Callable[[HistoryPoint], Hashable],
    ) -> None:
        """Steps that compare other things are not joined; one alone is a dot."""
        parts: list[list[QPointF]] = []
        subject: Hashable = None
        for index, point in enumerate(self._points):
            value = value_of(point)
            if value is None:
                subject = None
                continue
            if not parts or subject_of(point) != subject:
                parts.append([])
            subject = subject_of(point)
            parts[-1].append(
                QPointF(self.point_x(index), area.bottom() - axis.share(value) * area.height())
            )
        for part in parts:
            if len(part) > 1:
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(QPolygonF(part))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(pen.color())
                painter.drawEllipse(part[0], 2.5, 2.5)

    def _paint_name(
        self,
        painter: QPainter,
        area: QRectF,
        axis: Axis,
        name: str,
        colour: QColor,
        value_of: Callable[[HistoryPoint], Score],
        used: list[float],
    ) -> None:
        """Beside the line's end, so that no legend has to be read by colour; two names never lie on each other."""
        last = next((v for p in reversed(self._points) if (v := value_of(p)) is not None), None)
        if last is None:
            return
        y = area.bottom() - axis.share(last) * area.height()
        for taken in used:
            if abs(taken - y) < 26:
                y = taken + 26 if y >= taken else taken - 26
        y = min(max(y, 13.0), self.height() - 26.0)
        used.append(y)
        room = QRectF(area.right() + 7, y - 13, _RIGHT_ROOM - 7, 13)
        painter.setFont(face(self.font(), _LABEL))
        painter.setPen(colour)
        painter.drawText(room, _LEFT, elided(self.font(), _LABEL, name, int(room.width())))
        painter.drawText(room.translated(0, 13), _LEFT, score_text(last))

    def _paint_picked(self, painter: QPainter, area: QRectF, axis: Axis, t: Tokens) -> None:
        if self._picked is None:
            return
        x = self.point_x(self._picked)
        painter.fillRect(QRectF(round(x), area.top(), 1, area.height()), t.colour("text"))
        point = self._points[self._picked]
        painter.setPen(QPen(t.colour("text"), 1.5))
        painter.setBrush(t.colour("panel"))
        for value in (point.image, point.dataset):
            if value is not None:
                painter.drawEllipse(QPointF(x, area.bottom() - axis.share(value) * area.height()), 3.5, 3.5)

    # Pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if len(self._points) < 2:
            return
        area = self._area()
        share = (event.position().x() - area.left()) / max(area.width(), 1)
        index = round(min(max(share, 0.0), 1.0) * (len(self._points) - 1))
        inside = area.adjusted(-8, -_TOP, 8, _BOTTOM).contains(event.position())
        self._pick(index if inside else None, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.picked is not None:
            self.image_clicked.emit(self.picked.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._points:
            last = len(self._points) - 1
            start = self._picked if self._picked is not None else last + (1 if steps[key] < 0 else 0)
            index = min(max(start + steps[key], 0), last)
            self._pick(
                index,
                self.mapToGlobal(QPoint(round(self.point_x(index)), round(self._area().center().y()))),
            )
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.picked is not None:
            self.image_clicked.emit(self.picked.key)
        else:
            event.ignore()

    def let_go(self) -> None:
        self._pick(None, QPoint())

    def _pick(self, index: int | None, where: QPoint) -> None:
        if index == self._picked:
            return
        self._picked = index
        if index is None:
            QToolTip.hideText()
        else:
            text = self.text_of(self._points[index])
            self.setAccessibleDescription(text)
            QToolTip.showText(where, escape(text).replace("\n", "<br>"), self)
        self.update()

    def _before(self, point: HistoryPoint, of_image: bool) -> Score:
        """The value at the step before, where that compares the same things."""
        at = next((n for n, p in enumerate(self._points) if p is point), 0)
        if not at:
            return None
        former = self._points[at - 1]
        if of_image:
            return former.image if former.image_subject == point.image_subject else None
        return former.dataset if former.dataset_subject == point.dataset_subject else None


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
