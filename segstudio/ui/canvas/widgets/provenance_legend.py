"""What the colours of the provenance layer mean, at the corner of the canvas while it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from segstudio.core.provenance import CONFIRMED, HUMAN, MODEL
from segstudio.ui.canvas.rendering.provenance_look import COLOURS
from segstudio.ui.canvas.surface import CanvasSurface
from segstudio.ui.controls.swatch import Swatch
from segstudio.ui.theme import GRID

_MARGIN = 12


class ProvenanceLegend(QFrame):
    """Shows itself with the layer."""

    def __init__(self, canvas: CanvasSurface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setObjectName("floating")
        self.setAccessibleName(self.tr("Who said what: model, painted, confirmed"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(GRID)
        for code, word in (
            (MODEL, self.tr("Model")),
            (HUMAN, self.tr("Painted")),
            (CONFIRMED, self.tr("Confirmed")),
        ):
            if row.count():
                row.addSpacing(GRID)
            row.addWidget(Swatch(QColor(*COLOURS[code]), self))
            row.addWidget(QLabel(word, self))
        self.hide()
        canvas.installEventFilter(self)
        canvas.layer_changed.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _follow(self, layer: str) -> None:
        self.setVisible(layer == "provenance")
        if layer == "provenance":
            self._place()

    def _place(self) -> None:
        self.adjustSize()
        ground: QWidget = self._canvas
        self.move(_MARGIN, ground.height() - self.height() - _MARGIN)
        self.raise_()
