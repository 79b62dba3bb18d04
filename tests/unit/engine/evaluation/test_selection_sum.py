"""A selection's matrix is the sum of its images', however it came about."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.signal import Signal
from segstudio.engine.evaluation import selection_sum as module
from segstudio.engine.evaluation.comparison import ComparisonContext, comparison_of
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.engine.evaluation.selection_sum import SelectionSum
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix

KEYS = [f"image {n}" for n in range(8)]


class Desk:
    """What a selection hears of the scoring."""

    class Source:
        class table:  # noqa: N801  # as the attribute is called
            num_classes, ignore_index = 3, 255

    def __init__(self) -> None:
        self.entries_changed: Signal[Collection[str]] = Signal()
        self.source: Any = self.Source()
        self.measured: dict[str, SparseMatrix] = {}
        self.watched = ""

    @property
    def saved_total(self) -> ConfusionMatrix:
        return sum((m.dense() for m in self.measured.values()), ConfusionMatrix.zero(3))

    def saved_matrix(self, key: str) -> SparseMatrix | None:
        return self.measured.get(key)

    def matrix(self, key: str) -> ConfusionMatrix | None:
        return self.measured[key].dense() if key in self.measured else None

    def comparison_of_some(self, matrix: ConfusionMatrix, keys: Any, *, images: int) -> Any:
        context = ComparisonContext(1, "m", "m", "", "t", 3, 255, "selection")
        return comparison_of(matrix, context, images=images)


@pytest.mark.parametrize("one_by_one", [0, 3, 200])
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_sequence_of_choices_and_changes(one_by_one: int, data: st.DataObject) -> None:
    before, module._ONE_BY_ONE = module._ONE_BY_ONE, one_by_one
    try:
        desk = Desk()
        chosen = SelectionSum(cast(Scoring, desk))
        rng = np.random.default_rng(data.draw(st.integers(0, 2**31)))
        for _ in range(data.draw(st.integers(1, 12))):
            if data.draw(st.booleans()):
                chosen.select(data.draw(st.frozensets(st.sampled_from(KEYS))))
            else:
                key = data.draw(st.sampled_from(KEYS))
                if key in desk.measured and data.draw(st.booleans()):
                    del desk.measured[key]
                else:
                    counts = rng.integers(0, 3, (3, 3)).astype(np.int64)
                    desk.measured[key] = SparseMatrix.of(
                        ConfusionMatrix(counts, rng.integers(0, 2, 3).astype(np.int64))
                    )
                desk.entries_changed.emit([key])
            if data.draw(st.integers(0, 5)) == 0:
                desk.source = Desk.Source()  # another candidate
                desk.measured = {}
            expected = [desk.measured[key] for key in chosen.keys if key in desk.measured]
            found = chosen.comparison
            assert (found is None) == (not expected)
            if found is not None:
                assert found.matrix == sum((m.dense() for m in expected), ConfusionMatrix.zero(3))
                assert found.images == len(expected)
    finally:
        module._ONE_BY_ONE = before
