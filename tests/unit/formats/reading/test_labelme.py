"""labelme's shapes, drawn as labelme draws them."""

from __future__ import annotations

import base64
import io
import json
import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.formats.labelled import LabelSet
from segstudio.formats.reading.recognise import recognise
from segstudio.formats.registry import format_of
from tests.unit.formats.conftest import Labels, Make
from tests.unit.formats.reading.trees import bomb, nothing, picture

SIZE = (40, 60)


def described(root: Path, shapes: Any, name: str = "a") -> Path:
    path = root / f"{name}.json"
    path.write_text(json.dumps({"version": "5.2.0", "shapes": shapes, "imagePath": f"{name}.jpg"}))
    return path


def shape(
    label: str, points: list[tuple[float, float]], kind: str = "polygon", **more: Any
) -> dict[str, Any]:
    return {"label": label, "points": points, "shape_type": kind, "group_id": None, "flags": {}, **more}


def read(root: Path) -> tuple[dict[int, str], Any]:
    found = recognise(root, closely=True)
    assert found is not None
    table = found.table(nothing)
    (path,) = found.pairs().values()
    return {c.id: c.name for c in table.classes}, found.read(path, table, SIZE)


def test_shapes_lie_over_one_another_in_their_order(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg", SIZE)
    pasted = io.BytesIO()
    Image.fromarray(np.eye(3, dtype=np.uint8) * 255).save(pasted, "PNG")
    described(
        tmp_path,
        [
            shape("house", [(2, 2), (30, 2), (30, 20), (2, 20)]),
            shape("window", [(25, 15), (10, 5)], "rectangle"),
            shape("__ignore__", [(12, 7), (14, 9)], "rectangle"),
            shape("sun", [(50, 10), (55, 10)], "circle"),
            shape(
                "window", [(40, 30), (42, 32)], "mask", mask=base64.b64encode(pasted.getvalue()).decode()
            ),
            shape("wire", [(0, 38), (59, 38)], "line"),
        ],
    )
    names, label = read(tmp_path)
    assert names == {0: "background", 1: "house", 2: "sun", 3: "window", 4: "wire"}
    assert label[1, 1] == 0
    assert label[2, 2] == label[20, 30] == 1, "outlines belong to a shape"
    assert (label[5:16, 10:26] != 1).all()
    assert (label[7:10, 12:15] == 255).all()
    assert label[10, 50] == label[10, 55] == 2
    assert label[10, 57] == 0
    assert np.array_equal(label[30:33, 40:43] == 3, np.eye(3, dtype=bool))
    assert label[38, 30] == 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 59), st.integers(0, 39)), min_size=3, max_size=8, unique=True))
def test_what_lies_well_inside_or_outside_a_convex_polygon_is_what_geometry_says(
    tmp_path_factory: pytest.TempPathFactory, points: list[tuple[int, int]]
) -> None:
    root = tmp_path_factory.mktemp("labelme")
    picture(root / "a.jpg", SIZE)
    hull = cv2.convexHull(np.array(points, np.float32))
    assume(len(hull) >= 3)
    described(root, [shape("thing", [(float(x), float(y)) for x, y in hull[:, 0]])])
    _, label = read(root)
    for y in range(SIZE[0]):
        for x in range(SIZE[1]):
            depth = cv2.pointPolygonTest(hull, (x, y), True)
            if abs(depth) > 2:
                assert label[y, x] == (depth > 0)


def test_what_we_export_is_read_back(labels: Labels, table: ClassTable, make: Make, tmp_path: Path) -> None:
    format_of("labelme").write(LabelSet(make(labels, table), table), tmp_path / "out")
    found = recognise(tmp_path / "out", closely=True)
    assert found is not None
    read = found.table(nothing)
    ids = {c.name: c.id for c in read.classes}
    for name, path in found.pairs().items():
        label = labels[name.removesuffix(".png")]
        expected = np.full(label.shape, read.ignore_index, np.uint8)
        for c in table.classes:
            expected[label == c.id] = ids[c.name]
        assert np.array_equal(found.read(path, read, label.shape), expected)


@pytest.mark.parametrize(
    "shapes",
    [
        "no list",
        [{"points": []}],
        [shape("a", [(1, 1), (2, 2)])],
        [shape("a", [(1, 1)], "circle")],
        [shape("a", [(1, 1)], "spiral")],
        [shape("a", [(0, 0), (9, 9)], "mask", mask="????")],
        [shape("a", [(0, 0), (9, 9)], "mask")],
        [shape("a", [(0, 0)], "mask", mask="")],
        [{"label": "a", "points": [[1], [2], [3]]}],
        [{"label": "a", "points": [[math.nan, 1], [2, 2], [3, 9]]}],
        [{"label": "a", "points": [[math.inf, 1], [2, 2], [3, 9]]}],
        [{"label": "a", "points": [[1e18, 1], [2, 2], [3, 1e18]]}],
        [{"label": "a", "points": [[10**400, 1], [2, 2], [3, 9]]}],
        [{"label": "a", "points": [[1, 1], [1e7, 1]], "shape_type": "circle"}],
        [{"label": "a", "points": [[1, 1]], "shape_type": ["point"]}],
        [{"label": None, "points": [[1, 1]], "shape_type": "point"}],
        [{"label": " ", "points": [[1, 1]], "shape_type": "point"}],
        [{"label": "\ud800", "points": [[1, 1]], "shape_type": "point"}],
    ],
)
def test_what_cannot_be_drawn_is_named(tmp_path: Path, shapes: Any) -> None:
    picture(tmp_path / "a.jpg", SIZE)
    described(tmp_path, shapes)
    with pytest.raises(InputError, match=r"a\.json"):
        read(tmp_path)


def test_a_file_cut_anywhere_is_named(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg", SIZE)
    path = described(tmp_path, [shape("a", [(1, 1), (9, 1), (9, 9)])])
    whole = path.read_bytes()
    found = recognise(tmp_path, closely=True)
    assert found is not None
    table = found.table(nothing)
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(InputError, match=r"a\.json"):
            found.read(path, table, SIZE)


def test_other_json_beside_images_is_left_alone(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg", SIZE)
    (tmp_path / "a.json").write_text('{"camera": "left"}')
    assert recognise(tmp_path, closely=True) is None


def test_a_mask_that_says_it_is_enormous_is_not_decoded(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg", SIZE)
    described(tmp_path, [shape("a", [(0, 0), (9, 9)], "mask", mask=base64.b64encode(bomb(0)).decode())])
    with pytest.raises(InputError, match="does not fit its box"):
        read(tmp_path)


def test_shapes_of_a_picture_of_another_size_are_not_drawn(tmp_path: Path) -> None:
    """The picture was made smaller since, say: they would lie elsewhere."""
    picture(tmp_path / "a.jpg", SIZE)
    path = described(tmp_path, [shape("a", [(1, 1), (9, 1), (9, 9)])])
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, "imageHeight": 400, "imageWidth": 600}))
    with pytest.raises(InputError, match="600×400 pixels, but its image is 60×40"):
        read(tmp_path)
    path.write_text(json.dumps({**content, "imageHeight": 40, "imageWidth": 60}))
    assert read(tmp_path)[1].any()


def test_a_name_is_one_line_and_one_of_figures_a_name(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg", SIZE)
    points = [(1.0, 1.0)]
    described(
        tmp_path, [shape("big\n house ", points, "point"), {**shape("", points, "point"), "label": 7}]
    )
    assert read(tmp_path)[0] == {0: "background", 1: "7", 2: "big house"}
