"""How the image is shown: brightness, contrast, gamma, and which values are black and white."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from segstudio.engine.session import Session
from segstudio.ui.canvas.rendering.toning import STRETCHES, Stretch
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.select import Select
from segstudio.ui.theme import PADDING, tabular

_TICKS = 100
_GAMMA_TICKS = 100
"""Of the slider, on either side of 1; its ends are 1/8 and 8."""
_GAMMA_END = 3.0


class DisplayPanel(QWidget):
    """Sliders over `canvas.rendering.toning`; nothing of it reaches the model, the tools or the scores."""

    def __init__(self, session: Session, canvas: CanvasView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._toning = canvas.toning
        self._filling = False
        self.brightness = self._slider(
            self.tr("Brightness"), lambda v: self._toning.set_brightness(v / _TICKS)
        )
        self.contrast = self._slider(self.tr("Contrast"), lambda v: self._toning.set_contrast(v / _TICKS))
        self.gamma = self._slider(self.tr("Gamma"), lambda v: self._toning.set_gamma(_gamma(v)))
        self._figures = {slider: QLabel(self) for slider in (self.brightness, self.contrast, self.gamma)}
        self.stretch = Select(self)
        self.stretch.setAccessibleName(self.tr("Black and white"))
        self.stretch.setToolTip(
            self.tr(
                "Which values of the image are shown black and white. 16-bit images keep all of theirs."
            )
        )
        words = {
            "none": self.tr("As in the file"),
            "auto": self.tr("Automatic"),
            "channels": self.tr("Automatic, each channel"),
            "manual": self.tr("Set by hand"),
        }
        for stretch in STRETCHES:
            self.stretch.addItem(words[stretch], stretch)
        self.stretch.activated.connect(self._choose_stretch)
        self.limits = [(self._limit(c, 0), self._limit(c, 1)) for c in range(3)]
        self._channel_names = [QLabel(self.tr(word), self) for word in ("Red", "Green", "Blue")]
        self.reset = QPushButton(self.tr("Reset"), self)
        self.reset.setToolTip(self.tr("Show the image as it is"))
        self.reset.clicked.connect(self._toning.reset)
        self.note = QLabel(
            self.tr("For the eye only: predictions and scores use the image as it is."), self
        )
        self.note.setProperty("dim", True)
        self.note.setWordWrap(True)
        self._arrange()
        self._toning.changed.connect(self._show)
        canvas.picture_changed.connect(self._show)
        self._show()

    def detach(self) -> None:
        """Stop listening to the canvas."""
        self._toning.changed.disconnect(self._show)
        self._canvas.picture_changed.disconnect(self._show)

    def _arrange(self) -> None:
        inside = QWidget()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(8)
        form = QFormLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for slider, figure in self._figures.items():
            row = QHBoxLayout()
            figure.setMinimumWidth(34)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(slider, 1)
            row.addWidget(figure)
            form.addRow(slider.accessibleName(), row)
        column.addLayout(form)
        column.addSpacing(4)
        heading = QLabel(self.tr("Black and white"), self)
        heading.setBuddy(self.stretch)
        column.addWidget(heading)
        column.addWidget(self.stretch)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, word in ((1, self.tr("Black")), (2, self.tr("White"))):
            title = QLabel(word, self)
            title.setProperty("dim", True)
            grid.addWidget(title, 0, at)
        for row_number, (name, pair) in enumerate(
            zip(self._channel_names, self.limits, strict=True), start=1
        ):
            grid.addWidget(name, row_number, 0)
            grid.addWidget(pair[0], row_number, 1)
            grid.addWidget(pair[1], row_number, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        column.addWidget(self.reset)
        column.addWidget(self.note)
        column.addStretch(1)

    def _slider(self, name: str, take: Callable[[int], None]) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(-_TICKS, _TICKS)
        slider.setPageStep(10)
        slider.setAccessibleName(name)
        slider.setToolTip(name)
        slider.setMinimumWidth(60)
        slider.valueChanged.connect(lambda value: None if self._filling else take(value))
        return slider

    def _limit(self, channel: int, end: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setKeyboardTracking(False)
        box.setFont(tabular(self.font()))
        box.lineEdit().setTextMargins(4, 0, 4, 0)
        box.setDecimals(0)
        channel_name = (self.tr("Red"), self.tr("Green"), self.tr("Blue"))[channel]
        word = (self.tr("black"), self.tr("white"))[end]
        box.setAccessibleName(f"{channel_name}: {word}")
        box.setToolTip(
            self.tr("This value and darker ones are black")
            if end == 0
            else self.tr("This value and lighter ones are white")
        )
        box.valueChanged.connect(partial(self._set_limit, channel))
        return box

    def _choose_stretch(self, row: int) -> None:
        stretch: Stretch = self.stretch.itemData(row)
        self._toning.set_stretch(stretch)

    def _set_limit(self, channel: int, _value: float) -> None:
        if self._filling:
            return
        low, high = (box.value() for box in self.limits[channel])
        bottom, top = self._units()
        span = top - bottom
        grey = self._toning.grey
        for each in range(3) if grey else (channel,):
            self._toning.set_range(each, (low - bottom) / span, (high - bottom) / span)

    def _units(self) -> tuple[float, float]:
        """What the fractions 0 and 1 stand for in the file."""
        wide = self._session.wide
        return (wide.low, wide.high) if wide is not None else (0.0, 255.0)

    def _show(self) -> None:
        self._filling = True
        adjustment = self._toning.adjustment
        self.brightness.setValue(round(adjustment.brightness * _TICKS))
        self.contrast.setValue(round(adjustment.contrast * _TICKS))
        self.gamma.setValue(_ticks(adjustment.gamma))
        self._figures[self.brightness].setText(f"{adjustment.brightness * 100:+.0f}".replace("+0", "0"))
        self._figures[self.contrast].setText(f"{adjustment.contrast * 100:+.0f}".replace("+0", "0"))
        self._figures[self.gamma].setText(f"{adjustment.gamma:.2f}")
        self.stretch.setCurrentIndex(STRETCHES.index(self._toning.stretch))
        bottom, top = self._units()
        whole = top - bottom >= 100
        grey = self._toning.grey
        self._channel_names[0].setText(self.tr("Grey") if grey else self.tr("Red"))
        for channel, ((low, high), pair) in enumerate(zip(self._toning.ranges, self.limits, strict=True)):
            for box, fraction in zip(pair, (low, high), strict=True):
                box.setDecimals(0 if whole else 3)
                box.setRange(bottom, top)
                box.setValue(bottom + fraction * (top - bottom))
                box.setVisible(channel == 0 or not grey)
            self._channel_names[channel].setVisible(channel == 0 or not grey)
        self.reset.setEnabled(not self._toning.neutral)
        self._filling = False


def _gamma(ticks: int) -> float:
    """1/8 … 8, the same steps in ratio everywhere."""
    gamma: float = 2.0 ** (ticks / _GAMMA_TICKS * _GAMMA_END)
    return gamma


def _ticks(gamma: float) -> int:
    return round(math.log2(gamma) / _GAMMA_END * _GAMMA_TICKS)
