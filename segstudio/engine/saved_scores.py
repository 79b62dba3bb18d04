"""The sum over all saved labels: one confusion matrix an image, kept small, with a running total."""

from __future__ import annotations

from segstudio.engine.index import pack_matrix, unpack_matrix
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Score, score


class SavedScores:
    """Matrices of one comparison context, by image key."""

    def __init__(self, num_classes: int, ignore_index: int) -> None:
        self.total = ConfusionMatrix.zero(num_classes, ignore_index)
        self._packed: dict[str, bytes] = {}
        self._mious: dict[str, Score] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def put(self, key: str, matrix: ConfusionMatrix) -> None:
        """Set an image's matrix; a former one of it is taken out of the total."""
        self.drop(key)
        self.total += matrix
        self._packed[key] = pack_matrix(matrix)
        self._mious[key] = score(matrix).miou

    def drop(self, key: str) -> None:
        packed = self._packed.pop(key, None)
        self._mious.pop(key, None)
        if packed is not None:
            self.total -= unpack_matrix(packed)

    def matrix(self, key: str) -> ConfusionMatrix | None:
        packed = self._packed.get(key)
        return unpack_matrix(packed) if packed is not None else None

    def miou(self, key: str) -> Score:
        return self._mious.get(key)
