"""Samples and crops: the label stays with its picture, draws keep their shares, and repeat exactly."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.classes import ClassTable, SegClass, table_of
from segstudio.core.errors import InputError
from segstudio.core.label_png import write_label
from segstudio.deeplab.runs.dataset import (
    Augmentation,
    Sample,
    SampleStream,
    Source,
    augment,
    jitter_colour,
    load_source,
)

TABLE = ClassTable(table_of(["a", "b", "c"]).classes, ignore_index=7)


def sample(seed: int = 0) -> Sample:
    """A picture whose red channel is 60 × its label, in large blocks."""
    blocks = np.random.default_rng(seed).integers(0, 4, (5, 6), np.uint8)
    label = np.kron(blocks, np.ones((16, 16), np.uint8)).astype(np.uint8)
    return Sample(f"s{seed}", np.repeat((label * 60)[:, :, None], 3, axis=2), label)


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_label_and_picture_are_cut_alike(seed: int) -> None:
    how = Augmentation(crop=(48, 64), colour=0.0)
    image, label = augment(sample(), how, np.random.default_rng(seed))
    assert image.shape == (48, 64, 3)
    assert label.shape == (48, 64)
    inside = label != 255
    values = np.rint(image[:, :, 0] / 60).astype(int)
    eroded = cv2.erode(inside.astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=0).astype(bool)
    flat = cv2.morphologyEx(image[:, :, 0], cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) == 0
    checked = eroded & flat
    assert (values[checked] == label[checked]).all()


def test_no_augmentation_is_the_picture_itself() -> None:
    one = sample()
    how = Augmentation(
        crop=one.label.shape, scale=(1, 1), stretch=0, rotate=0, flip=False, colour=0, rare=0
    )
    image, label = augment(one, how, np.random.default_rng(0))
    assert np.array_equal(image, one.image)
    assert np.array_equal(label, one.label)


def test_no_class_is_invented_between_two_others() -> None:
    label = np.where(sample().label > 1, 3, 0).astype(np.uint8)
    two = Sample("two", sample().image, label)
    for seed in range(20):
        _, cut = augment(two, Augmentation(crop=(48, 64)), np.random.default_rng(seed))
        assert set(np.unique(cut).tolist()) <= {0, 3, 255}


def test_rare_classes_are_looked_for() -> None:
    label = np.zeros((200, 200), np.uint8)
    label[10:13, 180:183] = 2
    rare = Sample("rare", np.zeros((200, 200, 3), np.uint8), label)

    def share(rate: float) -> float:
        how = Augmentation(crop=(32, 32), scale=(1, 1), rare=rate)
        rng = np.random.default_rng(1)
        return float(np.mean([(augment(rare, how, rng)[1] == 2).any() for _ in range(60)]))

    assert share(1.0) > 0.35  # every second crop aims at it
    assert share(0.0) < 0.2


def test_draws_keep_their_shares_and_go_through_everything() -> None:
    many, few = [sample(i) for i in range(8)], [sample(100 + i) for i in range(3)]
    stream = SampleStream([(many, 0.8), (few, 0.2)], seed=1)
    names = [stream.pick(n).stem for n in range(2000)]
    own = [name for name in names if len(name) == 2]
    assert len(own) == 1600
    assert all(set(own[i : i + 8]) == {s.stem for s in many} for i in range(0, 1600, 8))


def test_a_draw_is_a_function_of_its_number() -> None:
    first = SampleStream([([sample(i) for i in range(5)], 1.0)], seed=2)
    second = SampleStream([([sample(i) for i in range(5)], 1.0)], seed=2)
    how = Augmentation(crop=(24, 24))
    for number in (17, 3, 1400):
        for a, b in zip(first.crop(number, how), second.crop(number, how), strict=True):
            assert np.array_equal(a, b)
    other = SampleStream([([sample(i) for i in range(5)], 1.0)], seed=3)
    assert any(first.pick(n).stem != other.pick(n).stem for n in range(10))


def test_colour_jitter_keeps_bytes_and_is_off_at_strength_0() -> None:
    image = sample().image
    assert jitter_colour(image, 0.0, np.random.default_rng(0)) is image
    changed = jitter_colour(image, 1.0, np.random.default_rng(0))
    assert changed.dtype == np.uint8
    assert changed.shape == image.shape
    assert not np.array_equal(changed, image)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (1, 2, 10):
        path = tmp_path / "images" / f"f{number}.png"
        path.parent.mkdir(exist_ok=True)
        cv2.imwrite(str(path), np.zeros((8, 9, 3), np.uint8))
        label = np.zeros((8, 9), np.uint8)
        label[0] = 7
        write_label(tmp_path / "labels" / f"f{number}.png", label, TABLE)
    return tmp_path


def test_ignored_pixels_become_255_and_order_is_natural(folder: Path) -> None:
    samples = load_source(Source(folder / "images", folder / "labels"), TABLE)
    assert [s.stem for s in samples] == ["f1", "f2", "f10"]
    assert (samples[0].label[0] == 255).all()
    assert (samples[0].label[1:] == 0).all()


def test_an_ignore_id_within_the_classes_and_an_absent_class_are_no_trouble(folder: Path) -> None:
    table = ClassTable(table_of(["void", "a", "b", "c", "d", "e", "f", "g"]).classes, ignore_index=0)
    samples = load_source(Source(folder / "images", folder / "labels"), table)
    assert (samples[0].label[0] == 7).all()
    assert (samples[0].label[1:] == 255).all()
    assert SampleStream([(samples, 1.0)], 1).class_pixels[[0, 6, 7]].tolist() == [0, 0, 27]


def test_a_class_255_cannot_be_trained(folder: Path) -> None:
    table = ClassTable((*TABLE.classes, SegClass(255, "last", (1, 2, 3))), ignore_index=7)
    with pytest.raises(InputError, match="'last' has the id 255"):
        load_source(Source(folder / "images", folder / "labels"), table)


def test_broken_sources_are_sentences(folder: Path) -> None:
    images, labels = folder / "images", folder / "labels"
    with pytest.raises(InputError, match="f3"):
        load_source(Source(images, labels, ("f3",)), TABLE)
    with pytest.raises(InputError, match="no folder"):
        load_source(Source(folder / "nowhere", labels), TABLE)
    with pytest.raises(InputError, match="no image with a label"):
        load_source(Source(images, folder / "nowhere"), TABLE)
    write_label(labels / "f2.png", np.full((8, 9), 5, np.uint8), TABLE)
    with pytest.raises(InputError, match=r"f2\.png.*5"):
        load_source(Source(images, labels), TABLE)
    write_label(labels / "f2.png", np.zeros((4, 4), np.uint8), TABLE)
    with pytest.raises(InputError, match=r"f2\.png"):
        load_source(Source(images, labels), TABLE)
    with pytest.raises(InputError, match="nothing to train on"):
        SampleStream([([], 1.0)], 1)
