"""How figures read, and the chart colours that carry them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score
from segstudio.ui.dashboard.colour_scale import colours_of, is_light, scale
from segstudio.ui.dashboard.figures import FIGURES, change_text, explanation, score_text, share_text
from segstudio.ui.dashboard.sparkline import sparkline_points
from segstudio.ui.theme import DARK, LIGHT


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (0.011, "▲ +.011"),
        (-0.0044, "▼ −.004"),
        (0.0001, "▲ <.001"),
        (-0.0001, "▼ <.001"),
        (1.0, "▲ +1.000"),
        (0.0, ""),
        (None, ""),
    ],
)
def test_a_change_has_arrow_sign_and_size(change: float | None, text: str) -> None:
    assert change_text(change) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.004, "under 1 %"), (0.375, "37 %"), (0.9999, "99 %"), (1.0, "100 %")],
)
def test_a_share_is_rounded_down(share: float, text: str) -> None:
    assert share_text(share) == text


def test_a_missing_score_is_an_en_dash() -> None:
    assert score_text(None) == "–"
    assert score_text(0.0) == "0.000"


def test_the_four_figures_are_those_of_the_scores() -> None:
    scores = score(ConfusionMatrix(np.array([[8, 2], [1, 9]], np.int64), np.array([0, 3], np.int64)))
    assert [spec.id for spec in FIGURES] == ["pixel_accuracy", "mean_accuracy", "miou", "fwiou"]
    for spec in FIGURES:
        assert spec.read(scores) == getattr(scores, spec.id)


def test_every_figure_is_explained_in_words_symbols_and_with_its_source() -> None:
    for spec in FIGURES:
        text = explanation(spec)
        assert spec.words in text
        assert "n<sub>ii</sub>" in text
        assert "CVPR 2015" in text


@pytest.mark.parametrize("dark", [True, False])
def test_the_colour_scale_reads_without_colour(dark: bool) -> None:
    luminance = scale(dark).astype(float) @ [0.2126, 0.7152, 0.0722]
    steps = np.diff(luminance)
    assert (steps >= -0.5).all() if dark else (steps <= 0.5).all()
    assert abs(luminance[-1] - luminance[0]) > 120


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_figures_in_cells_can_be_read(tokens: object) -> None:
    assert tokens in (DARK, LIGHT)
    for rgb in colours_of(np.linspace(0, 1, 101), DARK if tokens is DARK else LIGHT):
        text = 0.0 if is_light(rgb) else 1.0
        ground = float(_linear(rgb) @ [0.2126, 0.7152, 0.0722])
        high, low = max(text, ground), min(text, ground)
        assert (high + 0.05) / (low + 0.05) >= 4.4


def test_nothing_is_the_ground_colour() -> None:
    assert (colours_of(np.array([np.nan]), DARK)[0] == scale(True)[0]).all()


def test_a_wobble_does_not_look_like_a_leap() -> None:
    points, baseline = sparkline_points([0.5, 0.5001], 0.5, QRectF(0, 0, 100, 20))
    assert abs(points[0].y() - points[1].y()) < 1
    assert baseline is not None
    points, _ = sparkline_points([0.2, 0.8], None, QRectF(0, 0, 100, 20))
    assert (points[0].y(), points[1].y()) == (20, 0)


def _linear(rgb: np.ndarray) -> np.ndarray:
    c = rgb.astype(float) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
