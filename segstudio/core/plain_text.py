"""Text from outside (names of files and classes): compared, and shown where it must not act as anything but text."""

from __future__ import annotations

import unicodedata

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates: Unicode Standard Annex #9, sections 2.1 to 2.5."""


def composed(name: str) -> str:
    """One spelling for what looks the same: some systems store 'é' as two characters (Unicode NFC)."""
    return unicodedata.normalize("NFC", name)


def harmless(text: str) -> str:
    """Control characters but line feeds, and those that turn the direction of writing, as escapes: '\\x1b'."""
    return "".join(_escaped(c) if c != "\n" and _acts(c) else c for c in text)


def one_line(text: str) -> str:
    """As `harmless`, and line feeds too: a name cannot look like a message of its own."""
    return "".join(_escaped(c) if _acts(c) else c for c in text)


def _acts(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in ("Cc", "Zl", "Zp")


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
