"""How one figure moved: its values in this session and its change since the last save."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import groupby

from segstudio.metrics.scores import Score

_LIMIT = 96
"""Points kept; when there are more, every second of the former ones goes."""


class Trend:
    """Values of one figure as long as it compares the same things.

    The baseline is the figure as it was at the last save, or when its comparison began. When the figure did
    not exist then (nothing was reviewed), there is no change to tell until the next save.
    """

    def __init__(self) -> None:
        self._subject: Hashable = None
        self._counting: Hashable = None
        self._rest: Hashable = None
        self._observed = False
        self._last: Score = None
        self._baseline: Score = None
        self._values: list[float] = []

    @property
    def values(self) -> tuple[float, ...]:
        """Distinct successive values, oldest first."""
        return tuple(value for value, _ in groupby(self._values))

    @property
    def baseline(self) -> Score:
        return self._baseline

    @property
    def change(self) -> float | None:
        """Last value − baseline; None unless both exist."""
        if self._last is None or self._baseline is None:
            return None
        return self._last - self._baseline

    def observe(
        self,
        value: Score,
        subject: Hashable,
        counting: Hashable = None,
        rest: Hashable = None,
        *,
        of_edits: bool = False,
    ) -> None:
        """Take the figure of now.

        `subject`: what is compared (image, model, classes); another one starts anew. `counting`: images that the
        model has still to see; `rest`: what is in the figure beside the image that is edited (labels that are saved
        count a moment after the image was left). They move the figure without an edit: the baseline moves along, so
        that `change` tells edits only. Counting is no course either; where the rest changes, the course goes on.
        `of_edits`: nothing is in the figure but edits that are not saved yet; it did not exist before them.
        """
        if not self._observed or subject != self._subject:
            self.forget()
            self._subject, self._observed, self._baseline = subject, True, None if of_edits else value
        elif counting != self._counting:
            self._move(value)
            self._values = []
        elif rest != self._rest:
            self._move(value)
            if value is not None:
                self._values[-1:] = [value]
        self._counting, self._rest = counting, rest
        self._last = value
        if value is not None and (not self._values or self._values[-1] != value):
            self._values.append(value)
            if len(self._values) > _LIMIT:
                self._values = self._values[:-1:2] + self._values[-1:]

    def _move(self, value: Score) -> None:
        """The baseline along with what moved the figure; a figure that edits began still has none."""
        if self._baseline is not None or self._last is None:
            self._baseline = value

    def mark_saved(self) -> None:
        """The figure of now is the baseline."""
        self._baseline = self._last

    def forget(self) -> None:
        self.__init__()  # type: ignore[misc]  # every attribute back to its start
