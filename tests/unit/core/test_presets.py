"""Class tables: presets, files, numbers; and what cannot be one says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.classes import ClassTable, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.presets import PRESETS, class_lost, load_class_table, write_class_file


@pytest.mark.parametrize(
    ("name", "sizes", "ends"),
    [
        ("voc", (21, 21, 255), ("background", "tvmonitor")),
        ("cityscapes", (19, 19, 255), ("road", "bicycle")),
        ("camvid", (11, 11, 11), ("Sky", "Bicyclist")),
        ("ade20k", (150, 151, 0), ("wall", "flag")),
        ("coco", (133, 133, 255), ("person", "rug-merged")),
    ],
)
def test_presets(name: str, sizes: tuple[int, int, int], ends: tuple[str, str]) -> None:
    """Number of classes, size of the matrix, ignore index; first and last name."""
    table = load_class_table(name.upper())
    assert (len(table), table.num_classes, table.ignore_index) == sizes
    assert (table.classes[0].name, table.classes[-1].name) == ends
    assert len({c.colour for c in table.classes}) >= len(table) * 0.98, "colours tell classes apart"


def test_the_table_of_presets_is_complete() -> None:
    assert {name: len(PRESETS[name]) for name in PRESETS} == {
        "voc": 21, "cityscapes": 19, "camvid": 11, "ade20k": 150, "coco": 133,
    }  # fmt: skip
    assert "kitti" not in PRESETS


def test_voc_has_the_colours_of_its_colour_map() -> None:
    assert all(c.colour == voc_colour(c.id) for c in PRESETS["voc"].classes)


@pytest.mark.parametrize(
    ("folder", "preset"),
    [("voc", "voc"), ("camvid", "camvid"), ("ade20k", "ade20k"), ("coco_panoptic", "coco")],
)
def test_presets_equal_the_class_files_of_the_data(data: Path, folder: str, preset: str) -> None:
    assert load_class_table(str(data / folder)) == PRESETS[preset]


def test_every_class_file_of_the_data_is_read(data: Path) -> None:
    tables = {p.parent.name: load_class_table(str(p)) for p in data.glob("*/classes.txt")}
    assert tables["aerial_loveda"].ignore_index == 0
    assert tables["aerial_loveda"].ignore_name == "no-data"
    assert tables["whales"].ignore_index == 255
    assert len(tables["suim"]) == 8


def test_a_number_makes_that_many_classes() -> None:
    table = load_class_table("5")
    assert [c.id for c in table.classes] == [0, 1, 2, 3, 4]
    assert (table.num_classes, table.ignore_index) == (5, 255)


def test_an_ignore_index_inside_a_number_keeps_the_size_of_the_matrix() -> None:
    assert load_class_table("151", 0).num_classes == 151
    last = load_class_table("12", 11)
    assert (last.num_classes, len(last), 11 in last) == (12, 11, False)


def test_the_option_overrides_the_file(tmp_path: Path) -> None:
    path = tmp_path / "classes.txt"
    path.write_text("0\troad\t1 2 3\n1\tvoid\t0 0 0\n")
    assert load_class_table(str(path)).ignore_index == 1
    table = load_class_table(str(path), 255)
    assert [c.name for c in table.classes] == ["road", "void"]


def test_a_file_may_have_a_byte_order_mark_comments_and_no_colours(tmp_path: Path) -> None:
    path = tmp_path / "classes.txt"
    path.write_bytes(b"\xef\xbb\xbf# mine\r\n0\troad\r\n\r\n7\tcar\t9, 8, 7\r\n")
    table = load_class_table(str(path))
    assert [(c.id, c.name, c.colour) for c in table.classes] == [
        (0, "road", (0, 0, 0)),
        (7, "car", (9, 8, 7)),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("road\t0\t1 2 3\n", "line 1"),
        ("0\troad\t1 2 3\n1\tcar\t1 2 300\n", "line 2"),
        ("0 road 1 2 3\n", "line 1"),
        ("", "empty"),
        ("0\ta\t1 2 3\n0\tb\t1 2 3\n", "twice"),
        ("0\tcar\t1 2 3\n1\troad\t1 2 3\n2\tcar\t4 5 6\n", "two classes named 'car'"),
        ("300\ta\t1 2 3\n", "between 0 and 255"),
        ("0\tvoid\t0 0 0\n1\tignore\t0 0 0\n2\ta\t0 0 0\n", "--ignore-index"),
    ],
)
def test_a_file_that_is_no_class_table_says_why(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "classes.txt"
    path.write_text(content)
    with pytest.raises(InputError, match=words) as caught:
        load_class_table(str(path))
    assert str(path) in str(caught.value)


def test_of_256_classes_the_one_that_is_ignored_is_told(tmp_path: Path) -> None:
    path = tmp_path / "classes.txt"
    rows = [f"{i}\tthing {i}" for i in range(256)]
    path.write_text("\n".join(rows))
    table = load_class_table(str(path))
    assert len(table) == 255
    assert "255 ('thing 255') is no class but ignored" in class_lost(table)
    assert "255 is no class but ignored" in class_lost(load_class_table("256"))
    assert class_lost(load_class_table("255")) == ""
    path.write_text("\n".join(["7\tthing 7 (ignore)", *rows[:7], *rows[8:]]))
    assert class_lost(load_class_table(str(path))) == "", "it was chosen"
    path.write_text("\n".join([*rows[:255], "255\tvoid"]))
    assert class_lost(load_class_table(str(path))) == ""
    assert not any(class_lost(table) for table in PRESETS.values())


@pytest.mark.parametrize("spec", ["0", "257", "1000", "", "no/such/file", "kitti"])
def test_what_is_no_table_says_what_can_be_given(spec: str) -> None:
    with pytest.raises(InputError, match=r"classes|class table"):
        load_class_table(spec)


def test_binary_content_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "classes.txt"
    path.write_bytes(b"\x89PNG\r\n\xff\xfe")
    with pytest.raises(InputError, match="UTF-8"):
        load_class_table(str(path))


_NAMES = ("void", "road", "Straße", "ignore", "a b", "=1+1", "unlabelled", "车")


@given(st.data())
def test_writing_and_reading_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    ids = data.draw(st.lists(st.integers(0, 255), min_size=2, max_size=20, unique=True))
    channel = st.integers(0, 255)
    chosen = data.draw(st.permutations([*_NAMES, *(f"{name} {n}" for n in range(3) for name in _NAMES)]))
    classes = tuple(
        SegClass(i, name, data.draw(st.tuples(channel, channel, channel)))
        for i, name in zip(sorted(ids[1:]), chosen, strict=False)
    )
    table = ClassTable(classes, ids[0], data.draw(st.sampled_from(["void", "no data"])))
    path = tmp_path_factory.mktemp("tables") / "classes.txt"
    write_class_file(path, table)
    assert load_class_table(str(path)) == table


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero on this system")
def test_a_device_without_an_end_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        load_class_table("/dev/zero")
