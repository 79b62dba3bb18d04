"""How unsure a model is of an image."""

from __future__ import annotations

import numpy as np
import pytest

from segstudio.core.classes import table_of
from segstudio.core.prediction import Prediction
from segstudio.engine.evaluation.doubts import uncertainty


def test_uncertainty_is_one_minus_the_best_probability() -> None:
    table = table_of(["a", "b"])
    even = Prediction.from_logits(np.zeros((2, 3, 3), np.float32), (6, 6), table, "m", "m")
    assert uncertainty(even) == pytest.approx(0.5)
    logits = np.zeros((2, 3, 3), np.float32)
    logits[0] = 4.0
    sure = Prediction.from_logits(logits, (6, 6), table, "m", "m")
    assert uncertainty(sure) == pytest.approx(1 - 1 / (1 + np.exp(-4.0)), abs=2e-3)
    assert uncertainty(sure) == pytest.approx(1 - float(sure.confidence().mean()) / 255, abs=5e-3)
