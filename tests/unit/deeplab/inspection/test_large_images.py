"""Of a large image the surroundings of a pixel are looked at: what they say is what the whole does."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch

from segstudio.core.errors import Cancelled, WorkError
from segstudio.core.geometry import Rect
from segstudio.deeplab.inspection import pixel
from segstudio.deeplab.inspection.pixel import SMALLEST_VIEW, PixelInspector
from segstudio.deeplab.model import DecoderLevel
from segstudio.deeplab.weights import load_model
from segstudio.scenes.render import render_scene
from tests.unit.deeplab.inspection.small_models import BASE, CONTEXTS, Impatient, loaded, picture


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
