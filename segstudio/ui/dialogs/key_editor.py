"""Choosing other keys: a list of all actions, a field that takes keys, and who has them already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from segstudio.ui.action_book import action_text
from segstudio.ui.actions import ACTIONS, SPECS, ActionSpec
from segstudio.ui.controls.filter_field import FilterField
from segstudio.ui.dialogs.discard import confirm_discard_draft
from segstudio.ui.dialogs.tab_order import tab_in_reading_order
from segstudio.ui.key_bindings import KeyBindings, Keys, canvas_user, native, normal, users
from segstudio.ui.theme import GRID, ROW, tokens

_ID = int(Qt.ItemDataRole.UserRole)


class KeyEditor(QDialog):
    """A draft of all bindings until 'Apply'. A key that is given to one action is taken from whoever had it."""

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change keys"))
        self.resize(680, 640)
        self._bindings = bindings
        self._draft: dict[str, Keys] = bindings.all()
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._build()
        self._fill()
        self._show()

    def accept(self) -> None:
        self._bindings.replace(self._draft)
        super().accept()

    def reject(self) -> None:
        """Escape, Cancel or closing: asked about when something would be lost."""
        changed = self._draft != self._bindings.all()
        if not changed or confirm_discard_draft(self.tr("Discard the changes of the keys?"), self):
            super().reject()

    @property
    def action_id(self) -> str | None:
        """The action that is chosen."""
        item = self.list.currentItem()
        found = item.data(0, _ID) if item is not None else None
        return str(found) if found else None

    def choose(self, action_id: str) -> None:
        self.list.setCurrentItem(self._rows[action_id])

    def keys(self, action_id: str) -> Keys:
        """What the draft says."""
        return self._draft[action_id]

    def give(self) -> None:
        """Add the keys in the field to the chosen action, and take them from others."""
        action_id, key = self.action_id, self._typed()
        if action_id is None or not key:
            return
        for other in users(self._draft, key):
            if other != action_id:
                self._set(other, tuple(k for k in self._draft[other] if not users({"": (k,)}, key)))
        self._set(action_id, normal((*self._draft[action_id], key)))
        self.field.clear()
        self._show()

    def clear_keys(self) -> None:
        """The chosen action has no keys."""
        self._change_chosen(lambda spec: ())

    def reset(self) -> None:
        """The chosen action has the keys of the table; whoever got them meanwhile loses them."""
        action_id = self.action_id
        if action_id is None:
            return
        for key in normal(SPECS[action_id].shortcuts):
            for other in users(self._draft, key):
                if other != action_id:
                    self._set(other, tuple(k for k in self._draft[other] if not users({"": (k,)}, key)))
        self._change_chosen(lambda spec: normal(spec.shortcuts))

    def reset_all(self) -> None:
        for spec in ACTIONS:
            self._set(spec.id, normal(spec.shortcuts))
        self._show()

    # Inside

    def _change_chosen(self, keys: Callable[[ActionSpec], Keys]) -> None:
        action_id = self.action_id
        if action_id is not None:
            self._set(action_id, keys(SPECS[action_id]))
            self._show()

    def _set(self, action_id: str, keys: Keys) -> None:
        self._draft[action_id] = keys
        self._rows[action_id].setText(1, native(keys))
        font = self.list.font()
        font.setBold(keys != normal(SPECS[action_id].shortcuts))
        self._rows[action_id].setFont(1, font)

    def _typed(self) -> str:
        """What stands in the field, or ''."""
        return self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _show(self) -> None:
        action_id, key = self.action_id, self._typed()
        self.give_button.setEnabled(action_id is not None and bool(key))
        self.clear_button.setEnabled(action_id is not None and bool(self._draft[action_id]))
        self.reset_button.setEnabled(
            action_id is not None and self._draft[action_id] != normal(SPECS[action_id].shortcuts)
        )
        others = [i for i in users(self._draft, key) if i != action_id] if key else []
        words = ""
        if others:
            names = ", ".join(action_text(SPECS[i].title).rstrip("…") for i in others)
            words = self.tr("{0} belongs to: {1}. It is taken from there.").format(native((key,)), names)
        elif key and (owner := canvas_user(key)) is not None:
            words = (
                self.tr("The canvas keeps {0} while a tool is at work: {1}.")
                if owner.at_work
                else self.tr("{0} does something by itself: {1}. It is taken from there.")
            ).format(native((key,)), action_text(owner.words))
        self.conflict.setText(words)

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for spec in ACTIONS:
            name = _group(spec)
            if name not in groups:
                groups[name] = QTreeWidgetItem(self.list, [action_text(name)])
                groups[name].setFlags(Qt.ItemFlag.ItemIsEnabled)
                groups[name].setForeground(0, tokens().colour("dim"))
                groups[name].setSizeHint(0, QSize(0, ROW + GRID // 2))
            row = QTreeWidgetItem(groups[name], [action_text(spec.title).rstrip("…")])
            row.setData(0, _ID, spec.id)
            row.setSizeHint(0, QSize(0, ROW - 4))
            row.setToolTip(0, action_text(spec.help))
            self._rows[spec.id] = row
            self._set(spec.id, self._draft[spec.id])
        self.list.expandAll()
        self.list.setCurrentItem(self._rows[ACTIONS[0].id])

    def _filter(self, text: str) -> None:
        """Show what fits; what is chosen is among it, for its keys are changed."""
        wanted = text.strip().casefold()
        for at in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(at)
            if group is None:
                continue
            shown = 0
            for row in (group.child(n) for n in range(group.childCount())):
                assert row is not None
                fits = wanted in row.text(0).casefold() or wanted in row.text(1).casefold()
                row.setHidden(not fits)
                shown += fits
            group.setHidden(not shown)
        chosen = self.list.currentItem()
        if chosen is None or chosen.isHidden():
            self.list.setCurrentIndex(QModelIndex())
            for first in [row for row in self._rows.values() if not row.isHidden()][:1]:
                self.list.setCurrentItem(first)
        elif not text:
            self.list.scrollToItem(chosen)

    def _build(self) -> None:
        heading = QLabel(self.tr("Change keys"), self)
        heading.setProperty("heading", True)
        self.search = FilterField(self.tr("Find an action or a key"), self)
        self.search.textChanged.connect(self._filter)
        self.list = self._action_list()
        self.conflict = QLabel(self)
        self.conflict.setWordWrap(True)
        self.conflict.setMinimumHeight(2 * self.conflict.fontMetrics().height())
        self.conflict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.conflict.setAccessibleName(self.tr("Who has these keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(heading)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(self._field_row())
        column.addWidget(self.conflict)
        column.addLayout(self._foot())
        tab_in_reading_order(self)

    def _action_list(self) -> QTreeWidget:
        view = QTreeWidget(self)
        view.setAccessibleName(self.tr("Actions and their keys"))
        view.setColumnCount(2)
        view.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().resizeSection(1, 200)
        view.header().setStretchLastSection(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setRootIsDecorated(False)
        view.setIndentation(2 * GRID)
        view.currentItemChanged.connect(lambda *_: self._show())
        return view

    def _field_row(self) -> QHBoxLayout:
        self.field = QKeySequenceEdit(self)
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(self.tr("New keys for the chosen action"))
        self.field.keySequenceChanged.connect(lambda _keys: self._show())
        self.give_button = self._button(self.tr("Add"), self.give)
        self.clear_button = self._button(self.tr("Clear"), self.clear_keys)
        self.reset_button = self._button(self.tr("Reset"), self.reset)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(QLabel(self.tr("Press the new keys:"), self))
        row.addWidget(self.field, 1)
        for button in (self.give_button, self.clear_button, self.reset_button):
            row.addWidget(button)
        return row

    def _foot(self) -> QHBoxLayout:
        apply = self._button(self.tr("Apply"), self.accept)
        apply.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._button(self.tr("Reset all"), self.reset_all))
        row.addStretch(1)
        row.addWidget(self._button(self.tr("Cancel"), self.reject))
        row.addWidget(apply)
        return row

    def _button(self, text: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on: work())
        return button


def _group(spec: ActionSpec) -> str:
    return spec.menu or ("Classes" if spec.id.startswith("class.") else "Other")
