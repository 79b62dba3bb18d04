"""The layer of who said what, live and with its legend."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt

from segstudio.core.provenance import CONFIRMED, HUMAN, MODEL
from segstudio.ui.canvas.rendering.provenance_look import COLOURS
from segstudio.ui.canvas.widgets.provenance_legend import ProvenanceLegend
from tests.ui.tools.conftest import SHIFT, Bench


def seen(bench: Bench, point: tuple[float, float]) -> tuple[int, int, int]:
    found = bench.canvas.grab().toImage().pixelColor(bench.at(point))
    return found.red(), found.green(), found.blue()


def layer(bench: Bench) -> str:
    return bench.canvas.layer


def test_model_painted_and_confirmed_have_their_colours(bench: Bench) -> None:
    bench.canvas.set_opacity(1.0)
    bench.key(Qt.Key.Key_P, SHIFT)
    assert layer(bench) == "provenance"
    assert bench.window.book["view.provenance"].isChecked()
    (legend,) = bench.canvas.findChildren(ProvenanceLegend)
    assert legend.isVisibleTo(bench.canvas)
    bench.tools.set_radius(4)
    bench.drag((20, 20), (40, 20))
    bench.tools.set_tool("confirm")
    bench.drag((20, 50), (40, 50))
    bench.move((80, 5))
    assert layer(bench) == "provenance"
    for point, code in (((30, 20), HUMAN), ((30, 50), CONFIRMED), ((70, 35), MODEL)):
        assert seen(bench, point) == COLOURS[code]
    bench.document.undo()
    assert seen(bench, (30, 50)) == COLOURS[MODEL]
    bench.key(Qt.Key.Key_P, SHIFT)
    assert layer(bench) == "mask"
    assert not legend.isVisibleTo(bench.canvas)


def test_its_colours_differ_in_lightness() -> None:
    grey = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in COLOURS.values())
    assert min(b - a for a, b in itertools.pairwise(grey)) > 35
