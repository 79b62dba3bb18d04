"""What a cell of a DeepLab sees: receptive fields from the graph, valid weights per rate, cost of convolutions."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.weak import WeakTensorKeyDictionary

from segstudio.core.inspection import WHOLE, Cost, FieldOfView
from segstudio.deeplab.backbones import Backbone, TimmBackbone
from segstudio.deeplab.layers import ASPP, SpatialPyramidPooling
from segstudio.deeplab.model import DeepLabV3Plus, Model, ModelConfig, build_model


@dataclass(frozen=True)
class Field:
    """Along one axis: output cell i depends on input pixels i·stride + first … i·stride + last at most."""

    stride: Fraction = Fraction(1)
    first: Fraction | float = Fraction(0)
    last: Fraction | float = Fraction(0)

    @property
    def size(self) -> float:
        """Width in input pixels; `WHOLE` when everything is seen."""
        return float(self.last - self.first) + 1

    def convolved(self, kernel: int, stride: int, padding: int, rate: int) -> Field:
        """After a convolution or pooling along this axis (Araujo et al., Distill 2019, equation 2)."""
        return Field(
            self.stride * stride,
            self.first - self.stride * padding,
            self.last + self.stride * (rate * (kernel - 1) - padding),
        )

    def joined(self, other: Field) -> Field:
        return Field(
            max(self.stride, other.stride), min(self.first, other.first), max(self.last, other.last)
        )


EVERYTHING = Field(Fraction(1), -WHOLE, WHOLE)

Fields = tuple[Field, Field]  # rows, columns
Rule = Callable[["_Tracker", Sequence[Any], list[Tensor]], Fields | None]

_WINDOWED = (nn.Conv2d, nn.MaxPool2d, nn.AvgPool2d)
"""What makes a cell see more, or a map coarser."""

_CELL_BY_CELL = (nn.BatchNorm2d, nn.ReLU, nn.ReLU6, nn.SiLU, nn.Hardswish, nn.Dropout)
"""Also timm's normalisations, with their activations."""


def receptive_fields(model: Model, size: tuple[int, int] = (512, 512)) -> tuple[FieldOfView, ...]:
    """After every stage of the backbone, every branch of the context module, every decoder step, and at the logits.

    Followed through the operations that really run, on tensors without content ('meta' device), so skip
    connections, padding and dilation count as they are; a bin of pooling whose borders fall between cells counts
    with the cells that it touches. `size`: height and width of the input.
    """
    config = model.config
    ghost = ghost_of(config)
    tracker, local = _Tracker(_RULES), _Tracker(_LOCAL_RULES)
    found: list[tuple[FieldOfView, Tensor]] = []
    hooks: list[Any] = []

    def note(part: str, name: str, output: Tensor, stride: float | None = None) -> None:
        rows, columns = tracker.of(output)
        near = local.get(output)
        alone = (near[0].size, near[1].size) if near is not None else None
        stride = stride or float(rows.stride)
        found.append((FieldOfView(part, name, stride, False, rows.size, columns.size, alone), output))

    def listen(part: str, name: str, module: nn.Module, stride: float | None = None) -> None:
        hooks.append(
            module.register_forward_hook(lambda _m, _args, output: note(part, name, output, stride))
        )

    def pointwise(_: nn.Module, __: object, output: Tensor) -> None:
        """A normalisation or activation belongs to the stage before it."""
        if found:
            found[-1] = (found[-1][0], output)

    def after_backbone(_: nn.Module, __: object, maps: list[Tensor]) -> None:
        for tap, feature in zip(ghost.backbone.taps, maps, strict=True):
            rows = [n for n, (_, output) in enumerate(found) if output is feature]
            if not rows:
                note("backbone", f"features at stride {tap.stride}", feature)
                rows = [len(found) - 1]
            for n in rows:
                seen, output = found[n]
                found[n] = dataclasses.replace(seen, tap=True), output

    for name, stage in backbone_stages(ghost.backbone):
        if any(isinstance(module, _WINDOWED) for module in stage.modules()):
            listen("backbone", name, stage)
        else:
            hooks.append(stage.register_forward_hook(pointwise))
    hooks.append(ghost.backbone.register_forward_hook(after_backbone))
    for module in ghost.modules():
        if isinstance(module, ASPP | SpatialPyramidPooling):
            bins = module.BINS if isinstance(module, SpatialPyramidPooling) else ()
            names = branch_names(module)[-len(module.convs) :]
            for n, (name, branch) in enumerate(zip(names, module.convs, strict=True)):
                listen("context", name, branch, size[0] / bins[n] if bins else config.output_stride)
            listen("context", "joined", module, config.output_stride)
    if isinstance(ghost, DeepLabV3Plus):
        for level, step in zip(config.decoder, ghost.decoder, strict=True):
            listen("decoder", f"to stride {level.stride}", step, level.stride)
    x = ghost_image(ghost, size)
    try:
        with torch.no_grad(), tracker, local:
            tracker.start(x)
            local.start(x)
            note("output", "logits", ghost(x), config.logit_stride)
    finally:
        for hook in hooks:
            hook.remove()
    return tuple(sorted((seen for seen, _ in found), key=_position))


def branch_names(module: ASPP | SpatialPyramidPooling) -> tuple[str, ...]:
    """Of the maps that the module concatenates, in their order."""
    if isinstance(module, ASPP):
        return ("1×1", *(f"rate {rate}" for rate in module.rates), "image pooling")
    return ("map itself", *(f"{n}×{n} bins" if n > 1 else "1×1 bin" for n in module.BINS))


@lru_cache(8)
def ghost_of(config: ModelConfig) -> Model:
    """A model without content, on the 'meta' device: gives shapes. It lacks what changes none, and runs in no time."""
    with torch.device("meta"):
        ghost = build_model(config).eval()
    for parent in list(ghost.modules()):
        for name, child in parent.named_children():
            if isinstance(child, _CELL_BY_CELL):
                setattr(parent, name, nn.Identity())
    return ghost


def ghost_image(ghost: Model, size: tuple[int, int]) -> Tensor:
    return torch.empty(1, 3, *size, device="meta", dtype=next(ghost.parameters()).dtype)


def backbone_stages(backbone: Backbone) -> Iterator[tuple[str, nn.Module]]:
    """The modules that a person calls stages, by their names in the backbone's source."""
    body = backbone.body if isinstance(backbone, TimmBackbone) else backbone
    for name, child in body.named_children():
        if isinstance(child, nn.Sequential) and name in {"blocks", "stages"}:
            for number, block in child.named_children():
                yield f"{name}.{number}", block
        else:
            yield name, child


def _position(seen: FieldOfView) -> tuple[bool, float]:
    """Maps that are taken from inside a stage go where their field belongs; the rest stays in the order of the run."""
    if seen.part != "backbone":
        return True, 0.0
    return False, seen.alone[0] if seen.alone is not None else seen.height


class _Tracker(TorchDispatchMode):  # type: ignore[no-untyped-call]  # torch's stub
    """Carries a `Field` per axis along with every tensor that a run produces."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch's stub
        self._rules = rules
        self._fields: Any = WeakTensorKeyDictionary()

    def start(self, x: Tensor) -> None:
        self._fields[x] = (Field(), Field())

    def of(self, x: Tensor) -> Fields:
        fields: Fields = self._fields[x]
        return fields

    def get(self, x: Tensor) -> Fields | None:
        """None for what does not depend on the input as far as the rules say."""
        return self.of(x) if x in self._fields else None

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        output = func(*args, **(kwargs or {}))
        known = [t for t in _tensors(args) if t in self._fields]
        if known:
            rule = self._rules.get(func.overloadpacket.__name__, _elementwise)
            fields = rule(self, args, known)
            for result in _tensors([output]) if fields is not None else []:
                self._fields[result] = fields
        return output


def _tensors(values: Iterable[Any]) -> list[Tensor]:
    found: list[Tensor] = []
    for value in values:
        if isinstance(value, Tensor):
            found.append(value)
        elif isinstance(value, (list, tuple)):
            found += _tensors(value)
    return found


def _elementwise(tracker: _Tracker, _: Sequence[Any], known: list[Tensor]) -> Fields:
    rows, columns = tracker.of(known[0])
    for other in known[1:]:
        other_rows, other_columns = tracker.of(other)
        rows, columns = rows.joined(other_rows), columns.joined(other_columns)
    return rows, columns


def _convolution(tracker: _Tracker, args: Sequence[Any], known: list[Tensor]) -> Fields:
    kernel = args[1].shape[-2:]
    return _slid(tracker.of(known[0]), kernel, *(_pair(a) for a in args[3:6]))


def _pooling(tracker: _Tracker, args: Sequence[Any], known: list[Tensor]) -> Fields:
    stride = _pair(args[2]) if len(args) > 2 and args[2] else _pair(args[1])
    padding = _pair(args[3]) if len(args) > 3 else (0, 0)
    return _slid(tracker.of(known[0]), _pair(args[1]), stride, padding, (1, 1))


def _padding(tracker: _Tracker, args: Sequence[Any], known: list[Tensor]) -> Fields:
    left, _, top, _ = (*args[1], 0, 0)[:4]
    rows, columns = tracker.of(known[0])
    return rows.convolved(1, 1, top, 1), columns.convolved(1, 1, left, 1)


def _everything(*_: Any) -> Fields:
    return EVERYTHING, EVERYTHING


def _bins(tracker: _Tracker, args: Sequence[Any], known: list[Tensor]) -> Fields:
    rows, columns = tracker.of(known[0])
    height, width = _pair(args[1])
    return _binned(rows, known[0].shape[-2], height), _binned(columns, known[0].shape[-1], width)


def _binned(field: Field, cells: int, bins: int) -> Field:
    """Bin i of n covers cells ⌊i·H/n⌋ … ⌈(i+1)·H/n⌉ − 1: those that it touches, at most two more than lie in it."""
    if bins == 1:
        return EVERYTHING
    step = Fraction(cells, bins)
    over = max(i * step - math.floor(i * step) for i in range(bins))
    return Field(
        field.stride * step,
        field.first - field.stride * over,
        field.last + field.stride * (step - 1 + over),
    )


def _resizing(tracker: _Tracker, args: Sequence[Any], known: list[Tensor]) -> Fields:
    """Bilinear: an output cell mixes the two input cells beside it, wherever between them it falls."""
    rows, columns = tracker.of(known[0])
    height, width = args[1]
    return _resized(rows, known[0].shape[-2], height), _resized(columns, known[0].shape[-1], width)


def _resized(field: Field, before: int, after: int) -> Field:
    if before == after:
        return field
    step = field.stride * Fraction(before, after)
    return Field(step, field.first - field.stride, field.last + field.stride)


def _slid(
    fields: Fields,
    kernel: Sequence[int],
    stride: Sequence[int],
    padding: Sequence[int],
    rate: Sequence[int],
) -> Fields:
    rows, columns = (
        f.convolved(k, s, p, r) for f, k, s, p, r in zip(fields, kernel, stride, padding, rate, strict=True)
    )
    return rows, columns


def _pair(value: Any) -> tuple[int, int]:
    first, second = (value, value) if isinstance(value, int) else (value[0], value[-1])
    return int(first), int(second)


def _nothing(*_: Any) -> None:
    return None


def _local_bins(tracker: _Tracker, args: Sequence[Any], known: list[Tensor]) -> Fields | None:
    return _bins(tracker, args, known) if max(_pair(args[1])) > 1 else None


_RULES: dict[str, Rule] = {
    "convolution": _convolution,
    "max_pool2d_with_indices": _pooling,
    "constant_pad_nd": _padding,
    "mean": _everything,
    "_adaptive_avg_pool2d": _bins,
    "avg_pool2d": _pooling,
    "upsample_bilinear2d": _resizing,
}
_LOCAL_RULES: dict[str, Rule] = _RULES | {"mean": _nothing, "_adaptive_avg_pool2d": _local_bins}
"""As if global pooling saw nothing."""


def valid_weights(kernel: int, rate: int, height: int, width: int) -> dict[int, float]:
    """Share of the cells of a height×width map at which n of the kernel² weights lie inside, by n.

    DeepLabV3 figure 4: as the rate grows towards the map's size, a 3×3 kernel degenerates to its centre.
    """
    cells: dict[int, int] = {}
    for r, many in _inside(kernel, rate, height).items():
        for c, times in _inside(kernel, rate, width).items():
            cells[r * c] = cells.get(r * c, 0) + many * times
    return {n: count / (height * width) for n, count in sorted(cells.items())}


def _inside(kernel: int, rate: int, length: int) -> dict[int, int]:
    """At how many of `length` cells how many taps lie inside, along one axis."""
    half = kernel // 2
    counts: dict[int, int] = {}
    for cell in range(length):
        n = sum(0 <= cell + rate * tap < length for tap in range(-half, half + 1))
        counts[n] = counts.get(n, 0) + 1
    return counts


def degenerate_rates(rates: Iterable[int], height: int, width: int) -> tuple[int, ...]:
    """The rates at which a 3×3 kernel on a height×width map has its centre weight only, at every cell."""
    return tuple(rate for rate in rates if rate >= height and rate >= width)


def dense_cost(in_channels: int, out_channels: int, kernel: int, height: int, width: int) -> Cost:
    parameters = kernel * kernel * in_channels * out_channels
    return Cost(parameters, parameters * height * width)


def separable_cost(in_channels: int, out_channels: int, kernel: int, height: int, width: int) -> Cost:
    """Depthwise, then pointwise (DeepLabV3+ section 3.1): k²·in + in·out weights."""
    parameters = kernel * kernel * in_channels + in_channels * out_channels
    return Cost(parameters, parameters * height * width)


def convolution_cost(model: Model, size: tuple[int, int]) -> Cost:
    """Of all convolutions of `model` on one image of (height, width), biases aside."""
    return sum(convolution_costs(model, size).values(), Cost(0, 0))


def convolution_costs(model: Model, size: tuple[int, int]) -> dict[str, Cost]:
    """Of each convolution, by the name of its module."""
    ghost = ghost_of(model.config)
    costs: dict[str, Cost] = {}
    hooks = []
    for name, module in ghost.named_modules():
        if isinstance(module, nn.Conv2d):

            def count(conv: nn.Module, _: object, output: Tensor, name: str = name) -> None:
                assert isinstance(conv, nn.Conv2d)
                weights = conv.weight.numel()
                costs[name] = Cost(weights, weights * output.shape[-2] * output.shape[-1])

            hooks.append(module.register_forward_hook(count))
    try:
        with torch.no_grad():
            ghost(ghost_image(ghost, size))
    finally:
        for hook in hooks:
            hook.remove()
    return costs
