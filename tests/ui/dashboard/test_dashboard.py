"""The dashboard shows exactly what the metrics say, or why there is nothing to say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.settings import Settings
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.views import ModelPhase, ModelState
from segstudio.metrics.scores import score
from segstudio.ui.dashboard.dashboard import Dashboard
from segstudio.ui.dashboard.figures import FIGURES
from segstudio.ui.dashboard.frame_timer import FRAME_MS
from tests.ui.dashboard.figures import DATASET, IMAGE, Make


def test_figures_are_those_of_the_metrics(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    image, dataset = comparison(IMAGE), comparison(DATASET, scope="", share=None, images=4)
    session.compare(image, dataset)
    dashboard.refresh()
    for spec in FIGURES:
        for scope, shown in (("image", image), ("dataset", dataset)):
            expected = spec.read(score(shown.matrix))
            assert dashboard.figure_text(spec.id, scope) == f"{expected:.3f}"
        assert f"{spec.read(image.scores):.6f}" in dashboard.cards[spec.id].hover_text()


def test_a_stroke_shows_its_change_and_undo_takes_it_away(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(IMAGE))
    dashboard.refresh()
    before = dashboard.figure_text("pixel_accuracy")
    worse = IMAGE.copy()
    worse[0, 1] += 30
    session.compare(comparison(worse))
    dashboard.refresh()
    assert dashboard.figure_text("pixel_accuracy") == "0.639 ▼ −.128"
    session.compare(comparison(IMAGE))
    dashboard.refresh()
    assert dashboard.figure_text("pixel_accuracy") == before


def test_a_save_is_the_new_baseline(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(IMAGE), comparison(DATASET, scope=""))
    dashboard.refresh()
    session.compare(
        comparison(IMAGE * 2 + np.eye(3, dtype=np.int64)), comparison(DATASET + IMAGE, scope="")
    )
    session.saved.emit("a")
    dashboard.refresh()
    assert "▲" not in dashboard.figure_text("miou") + dashboard.figure_text("miou", "dataset")
    session.compare(comparison(IMAGE), comparison(DATASET, scope=""))
    dashboard.refresh()
    assert "▼" in dashboard.figure_text("miou")


def test_a_data_set_that_an_edit_began_has_no_change_until_it_is_saved(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(0 * IMAGE))
    dashboard.refresh()
    for counts in (
        IMAGE[::-1].copy(),
        IMAGE,
    ):  # a first stroke where the model is wrong, others where it is right
        session.compare(comparison(counts), comparison(counts, scope=""))
        dashboard.refresh()
        for scope in ("image", "dataset"):
            assert not {"▲", "▼"} & set(dashboard.figure_text("pixel_accuracy", scope)), scope
    session.open(three, has_label=True)
    session.saved.emit("a")
    session.compare(comparison(IMAGE[::-1].copy()), comparison(IMAGE[::-1].copy(), scope=""))
    dashboard.refresh()
    assert "▼" in dashboard.figure_text("pixel_accuracy", "dataset")


def test_saving_another_image_moves_only_the_data_set_baseline(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(IMAGE), comparison(DATASET, scope=""))
    dashboard.refresh()
    better = IMAGE + 100 * np.eye(3, dtype=np.int64)
    session.compare(comparison(better), comparison(DATASET + better, scope=""))
    session.saved.emit("another")
    dashboard.refresh()
    assert "▲" in dashboard.figure_text("miou")
    assert "▲" not in dashboard.figure_text("miou", "dataset")


def test_a_missing_figure_is_a_dash_with_its_reason(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    nothing = np.zeros((3, 3), np.int64)
    session.compare(comparison(nothing, share=0.0), None)
    dashboard.refresh()
    shown = dashboard.figure_text("miou")
    assert shown.startswith("– (Nothing of this image is painted or confirmed yet")
    assert dashboard.figure_text("miou", "dataset").startswith("– (No image has a saved or painted label")
    assert "painted or confirmed" in dashboard.cards["miou"].hover_text()


def test_without_a_prediction_the_reason_is_the_model(
    dashboard: Dashboard, session: Any, three: ClassTable
) -> None:
    session.open(three)
    session.prediction = None
    session.model = ModelState(ModelPhase.LOADING, "m", "cpu")
    session.model_changed.emit()
    dashboard.refresh()
    assert "still being loaded" in dashboard.figure_text("fwiou")


def test_without_labels_a_sentence_tells_how_to_begin(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    dashboard.refresh()
    assert dashboard.invitation_text.startswith("Open a folder")
    session.open(three)
    dashboard.refresh()
    assert dashboard.invitation_text == "Paint or confirm a region to get the first figures."
    session.compare(comparison(IMAGE))
    dashboard.refresh()
    assert dashboard.invitation_text == ""
    assert dashboard.charts.bars.isVisible()


def test_an_image_without_figures_invites_while_the_data_set_has_some(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(np.zeros((3, 3), np.int64), share=0.0), comparison(DATASET, scope=""))
    dashboard.refresh()
    assert dashboard.invitation_text == "Paint or confirm a region to get the first figures."
    assert dashboard.charts.scope_choice.isVisible()
    assert dashboard.compared_lines[0] == "This image: nothing painted or confirmed yet"
    dashboard.set_scope("dataset")
    dashboard.refresh()
    assert dashboard.invitation_text == ""


def test_the_lines_tell_what_is_compared(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three, has_label=True)
    dataset = comparison(DATASET, scope="", share=None, images=34, pending=67)
    session.compare(comparison(IMAGE, share=1.0), dataset)
    dashboard.refresh()
    assert dashboard.compared_lines == (
        "Prediction against the saved label",
        "Data set: 34 of 101 labelled images, 67 waiting for the model",
    )
    session.dirty = True
    session.compare(comparison(IMAGE, share=0.375), replace(dataset, images=101, images_pending=0))
    dashboard.refresh()
    assert dashboard.compared_lines == (
        "Prediction against your own pixels · on 37 % reviewed",
        "Data set: all 101 labelled images",
    )


def test_the_scope_switch_changes_bars_and_matrix(
    qtbot: QtBot,
    dashboard: Dashboard,
    session: Any,
    settings: Settings,
    comparison: Make,
) -> None:
    session.open(table_of(("road", "sky", "car")))
    image, dataset = comparison(IMAGE), comparison(DATASET, scope="")
    session.compare(image, dataset)
    dashboard.refresh()
    assert [row.iou for row in dashboard.charts.bars.rows] == list(image.scores.iou)
    QTest.mouseClick(dashboard.charts.scope_choice.button("dataset"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row.iou for row in dashboard.charts.bars.rows] == list(dataset.scores.iou))
    assert settings.text("dashboard.scope") == "dataset"
    grid = dashboard.charts.side.heat_map.grid
    assert grid is not None
    assert "900 pixels" in dashboard.charts.side.heat_map.text_at(grid.rect(1, 1).center().toPoint())


def test_bars_sort_worst_first_and_absent_last(
    qtbot: QtBot, dashboard: Dashboard, session: Any, comparison: Make
) -> None:
    session.open(table_of(("good", "bad", "absent", "fair")))
    counts = np.diag([90, 10, 0, 50]).astype(np.int64)
    counts[1, 3] = 40
    session.compare(comparison(counts))
    dashboard.refresh()
    assert [row.name for row in dashboard.charts.bars.rows] == ["good", "bad", "absent", "fair"]
    QTest.mouseClick(dashboard.charts.order_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: [row.name for row in dashboard.charts.bars.rows] == ["bad", "fair", "good", "absent"]
    )
    (absent,) = [row for row in dashboard.charts.bars.rows if row.iou is None]
    assert "has no IoU and" in dashboard.charts.bars.hover_text(absent)


def test_many_changes_are_one_refresh(
    qtbot: QtBot, dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    dashboard.refresh()
    reads = 0
    found = comparison(IMAGE)

    class Counting(type(session)):  # type: ignore[misc]  # the fixture's class is only known at run time
        @property
        def image_comparison(self) -> Comparison:
            nonlocal reads
            reads += 1
            return found

        @image_comparison.setter
        def image_comparison(self, value: Comparison) -> None: ...

    session.__class__ = Counting
    for _ in range(500):
        session.scores_changed.emit()
    assert reads == 0
    qtbot.waitUntil(lambda: reads > 0)
    assert reads == 1


def test_a_hidden_dashboard_waits_until_it_is_seen(
    qtbot: QtBot, dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    dashboard.hide()
    session.open(three)
    session.compare(comparison(IMAGE))
    frames = QTimer(dashboard)
    with qtbot.waitSignal(frames.timeout):
        frames.start(5 * FRAME_MS)
    frames.stop()
    assert dashboard.figure_text("miou").startswith("–")
    dashboard.show()
    qtbot.waitUntil(lambda: not dashboard.figure_text("miou").startswith("–"))


def test_folding_leaves_the_figures(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(IMAGE))
    dashboard.set_compact(True)
    dashboard.refresh()
    assert dashboard.maximumHeight() < 160
    assert not dashboard.charts.bars.isVisible()
    assert all(card.isVisible() for card in dashboard.cards.values())
    assert dashboard.minimumSizeHint().width() < 700
    dashboard.set_compact(False)
    dashboard.refresh()
    assert dashboard.charts.bars.isVisible()
    assert dashboard.maximumHeight() > 222


@pytest.mark.parametrize("width", [900, 1000, 1057, 1100, 1160, 1237, 1397, 1877])
def test_nothing_is_squeezed_at_any_width(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make, qtbot: QtBot, width: int
) -> None:
    """A switch whose words do not fit, or cards under the bars, are worse than a chart that is left out."""
    session.open(three)
    session.compare(comparison(IMAGE), comparison(DATASET, scope="", share=None, images=4))
    dashboard.resize(width, 240)
    dashboard.refresh()
    charts = dashboard.charts

    def all_have_room() -> bool:
        switches = [s for s in (charts.scope_choice, charts.side.page_choice) if s.isVisible()]
        return all(s.width() >= s.minimumSizeHint().width() for s in switches) and (
            not charts.isVisible() or dashboard._left.geometry().right() < charts.geometry().left()
        )

    qtbot.waitUntil(all_have_room)
    assert charts.side.isVisible() == (width > 1000)


def test_copied_text_holds_figures_classes_and_matrix(
    dashboard: Dashboard, session: Any, comparison: Make
) -> None:
    session.open(table_of(("=road", "sky", "car")))
    session.compare(comparison(IMAGE, outside=np.array([0, 0, 7], np.int64)))
    dashboard.refresh()
    text, picture = dashboard.menu().actions()
    text.trigger()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert ["mIoU", f"{session.image_comparison.scores.miou:.6f}", "–"] in rows
    assert ["sky", f"{session.image_comparison.scores.iou[1]:.6f}", "–"] in rows
    assert ["'=road", "70", "20", "10", "0"] in rows
    assert ["car", "5", "0", "45", "7"] in rows
    picture.trigger()
    assert not QGuiApplication.clipboard().pixmap().isNull()


def test_a_detached_dashboard_hears_nothing(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    dashboard.detach()
    session.open(three)
    session.compare(comparison(IMAGE))
    assert not session.scores_changed._listeners
    assert not session.saved._listeners
