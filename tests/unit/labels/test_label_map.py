import numpy as np
import pytest

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.label_map import LabelMap


def test_an_empty_map_says_nothing() -> None:
    label_map = LabelMap.empty((3, 5), ignore_index=11)
    assert label_map.shape == (3, 5)
    assert label_map.rect == Rect(0, 0, 5, 3)
    assert (label_map.label == 11).all()
    assert (label_map.provenance == EMPTY).all()
    assert label_map.reviewed_share() == 0


def test_an_existing_label_was_made_by_a_person_and_is_copied() -> None:
    label = np.array([[0, 255], [3, 4]], np.uint8)
    label_map = LabelMap.from_label(label)
    label[:] = 9
    assert label_map.label.tolist() == [[0, 255], [3, 4]]
    assert (label_map.provenance == HUMAN).all()
    assert label_map.reviewed_share() == 1


def test_scores_compare_what_a_person_painted_or_confirmed() -> None:
    label = np.array([[1, 2, 3, 0]], np.uint8)
    provenance = np.array([[EMPTY, MODEL, HUMAN, CONFIRMED]], np.uint8)
    label[0, 0] = 255
    label_map = LabelMap(label, provenance, 255)
    assert label_map.reviewed_label().tolist() == [[255, 255, 3, 0]]
    assert label_map.reviewed_label(Rect(1, 0, 2, 1)).tolist() == [[255, 3]]
    assert label_map.reviewed_share() == 0.5


def test_equality_copy_and_digest_follow_both_planes_and_the_ignore_index() -> None:
    one = LabelMap.empty((4, 4))
    other = one.copy()
    assert one == other
    assert one.digest() == other.digest()
    other.provenance[1, 1] = MODEL
    assert one != other
    assert one.digest() != other.digest()
    assert one != LabelMap.empty((4, 4), 254)
    assert one.digest() != LabelMap(one.label, one.provenance, 254).digest()
    assert LabelMap.empty((2, 8)).digest() != LabelMap.empty((8, 2)).digest()


@pytest.mark.parametrize(
    ("label", "provenance", "ignore_index"),
    [
        (np.zeros((2, 2), np.int64), np.zeros((2, 2), np.uint8), 255),
        (np.zeros((2, 2), np.uint8), np.zeros((2, 3), np.uint8), 255),
        (np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2, 3), np.uint8), 255),
        (np.zeros((2, 2), np.uint8), np.zeros((2, 2), np.uint8), 256),
    ],
)
def test_planes_that_do_not_fit_are_refused(label: Plane, provenance: Plane, ignore_index: int) -> None:
    with pytest.raises(ValueError):
        LabelMap(label, provenance, ignore_index)
