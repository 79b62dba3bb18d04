"""Paints one row of the image list: thumbnail, name, status as a sign and a word, mIoU."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from segstudio.engine.files.entries import Status
from segstudio.engine.files.marks import Mark
from segstudio.engine.views import EntryView
from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.panels.image_figures import DASH, is_thin, row_figure
from segstudio.ui.panels.image_model import CURRENT_ROLE, ORDER_ROLE, THUMBNAIL_ROLE, VIEW_ROLE
from segstudio.ui.panels.image_rows import Order
from segstudio.ui.theme import PADDING, Tokens, tabular, tokens

ROW_HEIGHT = 60
THUMBNAIL = QSize(64, 48)
_GAP = 10
_SIGN = 12
THIN_SIGN = "mdi6.circle-slice-1"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex

# sign, colour token, word: a status is told by shape and word, colour only helps
STATUS_SIGNS: dict[Status, tuple[str, str, str]] = {
    Status.UNLABELLED: ("mdi6.circle-outline", "dim", "Unlabelled"),
    Status.PREDICTED: ("mdi6.circle-half-full", "dim", "Predicted"),
    Status.EDITED: ("mdi6.circle", "accent", "Edited"),
    Status.SAVED: ("mdi6.check-circle-outline", "good", "Saved"),
    Status.UNUSABLE: ("mdi6.alert-circle-outline", "bad", "Label unusable"),
}


def mark_signs(mark: Mark) -> list[tuple[str, str]]:
    """(glyph, colour token) of what a person noted, from right to left."""
    signs = [
        (mark.flagged, "mdi6.flag", "warn"),
        (mark.done, "mdi6.check-bold", "good"),
        (bool(mark.note), "mdi6.note-text-outline", "dim"),
    ]
    return [(sign, role) for shown, sign, role in signs if shown]


def status_word(status: Status) -> str:
    """The status in the person's language."""
    return QCoreApplication.translate("ImageList", STATUS_SIGNS[status][2])


class ImageDelegate(QStyledItemDelegate):
    """Rows of one height, so that the list never has to measure them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = index.data(VIEW_ROLE)
        if not isinstance(view, EntryView):
            return
        t = tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        base: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.colour("selection" if selected else "raised"))
        if index.data(CURRENT_ROLE):
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), t.colour("accent"))
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        frame = QRect(
            inner.left(), rect.center().y() - THUMBNAIL.height() // 2, THUMBNAIL.width(), THUMBNAIL.height()
        )
        _paint_thumbnail(painter, frame, index.data(THUMBNAIL_ROLE), t)
        text = inner.adjusted(THUMBNAIL.width() + _GAP, 0, 0, 0)
        _paint_name(painter, text, view, base, t)
        _paint_state(painter, text, view, index.data(ORDER_ROLE), base, t)
        painter.restore()


def _paint_thumbnail(painter: QPainter, frame: QRect, pixmap: QPixmap | None, t: Tokens) -> None:
    """The picture fills the frame, centred; its edges are cut, never its shape changed. A sign for one that cannot be
    read."""
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(frame), 4, 4)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(frame, t.colour("field" if t.dark else "hairline"))
    if pixmap is not None and pixmap.isNull():
        side = frame.height() // 2
        square = QRect(0, 0, side, side)
        square.moveCenter(frame.center())
        draw_glyph(painter, square, glyph("mdi6.image-broken-variant"), t.colour("dim"))
    elif pixmap is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = max(frame.width() / pixmap.width(), frame.height() / pixmap.height())
        width, height = frame.width() / scale, frame.height() / scale
        source = QRectF((pixmap.width() - width) / 2, (pixmap.height() - height) / 2, width, height)
        painter.drawPixmap(QRectF(frame), pixmap, source)
    painter.restore()


def _paint_name(painter: QPainter, area: QRect, view: EntryView, base: QFont, t: Tokens) -> None:
    line = QRect(area.left(), area.center().y() - 19, area.width(), 18)
    for sign, role in mark_signs(view.mark):
        square = QRect(line.right() - _SIGN, line.top() + (line.height() - _SIGN) // 2, _SIGN, _SIGN)
        draw_glyph(painter, square, glyph(sign), t.colour(role))
        line.setRight(square.left() - 4)
    painter.setFont(base)
    painter.setPen(t.colour("text"))
    name = QFontMetrics(base).elidedText(view.entry.name, Qt.TextElideMode.ElideMiddle, line.width())
    painter.drawText(line, _LEFT, name)


def _paint_state(
    painter: QPainter, area: QRect, view: EntryView, order: Order, base: QFont, t: Tokens
) -> None:
    """Sign and word at the left, the figure at the right: dim, with a thin slice, where it counts little of the image."""
    figure, thin = row_figure(view, order), is_thin(view, order)
    line = QRect(area.left(), area.center().y() + 1, area.width(), 18)
    sign, role, _word = STATUS_SIGNS[view.status]
    square = QRect(line.left(), line.top() + (line.height() - _SIGN) // 2, _SIGN, _SIGN)
    draw_glyph(painter, square, glyph(sign), t.colour(role))
    small = QFont(base)
    small.setPixelSize(12)
    painter.setFont(small)
    painter.setPen(t.colour("dim"))
    wide = QFontMetrics(tabular(base)).horizontalAdvance(figure)
    taken = wide + 6 + (_SIGN + 4) * thin if figure else 0
    if thin:
        slice_ = square.translated(line.width() - wide - 4 - _SIGN, 0)
        draw_glyph(painter, slice_, glyph(THIN_SIGN), t.colour("dim"))
    word = line.adjusted(_SIGN + 5, 0, -taken, 0)
    text = QFontMetrics(small).elidedText(
        status_word(view.status), Qt.TextElideMode.ElideRight, word.width()
    )
    painter.drawText(word, _LEFT, text)
    painter.setFont(tabular(base))
    painter.setPen(t.colour("dim" if thin or figure == DASH else "text"))
    painter.drawText(line, _RIGHT, figure)
