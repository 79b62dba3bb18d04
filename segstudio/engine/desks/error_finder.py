"""The pixels of the current image that a question about errors is about: looked for in the pool."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Label
from segstudio.core.wording import worded
from segstudio.engine.desks.editor import Editor
from segstudio.engine.evaluation.error_regions import (
    ErrorQuestion,
    ErrorRegion,
    error_picture,
    error_regions,
)
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.engine.jobs import JobQueue
from segstudio.metrics.error_map import ErrorView

_PRIORITY = 120
_REGIONS_KEY, _PICTURE_KEY = "error regions", "error picture"


class ErrorFinder:
    """Owned by the GUI thread; only the answer to the last question of a kind comes."""

    def __init__(
        self, pool: JobQueue, editor: Editor, scoring: Scoring, label: Callable[[], Label | None]
    ) -> None:
        """`label`: what is compared with the current image."""
        self._pool = pool
        self._editor = editor
        self._scoring = scoring
        self._label = label

    def question(self, view: ErrorView) -> ErrorQuestion | None:
        """`view` asked of the current image; None without a document or anything to compare it with."""
        document, source = self._editor.document, self._scoring.source
        label = self._label()
        if document is None or source is None or label is None:
            return None
        if label.shape != document.label_map.shape:
            return None
        return ErrorQuestion(
            document.label_map, label, source.table.num_classes, view, void_counts=source.void_counts
        )

    def find_regions(self, view: ErrorView, found: Callable[[list[ErrorRegion]], None]) -> None:
        """Look for the regions of the current image in the pool; only the answer to the last question comes."""
        question, document = self.question(view), self._editor.document
        if question is None:
            found([])
            return

        def deliver(regions: list[ErrorRegion]) -> None:
            if self._editor.document is document:
                found(regions)

        self._pool.submit(
            "regions",
            worded("Find the regions that differ"),
            lambda context: error_regions(question),
            priority=_PRIORITY,
            on_done=deliver,
            key=_REGIONS_KEY,
        )

    def find_picture(
        self, view: ErrorView, found: Callable[[NDArray[np.bool_], int], None], most_pixels: int = 1 << 20
    ) -> None:
        """Draw the pixels of the current image that `view` is about in the pool: see `error_picture`."""
        question, document = self.question(view), self._editor.document
        if question is None:
            return

        def deliver(picture: tuple[NDArray[np.bool_], int]) -> None:
            if self._editor.document is document:
                found(*picture)

        self._pool.submit(
            "regions",
            worded("Find the pixels that differ"),
            lambda context: error_picture(question, most_pixels),
            priority=_PRIORITY,
            on_done=deliver,
            key=_PICTURE_KEY,
        )
