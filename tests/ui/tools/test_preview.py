"""What a tool would do is shown before it does it: the same pixels, in the colours they would get."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.effects import paint
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change
from segstudio.ui.canvas.hand.answer_picture import MOST, palette, picture, selected_picture
from segstudio.ui.canvas.hand.preview import Preview, Shown
from tests.ui.tools.conftest import LEFT, Bench
from tests.ui.windows import TABLE


def preview(bench: Bench) -> Preview:
    assert bench.canvas.preview is not None
    return bench.canvas.preview


def shown(bench: Bench) -> Shown:
    """Once it is there."""
    bench.wait(lambda: preview(bench).shown is not None)
    found = preview(bench).shown
    assert found is not None
    return found


def mask_of(area: Area, like: LabelMap) -> np.ndarray:
    found = np.zeros(like.shape, np.bool_)
    found[area.rect.slices] = area.mask
    return found


@pytest.mark.parametrize("tool_id", ["fill", "wand", "second_choice", "reassign", "replace_class"])
def test_a_click_does_what_was_shown(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool(tool_id)
    bench.move((80, 50))
    seen = shown(bench)
    before = bench.map.copy()
    expected = mask_of(seen.area, before)
    assert seen.class_id is not None
    bench.click((80, 50))
    bench.at_rest()
    changed = (bench.map.label != before.label) | (bench.map.provenance != before.provenance)
    assert np.array_equal(changed, expected)
    assert set(bench.map.label[changed]) == {seen.class_id}


def test_it_follows_class_options_tool_and_edits(bench: Bench) -> None:
    bench.tools.set_tool("wand")
    bench.move((48, 32))
    assert shown(bench).class_id == 2
    bench.tools.set_class(1)
    bench.wait(lambda: shown(bench).class_id == 1)
    pixels = shown(bench).pixels
    bench.tools.set_option("tolerance", 255.0)
    bench.wait(lambda: shown(bench).pixels > pixels)
    bench.tools.set_option("mode", "select")
    bench.wait(lambda: shown(bench).class_id is None)
    bench.tools.set_tool("brush")
    assert preview(bench).shown is None
    bench.tools.set_tool("fill")
    bench.move((20, 50))
    ground = shown(bench).pixels
    bench.document.apply(paint(Area(Rect(0, 40, 96, 1), np.ones((1, 96), np.bool_)), 2), "a line")
    QApplication.processEvents()
    bench.wait(lambda: preview(bench).shown is not None and shown(bench).pixels < ground)


def select(bench: Bench, width: int) -> None:
    bench.tools.set_selection(Area(Rect(0, 0, width, 64), np.ones((64, width), np.bool_)))


def test_it_follows_the_selection(bench: Bench) -> None:
    bench.tools.set_tool("fill")
    bench.move((20, 50))
    assert shown(bench).area.rect.right == 96
    select(bench, 40)
    bench.wait(lambda: shown(bench).area.rect.right == 40)
    select(bench, 10)
    bench.wait(lambda: shown(bench).area.rect.right == 10)


def test_it_goes_with_the_pointer_the_mask_and_the_image(bench: Bench) -> None:
    bench.tools.set_tool("fill")
    bench.move((20, 50))
    shown(bench)
    QApplication.sendEvent(bench.canvas, QEvent(QEvent.Type.Leave))
    assert preview(bench).shown is None
    bench.move((20, 50))
    shown(bench)
    bench.session.go_to(0)
    assert preview(bench).shown is None
    bench.wait(lambda: bench.session.document is not None)


def test_the_smart_brush_shows_what_the_tip_would_paint(bench: Bench) -> None:
    bench.tools.set_tool("smart_brush")
    bench.tools.set_radius(12)
    bench.tools.set_class(1)
    bench.move((30, 32))
    seen = mask_of(shown(bench).area, bench.map)
    assert seen[:26].any()
    assert not seen[38:].any()
    assert np.count_nonzero(seen) < np.pi * 12**2
    before = bench.map.copy()
    bench.click((30, 32))
    assert np.array_equal(bench.map.provenance != before.provenance, seen)


def test_marks_show_what_they_would_become(bench: Bench) -> None:
    bench.tools.set_tool("watershed")
    bench.tools.set_radius(1)
    bench.drag((42, 30), (54, 34), let_go=False)
    assert preview(bench).shown is None
    bench.release((54, 34))
    seen = mask_of(shown(bench).area, bench.map)
    assert seen[32, 48]
    bench.key(Qt.Key.Key_Escape)
    bench.wait(lambda: preview(bench).shown is None)


def test_it_is_painted_over_the_image(bench: Bench) -> None:
    bench.tools.set_tool("wand")
    bench.tools.set_class(2)
    at = bench.at((10, 10))
    before = bench.canvas.grab().toImage().pixelColor(at)
    bench.move((14, 14))
    shown(bench)
    after = bench.canvas.grab().toImage().pixelColor(at)
    thing = QColor(*TABLE.colour_of(2))

    def far(a: QColor, b: QColor) -> int:
        return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())

    assert far(after, thing) < far(before, thing)


def test_a_drawn_area_shows_nothing_but_its_outline(bench: Bench) -> None:
    bench.tools.set_tool("lasso")
    bench.drag((10, 10), (40, 10), (40, 40), let_go=False)
    assert preview(bench).shown is None
    line = bench.canvas.grab().toImage().pixelColor(bench.at((25, 10)))
    assert min(line.red(), line.green(), line.blue()) > 150
    bench.release((40, 40), LEFT)


# -- pictures, without a window


def test_a_picture_has_the_colours_of_the_labels() -> None:
    mask = np.zeros((4, 6), np.bool_)
    mask[1:3, 2:5] = True
    colours = palette(TABLE)
    one = picture(paint(Area(Rect(10, 20, 6, 4), mask), 2), colours)
    assert one is not None
    assert one.rect == Rect(12, 21, 3, 2)
    assert (one.pixels[..., :3] == TABLE.colour_of(2)).all()
    labels = np.arange(24, dtype=np.uint8).reshape(4, 6) % 3
    many = picture(Change(Area(Rect(10, 20, 6, 4), mask), labels, HUMAN), colours)
    assert many is not None
    assert np.array_equal(many.pixels[..., :3], colours[labels[1:3, 2:5]])
    assert picture(paint(Area(Rect(0, 0, 6, 4), np.zeros((4, 6), np.bool_)), 2), colours) is None


def test_large_areas_are_shown_at_a_bounded_size() -> None:
    area = Area(Rect(0, 0, 5000, 4000), np.broadcast_to(np.True_, (4000, 5000)))
    seen = selected_picture(area)
    assert seen is not None
    assert seen.pixels.shape[0] * seen.pixels.shape[1] <= MOST
    assert seen.rect.width >= 5000
    assert seen.rect.height >= 4000
