"""Whole numbers as people read them, in one way everywhere: '12,345'."""

from __future__ import annotations

from dataclasses import dataclass

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


@dataclass
class _Way:
    """Of the whole process."""

    separator: str = ","


_way = _Way()


def grouped(number: int) -> str:
    """With a separator every three digits: a comma, unless the window chose another."""
    return f"{number:,}".replace(",", _way.separator)


def group_by(separator: str) -> None:
    """Instead of a point a narrow space is taken: figures have a decimal point, and '12.345' would read as one."""
    _way.separator = NARROW_SPACE if separator == "." else separator
