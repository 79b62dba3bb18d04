"""Finding images and naming them: keys are unique, stable and readable."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segstudio.core.errors import InputError
from segstudio.engine.files.entries import find_images


def _keys(folder: Path) -> list[str]:
    return [key for key, _ in find_images(folder)]


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_natural_order_at_any_depth(tmp_path: Path) -> None:
    _touch(tmp_path, "img10.jpg", "img2.JPG", "b/img1.png", "a/x/deep.tif", "notes.txt", "img1.webp")
    assert _keys(tmp_path) == ["a/x/deep", "b/img1", "img1", "img2", "img10"]


def test_hidden_and_excluded_folders_are_left_out(tmp_path: Path) -> None:
    _touch(tmp_path, "a.png", ".hidden/b.png", ".c.png", "labels/a.png")
    assert [key for key, _ in find_images(tmp_path, [tmp_path / "labels"])] == ["a"]


def test_images_that_share_a_stem_keep_their_suffix(tmp_path: Path) -> None:
    _touch(tmp_path, "a.jpg", "a.png", "b.png", "sub/a.jpg", "v1.2.jpg", "v1.3.jpg")
    assert sorted(_keys(tmp_path)) == ["a.jpg", "a.png", "b", "sub/a", "v1.2", "v1.3"]


def test_a_stem_that_is_anothers_full_name_keeps_its_suffix(tmp_path: Path) -> None:
    _touch(tmp_path, "a.jpg", "a.png", "a.jpg.tif")
    assert sorted(_keys(tmp_path)) == ["a.jpg", "a.jpg.tif", "a.png"]


names = st.lists(
    st.builds(
        lambda stem, *ends: stem + "".join(ends),
        st.sampled_from(["a", "b", "a.b", "1", "01"]),
        st.sampled_from(["", ".jpg", ".png"]),
        st.sampled_from([".jpg", ".png", ".tif"]),
    ),
    unique=True,
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names)
def test_keys_are_unique_whatever_the_names(
    tmp_path_factory: pytest.TempPathFactory, files: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("images")
    _touch(folder, *files)
    keys = _keys(folder)
    assert len(set(keys)) == len(keys) == len(files)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_to_a_parent_folder_does_not_go_round_in_circles(tmp_path: Path) -> None:
    _touch(tmp_path, "a.png")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert _keys(tmp_path) == ["a"]


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone"):
        find_images(tmp_path / "gone")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_links_in_circles_and_pipes_leave_the_rest_alone(tmp_path: Path) -> None:
    """A link to itself cannot be entered; a pipe would be waited for without an end."""
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "dangling.png").symlink_to("nowhere.png")
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "to_pipe.png").symlink_to("pipe.png")
    assert [key for key, _ in find_images(tmp_path)] == ["a", "dangling", "loop"]


def test_folders_may_be_nested_as_deep_as_paths_go(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(600):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.png").write_bytes(b"")
    assert _keys(tmp_path) == ["d/" * 600 + "a"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_of_two_ways_to_a_folder_the_shorter_one_counts(tmp_path: Path) -> None:
    (tmp_path / "z").mkdir()
    _touch(tmp_path / "z", "a.png")
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "link").symlink_to(tmp_path / "z", target_is_directory=True)
    assert _keys(tmp_path) == ["z/a"]
