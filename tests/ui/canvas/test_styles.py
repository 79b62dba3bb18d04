"""Fill, outline, hatched; and the law that what is painted bit by bit is what is painted at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QMouseEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN
from segstudio.labels.patch import Area, Change
from segstudio.ui.canvas.rendering.look import STYLES
from segstudio.ui.canvas.view import CanvasView


def grabbed(view: CanvasView) -> NDArray[np.uint8]:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4)[:, :, 2::-1].copy()


def box(x: int, y: int, width: int, height: int, class_id: int, code: int = HUMAN) -> Change:
    rect = Rect(x, y, width, height).intersect(Rect(0, 0, 200, 120))
    return Change(Area(rect, np.ones((rect.height, rect.width), np.bool_)), class_id, code)


@pytest.fixture
def painted(view: CanvasView, desk: Any) -> CanvasView:
    desk.document.apply(box(50, 30, 100, 60, 1), "a box")
    return view


def part(view: CanvasView, rect: Rect) -> NDArray[np.uint8]:
    """Image pixels at zoom 1; the image's corner lies at (100, 90)."""
    return grabbed(view)[90 + rect.y : 90 + rect.bottom, 100 + rect.x : 100 + rect.right]


def test_an_outline_leaves_the_inside_free(painted: CanvasView) -> None:
    painted.set_mask_style("outline")
    inside = part(painted, Rect(52, 32, 90, 50))
    assert (inside == 100).all()
    edge = part(painted, Rect(50, 30, 100, 1))
    assert (edge[:, :, 0] > 180).all()


def test_stripes_leave_half_of_the_inside_free(painted: CanvasView) -> None:
    painted.set_mask_style("hatched")
    red = part(painted, Rect(52, 32, 80, 48))[:, :, 0] > 150
    assert red.mean() == pytest.approx(0.25, abs=0.02)
    before = red[8:32, 8:48]
    painted._nav.pan(5, 3)
    moved = part(painted, Rect(52 + 5, 32 + 3, 80, 48))[:, :, 0] > 150
    assert np.array_equal(moved[8:32, 8:48], before), "stripes belong to the image"


def test_another_style_is_told_and_an_unknown_one_refused(painted: CanvasView) -> None:
    said: list[str] = []
    painted.style_changed.connect(said.append)
    for style in ("outline", "outline", "hatched", "fill"):
        painted.set_mask_style(style)
    assert said == ["outline", "hatched", "fill"]
    with pytest.raises(ValueError, match="no style"):
        painted.set_mask_style("dots")


Deed = tuple[Any, ...]
"""What is done, and with what."""
small = st.integers(1, 70)
deeds = st.one_of(
    st.tuples(st.just("paint"), st.integers(0, 199), st.integers(0, 119), small, small, st.integers(0, 2),
              st.sampled_from([EMPTY, HUMAN])),
    st.tuples(st.sampled_from(["undo", "redo", "repaint"])),
    st.tuples(st.just("predict"), st.integers(0, 9)),
    st.tuples(st.just("pan"), st.integers(-90, 90), st.integers(-90, 90)),
    st.tuples(st.just("zoom"), st.sampled_from([0.3, 0.5, 1.0, 1.7, 4.0, 20.0])),
    st.tuples(st.just("style"), st.sampled_from(STYLES)),
    st.tuples(st.just("layer"), st.sampled_from(["mask", "errors", "prediction"])),
)  # fmt: skip


def do(view: CanvasView, desk: Any, deed: Deed) -> None:
    def predict(seed: int) -> None:
        desk.predict(np.random.default_rng(seed).integers(0, 3, (120, 200), np.uint8))

    table: dict[str, Callable[..., object]] = {
        "paint": lambda *given: desk.document.apply(box(*given), "step"),
        "undo": desk.document.undo,
        "redo": desk.document.redo,
        "repaint": view.repaint,
        "predict": predict,
        "pan": view._nav.pan,
        "zoom": view.set_zoom,
        "style": view.set_mask_style,
        "layer": view.set_layer,
    }
    table[deed[0]](*deed[1:])


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(deeds, max_size=12))
def test_what_is_painted_bit_by_bit_is_what_is_painted_at_once(
    open_view: Callable[..., CanvasView], desk: Any, done: list[Deed]
) -> None:
    desk.prediction_label = None
    desk.show((120, 200))
    view = open_view(desk, (260, 190))
    for deed in done:
        do(view, desk, deed)
        QApplication.processEvents()
        view.repaint()
    for _ in range(2000):
        if not view.preparing:
            break
        QApplication.processEvents()
    view.grab()
    gradually = view._frame._overlay_pixels.copy()
    view._frame.overlay_changed()
    for pyramid in view._stack._pyramids.values():
        pyramid._levels, pyramid._stale = [], []
    view.grab()
    differs = view._frame._overlay_pixels != gradually
    assert not differs.any(), np.argwhere(differs)
    view.detach()
    view.hide()


def test_many_moves_before_a_repaint_are_painted_once(
    view: CanvasView, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.processEvents()
    painted: list[QRegion] = []
    refresh = view._frame.refresh

    def counted(region: QRegion) -> None:
        painted.append(region)
        refresh(region)

    monkeypatch.setattr(view._frame, "refresh", counted)
    start = view.widget_point((20, 20)).toPoint()
    QTest.mousePress(view, left, none, start)
    for i in range(200):
        point = view.widget_point((20 + i % 150, 20 + i // 4))
        event = QMouseEvent(
            QEvent.Type.MouseMove, point, view.mapToGlobal(point), Qt.MouseButton.NoButton, left, none
        )
        QApplication.sendEvent(view, event)
    QTest.mouseRelease(view, left, none, start)
    assert not painted
    QApplication.processEvents()
    assert len(painted) <= 2
    assert desk.document.history.done == 1
