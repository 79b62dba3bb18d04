"""The simulated annotator: its hand keeps to its own rules, and its figures are what it did."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.bench import effort
from segstudio.bench._effort_annotator import Work, annotate, gain, largest_wrong
from segstudio.bench._effort_hand import REACH, TREMOR, Stroke, dense, outline, sweeps, trembling
from segstudio.bench._effort_tools import ALL_TOOLS, BRUSH_ONLY, BUTTONS, Scene, scene_of
from segstudio.core.arrays import Mask
from segstudio.core.classes import table_of
from segstudio.core.errors import InputError
from segstudio.core.prediction import Prediction
from segstudio.labels.areas.regions import polygon
from segstudio.labels.effects import paint
from segstudio.labels.patch import Area
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score

SHAPE = (48, 64)
TABLE = table_of(["a", "b", "c"], 3)


def blobs(seed: int, shape: tuple[int, int] = SHAPE, coarse: int = 8) -> Mask:
    rng = np.random.default_rng(seed)
    small = rng.random((shape[0] // coarse, shape[1] // coarse)) < 0.5
    return np.kron(small, np.ones((coarse, coarse), np.bool_)).astype(np.bool_)


def a_scene(seed: int = 0, *, predicted: bool) -> Scene:
    """Blobs of three classes and some void; the model is right but for its borders and for one class."""
    rng = np.random.default_rng(seed)
    truth = np.where(blobs(seed), 1, 0).astype(np.uint8)
    truth[blobs(seed + 1, coarse=16)] = 2
    image = np.array([(200, 40, 40), (40, 180, 60), (50, 60, 220), (0, 0, 0)], np.uint8)[truth]
    cells = truth[2::4, 2::4]
    logits = np.stack([(cells == c) * 4.0 for c in range(3)]) + rng.normal(0, 1, (3, *cells.shape))
    logits[1] -= 2.5
    truth[:, 60:] = 3
    prediction = Prediction.from_logits(logits.astype(np.float32), SHAPE, TABLE, "id", "name")
    return scene_of(truth, image, prediction, TABLE, predicted=predicted)


def miou(scene: Scene) -> float:
    found = score(ConfusionMatrix.from_labels(scene.truth, scene.label_map.label, 3, 3)).miou
    assert found is not None
    return found


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 999))
def test_the_tip_stays_clear_of_what_it_would_spoil_and_within_reach(seed: int) -> None:
    allowed = blobs(seed)
    wanted = allowed & blobs(seed + 1, coarse=4)
    if not wanted.any():
        return
    rng = np.random.default_rng(seed)
    strokes = list(sweeps(wanted, wanted, allowed))
    assert strokes
    ys, xs = np.nonzero(~allowed)
    for drawn in strokes:
        stroke = trembling(drawn, rng)
        assert drawn.way <= REACH + 1e-6
        for (x, y), (u, v) in zip(stroke.points, drawn.points, strict=True):
            assert math.dist((x, y), (u, v)) <= TREMOR / stroke.zoom + 1e-9
            if len(xs):
                assert np.hypot(xs + 0.5 - x, ys + 0.5 - y).min() > stroke.radius


def test_an_outline_holds_its_pixels_and_the_hand_trembles_all_along_it() -> None:
    mask = blobs(3)
    mask[:8] = mask[-8:] = mask[:, :8] = mask[:, -8:] = False
    mask[20:30, 20:40] = True
    area = polygon(outline(mask, 0.0), SHAPE)
    found = np.zeros(SHAPE, np.bool_)
    found[area.rect.slices] = area.mask
    assert found[20:30, 20:40].all()
    assert not (found & ~mask & ~filled(mask)).any()
    points = dense(((0.0, 0.0), (30.0, 0.0), (30.0, 30.0)), 4.0)
    gaps = [math.dist(a, b) * 4 for a, b in zip(points, (*points[1:], points[0]), strict=True)]
    assert max(gaps) <= 8.0 + 1e-9


def filled(mask: Mask) -> Mask:
    from scipy import ndimage  # type: ignore[import-untyped]  # no stubs

    return np.asarray(ndimage.binary_fill_holes(mask, np.ones((3, 3))), np.bool_)


def test_the_way_of_a_stroke_is_measured_on_the_screen() -> None:
    assert Stroke(((0.0, 0.0), (3.0, 4.0), (3.0, 6.0)), 4.0).way == pytest.approx(28.0)
    assert Stroke(((5.0, 5.0),), 8.0).way == 0.0


@pytest.mark.parametrize("all_tools", [False, True])
def test_the_annotator_reaches_its_goal_stroke_by_stroke(all_tools: bool) -> None:
    scene = a_scene(predicted=True)
    before = miou(scene)
    work = annotate(scene, all_tools=all_tools, goal=0.95, most=200, num_classes=3)
    assert work.reached
    assert work.miou == pytest.approx(miou(scene), abs=1e-12)
    assert before < 0.95 <= work.miou
    assert work.tools.total() == work.strokes
    assert work.travel > 0
    assert all_tools or set(work.tools) == {"brush"}


def test_from_nothing_it_stops_at_the_most_strokes() -> None:
    scene = a_scene(predicted=False)
    work = annotate(scene, all_tools=False, goal=1.0, most=5, num_classes=3)
    assert (work.strokes, work.reached) == (5, False)
    assert 0 < work.miou < 1


def test_pixel_by_pixel_everything_can_be_mended() -> None:
    scene = a_scene(predicted=True)
    work = annotate(scene, all_tools=False, goal=1.0, most=2000, num_classes=3)
    assert work.reached
    assert largest_wrong(scene) is None


def test_every_offer_is_pure_and_brushes_do_no_harm() -> None:
    scene = a_scene(predicted=True)
    before = scene.label_map.copy()
    wrong = largest_wrong(scene)
    assert wrong is not None
    assert (scene.truth[wrong.window.slices][wrong.region] == wrong.class_id).all()
    rng = np.random.default_rng(0)
    kinds = set()
    for maker in (*ALL_TOOLS, *BUTTONS):
        for offer in maker(scene, wrong, rng):
            kinds.add(offer.spec.id)
            assert offer.way <= REACH * 1.5  # the tremor is on the way too
            if maker in BRUSH_ONLY:
                assert gain(scene, offer.change) > 0
    assert scene.label_map == before
    assert kinds >= {
        "brush",
        "lasso",
        "snap",
        "rectangle",
        "wand",
        "fill",
        "second_choice",
        "smooth",
        "specks",
    }


def test_gain_counts_what_is_mended_less_what_is_spoilt() -> None:
    scene = a_scene(predicted=False)
    area = Area(scene.label_map.rect, np.ones(SHAPE, np.bool_))
    right = int(np.count_nonzero(scene.truth == 1))
    assert gain(scene, paint(area, 1)) == right
    scene.label_map.label[...] = scene.truth
    assert gain(scene, paint(area, 1)) == right - int(np.count_nonzero(scene.valid))


def test_rows_are_medians_and_the_ratio_that_is_promised() -> None:
    works = {
        "nothing_brush": [
            Work(100, 9.0, 0.95, True),
            Work(300, 5.0, 0.9, False),
            Work(200, 7.0, 0.95, True),
        ],
        "prediction_brush": [Work(50, 1.0, 0.95, True)] * 3,
        "prediction_all": [Work(40, 1.0, 0.95, True, Counter(lasso=3, brush=1))] * 3,
    }
    rows = {row.name: row for row in effort.rows(works)}
    assert rows["effort.strokes.nothing_brush"].value == 200
    assert rows["effort.travel.nothing_brush"].value == 7.0
    assert rows["effort.reached.nothing_brush"].value == pytest.approx(2 / 3)
    assert rows["effort.used.lasso"].value == 0.75
    assert (rows["effort.stroke_ratio"].value, rows["effort.stroke_ratio"].budget) == (0.2, 0.33)


def test_without_data_there_are_no_rows_and_a_wrong_number_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert effort.run(None, lambda *_: None) == []
    assert effort.run(tmp_path, lambda *_: None) == []
    (tmp_path / "camvid" / "splits").mkdir(parents=True)
    (tmp_path / "camvid" / "splits" / "val.txt").write_text("a\nb\n")
    monkeypatch.setenv("SEGSTUDIO_EFFORT_IMAGES", "none")
    with pytest.raises(InputError, match="number of images"):
        effort.run(tmp_path, lambda *_: None)
