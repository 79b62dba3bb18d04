"""How mIoU moved in this session: a point for every step of editing and every save."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from segstudio.core.signal import Signal
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.metrics.scores import Score

_MOST = 2_000
"""Points kept; when there are more, every second of the older half goes, saves excepted."""


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """mIoU of image and data set after a step. Values are joined to a line only where their `…_subject` is equal:
    what is compared with what. `saved`: the label was written here."""

    step: int
    key: str
    image: Score
    dataset: Score
    image_subject: Hashable
    dataset_subject: Hashable
    saved: bool = False


class ScoreHistory:
    """The points, oldest first."""

    def __init__(self) -> None:
        self.changed: Signal[()] = Signal()
        self._points: list[HistoryPoint] = []
        self._step = 0

    @property
    def points(self) -> tuple[HistoryPoint, ...]:
        return tuple(self._points)

    def observe(
        self, key: str, image: Comparison | None, dataset: Comparison | None, *, saved: bool = False
    ) -> None:
        """Take the figures of now; those that equal the last point add none, unless they were saved. The image's, which
        may come after the data set's, complete the last point."""
        point = HistoryPoint(
            self._step + 1,
            key,
            image.scores.miou if image is not None else None,
            dataset.scores.miou if dataset is not None else None,
            _subject(image),
            _subject(dataset),
            saved,
        )
        if point.image is None and point.dataset is None:
            return
        last = self._points[-1] if self._points else None
        if last is not None and _figures(last) == _figures(point):
            if not saved or last.saved:
                return
            self._points[-1] = HistoryPoint(
                last.step, key, point.image, point.dataset, point.image_subject, point.dataset_subject, True
            )
        elif last is not None and last.image is None and _figures(last) == _figures(_without_image(point)):
            self._points[-1] = replace(point, step=last.step, saved=saved or last.saved)  # it came later
        else:
            self._step = point.step
            self._points.append(point)
            if len(self._points) > _MOST:
                older, newer = self._points[: _MOST // 2], self._points[_MOST // 2 :]
                self._points = [p for n, p in enumerate(older) if n % 2 == 0 or p.saved] + newer
        self.changed.emit()

    def forget(self) -> None:
        """Another project."""
        if self._points:
            self._points.clear()
            self._step = 0
            self.changed.emit()


def _without_image(point: HistoryPoint) -> HistoryPoint:
    return replace(point, image=None, image_subject=None)


def _figures(point: HistoryPoint) -> tuple[Hashable, ...]:
    return point.key, point.image, point.dataset, point.image_subject, point.dataset_subject


def _subject(comparison: Comparison | None) -> Hashable:
    """The figures of images that the candidate has not seen yet come by themselves: they are no edit."""
    if comparison is None:
        return None
    context = comparison.context
    return (
        context.scope,
        context.candidate_id,
        context.table_revision,
        context.ignore_index,
        comparison.images_pending,
    )
