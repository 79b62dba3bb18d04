"""A folder of somebody else's labels as what is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.label_png import write_label
from segstudio.engine.evaluation.candidates import CandidateKind, FolderSource
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.index import Index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "index.sqlite")
    yield made
    made.close()


@pytest.mark.parametrize("value", [0, 31, 32, 40, 255])
def test_figures_are_kept_apart_when_any_value_is_mapped_to_another_class(
    value: int, index: Index, tmp_path: Path, table: ClassTable
) -> None:
    write_label(tmp_path / "said" / "a.png", np.zeros((4, 4), np.uint8), table)
    entry = ImageEntry("a", str(tmp_path / "a.jpg"), str(tmp_path / "labels" / "a.png"))
    lookup = np.arange(256).astype(np.uint8)
    source = replace(
        FolderSource.open(tmp_path / "said", CandidateKind.PREDICTIONS, table, index), lookup=lookup
    )
    mapped = lookup.copy()
    mapped[value] = 7
    other = replace(source, lookup=mapped)
    assert source.key(entry) != other.key(entry)
    assert source.key(entry) == replace(source, lookup=lookup.copy()).key(entry)
