"""Many changes, one signal: collect until the event loop comes round."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Generic, TypeVar

from segstudio.engine.jobs import Dispatch

T = TypeVar("T")


class Soon(Generic[T]):
    """Hands all values added since the last time, once each and in order, to `emit` in one dispatched call, or in
    several of at most `most` values with the rest of the event loop between them.

    Owned by the GUI thread.
    """

    def __init__(
        self, dispatch: Dispatch, emit: Callable[[list[T]], None], most: int | None = None
    ) -> None:
        self._dispatch = dispatch
        self._emit = emit
        self._most = most
        self._waiting: dict[T, None] = {}

    def add(self, value: T) -> None:
        self.update((value,))

    def update(self, values: Iterable[T]) -> None:
        first = not self._waiting
        self._waiting.update(dict.fromkeys(values))
        if first and self._waiting:
            self._dispatch(self._flush)

    def _flush(self) -> None:
        values = list(islice(self._waiting, self._most))
        for value in values:
            del self._waiting[value]
        if self._waiting:
            self._dispatch(self._flush)
        if values:
            self._emit(values)
