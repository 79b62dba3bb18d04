"""A model that sees tiles says what it says of the whole: its global poolings answer for the image."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from timm.layers.squeeze_excite import SEModule
from timm.models._efficientnet_blocks import SqueezeExcite
from torch import Tensor, nn
from torchvision.ops.misc import SqueezeExcitation

from segstudio.core.progress import CancelToken
from segstudio.deeplab.layers import ASPP, SpatialPyramidPooling
from segstudio.deeplab.prediction.statistics import ImageStatistics
from segstudio.deeplab.prediction.tiling import Plan, Tile, seen_pixels
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.quick.mirroring import Mirrored
from segstudio.deeplab.weights import LoadedModel

SQUEEZES: dict[str, Callable[[], nn.Module]] = {
    "none": nn.Identity,
    "timm": lambda: SqueezeExcite(12),
    "timm_se": lambda: SEModule(12, rd_ratio=0.5),
    "torchvision": lambda: SqueezeExcitation(12, 6),
}
CONTEXTS: dict[str, Callable[[], nn.Module]] = {
    "aspp": lambda: ASPP(12, (1, 2), 8),
    "spp": lambda: SpatialPyramidPooling(12, 8),
}


class Near(nn.Module):
    """A DeepLab in small: cells at stride 8 that see about 100 pixels, besides what is pooled over everything."""

    def __init__(self, squeeze: nn.Module, context: nn.Module) -> None:
        super().__init__()
        self.backbone = nn.Sequential(
            nn.Conv2d(3, 12, 3, 2, 1),
            nn.ReLU(),
            nn.Conv2d(12, 12, 3, 2, 1),
            squeeze,
            nn.Conv2d(12, 12, 3, 2, 1),
        )
        self.context = context
        self.classifier = nn.Conv2d(8, 3, 1)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.classifier(self.context(self.backbone(x))) * 40
        return out


def near(tiny: LoadedModel, squeeze: str, context: str, tile_pixels: int) -> Predictor:
    torch.manual_seed(4)
    model = Near(SQUEEZES[squeeze](), CONTEXTS[context]()).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            pooled = squeeze != "none" and ".3." in name and name.startswith("backbone")
            if pooled or name.startswith(("context.convs.3.1", "context.convs.2.0")):
                parameter.mul_(8)  # what is said of the whole weighs much
    config = dataclasses.replace(tiny.description.config, tile_pixels=tile_pixels)
    description = dataclasses.replace(tiny.description, config=config)
    loaded = dataclasses.replace(tiny, model=model, description=description)  # type: ignore[arg-type]  # as good as one
    return Predictor(loaded, "cpu", threads=1, fast=False)


def picture(height: int, width: int) -> NDArray[np.uint8]:
    """Dark on one side, bright on the other: the mean of a tile is not that of the image."""
    rng = np.random.default_rng(1)
    cells = rng.integers(0, 120, (height // 16, width // 16, 3)) + np.linspace(0, 135, width // 16)[:, None]
    return np.asarray(cv2.resize(cells.astype(np.uint8), (width, height), interpolation=cv2.INTER_CUBIC))


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("squeeze", SQUEEZES)
def test_tiles_say_what_the_whole_says(tiny: LoadedModel, squeeze: str, context: str) -> None:
    image = picture(480, 640)
    whole = near(tiny, squeeze, context, 1 << 30).predict(image).logits.astype(int)
    tiled = near(tiny, squeeze, context, 1 << 16)
    tiles = tiled.predict(image).logits
    assert np.ptp(whole, axis=0).max() > 20
    assert np.abs(tiles - whole).max() <= 1  # rounding
    tiled._placed.statistics.passes = 0  # each tile with its own: what would be seen without the first pass
    assert np.abs(tiled.predict(image).logits - whole).max() > 3


def test_the_next_image_has_statistics_of_its_own(tiny: LoadedModel) -> None:
    predictor = near(tiny, "timm", "aspp", 1 << 16)
    image = picture(480, 640)
    first = predictor.predict(image).logits
    predictor.predict(255 - image)
    np.testing.assert_array_equal(predictor.predict(image).logits, first)
    small = picture(64, 96)  # in one piece: nothing of the former image is left in it
    expected = near(tiny, "timm", "aspp", 1 << 30).predict(small).logits
    np.testing.assert_array_equal(predictor.predict(small).logits, expected)


def test_a_prediction_that_was_cancelled_between_tiles_leaves_nothing_behind(tiny: LoadedModel) -> None:
    from segstudio.core.errors import Cancelled

    class Later(CancelToken):
        looks = 12

        def raise_if_cancelled(self) -> None:
            self.looks -= 1
            if self.looks < 0:
                self.cancel()
            super().raise_if_cancelled()

    predictor = near(tiny, "timm", "aspp", 1 << 16)
    image = picture(480, 640)
    first = predictor.predict(image).logits
    with pytest.raises(Cancelled):
        predictor.predict(255 - image, Later())
    np.testing.assert_array_equal(predictor.predict(image).logits, first)


def test_a_model_with_another_view_of_the_whole_is_named(tiny: LoadedModel) -> None:
    predictor = near(tiny, "none", "aspp", 1 << 16)
    predictor.predict(picture(480, 640))
    assert predictor.notices == []
    model = Near(nn.GroupNorm(3, 12), ASPP(12, (1, 2), 8)).eval()
    config = dataclasses.replace(tiny.description.config, tile_pixels=1 << 16)
    description = dataclasses.replace(tiny.description, config=config)
    loaded = dataclasses.replace(tiny, model=model, description=description)  # type: ignore[arg-type]  # as good as one
    predictor = Predictor(loaded, "cpu", threads=1, fast=False)
    predictor.predict(picture(480, 640))
    assert len(predictor.notices) == 1
    assert "tiles" in predictor.notices[0]


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("size", [(480, 640), (300, 333)])
def test_the_mean_is_that_of_the_image(mirrored: bool, size: tuple[int, int]) -> None:
    """Also inside a model that sees everything turned over: each tile counts its own part, once."""
    image = picture(512, 640)[: size[0], : size[1]]
    model: nn.Module = nn.Sequential(nn.AdaptiveAvgPool2d(1))
    model = Mirrored(model) if mirrored else model
    statistics = ImageStatistics(model, mirrored=mirrored)
    plan = Plan.of(size, 1 << 16)
    assert len(plan) >= 4

    def seen(tile: Tile) -> Tensor:
        return torch.from_numpy(seen_pixels(image, tile).copy()).permute(2, 0, 1)[None].float()

    for tile in plan:
        statistics.measure(model, seen(tile), tile)
    statistics.know()
    expected = image.reshape(-1, 3).mean(axis=0)
    for tile in plan:
        with statistics.of_tile(tile):
            np.testing.assert_allclose(model(seen(tile)).ravel().numpy(), expected, rtol=1e-4)
    alone = model(seen(tile)).ravel().numpy()  # nothing of it is left outside
    assert np.abs(alone - seen(tile).mean((2, 3)).ravel().numpy()).max() < 1e-2
