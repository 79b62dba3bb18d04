"""Editing class tables: ids stay, names are unique, merging can be undone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core import class_edits as edits
from segstudio.core.classes import Alias, ClassTable, SegClass, map_classes, table_of, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.presets import PRESETS

TABLE = table_of(["road", "car", "tree", "sky"])


def test_a_new_class_takes_the_lowest_free_id_and_ids_of_merged_classes_are_not_free() -> None:
    table = edits.added(edits.merged(TABLE, 1, 0), "pole", (1, 2, 3))
    assert table.classes[-1] == SegClass(4, "pole", (1, 2, 3))
    assert edits.added(ClassTable((SegClass(1, "a", (0, 0, 0)),)), "b").classes[-1].id == 0


def test_a_new_class_has_no_other_class_s_colour() -> None:
    """VOC's colour 12 is that of CamVid's cars, and 12 the first id that is free there."""
    table = PRESETS["camvid"]
    for number in range(12):
        table = edits.added(table, f"new {number}")
    colours = [c.colour for c in table.classes]
    assert len(set(colours)) == len(colours)
    assert table.classes[11].id == 12
    assert edits.added(TABLE, "pole").classes[-1].colour == voc_colour(4)


def test_names_are_unique_and_not_empty() -> None:
    for wrong in ("", "  ", "ROAD", " road ", "void"):
        with pytest.raises(InputError):
            edits.added(TABLE, wrong)
        with pytest.raises(InputError):
            edits.renamed(TABLE, 1, wrong)
    assert edits.renamed(TABLE, 0, "Road").name_of(0) == "Road"
    assert edits.renamed(TABLE, 255, "unclear").ignore_name == "unclear"
    assert edits.renamed(TABLE, 1, " two\n words ").name_of(1) == "two words"


def test_at_most_255_classes() -> None:
    table = table_of([f"c{i}" for i in range(255)])
    with pytest.raises(InputError, match="255"):
        edits.added(table, "one more")
    with pytest.raises(InputError, match="255"):
        edits.added(edits.merged(table, 3, 4), "one more")
    compact, _ = edits.compacted(edits.merged(table, 3, 4))
    assert len(edits.added(compact, "one more")) == 255


def test_moving_changes_the_order_only() -> None:
    table = edits.moved(TABLE, 3, 0)
    assert [c.id for c in table.classes] == [3, 0, 1, 2]
    assert [c.id for c in edits.moved(table, 3, 99).classes] == [0, 1, 2, 3]
    assert np.array_equal(table.lookup, np.arange(256))


def test_merging_is_followed_through_and_undone() -> None:
    table = edits.merged(edits.merged(TABLE, 1, 0), 0, 3)
    label = np.array([[0, 1, 2, 3, 255, 9]], np.uint8)
    assert table.resolve(label).tolist() == [[3, 3, 2, 3, 255, 9]]
    back = edits.restored(table, 0)
    assert back.resolve(label).tolist() == [[0, 0, 2, 3, 255, 9]]
    assert {c.id: c for c in edits.restored(back, 1).classes} == {c.id: c for c in TABLE.classes}
    assert edits.deleted(TABLE, 2).resolve(label).tolist() == [[0, 1, 255, 3, 255, 9]]


def test_a_restored_class_gets_another_name_where_its_own_is_taken() -> None:
    table = edits.added(edits.deleted(TABLE, 2), "Tree")
    assert edits.restored(table, 2).name_of(2) == "tree 2"


def test_what_cannot_be_merged() -> None:
    with pytest.raises(InputError, match="itself"):
        edits.merged(TABLE, 1, 1)
    with pytest.raises(InputError, match="only class"):
        edits.deleted(table_of(["one"]), 0)
    for class_id, into in ((9, 0), (0, 9)):
        with pytest.raises(KeyError):
            edits.merged(TABLE, class_id, into)
    with pytest.raises(InputError, match="no class"):
        edits.counted_as(TABLE, 9, 8)


@pytest.mark.parametrize(
    "aliases",
    [
        (Alias(0, 1, "x", (0, 0, 0)),),
        (Alias(255, 1, "x", (0, 0, 0)),),
        (Alias(9, 8, "x", (0, 0, 0)),),
        (Alias(8, 9, "x", (0, 0, 0)), Alias(9, 8, "y", (0, 0, 0))),
        (Alias(8, 1, "x", (0, 0, 0)), Alias(8, 2, "y", (0, 0, 0))),
    ],
)
def test_aliases_that_make_no_sense_are_refused(aliases: tuple[Alias, ...]) -> None:
    with pytest.raises(InputError):
        ClassTable(TABLE.classes, 255, aliases=aliases)


def test_a_model_that_knows_a_merged_class_still_finds_it() -> None:
    table = edits.renamed(edits.merged(TABLE, 1, 0), 0, "ground")
    assert map_classes(TABLE, table).targets == (None, 0, 2, 3)
    assert map_classes(TABLE, edits.deleted(TABLE, 2)).targets == (0, 1, 255, 3)


@st.composite
def _edited(draw: st.DrawFn) -> ClassTable:
    table = TABLE
    for number in range(draw(st.integers(0, 6))):
        ids = [c.id for c in table.classes]
        step = draw(st.sampled_from(["add", "merge", "restore", "move", "value"]))
        if step == "add":
            table = edits.added(table, f"new {number}")
        elif step == "merge" and len(ids) > 1:
            gone = draw(st.sampled_from(ids))
            into = draw(st.sampled_from([*(i for i in ids if i != gone), 255]))
            table = edits.merged(table, gone, into)
        elif step == "restore" and table.aliases:
            table = edits.restored(table, draw(st.sampled_from(table.aliases)).id)
        elif step == "move":
            table = edits.moved(table, draw(st.sampled_from(ids)), draw(st.integers(0, 9)))
        elif step == "value":
            free = [i for i in range(100, 110) if i not in {a.id for a in table.aliases} | set(ids)]
            table = edits.counted_as(table, draw(st.sampled_from(free)), draw(st.sampled_from(ids)))
    return table


@given(table=_edited(), renumber=st.booleans())
def test_compacting_changes_no_pixel_s_class(table: ClassTable, renumber: bool) -> None:
    compact, lookup = edits.compacted(table, renumber=renumber)
    assert compact.aliases == ()
    assert [c.name for c in compact.classes] == [c.name for c in table.classes]
    known = [c.id for c in table.classes] + [a.id for a in table.aliases] + [table.ignore_index]
    for value in known:
        assert compact.name_of(int(lookup[value])) == table.name_of(int(table.lookup[value]))
    if renumber:
        assert [c.id for c in compact.classes] == list(range(len(compact)))
