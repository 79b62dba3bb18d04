"""Labels from which nothing, or nothing of a class, can be learnt."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.errors import InputError
from segstudio.deeplab.runs.dataset import Source
from segstudio.deeplab.training import BEST, train
from tests.unit.deeplab.tiny_runs import TABLE, Pair, tiny_run, write_pairs

Labelled = Callable[[int], Source]


@pytest.fixture
def labelled(tmp_path: Path) -> Labelled:
    """Two 32×32 pictures that are of one class, or of none."""

    def make(value: int) -> Source:
        folder = tmp_path / f"of_{value}"
        folder.mkdir()
        image, label = np.zeros((32, 32, 3), np.uint8), np.full((32, 32), value, np.uint8)
        pairs: list[Pair] = [(image, label), (image, label)]
        return write_pairs(folder, pairs)

    return make


def test_training_labels_that_are_all_void_are_refused(labelled: Labelled, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"training labels.*void") as refused:
        train(tiny_run(tmp_path / "run", labelled(TABLE.ignore_index)))
    assert "of_9" in str(refused.value)
    assert not (tmp_path / "run" / BEST).exists()


def test_validation_labels_that_are_all_void_are_refused(labelled: Labelled, tmp_path: Path) -> None:
    """No epoch would be the best."""
    config = tiny_run(tmp_path / "run", labelled(1))
    with pytest.raises(InputError, match=r"validation labels.*void"):
        train(dataclasses.replace(config, validation=labelled(TABLE.ignore_index)))


def test_classes_without_a_pixel_are_named(labelled: Labelled, tmp_path: Path) -> None:
    heard: list[str] = []
    train(tiny_run(tmp_path / "run", labelled(1)), notice=heard.append)
    (sentence,) = heard
    assert "ground" in sentence
    assert "ball" in sentence
    assert "box" not in sentence
