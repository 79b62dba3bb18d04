"""Predictions through the session, with a real (tiny, random) model, and with models that do not fit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import HUMAN, MODEL
from segstudio.engine.files.entries import Status
from segstudio.engine.pump import Pump
from segstudio.engine.views import Level, Message, ModelPhase
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box
from tests.unit.engine.figures import counted, recomputed


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
