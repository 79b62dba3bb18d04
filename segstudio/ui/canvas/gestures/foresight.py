"""Probabilities that a stroke is about to ask for: worked out in a worker where they are many."""

from __future__ import annotations

from segstudio.core.geometry import Rect
from segstudio.core.model_view import TILE, ModelView

_AT_ONCE = 1
"""New squares of probabilities that a pointer move may wait for."""


class Foresight:
    """Of one class, for one stroke; `ready` and `prepare` as `labels.areas.superpixels.Superpixels` has them."""

    def __init__(self, model: ModelView, class_id: int) -> None:
        self._model = model
        self._class_id = class_id
        self._known: set[tuple[int, int]] = set()

    def ready(self, rect: Rect) -> bool:
        """Whether the model's view holds nearly all of this rectangle."""
        squares = _squares(rect)
        ready = len(squares - self._known) <= _AT_ONCE
        if ready:
            self._known |= squares
        return ready

    def prepare(self, rect: Rect) -> None:
        """In a worker: the view keeps what it works out."""
        self._model.probability(self._class_id, rect)
        self._known |= _squares(rect)


def _squares(rect: Rect) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(rect.x // TILE, (rect.right - 1) // TILE + 1)
        for y in range(rect.y // TILE, (rect.bottom - 1) // TILE + 1)
    }
