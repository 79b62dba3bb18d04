"""Why a pixel got its class: against differences and against the predictor."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from segstudio.core.errors import Cancelled, InputError, WorkError
from segstudio.core.inspection import PartKind, as_json
from segstudio.deeplab.inspection import forward
from segstudio.deeplab.inspection.pixel import PixelInspector
from segstudio.deeplab.inspection.view import view_of
from segstudio.deeplab.predictor import Predictor
from tests.unit.deeplab.inspection.small_models import BASE, CONTEXTS, Impatient, loaded, picture


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
