"""Who works for the hand: what the canvas asks of `engine.desks.tool_desk.ToolDesk`, so that tests and benches can bring
their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.labels.document import Document
from segstudio.labels.patch import Change

T = TypeVar("T")


class ToolWork(Protocol):
    """The meaning of every name stands at `ToolDesk`."""

    working_changed: Signal[str]
    finishing: Signal[()]

    def commit(
        self, title: str, document: Document, work: Callable[[CancelToken], T], done: Callable[[T], None]
    ) -> None: ...

    def prepare(
        self,
        title: str,
        work: Callable[[CancelToken], T],
        done: Callable[[T], None],
        gave_up: Callable[[], None] | None = None,
    ) -> None: ...

    def soon(self, callback: Callable[[], None]) -> None: ...

    def write(self, document: Document, change: Change, step: str) -> None: ...

    def stroke_ended(self) -> None: ...

    def take_back(self) -> bool: ...

    def cancel(self) -> bool: ...

    def drain(self) -> None: ...

    @property
    def latest(self) -> str: ...

    @property
    def working(self) -> str: ...
