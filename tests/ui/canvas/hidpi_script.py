"""Run by `test_hidpi` under a scale factor: paints with real events, and looks at the device pixels."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.files.entries import ImageEntry
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.ui import theme
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.tool_state import ToolState

SIGNALS = ("current_changed", "early_changed", "document_changed", "prediction_changed", "project_changed",
           "table_changed", "message", "saved")  # fmt: skip


class Desk:
    """What a canvas needs of a session; a checkerboard of single pixels."""

    def __init__(self) -> None:
        for name in SIGNALS:
            setattr(self, name, Signal())
        self.project = self.wide = self.prediction = self.prediction_label = None
        self.table = ClassTable((SegClass(0, "sky", (0, 0, 255)), SegClass(1, "road", (255, 0, 0))))
        self.current = ImageEntry("a", Path("a.png"), Path("labels/a.png"))
        board = (np.indices((40, 60)).sum(axis=0) % 2 * 200).astype(np.uint8)
        self.image = board[:, :, None].repeat(3, axis=2)
        self.document = Document((40, 60), LabelMap.empty((40, 60)))


def main(ratio: float) -> None:
    app = QApplication([])
    theme.install(app, "dark")
    desk, tools = Desk(), ToolState(Settings())
    tools.set_radius(0.5)
    tools.set_class(1)
    view = CanvasView(desk, tools)  # type: ignore[arg-type]  # as much of a session as is needed here
    view.resize(300, 200)
    view.show()
    app.processEvents()
    assert abs(view.devicePixelRatioF() - ratio) < 0.01
    view.actual_size()
    image = view.grab().toImage()
    assert image.width() == round(300 * ratio)
    corner = view.widget_point((0, 0))
    left, top = round(corner.x() * ratio), round(corner.y() * ratio)
    for row in range(5):  # at 100 % an image pixel is a device pixel, sharp
        for column in range(5):
            expected = 200 if (row + column) % 2 else 0
            assert image.pixelColor(left + column, top + row).red() == expected, (row, column)
    view.set_zoom(8 * ratio)
    for point in ((3, 4), (59, 39), (0, 0), (30, 21)):
        view.centre_on((point[0] + 0.5, point[1] + 0.5))
        at = view.widget_point((point[0] + 0.5, point[1] + 0.5)).toPoint()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
        assert desk.document.label_map.label[point[1], point[0]] == 1, point
        found = view.image_point(QPointF(at))
        assert found is not None
        assert (int(found[0]), int(found[1])) == point
        app.processEvents()
        view.leaveEvent(None)  # type: ignore[arg-type]  # the brush's outline goes
        x, y = view.widget_point((point[0] + 0.3, point[1] + 0.3)).toTuple()
        colour = view.grab().toImage().pixelColor(round(x * ratio), round(y * ratio))
        assert colour.red() > colour.blue() + 60, (point, colour.getRgb())
    assert int((desk.document.label_map.label == 1).sum()) == 4
    view.detach()
    print("right")


if __name__ == "__main__":
    main(float(sys.argv[1]))
