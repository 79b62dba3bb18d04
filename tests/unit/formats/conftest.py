"""Labelled images on disk, and a way to write them in a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.label_png import write_label
from segstudio.formats.labelled import LabelledImage

Labels = dict[str, NDArray[np.uint8]]
Make = Callable[[Labels, ClassTable], list[LabelledImage]]


@pytest.fixture
def table() -> ClassTable:
    """Ids with a gap, an ignore index below the highest id, a name that needs quoting."""
    return ClassTable(
        (
            SegClass(0, "sky: blue", (10, 20, 30)),
            SegClass(1, "road", (200, 0, 0)),
            SegClass(4, '"car"', (0, 200, 0)),
            SegClass(12, "Baum – grün", (0, 0, 200)),
        ),
        ignore_index=11,
    )


@pytest.fixture
def labels() -> Labels:
    """Blobs with holes, single pixels, diagonal chains, ignored pixels; two folders."""
    rng = np.random.default_rng(3)
    values = np.array([0, 1, 4, 12, 11], np.uint8)
    blobs = np.repeat(np.repeat(rng.choice(values, (7, 9)), 4, 0), 4, 1)
    speckled = blobs.copy()
    spots = rng.random(blobs.shape) < 0.15
    speckled[spots] = rng.choice(values, spots.sum())
    return {"a": blobs, "deep/b": speckled, "empty": np.full((5, 6), 11, np.uint8)}


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def write(labels: Labels, table: ClassTable) -> list[LabelledImage]:
        items = []
        for key, label in labels.items():
            image, target = tmp_path / "images" / f"{key}.png", tmp_path / "labels" / f"{key}.png"
            image.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.repeat(label[:, :, None] * 10, 3, axis=2)).save(image)
            write_label(target, label, table)
            items.append(LabelledImage(key, image, target))
        return items

    return write
