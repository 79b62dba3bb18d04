"""The options of a training run: whatever cannot be used is a sentence, before anything is read or written."""

from __future__ import annotations

import dataclasses
import math
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.errors import InputError
from segstudio.deeplab.runs.dataset import CROP_BOUNDS, Augmentation, Source, jitter_colour
from segstudio.deeplab.runs.train_config import BOUNDS, TrainConfig, check
from segstudio.deeplab.training import train
from tests.unit.deeplab.tiny_runs import tiny_run


@pytest.fixture
def config(tmp_path: Path) -> TrainConfig:
    """Of data that do not exist."""
    return tiny_run(tmp_path / "run", Source(tmp_path / "images", tmp_path / "labels"))


def test_every_number_has_its_bounds() -> None:
    numbers = {f.name for f in dataclasses.fields(TrainConfig) if f.type in ("int", "float")}
    assert numbers == BOUNDS.keys()
    in_crops = {f.name for f in dataclasses.fields(Augmentation)} - {"scale", "flip"}
    assert in_crops == CROP_BOUNDS.keys()


@pytest.mark.parametrize("name", BOUNDS)
def test_numbers_beyond_their_bounds_are_refused_and_those_at_them_are_not(
    config: TrainConfig, name: str
) -> None:
    bounds = BOUNDS[name]

    def with_value(value: float) -> TrainConfig:
        given: dict[str, Any] = {"frozen_norm": True, name: value}
        return dataclasses.replace(config, **given)

    with pytest.raises(InputError, match=f"^{bounds.what} is -"):
        train(with_value(bounds.low - 2))
    for odd in (math.nan, math.inf):
        with pytest.raises(InputError, match=f"^{bounds.what} is {odd}; it must be a finite number"):
            train(with_value(odd))
    if bounds.high < math.inf:
        with pytest.raises(InputError, match=f"between {bounds.low} and {bounds.high}\\.$"):
            train(with_value(bounds.high + 1))
        check(with_value(bounds.high))
    check(with_value(bounds.low))
    assert not config.out.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"crop": (0, 64)}, "The side of a crop is 0; it must lie between 1 and 32768."),
        ({"colour": 2.6}, "The strength of the colour jitter is 2.6; it must lie between 0 and 2.5."),
        ({"stretch": 1.0}, "between 0 and 0.9"),
        ({"rotate": math.inf}, "a finite number"),
        ({"rare": -0.1}, "between 0 and 1"),
        ({"scale": (1.2, 0.8)}, "1.2,0.8 is no range of zoom."),
        ({"scale": (0.04, 1.0)}, "between 0.05 and 20"),
        ({"scale": (1.0, math.nan)}, "1,nan is no range"),
    ],
)
def test_crops_that_cannot_be_drawn_are_refused(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as refused:
        dataclasses.replace(Augmentation(), **changed)
    assert said in str(refused.value)


def test_a_model_or_a_device_that_cannot_be_is_refused_at_once(config: TrainConfig) -> None:
    odd = dataclasses.replace(config.model, output_stride=20)
    with pytest.raises(InputError, match="Output stride 20"):
        train(dataclasses.replace(config, model=odd))
    with pytest.raises(InputError, match="cuda:77"):
        train(dataclasses.replace(config, device="cuda:77"))
    with pytest.raises(InputError, match=r"absent\.safetensors"):
        train(dataclasses.replace(config, initial=config.out.with_name("absent.safetensors")))
    assert not config.out.exists()


def test_the_strongest_colour_jitter_overflows_nowhere() -> None:
    image = np.arange(256, dtype=np.uint8).repeat(12).reshape(32, 32, 3)
    strongest = CROP_BOUNDS["colour"].high
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        jittered = [jitter_colour(image, strongest, np.random.default_rng(seed)) for seed in range(100)]
    assert len({crop.tobytes() for crop in jittered}) == 100
