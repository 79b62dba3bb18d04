"""A row of choices of which one is taken: quieter than a combo box, and every choice is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from segstudio.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: a word or an icon (never neither), and its tooltip."""

    value: str
    text: str
    tooltip: str = ""
    icon: str = ""


class Segmented(QFrame):
    """`chosen` is emitted only when a person chooses, `set_value` is silent."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], name: str, parent: QWidget | None = None) -> None:
        """`name`: what is chosen, for screen readers."""
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for choice in choices:
            button = QToolButton(self)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setToolTip(choice.tooltip or choice.text)
            button.setAccessibleName(choice.text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if choice.icon:
                button.setIcon(icon(choice.icon))
                button.setIconSize(QSize(16, 16))
            else:
                button.setText(choice.text)
                button.ensurePolished()
                button.setMinimumWidth(button.sizeHint().width())  # else a narrow window leaves three dots
            button.clicked.connect(lambda _on=False, value=choice.value: self.chosen.emit(value))
            self._group.addButton(button)
            self._buttons[choice.value] = button
            row.addWidget(button)

    @property
    def value(self) -> str:
        """The chosen value, '' before the first."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without a signal. Raises KeyError for a value that is none of the choices."""
        self._buttons[value].setChecked(True)

    def show_value(self, value: str) -> None:
        """Choose without a signal; none of the choices is taken when `value` is none of them."""
        self._group.setExclusive(False)
        for own, button in self._buttons.items():
            button.setChecked(own == value)
        self._group.setExclusive(True)

    def button(self, value: str) -> QToolButton:
        return self._buttons[value]
