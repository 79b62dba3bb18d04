"""Figures through the session, with a real (tiny, random) model: live, saved, recalled and reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.label_png import write_label
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import MODEL, reviewed
from segstudio.engine.files.entries import Status
from segstudio.engine.pump import Pump
from segstudio.engine.views import Level, Message
from segstudio.labels.effects import confirm, erase, paint
from segstudio.metrics.scores import score
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box
from tests.unit.engine.figures import counted, recomputed, saved_sum


def test_figures_follow_every_edit_exactly_and_undo_exactly_back(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    document = show(session, make_folder(images=3, labelled=2))
    counted(session, pump)

    def figures() -> tuple[object, ...]:
        image, dataset = session.image_comparison, session.dataset_comparison
        assert image is not None
        assert dataset is not None
        assert image.matrix == recomputed(session)
        assert image.reviewed_share == reviewed(document.label_map.provenance).mean()
        assert image.scores == score(image.matrix)
        assert dataset.scores == score(dataset.matrix)
        return image.scores, image.reviewed_share, dataset.scores

    history = [figures()]
    edits = [
        paint(box(5, 5), 0),
        paint(box(10, 8), 1),
        erase(box(0, 0, 40, 30), 255),
        paint(box(60, 40), 255),
    ]
    for change in edits:
        document.apply(change, "edit")
        history.append(figures())
    assert len(set(map(repr, history))) == len(history), "every edit moved the figures"
    for expected in reversed(history[:-1]):
        assert document.undo()
        assert figures() == expected
    for expected in history[1:]:
        assert document.redo()
        assert figures() == expected


def test_the_data_set_is_saved_minus_saved_current_plus_live_current(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    table: ClassTable,
) -> None:
    root = make_folder(images=4, labelled=3)
    session = make_session(tiny_model)
    document = show(session, root)
    counted(session, pump)
    keys = ["scene_001", "scene_002", "scene_003"]
    every = saved_sum(root, tiny_model, table, keys)
    dataset = session.dataset_comparison
    assert dataset is not None
    assert (dataset.matrix, dataset.images) == (every, 3)

    document.apply(paint(box(5, 5, 40, 40), 1), "paint")
    others = saved_sum(root, tiny_model, table, keys[1:])
    dataset = session.dataset_comparison
    assert dataset is not None
    assert dataset.matrix == others + recomputed(session)

    session.go_to("scene_004")  # unlabelled; the edited one is being saved
    pump.until(lambda: session.prediction is not None)
    counted(session, pump)
    session.flush()
    pump.until(lambda: not session.jobs)
    every = saved_sum(root, tiny_model, table, keys)
    dataset = session.dataset_comparison
    assert dataset is not None
    assert (dataset.matrix, dataset.images) == (every, 3)

    fourth = session.document
    assert fourth is not None
    fourth.apply(confirm(box(0, 0, 30, 30), fourth.label_map), "confirm")
    dataset = session.dataset_comparison
    assert dataset is not None
    assert (dataset.matrix, dataset.images) == (every + recomputed(session), 4)
    assert recomputed(session).outside.sum() == 0
    assert session.image_comparison is not None
    assert session.image_comparison.scores.pixel_accuracy == 1.0


def test_a_saved_proposal_does_not_flatter_the_model(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    root = make_folder(images=2)
    session = make_session(tiny_model)
    show(session, root)
    pump.until(lambda: session.prediction is not None)
    session.save()
    session.flush()
    assert session.entry_view("scene_001").status is Status.SAVED
    pump.until(lambda: not session.jobs)
    dataset = session.dataset_comparison
    assert dataset is not None
    assert dataset.matrix.valid_pixels == 0
    session.close()

    again = make_session(tiny_model)
    document = show(again, root)
    assert (document.label_map.provenance == MODEL).all()


def test_rows_show_the_miou_of_labelled_images(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    table: ClassTable,
) -> None:
    root = make_folder(images=3, labelled=2)
    session = make_session(tiny_model)
    rows: set[str] = set()
    session.entry_changed.connect(rows.add)
    show(session, root)
    pump.until(lambda: {"scene_001", "scene_002"} <= rows)
    counted(session, pump)
    pump.until(lambda: not session.jobs)
    for view in session.entries[:2]:
        assert view.miou == score(saved_sum(root, tiny_model, table, [view.entry.key])).miou
    assert session.entries[2].miou is None


def test_the_cache_answers_when_the_folder_is_opened_again(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = make_folder(images=3, labelled=3)
    first = make_session(tiny_model)
    show(first, root)
    counted(first, pump)
    pump.until(lambda: not first.jobs)
    expected = first.dataset_comparison
    assert expected is not None
    first.close()

    def never(*_: object) -> Prediction:
        raise AssertionError("predicted again")

    monkeypatch.setattr("segstudio.deeplab.predictor.Predictor.predict", never)
    second = make_session(tiny_model)
    show(second, root)
    counted(second, pump)
    pump.until(lambda: not second.jobs)
    assert second.dataset_comparison is not None
    assert second.dataset_comparison.matrix == expected.matrix
    second.close()

    for path in (root / ".segstudio" / "cache").rglob("*"):  # damage the whole cache: it is made again
        if path.is_file():
            path.write_bytes(b"damaged")
    monkeypatch.undo()
    third = make_session(tiny_model)
    show(third, root)
    counted(third, pump)
    assert third.dataset_comparison is not None
    assert third.dataset_comparison.matrix == expected.matrix


def test_another_model_predicts_and_counts_anew(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    save_tiny: Callable[..., Path],
    table: ClassTable,
    tmp_path: Path,
) -> None:
    root = make_folder(images=2, labelled=2)
    session = make_session(tiny_model)
    document = show(session, root)
    counted(session, pump)
    assert session.image_comparison is not None
    version = session.image_comparison.context.version
    document.apply(paint(box(1, 1), 1), "paint")
    other = save_tiny(tmp_path / "other.safetensors", seed=2)
    session.restart_model(str(other))
    pump.until(lambda: session.prediction is not None and session.prediction.model_name == "tiny 2")
    counted(session, pump)
    comparison = session.image_comparison
    assert comparison is not None
    assert comparison.context.version > version
    assert comparison.context.candidate == "tiny 2"
    assert comparison.matrix == recomputed(session)
    document.undo()
    pump.until(lambda: not session.jobs)
    dataset = session.dataset_comparison
    assert dataset is not None
    assert dataset.matrix == saved_sum(root, other, table, ["scene_001", "scene_002"])


def test_reports_and_exports_of_what_is_saved(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    messages: list[Message],
    tmp_path: Path,
) -> None:
    root = make_folder(images=3, labelled=2)
    session = make_session(tiny_model)
    show(session, root)
    done: list[Path] = []
    session.exported.connect(done.append)
    session.reported.connect(done.append)
    session.export("png", tmp_path / "out")
    pump.until(lambda: done)
    assert "Exported 2 labels" in messages[-1].text
    exported = next((tmp_path / "out").rglob("scene_001.png"))
    assert exported.is_file()
    counted(session, pump)
    session.write_report(tmp_path / "report")
    pump.until(lambda: len(done) == 2)
    assert sorted(p.name for p in (tmp_path / "report").iterdir()) == [
        "evaluation.csv", "evaluation.html", "evaluation.json",
    ]  # fmt: skip
    session.export("no such format", tmp_path / "out2")
    pump.until(lambda: messages[-1].level is Level.ERROR)


def test_a_label_of_a_value_outside_the_table_is_left_out_of_the_figures(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    table: ClassTable,
) -> None:
    root = make_folder(images=2, labelled=2)
    write_label(root / "labels" / "scene_002.png", np.full((60, 80), 99, np.uint8), table)
    session = make_session(tiny_model)
    show(session, root)
    counted(session, pump)
    dataset = session.dataset_comparison
    assert dataset is not None
    assert (dataset.images, dataset.images_pending) == (1, 0)
    assert dataset.matrix == saved_sum(root, tiny_model, table, ["scene_001"])
