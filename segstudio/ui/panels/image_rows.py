"""Which images the list shows, and in which order. No Qt: rows are found by bisection, one change costs one row."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import Protocol

import numpy as np

from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.marks import Mark
from segstudio.engine.views import EntryView


class Order(StrEnum):
    """How the list is sorted; images whose figure is unknown come last, equal ones in natural order."""

    NAME = "name"
    WORST = "worst"  # lowest mIoU first
    ERRORS = "errors"  # most wrong pixels first
    UNCERTAINTY = "uncertainty"  # most uncertain first
    DISAGREEMENT = "disagreement"  # most different first
    STATUS = "status"  # what needs work first
    NUMBER = "number"  # most pixels of the filter first


class Wanted(StrEnum):
    """What a person noted about an image, as a filter."""

    FLAGGED = "flagged"
    NOTED = "noted"
    OPEN = "open"  # not done
    DONE = "done"


_MARKED: dict[Wanted, Callable[[Mark], bool]] = {
    Wanted.FLAGGED: lambda mark: mark.flagged,
    Wanted.NOTED: lambda mark: bool(mark.note),
    Wanted.OPEN: lambda mark: not mark.done,
    Wanted.DONE: lambda mark: mark.done,
}

_TO_DO = {
    Status.UNUSABLE: 0,
    Status.EDITED: 1,
    Status.UNLABELLED: 2,
    Status.PREDICTED: 3,
    Status.SAVED: 4,
}
_FIGURES: dict[Order, tuple[Callable[[EntryView], float | None], bool]] = {
    Order.WORST: (lambda view: view.miou, False),
    Order.ERRORS: (lambda view: view.errors, True),
    Order.UNCERTAINTY: (lambda view: view.uncertainty, True),
    Order.DISAGREEMENT: (lambda view: view.disagreement, True),
    Order.NUMBER: (lambda view: view.number, True),
    Order.STATUS: (lambda view: _TO_DO[view.status], False),
}
"""The figure, and whether the highest comes first."""


def figure(view: EntryView, order: Order) -> float | None:
    """What the list is sorted by; None for names."""
    return _FIGURES[order][0](view) if order in _FIGURES else None


def sort_value(value: float | None, order: Order) -> float:
    """What rises down the list."""
    if order not in _FIGURES:
        return 0.0
    if value is None:
        return inf
    return -value if _FIGURES[order][1] else value


class RowSource(Protocol):
    """What the rows are made of."""

    def entries(self) -> Sequence[ImageEntry]:
        """All images in natural order."""

    def view(self, key: str) -> EntryView: ...

    def figures(self, order: Order) -> Mapping[str, float | None]:
        """The figures of all images that have one, by key: one call instead of many."""

    def status(self, entry: ImageEntry) -> Status: ...

    def mark(self, key: str) -> Mark:
        """What a person noted about an image."""

    def in_focus(self, key: str) -> bool:
        """Whether the dashboard leads to this image, while it leads anywhere."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rows whose key or name holds `text` (any case), of one of `statuses` (empty: any), in the focus if
    `focused`, for which all of `marks` hold."""

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    order: Order = Order.NAME
    focused: bool = False
    marks: frozenset[Wanted] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """A row that was shown at `before` and is to be shown at `after` once it is taken out there; −1: not shown."""

    before: int
    after: int


class ImageRows:
    """The rows that are shown. `arrange` looks at all images, `plan` at one."""

    def __init__(self, source: RowSource) -> None:
        self._source = source
        self._entries: Sequence[ImageEntry] = ()
        self._rank: dict[str, int] = {}
        self._needles: list[str] = []
        self._shown: list[tuple[float, int]] = []  # (what rises down the list, rank in natural order)
        self._value: dict[int, float] = {}  # by rank, of those that are shown
        self.arrangement = Arrangement()

    def __len__(self) -> int:
        return len(self._shown)

    @property
    def total(self) -> int:
        return len(self._entries)

    def reset(self) -> None:
        """Another project: take its images; `arrange` shows them."""
        self._entries = self._source.entries()
        self._rank = {entry.key: rank for rank, entry in enumerate(self._entries)}
        self._needles = [f"{entry.key}\n{entry.name}".casefold() for entry in self._entries]
        self._shown, self._value = [], {}

    def arrange(self, arrangement: Arrangement) -> None:
        """Choose and sort all rows anew."""
        self.arrangement = arrangement
        order, entries = arrangement.order, self._entries
        ranks: Iterable[int] = range(len(entries))
        needle = arrangement.text.strip().casefold()
        if needle:
            ranks = [rank for rank in ranks if needle in self._needles[rank]]
        if arrangement.focused:
            ranks = [rank for rank in ranks if self._source.in_focus(entries[rank].key)]
        if arrangement.statuses:
            ranks = [rank for rank in ranks if self._source.status(entries[rank]) in arrangement.statuses]
        if arrangement.marks:
            ranks = [rank for rank in ranks if self._marked(entries[rank].key)]
        chosen = np.fromiter(ranks, np.intp)
        if order is Order.NAME:
            values = np.zeros(len(chosen))
        elif order is Order.STATUS:
            values = np.array([_TO_DO[self._source.status(entries[r])] for r in chosen.tolist()], float)
        else:
            found = self._source.figures(order)
            highest = _FIGURES[order][1]
            figures = [found.get(entries[r].key) for r in chosen.tolist()]
            values = np.array([np.nan if f is None else f for f in figures], float)
            values = np.where(np.isnan(values), np.inf, -values if highest else values)
        by_value = np.argsort(values, kind="stable")
        self._shown = list(zip(values[by_value].tolist(), chosen[by_value].tolist(), strict=True))
        self._value = {rank: value for value, rank in self._shown}

    def plan(self, key: str) -> Change:
        """An image changed: where its row stands and where it belongs. Nothing moves until `carry_out`."""
        rank = self._rank.get(key)
        if rank is None:
            return Change(-1, -1)
        before, value = self._row(rank), self._wanted(rank)
        if value is None:
            return Change(before, -1)
        if before < 0:
            return Change(-1, bisect_left(self._shown, (value, rank)))
        if value == self._value[rank]:
            return Change(before, before)
        after = bisect_left(self._shown, (value, rank))
        return Change(before, after - 1 if after > before else after)

    def carry_out(self, key: str) -> None:
        """What `plan` just said."""
        rank = self._rank[key]
        before, value = self._row(rank), self._wanted(rank)
        if before >= 0:
            del self._shown[before]
            del self._value[rank]
        if value is not None:
            insort(self._shown, (value, rank))
            self._value[rank] = value

    def view(self, key: str) -> EntryView:
        return self._source.view(key)

    def row_of(self, key: str) -> int:
        """−1 when it is not shown."""
        return self._row(self._rank.get(key, -1))

    def entry_at(self, row: int) -> ImageEntry:
        return self._entries[self._shown[row][1]]

    def keys(self) -> list[str]:
        """All that are shown, from top to bottom."""
        return [self._entries[rank].key for _, rank in self._shown]

    def _row(self, rank: int) -> int:
        value = self._value.get(rank)
        return bisect_left(self._shown, (value, rank)) if value is not None else -1

    def _marked(self, key: str) -> bool:
        mark = self._source.mark(key)
        return all(_MARKED[wanted](mark) for wanted in self.arrangement.marks)

    def _wanted(self, rank: int) -> float | None:
        """Its place as a value; None when it is not to be shown."""
        arrangement, entry = self.arrangement, self._entries[rank]
        needle = arrangement.text.strip().casefold()
        if needle and needle not in self._needles[rank]:
            return None
        if arrangement.focused and not self._source.in_focus(entry.key):
            return None
        if arrangement.statuses and self._source.status(entry) not in arrangement.statuses:
            return None
        if arrangement.marks and not self._marked(entry.key):
            return None
        if arrangement.order is Order.NAME:
            return 0.0
        return sort_value(figure(self._source.view(entry.key), arrangement.order), arrangement.order)
