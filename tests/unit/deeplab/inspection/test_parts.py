"""What branches, bins and taps add to a logit: against a head that is linear, by hand, and as sums."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from segstudio.core.inspection import PartKind
from segstudio.deeplab.inspection.network import rate_weights
from segstudio.deeplab.inspection.pixel import PixelInspector
from segstudio.deeplab.layers import ASPP, SpatialPyramidPooling
from segstudio.deeplab.weights import LoadedModel
from tests.unit.deeplab.inspection.small_models import BASE, CONTEXTS, loaded, picture


def made_linear(model: LoadedModel) -> None:
    """No kinks behind the branches: the logit is a sum of what they add, and of constants."""
    for name, module in list(model.model.named_modules()):
        if isinstance(module, nn.ReLU) and not name.startswith("backbone") and "convs" not in name:
            parent, _, last = name.rpartition(".")
            setattr(model.model.get_submodule(parent), last, nn.Identity())


@pytest.mark.parametrize("name", CONTEXTS)
def test_in_a_linear_head_a_part_is_what_is_missing_without_it(name: str) -> None:
    model, image = loaded(CONTEXTS[name]), picture(64, 96)
    made_linear(model)
    whole = PixelInspector(model).inspect(image, 50, 31)
    context = next((m for m in model.model.modules() if isinstance(m, ASPP | SpatialPyramidPooling)), None)
    start = 0
    for number, part in enumerate(whole.branches):
        if context is None:
            continue
        project = context.project[0]
        assert isinstance(project, nn.Conv2d)
        width = (
            project.in_channels // len(whole.branches)
            if isinstance(context, ASPP)
            else (2 if number else project.in_channels - 3 * 2)
        )
        kept = project.weight.detach().clone()
        project.weight.data[:, start : start + width] = 0
        without = PixelInspector(model).inspect(image, 50, 31)
        project.weight.data.copy_(kept)
        start += width
        scores = {s.id: s.logit for s in (without.best, without.second) if s is not None}
        if whole.best.id in scores:
            assert part.contribution == pytest.approx(
                whole.best.logit - scores[whole.best.id], rel=1e-3, abs=0.05
            )
    assert sum(p.contribution for p in whole.parts) == pytest.approx(whole.best.logit, rel=1e-5)
    constant = whole.parts[-1]
    assert constant.kind is PartKind.CONSTANT


def test_by_hand() -> None:
    """One cell, weights of 1 and 2: the numbers can be worked out on paper."""
    config = replace(
        BASE, architecture="deeplabv3", decoder=(), separable=False, num_classes=2, rates=(1, 2)
    )
    model = loaded(config)
    aspp = model.model.get_submodule("classifier.0")
    assert isinstance(aspp, ASPP)
    head = model.model.get_submodule("classifier")
    for name, module in head.named_modules():
        if isinstance(module, nn.BatchNorm2d) and "convs" not in name:
            module.bias.data.fill_(0)
        if isinstance(module, nn.BatchNorm2d):
            module.weight.data.fill_(1)
            module.running_mean = torch.zeros_like(module.weight)
            module.running_var = torch.ones_like(module.weight) - module.eps
        if isinstance(module, nn.Conv2d):
            module.weight.data.fill_(0)
            if module.bias is not None:
                module.bias.data.fill_(0)
            if name.startswith("0.convs"):
                branch = int(name.split(".")[2])
                norm = model.model.get_submodule(f"classifier.0.convs.{branch}.{2 if branch == 3 else 1}")
                assert isinstance(norm, nn.BatchNorm2d)
                norm.bias.data.fill_(branch + 1)  # so each branch is 1, 2, 3, 4 everywhere, in 6 channels
    project = aspp.project[0]
    assert isinstance(project, nn.Conv2d)
    project.weight.data[0, 0:6] = 1  # branch 1×1: 6 · 1
    project.weight.data[0, 6:12] = 2  # rate 1: 6 · 2 · 2
    project.weight.data[0, 12:18] = -0.5  # rate 2: 6 · 3 · −0.5
    project.weight.data[0, 18] = 0.25  # image pooling: 4 · 0.25
    middle = model.model.get_submodule("classifier.1")
    assert isinstance(middle, nn.Conv2d)
    middle.weight.data[0, 0, 1, 1] = 3
    last = model.model.get_submodule("classifier.4")
    assert isinstance(last, nn.Conv2d)
    last.weight.data[1, 0] = 1
    assert last.bias is not None
    last.bias.data[1] = 5
    found = PixelInspector(model).inspect(picture(32, 32), 7, 9)
    assert found.best.id == 1
    assert found.best.logit == pytest.approx(3 * (6 + 24 - 9 + 1) + 5, rel=1e-5)
    assert [p.contribution for p in found.parts] == pytest.approx([18, 72, -27, 3, 5], rel=1e-4)
    assert [p.share for p in found.branches] == pytest.approx(
        [18 / 120, 72 / 120, -27 / 120, 3 / 120], rel=1e-4
    )
    assert [p.name for p in found.branches] == ["1×1", "rate 1", "rate 2", "image pooling"]


@pytest.mark.parametrize("name", CONTEXTS)
def test_shares_of_branches_add_up(name: str) -> None:
    found = PixelInspector(loaded(CONTEXTS[name])).inspect(picture(40, 72), 20, 20)
    assert sum(abs(p.share or 0) for p in found.branches) == pytest.approx(1)
    assert sum(p.contribution for p in found.parts) == pytest.approx(found.best.logit, abs=1e-5)
    fine = [p.name for p in found.parts if p.kind is PartKind.FINE]
    assert fine == ([] if name == "v3" else ["features at stride 8", "features at stride 4"])
    by_level = {
        n: sum(map(sum, level.contributions)) for n, level in zip((4, 2, 1), found.bins, strict=False)
    }
    assert set(by_level) == ({4, 2, 1} if name == "spp" else set())
    for level, total in zip(found.branches[1:], by_level.values(), strict=False):
        assert level.contribution == pytest.approx(total, abs=1e-5)
    assert [t.rate for t in found.taps] == ([1, 2, 3] if name in {"aspp", "v3"} else [])


def test_bins_are_those_that_hold_the_pixel() -> None:
    inspector, image = PixelInspector(loaded(CONTEXTS["spp"])), picture(64, 128)
    for x, y, expected in ((0, 0, (0, 0)), (127, 63, (3, 3)), (64, 16, (1, 2)), (63, 15, (0, 1))):
        levels = inspector.inspect(image, x, y).bins
        cells = [(b.bins, b.row, b.column) for b in levels]
        assert cells == [(4, *expected), (2, expected[0] // 2, expected[1] // 2), (1, 0, 0)]


def test_taps_lie_a_rate_apart_and_fall_off_the_map_as_valid_weights_count_them() -> None:
    inspector, image = PixelInspector(loaded()), picture(64, 96)  # 4×6 cells
    inside: dict[int, list[int]] = {1: [], 2: [], 3: []}
    for row in range(4):
        for column in range(6):
            for taps in inspector.inspect(image, column * 16 + 3, row * 16 + 9).taps:
                middle = taps.points[4]
                assert (middle.x, middle.y, middle.inside) == (column * 16 + 8, row * 16 + 8, True)
                assert taps.points[5].x - middle.x == 16 * taps.rate
                assert taps.points[7].y - middle.y == 16 * taps.rate
                inside[taps.rate].append(sum(p.inside for p in taps.points))
    for rate, counts in inside.items():
        assert np.mean(counts) == pytest.approx(rate_weights(rate, True, 4, 6).mean)
