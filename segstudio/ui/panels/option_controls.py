"""Controls made from the rows of the table of options: number, choice or flag."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from segstudio.labels.options import ToolOption, Value
from segstudio.ui.controls.check import Check
from segstudio.ui.controls.folding_row import RowItem
from segstudio.ui.controls.number_field import NumberField
from segstudio.ui.controls.segmented import Choice, Segmented
from segstudio.ui.controls.select import Select

_MODE_ICONS: Mapping[str, str] = {
    "paint": "mdi6.brush",
    "erase": "mdi6.eraser",
    "restore": "mdi6.backup-restore",
    "confirm": "mdi6.check-decagram-outline",
    "select": "mdi6.selection",
}
_SHORT = 22
"""Choices of together so many letters stand side by side; longer ones in a list."""


@dataclass(frozen=True)
class OptionControl:
    """`show(value)` is silent: nothing is told back."""

    key: str
    item: RowItem
    show: Callable[[Value], None]


def option_control(
    option: ToolOption, set_value: Callable[[Value], None], parent: QWidget
) -> OptionControl:
    """The control of one option; `set_value` is called when a person changes it."""
    if option.kind == "flag":
        return _flag(option, set_value, parent)
    if option.kind == "number":
        return _number(option, set_value, parent)
    if option.key == "mode":
        return _modes(option, set_value, parent)
    return _choice(option, set_value, parent)


def _flag(option: ToolOption, set_value: Callable[[Value], None], parent: QWidget) -> OptionControl:
    box = Check(_tr(option.title), parent)
    box.setToolTip(_tr(option.help))
    box.toggled.connect(set_value)

    def show(value: Value) -> None:
        box.blockSignals(True)
        box.setChecked(bool(value))
        box.blockSignals(False)

    return OptionControl(option.key, RowItem(box), show)


def _number(option: ToolOption, set_value: Callable[[Value], None], parent: QWidget) -> OptionControl:
    field = NumberField(
        _tr(option.title), option.minimum, option.maximum, step=option.step, unit=_tr(option.unit) if option.unit else "",
        tip=_tr(option.help), parent=parent,
    )  # fmt: skip
    field.changed.connect(set_value)
    return OptionControl(
        option.key,
        RowItem(field, _tr(option.title), tighten=field.tighten),
        lambda value: field.set_value(float(value)),
    )


def _modes(option: ToolOption, set_value: Callable[[Value], None], parent: QWidget) -> OptionControl:
    choices = [Choice(value, _tr(title), "", _MODE_ICONS[value]) for value, title in option.choices]
    row = Segmented(choices, _tr(option.help).rstrip("."), parent)
    row.chosen.connect(set_value)
    return OptionControl(option.key, RowItem(row), lambda value: row.set_value(str(value)))


def _choice(option: ToolOption, set_value: Callable[[Value], None], parent: QWidget) -> OptionControl:
    title, helps = _tr(option.title), _tr(option.help)
    choices = [(value, _tr(word)) for value, word in option.choices]
    if sum(len(word) for _, word in choices) <= _SHORT:
        row = Segmented([Choice(value, word, helps) for value, word in choices], title, parent)
        row.chosen.connect(set_value)
        return OptionControl(option.key, RowItem(row, title), lambda value: row.set_value(str(value)))
    box = Select(parent)
    box.setAccessibleName(title)
    box.setToolTip(helps)
    for value, word in choices:
        box.addItem(word, value)
    box.activated.connect(lambda index: set_value(box.itemData(index)))
    return OptionControl(
        option.key, RowItem(box, title), lambda value: box.setCurrentIndex(box.findData(value))
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ToolOptions", text)
