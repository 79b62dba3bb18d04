"""How the model looks at images: changed in a session, kept in the settings, never mixed with other predictions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segstudio.core.arrays import Label
from segstudio.core.errors import InputError
from segstudio.core.label_png import read_label
from segstudio.core.predicting import PLAIN, PredictOptions, Refinement
from segstudio.core.provenance import EMPTY
from segstudio.core.settings import SETTINGS
from segstudio.engine.desks.look_desk import AVERAGES
from segstudio.engine.files.prediction_cache import PredictionCache
from segstudio.engine.pump import Pump
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


def test_the_tables_are_complete() -> None:
    choices = {setting.key: setting.choices for setting in SETTINGS}
    assert set(choices["model.average"]) == set(AVERAGES)
    assert set(choices["model.refine"]) == {kind.value for kind in Refinement}


def test_other_looks_are_other_predictions_and_stored_ones_are_not_mixed(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    root = make_folder(images=1)
    show(session, root)
    pump.until(lambda: session.prediction is not None)
    assert session.looks.options == PLAIN
    ids = []
    stored = []
    for name, value in (
        ("average", "mirror"),
        ("refine", "guided"),
        ("average", "none"),
        ("refine", "none"),
    ):
        assert session.prediction is not None
        ids.append(session.prediction.model_id)
        stored.append(session.prediction.logits.copy())
        session.looks.set(name, value)

        def there(before: str = ids[-1]) -> bool:
            return session.prediction is not None and session.prediction.model_id != before

        pump.until(there)
    assert len(set(ids)) == 4
    assert session.prediction is not None
    assert session.prediction.model_id == ids[0]  # the first one again, from where it is kept
    assert (session.prediction.logits == stored[0]).all()
    assert stored[1].shape == stored[0].shape
    assert stored[2].shape[1:] == session.prediction.size  # refined: one cell for each pixel


def test_stored_predictions_of_many_options_have_names_of_their_own(tmp_path: Path) -> None:
    cache = PredictionCache(tmp_path)
    scales = (0.5, 0.625, 0.75, 0.875, 1.0, 1.25, 1.5)
    ids = [
        PredictOptions(scales[:n], flip, refine, full).identity("0123456789abcdef")
        for n in range(1, 8)
        for flip in (False, True)
        for refine in Refinement
        for full in (False, True)
    ]
    names = {cache.path("f" * 64, model_id).name for model_id in ids}
    assert len(names) == len(ids)
    assert max(map(len, names)) < 160


def test_a_choice_that_changes_nothing_loads_nothing(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    show(session, make_folder(images=1))
    pump.until(lambda: session.prediction is not None)
    changes: list[None] = []
    session.model_changed.connect(lambda: changes.append(None))
    session.looks.set("average", "none")
    with pytest.raises(InputError):
        session.looks.set("refine", "polish")
    assert changes == []


def test_a_choice_before_a_model_is_there_holds_when_one_is(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    session.looks.set("average", "mirror")
    session.looks.set("full_size", True)
    show(session, make_folder(images=1))
    pump.until(lambda: session.prediction is not None)
    assert session.prediction is not None
    assert session.prediction.model_id.endswith(" mirrored full size")


def test_what_the_model_is_not_sure_of_is_not_proposed_but_counted(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    document = show(session, make_folder(images=2, labelled=0))
    pump.until(lambda: session.prediction is not None)
    prediction = session.prediction
    assert prediction is not None
    label, confidence = prediction.label_and_confidence()
    shares = {"50": 128, "70": 178, "90": 230, "95": 242}
    document.apply(paint(box(0, 0), 1), "box")
    for value in ("50", "95", "all", "70"):
        session.looks.set("propose", value)
        sure = confidence >= shares.get(value, 0)
        expected = np.where(sure, label, np.uint8(255))
        expected[:10, :20] = 1

        def there(wanted: Label = expected) -> bool:
            return np.array_equal(document.label_map.label, wanted)

        pump.until(there)
        assert ((document.label_map.provenance == EMPTY) == (expected == 255)).all(), (
            "of which nobody has said anything"
        )
    session.save()
    pump.until(lambda: not session.jobs)
    comparison = session.dataset_comparison
    assert comparison is not None
    assert comparison.matrix.counts.sum() == 200, (
        "the prediction is whole: none of the reviewed pixels is outside"
    )
    assert comparison.matrix.outside.sum() == 0


def test_selected_images_are_saved_as_far_as_the_model_is_sure(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    root = make_folder(images=1)
    show(session, root)
    session.looks.set("propose", "50")
    pump.until(lambda: session.prediction is not None and not session.jobs)
    assert session.prediction is not None
    label, confidence = session.prediction.label_and_confidence()
    session.save_images(["scene_001"])
    pump.until((root / "labels" / "scene_001.png").exists)
    pump.until(lambda: not session.jobs)
    assert np.array_equal(
        read_label(root / "labels" / "scene_001.png"), np.where(confidence >= 128, label, np.uint8(255))
    )
