from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.classes import Alias, ClassTable, SegClass, map_classes, table_of, voc_colour
from segstudio.core.errors import InputError


def test_first_colours_are_those_of_the_voc_development_kit() -> None:
    assert [voc_colour(i) for i in (0, 1, 2, 3, 8, 15, 20, 255)] == [
        (0, 0, 0),
        (128, 0, 0),
        (0, 128, 0),
        (128, 128, 0),
        (64, 0, 0),
        (192, 128, 128),
        (0, 64, 128),
        (224, 224, 192),
    ]


def test_an_ignore_row_is_no_class_but_keeps_its_place_in_the_matrix() -> None:
    rows = tuple(SegClass(i, n, (0, 0, 0)) for i, n in enumerate(("void", "wall", "sky")))
    table = ClassTable(rows, ignore_index=0)
    assert [c.name for c in table.classes] == ["wall", "sky"]
    assert table.num_classes == 3
    assert 0 not in table


def test_an_ignore_row_after_the_classes_adds_no_row() -> None:
    assert ClassTable((SegClass(0, "a", (0, 0, 0)), SegClass(11, "v", (0, 0, 0))), 11).num_classes == 1


@pytest.mark.parametrize(
    "rows", [(), ((0, "a"), (0, "b")), ((300, "a"),), ((255, "only the ignore row"),)], ids=str
)
def test_a_table_that_cannot_be_is_refused_with_a_sentence(rows: tuple[tuple[int, str], ...]) -> None:
    with pytest.raises(InputError, match=r"[A-Z].+\."):
        ClassTable(tuple(SegClass(i, n, (0, 0, 0)) for i, n in rows))


def test_mapping_goes_by_name_and_lists_what_has_no_partner() -> None:
    source = table_of(["Sky", "Sign Symbol", "Unicorn"])
    target = table_of(["road", "sign_symbol", "sky"])
    mapping = map_classes(source, target)
    assert mapping.targets == (2, 1, None)
    assert mapping.unmapped == ("Unicorn",)
    assert not mapping.identity


@pytest.mark.parametrize(
    ("source", "target", "targets"),
    [
        (["T+", "T-", "t"], ["T-", "T+"], (1, 0, None)),
        (["Road", "(road)"], ["(road)", "Road"], (1, 0)),
        (["Road", "road"], ["road"], (None, 0)),
        (["road"], ["Road", "ROAD"], (None,)),
        (["ROAD"], ["road", "(road)"], (0,)),
        (["T"], ["T+", "T-"], (None,)),
        (["T+", "T-"], ["t"], (None, None)),
        (["+"], ["-"], (None,)),
    ],
    ids=str,
)
def test_names_that_differ_in_punctuation_alone_are_told_apart_and_never_guessed(
    source: list[str], target: list[str], targets: tuple[int | None, ...]
) -> None:
    mapping = map_classes(table_of(source), table_of(target))
    assert mapping.targets == targets
    assert mapping.unmapped == tuple(
        name for name, found in zip(source, targets, strict=True) if found is None
    )


def test_a_name_of_several_classes_is_no_partner_unless_the_id_is_the_same() -> None:
    twice, once = table_of(["road", "car", "road"]), table_of(["car", "road"])
    assert map_classes(twice, twice).identity
    assert map_classes(twice, once).targets == (None, 0, None)
    assert map_classes(once, twice).targets == (1, None)


def test_a_class_comes_before_a_merged_one_of_the_same_name() -> None:
    table = ClassTable(table_of(["ground", "t_minus"]).classes, aliases=(Alias(8, 0, "T-", (0, 0, 0)),))
    assert map_classes(table_of(["T-", "T minus"]), table).targets == (0, 1)
    table = ClassTable(table_of(["a", "b"]).classes, aliases=(Alias(8, 0, "B", (0, 0, 0)),))
    assert map_classes(table_of(["x", "b"]), table).targets == (None, 1)


names = st.lists(st.text("aAbB +-_(é", min_size=1, max_size=6), min_size=1, max_size=12, unique=True)


@given(names)
def test_a_table_maps_onto_itself(of: list[str]) -> None:
    mapping = map_classes(table_of(of), table_of(of))
    assert mapping.identity
    assert mapping.unmapped == ()
