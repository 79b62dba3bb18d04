"""Logit adjustment: the law of the softmax, the right bias of both architectures, and what a run keeps."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.classes import table_of
from segstudio.core.errors import InputError
from segstudio.deeplab.model import ModelConfig, build_model
from segstudio.deeplab.runs.adjustment import adjusted, adjusted_state
from segstudio.deeplab.runs.losses import class_weights
from segstudio.deeplab.runs.run_folder import BEST
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.training import train
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.tiny_runs import TINY, state_of, tiny_run, write_pairs


@given(seed=st.integers(0, 10_000), classes=st.integers(1, 6), share=st.floats(0, 1))
def test_the_softmax_is_divided_by_the_weights(seed: int, classes: int, share: float) -> None:
    generator = torch.Generator().manual_seed(seed)
    logits = torch.randn(5, classes, generator=generator, dtype=torch.float64)
    weights = torch.rand(classes, generator=generator) * 9 + 0.1
    expected = logits.softmax(1) / weights.double() ** share
    torch.testing.assert_close(
        adjusted(logits, weights, share).softmax(1), expected / expected.sum(1, keepdim=True)
    )


@pytest.mark.parametrize("architecture", ["deeplabv3plus", "deeplabv3"])
def test_the_logits_of_a_model_are_adjusted_and_nothing_else(architecture: str) -> None:
    torch.manual_seed(0)
    config = ModelConfig.from_dict({**TINY.to_dict(), "num_classes": 2, "architecture": architecture})
    model = build_model(config).eval()
    weights, image = torch.tensor([0.5, 4.0]), torch.randn(1, 3, 32, 32)
    raw = {k: v.clone() for k, v in model.state_dict().items()}
    state = adjusted_state(model.state_dict(), weights, 0.7)
    with torch.no_grad():
        before = model(image)
        model.load_state_dict(state)
        after = model(image)
    shift = (0.7 * weights.log()).view(1, 2, 1, 1).expand_as(before)
    torch.testing.assert_close(before - after, shift)
    assert sum(not torch.equal(raw[k], state[k]) for k in raw) == 1


@pytest.fixture
def config(tmp_path: Path) -> TrainConfig:
    """Four 32×32 pictures, a tenth of them the second class."""
    label = np.zeros((32, 32), np.uint8)
    label[:, :3] = 1
    image = np.repeat(label[:, :, None] * 200, 3, 2)
    table = table_of(["much", "little"])
    source = write_pairs(tmp_path, [(image, label)] * 4, table)
    return tiny_run(tmp_path / "plain", source, table, validation=source, class_balance=1.0)


def test_the_kept_model_is_adjusted_and_the_run_goes_on_with_the_raw_one(
    config: TrainConfig, tmp_path: Path
) -> None:
    whole = dataclasses.replace(config, out=tmp_path / "whole", adjust=1.0)
    train(config)
    train(whole)
    states = [state_of(c) for c in (config, whole)]
    for key in ("model", "average"):
        assert all(torch.equal(states[0][key][k], v) for k, v in states[1][key].items())
    plain, kept = (load_file(c.out / BEST).model.state_dict()["classifier.bias"] for c in (config, whole))
    weights = class_weights(torch.tensor([29 * 32, 3 * 32]), 1.0)
    torch.testing.assert_close(plain - kept, weights.log())
    torch.testing.assert_close(plain, states[1]["average"]["classifier.bias"])


def test_a_share_out_of_range_is_a_sentence(config: TrainConfig) -> None:
    with pytest.raises(InputError, match="between 0 and 1"):
        train(dataclasses.replace(config, adjust=1.5))
