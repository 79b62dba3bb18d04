from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segstudio.core.atomic import write_bytes, write_text
from segstudio.core.errors import WorkError

WRITE_FOREVER = """
import sys
from pathlib import Path
from segstudio.core.atomic import write_bytes
path = Path(sys.argv[1])
for turn in range(100_000):
    write_bytes(path, bytes([turn % 251]) * 200_000)
    if turn == 3:
        print("going", flush=True)
"""


def test_replaces_and_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "one")
    path.chmod(0o640)
    write_text(path, "two")
    assert path.read_text() == "two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_new_file_has_the_mode_of_any_other_new_file(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"")
    (tmp_path / "b").write_bytes(b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkError, match="Could not write"):
        write_bytes(tmp_path / "file" / "a", b"x")


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    write_bytes(path, b"old")

    def full_disk(_source: str, _target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(WorkError, match="disk is full"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    command = [sys.executable, "-c", WRITE_FOREVER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "going\n"
        writer.kill()
    content = path.read_bytes()
    assert len(content) == 200_000
    assert len(set(content)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_a_pipe_or_a_device_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    """`--json /dev/stdout` as root must not put a file in the place of the machine's /dev/stdout."""
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True)
        write_text(path, "through")
        assert reader.communicate(timeout=30)[0] == "through"
        assert pipe.is_fifo()
        assert link.is_symlink()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc on this system")
def test_ones_own_output_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "stdout").symlink_to("/proc/self/fd/1")
    script = "import sys; from pathlib import Path; from segstudio.core.atomic import write_text\n"
    script += "write_text(Path(sys.argv[1]), 'through')"
    with out.open("wb") as stream:
        subprocess.run([sys.executable, "-c", script, str(tmp_path / "stdout")], stdout=stream, check=True)
    assert out.read_text() == "through"
    assert (tmp_path / "stdout").is_symlink()


def test_a_folder_in_the_way_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="is a folder"):
        write_bytes(tmp_path, b"x")
