"""Labels on disk: provenance belongs to one label, and nothing a person or a program made is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.errors import WorkError
from segstudio.core.label_png import encode_label, read_label, write_label
from segstudio.core.provenance import HUMAN
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import LabelStore
from segstudio.engine.files.sidecar import Sidecar, content_hash
from segstudio.engine.index import Index
from segstudio.engine.project import Project
from segstudio.labels.label_map import LabelMap
from tests.unit.engine.conftest import MakeFolder

SHAPE = (60, 80)


def _label_map(seed: int) -> LabelMap:
    rng = np.random.default_rng(seed)
    provenance = rng.integers(0, 4, SHAPE, dtype=np.uint8)
    label = rng.integers(0, 3, SHAPE, dtype=np.uint8)
    label[provenance == 0] = 255
    return LabelMap(label, provenance, 255)


@pytest.fixture
def project(make_folder: MakeFolder) -> Project:
    return Project.open(make_folder(images=2, labelled=1))


@pytest.fixture
def entry(project: Project) -> ImageEntry:
    return project.images[0]


@pytest.fixture
def store(project: Project) -> LabelStore:
    return project.store


def test_a_label_without_a_sidecar_was_painted_by_a_person(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    found = store.read(entry, SHAPE, table)
    assert found.label_map is not None
    assert (found.label_map.provenance == HUMAN).all()
    assert found.notice is None
    assert found.hash == content_hash(entry.label_path.read_bytes())


def test_a_label_changed_by_another_program_is_taken_as_painted_and_said(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    store.save(entry, _label_map(1), table)
    foreign = np.zeros(SHAPE, np.uint8)
    write_label(entry.label_path, foreign, table)
    found = store.read(entry, SHAPE, table)
    assert found.label_map == LabelMap.from_label(foreign)
    assert found.notice is not None
    assert "another program" in found.notice
    assert "scene_001.png" in found.notice


def test_a_new_save_leaves_one_provenance_file(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    for seed in range(3):
        store.save(entry, _label_map(seed), table)
    found = store.read(entry, SHAPE, table)
    assert found.label_map == _label_map(2)
    state = Path(entry.label_path.parent.parent / ".segstudio" / "state")
    assert len(list(state.glob("scene_001.*.provenance.png"))) == 1


def _half_saved(store: LabelStore, entry: ImageEntry, table: ClassTable) -> bytes:
    """A save of the second map over the first that came as far as its provenance; the label that it lacks."""
    store.save(entry, _label_map(1), table)
    data = encode_label(_label_map(2).label, table)
    Sidecar(entry.label_path.parent.parent / ".segstudio" / "state", "scene_001").write_provenance(
        content_hash(data), _label_map(2).provenance
    )
    return data


def test_a_save_cut_short_before_the_label_leaves_the_old_one_with_its_provenance(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    _half_saved(store, entry, table)
    found = store.read(entry, SHAPE, table)
    assert found.label_map == _label_map(1)
    assert found.notice is None


def test_a_save_cut_short_after_the_label_has_the_new_one_with_its_provenance(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    data = _half_saved(store, entry, table)
    entry.label_path.write_bytes(data)
    found = store.read(entry, SHAPE, table)
    assert found.label_map == _label_map(2)
    assert found.notice is None


def test_damaged_sidecars_do_not_cost_the_label(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    store.save(entry, _label_map(1), table)
    for path in (entry.label_path.parent.parent / ".segstudio" / "state").iterdir():
        path.write_bytes(b"\x00damaged")
    found = store.read(entry, SHAPE, table)
    assert found.label_map is not None
    assert np.array_equal(found.label_map.label, _label_map(1).label)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda table: b"", "is empty"),
        (lambda table: encode_label(np.zeros((10, 20), np.uint8), table), "10"),
        (lambda table: encode_label(np.full(SHAPE, 77, np.uint8), table), "77"),
    ],
    ids=["empty", "another size", "value outside the table"],
)
def test_a_bad_label_is_named_and_moved_aside_when_a_new_one_is_saved(
    store: LabelStore,
    entry: ImageEntry,
    table: ClassTable,
    content: Callable[[ClassTable], bytes],
    words: str,
) -> None:
    bad = content(table)
    entry.label_path.write_bytes(bad)
    found = store.read(entry, SHAPE, table)
    assert found.label_map is None
    assert found.problem is not None
    assert "scene_001.png" in found.problem
    assert words in found.problem
    assert "scene_001.bad.png" in found.problem
    assert entry.label_path.read_bytes() == bad, "reading changes nothing"

    saved = store.save(entry, _label_map(3), table, base=found.hash)
    assert saved.notice is not None
    assert entry.label_path.with_name("scene_001.bad.png").read_bytes() == bad
    assert store.read(entry, SHAPE, table).label_map == _label_map(3)

    entry.label_path.write_bytes(bad)
    store.save(entry, _label_map(4), table)
    assert entry.label_path.with_name("scene_001.bad-2.png").read_bytes() == bad


def test_what_another_program_wrote_while_a_person_painted_is_kept(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    base = store.read(entry, SHAPE, table).hash
    foreign = np.zeros(SHAPE, np.uint8)
    write_label(entry.label_path, foreign, table)
    saved = store.save(entry, _label_map(1), table, base=base)
    assert saved.notice is not None
    assert "another program" in saved.notice
    assert np.array_equal(read_label(entry.label_path.with_name("scene_001.other.png")), foreign)
    assert np.array_equal(read_label(entry.label_path), _label_map(1).label)


def test_a_failed_save_leaves_the_former_label(
    store: LabelStore, entry: ImageEntry, table: ClassTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(entry, _label_map(1), table)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(WorkError, match="disk is full"):
        store.save(entry, _label_map(2), table)
    monkeypatch.undo()
    assert store.read(entry, SHAPE, table).label_map == _label_map(1)


def test_the_hash_is_announced_before_the_file_is_replaced(
    store: LabelStore, entry: ImageEntry, table: ClassTable
) -> None:
    before = entry.label_path.read_bytes()
    announced: list[tuple[str, bool]] = []
    saved = store.save(
        entry,
        _label_map(1),
        table,
        announce=lambda name: announced.append((name, entry.label_path.read_bytes() == before)),
    )
    assert announced == [(saved.hash, True)]


def test_the_truth_hash_follows_label_and_provenance(
    tmp_path: Path, store: LabelStore, entry: ImageEntry, project: Project, table: ClassTable
) -> None:
    index = Index(tmp_path / "index.sqlite")
    imported = store.truth_hash(entry, index.file_hash)
    label_map = _label_map(1)
    store.save(entry, label_map, table)
    mixed = store.truth_hash(entry, index.file_hash)
    label_map.provenance[label_map.provenance == 1] = 3  # confirming changes no class
    store.save(entry, label_map, table)
    confirmed = store.truth_hash(entry, index.file_hash)
    assert len({imported, mixed, confirmed}) == 3
    assert store.truth_hash(project.images[1], index.file_hash) is None
    index.close()
