"""Rewriting labels to another class table: every file or none, whenever the process dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segstudio.core import class_edits as edits
from segstudio.core.classes import ClassTable
from segstudio.core.errors import Cancelled, InputError, WorkError
from segstudio.core.label_png import read_label, write_label
from segstudio.core.progress import CancelToken
from segstudio.engine.files import compaction
from segstudio.engine.project import Project
from segstudio.labels.label_map import LabelMap
from tests.unit.engine.conftest import MakeFolder

WORKER = """
import sys
from pathlib import Path
from segstudio.core import class_edits as edits
from segstudio.engine.files import compaction
from segstudio.engine.project import Project

root, stop = Path(sys.argv[1]), sys.argv[2]
project = Project.open(root)

def here(what):
    if what == stop:
        print("now", flush=True)
        sys.stdin.read()

def progress(done, total, name):
    here(f"stage {done}")

places = []
place = compaction._place
def counted(*args):
    here(f"place {len(places)}")
    places.append(args)
    place(*args)
compaction._place = counted
write = compaction.write_config
def config(path, value):
    here("config" if path == project.places.config else "commit")
    write(path, value)
compaction.write_config = config
compaction.compact(project.places, project.store, project.images, project.config(), renumber=True, progress=progress)
"""


def _project(root: Path) -> Project:
    """'car' merged into 'road', and the order of the others turned round."""
    project = Project.open(root)
    project.set_table(edits.moved(edits.merged(project.table, 2, 1), 1, 0))
    project.save_config()
    return project


def _labels(project: Project) -> dict[str, NDArray[np.uint8]]:
    """By key, as names: what a person sees, whatever the numbers are."""
    found = {}
    for entry in project.images:
        label_map = project.load_label(entry)
        assert label_map is not None
        names = np.array([project.table.name_of(v) for v in range(256)])
        found[entry.key] = names[label_map.label]
    return found


def _compact(project: Project, **options: object) -> ClassTable:
    return compaction.compact(
        project.places, project.store, project.images, project.config(), **options  # type: ignore[arg-type]  # keywords
    )  # fmt: skip


@pytest.mark.parametrize("renumber", [False, True])
def test_labels_mean_the_same_in_the_new_numbers(make_folder: MakeFolder, renumber: bool) -> None:
    root = make_folder(images=3, labelled=3)
    project = _project(root)
    entry = project.images[1]
    label = project.load_label(entry)
    assert label is not None
    label.provenance[:4] = 1  # of the model
    project.store.save(entry, label, project.table)
    before = _labels(project)
    table = _compact(project, renumber=renumber)
    after = Project.open(root)
    assert after.table == table
    assert table.aliases == ()
    assert [c.name for c in table.classes] == ["road", "sky"]
    assert [c.id for c in table.classes] == ([0, 1] if renumber else [1, 0])
    for key, names in _labels(after).items():
        assert np.array_equal(names, before[key])
    values = np.unique(read_label(root / "labels" / "scene_001.png"))
    assert set(values) <= {0, 1, 255}
    again = after.load_label(after.entry(entry.key))
    assert again is not None
    assert np.array_equal(again.provenance, label.provenance)
    assert not list((root / "labels").glob(".*"))


def test_nothing_changes_when_a_label_cannot_be_used(make_folder: MakeFolder) -> None:
    root = make_folder(images=3, labelled=3)
    project = _project(root)
    (root / "labels" / "scene_003.png").write_bytes(b"no picture")
    before = {p.name: p.read_bytes() for p in (root / "labels").iterdir()}
    with pytest.raises(InputError, match="scene_003"):
        _compact(project)
    write_label(root / "labels" / "scene_003.png", np.full((60, 80), 77, np.uint8), project.table)
    with pytest.raises(InputError, match="77"):
        _compact(project)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        _compact(project, token=token)
    for name, data in before.items():
        if name != "scene_003.png":
            assert (root / "labels" / name).read_bytes() == data
    assert Project.open(root).table == project.table


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize(
    "moment", ["stage 0", "stage 3", "commit", "place 0", "place 2", "place 3", "config"]
)
def test_a_process_killed_at_any_moment_leaves_all_labels_or_none_rewritten(
    make_folder: MakeFolder, moment: str
) -> None:
    root = make_folder(images=4, labelled=4)
    former = _project(root)
    before = _labels(former)
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(root), moment],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "now\n"
        os.kill(worker.pid, signal.SIGKILL)
    after = Project.open(root)
    committed = moment.startswith("place") or moment == "config"
    assert (after.table.aliases == ()) == committed
    assert any("interrupted" in notice for notice in after.notices) == committed
    for key, names in _labels(after).items():
        assert np.array_equal(names, before[key])
    assert [n for n in Project.open(root).notices if "interrupted" in n] == []


def test_a_file_that_another_program_wrote_meanwhile_is_rewritten_too(
    make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_folder(images=2, labelled=2)
    project = _project(root)
    other = np.full((60, 80), 2, np.uint8)
    finish = compaction.finish

    def later(places: object) -> bool:
        write_label(root / "labels" / "scene_001.png", other, project.table)
        return finish(project.places)

    monkeypatch.setattr(compaction, "finish", later)
    _compact(project)
    label = Project.open(root).load_label(project.images[0])
    assert label == LabelMap.from_label(np.full((60, 80), 1, np.uint8), 255)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_what_cannot_be_finished_is_not_opened_as_if_it_were(make_folder: MakeFolder) -> None:
    root = make_folder(images=2, labelled=2)
    _project(root)
    folder = root / "labels" / ".segstudio-compaction"
    folder.mkdir()
    (folder / "commit.json").write_text("{}")
    with pytest.raises(WorkError, match="half rewritten"):
        Project.open(root)
