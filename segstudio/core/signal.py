"""The smallest observer: plain callbacks, so that no layer below `ui` needs Qt to be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVarTuple

Args = TypeVarTuple("Args")


class Signal(Generic[*Args]):
    """Calls every connected function, in the order of connection, on the thread that emits."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[*Args], None]] = []

    def connect(self, listener: Callable[[*Args], None]) -> Callable[[], None]:
        """Connect `listener`; the returned function disconnects it again (harmless when called twice)."""
        self._listeners.append(listener)

        def disconnect() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return disconnect

    def emit(self, *args: *Args) -> None:
        for listener in tuple(self._listeners):
            listener(*args)
