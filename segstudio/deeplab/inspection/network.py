"""What holds for a model whatever the image shows: fields of view, rates against the map's size, cost by part."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import lru_cache

import torch
from torch import nn

from segstudio.core.inspection import Cost, ModelFacts, PartCost, RateWeights
from segstudio.deeplab.layers import ASPP
from segstudio.deeplab.model import Model, ModelConfig
from segstudio.deeplab.receptive_field import (
    convolution_costs,
    degenerate_rates,
    ghost_image,
    ghost_of,
    receptive_fields,
    valid_weights,
)
from segstudio.deeplab.weights import LoadedModel

REFERENCE_SIZE = (512, 512)
"""Height and width that facts are told for while there is no image."""

_KERNEL = 3
_PARTS = (("backbone", "backbone"), ("context", "context"), ("classifier.0", "context"), ("refined", "context"),
          ("decoder", "decoder"), ("classifier", "classifier"))  # fmt: skip
"""Beginnings of module names and the part that they belong to; the first that fits holds."""


def model_facts(
    loaded: LoadedModel, image_size: tuple[int, int] | None, input_size: tuple[int, int]
) -> ModelFacts:
    """`image_size`: (height, width), None while there is no image; `input_size`: what the network is given of it.

    Takes a fraction of a second the first time for a size (runs without content), then nothing.
    """
    config = loaded.description.config
    parameters = sum(p.numel() * 4 for p in loaded.model.parameters())
    return dataclasses.replace(
        _facts(config, input_size),
        name=loaded.description.name,
        model_id=loaded.model_id,
        image_size=image_size or REFERENCE_SIZE,
        reference=image_size is None,
        memory_bytes=parameters,
    )


@lru_cache(16)
def _facts(config: ModelConfig, size: tuple[int, int]) -> ModelFacts:
    """All that the weights do not change."""
    model = ghost_of(config)
    rates = _rates(model)
    feature = _feature_size(model, size)
    costs, swapped = _costs(config, size)
    return ModelFacts(
        name="",
        model_id="",
        architecture=config.architecture,
        backbone=config.backbone,
        context=config.context,
        separable=config.separable,
        dialect=config.dialect,
        output_stride=config.output_stride,
        rates=rates,
        image_size=size,
        input_size=size,
        feature_size=feature,
        reference=True,
        fields=receptive_fields(model, size),
        valid_weights=rate_curve(rates, *feature),
        warnings=rate_warnings(rates, *feature),
        costs=costs,
        swapped=swapped,
        memory_bytes=0,
    )


def _rates(model: nn.Module) -> tuple[int, ...]:
    return next((m.rates for m in model.modules() if isinstance(m, ASPP)), ())


def _feature_size(model: Model, size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the map that the context module sees."""
    with torch.no_grad():
        height, width = model.backbone(ghost_image(model, size))[-1].shape[-2:]
    return int(height), int(width)


def rate_curve(rates: tuple[int, ...], height: int, width: int) -> tuple[RateWeights, ...]:
    """Rates 1 … the longer side of a height×width map, and the model's own ones beyond it."""
    wanted = sorted({*range(1, max(height, width) + 1), *rates})
    return tuple(rate_weights(rate, rate in rates, height, width) for rate in wanted)


def rate_weights(rate: int, own: bool, height: int, width: int) -> RateWeights:
    shares = valid_weights(_KERNEL, rate, height, width)
    whole, centre = shares.get(_KERNEL * _KERNEL, 0.0), shares.get(1, 0.0)
    mean = sum(n * share for n, share in shares.items())
    return RateWeights(rate, own, whole, max(0.0, 1.0 - whole - centre), centre, mean)


def rate_warnings(rates: tuple[int, ...], height: int, width: int) -> tuple[str, ...]:
    """A sentence for the rates that are 1×1 convolutions on this map, and one for those that are so along one axis."""
    gone = degenerate_rates(rates, height, width)
    thin = tuple(rate for rate in rates if rate >= min(height, width) and rate not in gone)
    sentences = []
    where = f"At a feature size of {width}×{height} cells"
    if gone:
        sentences.append(
            f"{where}, the 3×3 kernel at {_named(gone)} has only its centre weight inside the map: it is a 1×1 "
            "convolution and adds no context (DeepLabV3 section 3.3). Use a larger image or smaller rates."
        )
    if thin:
        axis, three = ("left and right", "3×1") if height > width else ("above and below", "1×3")
        sentences.append(
            f"{where}, the 3×3 kernel at {_named(thin)} reaches past the map {axis} of every cell: it is at most a "
            f"{three} one."
        )
    return tuple(sentences)


def _named(rates: tuple[int, ...]) -> str:
    if len(rates) == 1:
        return f"rate {rates[0]}"
    return f"rates {', '.join(map(str, rates[:-1]))} and {rates[-1]}"


def _costs(config: ModelConfig, size: tuple[int, int]) -> tuple[tuple[PartCost, ...], PartCost]:
    """Of each part of the model with dense and with separable convolutions in its head, the backbone being the same in
    both; and of the convolutions alone that are not: those have other names."""
    dense, separable = (
        convolution_costs(ghost_of(dataclasses.replace(config, separable=kind)), size)
        for kind in (False, True)
    )
    by_part = part_costs(dense), part_costs(separable)
    swapped = PartCost(
        "3×3 alone",
        sum((cost for name, cost in dense.items() if name not in separable), Cost(0, 0)),
        sum((cost for name, cost in separable.items() if name not in dense), Cost(0, 0)),
    )
    return tuple(PartCost(part, by_part[0][part], by_part[1][part]) for part in by_part[0]), swapped


def part_costs(costs: Mapping[str, Cost]) -> dict[str, Cost]:
    """The sums over the modules of each part."""
    found: dict[str, Cost] = {}
    for name, cost in costs.items():
        part = next(part for prefix, part in _PARTS if name.startswith(prefix))
        found[part] = found.get(part, Cost(0, 0)) + cost
    return found
