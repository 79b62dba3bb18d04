"""Whole numbers with thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import segstudio
from segstudio.core.numerals import NARROW_SPACE, group_by, grouped


@pytest.fixture(autouse=True)
def commas_again() -> Iterator[None]:
    yield
    group_by(",")


def test_thousands_stand_apart() -> None:
    assert [grouped(n) for n in (0, 999, 1_000, 12_345_678)] == ["0", "999", "1,000", "12,345,678"]


@pytest.mark.parametrize(
    ("separator", "said"), [("’", "12’345"), (NARROW_SPACE, f"12{NARROW_SPACE}345"), ("", "12345")]
)
def test_they_are_set_apart_as_the_person_is_used_to(separator: str, said: str) -> None:
    group_by(separator)
    assert grouped(12_345) == said


def test_a_point_is_for_decimals_alone() -> None:
    group_by(".")
    assert grouped(12_345) == f"12{NARROW_SPACE}345"


def test_the_window_has_no_other_way() -> None:
    other = re.compile(r":,\}|QLocale\(\)\.toString|locale\(\)\.toString")
    window = (Path(segstudio.__file__).parent / "ui").rglob("*.py")
    assert [str(p) for p in window if other.search(p.read_text("utf-8"))] == []
