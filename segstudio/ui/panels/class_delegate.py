"""Paints one row of the class list: chip, name, key, IoU bar and value, eye."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from segstudio.metrics.scores import Score
from segstudio.ui.dashboard.figures import score_text
from segstudio.ui.dashboard.painting import draw_bar, draw_chip, elided, face
from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.panels.class_model import IOU_ROLE, ROW_ROLE, VISIBLE_ROLE, ClassRow, Index
from segstudio.ui.theme import PADDING, ROW, Tokens, tokens

_CHIP = 14
_EYE = 16
_VALUE = 31
_KEY = 22


def eye_rect(row: QRect) -> QRect:
    """Where the eye of a row can be clicked: its whole height, for a generous target."""
    return QRect(row.right() - PADDING - _EYE - 5, row.top(), _EYE + 12, row.height())


class ClassDelegate(QStyledItemDelegate):
    """Rows of one height; geometry from the right edge inwards, so that figures stand in columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, iou, visible = index.data(ROW_ROLE), index.data(IOU_ROLE), bool(index.data(VISIBLE_ROLE))
        if not isinstance(row, ClassRow):
            return
        t = tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        base: QFont = option.font
        painter.save()
        active = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if active or hovered:
            painter.fillRect(rect, t.colour("selection" if active else "raised"))
        if active:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), t.colour("accent"))
        middle = rect.center().y()
        chip = QRectF(rect.left() + PADDING, middle - _CHIP / 2 + 0.5, _CHIP, _CHIP)
        draw_chip(painter, chip, row.colour, t)
        right = self._paint_eye(painter, rect, visible, active or hovered, t) - 8
        painter.setFont(face(base, 13))
        right = self._paint_iou(
            painter, QRect(rect.left(), rect.top(), right - rect.left(), rect.height()), row, iou, t
        )
        right = self._paint_key(painter, rect, right, row, t)
        painter.setFont(face(base, 13, QFont.Weight.Medium if active else QFont.Weight.Normal))
        painter.setPen(t.colour("text" if visible else "dim"))
        left = int(chip.right()) + 9
        room = QRect(left, rect.top(), right - left, rect.height())
        name = elided(base, 13, row.name, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_eye(self, painter: QPainter, rect: QRect, visible: bool, touched: bool, t: Tokens) -> int:
        """Open eyes stay quiet until the row is touched; a shut one is always seen. Returns its left edge."""
        where = QRect(rect.right() - PADDING - _EYE + 1, rect.center().y() - _EYE // 2 + 1, _EYE, _EYE)
        colour = t.colour("dim")
        if visible and not touched:
            colour.setAlphaF(0.55)
        draw_glyph(painter, where, glyph("mdi6.eye-outline" if visible else "mdi6.eye-off-outline"), colour)
        return where.left()

    def _paint_iou(self, painter: QPainter, box: QRect, row: ClassRow, iou: Score, t: Tokens) -> int:
        """Value and bar at the right of `box`; returns what is left of them."""
        value = QRect(box.right() - _VALUE, box.top(), _VALUE, box.height())
        length = _bar_length(box.width())
        if row.colour is not None:
            painter.setPen(t.colour("dim" if iou is None else "text"))
            painter.drawText(
                value, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score_text(iou, 2)
            )
            if length and iou is not None:
                bar = QRectF(value.left() - 2 - length, box.center().y() - 1.5, length, 4)
                draw_bar(painter, bar, iou, t.colour("accent"), _track(t))
        return value.left() - 8 - length

    def _paint_key(self, painter: QPainter, rect: QRect, right: int, row: ClassRow, t: Tokens) -> int:
        """The key as a small cap; the column keeps its width without one."""
        if row.key:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cap = QRectF(right - _KEY + 0.5, rect.center().y() - 7.5, _KEY - 1, 16)
            painter.setPen(QPen(_track(t), 1))
            painter.drawRoundedRect(cap, 3.5, 3.5)
            painter.setFont(face(painter.font(), 11))
            painter.setPen(t.colour("dim"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, row.key)
            painter.restore()
        return right - _KEY - 4


def _bar_length(width: int) -> int:
    """Names come first: a narrow row goes without the bar, a wide one shares what is left."""
    return 0 if width < 176 else min(96, 34 + max(0, width - 226) // 2)


def _track(t: Tokens) -> QColor:
    """Seen on the panel as well as on a selected row."""
    colour = t.colour("text")
    colour.setAlphaF(0.16)
    return colour
