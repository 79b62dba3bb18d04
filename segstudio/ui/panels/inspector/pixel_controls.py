"""Which pixel is explained, and what of it is drawn over the image."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from segstudio.ui.icons import icon


class PixelControls(QWidget):
    """A pin with the pixel's column and row, and a switch for each overlay."""

    pin_changed = Signal(bool)
    place_typed = Signal(int, int)
    overlays_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pin = self._switch(self.tr("Pin"), "mdi6.pin-outline")
        self.pin.setAccessibleName(self.tr("Pin the pixel"))
        self.pin.toggled.connect(self.pin_changed)
        self.column = self._number("x ", self.tr("Column of the pixel"))
        self.row = self._number("y ", self.tr("Row of the pixel"))
        self.influence = self._switch(self.tr("What decided"), "mdi6.blur-radial")
        self.influence.setToolTip(
            self.tr("Draw which pixels of the image decided the label: the brighter, the more")
        )
        self.structure = self._switch(self.tr("Taps"), "mdi6.dots-grid")
        for switch in (self.influence, self.structure):
            switch.setChecked(True)
            switch.toggled.connect(lambda _on: self.overlays_changed.emit())
        self._lay_out()

    def set_pin_tip(self, keys: str) -> None:
        """`keys`: what pins it from the keyboard."""
        words = self.tr("Go on explaining this pixel while the pointer moves away")
        self.pin.setToolTip(f"{words} ({keys})" if keys else words)

    def set_image_size(self, height: int, width: int) -> None:
        """The numbers stay inside the image."""
        for box, length in ((self.column, width), (self.row, height)):
            box.blockSignals(True)
            box.setMaximum(max(length - 1, 0))
            box.blockSignals(False)

    def show_place(self, x: int, y: int) -> None:
        for box, value in ((self.column, x), (self.row, y)):
            if box.value() != value and not box.hasFocus():
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)

    def name_structure(self, words: str, tip: str, *, there: bool) -> None:
        """'Taps' of ASPP or 'Bins' of SPP; away for a model with neither."""
        self.structure.setVisible(there)
        self.structure.setText(words)
        self.structure.setToolTip(tip)
        self.structure.setAccessibleName(words)

    def _switch(self, words: str, glyph: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setText(words)
        button.setAccessibleName(words)
        button.setIcon(icon(glyph))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _number(self, prefix: str, name: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setPrefix(prefix)
        box.setMaximum(0)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setKeyboardTracking(False)
        box.setMinimumWidth(68)
        box.lineEdit().setTextMargins(8, 0, 8, 0)
        box.valueChanged.connect(
            lambda _value: self.place_typed.emit(self.column.value(), self.row.value())
        )
        return box

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.pin)
        first.addStretch(1)
        first.addWidget(self.column)
        first.addWidget(self.row)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.influence)
        second.addWidget(self.structure)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
