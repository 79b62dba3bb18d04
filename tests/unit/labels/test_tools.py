import re

import numpy as np
import pytest

from segstudio.core.classes import table_of
from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.areas.carry import PreviousImage
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.effects import pick_class
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area
from segstudio.labels.tools import TOOLS, tool

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
    area = Area(Rect(0, 1, 4, 2), np.ones((2, 4), np.bool_))
    change = tool(tool_id).change(Gesture(covered=area), ToolContext(label_map, 7, prediction))
    Document((3, 4), label_map).apply(change, "step")
    assert label_map.label[0].tolist() == [IGNORE, 1, 2, 3]
    return label_map


def test_painting_says_that_a_person_chose_the_active_class() -> None:
    found = after("brush")
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


def test_confirming_keeps_labels_and_leaves_empty_pixels_empty() -> None:
    found = after("confirm")
    assert np.array_equal(found.label, a_map().label)
    assert found.provenance[1:].tolist() == [[EMPTY, CONFIRMED, CONFIRMED, CONFIRMED]] * 2


def test_void_on_purpose_is_painted_like_a_class() -> None:
    label_map = a_map()
    area = Area(Rect(1, 0, 1, 1), np.ones((1, 1), np.bool_))
    change = tool("brush").change(Gesture(covered=area), ToolContext(label_map, IGNORE))
    Document((3, 4), label_map).apply(change, "void")
    assert (label_map.label[0, 1], label_map.provenance[0, 1]) == (IGNORE, HUMAN)


def test_picking_reads_the_class_under_the_pointer() -> None:
    label_map = a_map()
    assert [pick_class(label_map, x, 0) for x in range(4)] == [None, 1, 2, 3]
    assert pick_class(label_map, 4, 0) is None
    assert pick_class(label_map, 0, -1) is None


def test_the_table_of_tools_is_complete() -> None:
    ids = [spec.id for spec in TOOLS]
    assert set(ids) >= {"brush", "eraser", "restore", "confirm", "polygon", "fill", "pick"}
    shortcuts = [spec.shortcut for spec in TOOLS if spec.shortcut]
    for column in (ids, [spec.title for spec in TOOLS], shortcuts):
        assert len(set(column)) == len(column)
    habits = {"brush": "B", "eraser": "E", "polygon": "P", "fill": "F", "pick": "I"}
    taken = {
        "A",
        "D",
        "Q",
        "W",
        "R",
        "H",
        "N",
    }  # image before and after, views, hold to hide, next doubtful
    for spec in TOOLS:
        assert tool(spec.id) is spec
        assert spec.shortcut == habits.get(spec.id, spec.shortcut)
        assert spec.shortcut not in taken
        assert re.fullmatch(r"mdi6\.[a-z0-9-]+", spec.icon)
        assert spec.help.endswith(".")
        assert bool(spec.step) == spec.changes
        assert spec.find is None or spec.work is None
        assert spec.selects == any(o.key == "mode" for o in spec.options)
        assert spec.tip == (spec.kind in ("stroke", "scribble"))
        assert len({o.key for o in spec.options}) == len(spec.options)
        for option in spec.options:
            assert option.accepts(option.default), (spec.id, option.key)
            assert option.help.endswith(".")
            assert (option.kind == "choice") == bool(option.choices)
            assert len({value for value, _ in option.choices}) == len(option.choices)


def test_an_unknown_tool_is_no_tool() -> None:
    with pytest.raises(KeyError):
        tool("hammer")


def test_options_that_do_not_fit_fall_back_to_the_default() -> None:
    spec = tool("lasso")
    assert spec.options_with({}) == {"mode": "paint"}
    assert spec.options_with({"mode": "erase", "other": 3}) == {"mode": "erase"}
    assert spec.options_with({"mode": "explode"}) == {"mode": "paint"}
    assert spec.options_with({"mode": 4}) == {"mode": "paint"}


@pytest.mark.parametrize("mode", ["paint", "erase", "restore", "confirm", "select"])
def test_what_becomes_of_an_area_is_an_option(mode: str) -> None:
    label_map = a_map()
    spec = tool("rectangle")
    context = ToolContext(label_map, 7, PREDICTION, options=spec.options_with({"mode": mode}))
    gesture = Gesture(((9.0, 9.0), (0.0, 1.0)))
    assert spec.area(gesture, context).rect == Rect(0, 1, 4, 2)
    Document((3, 4), label_map).apply(spec.change(gesture, context), "step")
    stroke = {"paint": "brush", "erase": "eraser"}.get(mode, mode)
    assert label_map == (a_map() if mode == "select" else after(stroke))


def click(tool_id: str, label_map: LabelMap, x: float, y: float, **options: str) -> LabelMap:
    spec = tool(tool_id)
    context = ToolContext(
        label_map,
        7,
        PREDICTION,
        np.zeros((*label_map.shape, 3), np.uint8),
        ModelView(Prediction(np.zeros((5, 2, 2), np.uint8), (3, 4), table_of("abcde"), "id", "name")),
        PreviousImage(PREDICTION, IGNORE),
        options=spec.options_with(options),
    )
    Document(label_map.shape, label_map).apply(spec.change(Gesture(((x, y),)), context), "step")
    return label_map


def test_filling_takes_the_region_and_replacing_the_class() -> None:
    rows = ["1.1", "1.1", "..."]
    label = np.array([[1 if c == "1" else 0 for c in row] for row in rows], np.uint8)
    filled = click("fill", LabelMap.from_label(label), 0.5, 0.5)
    assert filled.label.tolist() == [[7, 0, 1], [7, 0, 1], [0, 0, 0]]
    replaced = click("replace_class", LabelMap.from_label(label), 0.5, 0.5)
    assert replaced.label.tolist() == [[7, 0, 7], [7, 0, 7], [0, 0, 0]]


def test_a_region_is_reassigned_to_its_longest_edge_or_to_what_is_near() -> None:
    label = np.array([[2, 2, 2, 2, 2, 2], [2, 1, 1, 1, 1, 3], [2, 2, 2, 2, 2, 2]], np.uint8)
    assert click("reassign", LabelMap.from_label(label), 3.5, 1.5).label[1].tolist() == [2, 2, 2, 2, 2, 3]
    near = click("reassign", LabelMap.from_label(label), 4.9, 1.5, takes="nearest")
    assert near.label[1].tolist() == [2, 3, 3, 3, 3, 3]
    alone = LabelMap.from_label(np.ones((3, 3), np.uint8))
    assert click("reassign", alone.copy(), 1.5, 1.5) == alone


def test_a_region_is_confirmed_whole() -> None:
    label_map = LabelMap(np.zeros((2, 3), np.uint8), np.full((2, 3), MODEL, np.uint8), IGNORE)
    assert (click("confirm_region", label_map, 0, 0).provenance == CONFIRMED).all()


@pytest.mark.parametrize("tool_id", [spec.id for spec in TOOLS if spec.kind == "click" and spec.changes])
def test_a_click_outside_does_nothing(tool_id: str) -> None:
    for x, y in ((-1.0, 0.0), (4.0, 0.0), (0.0, 3.0)):
        assert click(tool_id, a_map(), x, y) == a_map()
