"""No tool paints what the modifiers protect: every tool, any gesture, any options, on small random maps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.core.classes import table_of
from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.areas.carry import PreviousImage
from segstudio.labels.areas.watershed import Scribble
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.effects import paint
from segstudio.labels.label_map import LabelMap
from segstudio.labels.modifiers import Modifiers, restrict
from segstudio.labels.options import ToolOption, Value
from segstudio.labels.patch import Area, Change
from segstudio.labels.tools import TOOLS, ToolSpec
from segstudio.labels.writing import write_change

SHAPE = HEIGHT, WIDTH = 20, 26
CLASSES, IGNORE = 4, 2


def grid(seed: int, values: list[int]) -> NDArray[np.uint8]:
    coarse = np.random.default_rng(seed).choice(np.array(values, np.uint8), (5, 7))
    return np.kron(coarse, np.ones((4, 4), np.uint8)).astype(np.uint8)[:HEIGHT, :WIDTH].copy()


def a_map(seed: int) -> LabelMap:
    label, provenance = grid(seed, list(range(CLASSES))), grid(seed + 1, [EMPTY, MODEL, HUMAN, CONFIRMED])
    label[provenance == EMPTY] = IGNORE
    return LabelMap(label, provenance, IGNORE)


def allowed(label_map: LabelMap, modifiers: Modifiers, x: int, y: int) -> bool:
    """The rules as a person would say them."""
    empty = label_map.provenance[y, x] == EMPTY
    present = None if empty else int(label_map.label[y, x])
    if modifiers.only_class is not None and present != modifiers.only_class:
        return False
    if modifiers.only_unlabelled and label_map.provenance[y, x] in (HUMAN, CONFIRMED):
        return False
    if present in modifiers.locked:
        return False
    selection = modifiers.selection
    if selection is None:
        return True
    i, j = x - selection.rect.x, y - selection.rect.y
    return 0 <= i < selection.rect.width and 0 <= j < selection.rect.height and bool(selection.mask[j, i])


@st.composite
def areas(draw: st.DrawFn) -> Area:
    x, y = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    rect = Rect(x, y, draw(st.integers(1, WIDTH - x)), draw(st.integers(1, HEIGHT - y)))
    return Area(rect, grid(draw(st.integers(0, 99)), [0, 1, 1])[rect.slices] == 1)


class_ids = st.integers(0, CLASSES - 1)
some_modifiers = st.builds(
    Modifiers,
    st.none() | class_ids,
    st.booleans(),
    st.frozensets(class_ids, max_size=2),
    st.none() | areas(),
)
points = st.tuples(st.floats(-3, WIDTH + 3), st.floats(-3, HEIGHT + 3))
gestures = st.builds(
    Gesture,
    st.lists(points, min_size=3, max_size=6).map(tuple),
    areas(),
    st.lists(st.builds(Scribble, areas(), st.none() | class_ids), min_size=1, max_size=2).map(tuple),
)


def values(option: ToolOption) -> st.SearchStrategy[Value]:
    if option.choices:
        return st.sampled_from([value for value, _ in option.choices])
    if option.kind == "flag":
        return st.booleans()
    return st.floats(option.minimum, min(option.maximum, 40))


@pytest.mark.parametrize("spec", [spec for spec in TOOLS if spec.changes], ids=lambda spec: spec.id)
@settings(max_examples=15, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99), class_id=class_ids)
def test_no_tool_touches_what_is_protected(
    spec: ToolSpec, data: st.DataObject, seed: int, class_id: int
) -> None:
    label_map = a_map(seed)
    logits = np.random.default_rng(seed).integers(200, 256, (CLASSES, 5, 7), np.uint8)
    model = ModelView(Prediction(logits, SHAPE, table_of("abcd", IGNORE), "id", "name"))
    picture = np.random.default_rng(7).integers(0, 255, (CLASSES, 3), np.uint8)[grid(seed, [0, 1, 2, 3])]
    options = data.draw(st.fixed_dictionaries({o.key: values(o) for o in spec.options}))
    gesture, modifiers = data.draw(gestures), data.draw(some_modifiers)

    def context(modifiers: Modifiers) -> ToolContext:
        return ToolContext(
            label_map,
            class_id,
            model.label(model.rect),
            picture,
            model,
            PreviousImage(grid(seed + 5, [0, 1, IGNORE]), IGNORE, picture),
            options=options,
            modifiers=modifiers,
        )

    before = label_map.copy()
    change = spec.change(gesture, context(modifiers))
    assert label_map == before  # pure
    write_change(label_map, change)
    changed = (label_map.label != before.label) | (label_map.provenance != before.provenance)
    for y, x in zip(*np.nonzero(changed), strict=True):
        assert allowed(before, modifiers, int(x), int(y))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 99), areas(), class_ids, some_modifiers)
def test_what_is_not_protected_is_painted(
    seed: int, area: Area, class_id: int, modifiers: Modifiers
) -> None:
    label_map = a_map(seed)
    change = restrict(paint(area, class_id), label_map, modifiers)
    found = np.zeros(SHAPE, np.bool_)
    found[change.area.rect.slices] = change.area.mask
    for y, x in np.ndindex(*SHAPE):
        i, j = x - area.rect.x, y - area.rect.y
        within = 0 <= i < area.rect.width and 0 <= j < area.rect.height and bool(area.mask[j, i])
        assert found[y, x] == (within and allowed(label_map, modifiers, x, y))


def test_planes_of_values_are_cut_with_their_area() -> None:
    label_map = a_map(0)
    label = np.arange(HEIGHT * WIDTH, dtype=np.uint8).reshape(SHAPE) % CLASSES
    area = Area(label_map.rect, np.ones(SHAPE, np.bool_))
    selection = Area(Rect(3, 4, 10, 9), np.ones((9, 10), np.bool_))
    change = restrict(Change(area, label, label), label_map, Modifiers(selection=selection))
    assert change.area.rect == selection.rect
    assert isinstance(change.label, np.ndarray)
    assert np.array_equal(change.label, label[selection.rect.slices])
    outside = Modifiers(selection=Area(Rect(30, 0, 2, 2), np.ones((2, 2), np.bool_)))
    assert restrict(Change(area, label, label), label_map, outside).area.empty


def test_without_modifiers_a_change_is_left_as_it_is() -> None:
    change = paint(Area(Rect(0, 0, 2, 2), np.ones((2, 2), np.bool_)), 1)
    assert restrict(change, a_map(0), Modifiers()) is change
