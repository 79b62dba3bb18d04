import re

import numpy as np
import pytest

from segstudio.core.geometry import Rect
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area
from segstudio.labels.tools import TOOLS, ToolContext, pick_class, tool

IGNORE = 11
PREDICTION = np.arange(12, dtype=np.uint8).reshape(3, 4) % 5


def a_map() -> LabelMap:
    """One row each of empty, model, human and confirmed pixels would be too tidy: columns, then."""
    label = np.array([[IGNORE, 1, 2, 3]] * 3, np.uint8)
    provenance = np.array([[EMPTY, MODEL, HUMAN, CONFIRMED]] * 3, np.uint8)
    return LabelMap(label, provenance, IGNORE)


def after(tool_id: str, prediction: np.typing.NDArray[np.uint8] | None = PREDICTION) -> LabelMap:
    """The map after the tool was used on the two lower rows."""
    label_map = a_map()
    effect = tool(tool_id).effect
    assert effect is not None
    area = Area(Rect(0, 1, 4, 2), np.ones((2, 4), np.bool_))
    Document((3, 4), label_map).apply(effect(area, ToolContext(label_map, 7, prediction)), "step")
    assert label_map.label[0].tolist() == [IGNORE, 1, 2, 3]
    return label_map


@pytest.mark.parametrize("tool_id", ["brush", "polygon", "fill"])
def test_painting_says_that_a_person_chose_the_active_class(tool_id: str) -> None:
    found = after(tool_id)
    assert (found.label[1:] == 7).all()
    assert (found.provenance[1:] == HUMAN).all()


def test_the_eraser_returns_to_empty() -> None:
    found = after("eraser")
    assert (found.label[1:] == IGNORE).all()
    assert (found.provenance[1:] == EMPTY).all()


def test_restoring_brings_the_prediction_back() -> None:
    found = after("restore")
    assert np.array_equal(found.label[1:], PREDICTION[1:])
    assert (found.provenance[1:] == MODEL).all()


def test_restoring_without_a_prediction_erases() -> None:
    found = after("restore", None)
    assert (found.provenance[1:] == EMPTY).all()
    assert (found.label[1:] == IGNORE).all()


@pytest.mark.parametrize("tool_id", ["confirm", "confirm_region"])
def test_confirming_keeps_labels_and_leaves_empty_pixels_empty(tool_id: str) -> None:
    found = after(tool_id)
    assert np.array_equal(found.label, a_map().label)
    assert found.provenance[1:].tolist() == [[EMPTY, CONFIRMED, CONFIRMED, CONFIRMED]] * 2


def test_void_on_purpose_is_painted_like_a_class() -> None:
    label_map = a_map()
    effect = tool("brush").effect
    assert effect is not None
    area = Area(Rect(1, 0, 1, 1), np.ones((1, 1), np.bool_))
    Document((3, 4), label_map).apply(effect(area, ToolContext(label_map, IGNORE)), "void")
    assert (label_map.label[0, 1], label_map.provenance[0, 1]) == (IGNORE, HUMAN)


def test_picking_reads_the_class_under_the_pointer() -> None:
    label_map = a_map()
    assert [pick_class(label_map, x, 0) for x in range(4)] == [None, 1, 2, 3]
    assert pick_class(label_map, 4, 0) is None
    assert pick_class(label_map, 0, -1) is None


def test_the_table_of_tools_is_complete() -> None:
    ids = [spec.id for spec in TOOLS]
    assert set(ids) >= {"brush", "eraser", "restore", "confirm", "polygon", "fill", "pick"}
    shortcuts = [spec.shortcut for spec in TOOLS]
    for column in (ids, [spec.title for spec in TOOLS], shortcuts):
        assert len(set(column)) == len(column)
    habits = {"brush": "B", "eraser": "E", "polygon": "P", "fill": "F", "pick": "I"}
    taken = {"A", "D", "Q", "W", "R", "H"}  # image before and after, views, hold to hide
    for spec in TOOLS:
        assert tool(spec.id) is spec
        assert spec.shortcut == habits.get(spec.id, spec.shortcut)
        assert spec.shortcut not in taken
        assert re.fullmatch(r"mdi6\.[a-z0-9-]+", spec.icon)
        assert spec.help.endswith(".")
        assert bool(spec.step) == (spec.effect is not None)


def test_an_unknown_tool_is_no_tool() -> None:
    with pytest.raises(KeyError):
        tool("hammer")
