"""The two pictures that the canvas keeps: made in parts, they equal those made at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QApplication

from segstudio.core.adjustments import Adjustment
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.geometry import Rect
from segstudio.metrics.error_map import ErrorView
from segstudio.ui.canvas.rendering import frame as frame_module
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.codes import CodePyramid
from segstudio.ui.canvas.rendering.frame import Frame
from segstudio.ui.canvas.rendering.layers import PlaneLayer
from segstudio.ui.canvas.rendering.look import (
    HATCH_PERIOD,
    ErrorColours,
    argb,
    class_look,
    doubt_look,
    error_look,
    painted,
)
from segstudio.ui.canvas.rendering.pyramid import ImagePyramid
from segstudio.ui.canvas.rendering.tone import Tone
from segstudio.ui.canvas.viewport import Viewport

TABLE = ClassTable((SegClass(0, "a", (200, 40, 0)), SegClass(1, "b", (0, 90, 250))), ignore_index=7)
EMPTY = 255
COLOURS = ErrorColours((255, 0, 0), (0, 255, 0), (0, 0, 255))
VIEW = (160, 120)
ALL = QRegion(0, 0, *VIEW)


PLAIN = Tone(Adjustment(), np.dtype(np.uint8), 3)


def pixels(image: QImage) -> NDArray[np.uint8]:
    """H×W×4."""
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


@pytest.fixture
def codes() -> NDArray[np.uint8]:
    rng = np.random.default_rng(5)
    small = rng.choice(np.array([0, 1, 7, EMPTY], np.uint8), (9, 12))
    return np.asarray(small.repeat(10, axis=0).repeat(10, axis=1), np.uint8)  # 90×120


@pytest.fixture(autouse=True)
def exact_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is made anew because it lies near: these pictures are small enough to be joined into one."""
    monkeypatch.setattr(frame_module, "REPAINT_SLACK", 0)


def make_frame(codes: NDArray[np.uint8], background: Background, viewport: Viewport) -> Frame:
    image = np.random.default_rng(2).integers(0, 256, (*codes.shape, 3), np.uint8)
    frame = Frame(QColor(20, 20, 20), QColor(90, 90, 90))
    frame.set_viewport(viewport, VIEW)
    frame.set_image(ImagePyramid(image, background, lambda: None), PLAIN)
    frame.set_layer(CodePyramid(PlaneLayer(codes), background, lambda: None), class_look(TABLE, EMPTY, 0.5))
    return frame


rects = st.tuples(st.integers(-5, 150), st.integers(-5, 110), st.integers(1, 90), st.integers(1, 90))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rects, min_size=1, max_size=6), st.sampled_from([0.37, 0.5, 1.0, 3.0]))
def test_made_in_parts_or_at_once_it_is_the_same(
    qapp: QApplication, codes: NDArray[np.uint8], parts: list[tuple[int, int, int, int]], zoom: float
) -> None:
    background = Background()
    viewport = Viewport((120, 90), VIEW, 1.0, (13.0, 8.0)).zoomed(zoom, (40.0, 50.0))
    whole = make_frame(codes, background, viewport)
    whole.refresh(ALL)
    split = make_frame(codes, background, viewport)
    for part in parts:
        split.refresh(QRegion(*part))
    split.refresh(ALL)
    assert np.array_equal(pixels(split.overlay), pixels(whole.overlay))
    base = np.abs(pixels(split.base).astype(int) - pixels(whole.base))
    assert base.max() <= (0 if zoom >= 1 else 12)  # interpolation positions are rounded to 1/32 pixel


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([(39, 0), (1, 0)], True)  # the image's edge lies on half a pixel
@given(
    st.lists(st.tuples(st.integers(-70, 70), st.integers(-60, 60)), min_size=1, max_size=5), st.booleans()
)
def test_a_pan_shows_what_a_new_picture_would(
    qapp: QApplication, codes: NDArray[np.uint8], moves: list[tuple[int, int]], refresh: bool
) -> None:
    background = Background()
    viewport = Viewport((120, 90), VIEW, 1.0, (13.0, 8.0)).zoomed(2.5, (40.0, 50.0))
    frame = make_frame(codes, background, viewport)
    frame.refresh(QRegion(0, 0, 80, 70))
    for dx, dy in moves:
        viewport = viewport.panned(dx, dy)
        frame.set_viewport(viewport, VIEW)
        if refresh:
            frame.refresh(QRegion(10, 10, 60, 100))
    frame.refresh(ALL)
    fresh = make_frame(codes, background, viewport)
    fresh.refresh(ALL)
    assert np.array_equal(pixels(frame.overlay), pixels(fresh.overlay))
    assert np.array_equal(pixels(frame.base), pixels(fresh.base))


def test_only_what_changed_is_made_anew(codes: NDArray[np.uint8], background: Background) -> None:
    viewport = Viewport((120, 90), VIEW, 1.0, (10.0, 10.0))
    frame = make_frame(codes, background, viewport)
    frame.refresh(ALL)
    before = pixels(frame.overlay)
    codes[30:40, 20:40] = 1 - codes[30:40, 20:40] % 2
    frame.overlay_changed(viewport.view_rect(Rect(20, 30, 20, 10)))
    codes[0, 0] = 1 - codes[0, 0] % 2  # not told
    frame.refresh(ALL)
    changed = (pixels(frame.overlay) != before).any(axis=2)
    assert changed[40:50, 30:50].all()
    codes[0, 0] = 1 - codes[0, 0] % 2
    fresh = make_frame(codes, background, viewport)
    fresh.refresh(ALL)
    inside = (slice(30, 60), slice(20, 60))  # outlines of the neighbours change too
    assert np.array_equal(pixels(frame.overlay)[inside], pixels(fresh.overlay)[inside])
    assert not changed[:39].any()


def test_a_class_lies_over_its_own_pixels(background: Background) -> None:
    codes = np.full((90, 120), EMPTY, np.uint8)
    codes[20:24, 30:33] = 0
    frame = make_frame(codes, background, Viewport((120, 90), VIEW, 4.0, (-60.0, -20.0)))
    frame.refresh(ALL)
    rows, columns = np.nonzero(pixels(frame.overlay)[..., 3])
    assert (rows.min(), rows.max() + 1) == (20 * 4 - 20, 24 * 4 - 20)
    assert (columns.min(), columns.max() + 1) == (30 * 4 - 60, 33 * 4 - 60)


def test_nothing_lies_beside_the_image(codes: NDArray[np.uint8], background: Background) -> None:
    frame = make_frame(codes, background, Viewport((120, 90), VIEW, 1.0, (20.0, 15.0)))
    frame.refresh(ALL)
    overlay = pixels(frame.overlay)
    outside = np.ones((120, 160), bool)
    outside[15:105, 20:140] = False
    assert (overlay[outside] == 0).all()
    assert pixels(frame.base)[2, 2, :3].tolist() == [20, 20, 20]
    frame.set_image(None, None)
    frame.set_layer(None, None)
    frame.set_viewport(None, VIEW)
    frame.refresh(ALL)
    assert (pixels(frame.base)[..., :3] == 20).all()
    assert not pixels(frame.overlay).any()


def around(codes: list[list[int]]) -> NDArray[np.uint8]:
    return np.pad(np.array(codes, np.uint8), 1, mode="edge")


def test_classes_are_filled_and_outlined() -> None:
    look = class_look(TABLE, EMPTY, 0.5)
    result = painted(around([[0, 0, 0, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, EMPTY, EMPTY]]), look, 0)
    fill, edge = argb((200, 40, 0), 0.5), argb((200, 40, 0), 0.8)
    assert result[:, :3].tolist() == [[fill, fill, edge]] * 3
    assert result[0, 3:].tolist() == [argb((0, 90, 250), 0.8), argb((0, 90, 250), 0.5)]
    assert result[2, 3:].tolist() == [0, 0]


def test_hidden_classes_and_void_are_transparent() -> None:
    codes = around([[0, 1, 7]])
    look = class_look(TABLE, EMPTY, 0.5, {1, 7})
    result = painted(codes, look, 0)[0]
    assert result[0] != 0
    assert result[1:].tolist() == [0, 0]


def test_void_is_hatched_along_with_the_image() -> None:
    look = class_look(TABLE, EMPTY, 0.5)
    codes = np.full((22, 32), 7, np.uint8)
    result = painted(codes, look, 3)
    assert len(np.unique(result)) == 3
    assert np.array_equal(result[1:, :-1], result[:-1, 1:])
    assert np.array_equal(result[:, HATCH_PERIOD:], result[:, :-HATCH_PERIOD])
    assert np.array_equal(painted(codes, look, 4)[:, :-1], result[:, 1:])


def test_nothing_is_seen_at_no_opacity() -> None:
    for look in (
        class_look(TABLE, EMPTY, 0.0),
        error_look(COLOURS, 0.0, ErrorView(), TABLE),
        doubt_look(0.0),
    ):
        codes = np.random.default_rng(0).choice(np.array([0, 1, 2, 7], np.uint8), (20, 20))
        assert not painted(codes, look, 0).any()


def test_premultiplied_values() -> None:
    assert argb((255, 128, 0), 1.0) == 0xFFFF8000
    assert argb((255, 128, 0), 0.0) == 0
    assert argb((255, 0, 0), 0.5) >> 24 == 128
