"""The sum over all saved labels: one confusion matrix an image, kept small, with a running total."""

from __future__ import annotations

import math
from collections.abc import KeysView, Mapping

from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import errors_of
from segstudio.metrics.scores import Score, score
from segstudio.metrics.sparse import SparseMatrix, image_figures, total_of


class SavedScores:
    """Matrices of one comparison context, by image key."""

    def __init__(self, num_classes: int, ignore_index: int) -> None:
        self.total = ConfusionMatrix.zero(num_classes, ignore_index)
        self._kept: dict[str, SparseMatrix] = {}
        self._mious: dict[str, Score] = {}
        self._errors: dict[str, int | None] = {}
        self._pixels: dict[str, int] = {}

    @classmethod
    def of(cls, matrices: Mapping[str, SparseMatrix], num_classes: int, ignore_index: int) -> SavedScores:
        """Of many at once: some microseconds an image."""
        found = cls(num_classes, ignore_index)
        found._kept = dict(matrices)
        found.total = total_of(matrices.values(), num_classes, ignore_index)
        figures = image_figures(list(matrices.values()), num_classes)
        for key, miou, errors, pixels in zip(matrices, *figures, strict=True):
            found._mious[key] = None if math.isnan(miou) else miou
            found._errors[key] = errors if pixels else None
            found._pixels[key] = pixels
        return found

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def keys(self) -> KeysView[str]:
        return self._kept.keys()

    def put(self, key: str, matrix: ConfusionMatrix) -> None:
        """Set an image's matrix; a former one of it is taken out of the total."""
        self.drop(key)
        self.total += matrix
        self._kept[key] = SparseMatrix.of(matrix)
        self._mious[key] = score(matrix).miou
        self._pixels[key] = matrix.valid_pixels
        self._errors[key] = errors_of(matrix) if self._pixels[key] else None

    def drop(self, key: str) -> None:
        former = self._kept.pop(key, None)
        self._mious.pop(key, None)
        self._errors.pop(key, None)
        self._pixels.pop(key, None)
        if former is not None:
            self.total -= former.dense()

    def matrix(self, key: str) -> ConfusionMatrix | None:
        kept = self._kept.get(key)
        return kept.dense() if kept is not None else None

    def sparse(self, key: str) -> SparseMatrix | None:
        return self._kept.get(key)

    @property
    def matrices(self) -> dict[str, SparseMatrix]:
        """All of them, by key; a copy."""
        return dict(self._kept)

    def miou(self, key: str) -> Score:
        return self._mious.get(key)

    def errors(self, key: str) -> int | None:
        """Wrong pixels; None where no pixel is compared or nothing is known."""
        return self._errors.get(key)

    def pixels(self, key: str) -> int | None:
        """How many are compared; None where nothing is known."""
        return self._pixels.get(key)

    @property
    def mious(self) -> dict[str, Score]:
        """All of them, by key; a copy."""
        return dict(self._mious)

    @property
    def all_errors(self) -> dict[str, int | None]:
        """A copy."""
        return dict(self._errors)
