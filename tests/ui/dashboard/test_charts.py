"""History and distribution: what they draw, say and lead to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from segstudio.engine.evaluation.score_history import HistoryPoint
from segstudio.ui import theme
from segstudio.ui.dashboard.axis import axis_for
from segstudio.ui.dashboard.histogram import BARS, Histogram, Spread, bar_of
from segstudio.ui.dashboard.history_plot import HistoryPlot


def point(
    step: int, image: float | None, dataset: float | None, key: str = "a", *, saved: bool = False
) -> HistoryPoint:
    return HistoryPoint(step, key, image, dataset, key, "set", saved)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(340, 160)
        widget.show()
        qtbot.waitExposed(widget)

    return show


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6), st.integers(1, 8))
def test_an_axis_holds_its_values_on_even_ticks(values: list[float], ticks: int) -> None:
    axis = axis_for(values, ticks)
    assert all(-1e-6 <= axis.share(v) <= 1 + 1e-6 for v in values)
    assert 2 <= len(axis.ticks) <= ticks + 3
    assert np.allclose(np.diff(axis.ticks), axis.ticks[1] - axis.ticks[0])
    assert all(float(axis.text(t)) == pytest.approx(t, abs=1e-9) for t in axis.ticks)


@given(st.dictionaries(st.text(max_size=3), st.one_of(st.none(), st.floats(0, 1))))
def test_every_image_stands_in_exactly_one_bar(mious: dict[str, float | None]) -> None:
    spread = Spread.of(mious)
    known = [v for v in mious.values() if v is not None]
    assert spread.images == len(known)
    assert spread.unknown == len(mious) - len(known)
    for bar in range(BARS):
        assert spread.counts[bar] == sum(bar_of(v) == bar for v in known)
    assert spread.mean == (pytest.approx(np.mean(known)) if known else None)
    assert spread.median == (pytest.approx(np.median(known)) if known else None)


def test_a_history_of_one_step_says_how_it_grows(shown: Callable[[QWidget], None]) -> None:
    plot = HistoryPlot()
    shown(plot)
    plot.show_points([point(1, 0.5, None)])
    assert not plot.grab().isNull()
    QTest.mouseMove(plot, QPoint(100, 60))
    assert plot.picked is None


def test_pointing_at_a_step_tells_values_change_and_save(shown: Callable[[QWidget], None]) -> None:
    plot = HistoryPlot()
    shown(plot)
    points = [point(1, 0.5, 0.7), point(2, 0.52, 0.71, saved=True), point(3, 0.3, 0.71, "b")]
    plot.show_points(points)
    QTest.mouseMove(plot, QPoint(round(plot.point_x(1)), 60))
    assert plot.picked == points[1]
    text = plot.text_of(points[1])
    assert text.splitlines() == [
        "Step 2 · a",
        "this image: mIoU 0.5200 ▲ +.020",
        "data set: mIoU 0.7100 ▲ +.010",
        "saved",
    ]
    assert "▼" not in plot.text_of(points[2]), "another image is no change"
    clicked: list[str] = []
    plot.image_clicked.connect(clicked.append)
    QTest.mouseMove(plot, QPoint(round(plot.point_x(2)), 60))
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(plot.point_x(2)), 60))
    assert clicked == ["b"]


def test_lines_differ_in_stroke_not_only_in_colour(shown: Callable[[QWidget], None]) -> None:
    """The image's line is whole, the data set's is dashed; both carry their name at the end."""
    plot = HistoryPlot()
    shown(plot)
    plot.show_points([point(n, 0.5, 0.9) for n in range(1, 30)])
    picture = plot.grab().toImage()
    accent, dim = QColor(theme.tokens().accent), QColor(theme.tokens().dim)

    def run(colour: QColor) -> list[int]:
        """Per row: pixels of the colour between the axis and the names."""
        counts = []
        for y in range(10, 135):
            counts.append(
                sum(
                    abs(picture.pixelColor(x, y).red() - colour.red())
                    + abs(picture.pixelColor(x, y).blue() - colour.blue())
                    < 40
                    for x in range(60, 260)
                )
            )
        return counts

    assert max(run(accent)) >= 195
    assert 80 < max(run(dim)) < 190


def test_bars_say_their_range_and_lead_to_their_images(shown: Callable[[QWidget], None]) -> None:
    chart = Histogram()
    shown(chart)
    chart.show_spread(Spread.of({"a": 0.62, "b": 0.63, "c": 1.0, "d": None}), 0.62)
    assert "2 images (66.7 %)" in chart.text_of(12)
    assert chart.text_of(12).startswith("mIoU 0.60 to 0.65")
    assert "Click" not in chart.text_of(3)
    clicked: list[int] = []
    chart.bar_clicked.connect(clicked.append)
    for bar in (12, 3, 19):
        where = chart.bar_rect(bar).center().toPoint()
        QTest.mouseMove(chart, where)
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=where)
    assert clicked == [12, 19], "an empty bar leads nowhere"
    chart.setFocus()
    QTest.mouseMove(chart, QPoint(1, 1))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert clicked[-1] in {12, 19}
    assert "3 images, mean of their mIoU 0.750, median 0.630" in chart.summary()


def test_an_empty_distribution_says_so(shown: Callable[[QWidget], None]) -> None:
    chart = Histogram()
    shown(chart)
    assert not chart.grab().isNull()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chart.spread.images == 0


@pytest.mark.parametrize("mious", [(0.0, 0.01), (0.7, 0.8), (1.0, 0.99)])
def test_the_mean_has_its_figure_over_its_line(
    shown: Callable[[QWidget], None], mious: tuple[float, float]
) -> None:
    histogram = Histogram()
    shown(histogram)
    mean = sum(mious) / 2
    histogram.show_spread(Spread.of(dict(zip("ab", mious, strict=True))), None)
    assert histogram.mean_text == f"mean {mean:.3f}"
    words = histogram.mean_rect()
    first, last = histogram.bar_rect(0), histogram.bar_rect(BARS - 1)
    line = first.left() + mean * (last.right() - first.left())
    assert words.left() <= line <= words.right()
    assert words.left() >= 0
    assert words.right() <= histogram.width()
    picture = histogram.grab().toImage()
    blank = picture.pixelColor(histogram.width() // 2, 20)
    painted = [
        picture.pixelColor(x, y) != blank
        for x in range(int(words.left()), int(words.right()))
        for y in range(2, 13)
    ]
    assert any(painted)
