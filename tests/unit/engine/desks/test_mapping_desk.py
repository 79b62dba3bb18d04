"""Which class of the model is which of the project's: chosen, kept, and followed at once by masks and figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segstudio.core import class_edits as edits
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import InputError
from segstudio.core.provenance import HUMAN, MODEL
from segstudio.engine.files.project_config import ProjectConfig, read_config, write_config
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import MAP_CLASSES, Message
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box

FOREIGN = table_of(["alpha", "beta", "gamma"])


@pytest.fixture
def foreign_model(save_tiny: Callable[..., Path], tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "foreign.safetensors", classes=FOREIGN)


@pytest.fixture
def unmapped(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, foreign_model: Path
) -> Session:
    """One image, and a model no class of which is one of the folder's."""
    session = make_session(foreign_model)
    show(session, make_folder(images=1, labelled=0))
    pump.until(lambda: session.mapping.view() is not None)
    return session


def predicted_ids(session: Session) -> set[int]:
    label = session.prediction_label
    return set(np.unique(label).tolist()) if label is not None else set()


def test_a_choice_maps_masks_and_figures_at_once_and_is_kept(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    foreign_model: Path,
    table: ClassTable,
    messages: list[Message],
) -> None:
    root = make_folder(images=2, labelled=1)
    session = make_session(foreign_model)
    show(session, root)
    pump.until(lambda: any(m.action == MAP_CLASSES for m in messages))
    assert session.prediction is None
    view = session.mapping.view()
    assert view is not None
    assert view.mapping.unmapped == ("alpha", "beta", "gamma")

    ids = [c.id for c in table.classes]
    session.mapping.choose({"alpha": ids[0], "beta": ids[1], "gamma": None})
    pump.until(lambda: session.prediction is not None)
    assert predicted_ids(session) <= {ids[0], ids[1], table.ignore_index}
    pump.until(lambda: session.dataset_comparison is not None)
    pump.until(
        lambda: session.dataset_comparison is not None and not session.dataset_comparison.images_pending
    )
    first = session.dataset_comparison
    assert first is not None

    session.mapping.choose({"alpha": ids[1], "beta": ids[0], "gamma": None})
    pump.until(
        lambda: session.dataset_comparison is not None and not session.dataset_comparison.images_pending
    )
    second = session.dataset_comparison
    assert second is not None
    assert second.context.candidate_id != first.context.candidate_id
    assert np.array_equal(second.matrix.counts[:, ids[0]], first.matrix.counts[:, ids[1]])

    pump.until(lambda: "class_maps" in (root / "segstudio.toml").read_text("utf-8"))
    session.close()
    messages.clear()
    again = make_session(foreign_model)
    show(again, root)
    pump.until(lambda: again.prediction is not None)
    assert not any(m.action == MAP_CLASSES for m in messages)
    after = again.mapping.view()
    assert after is not None
    assert dict(after.chosen) == {"alpha": ids[1], "beta": ids[0], "gamma": None}


def test_what_a_person_painted_stays_and_can_be_undone(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    foreign_model: Path,
    table: ClassTable,
) -> None:
    ids = [c.id for c in table.classes]
    session = make_session(foreign_model)
    document = show(session, make_folder(images=1, labelled=0))
    pump.until(lambda: session.mapping.view() is not None)
    session.mapping.choose(dict.fromkeys(("alpha", "beta", "gamma"), ids[0]))
    pump.until(lambda: session.prediction is not None)
    area = box(2, 3, 6, 4)
    document.apply(paint(area, ids[2]), "paint")
    session.mapping.choose(dict.fromkeys(("alpha", "beta", "gamma"), ids[1]))
    pump.until(lambda: predicted_ids(session) == {ids[1]})
    label_map = document.label_map
    assert (label_map.label[3:7, 2:8] == ids[2]).all()
    assert (label_map.provenance[3:7, 2:8] == HUMAN).all()
    elsewhere = label_map.provenance == MODEL
    assert elsewhere.any()
    assert (label_map.label[elsewhere] == ids[1]).all()
    while document.can_undo:
        document.undo()
    assert not (label_map.provenance == HUMAN).any()
    while document.can_redo:
        document.redo()
    assert (label_map.label[3:7, 2:8] == ids[2]).all()


def test_a_class_that_is_renamed_is_still_proposed(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> None:
    session = make_session(tiny_model)
    document = show(session, make_folder(images=1, labelled=0))
    pump.until(lambda: session.prediction is not None)
    table = session.table
    assert table is not None
    shown = document.label_map.label.copy()
    draft = edits.renamed(table, table.classes[0].id, "one")
    session.classes.apply(edits.renamed(draft, table.classes[1].id, "two"), [draft])
    pump.until(lambda: session.prediction is not None)
    view = session.mapping.view()
    assert view is not None
    assert view.mapping.unmapped == ()
    assert session.document is not None
    assert np.array_equal(session.document.label_map.label, shown)
    assert session.project is not None
    pump.until(lambda: not session.jobs)  # it is written in the background
    config = read_config(session.project.places.config)
    assert config is not None
    assert list(config.class_maps.values()) == [{c.name: c.id for c in table.classes[:2]}]


def test_all_ignored_predicts_nothing_and_says_so(unmapped: Session, messages: list[Message]) -> None:
    unmapped.mapping.choose(dict.fromkeys(("alpha", "beta", "gamma")))
    assert any("Every class of the model" in m.text for m in messages)
    assert unmapped.prediction is None
    unmapped.mapping.choose({})
    view = unmapped.mapping.view()
    assert view is not None
    assert not view.chosen


def test_a_choice_about_a_model_that_was_replaced_meanwhile_is_not_used(
    unmapped: Session, messages: list[Message]
) -> None:
    unmapped.mapping.choose({"alpha": 1}, "the former model")
    assert "came meanwhile" in messages[-1].text
    view = unmapped.mapping.view()
    assert view is not None
    assert not view.chosen


def test_without_a_project_there_is_nothing_to_map(make_session: MakeSession, foreign_model: Path) -> None:
    session = make_session(foreign_model)
    assert session.mapping.view() is None
    session.mapping.choose({"alpha": 1})


def test_maps_survive_the_file_and_bad_ones_are_sentences(tmp_path: Path) -> None:
    path = tmp_path / "segstudio.toml"
    maps: dict[str, ClassChoice] = {'odd "name"': {"a = b": 3, "ignore": None, "é": 0}, "m.x": {"c": 255}}
    write_config(path, ProjectConfig(class_maps=maps))
    config = read_config(path)
    assert config is not None
    assert config.class_maps == maps
    for line in ("[class_maps]\nm = 3", "[class_maps.m]\na = 900", '[class_maps.m]\na = "b"'):
        path.write_text(line)
        with pytest.raises(InputError, match="class_maps"):
            read_config(path)
