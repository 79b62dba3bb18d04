"""VOC's folders as people have them: label maps and masks that do not fit together, or are no whole files."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from segstudio.core.arrays import Label, Pixels
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import InputError
from segstudio.core.presets import PRESETS
from segstudio.formats.labelled import LabelSet
from segstudio.formats.reading.recognise import recognise
from segstudio.formats.registry import format_of
from tests.unit.formats.conftest import Labels, Make
from tests.unit.formats.reading.trees import SHAPE, bomb, grey, halves, nothing, picture, png


@pytest.fixture
def root(tmp_path: Path) -> Path:
    picture(tmp_path / "JPEGImages" / "a.jpg")
    grey(tmp_path / "SegmentationClass" / "a.png", halves(0, 1))
    (tmp_path / "labelmap.txt").write_text("# label:color_rgb\nsky:0,0,0::\n road :200,0,0::\n")
    return tmp_path


def read(root: Path) -> Label:
    found = recognise(root, closely=False)
    assert found is not None
    (path,) = found.pairs().values()
    return found.read(path, found.table(nothing), SHAPE)


@pytest.mark.parametrize(
    "text",
    [
        "sky:0,0,0::\nroad:300,0,0::\n",
        "sky:0,0,0::\nroad:-1,0,0::\n",
        "sky:0,0,0::\nroad:200,0::\n",
        "sky:0,0,0::\nsky:200,0,0::\n",
        "# nothing\n",
        "".join(f"{n}:{n},0,0::\n" for n in range(256)),
        "sky 0 0 0\n",
    ],
)
def test_a_label_map_that_makes_no_table_is_named(root: Path, text: str) -> None:
    (root / "labelmap.txt").write_text(text)
    with pytest.raises(InputError, match=r"labelmap\.txt"):
        read(root)


def test_a_name_may_be_missing(root: Path) -> None:
    (root / "labelmap.txt").write_text("sky:0,0,0::\n:200,0,0::\n")
    found = recognise(root, closely=False)
    assert found is not None
    assert [c.name for c in found.table(nothing).classes] == ["sky", "class 1"]


def test_a_value_beyond_a_short_palette_is_no_end_of_the_import(root: Path) -> None:
    rows = b"".join(b"\0" + row.tobytes() for row in halves(0, 200))
    chunks = (b"PLTE", bytes([0, 0, 0, 1, 2, 3])), (b"IDAT", zlib.compress(rows))
    (root / "SegmentationClass" / "a.png").write_bytes(png(SHAPE[::-1], 3, *chunks))
    with pytest.raises(InputError, match="value 200"):
        read(root)


@pytest.mark.parametrize("kind", [0, 2, 3])
def test_a_mask_that_says_it_is_enormous_is_not_decoded(root: Path, kind: int) -> None:
    (root / "SegmentationClass" / "a.png").write_bytes(bomb(kind))
    with pytest.raises(InputError, match=r"a\.png is 100000×100000 pixels"):
        read(root)


def test_a_colour_without_a_class_is_named_also_where_there_is_no_label_map(root: Path) -> None:
    (root / "labelmap.txt").unlink()
    rgb: Pixels = np.full((*SHAPE, 3), (9, 8, 7), np.uint8)
    grey(root / "SegmentationClass" / "a.png", rgb)
    with pytest.raises(InputError, match="colour 9,8,7") as caught:
        read(root)
    assert "labelmap" not in str(caught.value)


def test_grey_of_16_bits_is_told_as_such(root: Path) -> None:
    Image.fromarray(np.full(SHAPE, 700, np.uint16)).save(root / "SegmentationClass" / "a.png")
    with pytest.raises(InputError, match="16"):
        read(root)


def test_a_broken_mask_has_its_own_sentence(root: Path) -> None:
    mask = root / "SegmentationClass" / "a.png"
    mask.write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.png is empty"):
        read(root)
    mask.unlink()
    mask.symlink_to("nowhere")
    with pytest.raises(InputError, match=r"a\.png does not exist"):
        read(root)


def test_what_we_export_with_gaps_between_the_ids_is_read_back(
    labels: Labels, table: ClassTable, make: Make, tmp_path: Path
) -> None:
    """Rows of a label map have no numbers: the palette tells what is meant."""
    format_of("voc").write(LabelSet(make(labels, table), table), tmp_path / "out")
    found = recognise(tmp_path / "out", closely=False)
    assert found is not None
    read = found.table(nothing)
    assert [c.name for c in read.classes] == ["sky blue", "road", '"car"', "Baum – grün"]
    expected = np.full(256, read.ignore_index, np.uint8)
    expected[[c.id for c in table.classes]] = [c.id for c in read.classes]
    for name, path in found.pairs().items():
        label = labels[name.removesuffix(".jpg").replace("__", "/")]
        assert np.array_equal(found.read(path, read, label.shape), expected[label])


@pytest.mark.parametrize("name", ["#road", "two\nlines", "tab\tbed"])
def test_a_name_that_a_label_map_cannot_hold_is_written_so_that_it_can(name: str, tmp_path: Path) -> None:
    table = ClassTable((SegClass(0, "sky", (1, 1, 1)), SegClass(1, name, (2, 2, 2))))
    format_of("voc").write(LabelSet([], table), tmp_path / "out")
    lines = (tmp_path / "out" / "labelmap.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "sky:1,1,1::",
        f"{' '.join(name.lstrip('#').split())}:2,2,2::",
    ]


def test_a_colour_that_two_classes_have_is_nobodys(root: Path) -> None:
    (root / "labelmap.txt").write_text("sky:0,0,0::\nroad:9,9,9::\ncar:9,9,9::\n")
    rgb: Pixels = np.full((*SHAPE, 3), 9, np.uint8)
    grey(root / "SegmentationClass" / "a.png", rgb)
    with pytest.raises(InputError, match="several classes"):
        read(root)


def test_classes_that_share_a_colour_keep_apart_in_what_we_export(make: Make, tmp_path: Path) -> None:
    """As road and skyscraper do in ADE20K."""
    table = PRESETS["ade20k"]
    values = [table.ignore_index, *(c.id for c in table.classes)]
    label = np.repeat(np.array(values, np.uint8)[None], 12, axis=0)
    format_of("voc").write(LabelSet(make({"a": label}, table), table), tmp_path / "out")
    found = recognise(tmp_path / "out", closely=False)
    assert found is not None
    read = found.table(nothing)
    back = found.read(found.pairs()["a.jpg"], read, label.shape)
    assert [read.name_of(int(v)) for v in back[0, 1:]] == [c.name for c in table.classes]
    assert back[0, 0] == read.ignore_index
