"""Class maps as files: what a person may write, and that reading undoes writing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core import class_edits as edits
from segstudio.core.class_map import followed, read_map, renumbered, write_map
from segstudio.core.classes import Alias, ClassTable, SegClass, map_classes, table_of
from segstudio.core.errors import InputError

MODEL = table_of(["Sky", "traffic light", "Tree", "Car"])
TABLE = ClassTable(table_of(["heaven", "thing", "car"]).classes, ignore_index=9, ignore_name="nothing")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    path.write_text("\ufeff# mine\n\nsky=heaven\nTraffic_Light = thing\nTree = ignore\n", encoding="utf-8")
    chosen = read_map(path, MODEL, TABLE)
    assert chosen == {"Sky": 0, "traffic light": 1, "Tree": None}
    mapping = map_classes(MODEL, TABLE, chosen)
    assert mapping.targets == (0, 1, None, 2)
    assert mapping.unmapped == ()
    path.write_text("Tree = nothing\n", encoding="utf-8")
    assert read_map(path, MODEL, TABLE) == {"Tree": None}


@settings(max_examples=40, deadline=None)
@given(
    chosen=st.dictionaries(
        st.sampled_from([c.name for c in MODEL.classes]), st.sampled_from([None, 0, 1, 2]), max_size=4
    )
)
def test_reading_undoes_writing(
    chosen: dict[str, int | None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("map") / "map.txt"
    write_map(path, MODEL, TABLE, chosen)
    again = read_map(path, MODEL, TABLE)
    assert map_classes(MODEL, TABLE, again).targets == map_classes(MODEL, TABLE, chosen).targets


_NAMES = st.one_of(
    st.text(max_size=5),
    st.text('aA=#"\\ \u2028é', max_size=4),
    st.sampled_from(["ignore", "Ignore", '"ignore"', "void", "a=b", "# d", " d ", "\ufeffa", ""]),
)


@settings(max_examples=200)
@given(
    of_model=st.lists(_NAMES, min_size=1, max_size=6, unique=True),
    of_table=st.lists(_NAMES, min_size=1, max_size=6, unique=True),
    ignore_name=_NAMES,
    data=st.data(),
)
def test_reading_undoes_writing_whatever_the_classes_are_called(
    of_model: list[str],
    of_table: list[str],
    ignore_name: str,
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """'a=b' and '# d' were written so that they could not be read."""
    source = table_of(of_model)
    target = ClassTable(table_of(of_table).classes, ignore_name=ignore_name)
    ids = st.sampled_from([None, *range(len(of_table))])
    chosen = data.draw(st.dictionaries(st.sampled_from(of_model), ids))
    path = tmp_path_factory.mktemp("map") / "map.txt"
    write_map(path, source, target, chosen)
    again = map_classes(source, target, read_map(path, source, target))
    assert again.targets == map_classes(source, target, chosen).targets
    assert again.unmapped == map_classes(source, target, chosen).unmapped


def test_quotes_of_a_person_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    path.write_text('"sky" = "heaven"\nCar = "ca\\xr\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2: the table has no class"):
        read_map(path, MODEL, TABLE)
    path.write_text('"sky" = "heaven"\n', encoding="utf-8")
    assert read_map(path, MODEL, TABLE) == {"Sky": 0}


def test_classes_without_a_partner_stand_there_to_be_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    write_map(path, MODEL, TABLE, {})
    text = path.read_text(encoding="utf-8")
    assert "# Sky = \n" in text
    assert "Car = car\n" in text
    assert "heaven, thing, car" in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Sky heaven", "line 1: expected 'model class = class'"),
        ("Skye = heaven", "no class 'Skye'. It has Sky, traffic light"),
        ("Sky = haven", "no class 'haven'. It has heaven, thing, car; or write 'ignore'"),
        ("Sky = heaven\nsky = thing", "line 2: 'sky' is mapped twice"),
        ("Sky =", "no class ''"),
    ],
)
def test_a_line_that_cannot_be_meant_is_a_sentence(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_map(path, MODEL, TABLE)
    assert said in str(caught.value)
    assert "map.txt" in str(caught.value)


def test_names_that_differ_in_punctuation_alone_are_told_apart(tmp_path: Path) -> None:
    """'Road = Road' wrote every road pixel as '(road)'."""
    table, path = table_of(["Road", "(road)", "T+", "T-"]), tmp_path / "map.txt"
    path.write_text("Road = Road\n(road) = T-\nT+ = T+\n", encoding="utf-8")
    assert read_map(path, table, table) == {"Road": 0, "(road)": 3, "T+": 2}
    path.write_text("road! = T+", encoding="utf-8")
    with pytest.raises(InputError, match="line 1: 'road!' could be several classes"):
        read_map(path, table, table)
    path.write_text("Road = t", encoding="utf-8")
    with pytest.raises(InputError, match="line 1: 't' could be several classes"):
        read_map(path, table, table)


def test_a_missing_or_binary_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="absent") as caught:
        read_map(tmp_path / "absent", MODEL, TABLE)
    assert str(caught.value).count("absent") == 1
    (tmp_path / "photo").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(InputError, match=r"photo is no class map: it is not UTF-8 text\.$"):
        read_map(tmp_path / "photo", MODEL, TABLE)


def test_a_choice_of_a_class_that_is_gone_is_none() -> None:
    mapping = map_classes(MODEL, TABLE, {"Sky": 200, "Tree": 1})
    assert mapping.unmapped == ("Sky", "traffic light")
    assert mapping.revision
    assert not map_classes(MODEL, TABLE).revision


def test_choices_follow_their_classes_to_other_ids() -> None:
    lookup = np.arange(256, dtype=np.uint8)
    lookup[5] = 2
    maps = {"m": {"a": 5, "b": None, "c": 1}}
    assert renumbered(maps, lookup) == {"m": {"a": 2, "b": None, "c": 1}}


def test_a_choice_of_a_merged_class_is_the_class_that_it_counts_as() -> None:
    merged = ClassTable((SegClass(0, "road", (1, 2, 3)),), aliases=(Alias(4, 0, "street", (0, 0, 0)),))
    assert map_classes(MODEL, merged, {"Sky": 4}).targets[0] == 0


def test_a_class_that_is_renamed_keeps_its_partner() -> None:
    table = table_of(["sky", "car"])
    renamed = edits.renamed(table, 0, "heaven")
    assert followed(MODEL, table, renamed, {"Tree": 1}) == {"Tree": 1, "Sky": 0}
    assert followed(MODEL, table, renamed, {"Sky": None}) == {"Sky": None}
    assert followed(MODEL, table, edits.added(renamed, "sky"), {}) == {}


def test_equal_ids_of_another_table_are_no_renaming() -> None:
    table = table_of(["sky", "car"])
    for other in (table_of(["road", "thing"]), table_of(["road"]), edits.recoloured(table, 0, (1, 2, 3))):
        assert followed(MODEL, table, other, {}) == {}
    gone = edits.merged(edits.renamed(table, 0, "heaven"), 1, 0)
    assert followed(MODEL, table, gone, {}) == {}
