"""Labels of other people and of other models, compared through the session."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.label_png import read_label, write_label
from segstudio.engine.evaluation.candidates import CandidateKind, FolderSource
from segstudio.engine.evaluation.focus import Focus
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.prediction_note import PredictionNote, write_note
from segstudio.engine.pump import Pump
from segstudio.engine.views import Level, Message
from segstudio.labels.effects import paint
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import ErrorView
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box
from tests.unit.engine.desks.conftest import KEYS, compared, independent


@pytest.mark.parametrize("kind", [CandidateKind.ANNOTATOR, CandidateKind.PREDICTIONS])
def test_a_folder_of_labels_is_compared_without_any_model(
    kind: CandidateKind,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    second: Any,
) -> None:
    root = make_folder(images=4, labelled=4)
    other = second(root, 3)
    session = make_session()
    document = show(session, root)
    assert session.dataset_comparison is None
    session.evaluation.compare_folder(other, kind)
    found = compared(session, pump, 3)
    void_counts = kind is CandidateKind.PREDICTIONS
    assert found.matrix == independent(root, other, KEYS[:3], void_counts=void_counts)
    assert found.context.candidate == "second"
    assert session.evaluation.missing == 1
    pump.until(lambda: session.image_comparison is not None)
    label = session.evaluation.label
    assert label is not None
    assert np.array_equal(label, read_label(other / f"{KEYS[0]}.png"))
    document.apply(paint(box(10, 0, 30, 25), 1), "stroke")
    image = session.image_comparison
    assert image is not None
    truth = document.label_map.reviewed_label()
    if not void_counts:
        truth[label == 255] = 255
    assert image.matrix == ConfusionMatrix.from_labels(truth, label, 3), "live, piece by piece"
    document.undo()
    again = session.image_comparison
    assert again is not None
    assert again.matrix == independent(root, other, KEYS[:1], void_counts=void_counts)
    session.go_to(3)
    pump.until(lambda: session.document is not None)
    assert session.evaluation.label is None
    assert session.image_comparison is None, "the folder has nothing for this image"


def test_figures_of_different_candidates_are_never_added(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any
) -> None:
    root = make_folder(images=4, labelled=4)
    session = make_session()
    show(session, root)
    session.evaluation.compare_folder(second(root), CandidateKind.ANNOTATOR)
    first = compared(session, pump, 4)
    session.evaluation.compare_folder(second(root, 2, "third"), CandidateKind.ANNOTATOR)
    found = compared(session, pump, 2)
    assert found.context.version > first.context.version
    assert found.context.candidate_id != first.context.candidate_id
    session.evaluation.compare_model()
    assert session.dataset_comparison is None
    assert session.evaluation.candidate_name == ""


def test_a_saved_label_is_counted_for_the_folder_too(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any
) -> None:
    root = make_folder(images=4, labelled=4)
    other = second(root)
    session = make_session()
    document = show(session, root)
    session.evaluation.compare_folder(other, CandidateKind.ANNOTATOR)
    compared(session, pump, 4)
    pump.until(lambda: session.image_comparison is not None)
    document.apply(paint(box(0, 30, 40, 20), 0), "stroke")
    session.save()
    pump.until(lambda: not session.dirty)
    session.go_to(1)
    pump.until(lambda: session.document is not None)
    pump.until(
        lambda: (
            session.dataset_comparison is not None
            and session.dataset_comparison.matrix == independent(root, other, KEYS, void_counts=False)
        )
    )


def test_predictions_of_a_model_with_other_ids_are_mapped_by_name(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tmp_path: Path,
    table: ClassTable,
) -> None:
    root = make_folder(images=2, labelled=2)
    other = tmp_path / "predicted"
    foreign = table_of(["car", "tree", "sky", "road"])
    turned = np.array([2, 3, 0, *[255] * 253], np.uint8)
    for key in KEYS[:2]:
        write_label(other / f"{key}.png", turned[read_label(root / "labels" / f"{key}.png")], foreign)
    write_note(other, PredictionNote("their model (abc)", "MIT", "", foreign))
    session = make_session()
    show(session, root)
    session.evaluation.compare_folder(other, CandidateKind.PREDICTIONS)
    found = compared(session, pump, 2)
    assert found.scores.pixel_accuracy == 1.0
    assert session.evaluation.candidate_name == "their model (predicted)"


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda folder, table: None, "cannot be opened"),
        (lambda folder, table: folder.mkdir(), "holds no label files"),
        (
            lambda folder, table: write_label(folder / "x.png", np.zeros((4, 4), np.uint8), table),
            "No label in",
        ),
    ],
)
def test_a_folder_that_cannot_be_compared_says_why_and_changes_nothing(
    spoil: Any,
    word: str,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tmp_path: Path,
    table: ClassTable,
    messages: list[Message],
) -> None:
    session = make_session()
    show(session, make_folder(images=2, labelled=2))
    spoil(tmp_path / "other", table)
    session.evaluation.compare_folder(tmp_path / "other", CandidateKind.ANNOTATOR)
    pump.until(lambda: any(m.level is Level.ERROR and word in m.text for m in messages))
    assert session.evaluation.by_model


def test_bad_files_of_the_folder_are_named_and_the_rest_is_compared(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    second: Any,
    table: ClassTable,
    messages: list[Message],
) -> None:
    root = make_folder(images=4, labelled=4)
    other = second(root)
    (other / f"{KEYS[1]}.png").write_bytes(b"no picture")
    write_label(other / f"{KEYS[2]}.png", np.zeros((4, 4), np.uint8), table)
    write_label(other / f"{KEYS[3]}.png", np.full((60, 80), 77, np.uint8), table)
    session = make_session()
    show(session, root)
    session.evaluation.compare_folder(other, CandidateKind.ANNOTATOR)
    compared(session, pump, 1)
    pump.until(lambda: any("3 of its labels cannot be compared" in m.text for m in messages))
    assert {key: "the value 77" in text for key, text in session.evaluation.problems.items()} == {
        KEYS[1]: False,
        KEYS[2]: False,
        KEYS[3]: True,
    }


def test_another_model_is_nothing_to_a_folder(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    second: Any,
    tiny_model: Path,
) -> None:
    """A model that arrives late neither ends a filter nor counts anything anew."""
    root = make_folder(images=2, labelled=2)
    session = make_session()
    show(session, root)
    evaluation = session.evaluation
    evaluation.compare_folder(second(root, 2), CandidateKind.PREDICTIONS)
    before = compared(session, pump, 2)
    pump.until(lambda: session.image_comparison is not None)
    focus = Focus(ErrorView(cell=(0, 2)))
    evaluation.set_focus(focus)
    pump.until(lambda: evaluation.focus.ready)
    session.restart_model(str(tiny_model))
    pump.until(lambda: session.prediction is not None)
    assert evaluation.focus.focus == focus
    assert evaluation.label is not None
    after = compared(session, pump, 2)
    assert after.context == before.context
    assert session.image_comparison is not None
    pump.until(lambda: session.entry_view(KEYS[0]).uncertainty is not None)


def test_a_label_that_cannot_be_counted_from_its_copy_is_measured_from_the_disk(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    root = make_folder(images=4, labelled=4)
    other = second(root, 4)
    session = make_session()
    document = show(session, root)
    session.evaluation.compare_folder(other, CandidateKind.PREDICTIONS)
    compared(session, pump, 4)
    pump.until(lambda: session.image_comparison is not None)

    def odd(*args: object) -> ConfusionMatrix:
        raise ZeroDivisionError

    monkeypatch.setattr("segstudio.engine.evaluation.scoring.remember", odd)
    document.apply(paint(box(10, 0, 30, 25), 1), "stroke")
    session.save()
    pump.until(lambda: not session.dirty and not session.jobs)
    show(session, 1)
    found = compared(session, pump, 4)
    assert found.matrix == independent(root, other, KEYS, void_counts=True)
    assert "ZeroDivisionError" in caplog.text


def test_images_that_cannot_be_looked_at_are_measured_one_by_one(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    root = make_folder(images=4, labelled=4)
    other = second(root, 4)
    session = make_session()
    show(session, root)

    def odd(source: FolderSource, entry: ImageEntry) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(FolderSource, "known", odd)
    session.evaluation.compare_folder(other, CandidateKind.PREDICTIONS)
    assert compared(session, pump, 4).matrix == independent(root, other, KEYS, void_counts=True)
    assert "ZeroDivisionError" in caplog.text
