"""Receptive fields against gradients; valid weights and costs against counting."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional
from torchvision.ops.misc import SqueezeExcitation

from segstudio.deeplab.layers import ASPP, AtrousConv2d, SeparableConv2d, SpatialPyramidPooling
from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.receptive_field import (
    branch_names,
    convolution_cost,
    degenerate_rates,
    dense_cost,
    receptive_fields,
    separable_cost,
    valid_weights,
)

SMALL = ModelConfig(
    backbone="mobilenetv2_035", num_classes=2, context_channels=8, decoder=(DecoderLevel(4, 4, 4),)
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


def seen_rows(output: torch.Tensor, x: torch.Tensor) -> int:
    """How many rows of `x` lie between the first and the last that the middle cell of `output` depends on."""
    down, across = output.shape[-2] // 2, output.shape[-1] // 2
    (grad,) = torch.autograd.grad(output[0, :, down, across].sum(), x, retain_graph=True)
    rows = grad.abs().sum((0, 1, 3)).nonzero().flatten()
    return int(rows.max() - rows.min()) + 1


def captured(modules: dict[str, nn.Module]) -> dict[str, torch.Tensor]:
    """Filled with each module's output when the model runs."""
    outputs: dict[str, torch.Tensor] = {}
    for name, module in modules.items():

        def keep(_: nn.Module, __: object, output: torch.Tensor, name: str = name) -> None:
            outputs[name] = output

        module.register_forward_hook(keep)
    return outputs


@pytest.mark.parametrize("backbone", ["resnet50", "mobilenetv2_050"])
def test_backbone_stages_see_exactly_what_gradients_say(backbone: str) -> None:
    config = ModelConfig(
        backbone=backbone, num_classes=2, context_channels=8, decoder=(DecoderLevel(4, 4, 4),)
    )
    model = build_model(config).eval().double()
    stages = [s for s in receptive_fields(model, (1024, 32)) if s.part == "backbone"]
    soften(model)
    body = model.backbone if backbone == "resnet50" else model.backbone.get_submodule("body")
    outputs = captured({s.name: body.get_submodule(s.name) for s in stages})
    x = torch.full(
        (1, 3, 1024, 32), 0.01, dtype=torch.double, requires_grad=True
    )  # below the kink of ReLU6
    model.backbone(x)
    assert len(stages) >= 5
    for stage in stages:
        assert stage.height == seen_rows(outputs[stage.name], x), stage.name
        assert stage.stride == 1024 / outputs[stage.name].shape[-2]
    assert [s.stride for s in stages if s.tap] == [tap.stride for tap in model.backbone.taps]


def test_aspp_branches_see_exactly_what_gradients_say() -> None:
    config = ModelConfig(
        backbone="mobilenetv2_035", num_classes=2, context_channels=4, rates=(1, 3, 7),
        decoder=(DecoderLevel(4, 4, 4),),
    )  # fmt: skip
    model = build_model(config).eval().double()
    stages = {s.name: s.height for s in receptive_fields(model, (1024, 32)) if s.part == "context"}
    soften(model)
    aspp = model.get_submodule("context")
    assert isinstance(aspp, ASPP)
    outputs = captured(dict(zip(branch_names(aspp), aspp.convs, strict=True)))
    x = torch.full(
        (1, 3, 1024, 32), 0.01, dtype=torch.double, requires_grad=True
    )  # below the kink of ReLU6
    model(x)
    for name in ("1×1", "rate 1", "rate 3", "rate 7"):
        assert stages[name] == seen_rows(outputs[name], x), name
    assert stages["image pooling"] == math.inf
    assert seen_rows(outputs["image pooling"], x) == 1024


@pytest.mark.parametrize(("height", "exact"), [(1024, True), (1040, False)])
def test_bins_of_spp_see_what_gradients_say(height: int, exact: bool) -> None:
    config = ModelConfig(
        backbone="mobilenetv2_035", num_classes=2, context="spp", context_channels=12,
        decoder=(DecoderLevel(4, 4, 4),),
    )  # fmt: skip
    model = build_model(config).eval().double()
    stages = {s.name: s.height for s in receptive_fields(model, (height, 32)) if s.part == "context"}
    soften(model)
    spp = model.get_submodule("context")
    assert isinstance(spp, SpatialPyramidPooling)
    outputs = captured(dict(zip(branch_names(spp)[1:], spp.convs, strict=True)))
    x = torch.full(
        (1, 3, height, 32), 0.01, dtype=torch.double, requires_grad=True
    )  # below the kink of ReLU6
    model(x)
    seen = seen_rows(outputs["4×4 bins"], x)
    if exact:  # a bin in the middle; the borders of the others are cut off by the image's
        assert seen == stages["4×4 bins"]
    else:
        assert seen <= stages["4×4 bins"] <= seen + 2 * 16
    assert stages["1×1 bin"] == math.inf


def test_a_decoder_without_context_sees_what_gradients_say() -> None:
    config = ModelConfig(
        backbone="mobilenetv2_035", num_classes=2, context="none", context_channels=4,
        decoder=(DecoderLevel(8, 4, 4), DecoderLevel(4, 4, 4)),
    )  # fmt: skip
    model = build_model(config).eval().double()
    stages = {s.name: s.height for s in receptive_fields(model, (1024, 32))}
    soften(model)
    outputs = captured({"to stride 8": model.get_submodule("decoder.0"), "logits": model})
    x = torch.full(
        (1, 3, 1024, 32), 0.01, dtype=torch.double, requires_grad=True
    )  # below the kink of ReLU6
    model(x)
    for (
        name,
        output,
    ) in outputs.items():  # between two cells, bilinear resizing may look at one of them alone
        assert seen_rows(output, x) <= stages[name] <= seen_rows(output, x) + 2 * 16


def test_aspp_branches_widen_by_their_rate_and_pooling_sees_everything() -> None:
    model = build_model(ModelConfig(num_classes=2, context_channels=8, decoder=(DecoderLevel(4, 4, 4),)))
    stages = {s.name: s.height for s in receptive_fields(model)}
    one = stages["1×1"]
    for rate in (6, 12, 18):
        assert stages[f"rate {rate}"] == one + 2 * rate * 16
    assert stages["image pooling"] == math.inf
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
    assert [stages[f"layer{n}"] for n in (1, 2, 3, 4)] == [35, 91, 267, 427]


def test_squeeze_and_excitation_sees_the_whole_image() -> None:
    config = ModelConfig(
        architecture="deeplabv3", backbone="mobilenet_v3_large", separable=False, decoder=()
    )
    stages = {s.stride: s.height for s in receptive_fields(build_model(config), (64, 64)) if s.tap}
    assert stages[4] == 19
    assert stages[8] == math.inf


def test_convolutions_alone_see_what_they_would_without_squeezing() -> None:
    config = ModelConfig(
        architecture="deeplabv3", backbone="mobilenet_v3_large", separable=False, decoder=()
    )
    model = build_model(config)
    alone = {seen.name: seen.alone for seen in receptive_fields(model)}
    assert alone["image pooling"] is None
    for module in model.modules():
        if isinstance(module, SqueezeExcitation):
            module.forward = lambda x: x
    soften(model.eval().double())
    outputs = captured(dict(model.backbone.named_children()))
    x = torch.full((1, 3, 1024, 32), 0.01, dtype=torch.double, requires_grad=True)
    model.backbone(x)
    for name, output in outputs.items():
        extent = alone[name]
        assert extent is not None
        assert extent[0] == seen_rows(output, x), name


def test_strides_are_exact_at_any_size_and_every_stage_is_listed() -> None:
    for backbone, stages in (("mobilenet_v3_large", 17), ("resnet50", 6), ("mobilenetv2_035", 8)):
        config = ModelConfig(
            backbone=backbone, num_classes=2, context_channels=8, decoder=(DecoderLevel(4, 4, 4),)
        )
        rows = receptive_fields(build_model(config), (489, 651))
        assert {row.stride for row in rows} <= {1, 2, 4, 8, 16}, backbone
        assert sum(row.part == "backbone" for row in rows) >= stages, [row.name for row in rows]


@pytest.mark.parametrize("size", [(2, 2), (1, 700)])
def test_strides_of_an_image_of_few_cells_are_those_of_the_model(size: tuple[int, int]) -> None:
    """Its maps do not tell: all are one cell high."""
    model = build_model(replace(SMALL, decoder=(DecoderLevel(8, 4, 4), DecoderLevel(4, 4, 4))))
    rows = receptive_fields(model, size)
    assert [row.stride for row in rows] == [row.stride for row in receptive_fields(model, (512, 512))]
    assert [row.name for row in rows if row.part == "decoder"] == ["to stride 8", "to stride 4"]
    assert rows[-1].stride == 4


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
