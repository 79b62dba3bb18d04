"""Which images the list shows, and in which order: pure functions, so that they need no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from segstudio.engine.entries import Status
from segstudio.engine.views import EntryView


class Order(StrEnum):
    """How the list is sorted."""

    NAME = "name"
    WORST = "worst"  # lowest mIoU first; images without one last
    STATUS = "status"  # what needs work first


_TO_DO = {Status.EDITED: 0, Status.UNLABELLED: 1, Status.PREDICTED: 2, Status.SAVED: 3}


def arrange(
    views: Iterable[EntryView],
    text: str = "",
    statuses: frozenset[Status] = frozenset(),
    order: Order = Order.NAME,
) -> list[EntryView]:
    """The rows whose key holds `text` (any case) and whose status is one of `statuses` (empty: any).

    `views` come in natural order, which also decides between equals.
    """
    needle = text.strip().casefold()
    kept = [
        view
        for view in views
        if (not needle or needle in view.entry.key.casefold() or needle in view.entry.name.casefold())
        and (not statuses or view.status in statuses)
    ]
    return sorted(kept, key=_KEYS[order]) if order in _KEYS else kept


_KEYS: dict[Order, Callable[[EntryView], float]] = {
    Order.WORST: lambda view: 2.0 if view.miou is None else view.miou,
    Order.STATUS: lambda view: _TO_DO[view.status],
}


def position(views: list[EntryView], key: str) -> int:
    """Row of the image with this key, −1 when it is not among them."""
    return next((row for row, view in enumerate(views) if view.entry.key == key), -1)
