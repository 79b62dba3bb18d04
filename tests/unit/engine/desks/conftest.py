"""What tests of the evaluation share: a second person's labels, and figures that are counted from scratch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.label_png import read_label, write_label
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.metrics.confusion import ConfusionMatrix

KEYS = [f"scene_{n:03}" for n in range(1, 5)]


@pytest.fixture
def second(tmp_path: Path, table: ClassTable) -> Callable[..., Path]:
    """Writes a second person's labels for the first `count` images: the truth with a stripe of void and one of car."""

    def write(root: Path, count: int = 4, name: str = "second") -> Path:
        for number, key in enumerate(KEYS[:count]):
            label = read_label(root / "labels" / f"{key}.png")
            label[:5] = 255
            label[20 + number : 30, ::2] = 2
            write_label(tmp_path / name / f"{key}.png", label, table)
        return tmp_path / name

    return write


def independent(root: Path, other: Path, keys: list[str], *, void_counts: bool) -> ConfusionMatrix:
    total = ConfusionMatrix.zero(3)
    for key in keys:
        truth, said = (read_label(folder / f"{key}.png") for folder in (root / "labels", other))
        if not void_counts:
            truth = np.where(said == 255, 255, truth).astype(np.uint8)
        total += ConfusionMatrix.from_labels(truth, said, 3)
    return total


def compared(session: Session, pump: Pump, images: int) -> Comparison:
    def there() -> bool:
        found = session.dataset_comparison
        return found is not None and found.images == images and not found.images_pending

    pump.until(there)
    found = session.dataset_comparison
    assert found is not None
    return found
