"""The panel that looks inside the model: what it asks for, what it shows, what it lays over the image."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSpinBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from segstudio.core.geometry import Rect
from segstudio.core.inspection import Cost, FieldOfView, PartCost, PartKind
from segstudio.core.zoo import BUNDLED
from segstudio.engine.desks.inspector import Explained, InspectorPhase
from segstudio.ui import theme
from segstudio.ui.panels.inspector import words
from segstudio.ui.panels.inspector.panel import InspectorPanel
from segstudio.ui.panels.model_words import model_title
from tests.ui.inspector.conftest import FACTS, NONE, SPP, Canvas, Source, explained


def content(panel: InspectorPanel) -> QWidget:
    found = panel.widget()
    assert found is not None
    return found


def phase(source: Source) -> InspectorPhase:
    return source.inspector.phase


def texts(panel: QWidget) -> str:
    """All words that can be seen."""
    labels = (label for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))
    return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


def test_it_is_active_only_while_it_is_seen(panel: InspectorPanel, source: Source) -> None:
    assert phase(source) is InspectorPhase.READY
    panel.hide()
    assert phase(source) is InspectorPhase.OFF
    panel.show()
    assert phase(source) is InspectorPhase.READY


def test_facts_are_told_in_pixels_of_the_image(panel: InspectorPanel) -> None:
    assert "DeepLabV3+ · net · output stride 16 · ASPP 6, 12" in texts(panel)
    assert "160×120 is seen as 320×240, as 20×15 cells" in texts(panel)
    rows = {row.name: row for row in panel.fields.rows if not row.heading}
    assert rows["stem"].value == "4 px", "7 pixels of an input twice as large"
    assert rows["rate 6"].share == pytest.approx(105.5 / 120)
    assert rows["image pooling"].value == "whole image"
    assert rows["logits"].value == "116 px + all", "what the convolutions reach, and the pooling besides"
    assert "116×116 pixels" in rows["logits"].tip
    assert "Rate 12 has degenerated." in texts(panel)
    assert ("context", "1.00 k", "3.00 k", "×3.00") in panel.costs.rows
    assert ("total", "1.01 k", "3.01 k", "×2.98") in panel.costs.rows
    assert ("3×3 alone", "500", "2.50 k", "×5.00") in panel.costs.rows
    assert ("3×3 alone", "20", "80", "×4.00") in panel.costs.rows


def test_a_head_without_exchangeable_convolutions_has_no_row_for_them(
    panel: InspectorPanel, source: Source
) -> None:
    nothing = PartCost("3×3 alone", Cost(0, 0), Cost(0, 0))
    source.inspector.facts = replace(NONE, swapped=nothing)
    source.inspector.become(InspectorPhase.READY)
    assert panel.costs.rows
    assert "3×3 alone" not in {row[0] for row in panel.costs.rows}


def test_the_pixel_under_a_resting_pointer_is_asked_about_once(
    panel: InspectorPanel, source: Source, canvas: Canvas, qtbot: QtBot
) -> None:
    for x in range(10):
        canvas.hover((x, 5))
    qtbot.waitUntil(lambda: source.inspector.asked == [(9, 5)])
    assert "9, 5" in texts(panel)
    source.inspector.answer(explained(9, 5))
    canvas.hover(None)
    assert "road" in texts(panel), "what was explained stays while the pointer is elsewhere"


def test_a_pixel_is_shown_with_its_runner_up_and_shares(panel: InspectorPanel, source: Source) -> None:
    source.inspector.answer(explained())
    words = texts(panel)
    for expected in ("road", "91.0 % sure, then sky with 8.0 %", "within 12 px, 90 % within 40 px", "0.42 s",
                     "Logit 2.50 = branches +0.20, fine maps −0.25, biases +2.00"):  # fmt: skip
        assert expected in words
    rows = {row.name: row for row in panel.branches.rows}
    assert rows["1×1"].value == "+25 %"
    assert rows["image pooling"].value == "−20 %"
    assert rows["stride 4"].value == "−0.25"
    assert rows["1×1"].share == pytest.approx(1)
    assert "image pooling −20 %" in panel.branches.accessibleDescription()


def test_a_figure_stays_with_its_unit(panel: InspectorPanel, source: Source) -> None:
    source.inspector.answer(explained())
    labels = [label.text() for label in panel.findChildren(QLabel)]
    assert any("12\u00a0px, 90\u00a0% within 40\u00a0px" in text for text in labels)
    assert any("91.0\u00a0% sure" in text for text in labels)


def test_next_to_nothing_has_no_sign_of_its_own() -> None:
    assert [words.signed(value) for value in (-0.001, 0.001, -0.006)] == ["+0.00", "+0.00", "−0.01"]


def test_a_long_place_fits_its_field(panel: InspectorPanel, source: Source) -> None:
    box = panel.controls.column
    box.setMaximum(20_000)
    box.setValue(19_999)
    text = box.fontMetrics().horizontalAdvance(box.text())
    margins = box.lineEdit().textMargins()
    assert margins.left() > 0
    assert box.lineEdit().width() >= text + margins.left() + margins.right()


def test_a_sum_names_only_what_there_is(panel: InspectorPanel, source: Source) -> None:
    found = explained()
    parts = tuple(part for part in found.inspection.parts if part.kind is not PartKind.FINE)
    without = replace(found.inspection, parts=parts)
    source.inspector.answer(Explained(without, found.influence, found.structure))
    assert "Logit 2.50 = branches +0.20, biases +2.00" in texts(panel)


def test_what_was_looked_at_is_told_where_it_is_not_all(panel: InspectorPanel, source: Source) -> None:
    found = explained()
    near = replace(found.inspection, cropped=True, region=Rect(10, 0, 90, 80))
    source.inspector.answer(replace(found, inspection=near))
    assert "followed within 90×80 pixels" in texts(panel)
    source.inspector.answer(replace(found, inspection=replace(near, seen=near.region)))
    assert "lack of memory only 90×80 pixels" in texts(panel)
    source.inspector.answer(found)
    assert "×80 pixels" not in texts(panel)


def test_overlays_follow_their_switches_and_leave_with_the_pixel(
    panel: InspectorPanel, source: Source, canvas: Canvas
) -> None:
    source.inspector.answer(explained())
    assert canvas.shown == {"influence", "structure"}
    QTest.mouseClick(panel.controls.structure, Qt.MouseButton.LeftButton)
    assert canvas.shown == {"influence"}
    QTest.keyClick(panel.controls.influence, Qt.Key.Key_Space)
    assert canvas.shown == set()
    QTest.mouseClick(panel.controls.structure, Qt.MouseButton.LeftButton)
    assert canvas.shown == {"structure"}
    source.inspector.answer(None)
    assert canvas.shown == set()


def test_overlays_leave_with_the_panel(panel: InspectorPanel, source: Source, canvas: Canvas) -> None:
    source.inspector.answer(explained())
    panel.hide()
    assert canvas.shown == set()


def test_a_pinned_pixel_stays_and_is_asked_about_on_the_next_image(
    panel: InspectorPanel, source: Source, canvas: Canvas, qtbot: QtBot
) -> None:
    desk = source.inspector
    canvas.hover((7, 8))
    qtbot.waitUntil(lambda: desk.asked == [(7, 8)])
    desk.answer(explained(7, 8))
    QTest.mouseClick(panel.controls.pin, Qt.MouseButton.LeftButton)
    canvas.hover((20, 20))
    assert not panel._rest.isActive()
    desk.answer(None)  # another image
    assert desk.asked == [(7, 8), (7, 8)]
    desk.answer(explained(7, 8))
    panel.toggle_pin()
    qtbot.waitUntil(lambda: desk.asked[-1] == (20, 20))


def test_pinning_from_the_keyboard_takes_the_pixel_under_the_pointer(
    panel: InspectorPanel, source: Source, canvas: Canvas
) -> None:
    canvas.hover((11, 12))
    panel.toggle_pin()
    assert source.inspector.asked == [(11, 12)]
    assert panel.controls.pin.isChecked()


def test_a_typed_pixel_is_pinned_and_stays_inside_the_image(panel: InspectorPanel, source: Source) -> None:
    source.inspector.answer(explained())
    box = panel.controls.column
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "999")
    QTest.keyClick(box, Qt.Key.Key_Return)
    x, y = source.inspector.asked[-1]
    assert x <= 159
    assert y == 30
    assert panel.controls.pin.isChecked()


def test_a_failing_pinned_pixel_is_not_asked_for_again_and_again(
    panel: InspectorPanel, source: Source
) -> None:
    desk = source.inspector
    desk.answer(explained())
    panel.controls.pin.setChecked(True)
    desk.explained = None
    desk.problem = "It cannot be done."
    desk.become(InspectorPhase.FAILED)
    desk.become(InspectorPhase.FAILED)
    assert desk.asked == []
    assert "It cannot be done." in texts(panel)


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (InspectorPhase.LOADING, "is being loaded"),
        (InspectorPhase.NO_MODEL, "Choose one in the menu Model"),
    ],
)
def test_states_say_what_is_and_what_to_do(
    panel: InspectorPanel, source: Source, phase: InspectorPhase, words: str
) -> None:
    source.inspector.facts = None
    source.inspector.become(phase)
    assert words in texts(panel)
    assert "Dense or separable" not in texts(panel)


def test_without_an_image_the_architecture_is_told(panel: InspectorPanel, source: Source) -> None:
    source.image = None
    source.inspector.become(InspectorPhase.READY)
    assert "DeepLabV3+" in texts(panel)
    assert "At the pixel" not in texts(panel)


def test_spp_has_bins_and_no_rates(panel: InspectorPanel, source: Source) -> None:
    source.inspector.facts = SPP
    source.inspector.answer(explained(facts=SPP))
    assert panel.controls.structure.text() == "Bins"
    assert "2×2 bins: the pixel's own adds +0.20 of +1.00" in texts(panel)
    assert "Atrous rates" not in texts(panel)


def test_a_model_without_context_module_says_so(
    panel: InspectorPanel, source: Source, canvas: Canvas
) -> None:
    source.inspector.facts = NONE
    source.inspector.answer(explained(facts=NONE))
    assert not panel.controls.structure.isVisible()
    assert "no parallel branches" in texts(panel)
    assert canvas.shown == {"influence"}


@pytest.mark.parametrize("mode", ["dark", "light"])
@pytest.mark.parametrize("width", [220, 300, 700])
def test_it_paints_at_any_width(
    qapp: QApplication, panel: InspectorPanel, source: Source, mode: str, width: int
) -> None:
    theme.install(qapp, mode)
    source.inspector.answer(explained())
    panel.resize(width, 900)
    assert content(panel).minimumSizeHint().width() <= 238, (
        "a dock of 248 with its scroll bar cuts nothing off"
    )
    picture = content(panel).grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)
    }
    assert len(colours) > 12


def test_rows_and_curve_teach_on_hover(panel: InspectorPanel, source: Source) -> None:
    source.inspector.answer(explained())
    tips = []
    for widget, place in (
        (panel.fields, QPoint(20, 30)),
        (panel.curve, QPoint(150, 60)),
        (panel.branches, QPoint(9, 9)),
    ):
        event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)
        tips.append(QToolTip.text())
    assert "4×4 pixels of the image" in tips[0]
    assert "of the cells" in tips[1]
    assert "Gradient × activation" in tips[2]
    QToolTip.hideText()


def test_every_control_has_a_name_and_a_tip(panel: InspectorPanel, source: Source) -> None:
    source.inspector.answer(explained())
    for kind in (QAbstractButton, QSpinBox):
        for control in content(panel).findChildren(kind):
            assert control.accessibleName(), control
            assert control.toolTip() or control is panel.controls.pin, control


def test_the_curve_finds_the_rate_under_the_pointer(panel: InspectorPanel) -> None:
    curve = panel.curve
    area = curve._area()
    first, last = curve.row_at(area.left()), curve.row_at(area.right())
    assert first is not None
    assert last is not None
    assert (first.rate, last.rate) == (1, 20)
    curve.show_rows(())
    assert curve.row_at(5) is None
    curve.show_rows(FACTS.valid_weights[:1])
    curve.grab()


def test_wide_fields_have_their_thousands_apart() -> None:
    wide = FieldOfView("decoder", "to stride 4", 4, False, 2468, 2468, (2468, 2468))
    (row,) = (row for row in words.field_rows(replace(FACTS, fields=(wide,))) if not row.heading)
    assert row.value == "1,234 px", "of an input twice as large"


def test_the_panel_names_the_model_as_the_status_bar_does(panel: InspectorPanel, source: Source) -> None:
    named: list[str] = []
    panel.model_named.connect(named.append)
    source.inspector.facts = replace(FACTS, name=BUNDLED)
    source.inspector.changed.emit()
    assert named[-1:] == [model_title(BUNDLED)]
    assert named[-1].startswith("DeepLabV3+")
