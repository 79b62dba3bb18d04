"""Opening, proposing and saving where images are large."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from segstudio.core import images
from segstudio.core.classes import table_of
from segstudio.core.geometry import Rect
from segstudio.core.label_png import read_label
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import HUMAN
from segstudio.core.settings import Settings
from segstudio.core.wide_image import WideImage
from segstudio.engine.desks import editor as editor_module
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.presegment import Predicted
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.labels.patch import Area, Change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "images"
    made.mkdir()
    Image.fromarray(np.full((2400, 2200, 3), 70, np.uint8)).save(made / "a.jpg")
    tifffile.imwrite(made / "b.tif", np.arange(6000, dtype=np.uint16).reshape(60, 100))
    (made / "classes.txt").write_text("0\tsky\t0 0 255\n1\troad\t255 0 0\n", "utf-8")
    return made


@pytest.fixture
def pump() -> Pump:
    return Pump()


@pytest.fixture
def session(tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(images, "LARGE", 1 << 22)
    made = Session(pump, Settings(), "none", state_dir=tmp_path / "state", cache_dir=tmp_path / "cache")
    yield made
    made.close(save=False)


def everywhere(class_id: int) -> Predicted:
    """A prediction of one class for the first image."""
    logits = np.zeros((2, 3, 3), np.uint8)
    prediction = Prediction(logits, (2400, 2200), table_of(["sky", "road"]), "id", "model")
    label = np.full((2400, 2200), class_id, np.uint8)
    return Predicted(prediction, label, label, "hash", ModelView(prediction))


def test_it_is_seen_reduced_before_it_is_there(session: Session, pump: Pump, folder: Path) -> None:
    seen: list[tuple[EarlyImage, bool]] = []
    session.early_changed.connect(lambda early: seen.append((early, session.document is None)))
    session.open_folder(folder)
    pump.until(lambda: session.document is not None)
    ((early, before),) = seen
    assert before
    assert early.size == (2200, 2400)
    assert early.pixels.shape == (1200, 1100, 3)
    assert session.image is not None
    assert session.image.shape == (2400, 2200, 3)


def test_deep_values_come_with_the_image_and_go_with_it(session: Session, pump: Pump, folder: Path) -> None:
    def deep() -> WideImage | None:
        return session.wide

    session.open_folder(folder)
    pump.until(lambda: session.document is not None)
    assert deep() is None
    session.go_to("b")
    pump.until(lambda: session.document is not None)
    wide = deep()
    assert wide is not None
    assert wide.values[59, 99, 0] == 5999
    assert session.image is not None
    assert session.image.dtype == np.uint8
    session.go_to("a")
    assert deep() is None


def test_a_large_proposal_is_written_in_turns_and_saved_whole(
    session: Session, pump: Pump, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor_module, "TURN_S", 0.0)
    session.open_folder(folder)
    pump.until(lambda: session.document is not None)
    document = session.document
    assert document is not None
    predicted = everywhere(1)
    session._parts.editor.take(predicted)
    assert not document.settled
    rect = Rect(2000, 2000, 20, 20)
    document.apply(Change(Area(rect, np.ones((20, 20), np.bool_)), 0, HUMAN), "one")
    document.undo()
    pump.until(lambda: document.settled)
    assert (document.label_map.label == 1).all()
    document.redo()
    session._parts.editor.take(predicted)
    session.save()
    saved: list[str] = []
    session.saved.connect(saved.append)
    pump.until(lambda: bool(saved))
    label = read_label(folder / "labels" / "a.png")
    assert (label[rect.slices] == 0).all()
    assert np.count_nonzero(label) == label.size - rect.area


def test_a_turn_of_a_proposal_ends_in_time_however_long_a_tile_takes(
    session: Session, pump: Pump, folder: Path
) -> None:
    session.open_folder(folder)
    pump.until(lambda: session.document is not None)
    document = session.document
    assert document is not None
    document.changed.connect(lambda piece: time.sleep(0.003))
    session._parts.editor.take(everywhere(1))
    revisions = [document.revision]

    def between_turns() -> None:
        revisions.append(document.revision)
        if not document.settled:
            pump(between_turns)

    pump(between_turns)
    pump.until(lambda: document.settled)
    assert max(np.diff(revisions)) <= 4
