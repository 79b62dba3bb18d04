"""Finding modules that follow each other in a model, and exchanging them."""

from __future__ import annotations

import torch
from torch import Tensor, nn

Pair = tuple[nn.Conv2d, nn.Module]

FAILURES = (AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a model may raise whose modules were exchanged in a way that it cannot bear."""


def agree(expected: Tensor, answer: Tensor, tolerance: float) -> bool:
    """Whether two answers of one shape differ by at most `tolerance` of the largest value; never where one is NaN."""
    if expected.shape != answer.shape:
        return False
    return bool((expected - answer).abs().max() <= tolerance * expected.abs().max())


@torch.no_grad()
def followers(model: nn.Module, example: Tensor, kinds: tuple[type[nn.Module], ...]) -> list[Pair]:
    """(convolution, module) wherever a module of `kinds` takes a convolution's output, through identities or not.

    Which follows which is read off one run on `example`, not guessed from names. What hooks see is left out: somebody
    reads there what lies between the two (timm takes feature maps that way).
    """
    producer: dict[int, nn.Conv2d] = {}
    versions: dict[
        int, int
    ] = {}  # one that was added to in place since is no convolution's output any more
    kept_alive: list[Tensor] = []  # an id is unique only while its tensor lives
    pairs: list[Pair] = []
    read: set[nn.Conv2d] = set()

    def after_conv(module: nn.Module, _: object, output: Tensor) -> None:
        assert isinstance(module, nn.Conv2d)
        producer[id(output)], versions[id(output)] = module, output._version
        kept_alive.append(output)

    def before(module: nn.Module, args: tuple[Tensor, ...]) -> None:
        conv = producer.get(id(args[0]))
        if conv is not None and versions[id(args[0])] == args[0]._version:
            pairs.append((conv, module))

    def seen(_: nn.Module, args: tuple[object, ...], output: object) -> None:
        read.update(producer[id(value)] for value in (*args, output) if id(value) in producer)

    hooks = []
    for module in model.modules():
        if module._forward_hooks or module._forward_pre_hooks:
            hooks.append(module.register_forward_hook(seen))
        elif isinstance(module, nn.Conv2d):
            hooks.append(module.register_forward_hook(after_conv))
        elif isinstance(module, kinds):
            hooks.append(module.register_forward_pre_hook(before))
    try:
        model(example)
    finally:
        for hook in hooks:
            hook.remove()
    return [(conv, module) for conv, module in pairs if conv not in read]


def replace(model: nn.Module, old: nn.Module, new: nn.Module) -> None:
    """Put `new` wherever `old` stands in `model`."""
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            if child is old:
                setattr(parent, name, new)
