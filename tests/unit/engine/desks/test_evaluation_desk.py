"""The evaluation desk through the session: other candidates, where figures lead, selections, history, doubts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.geometry import Rect
from segstudio.core.label_png import read_label, write_label
from segstudio.core.prediction import Prediction
from segstudio.engine.evaluation.candidates import CandidateKind
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.evaluation.doubts import uncertainty
from segstudio.engine.evaluation.focus import Focus
from segstudio.engine.files.prediction_note import PredictionNote, write_note
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from segstudio.labels.patch import Area
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import OUTSIDE, ErrorView

MakeFolder = Callable[..., Path]
MakeSession = Callable[..., Session]
Show = Callable[[Session, Path | str | int], Document]
KEYS = [f"scene_{n:03}" for n in range(1, 5)]


def box(x: int, y: int, width: int = 20, height: int = 10) -> Area:
    return Area(Rect(x, y, width, height), np.ones((height, width), np.bool_))


@pytest.fixture
def second(tmp_path: Path, table: ClassTable) -> Callable[..., Path]:
    """Writes a second person's labels for the first `count` images: the truth with a stripe of void and one of car."""

    def write(root: Path, count: int = 4, name: str = "second") -> Path:
        for number, key in enumerate(KEYS[:count]):
            label = read_label(root / "labels" / f"{key}.png")
            label[:5] = 255
            label[20 + number : 30, ::2] = 2
            write_label(tmp_path / name / f"{key}.png", label, table)
        return tmp_path / name

    return write


def independent(root: Path, other: Path, keys: list[str], *, void_counts: bool) -> ConfusionMatrix:
    total = ConfusionMatrix.zero(3)
    for key in keys:
        truth, said = (read_label(folder / f"{key}.png") for folder in (root / "labels", other))
        if not void_counts:
            truth = np.where(said == 255, 255, truth).astype(np.uint8)
        total += ConfusionMatrix.from_labels(truth, said, 3)
    return total


def compared(session: Session, pump: Pump, images: int) -> Comparison:
    def there() -> bool:
        found = session.dataset_comparison
        return found is not None and found.images == images and not found.images_pending

    pump.until(there)
    found = session.dataset_comparison
    assert found is not None
    return found


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
    assert {key: "77" in text for key, text in session.evaluation.problems.items()} == {
        KEYS[1]: False,
        KEYS[2]: False,
        KEYS[3]: True,
    }


def test_a_focus_lists_the_images_by_their_pixels_and_follows_edits(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any
) -> None:
    root = make_folder(images=4, labelled=3)
    other = second(root, 3)
    session = make_session()
    document = show(session, root)
    evaluation = session.evaluation
    evaluation.compare_folder(other, CandidateKind.PREDICTIONS)
    compared(session, pump, 3)
    pump.until(lambda: session.image_comparison is not None)
    matrices = {key: independent(root, other, [key], void_counts=True) for key in KEYS[:3]}
    for view in (ErrorView(cell=(0, 2)), ErrorView(cell=(1, OUTSIDE)), ErrorView(cell=(1, 1))):
        evaluation.set_focus(Focus(view))
        pump.until(lambda: evaluation.focus.ready)
        for key in KEYS:
            expected = view.count(matrices[key]) if key in matrices else 0
            assert evaluation.focus.number(key) == (expected or None)
            assert evaluation.focus.holds(key) == bool(expected)
            assert session.entry_view(key).number == (expected or None)
    evaluation.set_focus(Focus(ErrorView(cell=(0, 2))))
    pump.until(lambda: evaluation.focus.ready)
    told: list[str] = []
    session.entry_changed.connect(told.append)
    document.apply(paint(box(0, 20, 80, 10), 0), "stroke")
    pump.until(lambda: KEYS[0] in told)
    image = session.image_comparison
    assert image is not None
    assert evaluation.focus.number(KEYS[0]) == image.matrix.counts[0, 2] > matrices[KEYS[0]].counts[0, 2]
    evaluation.set_focus(Focus(ErrorView(class_id=2)))
    pump.until(lambda: evaluation.focus.ready)
    assert evaluation.focus.images == 3
    evaluation.set_focus(Focus(keys=frozenset({KEYS[2]}), low=0.2, high=0.4))
    assert [evaluation.focus.holds(key) for key in KEYS] == [False, False, True, False]
    evaluation.set_focus(None)
    assert all(evaluation.focus.holds(key) for key in KEYS)


def test_the_figures_of_a_selection_are_the_sum_of_its_images(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any
) -> None:
    root = make_folder(images=4, labelled=3)
    other = second(root, 3)
    session = make_session()
    document = show(session, root)
    evaluation = session.evaluation
    evaluation.select(KEYS[1:])
    evaluation.compare_folder(other, CandidateKind.PREDICTIONS)
    compared(session, pump, 3)
    pump.until(lambda: session.image_comparison is not None)

    def total() -> ConfusionMatrix:
        found = evaluation.selection.comparison
        assert found is not None
        return found.matrix

    assert total() == independent(root, other, KEYS[1:3], void_counts=True)
    evaluation.select([KEYS[0], KEYS[2]])
    assert total() == independent(root, other, [KEYS[0], KEYS[2]], void_counts=True)
    assert evaluation.selection.comparison is not None
    assert evaluation.selection.comparison.images == 2
    document.apply(paint(box(0, 30, 40, 20), 0), "stroke")
    image = session.image_comparison
    assert image is not None
    assert total() == image.matrix + independent(root, other, [KEYS[2]], void_counts=True), "live"
    for nothing_measured in ([KEYS[3]], []):
        evaluation.select(nothing_measured)
        with pytest.raises(AssertionError):
            total()


def test_every_step_and_save_is_a_point_of_the_history(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any
) -> None:
    root = make_folder(images=4, labelled=4)
    session = make_session()
    document = show(session, root)
    history = session.evaluation.history
    session.evaluation.compare_folder(second(root), CandidateKind.PREDICTIONS)
    compared(session, pump, 4)
    pump.until(lambda: session.image_comparison is not None)
    pump.until(lambda: history.points and history.points[-1].image is not None)
    begun = len(history.points)
    before = history.points[-1].image
    document.apply(paint(box(0, 30, 40, 20), 0), "stroke")
    pump.until(lambda: len(history.points) == begun + 1)
    assert session.image_comparison is not None
    assert history.points[-1].image == session.image_comparison.scores.miou != before
    document.undo()
    pump.until(lambda: len(history.points) == begun + 2)
    assert history.points[-1].image == before
    session.save()
    pump.until(lambda: history.points[-1].saved)
    assert len(history.points) == begun + 2


def test_regions_of_the_current_image_come_from_the_pool(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, second: Any
) -> None:
    root = make_folder(images=2, labelled=2)
    session = make_session()
    show(session, root)
    found: list[Any] = []
    session.evaluation.finder.find_regions(ErrorView(), found.append)
    assert found == [[]], "nothing to compare with yet"
    session.evaluation.compare_folder(second(root, 2), CandidateKind.PREDICTIONS)
    pump.until(lambda: session.image_comparison is not None)
    session.evaluation.finder.find_regions(ErrorView(cell=(0, OUTSIDE)), found.append)
    pump.until(lambda: len(found) == 2)
    image = session.image_comparison
    assert image is not None
    assert sum(r.pixels for r in found[1]) == image.matrix.outside[0]


def test_uncertainty_is_one_minus_the_best_probability() -> None:
    table = table_of(["a", "b"])
    even = Prediction.from_logits(np.zeros((2, 3, 3), np.float32), (6, 6), table, "m", "m")
    assert uncertainty(even) == pytest.approx(0.5)
    logits = np.zeros((2, 3, 3), np.float32)
    logits[0] = 4.0
    sure = Prediction.from_logits(logits, (6, 6), table, "m", "m")
    assert uncertainty(sure) == pytest.approx(1 - 1 / (1 + np.exp(-4.0)), abs=2e-3)
    assert uncertainty(sure) == pytest.approx(1 - float(sure.confidence().mean()) / 255, abs=5e-3)


def test_doubts_come_from_stored_predictions_and_are_kept_in_the_index(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    second: Any,
    tiny_model: Path,
) -> None:
    root = make_folder(images=4, labelled=4)
    session = make_session(tiny_model)
    show(session, root)
    pump.until(lambda: all(session.entry_view(key).uncertainty is not None for key in KEYS))
    assert session.prediction is not None
    assert session.entry_view(KEYS[0]).uncertainty == pytest.approx(uncertainty(session.prediction))
    assert session.entry_view(KEYS[0]).disagreement is None
    assert session.prediction_label is not None
    other = second(root, 2)
    session.evaluation.compare_folder(other, CandidateKind.ANNOTATOR)
    pump.until(lambda: session.entry_view(KEYS[0]).disagreement is not None)
    said = read_label(other / f"{KEYS[0]}.png")
    differs = (session.prediction_label != said) & (said != 255)
    expected = np.count_nonzero(differs) / np.count_nonzero(said != 255)
    assert session.entry_view(KEYS[0]).disagreement == pytest.approx(expected)
    pump.until(lambda: session.entry_view(KEYS[3]).uncertainty is not None)
    assert session.entry_view(KEYS[3]).disagreement is None, "the folder has nothing for it"
    assert session.prediction_label is not None, "the model goes on proposing"


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


def test_the_same_model_again_ends_no_filter(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    show(session, make_folder(images=2, labelled=2))
    compared(session, pump, 2)
    focus = Focus(ErrorView(class_id=1))
    session.evaluation.set_focus(focus)
    before = session.model
    told: list[int] = []
    session.evaluation.choice_changed.connect(lambda: told.append(1))
    session.restart_model(str(tiny_model))
    pump.until(lambda: told)
    compared(session, pump, 2)
    assert session.evaluation.focus.focus == focus
    assert session.model.name == before.name
