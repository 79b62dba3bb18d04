"""What a model's context module and decoder contribute to one logit: noted while it runs, reckoned from gradients."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any

import torch
from torch import Tensor, nn

from segstudio.core.inspection import BinShares, LogitPart, PartKind, TapPoint, Taps
from segstudio.core.progress import CancelToken
from segstudio.deeplab.backbones import Backbone
from segstudio.deeplab.inspection.view import View
from segstudio.deeplab.layers import ASPP, SpatialPyramidPooling
from segstudio.deeplab.model import DecoderStep, Model
from segstudio.deeplab.receptive_field import backbone_stages, branch_names

_Size = tuple[int, int]


class Listening:
    """While entered, notes the maps of one run of `model` that its logits are sums over, and ends it when cancelled.

    `tensors`: what to differentiate by, in the order that the other methods expect the gradients in.
    """

    def __init__(self, model: Model, cancel: CancelToken) -> None:
        self._model = model
        self._cancel = cancel
        self._context = _context_module(model)
        self._joined: Tensor | None = None  # the concatenated branches, or the map of a model without any
        self._bins: list[Tensor] = []
        self._fine: list[Tensor] = []
        self._hooks: list[Any] = []

    def __enter__(self) -> Listening:
        context = self._context
        if isinstance(context, ASPP | SpatialPyramidPooling):
            self._hooks.append(context.project.register_forward_pre_hook(self._heard_joined))
            if isinstance(context, SpatialPyramidPooling):
                for conv in context.convs:
                    self._hooks.append(conv.register_forward_hook(self._heard_bins))
        else:
            self._hooks.append(context.register_forward_hook(self._heard_map))
        for module in self._model.modules():
            if isinstance(module, DecoderStep):
                self._hooks.append(module.reduce.register_forward_hook(self._heard_fine))
        for module in self._stages():
            self._hooks.append(module.register_forward_hook(self._check))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hook in self._hooks:
            hook.remove()

    @property
    def tensors(self) -> list[Tensor]:
        assert self._joined is not None
        return [self._joined, *self._fine, *self._bins]

    def parts(self, gradients: Sequence[Tensor], logit: float) -> tuple[LogitPart, ...]:
        """The terms that `logit` is the sum of. `gradients`: of it, by `tensors`."""
        assert self._joined is not None
        terms = (self._joined.detach() * gradients[0]).sum((0, 2, 3))
        branches = [float(term.sum()) for term in torch.split(terms, self._widths())]
        fine = [
            (f"features at stride {level.stride}", float((low.detach() * by).sum()))
            for level, low, by in zip(self._model.config.decoder, self._fine, gradients[1:], strict=False)
        ]
        whole = sum(abs(term) for term in branches)
        parts = [
            LogitPart(PartKind.BRANCH, name, term, term / whole if whole else 0.0)
            for name, term in zip(self._names(), branches, strict=True)
        ]
        parts += [LogitPart(PartKind.FINE, name, term, None) for name, term in fine]
        rest = logit - sum(part.contribution for part in parts)
        return (*parts, LogitPart(PartKind.CONSTANT, "constant", rest, None))

    def bins(self, gradients: Sequence[Tensor], view: View, padded: _Size) -> tuple[BinShares, ...]:
        """What each bin of SPP adds to the logit, a level after the other; nothing for other models."""
        levels = []
        for maps, by in zip(self._bins, gradients[1 + len(self._fine) :], strict=True):
            terms = (maps.detach() * by).sum((0, 1))
            n = int(maps.shape[2])
            row, column = view.cell((n, n), padded)
            levels.append(BinShares(n, row, column, tuple(map(tuple, terms.tolist()))))
        return tuple(levels)

    def taps(self, view: View, padded: _Size) -> tuple[Taps, ...]:
        """The 3×3 weights of every atrous branch around the cell at the pixel; nothing without ASPP."""
        if not isinstance(self._context, ASPP):
            return ()
        assert self._joined is not None
        cells = int(self._joined.shape[2]), int(self._joined.shape[3])
        row, column = view.cell(cells, padded)
        return tuple(
            Taps(rate, _grid(view, cells, padded, row, column, rate)) for rate in self._context.rates
        )

    def _names(self) -> tuple[str, ...]:
        context = self._context
        return (
            branch_names(context) if isinstance(context, ASPP | SpatialPyramidPooling) else ("map itself",)
        )

    def _widths(self) -> list[int]:
        """Channels of each branch in the concatenation."""
        assert self._joined is not None
        channels, count = int(self._joined.shape[1]), len(self._names())
        if isinstance(self._context, SpatialPyramidPooling):
            pooled = int(self._bins[0].shape[1])
            return [channels - (count - 1) * pooled, *[pooled] * (count - 1)]
        return [channels // count] * count

    def _stages(self) -> list[nn.Module]:
        """Modules between which a cancelled run ends."""
        inner = [m for m in self._model.modules() if isinstance(m, Backbone)]
        stages = [stage for backbone in inner for _, stage in backbone_stages(backbone)]
        return [*stages, *(m for m in self._model.modules() if isinstance(m, DecoderStep)), self._context]

    def _heard_joined(self, _: nn.Module, args: tuple[Tensor, ...]) -> None:
        self._joined = args[0]

    def _heard_map(self, _: nn.Module, __: object, output: Tensor) -> None:
        self._joined = output

    def _heard_bins(self, _: nn.Module, __: object, output: Tensor) -> None:
        self._bins.append(output)

    def _heard_fine(self, _: nn.Module, __: object, output: Tensor) -> None:
        self._fine.append(output)

    def _check(self, _: nn.Module, __: object, output: object) -> None:
        """On the way there, and on the way back."""
        self._cancel.raise_if_cancelled()
        if isinstance(output, Tensor) and output.requires_grad:
            output.register_hook(lambda _: self._cancel.raise_if_cancelled())  # type: ignore[no-untyped-call]  # torch's stub


def _context_module(model: nn.Module) -> nn.Module:
    """What stands between backbone and decoder: ASPP, SPP, or a plain 1×1 convolution."""
    found = [m for m in model.modules() if isinstance(m, ASPP | SpatialPyramidPooling)]
    if found:
        return found[0]
    plain = getattr(model, "context", None)
    return plain if isinstance(plain, nn.Module) else model.get_submodule("classifier.0")


def _grid(
    view: View, cells: _Size, padded: _Size, row: int, column: int, rate: int
) -> tuple[TapPoint, ...]:
    steps = (-rate, 0, rate)
    return tuple(view.tap(cells, padded, row + down, column + across) for down in steps for across in steps)
