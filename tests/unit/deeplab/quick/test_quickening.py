"""Making a model quick changes when it answers, not what."""

from __future__ import annotations

import copy

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from timm.layers.conv2d_same import Conv2dSame
from torch import nn

from segstudio.deeplab.devices import cpu_has_bfloat16
from segstudio.deeplab.layers import ASPP
from segstudio.deeplab.model import ModelConfig, build_model
from segstudio.deeplab.quick.folding import fold_batch_norm
from segstudio.deeplab.quick.fusing import FusedConv, fuse
from segstudio.deeplab.quick.mirroring import Mirrored, mirror
from segstudio.deeplab.quick.quickening import quickened
from segstudio.deeplab.quick.space_to_batch import SLOW_FROM, PhasedDepthwise, split_atrous_depthwise

SIDES = st.integers(1, 41)
PRECISIONS = st.sampled_from([torch.float32, torch.bfloat16] if cpu_has_bfloat16() else [torch.float32])


def _close(a: torch.Tensor, b: torch.Tensor) -> bool:
    return torch.allclose(a, b, rtol=1e-4, atol=1e-4 * float(b.abs().max()))


@given(height=SIDES, width=SIDES, kernel=st.sampled_from([3, 5, 7]), dilation=st.integers(1, 3))
@settings(max_examples=40, deadline=None)
@torch.no_grad()
def test_tensorflow_padding_is_symmetric_in_a_mirror(
    height: int, width: int, kernel: int, dilation: int
) -> None:
    strided = Conv2dSame(2, 3, kernel, 2)
    atrous = Conv2dSame(3, 4, 3, 1, dilation=dilation)
    model = nn.Sequential(strided, nn.ReLU(), atrous).eval()
    x = torch.randn(1, 2, height, width)
    expected = model(x)
    assert mirror(model)
    assert not any(isinstance(m, Conv2dSame) for m in model.modules())
    assert torch.allclose(Mirrored(model)(x), expected, atol=1e-5)


@pytest.mark.parametrize(
    "other",
    [
        nn.MaxPool2d(3, 2, 1),
        nn.Conv2d(3, 3, 3, 2, 1),
        Conv2dSame(3, 3, 1, 2),
        Conv2dSame(3, 3, 4, 2),
        Conv2dSame(3, 3, 2, 1),
    ],
)
def test_what_a_mirror_would_change_stays_upright(other: nn.Module) -> None:
    model = nn.Sequential(Conv2dSame(2, 3, 3, 2), other).eval()
    before = copy.deepcopy(model.state_dict())
    assert not mirror(model)
    assert all(torch.equal(before[k], v) for k, v in model.state_dict().items())


@given(height=SIDES, width=SIDES, rate=st.integers(SLOW_FROM, 24), kernel=st.sampled_from([3, 5]))
@settings(max_examples=40, deadline=None)
@torch.no_grad()
def test_atrous_depthwise_is_a_plain_one_on_every_rth_pixel(
    height: int, width: int, rate: int, kernel: int
) -> None:
    conv = nn.Conv2d(4, 4, kernel, padding=rate * (kernel // 2), dilation=rate, groups=4)
    model = nn.Sequential(conv)
    x = torch.randn(2, 4, height, width)
    expected = model(x)
    assert split_atrous_depthwise(model) == 1
    assert isinstance(model[0], PhasedDepthwise)
    assert torch.allclose(model(x), expected, atol=1e-5)


def test_only_same_padded_depthwise_convolutions_are_split() -> None:
    rate = SLOW_FROM
    model = nn.Sequential(
        nn.Conv2d(4, 4, 3, padding=rate, dilation=rate),
        nn.Conv2d(4, 4, 3, padding=0, dilation=rate, groups=4),
        nn.Conv2d(4, 4, 3, 2, padding=rate, dilation=rate, groups=4),
        nn.Conv2d(4, 4, 3, padding=1, groups=4),
    )
    assert split_atrous_depthwise(model) == 0


@pytest.mark.parametrize("activation", [nn.ReLU(), nn.ReLU6(), nn.Hardswish()])
@torch.no_grad()
def test_a_convolution_and_its_activation_become_one(activation: nn.Module) -> None:
    model = nn.Sequential(
        nn.Conv2d(3, 5, 3, padding=1), nn.Identity(), activation, nn.Conv2d(5, 2, 1)
    ).eval()
    x = 10 * torch.randn(1, 3, 9, 11)
    fused = fuse(model, x)
    assert [type(m) for m in fused.children()] == [FusedConv, nn.Identity, nn.Identity, FusedConv]
    assert _close(fused(x), model(x))


@given(sides=st.lists(st.sampled_from([1, 8, 9, 40]), min_size=1, max_size=6), precision=PRECISIONS)
@settings(max_examples=30, deadline=None)
@torch.no_grad()
def test_weights_are_packed_for_whatever_size_comes(sides: list[int], precision: torch.dtype) -> None:
    torch.manual_seed(1)
    model = nn.Sequential(
        nn.Conv2d(16, 32, 1), nn.ReLU(), nn.Conv2d(32, 32, 3, padding=2, dilation=2, groups=32), nn.Conv2d(32, 8, 3)
    ).eval()  # fmt: skip
    fused = fuse(model, torch.randn(1, 16, 8, 8)).to(precision)
    plain = model.to(precision)
    for side in sides:
        x = torch.randn(1, 16, side + 2, side + 2, dtype=precision)
        for _ in range(3):  # seen first, packed, packed before
            assert torch.allclose(fused(x), plain(x), rtol=0.02, atol=0.02)


@torch.no_grad()
def test_the_convolutions_of_our_own_blocks_are_fused_too() -> None:
    block = ASPP(4, (2, 3), 8, separable=True).eval()
    x = torch.randn(1, 4, 9, 11)
    fold_batch_norm(block, x)
    fused = fuse(block, x)
    assert not any(isinstance(m, nn.ReLU) for m in fused.modules())
    assert _close(fused(x), block(x))


@torch.no_grad()
def test_a_convolution_whose_bare_output_is_used_too_is_left_alone() -> None:
    class Skip(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv, self.act = nn.Conv2d(3, 3, 3, padding=1), nn.ReLU()

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            y = self.conv(x)
            total: torch.Tensor = y + self.act(y)
            return total

    model = Skip().eval()
    assert fuse(model, torch.randn(1, 3, 8, 8)) is model


@pytest.mark.parametrize("backbone", ["resnet50", "resnet26"])
@torch.no_grad()
def test_of_a_residual_block_only_the_activation_of_the_sum_stays(backbone: str) -> None:
    """torchvision's has one module for three activations; both kinds add to the convolution's output in place."""
    config = ModelConfig(backbone=backbone, num_classes=3, context_channels=16)
    model = _trained(build_model(config))
    quick = quickened(copy.deepcopy(model), "cpu")
    x = torch.randn(1, 3, 65, 97)
    assert _close(quick(x), model(x))
    blocks = 16 if backbone == "resnet50" else 8
    assert sum(isinstance(m, nn.ReLU) for m in quick.modules()) == blocks


ISSUE_BACKBONES = [
    "resnet50",
    "resnet101",
    "mobilenet_v3_large",
    "mobilenet_v2",
    "tf_efficientnet_lite0",
    "xception65",
]


def _trained(model: nn.Module) -> nn.Module:
    """Statistics that are not those of a new model, whose normalisation does nothing."""
    for norm in (m for m in model.modules() if isinstance(m, nn.BatchNorm2d)):
        nn.init.uniform_(norm.running_var, 0.5, 2)  # type: ignore[arg-type]  # it has one
        nn.init.normal_(norm.running_mean, 0, 0.2)  # type: ignore[arg-type]
        nn.init.normal_(norm.weight, 1, 0.2)
        nn.init.normal_(norm.bias, 0, 0.2)
    return model.eval()


@pytest.mark.parametrize(
    ("backbone", "architecture", "context"),
    [
        *((name, plus, "aspp") for name in ISSUE_BACKBONES for plus in ("deeplabv3", "deeplabv3plus")),
        ("tf_efficientnet_lite0", "deeplabv3plus", "spp"),
        ("mobilenet_v3_large", "deeplabv3plus", "spp"),
        (
            "xception65p",
            "deeplabv3plus",
            "aspp",
        ),  # hands out maps from between convolution and normalisation
    ],
)
@torch.no_grad()
def test_a_quick_model_gives_the_answers_of_the_plain_one(
    backbone: str, architecture: str, context: str
) -> None:
    torch.manual_seed(0)
    config = ModelConfig(
        backbone=backbone,
        num_classes=3,
        architecture=architecture,  # type: ignore[arg-type]  # a Literal
        context=context,  # type: ignore[arg-type]
        context_channels=16,
    )
    model = _trained(build_model(config))
    quick = quickened(copy.deepcopy(model), "cpu")
    norms = [sum(isinstance(m, nn.BatchNorm2d) for m in net.modules()) for net in (model, quick)]
    assert norms[1] < norms[0]  # it is not the plain one
    for size in ((65, 97), (33, 48)):
        x = torch.randn(1, 3, *size)
        assert _close(quick(x), model(x))


class Twice(nn.Module):
    """Reads a convolution's output before and behind its normalisation; `hidden` where no hook tells of it."""

    def __init__(self, *, hidden: bool) -> None:
        super().__init__()
        self.conv, self.norm = nn.Conv2d(3, 3, 3, padding=1), nn.BatchNorm2d(3)
        self.hidden = hidden
        self.read: list[torch.Tensor] = []
        if not hidden:
            self.conv.register_forward_hook(self.keep)

    def keep(self, _: nn.Module, __: object, out: torch.Tensor) -> None:
        self.read.append(out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.conv(x)
        total: torch.Tensor = self.norm(y) + (y if self.hidden else self.read.pop())
        return total


@pytest.mark.parametrize("hidden", [True, False])
@torch.no_grad()
def test_normalisation_stays_where_the_bare_convolution_is_read_too(hidden: bool) -> None:
    torch.manual_seed(0)
    model = _trained(Twice(hidden=hidden))
    x = torch.randn(1, 3, 16, 16)
    expected = model(x)
    assert _close(quickened(model, "cpu")(x), expected)
