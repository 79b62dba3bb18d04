"""Counts of an image and of a data set, and what makes a comparison of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from segstudio.engine.evaluation.comparison import Comparison

Make = Callable[..., Comparison]

IMAGE = np.array([[70, 20, 10], [0, 0, 0], [5, 0, 45]], np.int64)
DATASET = np.array([[700, 200, 100], [30, 900, 70], [50, 0, 450]], np.int64)
