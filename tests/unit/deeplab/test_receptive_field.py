"""Receptive fields against gradients; valid weights and costs against counting."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from segstudio.deeplab.layers import AtrousConv2d, SeparableConv2d
from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.receptive_field import (
    convolution_cost,
    degenerate_rates,
    dense_cost,
    receptive_fields,
    separable_cost,
    valid_weights,
)


def soften(model: nn.Module) -> None:
    """Positive weights and no dead units, so that whatever a cell can see has a gradient."""
    for module in list(model.modules()):
        if isinstance(getattr(module, "maxpool", None), nn.MaxPool2d):
            module.maxpool = nn.AvgPool2d(3, 2, 1)  # as wide, and every pixel counts
        if isinstance(module, nn.Conv2d):
            nn.init.constant_(module.weight, 1.0 / module.weight[0].numel())
        elif isinstance(module, nn.BatchNorm2d):
            module.eval()


@pytest.mark.parametrize("backbone", ["resnet50", "mobilenetv2_050"])
def test_backbone_stages_see_exactly_what_gradients_say(backbone: str) -> None:
    config = ModelConfig(
        backbone=backbone, num_classes=2, context_channels=8, decoder=(DecoderLevel(4, 4, 4),)
    )
    model = build_model(config).eval().double()
    stages = {s.name: s for s in receptive_fields(model, (128, 128))}
    soften(model)
    x = torch.ones(1, 3, 128, 128, dtype=torch.double, requires_grad=True)
    for tap, feature in zip(model.backbone.taps, model.backbone(x), strict=True):
        if (
            tap.stride > 8 or stages[f"backbone stride {tap.stride}"].height > 100
        ):  # reaches the border of so small a picture
            continue
        middle = feature.shape[-1] // 2
        (grad,) = torch.autograd.grad(feature[0, :, middle, middle].sum(), x, retain_graph=True)
        rows = grad.abs().sum((0, 1, 3)).nonzero().flatten()
        assert stages[f"backbone stride {tap.stride}"].height == int(rows.max() - rows.min()) + 1


def test_aspp_branches_widen_by_their_rate_and_pooling_sees_everything() -> None:
    model = build_model(ModelConfig(num_classes=2, context_channels=8, decoder=(DecoderLevel(4, 4, 4),)))
    stages = {s.name: s.height for s in receptive_fields(model)}
    one = stages["ASPP 1×1"]
    for rate in (6, 12, 18):
        assert stages[f"ASPP rate {rate}"] == one + 2 * rate * 16
    assert stages["ASPP image pooling"] == math.inf
    assert stages["logits"] == math.inf


def test_known_fields_of_resnet50() -> None:
    model = build_model(
        ModelConfig(
            architecture="deeplabv3", backbone="resnet50", output_stride=32, separable=False, decoder=()
        )
    )
    stages = {s.name: s.height for s in receptive_fields(model, (64, 64))}
    # strides on the 3×3 convolutions, as in torchvision: 35, 91, 267, 427 (Araujo et al., 2019, give 483 for
    # the variant with strides on the last unit of a stage)
    assert [stages[f"backbone stride {s}"] for s in (4, 8, 16, 32)] == [35, 91, 267, 427]


@settings(deadline=None, max_examples=30)
@given(
    kernel=st.sampled_from([1, 3, 5]),
    rate=st.integers(1, 9),
    height=st.integers(1, 12),
    width=st.integers(1, 12),
)
def test_valid_weights_are_those_that_a_convolution_of_ones_counts(
    kernel: int, rate: int, height: int, width: int
) -> None:
    counted = functional.conv2d(
        torch.ones(1, 1, height, width),
        torch.ones(1, 1, kernel, kernel),
        padding=rate * (kernel // 2),
        dilation=rate,
    )
    expected = {
        int(n): times / (height * width)
        for n, times in zip(*(t.tolist() for t in torch.unique(counted, return_counts=True)), strict=True)
    }
    assert valid_weights(kernel, rate, height, width) == pytest.approx(expected)


def test_rates_degenerate_at_the_size_of_the_map() -> None:
    assert degenerate_rates((6, 12, 18), 12, 12) == (12, 18)
    assert valid_weights(3, 12, 12, 12) == {1: pytest.approx(1.0)}
    assert degenerate_rates((6, 12, 18), 30, 23) == ()


def test_costs_are_those_of_real_convolutions() -> None:
    dense, separable = AtrousConv2d(8, 16, 3), SeparableConv2d(8, 16, 3)
    assert dense_cost(8, 16, 3, 5, 7).parameters == sum(p.numel() for p in dense.parameters())
    assert separable_cost(8, 16, 3, 5, 7).parameters == sum(p.numel() for p in separable.parameters())
    assert separable_cost(8, 16, 3, 5, 7).multiply_adds == 35 * (9 * 8 + 8 * 16)


def test_separable_models_cost_less() -> None:
    def cost(separable: bool) -> int:
        config = ModelConfig(num_classes=3, separable=separable, decoder=(DecoderLevel(4, 16, 32),))
        return convolution_cost(build_model(config), (64, 64)).multiply_adds

    assert cost(True) < 0.7 * cost(False)
