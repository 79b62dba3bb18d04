"""What a training run begins with, and what it refuses to keep."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from segstudio.core.errors import WorkError
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
from segstudio.deeplab.model import build_model
from segstudio.deeplab.runs.dataset import Source
from segstudio.deeplab.runs.run_folder import BEST, LAST
from segstudio.deeplab.training import train
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.tiny_runs import TABLE, TINY, tiny_run, write_pairs


@pytest.fixture
def source(tmp_path: Path) -> Source:
    rng = np.random.default_rng(4)
    pairs = [
        (rng.integers(0, 256, (40, 48, 3), np.uint8), rng.integers(0, 3, (40, 48), np.uint8))
        for _ in range(2)
    ]
    (tmp_path / "data").mkdir()
    return write_pairs(tmp_path / "data", pairs)


@pytest.mark.parametrize("dialect", ["smp", "vainf"])
@torch.no_grad()
def test_weights_of_another_dialect_go_on_in_it(source: Source, tmp_path: Path, dialect: str) -> None:
    torch.manual_seed(0)
    theirs = replace(TINY, dialect=dialect, rates=(3, 5, 8))
    begin = tmp_path / "theirs.safetensors"
    save_model(begin, build_model(theirs).state_dict(), ModelDescription(theirs, TABLE, "theirs"))
    with torch.enable_grad():
        train(tiny_run(tmp_path / "run", source, initial=begin, learning_rate=0.0, frozen_norm=True))
    trained, x = load_file(tmp_path / "run" / BEST), torch.randn(1, 3, 49, 65)
    assert trained.description.config.rates == (3, 5, 8)
    assert torch.equal(trained.model.eval()(x), load_file(begin).model.eval()(x))


def test_rates_reach_as_far_at_another_output_stride(source: Source, tmp_path: Path) -> None:
    theirs = replace(TINY, rates=(4, 6, 10))
    begin = tmp_path / "theirs.safetensors"
    save_model(begin, build_model(theirs).state_dict(), ModelDescription(theirs, TABLE, "theirs"))
    run = tiny_run(tmp_path / "run", source, initial=begin, model=replace(TINY, output_stride=8))
    train(run)
    assert load_file(tmp_path / "run" / BEST).description.config.rates == (8, 12, 20)


def test_weights_that_the_last_step_of_an_epoch_spoiled_are_not_kept(
    source: Source, tmp_path: Path
) -> None:
    run = tiny_run(tmp_path / "run", source, optimiser="sgd", learning_rate=3e38, weight_decay=1e6)
    with pytest.raises(WorkError, match="no longer a number at step 1"):
        train(run)
    assert not (run.out / BEST).exists()
    assert not (run.out / LAST).exists()
