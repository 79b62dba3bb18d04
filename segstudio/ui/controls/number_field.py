"""A number with a unit: a spin box, and a slider beside it where the range can be overseen."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

from segstudio.ui.theme import GRID, tabular

_MOST_STEPS = 400
_SLIDER = 80
_MARGIN = 6


class NumberField(QWidget):
    """`changed` is emitted only when a person changes it, `set_value` is silent."""

    changed = Signal(float)

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        *,
        step: float = 1.0,
        unit: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`name`: for screen readers."""
        super().__init__(parent)
        self._low, self._step = low, step
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self.slider: QSlider | None = None
        steps = round((high - low) / step)
        if steps <= _MOST_STEPS:
            self.slider = QSlider(Qt.Orientation.Horizontal, self)
            self.slider.setRange(0, steps)
            self.slider.setFixedWidth(_SLIDER)
            self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.slider.setAccessibleName(name)
            self.slider.setToolTip(tip)
            self.slider.valueChanged.connect(self._slid)
            row.addWidget(self.slider)
        self.number = QDoubleSpinBox(self)
        self.number.setDecimals(max(0, math.ceil(-math.log10(step) - 1e-9)))
        self.number.setRange(low, high)
        self.number.setSingleStep(step)
        self.number.setSuffix(f" {unit}" if unit else "")
        self.number.setFont(tabular(self.font()))
        self.number.setAccessibleName(name)
        self.number.setToolTip(tip)
        self.number.setKeyboardTracking(False)
        self.number.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        widest = max(
            (f"{v:.{self.number.decimals()}f}{self.number.suffix()}" for v in (low, high)), key=len
        )
        self.number.setFixedWidth(max(self.fontMetrics().horizontalAdvance(widest) + 34, 58))
        self.number.valueChanged.connect(self._typed)
        row.addWidget(self.number)
        self.setFocusProxy(self.number)

    @property
    def value(self) -> float:
        return self.number.value()

    def set_value(self, value: float) -> None:
        for widget in (self.number, self.slider):
            if widget is not None:
                widget.blockSignals(True)
        self.number.setValue(value)
        if self.slider is not None:
            self.slider.setValue(round((value - self._low) / self._step))
            self.slider.blockSignals(False)
        self.number.blockSignals(False)

    def tighten(self, tight: bool) -> None:
        """Without the slider, where room is scarce."""
        if self.slider is not None:
            self.slider.setVisible(not tight)

    def _slid(self, steps: int) -> None:
        self.set_value(self._low + steps * self._step)
        self.changed.emit(self.value)

    def _typed(self, value: float) -> None:
        self.set_value(value)
        self.changed.emit(value)
