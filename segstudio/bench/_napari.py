"""napari under the same hand, for comparison: a script for a Python that has napari, which need not be ours.

    python _napari.py SIDE CLASSES RADIUS

prints, as JSON, milliseconds of mouse moves that drag the brush of its Labels layer, each until its viewer has drawn
again, the whole image in view and at 100 %. It needs a display (Xvfb will do), for napari draws with OpenGL.
"""

from __future__ import annotations

import json
import math
import sys
import time
from typing import Any

MOVES = 60
WARM_UP = 8
STEP = 12.0
_PATIENCE_S = 2.0
_NAP_S = 0.0005
"""Some versions of PySide drop a reference of None in every `processEvents`; before Python 3.12 that ends in a crash."""


class Hand:
    """A mouse on napari's canvas."""

    def __init__(self, canvas: Any) -> None:
        from qtpy.QtWidgets import QApplication

        self.native = canvas.native
        self._app: Any = QApplication.instance()
        self._drawn = False
        canvas._scene_canvas.events.draw.connect(self._was_drawn)

    def rest(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._app.processEvents()
            time.sleep(_NAP_S * 10)

    def send(self, kind: str, x: float, y: float) -> None:
        from qtpy.QtCore import QEvent, QPointF, Qt
        from qtpy.QtGui import QMouseEvent

        at: Any = QPointF(x, y)
        left: Any = Qt.MouseButton.LeftButton
        none: Any = Qt.MouseButton.NoButton
        button, held = {"Press": (left, left), "Move": (none, left), "Release": (left, none)}[kind]
        name = "MouseMove" if kind == "Move" else f"MouseButton{kind}"
        where = self.native.mapToGlobal(at)
        event: Any = QMouseEvent
        self._app.sendEvent(
            self.native,
            event(getattr(QEvent.Type, name), at, where, button, held, Qt.KeyboardModifier.NoModifier),
        )

    def timed_move(self, x: float, y: float) -> float:
        """Milliseconds until the move is drawn."""
        self._drawn = False
        start = time.perf_counter()
        self.send("Move", x, y)
        while not self._drawn and time.perf_counter() - start < _PATIENCE_S:
            self._app.processEvents()
            if not self._drawn:
                time.sleep(_NAP_S)
        self._app.processEvents()
        return (time.perf_counter() - start) * 1000

    def _was_drawn(self, _event: object) -> None:
        self._drawn = True


def main(side: int, classes: int, radius: float) -> list[float]:
    """Milliseconds per move."""
    import napari  # type: ignore[import-not-found]  # in the Python that this script is run with
    import numpy as np

    rng = np.random.default_rng(side)
    label = rng.integers(0, classes, (side // 64, side // 64), np.uint8).repeat(64, 0).repeat(64, 1)
    image = rng.integers(0, 256, (side // 16, side // 16, 3), np.uint8).repeat(16, 0).repeat(16, 1)
    before = label.copy()
    viewer = napari.Viewer(show=True)
    viewer.window.resize(1600, 1000)
    viewer.add_image(image, rgb=True)
    layer = viewer.add_labels(label)
    layer.mode, layer.brush_size, layer.selected_label = "paint", 2 * radius, 3
    hand = Hand(viewer.window._qt_viewer.canvas)
    spent: list[float] = []
    for zoom in (None, 1.0):
        viewer.reset_view()
        if zoom is not None:
            viewer.camera.zoom = zoom
        hand.rest(1.0)
        x, y, angle = hand.native.width() / 2, hand.native.height() / 2, 0.3
        hand.send("Press", x, y)
        hand.rest(0.2)
        times = []
        for _ in range(MOVES + WARM_UP):
            angle += 0.22 * math.sin(x / 70) + 0.11
            x, y = x + STEP * math.cos(angle), y + STEP * math.sin(angle)
            times.append(hand.timed_move(x, y))
        spent += times[WARM_UP:]
        hand.send("Release", x, y)
        hand.rest(0.2)
    if (layer.data == before).all():
        raise RuntimeError("napari painted nothing: the moves did not reach its brush")
    viewer.close()
    return spent


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))))
