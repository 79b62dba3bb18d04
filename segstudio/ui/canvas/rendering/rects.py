"""Lists of rectangles, made shorter: each one has a price of its own besides its area."""

from __future__ import annotations

from collections.abc import Iterable

from segstudio.core.geometry import Rect


def merged(rects: Iterable[Rect], slack: int) -> list[Rect]:
    """Rectangles that cover the same, fewer: two are joined when that adds at most `slack` to their areas.

    Neighbours in reading order are tried, which is how tiles come; empty ones are dropped.
    """
    found: list[Rect] = []
    for rect in sorted((r for r in rects if not r.empty), key=lambda r: (r.y, r.x)):
        if found:
            last = found[-1]
            both = last.union(rect)
            if both.area <= last.area + rect.area + slack:
                found[-1] = both
                continue
        found.append(rect)
    return found
