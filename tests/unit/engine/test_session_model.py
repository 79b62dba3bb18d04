"""Predictions and figures through the session, with a real (tiny, random) model."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.geometry import Rect
from segstudio.core.images import read_image
from segstudio.core.label_png import read_label, write_label
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import HUMAN, MODEL, reviewed
from segstudio.engine.files.entries import Status
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message, ModelPhase
from segstudio.labels.document import Document
from segstudio.labels.effects import confirm, erase, paint
from segstudio.labels.patch import Area
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score

MakeFolder = Callable[..., Path]
MakeSession = Callable[..., Session]
Show = Callable[[Session, Path | str | int], Document]


def box(x: int, y: int, width: int = 20, height: int = 10) -> Area:
    return Area(Rect(x, y, width, height), np.ones((height, width), np.bool_))


def recomputed(session: Session) -> ConfusionMatrix:
    """The current image from scratch."""
    document, prediction, table = session.document, session.prediction_label, session.table
    assert document is not None
    assert prediction is not None
    assert table is not None
    truth = np.where(
        reviewed(document.label_map.provenance), document.label_map.label, np.uint8(table.ignore_index)
    )
    return ConfusionMatrix.from_labels(truth, prediction, table.num_classes, table.ignore_index)


def counted(session: Session, pump: Pump) -> None:
    """Wait for the figures of the current image and of all labelled ones."""
    pump.until(lambda: session.image_comparison is not None)
    pump.until(lambda: session.dataset_comparison is None or session.dataset_comparison.images_pending == 0)


def saved_sum(root: Path, model: Path, table: ClassTable, keys: list[str]) -> ConfusionMatrix:
    """Independently: the model against whole label files (all painted by a person)."""
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model

    predictor = Predictor(load_model(model, "cpu"), "cpu")
    total = ConfusionMatrix.zero(table.num_classes, table.ignore_index)
    for key in keys:
        prediction = predictor.predict(read_image(root / "images" / f"{key}.png")).label_map()
        truth = read_label(root / "labels" / f"{key}.png")
        total += ConfusionMatrix.from_labels(truth, prediction, table.num_classes, table.ignore_index)
    return total


def test_an_image_without_a_label_becomes_the_models_proposal(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    order: list[str] = []
    session.document_changed.connect(lambda d: order.append("document" if d else "none"))
    session.prediction_changed.connect(lambda p: order.append("prediction" if p else "none"))
    document = show(session, make_folder(images=2))
    assert session.model.phase in {ModelPhase.LOADING, ModelPhase.READY}
    pump.until(lambda: session.prediction is not None)
    assert order == ["document", "prediction"]
    assert session.model.phase is ModelPhase.READY
    assert session.model.device == "cpu"
    assert session.prediction_label is not None
    assert len(np.unique(session.prediction_label)) > 1, "the tiny model has opinions"
    assert np.array_equal(document.label_map.label, session.prediction_label)
    assert (document.label_map.provenance == MODEL).all()
    assert not session.dirty
    assert session.entry_view("scene_001").status is Status.PREDICTED
    counted(session, pump)
    comparison = session.image_comparison
    assert comparison is not None
    assert comparison.reviewed_share == 0.0
    assert comparison.matrix.valid_pixels == 0
    assert comparison.scores.miou is None


def test_a_late_prediction_fills_only_what_no_person_touched(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from segstudio.deeplab import weights

    go_on, load = threading.Event(), weights.load_model

    def slow(*arguments: Any) -> object:
        assert go_on.wait(30)
        return load(*arguments)

    monkeypatch.setattr(weights, "load_model", slow)
    session = make_session(tiny_model)
    document = show(session, make_folder(images=1))
    assert session.model.phase is ModelPhase.LOADING
    document.apply(paint(box(3, 3), 2), "paint")
    document.begin("stroke")
    document.extend(paint(box(40, 30), 1))
    go_on.set()
    pump.until(lambda: session.prediction is not None)
    document.extend(paint(box(50, 30), 1))
    document.commit()
    label_map = document.label_map
    assert (label_map.label[3:13, 3:23] == 2).all()
    assert (label_map.label[30:40, 40:70] == 1).all()
    assert (label_map.provenance == HUMAN).sum() == 200 + 300
    assert (label_map.provenance == MODEL).sum() == 60 * 80 - 500
    counted(session, pump)
    assert session.image_comparison is not None
    assert session.image_comparison.matrix == recomputed(session)
    while document.undo():
        assert session.image_comparison.matrix == recomputed(session)
    assert np.array_equal(label_map.label, session.prediction_label)  # type: ignore[arg-type]
    assert not session.dirty


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


def test_a_model_that_cannot_be_loaded_leaves_the_one_in_use(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    messages: list[Message],
    tmp_path: Path,
) -> None:
    session = make_session(tiny_model)
    show(session, make_folder(images=2))
    pump.until(lambda: session.prediction is not None)
    before = session.model
    (tmp_path / "broken.safetensors").write_bytes(b"no weights at all")
    session.restart_model(str(tmp_path / "broken.safetensors"))
    assert session.model.phase is ModelPhase.LOADING
    pump.until(lambda: session.model.phase is not ModelPhase.LOADING)
    assert session.model == before
    assert messages[-1].level is Level.ERROR
    assert "broken.safetensors" in messages[-1].text
    session.go_to(1)
    pump.until(lambda: session.prediction is not None)
    assert session.prediction is not None
    assert session.prediction.model_name == "tiny 1"


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


def test_classes_without_a_partner_are_named_never_guessed(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    save_tiny: Callable[..., Path],
    messages: list[Message],
    tmp_path: Path,
) -> None:
    model = save_tiny(tmp_path / "m.safetensors", 1, table_of(["road", "zebra", "SKY"]))
    session = make_session(model)
    show(session, make_folder(images=1, labelled=1))
    counted(session, pump)
    said = [m.text for m in messages if "zebra" in m.text]
    assert len(said) == 1
    assert "road" not in said[0].split(":")[1]
    prediction, label = session.prediction, session.prediction_label
    assert prediction is not None
    assert label is not None
    own = prediction.label_map()
    for source, target in ((0, 1), (1, 255), (2, 0)):
        assert (label[own == source] == target).all()
    assert session.image_comparison is not None
    assert session.image_comparison.matrix == recomputed(session)


def test_a_model_without_any_common_class_predicts_nothing(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    save_tiny: Callable[..., Path],
    messages: list[Message],
    tmp_path: Path,
) -> None:
    session = make_session(save_tiny(tmp_path / "m.safetensors", 1, table_of(["zebra", "lion"])))
    show(session, make_folder(images=1, labelled=1))
    pump.until(lambda: session.model.phase is ModelPhase.READY)
    assert "nothing is predicted" in messages[-1].text
    pump.until(lambda: not session.jobs)
    assert session.prediction is None
    assert session.dataset_comparison is None


def test_a_folder_without_classes_takes_the_models(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    table: ClassTable,
) -> None:
    session = make_session(tiny_model)
    show(session, make_folder(images=1, classes=False))
    pump.until(lambda: session.prediction is not None)
    assert session.table == table


def test_quick_moves_predict_the_last_image_and_tell_nothing_of_the_others(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    show(session, make_folder(images=20))
    pump.until(lambda: session.prediction is not None)
    told: list[str] = []

    def note(prediction: Prediction | None) -> None:
        if prediction is not None and session.current is not None:
            told.append(session.current.key)

    session.prediction_changed.connect(note)
    for row in [*range(1, 20), 9]:
        session.go_to(row)
    pump.until(lambda: session.prediction is not None)
    pump.until(lambda: not session.jobs)
    assert told == ["scene_010"]
    predicted = {v.entry.key for v in session.entries if v.status is Status.PREDICTED}
    assert {"scene_009", "scene_010", "scene_011", "scene_012"} <= predicted


def test_an_image_that_was_replaced_since_is_predicted_anew(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    table: ClassTable,
) -> None:
    root = make_folder(images=2)
    first = make_session(tiny_model)
    show(first, root)
    pump.until(lambda: first.prediction is not None)
    before = first.prediction_label
    first.close()
    (root / "images" / "scene_002.png").replace(root / "images" / "scene_001.png")
    second = make_session(tiny_model)
    show(second, root)
    pump.until(lambda: second.prediction is not None)
    assert before is not None
    assert second.prediction_label is not None
    assert not np.array_equal(before, second.prediction_label)


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
