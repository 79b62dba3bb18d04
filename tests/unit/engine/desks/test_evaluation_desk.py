"""The evaluation desk through the session: where figures lead, selections, history, regions, doubts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.label_png import read_label
from segstudio.engine.evaluation.candidates import CandidateKind
from segstudio.engine.evaluation.doubts import uncertainty
from segstudio.engine.evaluation.focus import Focus
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import OUTSIDE, ErrorView
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box
from tests.unit.engine.desks.conftest import KEYS, compared, independent


@pytest.fixture
def three_of_four(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, second: Any
) -> tuple[Session, Document, Path, Path]:
    """Four images, three of them labelled by both people; the first is shown. With the folders of both."""
    root = make_folder(images=4, labelled=3)
    other = second(root, 3)
    session = make_session()
    return session, show(session, root), root, other


def test_a_focus_lists_the_images_by_their_pixels_and_follows_edits(
    three_of_four: tuple[Session, Document, Path, Path], pump: Pump
) -> None:
    session, document, root, other = three_of_four
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
    three_of_four: tuple[Session, Document, Path, Path], pump: Pump
) -> None:
    session, document, root, other = three_of_four
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
