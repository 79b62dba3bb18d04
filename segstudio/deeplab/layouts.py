"""Checkpoints of other programs: recognised by their keys, renamed to ours, and described from their shapes.

A layout is a row of `LAYOUTS`. Nothing in it lists tensors one by one: a few patterns rename whole parts of a model.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import Tensor

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import InputError
from segstudio.core.presets import read_class_file
from segstudio.deeplab.checkpoint import ModelDescription
from segstudio.deeplab.layers import aspp_rates
from segstudio.deeplab.model import DecoderLevel, ModelConfig
from segstudio.deeplab.state_files import State

_TORCHVISION_RATES = (12, 24, 36)
"""torchvision's head has them at output stride 8 and 16 alike, and so has segmentation_models.pytorch's."""


_VIEW_PIXELS = 1 << 20
"""These programs train on whole photographs of about 500 pixels a side: a larger one is the same view, seen larger."""

MOST_CLASSES = 255


@dataclass(frozen=True)
class Layout:
    """How a program names the tensors of its DeepLab.

    `signature`: patterns that all occur among the keys. `renames`: (pattern, replacement) that bring keys to ours, each
    applied once to every key. `strides`: output stride of DeepLabV3 and of V3+ where the file does not say; None: told
    by the backbone. `rates`: the same for the atrous rates; None: those that fit the stride.
    """

    program: str
    signature: tuple[str, ...]
    renames: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    dialect: str = ""
    strides: tuple[int, int] | None = None
    rates: tuple[int, ...] | None = _TORCHVISION_RATES


@dataclass(frozen=True)
class Recognised:
    """Tensors by our names, what they are, and sentences about what had to be assumed."""

    state: State
    description: ModelDescription
    notices: tuple[str, ...] = ()


_SMP_ENCODER = ((r"^encoder\.(features\.)?", "backbone."), (r"^backbone\.model\.", "backbone.body."))

LAYOUTS = (
    Layout(
        "torchvision",
        (r"^backbone\.(layer4|16)\.", r"^classifier\.0\.convs\.", r"^classifier\.4\.weight$"),
        ignored=(r"^aux_classifier\.",),
    ),
    Layout(
        "segmentation_models.pytorch (DeepLabV3+)",
        (r"^encoder\.", r"^decoder\.aspp\.0\.convs\.", r"^decoder\.block2\.", r"^segmentation_head\.0\."),
        (
            *_SMP_ENCODER,
            (r"^decoder\.aspp\.0\.", "context."),
            (r"^decoder\.aspp\.1\.", "refined.0."),
            (r"^decoder\.aspp\.2\.", "refined.1."),
            (r"^decoder\.block1\.", "decoder.0.reduce."),
            (r"^decoder\.block2\.", "decoder.0.refine."),
            (r"^segmentation_head\.0\.", "classifier."),
        ),
        ignored=(r"^classification_head\.",),
        dialect="smp",
        strides=(8, 16),
    ),
    Layout(
        "segmentation_models.pytorch (DeepLabV3)",
        (r"^encoder\.", r"^decoder\.(aspp|0)\.convs\.", r"^segmentation_head\.0\."),
        (
            *_SMP_ENCODER,
            (r"^decoder\.(aspp|0)\.", "classifier.0."),
            (r"^decoder\.(conv|1)\.", "classifier.1."),
            (r"^decoder\.(bn|2)\.", "classifier.2."),
            (r"^segmentation_head\.0\.", "classifier.4."),
        ),
        ignored=(r"^classification_head\.",),
        dialect="smp",
        strides=(8, 16),
    ),
    Layout(
        "VainF DeepLabV3Plus-Pytorch (DeepLabV3+)",
        (r"^backbone\.", r"^classifier\.aspp\.convs\.", r"^classifier\.project\.0\."),
        (
            (r"^backbone\.(low|high)_level_features\.", "backbone."),
            (r"\.body\.", "."),
            (r"^classifier\.aspp\.", "context."),
            (r"^classifier\.project\.", "decoder.0.reduce."),
            (r"^classifier\.classifier\.3\.", "#"),  # set aside, as the next pattern would take it
            (r"^classifier\.classifier\.", "decoder.0.refine."),
            (r"^#", "classifier."),
        ),
        dialect="vainf",
        strides=(16, 16),
        rates=None,
    ),
    Layout(
        "VainF DeepLabV3Plus-Pytorch (DeepLabV3)",
        (r"^backbone\.", r"^classifier\.classifier\.0\.convs\."),
        (
            (r"^backbone\.(low|high)_level_features\.", "backbone."),
            (r"\.body\.", "."),
            (r"^classifier\.classifier\.", "classifier."),
        ),
        dialect="vainf",
        strides=(16, 16),
        rates=None,
    ),
)

KNOWN = (
    "its own checkpoints, torchvision's DeepLabV3, and DeepLabV3 and V3+ of segmentation_models.pytorch and of "
    "VainF's DeepLabV3Plus-Pytorch on ResNet and MobileNet backbones"
)


def recognise(state: State, path: Path) -> Recognised:
    """What a state dict without a description is. Raises InputError when it is no DeepLab that is known."""
    for layout in LAYOUTS:
        if all(any(re.search(pattern, key) for key in state) for pattern in layout.signature):
            return _recognised(layout, state, path)
    raise InputError(f"{path} is no DeepLab that this program knows. It reads {KNOWN}.")


def _recognised(layout: Layout, state: State, path: Path) -> Recognised:
    renamed = {}
    for key, tensor in state.items():
        if any(re.search(pattern, key) for pattern in layout.ignored):
            continue
        for pattern, replacement in layout.renames:
            key = re.sub(pattern, replacement, key)  # noqa: PLW2901  # step by step
        renamed[key] = tensor
    said = _said_beside(path) if layout.dialect == "smp" else {}
    try:
        config, assumed = _describe(layout, renamed, said, path)
    except (LookupError, ValueError, TypeError) as error:  # a tensor that is missing or of no such shape
        raise InputError(_foreign(layout, path)) from error
    table, names_assumed = _classes(path, config.num_classes)
    notices = [text for text in (assumed, names_assumed) if text]
    return Recognised(renamed, ModelDescription(config, table, path.stem), tuple(notices))


def _describe(
    layout: Layout, state: State, said: dict[str, Any], path: Path
) -> tuple[ModelConfig, str | None]:
    """The configuration from shapes, from what is `said` beside the file, and from the program's defaults."""
    plus = "decoder.0.refine.1.weight" in state
    context = "context." if plus else "classifier.0."
    last = state.get("classifier.weight" if plus else "classifier.4.weight")
    width = state.get(f"{context}project.0.weight")
    backbone = _backbone_of(state, said)
    if backbone is None or last is None or last.ndim != 4 or width is None:
        raise InputError(_foreign(layout, path))
    if last.shape[0] > MOST_CLASSES:
        raise InputError(
            f"{path} has {last.shape[0]} classes; labels of this program hold {MOST_CLASSES} at most."
        )
    stride, assumed = _stride(layout, backbone, said, path, plus=plus)
    rates = tuple(said.get("decoder_atrous_rates") or layout.rates or aspp_rates(stride))
    decoder: tuple[DecoderLevel, ...] = ()
    if plus:
        low, refine = state["decoder.0.reduce.0.weight"], state["decoder.0.refine.1.weight"]
        decoder = (DecoderLevel(4, int(low.shape[0]), int(refine.shape[0])),)
    config = ModelConfig(
        architecture="deeplabv3plus" if plus else "deeplabv3",
        backbone=backbone,
        num_classes=int(last.shape[0]),
        output_stride=stride,
        separable=f"{context}convs.1.0.1.weight" in state,
        context_channels=int(width.shape[0]),
        rates=rates,
        decoder=decoder,
        dropout=0.5,
        dialect=layout.dialect,
        working_pixels=_VIEW_PIXELS,
    )
    if not assumed:
        return config, None
    return config, (
        f"{path.name} does not say its output stride and atrous rates: {stride} and "
        f"{', '.join(map(str, rates))}, the defaults of {layout.program}, are assumed."
    )


def _foreign(layout: Layout, path: Path) -> str:
    return (
        f"{path} has the keys of {layout.program}, but its backbone or head is none that this program knows. "
        f"It reads {KNOWN}."
    )


def _stride(
    layout: Layout, backbone: str, said: dict[str, Any], path: Path, *, plus: bool
) -> tuple[int, bool]:
    """The output stride, and whether it is only assumed."""
    if layout.strides is None:
        return (16 if backbone == "mobilenet_v3_large" else 8), False
    if "encoder_output_stride" in said:
        return int(said["encoder_output_stride"]), False
    if named := re.search(r"os(8|16)(?!\d)", path.stem):  # VainF's training writes it into the name
        return int(named.group(1)), False
    return layout.strides[plus], True


_BLOCKS = {  # blocks of layer3, bottlenecks or not -> ResNet
    (6, True): "resnet50",
    (23, True): "resnet101",
    (36, True): "resnet152",
    (2, False): "resnet18",
    (6, False): "resnet34",
}


def _backbone_of(state: Mapping[str, Tensor], said: dict[str, Any]) -> str | None:
    name = str(said.get("encoder_name", ""))
    if any(key.startswith("backbone.body.") for key in state):
        return name.removeprefix("tu-") if name.startswith("tu-") else None
    blocks = {m.group(1) for k in state if (m := re.match(r"backbone\.layer3\.(\d+)\.", k))}
    if blocks:
        return _BLOCKS.get((len(blocks), "backbone.layer3.0.conv3.weight" in state))
    if "backbone.17.conv.0.0.weight" in state:
        return "mobilenet_v2"
    return "mobilenet_v3_large" if "backbone.16.0.weight" in state else None


def _said_beside(path: Path) -> dict[str, Any]:
    """segmentation_models.pytorch's config.json beside its model.safetensors; empty without one."""
    try:
        values = json.loads((path.parent / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    ours = isinstance(values, dict) and str(values.get("_model_class", "")).startswith("DeepLab")
    return values if ours else {}


def _classes(path: Path, count: int) -> tuple[ClassTable, str | None]:
    """From `<stem>.classes.txt` beside the checkpoint; else numbered. Raises InputError when it has another number."""
    beside = path.with_name(f"{path.stem}.classes.txt")
    if not beside.is_file():
        return table_of(f"class {i}" for i in range(count)), (
            f"{path.name} does not name its {count} classes; they are called class 0 … class {count - 1}. "
            f"Names in {beside.name} beside it are read."
        )
    table = read_class_file(beside)
    if table.num_classes != count:
        raise InputError(f"{beside} names {table.num_classes} classes, and the model has {count}.")
    return table, None
