"""Paints one row of the class list: chip, name, key (under the pointer: solo), IoU bar and value, lock, eye."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from segstudio.metrics.scores import Score
from segstudio.ui.dashboard.figures import score_text
from segstudio.ui.dashboard.painting import draw_bar, draw_chip, elided, face, text_width
from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.key_bindings import sign
from segstudio.ui.panels.class_model import (
    IOU_ROLE,
    LOCKED_ROLE,
    ROW_ROLE,
    SOLO_ROLE,
    VISIBLE_ROLE,
    ClassRow,
    Index,
)
from segstudio.ui.theme import PADDING, ROW, Tokens, tokens

_CHIP = 14
_EYE = 16
_STEP = 22
"""From one sign to the next."""
_VALUE = 31
_KEY = 22
_QUIET = 0.55


def eye_rect(row: QRect) -> QRect:
    """Where the eye of a row can be clicked: its whole height, for a generous target."""
    return QRect(row.right() - PADDING - _EYE - 2, row.top(), _EYE + 9, row.height())


def lock_rect(row: QRect) -> QRect:
    """Where its lock can be clicked."""
    return eye_rect(row).translated(-_STEP, 0).adjusted(0, 0, -4, 0)


def solo_rect(row: QRect) -> QRect:
    """Where 'only this class' can be clicked: the place of the key, while the pointer is over the row."""
    return QRect(_right_of_key(row) - _KEY, row.top(), _KEY, row.height())


def name_rect(row: QRect, *, alone: bool) -> QRect:
    """Where the name stands. `alone`: it has the place of the key too."""
    left, right = row.left() + PADDING + _CHIP + 9, _right_of_key(row) - (0 if alone else _KEY + 4)
    return QRect(left, row.top(), right - left, row.height())


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
        touched = active or hovered
        _sign(
            painter,
            rect,
            0,
            "mdi6.eye-outline" if visible else "mdi6.eye-off-outline",
            visible and not touched,
            t,
        )
        if index.data(LOCKED_ROLE):
            _sign(painter, rect, 1, "mdi6.lock", False, t)
        elif touched:
            _sign(painter, rect, 1, "mdi6.lock-open-variant-outline", True, t)
        painter.setFont(face(base, 13))
        self._paint_iou(painter, rect, row, iou, t)
        solo = bool(index.data(SOLO_ROLE))
        if solo or hovered:
            self._paint_solo(painter, rect, solo, t)
        else:
            self._paint_key(painter, rect, row, t)
        painter.setFont(face(base, 13, QFont.Weight.Medium if active else QFont.Weight.Normal))
        painter.setPen(t.colour("text" if visible else "dim"))
        room = name_rect(rect, alone=not (row.key or solo or hovered))
        room.setRight(room.right() - max(_key_width(base, row.key) - _KEY, 0))
        name = elided(base, 13, row.name, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_iou(self, painter: QPainter, rect: QRect, row: ClassRow, iou: Score, t: Tokens) -> None:
        """Value and bar at the left of the signs."""
        value = _value_rect(rect)
        length = _bar_length(rect.width())
        if row.colour is not None:
            painter.setPen(t.colour("dim" if iou is None else "text"))
            painter.drawText(
                value, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score_text(iou, 2)
            )
            if length and iou is not None:
                bar = QRectF(value.left() - 2 - length, rect.center().y() - 1.5, length, 4)
                draw_bar(painter, bar, iou, t.colour("accent"), _track(t))

    def _paint_key(self, painter: QPainter, rect: QRect, row: ClassRow, t: Tokens) -> None:
        """The key as a small cap, wider for a key with words."""
        if not row.key:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(_key_width(painter.font(), row.key), _KEY)
        cap = QRectF(_right_of_key(rect) - width + 0.5, rect.center().y() - 7.5, width - 1, 16)
        painter.setPen(QPen(_track(t), 1))
        painter.drawRoundedRect(cap, 3.5, 3.5)
        painter.setFont(face(painter.font(), 11))
        painter.setPen(t.colour("dim"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, sign(row.key))
        painter.restore()

    def _paint_solo(self, painter: QPainter, rect: QRect, solo: bool, t: Tokens) -> None:
        """Under the pointer, or firm while it is the only visible class."""
        place = solo_rect(rect)
        where = QRect(place.center().x() - _EYE // 2, place.center().y() - _EYE // 2 + 1, _EYE, _EYE)
        colour = t.colour("accent" if solo else "dim")
        draw_glyph(painter, where, glyph("mdi6.image-filter-center-focus"), colour)


def _sign(painter: QPainter, rect: QRect, place: int, name: str, quiet: bool, t: Tokens) -> None:
    """One of the signs at the right end, counted from there."""
    left = rect.right() - PADDING - _EYE + 1 - place * _STEP
    colour = t.colour("dim")
    if quiet:
        colour.setAlphaF(_QUIET)
    draw_glyph(painter, QRect(left, rect.center().y() - _EYE // 2 + 1, _EYE, _EYE), glyph(name), colour)


def _value_rect(rect: QRect) -> QRect:
    right = rect.right() - PADDING - _EYE + 1 - _STEP - 6
    return QRect(right - _VALUE, rect.top(), _VALUE, rect.height())


def _right_of_key(rect: QRect) -> int:
    return _value_rect(rect).left() - 8 - _bar_length(rect.width())


def _bar_length(width: int) -> int:
    """Names come first: a narrow row goes without the bar, a wide one shares what is left."""
    return 0 if width < 276 else min(96, 30 + (width - 276) // 2)


def _key_width(font: QFont, key: str) -> int:
    """Of its cap."""
    return int(text_width(font, 11, sign(key))) + 10


def _track(t: Tokens) -> QColor:
    """Seen on the panel as well as on a selected row."""
    colour = t.colour("text")
    colour.setAlphaF(0.16)
    return colour
