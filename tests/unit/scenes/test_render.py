"""Rendered scenes: the same for a seed, legal labels, and a label that says what the picture shows."""

from __future__ import annotations

import numpy as np
import pytest

from segstudio.core.errors import InputError
from segstudio.scenes.render import Scene, render_scene
from segstudio.scenes.world.palette import PAVEMENT, ROAD, SCENE_CLASSES, SKY, TREE, UNLABELLED

LEGAL = {c.id for c in SCENE_CLASSES.classes} | {SCENE_CLASSES.ignore_index}


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    return [render_scene(seed, 160, 120, camera_faults=False) for seed in range(28)]


def test_a_seed_always_gives_the_same_scene() -> None:
    once, again = render_scene(5, 200, 150), render_scene(5, 200, 150)
    assert np.array_equal(once.image, again.image)
    assert np.array_equal(once.label, again.label)


def test_what_was_rendered_before_does_not_matter() -> None:
    first = render_scene(6, 120, 90)
    render_scene(7, 160, 120)
    assert np.array_equal(first.image, render_scene(6, 120, 90).image)


def test_seeds_differ(scenes: list[Scene]) -> None:
    assert len({scene.label.tobytes() for scene in scenes}) == len(scenes)
    assert len({scene.image.tobytes() for scene in scenes}) == len(scenes)


def test_camera_faults_leave_the_label_alone() -> None:
    plain, stored = render_scene(8, 160, 120, camera_faults=False), render_scene(8, 160, 120)
    assert np.array_equal(plain.label, stored.label)
    assert not np.array_equal(plain.image, stored.image)


@pytest.mark.parametrize(
    ("width", "height"), [(64, 64), (65, 97), (480, 360), (301, 64), (64, 300), (500, 130)]
)
def test_every_size_from_64_up(width: int, height: int) -> None:
    scene = render_scene(3, width, height)
    assert scene.image.shape == (height, width, 3)
    assert scene.image.dtype == np.uint8
    assert scene.label.shape == (height, width)
    assert scene.label.dtype == np.uint8
    assert set(np.unique(scene.label).tolist()) <= LEGAL


@pytest.mark.parametrize(("width", "height"), [(63, 200), (200, 63), (0, 0)])
def test_smaller_sizes_are_refused(width: int, height: int) -> None:
    with pytest.raises(InputError, match="too small"):
        render_scene(3, width, height)


def test_labels_hold_only_classes_of_the_table(scenes: list[Scene]) -> None:
    for scene in scenes:
        assert set(np.unique(scene.label).tolist()) <= LEGAL


def test_every_class_occurs(scenes: list[Scene]) -> None:
    seen = {int(v) for scene in scenes for v in np.unique(scene.label)}
    assert seen >= {c.id for c in SCENE_CLASSES.classes}


def test_shares_resemble_a_real_street(scenes: list[Scene]) -> None:
    counts = sum(np.bincount(s.label.ravel(), minlength=12) for s in scenes)
    share = np.asarray(counts) / np.sum(counts)
    assert 0.1 < share[SKY] < 0.32
    assert 0.2 < share[ROAD] < 0.42
    assert 0.02 < share[PAVEMENT] < 0.1
    assert share[UNLABELLED] < 0.05


def test_sky_is_above_and_road_below(scenes: list[Scene]) -> None:
    for scene in scenes:
        rows = np.arange(120)[:, None] * np.ones((1, 160), int)
        sky, road = rows[scene.label == SKY], rows[scene.label == ROAD]
        assert road.size
        if sky.size:
            assert sky.max() < 0.68 * 120
            assert sky.mean() < road.mean()
        assert road.min() > 0.4 * 120


def test_sky_label_covers_smooth_bright_pixels(scenes: list[Scene]) -> None:
    """Where the label says sky the picture shows sky: smoother than the foliage that it borders on."""
    rough = {SKY: 0.0, TREE: 0.0}
    count = {SKY: 0, TREE: 0}
    for scene in scenes:
        grey = scene.image.astype(float).mean(axis=2)
        step = np.abs(np.diff(grey, axis=1))
        for kind in rough:
            inside = (scene.label[:, 1:] == kind) & (scene.label[:, :-1] == kind)
            rough[kind] += float(step[inside].sum())
            count[kind] += int(inside.sum())
    assert rough[SKY] / count[SKY] < 0.3 * rough[TREE] / count[TREE]
