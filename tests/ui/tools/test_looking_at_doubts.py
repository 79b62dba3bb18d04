"""What looking at doubtful regions does to the view, and how far one has come with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.engine.models import model_host
from tests.ui.tools.conftest import Bench
from tests.ui.windows import StandIn, shown_studio, write_photos

SIZE = (512, 768)
CONTROL = Qt.KeyboardModifier.ControlModifier


def _in_doubt_here_and_there() -> StandIn:
    """Ground everywhere; in three small places, far from each other, it is nearly thing."""
    logits = np.zeros((3, 128, 192), np.float32)
    logits[0] = 6.0
    for row, column in ((10, 20), (60, 150), (110, 80)):
        logits[:, row : row + 4, column : column + 4] = np.array([1.0, -6.0, 0.8], np.float32)[
            :, None, None
        ]
    return StandIn("here and there", logits)


@pytest.fixture
def bench(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    """On the second of two large pictures, which is shown whole."""
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: _in_doubt_here_and_there())
    grey = np.full((*SIZE, 3), 120, np.uint8)
    root = tmp_path / "large"
    write_photos(root, {"image_1": grey, "image_2": grey}, np.zeros(SIZE, np.uint8))
    with shown_studio(qapp, qtbot, tmp_path / "state", Settings()) as studio:
        studio.session.open_folder(root)
        made = Bench(studio, qtbot)
        made.wait(lambda: studio.session.document is not None)
        studio.session.go_to(1)
        made.wait(lambda: studio.session.document is not None and studio.session.prediction is not None)
        yield made


def look(bench: Bench) -> None:
    """N, and what it finds is there."""
    before = bench.session.doubts.shown
    bench.key(Qt.Key.Key_N)
    bench.wait(lambda: bench.session.doubts.shown not in (None, before))


def test_a_small_region_is_seen_with_what_lies_around_it(bench: Bench) -> None:
    look(bench)
    doubt = bench.session.doubts.shown
    assert doubt is not None
    assert bench.canvas.zoom <= 4
    corner = bench.canvas.widget_point((doubt.area.rect.x, doubt.area.rect.y)).toPoint()
    assert bench.canvas.rect().contains(corner)


@pytest.mark.parametrize("zoom", [None, 1.5], ids=["fitted", "zoomed"])
def test_escape_brings_back_the_view_from_before(bench: Bench, zoom: float | None) -> None:
    if zoom is not None:
        bench.canvas.set_zoom(zoom)
    before = bench.canvas.stand
    look(bench)
    assert bench.canvas.stand != before
    look(bench)
    bench.key(Qt.Key.Key_Escape)
    assert bench.canvas.stand == before


def test_the_next_image_is_not_shown_at_a_zoom_that_nobody_chose(bench: Bench) -> None:
    before = bench.canvas.stand
    look(bench)
    bench.key(Qt.Key.Key_A)
    bench.wait(lambda: bench.session.current and bench.session.current.key == "image_1")
    bench.wait(lambda: bench.session.document is not None)
    assert bench.canvas.stand == before


def test_a_zoom_that_a_person_chose_meanwhile_stays(bench: Bench) -> None:
    look(bench)
    bench.canvas.set_zoom(2.5)
    chosen = bench.canvas.stand
    bench.key(Qt.Key.Key_Escape)
    assert bench.canvas.stand == chosen


def test_answers_are_counted_and_undone_ones_are_not(bench: Bench) -> None:
    title = bench.window.doubt_bar.title
    look(bench)
    assert title.text() == "Doubtful 1 of 3"
    for said in ("1 answered · 2 left", "2 answered · 1 left"):
        bench.key(Qt.Key.Key_Return)
        bench.wait(lambda said=said: title.text() == said)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    bench.key(Qt.Key.Key_Z, CONTROL)
    bench.key(Qt.Key.Key_N)
    bench.wait(lambda: title.text() == "1 answered · 2 left")
    assert title.toolTip().startswith("Doubtful ")
