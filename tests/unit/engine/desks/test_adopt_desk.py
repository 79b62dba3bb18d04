"""Labels of another tool, copied while a person works in the folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.errors import WorkError
from segstudio.core.label_png import read_label
from segstudio.core.presets import PRESETS
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.label_store import LabelStore, SavedLabel
from segstudio.engine.pump import Pump
from segstudio.engine.views import Message
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeSession, Show, box
from tests.unit.formats.reading.trees import grey, halves, picture


@pytest.fixture
def voc(tmp_path: Path) -> Path:
    root = tmp_path / "voc"
    for name in ("a", "b", "c"):
        picture(root / "JPEGImages" / f"{name}.jpg")
        grey(root / "SegmentationClass" / f"{name}.png", halves(0, 15))
    return root


def test_a_label_that_was_saved_before_the_click_is_left(
    voc: Path, make_session: MakeSession, show: Show, pump: Pump
) -> None:
    session = make_session()
    document = show(session, voc)
    document.apply(paint(box(2, 2, 5, 5), 1), "Paint")
    session.save()
    pump.until(lambda: session.entry_view("a").status is Status.SAVED)
    mine = read_label(voc / "labels" / "a.png")
    session.adopt_labels()
    pump.until(lambda: session.entry_view("b").status is Status.SAVED)
    assert np.array_equal(read_label(voc / "labels" / "a.png"), mine)
    assert np.array_equal(read_label(voc / "labels" / "b.png"), halves(0, 15))


def test_after_a_failure_the_window_knows_what_was_written_and_its_classes(
    tmp_path: Path,
    make_session: MakeSession,
    show: Show,
    pump: Pump,
    messages: list[Message],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = tmp_path / "set"
    for name in ("a", "b", "c"):
        picture(root / "images" / f"{name}.jpg")
        grey(root / "masks" / f"{name}.png", halves(1, 2))
    session = make_session()
    show(session, root)
    assert session.table == PRESETS["voc"]
    save = LabelStore.save

    def full_at_b(store: LabelStore, entry: ImageEntry, *args: Any, **more: Any) -> SavedLabel:
        if entry.key == "b":
            raise WorkError("The disk is full.")
        return save(store, entry, *args, **more)

    monkeypatch.setattr(LabelStore, "save", full_at_b)
    session.adopt_labels()
    pump.until(lambda: session.entry_view("a").status is Status.SAVED)
    assert session.table is not None
    assert [c.name for c in session.table.classes] == ["class 1", "class 2"]
    assert session.entry_view("c").status is Status.UNLABELLED
    assert any(message.text == "The disk is full." for message in messages)


def test_a_folder_without_any_says_so(
    tmp_path: Path, make_session: MakeSession, show: Show, pump: Pump, messages: list[Message]
) -> None:
    picture(tmp_path / "a.jpg")
    session = make_session()
    show(session, tmp_path)
    session.adopt_labels()
    pump.until(lambda: any("holds no labels of another tool" in message.text for message in messages))
