"""Labels that other programs change, and figures that are recalled when a folder is opened again."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.label_png import read_label, write_label
from segstudio.engine.editing.label_watch import LabelChanges, told
from segstudio.engine.evaluation.saved_scores import SavedScores
from segstudio.engine.files.entries import Status
from segstudio.engine.index import Index
from segstudio.engine.models.model_host import ModelHost
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message
from segstudio.labels.effects import paint
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score
from segstudio.metrics.sparse import SparseMatrix
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


def settle(root: Path) -> None:
    """As if everything had been written a while ago: only then time stamps are trusted."""
    past = time.time() - 60
    for path in [*root.rglob("*.png")]:
        os.utime(path, (past, past))


def counted(session: Session, pump: Pump) -> ConfusionMatrix:
    pump.until(lambda: session.dataset_comparison and not session.dataset_comparison.images_pending)
    pump.until(lambda: not session.jobs)
    dataset = session.dataset_comparison
    assert dataset is not None
    return dataset.matrix


def write(path: Path, label: Any, table: ClassTable) -> None:
    """As another program: the time stamp differs for certain."""
    write_label(path, label, table)
    os.utime(path, (time.time() - 30, time.time() - 30))


@pytest.fixture
def opened(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> tuple[Session, Path]:
    root = make_folder(images=4, labelled=3)
    settle(root)
    session = make_session(tiny_model)
    show(session, root)
    counted(session, pump)
    return session, root


def _expected(session: Session, root: Path, table: ClassTable) -> ConfusionMatrix:
    """A count from scratch by a session that knows nothing: predictions stand in the cache, matrices do not."""
    total = ConfusionMatrix.zero(3)
    project = session.project
    source = session._parts.desk.predictions.source
    assert project is not None
    assert source is not None
    for entry in project.images:
        path = root / "labels" / f"{entry.key}.png"
        predicted = source.cached(entry)
        if path.exists() and predicted is not None:
            total += ConfusionMatrix.from_labels(read_label(path), predicted.label, 3)
    return total


def test_a_changed_label_is_noticed_while_the_project_is_open(
    opened: tuple[Session, Path], pump: Pump, table: ClassTable, messages: list[Message]
) -> None:
    session, root = opened
    before = counted(session, pump)
    write(root / "labels" / "scene_002.png", np.full((60, 80), 1, np.uint8), table)
    session.look_for_changes()
    pump.until(lambda: any("scene_002 was changed by another program" in m.text for m in messages))
    after = counted(session, pump)
    assert after != before
    assert after == _expected(session, root, table)
    told_so_far = len(messages)
    session.look_for_changes()
    counted(session, pump)
    assert len(messages) == told_so_far, "what was told once is not told again"


def test_new_and_removed_labels_are_noticed(
    opened: tuple[Session, Path], pump: Pump, table: ClassTable, messages: list[Message]
) -> None:
    session, root = opened
    write(root / "labels" / "scene_004.png", np.zeros((60, 80), np.uint8), table)
    (root / "labels" / "scene_003.png").unlink()
    session.look_for_changes()
    pump.until(lambda: session.entry_view("scene_004").status is Status.SAVED)
    assert session.entry_view("scene_003").status is not Status.SAVED
    assert any("scene_003 was removed" in m.text for m in messages)
    assert counted(session, pump) == _expected(session, root, table)
    dataset = session.dataset_comparison
    assert dataset is not None
    assert dataset.images == 3


def test_our_own_saves_are_nobody_elses(
    opened: tuple[Session, Path], pump: Pump, messages: list[Message]
) -> None:
    session, _ = opened
    document = session.document
    assert document is not None
    document.apply(paint(box(0, 0, 9, 9), 1), "paint")
    session.save()
    session.look_for_changes()
    session.flush()
    counted(session, pump)
    session.look_for_changes()
    counted(session, pump)
    assert not [m for m in messages if "another program" in m.text]


def test_the_open_image_is_read_anew_unless_it_has_edits(
    opened: tuple[Session, Path], pump: Pump, table: ClassTable, messages: list[Message]
) -> None:
    session, root = opened
    path = root / "labels" / "scene_001.png"
    write(path, np.full((60, 80), 2, np.uint8), table)
    former = session.document
    session.look_for_changes()
    pump.until(lambda: session.document is not None and session.document is not former)
    document = session.document
    assert document is not None
    assert (document.label_map.label == 2).all()
    document.apply(paint(box(0, 0, 9, 9), 1), "paint")
    write(path, np.full((60, 80), 0, np.uint8), table)
    os.utime(path, (time.time() - 20, time.time() - 20))
    session.look_for_changes()
    pump.until(lambda: any("has edits of yours" in m.text for m in messages))
    assert session.document is document
    session.save()
    session.flush()
    assert (read_label(root / "labels" / "scene_001.other.png") == 0).all()


def test_figures_are_there_before_the_model_is(
    *, opened: tuple[Session, Path], make_session: MakeSession, show: Show, pump: Pump, tiny_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    first, root = opened
    expected = counted(first, pump)
    rows = {view.entry.key: view.miou for view in first.entries}
    first.close()
    started: list[bool] = []
    monkeypatch.setattr(ModelHost, "start", lambda self: started.append(True))
    second = make_session(tiny_model)
    shown: list[tuple[ConfusionMatrix, bool]] = []

    def look() -> None:
        dataset = second.dataset_comparison
        if dataset is not None and dataset.images == 3:
            shown.append((dataset.matrix, bool(started)))

    second.scores_changed.connect(look)
    second.open_folder(root)
    pump.until(lambda: shown)
    assert shown[0][0] == expected
    for key, miou in rows.items():
        assert second.entry_view(key).miou == (None if miou is None else pytest.approx(miou, abs=1e-12))
    pump.until(lambda: started)
    monkeypatch.undo()
    images: set[int] = set()

    def watch() -> None:
        dataset = second.dataset_comparison
        images.add(dataset.images if dataset is not None else 0)

    second.scores_changed.connect(watch)
    second.start_model()
    pump.until(lambda: second.prediction is not None)
    assert counted(second, pump) == expected
    assert images <= {3}, "the figures do not blink when the model takes over"


def test_what_changed_while_the_project_was_closed_is_counted_anew(
    *, opened: tuple[Session, Path], make_session: MakeSession, show: Show, pump: Pump, tiny_model: Path,
    table: ClassTable,
) -> None:  # fmt: skip
    first, root = opened
    before = counted(first, pump)
    first.close()
    write(root / "labels" / "scene_002.png", np.full((60, 80), 1, np.uint8), table)
    os.utime(
        root / "labels" / "scene_003.png", (time.time() - 10, time.time() - 10)
    )  # touched, not changed
    second = make_session(tiny_model)
    show(second, root)
    pump.until(lambda: second.prediction is not None)
    after = counted(second, pump)
    assert after != before
    assert after == _expected(second, root, table)


def test_what_is_kept_is_bound_to_the_files_and_to_the_comparison(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.sqlite")
    rng = np.random.default_rng(1)
    matrices = {}
    for number in range(5):
        truth, said = rng.integers(0, 4, (2, 30, 30), dtype=np.uint8)
        matrices[f"k{number}"] = SparseMatrix.of(ConfusionMatrix.from_labels(truth, said, 4))
        index.put_saved(("model", "table", 255), f"k{number}", f"sign {number}", matrices[f"k{number}"])
    found = index.recall(("model", "table", 255), 4)
    assert {k: m.dense() for k, m in found.matrices.items()} == {k: m.dense() for k, m in matrices.items()}
    assert found.signatures["k3"] == "sign 3"
    for other in (("another", "table", 255), ("model", "another", 255), ("model", "table", 0)):
        assert not index.recall(other, 4).matrices
    assert index.model("bundled", "stamp") is None
    index.put_model("bundled", "id", "title", "stamp")
    assert index.model("bundled", "stamp") == ("id", "title")
    assert index.model("bundled", "another stamp") is None
    index.close()


@pytest.mark.parametrize("ignore", [255, 1])
def test_many_scores_at_once_are_those_one_by_one(ignore: int) -> None:
    rng = np.random.default_rng(7)
    one = SavedScores(6, ignore)
    kept = {}
    for number in range(30):
        truth = rng.integers(0, rng.integers(1, 7), (20, 20), dtype=np.uint8)
        if number == 3:
            truth[:] = ignore
        matrix = ConfusionMatrix.from_labels(truth, rng.integers(0, 9, (20, 20), dtype=np.uint8), 6, ignore)
        one.put(f"k{number}", matrix)
        kept[f"k{number}"] = SparseMatrix.of(matrix)
    many = SavedScores.of(kept, 6, ignore)
    assert many.total == one.total
    assert many.all_errors == one.all_errors
    for key, miou in one.mious.items():
        assert many.miou(key) == (None if miou is None else pytest.approx(miou, abs=1e-12))
    one.drop("k5")
    many.drop("k5")
    assert many.total == one.total
    assert score(many.total).miou == score(one.total).miou


def test_a_sentence_for_people() -> None:
    assert (
        told(LabelChanges(("a",), ()))
        == "The label of a was changed by another program and is counted anew."
    )
    several = told(LabelChanges(("a", "b"), ("c", "d")))
    assert several == (
        "2 labels were changed by another program and are counted anew. 2 labels were removed by another program."
    )


def test_messages_are_news_not_alarms(
    opened: tuple[Session, Path], pump: Pump, table: ClassTable, messages: list[Message]
) -> None:
    session, root = opened
    write(root / "labels" / "scene_002.png", np.full((60, 80), 1, np.uint8), table)
    session.look_for_changes()
    pump.until(lambda: any("another program" in m.text for m in messages))
    assert {m.level for m in messages if "another program" in m.text} == {Level.INFO}
    session.close()
    session.look_for_changes()  # harmless after the end
