"""A check box in the colours of the theme: the style's own is not seen on dark ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.theme import tokens

_SIZE = 14


class Check(QCheckBox):
    """As QCheckBox."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, t = self.style(), tokens()
        box = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        box = QRect(box.x(), box.center().y() - _SIZE // 2 + 1, _SIZE, _SIZE)
        on, enabled = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge: QColor = t.colour("accent" if self.hasFocus() or (on and enabled) else "dim")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(edge if on else t.colour("field"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            draw_glyph(painter, box.adjusted(1, 1, -1, -1), glyph("mdi6.check-bold"), t.colour("on_accent"))
        painter.setPen(t.colour("text" if enabled else "dim"))
        text = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, int(flags | Qt.TextFlag.TextShowMnemonic), self.text())
        painter.end()
