"""How the model looks at images: changed in a session, kept in the settings, never mixed with other predictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from segstudio.core.errors import InputError
from segstudio.core.predicting import PLAIN, PredictOptions, Refinement
from segstudio.core.settings import SETTINGS
from segstudio.engine.desks.look_desk import AVERAGES
from segstudio.engine.files.prediction_cache import PredictionCache
from segstudio.engine.pump import Pump
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show


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
