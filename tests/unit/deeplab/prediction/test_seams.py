"""No seam where tiles meet: with the model in the box, and with a random one that pools and squeezes."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from segstudio.deeplab.model import build_model
from segstudio.deeplab.prediction.tiling import Plan
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.weights import LoadedModel, load_model
from segstudio.scenes.render import render_scene

PIXELS = 1 << 16


@pytest.fixture(scope="module")
def scene() -> NDArray[np.uint8]:
    return render_scene(503, 448, 256).image


def predictor(loaded: LoadedModel, tile_pixels: int) -> Predictor:
    config = dataclasses.replace(loaded.description.config, tile_pixels=tile_pixels, enlarged_pixels=0)
    description = dataclasses.replace(loaded.description, config=config)
    return Predictor(dataclasses.replace(loaded, description=description), "cpu", threads=1, fast=False)


def squeezed(tiny: LoadedModel) -> LoadedModel:
    """A MobileNetV3, whose blocks squeeze, with random weights."""
    torch.manual_seed(3)
    config = dataclasses.replace(tiny.description.config, backbone="mobilenet_v3_large")
    model = build_model(config).eval()
    with torch.no_grad():  # of a size that quantised logits show
        model.classifier.weight.mul_(200)  # type: ignore[operator]  # a Conv2d
    return dataclasses.replace(
        tiny, model=model, description=dataclasses.replace(tiny.description, config=config)
    )


def steps(logits: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Mean difference between neighbouring columns of cells, one number per border between two."""
    return np.asarray(np.abs(np.diff(logits.astype(int), axis=2)).mean(axis=(0, 1)))


@pytest.mark.parametrize("kind", ["bundled", "squeezed"])
def test_tile_borders_do_not_show(tiny: LoadedModel, scene: NDArray[np.uint8], kind: str) -> None:
    loaded = load_model("bundled", "cpu") if kind == "bundled" else squeezed(tiny)
    whole, tiled = predictor(loaded, 1 << 30), predictor(loaded, PIXELS)
    expected, got = whole.predict(scene).logits, tiled.predict(scene).logits
    plan = Plan.of((scene.shape[0], scene.shape[1]), PIXELS)
    assert len(plan.columns) > 1
    stride = scene.shape[1] // got.shape[2]
    # a column of cells at which a tile begins or ends to be seen, kept or counted, and those beside it
    edges = {
        edge // stride + near
        for span in plan.columns
        for edge in (*span.seen, *span.kept, *span.own)
        for near in (-2, -1, 0)
        if 0 < edge < scene.shape[1]
    }
    there = np.array(sorted(edges))
    elsewhere = np.setdiff1d(np.arange(got.shape[2] - 1), there)
    more = steps(got) - steps(expected)  # what tiles add to the differences that the picture has
    assert more[there].max() <= more[elsewhere].max() + 0.05
    assert steps(got)[there].max() <= steps(expected).max()
    assert (got.argmax(axis=0) == expected.argmax(axis=0)).mean() > 0.95
