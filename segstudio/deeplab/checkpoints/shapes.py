"""What the tensors of a model, by this program's names, tell of its parts: a state dict says no more."""

from __future__ import annotations

import re
from dataclasses import dataclass

import torch
from torch import Tensor

from segstudio.deeplab.backbones import TIMM_NAMES, build_backbone
from segstudio.deeplab.checkpoints.state_files import State
from segstudio.deeplab.dialects import Dialect
from segstudio.deeplab.model import Context, DecoderLevel

_BLOCKS = {  # blocks of layer3, bottlenecks or not -> ResNet
    (6, True): "resnet50",
    (23, True): "resnet101",
    (36, True): "resnet152",
    (2, False): "resnet18",
    (6, False): "resnet34",
}
_BODY = "backbone.body."


@dataclass(frozen=True)
class ContextShape:
    """The context module: which, and how many channels it gives."""

    kind: Context
    width: int


def backbone_of(state: State, said: str = "") -> str | None:
    """Its name; `said`: what stands beside the file. None where the tensors are those of no known one.

    Of timm's models it is the first in TIMM_NAMES that has tensors of these names and shapes.
    """
    if any(key.startswith(_BODY) for key in state):
        return said or next((name for name in TIMM_NAMES if _is_body_of(name, state)), None)
    blocks = {m.group(1) for k in state if (m := re.match(r"backbone\.layer3\.(\d+)\.", k))}
    if blocks:
        return _BLOCKS.get((len(blocks), "backbone.layer3.0.conv3.weight" in state))
    if "backbone.17.conv.0.0.weight" in state:
        return "mobilenet_v2"
    return "mobilenet_v3_large" if "backbone.16.0.weight" in state else None


def _is_body_of(name: str, state: State) -> bool:
    with torch.device("meta"):
        own = build_backbone(name, 16).state_dict()
    return _shapes(own, "body.") == _shapes(state, _BODY)


def _shapes(state: State, prefix: str) -> dict[str, torch.Size]:
    return {
        key.removeprefix(prefix): tensor.shape
        for key, tensor in state.items()
        if key.startswith(prefix) and not key.endswith("num_batches_tracked")
    }


def context_of(state: State, prefix: str) -> ContextShape:
    """Raises LookupError where there is no context module under `prefix`."""
    if f"{prefix}project.0.weight" not in state:
        return ContextShape("none", int(state[f"{prefix}0.weight"].shape[0]))
    branches = {m.group(1) for k in state if (m := re.match(rf"{re.escape(prefix)}convs\.(\d+)\.", k))}
    pooling = state.get(f"{prefix}convs.{len(branches) - 1}.1.weight")
    kind: Context = "aspp" if pooling is not None and pooling.ndim == 4 else "spp"
    return ContextShape(kind, int(state[f"{prefix}project.0.weight"].shape[0]))


def decoder_of(state: State, backbone: str, stride: int, dialect: Dialect) -> tuple[DecoderLevel, ...]:
    """The levels of a decoder, each at the coarsest finer map of the backbone that has the channels which it takes.

    Raises LookupError for a level that fits none.
    """
    with torch.device("meta"):
        taps = build_backbone(backbone, stride, dialect).taps[:-1]
    levels: list[DecoderLevel] = []
    while (reduce := state.get(f"decoder.{len(levels)}.reduce.0.weight")) is not None:
        refine: Tensor = state[f"decoder.{len(levels)}.refine.1.weight"]
        below = levels[-1].stride if levels else stride
        fitting = [tap.stride for tap in taps if tap.channels == reduce.shape[1] and tap.stride < below]
        if not fitting:
            raise LookupError(f"no map of {backbone} has {reduce.shape[1]} channels")
        levels.append(DecoderLevel(max(fitting), int(reduce.shape[0]), int(refine.shape[0])))
    return tuple(levels)
