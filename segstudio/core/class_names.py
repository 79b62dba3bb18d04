"""Which class is meant by a name: as it is written, else whatever its case, else its letters and digits alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Meant = TypeVar("Meant")


def class_key(name: str) -> str:
    """What counts of a name when two are compared loosely: case, spaces and punctuation do not."""
    return re.sub(r"[\W_]+", "", name.casefold())


_SPELLINGS: tuple[Callable[[str], str], ...] = (str, str.casefold, class_key)
"""From the strictest: 'T+' and 'T-' are two classes, 'Sign Symbol' and 'sign_symbol' one, unless both are there."""


class Names(Generic[Meant]):
    """What goes by which name, in every spelling. The same thing may have several names, and a name several things."""

    def __init__(self, named: Iterable[tuple[str, Meant]]) -> None:
        self._meant: list[dict[str, set[Meant]]] = [{} for _ in _SPELLINGS]
        for name, meant in named:
            for key, group in zip(_spelled(name), self._meant, strict=True):
                if key is not None:
                    group.setdefault(key, set()).add(meant)

    def spelled(self, name: str) -> list[set[Meant]]:
        """What goes by `name`, once for each spelling, the strictest first."""
        keys = zip(_spelled(name), self._meant, strict=True)
        return [group.get(key, set()) if key is not None else set() for key, group in keys]

    def find(self, name: str) -> set[Meant]:
        """What goes by `name` in the strictest spelling in which anything does; more than one where nobody can tell."""
        return next((found for found in self.spelled(name) if found), set())


def _spelled(name: str) -> list[str | None]:
    """In every spelling; None where nothing is left of it: '+' and '-' are not the same."""
    return [key if (key := spell(name)) or not name else None for spell in _SPELLINGS]
