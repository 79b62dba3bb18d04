"""Which images a figure of the dashboard leads to, and by which number of pixels."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.engine.jobs import Job, JobQueue
from segstudio.metrics.cell_table import CellTable
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import ErrorView
from segstudio.metrics.sparse import SparseMatrix

_COUNT_PRIORITY = 60


@dataclass(frozen=True)
class Focus:
    """What the images are narrowed to.

    `view`: a cell of the matrix (images with a pixel in it) or a class (images whose truth or prediction holds it).
    `keys`: these images, whose mIoU lies between `low` and `high`. One of the two is given.
    """

    view: ErrorView | None = None
    keys: frozenset[str] | None = None
    low: float = 0.0
    high: float = 1.0

    @property
    def by_number(self) -> bool:
        """Whether the images are best listed by their number of pixels."""
        return self.view is not None and self.view.cell is not None

    def number(self, matrix: ConfusionMatrix | None) -> int | None:
        """Of one image: its pixels, None where the image is not led to (or not by pixels)."""
        if self.view is None or matrix is None:
            return None
        count = self.view.count(matrix)
        if self.view.class_id is not None:
            c = self.view.class_id
            held = count + int(matrix.counts[c, c])
            return count if held else None
        return count or None


class FocusCounts:
    """The images of a focus and their numbers. Counted in the pool, then kept current image by image."""

    def __init__(self, pool: JobQueue, scoring: Scoring) -> None:
        self.changed: Signal[()] = Signal()
        """Another focus, or its numbers are there."""
        self.entry_changed: Signal[str] = Signal()
        """The number of this image (key) changed, or it came or went."""
        self._pool = pool
        self._scoring = scoring
        self._focus: Focus | None = None
        self._numbers: dict[str, int] = {}
        self._ready = True
        self._touched: set[str] = set()  # changed while the rest was being counted
        self._job: Job[dict[str, int]] | None = None
        scoring.entries_changed.connect(self._update)

    @property
    def focus(self) -> Focus | None:
        return self._focus

    @property
    def ready(self) -> bool:
        """Whether all numbers are there."""
        return self._ready

    def set(self, focus: Focus | None) -> None:
        """`changed` comes at once, and again when the numbers are there."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._focus, self._numbers = focus, {}
        self._touched.clear()
        self._ready = focus is None or focus.view is None
        if focus is not None and focus.view is not None:
            self._count(focus)
        self.changed.emit()

    def holds(self, key: str) -> bool:
        """Whether the image is one that the focus leads to; all are without a focus."""
        focus = self._focus
        if focus is None:
            return True
        return key in focus.keys if focus.keys is not None else key in self._numbers

    def number(self, key: str) -> int | None:
        """Pixels of the image that the focus is about; None without such a number."""
        return self._numbers.get(key)

    @property
    def numbers(self) -> dict[str, int]:
        """By key, of all images that it leads to by pixels. Do not change it."""
        return self._numbers

    @property
    def images(self) -> int:
        """How many images it leads to."""
        focus = self._focus
        if focus is None:
            return 0
        return len(focus.keys) if focus.keys is not None else len(self._numbers)

    @property
    def pixels(self) -> int:
        return sum(self._numbers.values())

    def _count(self, focus: Focus) -> None:
        source, measured, watched = self._scoring.source, self._scoring.measured, self._scoring.watched
        if source is None:
            self._ready = True
            return
        num_classes = source.table.num_classes

        def counted(numbers: dict[str, int]) -> None:
            self._job = None
            self._numbers, self._ready = numbers, True
            for key in self._touched | ({watched} if watched else set()):
                self._set_number(key)
            self._touched.clear()
            self.changed.emit()

        self._job = self._pool.submit(
            "scores",
            worded("Count the pixels of every image"),
            lambda context: _numbers(focus, measured, num_classes),
            priority=_COUNT_PRIORITY,
            on_done=counted,
        )

    def _update(self, keys: Collection[str]) -> None:
        if self._focus is None or self._focus.view is None:
            return
        if not self._ready:
            self._touched.update(keys)
            return
        for key in keys:
            if self._set_number(key):
                self.entry_changed.emit(key)

    def _set_number(self, key: str) -> bool:
        """Whether it is another one now."""
        before = self._numbers.pop(key, None)
        number = self._focus.number(self._scoring.matrix(key)) if self._focus is not None else None
        if number is not None:
            self._numbers[key] = number
        return number != before


def _numbers(focus: Focus, measured: Mapping[str, SparseMatrix], num_classes: int) -> dict[str, int]:
    if focus.view is None:
        return {}
    table = CellTable.of(measured, num_classes)
    counts = table.counts_of(focus.view)
    class_id = focus.view.class_id
    shown = table.holds(class_id) if class_id is not None else counts > 0
    return {table.keys[i]: int(counts[i]) for i in np.flatnonzero(shown).tolist()}
