"""Averaging over sizes and the mirror image."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch.nn import functional

from segstudio.core.errors import InputError
from segstudio.core.predicting import PLAIN, PredictOptions, Refinement, parse_scales
from segstudio.core.prediction import as_logits, quantised
from segstudio.deeplab.prediction import averaging
from segstudio.deeplab.prediction.averaging import Averaging, softmax
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.weights import LoadedModel


def picture(height: int, width: int, seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def with_options(loaded: LoadedModel, **values: object) -> Predictor:
    options = PredictOptions(**values)  # type: ignore[arg-type]  # a test's
    return Predictor(loaded, "cpu", threads=1, fast=False, options=options)


def test_one_look_at_the_own_size_changes_nothing(tiny: LoadedModel) -> None:
    image = picture(64, 96)
    plain = Predictor(tiny, "cpu", threads=1, fast=False).predict(image)
    same = with_options(tiny, scales=(1.0,)).predict(image)
    np.testing.assert_array_equal(same.logits, plain.logits)
    assert same.model_id == plain.model_id


def test_the_average_of_one_view_is_that_view() -> None:
    logits = np.random.default_rng(1).normal(0, 3, (4, 9, 11)).astype(np.float32)
    averaging = Averaging(4, (9, 11))
    averaging.add(logits)
    assert np.abs(averaging.result().astype(int) - quantised(logits)).max() <= 1


def test_a_mirrored_picture_has_the_mirrored_prediction(tiny: LoadedModel) -> None:
    predictor = with_options(tiny, flip=True)
    image = picture(64, 96)
    once = predictor.predict(image).logits.astype(int)
    turned = predictor.predict(np.ascontiguousarray(image[:, ::-1])).logits
    assert np.abs(once - turned[:, :, ::-1]).max() <= 1


def test_probabilities_are_averaged_as_the_papers_do(tiny: LoadedModel) -> None:
    """Against torch: every view resized to the grid of the first, softmax, mean."""
    image = picture(64, 96)
    predictor = with_options(tiny, scales=(1.0, 0.5), flip=True)
    got = softmax(as_logits(predictor.predict(image).logits))
    total = torch.zeros(3, 16, 24)
    small = with_options(tiny, scales=(0.5,))
    for scale in (1.0, 0.5):
        for flip in (False, True):
            view = image[:, ::-1].copy() if flip else image
            if scale == 1.0:
                logits = Predictor(tiny, "cpu", threads=1, fast=False).logits(view)
            else:
                from segstudio.deeplab.fitting import fitted

                logits = small._placed.whole([fitted(view, tiny.description.config, scale)])[0].numpy()
            cells = torch.from_numpy(logits.copy())[None]
            cells = cells.flip(-1) if flip else cells
            total += functional.interpolate(cells, (16, 24), mode="bilinear")[0].softmax(0)
    np.testing.assert_allclose(got, (total / 4).numpy(), atol=0.03)  # quantisation, and remap's 1/32 steps


def test_bands_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(2)
    views = [rng.normal(0, 2, (3, h, w)).astype(np.float32) for h, w in ((20, 30), (13, 19), (41, 60))]

    def averaged() -> NDArray[np.uint8]:
        averaging = Averaging(3, (20, 30))
        for view in views:
            averaging.add(view, mirrored=True)
            averaging.add(quantised(view))
        return averaging.result()

    whole = averaged()
    monkeypatch.setattr(averaging, "_BAND_CELLS", 1)
    assert np.abs(averaged().astype(int) - whole).max() <= 1


def test_views_too_large_for_one_piece_are_averaged_too(tiny: LoadedModel) -> None:
    config = dataclasses.replace(tiny.description.config, tile_pixels=1 << 16)
    loaded = dataclasses.replace(tiny, description=dataclasses.replace(tiny.description, config=config))
    prediction = with_options(loaded, scales=(0.5, 1.0), flip=True).predict(picture(320, 352))
    assert prediction.logits.shape == (3, 80, 88)
    assert prediction.label_map().shape == (320, 352)


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (3, 2)])
def test_tiny_pictures_at_tiny_scales(tiny: LoadedModel, size: tuple[int, int]) -> None:
    predictor = with_options(tiny, scales=(0.1, 1.0, 2.5), flip=True, refine=Refinement.GUIDED)
    assert predictor.predict(picture(*size)).label_map().shape == size


def test_other_options_are_another_prediction(tiny: LoadedModel) -> None:
    variants: list[dict[str, object]] = [
        {},
        {"flip": True},
        {"scales": (0.5, 1.0)},
        {"scales": (0.5,)},
        {"refine": Refinement.GUIDED},
        {"refine": Refinement.CRF},
        {"full_size": True},
    ]
    ids = {with_options(tiny, **variant).model_id for variant in variants}
    assert len(ids) == len(variants)
    assert PLAIN.identity("abc") == "abc"  # predictions that are stored already stay valid


@pytest.mark.parametrize("text", ["", "a", "1,,2", "0", "-1", "5", "1,1", "nan", "inf", "1," * 9 + "2"])
def test_impossible_scales_are_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match="scale"):
        PredictOptions(scales=parse_scales(text))
