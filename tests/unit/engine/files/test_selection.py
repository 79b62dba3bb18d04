"""Which files take part."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from segstudio.core.errors import InputError
from segstudio.engine.files.selection import find_labels, listing, read_list, select

KEYS = ["a", "north/a", "north/b.v2", "south/c", "x.jpg"]


def _select(*entries: str) -> list[str]:
    return select(KEYS, entries, Path("list.txt"), Path("labels"))


@pytest.mark.parametrize(
    ("entry", "chosen"),
    [
        ("south/c", ["south/c"]),
        ("c", ["south/c"]),
        ("c.png", ["south/c"]),
        ("south\\c.jpg", ["south/c"]),
        ("a", ["a", "north/a"]),
        ("north/a", ["north/a"]),
        ("b.v2", ["north/b.v2"]),
        ("b.v2.png", ["north/b.v2"]),
        ("x.jpg", ["x.jpg"]),
        ("x", ["x.jpg"]),
    ],
)
def test_an_entry_is_a_key_or_a_stem_with_or_without_suffix(entry: str, chosen: list[str]) -> None:
    assert _select(entry) == chosen


def test_accents_match_however_they_are_stored(tmp_path: Path) -> None:
    """One character on one system, letter and accent on another."""
    one, two = "caf\u00e9", "cafe\u0301"
    for stored, listed in ((one, two), (two, one)):
        assert select([stored], [listed], Path("list.txt"), Path("labels")) == [stored]
    (tmp_path / f"{two}.png").write_bytes(b"")
    assert list(find_labels(tmp_path)) == [one]


def test_order_is_that_of_the_folder_and_nothing_twice() -> None:
    assert _select("c", "north/a", "c") == ["north/a", "south/c"]


def test_all_entries_without_a_file_are_named() -> None:
    with pytest.raises(InputError) as caught:
        _select("c", "d", "e")
    assert "  d\n  e" in str(caught.value)


def test_a_very_long_listing_is_cut_and_says_so() -> None:
    text = listing([str(n) for n in range(1000)])
    assert text.endswith("… and 800 more")


def test_labels_are_found_at_any_depth_in_natural_order(tmp_path: Path) -> None:
    for name in ("b10.png", "b9.png", "deep/er/a.PNG", "photo.jpg", ".hidden/c.png", "x.jpg.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert list(find_labels(tmp_path)) == ["b9", "b10", "deep/er/a", "x.jpg"]


@pytest.mark.parametrize(("one", "other"), [("a.png", "a.PNG"), ("caf\u00e9.png", "cafe\u0301.png")])
def test_two_labels_of_one_image_are_named(tmp_path: Path, one: str, other: str) -> None:
    """One of them was dropped, and nobody knew which."""
    for name in (one, other):
        (tmp_path / name).write_bytes(b"")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system takes the two names for one")
    with pytest.raises(InputError) as caught:
        find_labels(tmp_path)
    assert one in str(caught.value)
    assert other in str(caught.value)


def test_a_folder_without_labels_says_what_labels_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="PNG"):
        find_labels(tmp_path)
    with pytest.raises(InputError, match="nowhere"):
        find_labels(tmp_path / "nowhere")
    (tmp_path / "label.png").write_bytes(b"")
    with pytest.raises(InputError, match=r"label\.png is a file\. Give the folder"):
        find_labels(tmp_path / "label.png")


def test_lists(tmp_path: Path) -> None:
    path = tmp_path / "val.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\n\r\n  b c  \n")
    assert read_list(path) == ["a", "b c"]
    path.write_text("\n\n")
    with pytest.raises(InputError, match="nothing"):
        read_list(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        read_list(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_list(tmp_path / "absent.txt")


def test_comments_are_left_out_unless_an_image_is_called_so() -> None:
    assert _select("# validation", "a") == _select("a")
    assert select(["#1", "a"], ["#1"], Path("val.txt"), Path("images")) == ["#1"]
    with pytest.raises(InputError, match="nothing"):
        _select("# validation")


def test_a_closed_subfolder_is_named_where_all_labels_are_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Truths that cannot be listed would silently leave the score. (Permissions do not bind who runs as root.)"""
    for name in ("a.png", "closed/b.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    scan = os.scandir

    def refused(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refused)
    assert list(find_labels(tmp_path)) == ["a"]
    with pytest.raises(InputError, match="closed"):
        find_labels(tmp_path, whole=True)
