"""Pictures of an inspection: where they lie, and what they leave free."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from segstudio.core.geometry import Rect
from segstudio.core.inspection import BinShares, ClassScore, PixelInspection, TapPoint, Taps
from segstudio.engine.models.inspection_art import (
    Picture,
    bins_picture,
    influence_picture,
    over_image,
    structure_picture,
    taps_picture,
)


def inspection() -> PixelInspection:
    influence = np.zeros((30, 40), np.float32)
    influence[10:14, 18:22] = 1 / 16
    points = tuple(
        TapPoint(40 + dx, 20 + dy, 0 <= 40 + dx < 80 and 0 <= 20 + dy < 60)
        for dy in (-32, 0, 32)
        for dx in (-32, 0, 32)
    )
    return PixelInspection(
        x=40, y=23, image_size=(60, 80), best=ClassScore(0, "sky", 1, 1), second=None,
        seen=Rect(0, 0, 80, 60), region=Rect(0, 0, 80, 60), cropped=False, reach=(), parts=(), bins=(), taps=(Taps(2, points),), seconds=0.1, influence=influence,
    )  # fmt: skip


def alpha_at(picture: Picture, x: float, y: float) -> int:
    """Of the picture's pixel over a point of the image."""
    height, width = picture.pixels.shape[:2]
    column = int((x - picture.rect.x) * width / picture.rect.width)
    row = int((y - picture.rect.y) * height / picture.rect.height)
    return int(picture.pixels[row, column, 3])


def test_influence_is_bright_where_it_lies_and_nothing_elsewhere() -> None:
    picture = influence_picture(inspection())
    assert picture.rect == Rect(0, 0, 80, 60)
    assert picture.pixels.shape == (30, 40, 4)
    assert alpha_at(picture, 40, 24) > 200
    assert alpha_at(picture, 5, 5) == 0
    dead = replace(inspection(), influence=np.zeros((30, 40), np.float32))
    assert influence_picture(dead).pixels[..., 3].max() == 0


def test_taps_are_filled_inside_and_hollow_outside_the_map() -> None:
    picture = taps_picture(inspection())
    assert picture.rect.y < 20 - 32, "the picture reaches past the image"
    assert picture.rect.intersect(Rect(0, 0, 80, 60)) == Rect(0, 0, 80, 60)
    filled, hollow = alpha_at(picture, 72, 20), alpha_at(picture, 72, -12)
    assert (filled, hollow) == (255, 0)
    assert taps_picture(inspection(), rates=[]).pixels[..., 3].max() > 0, "the pixel itself is marked"


def test_the_bin_of_the_pixel_is_lit() -> None:
    level = BinShares(2, 0, 1, ((0.0, 1.0), (0.0, 0.0)))
    picture = bins_picture(replace(inspection(), bins=(level,)))
    assert picture.rect == Rect(0, 0, 80, 60)
    assert alpha_at(picture, 60, 8) > 0
    assert alpha_at(picture, 20, 8) == 0
    assert alpha_at(picture, 20, 50) == 0


def test_bins_and_taps_cover_what_was_seen_wherever_the_influence_was_followed() -> None:
    level = BinShares(2, 0, 1, ((0.0, 1.0), (0.0, 0.0)))
    found = replace(inspection(), region=Rect(30, 10, 20, 20), bins=(level,))
    assert bins_picture(found).rect == Rect(0, 0, 80, 60)
    assert influence_picture(found).rect == Rect(30, 10, 20, 20)
    assert taps_picture(found).rect == taps_picture(inspection()).rect


def test_a_model_without_either_has_no_structure() -> None:
    assert structure_picture(replace(inspection(), taps=())) is None


@pytest.mark.parametrize("shape", [(60, 80), (1, 1), (1, 900), (900, 1), (2000, 3000)])
def test_it_can_be_laid_over_any_image(shape: tuple[int, int]) -> None:
    height, width = shape
    image = np.full((height, width, 3), 200, np.uint8)
    found = replace(inspection(), region=Rect(0, 0, width, height), x=0, y=0)
    pictures = [influence_picture(found), taps_picture(found)]
    result = over_image(image, pictures)
    assert 699 <= max(result.shape[:2]) <= 1401
    plain = over_image(image, [])
    assert (plain == 200).all()


def test_a_picture_lands_where_it_belongs() -> None:
    image = np.zeros((100, 100, 3), np.uint8)
    mark = Picture(np.full((1, 1, 4), 255, np.uint8), Rect(20, 40, 10, 10))
    result = over_image(image, [mark])
    rows, columns = np.nonzero(result[..., 0] > 128)
    scale = result.shape[0] / 100
    assert (columns.mean() + 0.5) / scale == pytest.approx(25, abs=0.3)
    assert (rows.mean() + 0.5) / scale == pytest.approx(45, abs=0.3)
