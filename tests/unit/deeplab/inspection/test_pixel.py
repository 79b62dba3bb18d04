"""Why a pixel got its class: against differences, against the predictor, and against a head that is linear."""

from __future__ import annotations

import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import nn

from segstudio.core.classes import table_of
from segstudio.core.errors import Cancelled, InputError, WorkError
from segstudio.core.geometry import Rect
from segstudio.core.inspection import PartKind, as_json
from segstudio.core.progress import CancelToken
from segstudio.deeplab.backbones import Backbone
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription
from segstudio.deeplab.fitting import fitted_size
from segstudio.deeplab.inspection import forward, pixel
from segstudio.deeplab.inspection.pixel import SMALLEST_VIEW, PixelInspector
from segstudio.deeplab.inspection.view import ALIGNMENT, view_of, view_size
from segstudio.deeplab.inspection.whole import WholeMeans
from segstudio.deeplab.layers import ASPP, SpatialPyramidPooling
from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.weights import LoadedModel, load_model
from segstudio.scenes.render import render_scene

BASE = ModelConfig(
    backbone="mobilenetv2_035", num_classes=4, context_channels=6, rates=(1, 2, 3), dropout=0.0,
    decoder=(DecoderLevel(8, 4, 6), DecoderLevel(4, 4, 6)), working_pixels=1 << 16,
)  # fmt: skip
Pixels = NDArray[np.uint8]


def loaded(config: ModelConfig = BASE, seed: int = 3) -> LoadedModel:
    """Random weights; batch normalisation has the statistics of a few pictures, so that the maps are alive."""
    torch.manual_seed(seed)
    model = build_model(config).train()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = 0.7
            nn.init.constant_(module.bias, 0.3)
    with torch.no_grad():
        for _ in range(3):
            model(torch.randn(4, 3, 64, 64))
    names = ["sky", "road", "car", "tree"][: config.num_classes]
    return LoadedModel(model.eval(), ModelDescription(config, table_of(names), "small"), "0123")


def picture(height: int, width: int, seed: int = 1) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def made_linear(model: LoadedModel) -> None:
    """No kinks behind the branches: the logit is a sum of what they add, and of constants."""
    for name, module in list(model.model.named_modules()):
        if isinstance(module, nn.ReLU) and not name.startswith("backbone") and "convs" not in name:
            parent, _, last = name.rpartition(".")
            setattr(model.model.get_submodule(parent), last, nn.Identity())


def test_influence_is_what_differences_say() -> None:
    model, image, (x, y) = loaded(), picture(48, 40), (13, 21)
    found = PixelInspector(model).inspect(image, x, y)
    double = PixelInspector(model)._model.double()
    config = BASE

    def logit(pixels: torch.Tensor) -> float:
        mean, std = (
            torch.tensor(v, dtype=torch.double).view(1, 3, 1, 1) for v in (config.mean, config.std)
        )
        with torch.no_grad():
            out = double((pixels - mean) / std)
        whole = nn.functional.interpolate(out, size=(48, 40), mode="bilinear", align_corners=False)
        return float(whole[0, found.best.id, y, x])

    base = torch.from_numpy(image).permute(2, 0, 1)[None].double()
    places = [(21, 13), (20, 16), (30, 10), (5, 5), (40, 30)]
    lengths = []
    for row, column in places:
        slopes = []
        for channel in range(3):
            ends = []
            for step in (1e-4, -1e-4):
                moved = base.clone()
                moved[0, channel, row, column] += step
                ends.append(logit(moved))
            slopes.append((ends[0] - ends[1]) / 2e-4)
        lengths.append(float(np.linalg.norm(slopes)))
    said = [float(found.influence[place]) for place in places]
    assert lengths[0] > 0
    assert np.array(said) / said[0] == pytest.approx(np.array(lengths) / lengths[0], rel=1e-3, abs=1e-6)
    assert found.best.logit == pytest.approx(logit(base), rel=1e-4)
    assert found.influence.sum() == pytest.approx(1, rel=1e-5)


@pytest.mark.parametrize("size", [(48, 64), (37, 61), (1, 1), (3, 200), (700, 300)])
def test_class_and_confidence_are_the_predictors(size: tuple[int, int]) -> None:
    model, image = loaded(), picture(*size)
    prediction = Predictor(model, "cpu", threads=1, fast=False).predict(image)
    label, confidence = prediction.label_map(), prediction.confidence()
    inspector = PixelInspector(model)
    for x, y in {(0, 0), (size[1] - 1, size[0] - 1), (size[1] // 2, size[0] // 3)}:
        found = inspector.inspect(image, x, y)
        assert found.best.probability == pytest.approx(confidence[y, x] / 255, abs=0.02)
        assert found.second is not None
        if found.best.logit - found.second.logit > 0.15:  # half a step of the quantised logits each
            assert found.best.id == label[y, x]
        assert found.best.name == model.description.classes.name_of(found.best.id)


CONTEXTS = {
    "aspp": BASE,
    "spp": replace(BASE, context="spp", rates=()),
    "none": replace(BASE, context="none", rates=()),
    "v3": replace(BASE, architecture="deeplabv3", decoder=(), separable=False),
}


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
    from segstudio.deeplab.inspection.network import rate_weights

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


def test_an_image_past_the_limit_shows_the_surroundings_of_the_pixel() -> None:
    model, image = loaded(replace(BASE, working_pixels=0)), picture(400, 600)
    inspector = PixelInspector(model, memory=1)
    found = inspector.inspect(image, 580, 30)
    assert found.cropped
    assert found.region.intersect(Rect(580, 30, 1, 1)).area == 1
    assert found.region.area == found.influence.size <= SMALLEST_VIEW
    assert not PixelInspector(model).inspect(image, 580, 30).cropped


def test_without_memory_less_is_looked_at_until_there_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inspector = PixelInspector(loaded(replace(BASE, working_pixels=0)))
    tried: list[int] = []

    def too_large(x: torch.Tensor) -> torch.Tensor:
        tried.append(x.shape[2] * x.shape[3])
        raise torch.OutOfMemoryError("out of memory")

    monkeypatch.setattr(inspector._model.get_submodule("backbone"), "forward", too_large)
    with pytest.raises(WorkError, match="too little memory"):
        inspector.inspect(picture(700, 900), 3, 3)
    assert tried == sorted(tried, reverse=True)
    assert tried[-1] <= SMALLEST_VIEW


@settings(deadline=None, max_examples=60)
@given(
    height=st.integers(1, 300), width=st.integers(1, 300), at=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    limit=st.integers(64 * 64, 30_000), working=st.sampled_from([1 << 14, 1 << 20]), enlarged=st.sampled_from([0, 20_000]),
)  # fmt: skip
def test_a_view_holds_the_pixel_and_keeps_the_limit(
    height: int, width: int, at: tuple[float, float], limit: int, working: int, enlarged: int
) -> None:
    config = replace(BASE, working_pixels=working, enlarged_pixels=enlarged)
    x, y = min(int(at[0] * width), width - 1), min(int(at[1] * height), height - 1)
    view = view_of((height, width), x, y, config, limit)
    assert view.of(np.zeros((height, width, 3), np.uint8)).shape[:2] == view.size
    assert view.size == view_size(height, width, config, limit)
    assert view.size[0] * view.size[1] <= max(limit, ALIGNMENT * ALIGNMENT)
    assert Rect(0, 0, width, height).intersect(view.region) == view.region
    assert view.region.intersect(Rect(x, y, 1, 1)).area == 1
    assert view.cropped == (view.region.area < height * width)
    for length, seen, start in zip(
        fitted_size((height, width), config), view.size, view.start, strict=True
    ):
        assert (length - seen) % ALIGNMENT == start % ALIGNMENT == 0  # cells lie as those of the whole
        assert start + seen <= length


class Pooling(Backbone):
    """Every cell is told of itself and of the mean of all."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)

    def forward(self, x: torch.Tensor) -> list[torch.Tensor]:
        near = torch.relu(x * 2 - 0.3)
        mean: torch.Tensor = self.pool(near)
        return [near * mean + mean]

    def modules_up_to(self, stride: int) -> list[nn.Module]:
        return []


def test_a_part_has_the_answers_and_gradients_of_the_whole() -> None:
    model = Pooling()
    means = WholeMeans(model)
    assert means.possible
    x = torch.rand(1, 3, 12, 10)
    whole = x.clone().requires_grad_(True)
    (answer,) = model(whole)
    answer[0, 0, 5, 6].backward()
    (measured,) = means.measure(x)
    torch.testing.assert_close(measured, answer)
    part = x[:, :, 4:10, 2:9].clone().requires_grad_(True)
    with means.part(6 * 7 / 120):
        (near,) = model(part)
        near[0, 0, 1, 4].backward()
    torch.testing.assert_close(near, answer[:, :, 4:10, 2:9])
    assert part.grad is not None
    assert whole.grad is not None
    torch.testing.assert_close(part.grad, whole.grad[:, :, 4:10, 2:9])
    torch.testing.assert_close(model(part), Pooling()(part))  # and outside nothing is left of it


LARGE = {
    **CONTEXTS,
    "corners": replace(BASE, dialect="smp", decoder=(DecoderLevel(4, 4, 6),)),
    "squeezed": replace(BASE, backbone="mobilenet_v3_large", decoder=(DecoderLevel(4, 4, 6),)),
    "timm's squeezes": replace(BASE, backbone="tf_efficientnet_b0", decoder=(DecoderLevel(4, 4, 6),)),
}


@pytest.mark.parametrize("name", LARGE)
def test_of_a_large_image_only_the_influence_is_followed_in_a_part(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Class, confidence, branches, taps and bins are those of the whole, also when they reach out of the part."""
    model = loaded(replace(LARGE[name], working_pixels=0))
    inspector, image = PixelInspector(model), render_scene(501, 400, 300).image
    for place in ((320, 230), (0, 299), (200, 150)):
        whole = inspector.inspect(image, *place)
        with monkeypatch.context() as patch:
            patch.setattr(pixel, "QUICK_VIEW", 200 * 200)
            near = inspector.inspect(image, *place)
        assert near.cropped
        assert not whole.cropped
        assert near.region.area < near.seen.area == 400 * 300
        assert (near.best.id, near.taps) == (whole.best.id, whole.taps)
        assert near.best.logit == pytest.approx(whole.best.logit, abs=1e-4)
        assert near.best.probability == pytest.approx(whole.best.probability, abs=1e-4)
        assert [p.name for p in near.parts] == [p.name for p in whole.parts]
        assert [p.contribution for p in near.parts] == pytest.approx(
            [p.contribution for p in whole.parts], abs=1e-3
        )
        for level, other in zip(near.bins, whole.bins, strict=True):
            assert (level.row, level.column) == (other.row, other.column)
            assert np.allclose(level.contributions, other.contributions, atol=1e-4)


def test_the_influence_in_a_part_is_that_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    inspector = PixelInspector(load_model("bundled", "cpu"))
    image = render_scene(501, 400, 300).image
    whole = inspector.inspect(image, 320, 230)
    monkeypatch.setattr(pixel, "QUICK_VIEW", 200_000)
    near = inspector.inspect(image, 320, 230)
    assert near.cropped
    rows, columns = (slice(-side, None) for side in near.influence.shape)  # it lies in the corner
    inside = whole.influence[rows, columns]
    assert inside.sum() > 0.7
    maps = [cv2.GaussianBlur(part, (0, 0), 4).ravel() for part in (inside, near.influence)]
    assert float(np.asarray(np.corrcoef(maps))[0, 1]) > 0.98
    assert (
        inspector.input_size(300, 400) == whole.influence.shape
    )  # what the model is given stays the whole


def test_what_was_prepared_is_not_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    inspector = PixelInspector(loaded(replace(BASE, working_pixels=0)))
    monkeypatch.setattr(pixel, "QUICK_VIEW", 64 * 64)
    seen: list[tuple[int, ...]] = []
    inspector._model.backbone.register_forward_hook(lambda _m, args, _out: seen.append(args[0].shape[2:]))
    image = picture(128, 160)
    with pytest.raises(Cancelled):
        inspector.prepare(image, Impatient(0))
    inspector.prepare(image)
    assert seen == [(128, 160)]
    inspector.inspect(image, 3, 3)
    inspector.inspect(image, 150, 3)
    assert (128, 160) not in seen[1:]
    inspector.inspect(picture(128, 160, seed=2), 3, 3)
    assert (128, 160) in seen[1:], "another image is"


def test_the_disc_of_reach_holds_its_share() -> None:
    view = view_of((40, 60), 10, 20, BASE, 1 << 20)
    influence = np.zeros((40, 60), np.float32)
    influence[20, 10], influence[20, 15], influence[20, 40] = 0.5, 0.4, 0.1
    assert [r.radius for r in view.reach(influence, (0.49, 0.89, 1.0))] == [0, 5, 30]


def test_what_cannot_be_asked() -> None:
    inspector = PixelInspector(loaded())
    with pytest.raises(InputError, match="40×30"):
        inspector.inspect(picture(30, 40), 40, 0)
    broken = loaded()
    nn.init.constant_(
        next(p for n, p in broken.model.named_parameters() if n == "classifier.weight"), float("nan")
    )
    with pytest.raises(WorkError, match="no numbers"):
        PixelInspector(broken).inspect(picture(30, 40), 3, 3)
    view = view_of((30, 40), 3, 3, BASE, 1 << 20)
    with pytest.raises(WorkError, match="no numbers"):
        inspector._influence(torch.full((1, 3, 64, 64), float("inf")), view)


@pytest.mark.parametrize("size", [(256, 320), (250, 310)])
def test_decoding_only_around_the_pixel_changes_nothing(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    model, image = loaded(replace(BASE, working_pixels=0)), picture(*size)
    inspector = PixelInspector(model)
    places = [(0, 0), (size[1] - 1, size[0] - 1), (150, 100), (17, 200)]
    near = [inspector.inspect(image, *place) for place in places]
    monkeypatch.setattr(forward, "_MARGIN", 1000)
    for place, found in zip(places, near, strict=True):
        whole = inspector.inspect(image, *place)
        assert found.best.logit == pytest.approx(whole.best.logit, abs=1e-5)
        np.testing.assert_allclose(found.influence, whole.influence, atol=1e-6)
        fine = [p.name for p in found.parts if p.kind is PartKind.FINE]
        assert fine == ["features at stride 8", "features at stride 4"]
        assert [p.contribution for p in found.parts] == pytest.approx(
            [p.contribution for p in whole.parts], abs=1e-5
        )


class Impatient(CancelToken):
    """Cancelled after it has been looked at a number of times: on the way forth, and on the way back."""

    def __init__(self, patience: float) -> None:
        super().__init__()
        self.patience = patience
        self.looks = 0

    def raise_if_cancelled(self) -> None:
        self.looks += 1
        if self.looks > self.patience:
            self.cancel()
        super().raise_if_cancelled()


def test_it_can_be_cancelled_at_any_moment() -> None:
    inspector = PixelInspector(loaded())
    patient = Impatient(1000)
    inspector.inspect(picture(32, 32), 3, 3, patient)
    assert patient.looks > 20
    for patience in (0, 1, patient.looks // 2, patient.looks - 3, patient.looks - 1):
        with pytest.raises(Cancelled):
            inspector.inspect(picture(32, 32), 3, 3, Impatient(patience))
    assert inspector.inspect(picture(32, 32), 3, 3).best.probability > 0, "it works on afterwards"


def test_a_model_of_one_class_has_no_second() -> None:
    found = PixelInspector(loaded(replace(BASE, num_classes=1))).inspect(picture(32, 32), 3, 3)
    assert found.second is None
    assert found.best.probability == 1


def test_the_loaded_model_stays_as_it_is() -> None:
    model = loaded()
    before = {k: v.clone() for k, v in model.model.state_dict().items()}
    PixelInspector(model).inspect(picture(32, 32), 3, 3)
    assert all(torch.equal(before[k], v) for k, v in model.model.state_dict().items())
    assert all(p.requires_grad for p in model.model.parameters())


def test_json_holds_all_but_the_picture() -> None:
    found = PixelInspector(loaded(CONTEXTS["spp"])).inspect(picture(32, 32), 3, 3)
    written = json.loads(json.dumps(as_json(found), allow_nan=False))
    assert written["region"] == [0, 0, 32, 32]
    assert written["best"]["name"] == found.best.name
    assert written["parts"][0]["kind"] == "branch"
    assert "influence" not in written
