"""Whatever tools, undo and redo have done, the canvas shows the document: to the pixel what a fresh canvas shows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from segstudio.labels.areas.brush import stroke_areas
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.tools import TOOLS, ToolSpec
from segstudio.ui.canvas.view import CanvasView

HEIGHT, WIDTH = SHAPE = (120, 200)
Points = list[tuple[int, int]]
Deed = tuple[str, ToolSpec, Points, int]
ZOOMS = (0.4, 1.0, 2.7)

points = st.tuples(st.integers(-5, WIDTH + 5), st.integers(-5, HEIGHT + 5))
tools = st.sampled_from(
    [
        spec
        for spec in TOOLS
        if spec.changes and spec.id not in {"superpixel", "grabcut", "watershed", "snap"}
    ]
)
deeds: st.SearchStrategy[Deed] = st.tuples(
    st.sampled_from(["use", "use", "use", "undo", "redo", "propose"]),
    tools,
    st.lists(points, min_size=3, max_size=5),
    st.integers(0, 2),
)


def use(document: Document, spec: ToolSpec, path: Points, class_id: int) -> None:
    context = ToolContext(
        document.label_map,
        class_id,
        document.proposal,
        np.full((*SHAPE, 3), 100, np.uint8),
        options=spec.options_with({}),
    )
    if spec.missing(context) is not None:
        return
    if spec.kind != "stroke":
        document.apply(spec.change(Gesture(tuple(path)), context), spec.step)
        return
    document.begin(spec.step)
    for start, end in pairwise(path):
        for area in stroke_areas(start, end, 7.5, "round", SHAPE):
            document.extend(spec.change(Gesture(covered=area), context))
        QApplication.processEvents()
    document.commit()


def do(desk: Any, deed: Deed) -> None:
    name, spec, path, class_id = deed
    document = desk.document
    if name == "undo":
        document.undo()
    elif name == "redo":
        document.redo()
    elif name == "propose":
        coarse = np.random.default_rng(path[0][0] + 5).integers(0, 3, (6, 10), np.uint8)
        desk.predict(np.kron(coarse, np.ones((20, 20), np.uint8)).astype(np.uint8))
    else:
        use(document, spec, path, class_id)


def shown(view: CanvasView) -> NDArray[np.uint8]:
    """uint8 h×w×4, when nothing is being prepared any more; without the pointer, which is over one of them only."""
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    for _ in range(2000):
        if not view.preparing:
            break
        QApplication.processEvents()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).copy()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, min_size=1, max_size=9), st.sampled_from(ZOOMS))
def test_a_canvas_that_saw_it_all_shows_what_a_fresh_one_shows(
    open_view: Callable[..., CanvasView], desk: Any, done: list[Deed], zoom: float
) -> None:
    desk.prediction_label = None
    desk.show(SHAPE)
    view = open_view(desk, (260, 190))
    view.set_zoom(zoom)
    for deed in done:
        do(desk, deed)
        QApplication.processEvents()
        view.repaint()
    fresh = open_view(desk, (260, 190))
    fresh.set_zoom(zoom)
    differs = (shown(view) != shown(fresh)).any(axis=2)
    assert not differs.any(), np.argwhere(differs)
    for made in (view, fresh):
        made.detach()
        made.hide()
