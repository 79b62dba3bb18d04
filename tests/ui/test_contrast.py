"""What is written can be read: the contrast that WCAG 2.1 (1.4.3) asks of text, in both appearances."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from segstudio.ui.theme import DARK, LIGHT, Tokens

LEAST = 4.5
GROUNDS = ("window", "panel", "raised", "field", "selection")
PLAIN = ("window", "panel", "raised")


def luminance(colour: QColor) -> float:
    """WCAG 2.1, relative luminance."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_words_stand_out_from_every_ground(tokens: Tokens) -> None:
    words = {(word, ground) for word in ("text", "dim") for ground in GROUNDS}
    words |= {(word, ground) for word in ("accent", "good", "bad", "warn") for ground in PLAIN}
    words.add(("on_accent", "accent"))
    faint = {
        (word, ground): round(contrast(tokens.colour(word), tokens.colour(ground)), 2)
        for word, ground in words
        if contrast(tokens.colour(word), tokens.colour(ground)) < LEAST
    }
    assert faint == {}
