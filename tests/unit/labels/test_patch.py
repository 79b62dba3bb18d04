import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels.patch import TILE, Area, Change, Patch, Piece, bounding_box, put, tiles_of

rects = st.builds(Rect, *(st.integers(0, 700) for _ in range(4)))


def a_piece() -> Piece:
    return Piece(
        Rect(2, 3, 2, 1),
        np.array([[255, 4]], np.uint8),
        np.array([[1, 4]], np.uint8),
        np.array([[EMPTY, MODEL]], np.uint8),
        np.array([[HUMAN, MODEL]], np.uint8),
    )


@settings(deadline=None)
@given(rects)
def test_tiles_cover_a_rectangle_once_and_never_cross_the_grid(rect: Rect) -> None:
    tiles = list(tiles_of(rect))
    assert sum(tile.area for tile in tiles) == rect.area
    assert len(set(tiles)) == len(tiles)
    for tile in tiles:
        assert rect.intersect(tile) == tile
        assert tile.x // TILE == (tile.right - 1) // TILE
        assert tile.y // TILE == (tile.bottom - 1) // TILE


def test_the_bounding_box_of_a_view_inside_a_large_mask() -> None:
    mask = np.zeros((300, 300), np.bool_)
    mask[17, 40] = mask[29, 33] = True
    assert bounding_box(mask) == Rect(33, 17, 8, 13)
    assert bounding_box(mask[10:, 30:]) == Rect(3, 7, 8, 13)
    assert bounding_box(mask[:5]).empty


def test_put_writes_in_place_and_only_under_the_mask() -> None:
    whole = np.zeros((6, 6), np.uint8)
    mask = np.array([[True, False], [False, True]])
    put(whole[2:4, 3:5], 7, mask)
    put(whole[0:2, 0:2], np.array([[1, 2], [3, 4]], np.uint8), mask)
    put(whole[5:6, 0:1], 9, np.array([[True]]))
    expected = np.zeros((6, 6), np.uint8)
    expected[2, 3] = expected[3, 4] = 7
    expected[0, 0], expected[1, 1] = 1, 4
    expected[5, 0] = 9
    assert np.array_equal(whole, expected)


def test_an_inverse_swaps_before_and_after_without_copying() -> None:
    piece = a_piece()
    back = piece.inverse()
    assert back.label_before is piece.label_after
    assert back.label_after is piece.label_before
    assert back.provenance_before is piece.provenance_after
    assert back.provenance_after is piece.provenance_before
    patch = Patch("Brush stroke", (piece,))
    assert patch.inverse().pieces[0].rect == piece.rect
    assert patch.inverse().name == "Brush stroke"


def test_a_piece_says_where_it_changes_something() -> None:
    assert a_piece().changed().tolist() == [[True, False]]


def test_a_patch_knows_its_size_and_rectangle() -> None:
    piece = a_piece()
    far = Piece(Rect(300, 10, 2, 1), *(piece.label_before,) * 4)
    patch = Patch("two", (piece, far))
    assert patch.rect == Rect(2, 3, 300, 8)
    assert patch.nbytes == 16
    assert not patch.empty
    assert Patch("none", ()).empty
    assert Patch("none", ()).rect.empty


def test_areas_can_be_restricted() -> None:
    area = Area(Rect(1, 1, 2, 2), np.array([[True, True], [False, True]]))
    assert area.count == 3
    part = area.where(np.array([[True, False], [True, False]]))
    assert part.mask.tolist() == [[True, False], [False, False]]
    assert area.count == 3
    assert Area.nothing().empty


def test_a_part_of_a_change_says_the_same_there() -> None:
    mask = np.array([[True, False, True], [True, True, False]])
    label = np.arange(6, dtype=np.uint8).reshape(2, 3)
    change = Change(Area(Rect(10, 20, 3, 2), mask), label, HUMAN)
    part = change.inside(Rect(11, 20, 2, 1))
    assert part.area.rect == Rect(11, 20, 2, 1)
    assert part.area.mask.tolist() == [[False, True]]
    assert np.asarray(part.label).tolist() == [[1, 2]]
    assert part.provenance == HUMAN


def test_values_and_masks_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError):
        Area(Rect(0, 0, 3, 2), np.ones((3, 2), np.bool_))
    area = Area(Rect(0, 0, 2, 2), np.ones((2, 2), np.bool_))
    with pytest.raises(ValueError):
        Change(area, np.zeros((2, 3), np.uint8), HUMAN)
    with pytest.raises(ValueError):
        Change(area, 256, HUMAN)
