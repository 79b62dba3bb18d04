"""Icons of one family (Material Design, from the fonts of qtawesome), in the colours of the theme.

The glyphs are drawn here: importing qtawesome itself would cost half of the start-up budget, and its icons keep
the colour that they were made with. These ask for the theme's colours whenever they are painted.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from segstudio.ui.theme import tokens

_PREFIX = "mdi6."

BESIDE_WORDS = QSize(22, 16)
"""Size of an icon that has words beside it: wider than the glyph, since Qt puts the words next to it without a gap."""


class _GlyphEngine(QIconEngine):
    """Paints one glyph at any size; dim when disabled, in the accent when checked."""

    def __init__(self, character: str, role: str, on_role: str) -> None:
        super().__init__()
        self._character = character
        self._role = role
        self._on_role = on_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if mode == QIcon.Mode.Disabled:
            role = "dim"
        elif state == QIcon.State.On:
            role = self._on_role
        else:
            role = self._role
        colour = tokens().colour(role)
        if mode == QIcon.Mode.Disabled:
            colour.setAlphaF(0.6)
        draw_glyph(painter, rect, self._character, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # Qt asks for it while a button is given another action
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def icon(name: str, role: str = "text", on_role: str = "accent") -> QIcon:
    """`name` as in qtawesome ('mdi6.brush'); `role` and `on_role` (checked) are colour tokens.

    The icon follows the theme by itself. Raises KeyError for a name that the font has not.
    """
    return QIcon(_GlyphEngine(glyph(name), role, on_role))


def glyph(name: str) -> str:
    """The character of 'mdi6.<name>' in the icon font. Raises KeyError when there is none."""
    return chr(int(_charmap()[name.removeprefix(_PREFIX)], 16))


def draw_glyph(painter: QPainter, rect: QRect, character: str, colour: QColor) -> None:
    """Draw a character of `glyph` centred in `rect`, as high as it."""
    font = QFont(_family())
    font.setPixelSize(max(1, min(rect.width(), rect.height())))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, character)
    painter.restore()


def _fonts() -> Path:
    """qtawesome's folder of fonts, found without importing it."""
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("segstudio is not installed completely: the package qtawesome is missing.")
    return Path(spec.origin).parent / "fonts"


@cache
def _charmap() -> dict[str, str]:
    (path,) = _fonts().glob("materialdesignicons6-webfont-charmap-*.json")
    charmap: dict[str, str] = json.loads(path.read_text("utf-8"))
    return charmap


@cache
def _family() -> str:
    (path,) = _fonts().glob("materialdesignicons6-webfont-*.ttf")
    added = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(added)
    if not families:
        raise FileNotFoundError(f"The icon font {path} cannot be read. Install segstudio again.")
    return families[0]
