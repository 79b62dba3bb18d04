"""Checkpoints of other programs: recognised by their keys, renamed to ours, and described from their shapes.

A layout is a row of `LAYOUTS`. Nothing in it lists tensors one by one: a few patterns rename whole parts of a model.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import timm

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import InputError
from segstudio.core.presets import read_class_file
from segstudio.core.wording import joined, worded
from segstudio.deeplab.backbones import TORCHVISION_NAMES
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription
from segstudio.deeplab.checkpoints.shapes import backbone_of, context_of, decoder_of
from segstudio.deeplab.checkpoints.state_files import State
from segstudio.deeplab.description import checked
from segstudio.deeplab.dialects import dialect_of
from segstudio.deeplab.layers import aspp_rates
from segstudio.deeplab.model import DecoderLevel, ModelConfig

_TORCHVISION_RATES = (12, 24, 36)
"""torchvision's head has them at output stride 8 and 16 alike, and so has segmentation_models.pytorch's."""

_VIEW_PIXELS = 1 << 20
"""These programs train on whole photographs of about 500 pixels a side: a larger one is the same view, seen larger."""

MOST_CLASSES = 255
_NAMED = 3
"""Tensors that a sentence names."""


def few(names: list[str]) -> str:
    """The first of many names, and how many more there are."""
    first = ", ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return first
    return worded("{names} and {count} more", names=first, count=len(names) - _NAMED)


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


_AUXILIARY = r"^aux_classifier\."  # only torchvision's training has one

_SMP_ENCODER = ((r"^encoder\.(features\.)?", "backbone."), (r"^backbone\.model\.", "backbone.body."))

_OWN = "this program"

LAYOUTS = (
    Layout(
        _OWN,
        (r"^backbone\.", r"^context\.", r"^decoder\.0\.reduce\.0\.weight$", r"^classifier\.weight$"),
        strides=(16, 16),
        rates=None,
    ),
    Layout(
        "torchvision",
        (
            r"^backbone\.(layer4|16\.0)\.",
            r"^classifier\.0\.convs\.1\.0\.weight$",  # dense
            r"^classifier\.0\.convs\.4\.1\.weight$",  # pools the image
            r"^classifier\.4\.weight$",
        ),
        ignored=(_AUXILIARY,),
    ),
    Layout(
        _OWN,
        (r"^backbone\.", r"^classifier\.0\.", r"^classifier\.4\.weight$"),
        strides=(16, 16),
        rates=None,
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
    "its own checkpoints, state dicts of its own models on the backbones that it knows by their shapes, torchvision's "
    "DeepLabV3, and DeepLabV3 and V3+ of segmentation_models.pytorch and of VainF's DeepLabV3Plus-Pytorch on ResNet and "
    "MobileNet backbones"
)


def recognise(state: State, path: Path) -> Recognised:
    """What a state dict without a description is. Raises InputError when it is no DeepLab that is known.

    A training program may keep other tensors beside the model (a loss's weights, the mean of images); they are left
    out, and named.
    """
    for prefix in _prefixes(state):
        inner = {key.removeprefix(prefix): value for key, value in state.items() if key.startswith(prefix)}
        for layout in LAYOUTS:
            if all(any(re.search(pattern, key) for key in inner) for pattern in layout.signature):
                found = _recognised(layout, inner, path)
                others = [key for key in state if not key.startswith(prefix)]
                return replace(found, notices=(*found.notices, *_left_out(others, path)))
    raise InputError(
        worded("{path} is no DeepLab that this program knows. It reads {known}.", path=path, known=KNOWN)
    )


def _prefixes(state: State) -> list[str]:
    """What stands before the names of a model's parts, the most frequent first; '' where nothing does."""
    found = (re.match(r"((?:[^.]+\.)*?)(?:backbone|encoder)\.", key) for key in state)
    return [prefix for prefix, _ in Counter(m.group(1) for m in found if m).most_common()]


def _left_out(keys: list[str], path: Path) -> list[str]:
    if not keys:
        return []
    return [
        worded(
            "{name} also holds {keys}, no part of the model and left out.", name=path.name, keys=few(keys)
        )
    ]


def _recognised(layout: Layout, state: State, path: Path) -> Recognised:
    renamed = {}
    for key, tensor in state.items():
        if any(re.search(pattern, key) for pattern in layout.ignored):
            continue
        for pattern, replacement in layout.renames:
            key = re.sub(pattern, replacement, key)  # noqa: PLW2901  # step by step
        renamed[key] = tensor
    said = _said_beside(path) if layout.dialect == "smp" else {}
    certain = any(re.search(_AUXILIARY, key) for key in state)
    try:
        config, assumed = _describe(layout, renamed, said, path, certain=certain)
    except (LookupError, ValueError, TypeError) as error:  # a tensor that is missing or of no such shape
        raise InputError(_foreign(layout, path)) from error
    table, names_assumed = _classes(path, config.num_classes)
    notices = (*assumed, *([names_assumed] if names_assumed else []))
    return Recognised(renamed, ModelDescription(config, table, path.stem), notices)


def _describe(
    layout: Layout, state: State, said: dict[str, Any], path: Path, *, certain: bool
) -> tuple[ModelConfig, list[str]]:
    """The configuration from shapes, from what is `said` beside the file, and from the program's defaults, and what
    had to be assumed; `certain`: it is surely the program's."""
    plus = "decoder.0.refine.1.weight" in state
    context = "context." if plus else "classifier.0."
    last = state.get("classifier.weight" if plus else "classifier.4.weight")
    backbone = backbone_of(state, _said_encoder(said))
    if backbone is None or last is None or last.ndim != 4:
        raise InputError(_foreign(layout, path))
    if last.shape[0] > MOST_CLASSES:
        raise InputError(
            worded(
                "{path} has {classes} classes; labels of this program hold {most_classes} at most.",
                path=path,
                classes=last.shape[0],
                most_classes=MOST_CLASSES,
            )
        )
    usual = _usual_stride(layout, backbone, plus=plus)
    stated = _stated_stride(said, path)
    stride = stated or usual
    # torchvision's rates are fixed only at its own stride
    fixed = layout.rates if layout.strides or stride == usual else None
    rates = said.get("decoder_atrous_rates") or fixed or aspp_rates(stride)
    seen = context_of(state, context)
    separable = {f"{context}convs.1.0.1.weight", "decoder.0.refine.0.1.weight"}
    config = ModelConfig(
        architecture="deeplabv3plus" if plus else "deeplabv3",
        backbone=backbone,
        num_classes=int(last.shape[0]),
        output_stride=stride,
        context=seen.kind,
        separable=not separable.isdisjoint(state),
        context_channels=seen.width,
        rates=rates,
        decoder=_decoder(layout, state, backbone, stride, path) if plus else (),
        dropout=0.5,
        dialect=layout.dialect,
        working_pixels=_VIEW_PIXELS,
        **_preprocessing(layout, backbone),
    )
    assumed: list[str] = []
    if backbone not in {_said_encoder(said), *TORCHVISION_NAMES}:  # timm has several models of some shapes
        assumed.append(
            worded(
                "{name} does not name its backbone; by its shapes it is taken for {backbone}.",
                name=path.name,
                backbone=backbone,
            )
        )
    if stated or certain:
        return config, assumed
    other = f"{path.stem}_os{16 if stride == 8 else 8}{path.suffix}"
    assumed.append(
        worded(
            "{name} does not say its output stride and atrous rates: {stride} and {rates}, the "
            "defaults of {program}, are assumed. Where it was trained at another stride, write that "
            "into the file's name, as in {other}.",
            name=path.name,
            stride=stride,
            rates=", ".join(map(str, rates)),
            program=layout.program,
            other=other,
        )
    )
    if layout.dialect == "smp":
        assumed[-1] = joined([assumed[-1], worded("Or put the model's config.json beside it.")])
    return config, assumed


def _decoder(
    layout: Layout, state: State, backbone: str, stride: int, path: Path
) -> tuple[DecoderLevel, ...]:
    try:
        return decoder_of(state, backbone, stride, dialect_of(layout.dialect))
    except InputError as error:  # a backbone that stands beside the file, and cannot be built
        raise InputError(worded("{path}: {error}", path=path, error=error)) from error


def _foreign(layout: Layout, path: Path) -> str:
    return worded(
        "{path} has the keys of {program}, but its backbone or head is none that this program "
        "knows. It reads {known}.",
        path=path,
        program=layout.program,
        known=KNOWN,
    )


def _usual_stride(layout: Layout, backbone: str, *, plus: bool) -> int:
    """That of the program where nobody asks for another."""
    if layout.strides is None:
        return 16 if backbone == "mobilenet_v3_large" else 8
    return layout.strides[plus]


def _stated_stride(said: dict[str, Any], path: Path) -> int | None:
    """The output stride from beside the file or from its name, where VainF's training writes it."""
    if "encoder_output_stride" in said:
        return int(said["encoder_output_stride"])
    # a word of its own: the 8 of 'photos8' is no stride
    named = re.search(r"(?<![A-Za-z])os(8|16|32)(?!\d)", path.stem)
    return int(named.group(1)) if named else None


def _said_encoder(said: dict[str, Any]) -> str:
    """A model of timm that smp's config.json names, or ''."""
    name = said.get("encoder_name", "")
    return name.removeprefix("tu-") if name.startswith("tu-") else ""


def _preprocessing(layout: Layout, backbone: str) -> dict[str, Any]:
    """smp prepares images for a model of timm as timm does, which is not as this program does for all of them."""
    if layout.dialect != "smp" or backbone in TORCHVISION_NAMES:
        return {}
    told: Any = timm.get_pretrained_cfg(backbone)
    if told is None:
        return {}
    return {
        name: tuple(255 * v for v in values) for name, values in (("mean", told.mean), ("std", told.std))
    }


_SAID = {"encoder_name": "name", "encoder_output_stride": "output_stride", "decoder_atrous_rates": "rates"}
"""What is read of smp's config.json, and as what it is checked."""


def _said_beside(path: Path) -> dict[str, Any]:
    """segmentation_models.pytorch's config.json beside its model.safetensors; empty without one.

    Raises InputError where it says what can mean nothing.
    """
    beside = path.parent / "config.json"
    try:
        values = json.loads(beside.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict) or not str(values.get("_model_class", "")).startswith("DeepLab"):
        return {}
    try:
        return {name: checked(_SAID[name], values[name]) for name in _SAID if values.get(name) is not None}
    except ValueError as error:
        raise InputError(
            worded("{beside} describes no model: {error}.", beside=beside, error=error)
        ) from error


def _classes(path: Path, count: int) -> tuple[ClassTable, str | None]:
    """From `<stem>.classes.txt` beside the checkpoint; else numbered. Raises InputError when it has another number."""
    beside = path.with_name(f"{path.stem}.classes.txt")
    if not beside.is_file():
        return table_of(f"class {i}" for i in range(count)), (
            worded(
                "{name} does not name its {count} classes; they are called class 0 … class {last}. "
                "Names in {file} beside it are read.",
                name=path.name,
                count=count,
                last=count - 1,
                file=beside.name,
            )
        )
    table = read_class_file(beside)
    if table.num_classes != count:
        raise InputError(
            worded(
                "{beside} names {num_classes} classes, and the model has {count}.",
                beside=beside,
                num_classes=table.num_classes,
                count=count,
            )
        )
    return table, None
