"""Files that commands write never take the place of what they read, nor of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from segstudio.cli.outputs import check_outputs
from segstudio.core.errors import InputError
from tests.unit.cli.conftest import Run, Sample


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with photo.png, photos/a.jpg and list.txt."""
    for name in ("photo.png", "photos/a.jpg", "list.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"of a person")
    (tmp_path / "alias").symlink_to("list.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("files", "inputs"),
    [
        (["list.txt"], ["list.txt"]),
        (["alias"], ["list.txt"]),
        (["photos/../photo.png"], []),
        (["photos/a.jpg"], ["photos"]),
        (["photos/new.png"], ["photos"]),
        (["r.json", "photos/../r.json"], []),
    ],
)
def test_what_would_be_lost_is_refused(kept: Path, files: list[str], inputs: list[str]) -> None:
    with pytest.raises(InputError, match="name"):
        check_outputs([kept / name for name in files], [kept / name for name in inputs])


def test_reports_may_be_written_again_and_beside_what_is_read(kept: Path) -> None:
    (kept / "r.json").write_text("{}")
    check_outputs([kept / "r.json", None, kept / "photos" / "r.html"], [kept / "photos", "voc", None])
    check_outputs([kept / "photo.png"], [], is_own=lambda path: True)


def test_a_report_never_replaces_a_picture_or_a_table(run: Run, sample: Sample) -> None:
    picture, words = (
        sample.root / "images" / "a.jpg",
        ("--pred", sample.predictions, "--truth", sample.labels),
    )
    before = picture.read_bytes()
    ended = run("evaluate", *words, "--csv", picture)
    assert ended.code == 2
    assert "picture" in ended.err
    assert picture.read_bytes() == before
    table = sample.root / "classes.txt"
    for more in (["--pred-classes", table], ["--against-classes", table, "--against", sample.predictions]):
        assert run("evaluate", *words, *more, "--json", table).code == 2
    assert table.read_text("utf-8").startswith("0\tsky")
    assert run("models", "--json", picture).code == 2
    assert picture.read_bytes() == before


def test_a_map_replaces_nothing_but_a_map(run: Run, sample: Sample) -> None:
    table, kept = sample.root / "classes.txt", sample.root / "map.txt"
    words = ["evaluate", "--pred", sample.predictions, "--truth", sample.labels, "--pred-classes", table]
    for path in (table, sample.labels / "a.png", sample.root / "images" / "a.jpg"):
        before = path.read_bytes()
        ended = run(*words, "--write-map", path)
        assert ended.code == 2
        assert str(path) in ended.err
        assert path.read_bytes() == before
    for _ in range(2):
        assert run(*words, "--write-map", kept).code == 0
    assert run(*words, "--map", kept, "--write-map", kept).code == 2, "what a person edited is kept"
    kept.write_text("sky = road\n")
    assert run(*words, "--write-map", kept).code == 0
    kept.write_text("sky: a note of mine\n")
    assert run(*words, "--write-map", kept).code == 2
    assert kept.read_text() == "sky: a note of mine\n"
