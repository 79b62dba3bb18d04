"""Who said what a pixel is: one uint8 code per pixel beside the class id."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EMPTY = 0
"""Nobody has said anything yet; the eraser returns to it."""
MODEL = 1
"""The model's proposal, not looked at."""
HUMAN = 2
"""Painted by a person, the ignore class ('void on purpose') included."""
CONFIRMED = 3
"""Proposed by the model and confirmed by a person."""


def reviewed(provenance: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where a person painted or confirmed, as a mask of the same shape."""
    return provenance >= HUMAN


def of_proposal(proposal: NDArray[np.uint8], ignore_index: int) -> NDArray[np.uint8]:
    """MODEL where a proposal (uint8, any shape) says a class; EMPTY where it is the ignore index and says nothing."""
    return np.where(proposal == ignore_index, np.uint8(EMPTY), np.uint8(MODEL))
