"""Editing the classes of a project: a draft until 'Apply'."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from segstudio.core import class_edits
from segstudio.core.classes import ClassTable
from segstudio.core.errors import UserError
from segstudio.core.presets import PRESETS, read_class_file, write_class_file
from segstudio.engine.desks.class_desk import ClassDesk
from segstudio.ui.controls.filter_field import FilterField
from segstudio.ui.dialogs.class_editor.chooser import ask_merge
from segstudio.ui.dialogs.class_editor.draft import ClassDraft
from segstudio.ui.dialogs.class_editor.leftovers import Leftovers
from segstudio.ui.dialogs.class_editor.table_model import ID, IMAGES, NAME, PIXELS, ClassTableModel
from segstudio.ui.dialogs.discard import confirm_discard_draft
from segstudio.ui.dialogs.paths import ask_file, ask_save_file
from segstudio.ui.dialogs.tab_order import tab_in_reading_order
from segstudio.ui.icons import BESIDE_WORDS, icon
from segstudio.ui.languages import spoken
from segstudio.ui.theme import GRID, ROW, tabular

COMPACT = 2
"""Result of the dialog besides Accepted and Rejected: the labels shall be rewritten."""


class ClassEditor(QDialog):
    """`table` is the draft; whoever opened it applies it when the dialog is accepted, and compacts when it ends with
    `COMPACT`."""

    def __init__(self, table: ClassTable, desk: ClassDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Classes"))
        self.resize(720, 680)
        self._desk = desk
        self._draft = ClassDraft(table, self)
        self._model = ClassTableModel(self._draft)
        self._chosen = table.classes[0].id
        self._in_table = False
        self._fresh = QTimer(self, singleShot=True, interval=0)
        """While it runs, a problem came with the very click that chooses another class, and stays to be read."""
        self._build()
        self._draft.changed.connect(self._show)
        self._draft.refused.connect(self._refuse)
        self._forget = desk.counted.connect(self._counted)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._draft.undo)
        self._counted()
        self._show()
        self.select(self._chosen)
        self.view.setFocus()
        desk.count()

    @property
    def table(self) -> ClassTable:
        return self._draft.table

    @property
    def steps(self) -> tuple[ClassTable, ...]:
        """The tables that led to `table`."""
        return self._draft.steps

    @property
    def class_id(self) -> int | None:
        """The class that is chosen."""
        row = self.view.currentIndex().row()
        return self._model.rows[row].id if 0 <= row < len(self._model.rows) else None

    def select(self, class_id: int) -> None:
        row = self._model.row_of(class_id)
        if row >= 0:
            self.view.setCurrentIndex(self._model.index(row, NAME))

    def reject(self) -> None:
        """Escape, Cancel or closing: asked about when something would be lost."""
        if self._draft.can_undo and not confirm_discard_draft(
            self.tr("Discard the changes of the classes?"), self
        ):
            return
        super().reject()

    def done(self, result: int) -> None:
        self._forget()
        super().done(result)

    # What can be done

    def add_class(self) -> None:
        """A class with a name to be typed over."""
        taken = {c.name.casefold() for c in self.table.classes} | {self.table.ignore_name.casefold()}
        name = self.tr("New class")
        number = 2
        while name.casefold() in taken:
            name, number = f"{self.tr('New class')} {number}", number + 1
        self.search.clear()
        if self._edit(lambda table: class_edits.added(table, name)):
            self.select(self.table.classes[-1].id)
            self.view.edit(self.view.currentIndex())

    def set_colour(self) -> None:
        class_id = self.class_id
        if class_id is None:
            return
        present = QColor(*self.table.colour_of(class_id))
        chosen = QColorDialog.getColor(
            present, self, self.tr("Colour of {0}").format(self.table.name_of(class_id))
        )
        if chosen.isValid():
            self.recolour(class_id, chosen)

    def recolour(self, class_id: int, colour: QColor) -> None:
        rgb = colour.red(), colour.green(), colour.blue()
        self._edit(lambda table: class_edits.recoloured(table, class_id, rgb))

    def shift(self, by: int) -> None:
        """The chosen class up (-1) or down (1)."""
        class_id = self.class_id
        if class_id is not None:
            row = [c.id for c in self.table.classes].index(class_id)
            self._edit(lambda table: class_edits.moved(table, class_id, max(0, row + by)))

    def merge(self, into: int) -> None:
        """The chosen class counts as another from now on."""
        class_id = self.class_id
        if class_id is not None and self._edit(lambda table: class_edits.merged(table, class_id, into)):
            self.select(into)

    def delete(self) -> None:
        """The chosen class's pixels count as void from now on; one that no label holds is simply gone."""
        class_id = self.class_id
        if class_id is None:
            return
        row = self.view.currentIndex().row()
        if self._edit(lambda table: class_edits.deleted(table, class_id)):
            row = min(row, len(self._model.rows) - 1)
            self.view.setCurrentIndex(self._model.index(row, NAME))

    def use_preset(self, name: str) -> None:
        self._edit(lambda _table: PRESETS[name])

    def import_table(self) -> None:
        path = ask_file(self, self.tr("Import a class table"), self.tr("Class tables (*.txt *.tsv)"))
        if path is not None:
            self._edit(lambda _table: read_class_file(path))

    def export_table(self) -> None:
        path = ask_save_file(
            self, self.tr("Export the class table"), "classes.txt", self.tr("Class tables (*.txt)")
        )
        if path is not None:
            try:
                write_class_file(path, self.table)
            except UserError as error:
                self._refuse(str(error))

    # Assembly

    def _build(self) -> None:
        heading = QLabel(self.tr("Classes"), self)
        heading.setProperty("heading", True)
        sentence = QLabel(
            self.tr(
                "Names, colours, order and merging change no label file: ids are the values in the files, and merged "
                "classes can be restored."
            ),
            self,
        )
        sentence.setProperty("dim", True)
        sentence.setWordWrap(True)
        self.search = FilterField(self.tr("Find a class"), self)
        self.search.textChanged.connect(self._model.set_filter)
        self.view = self._table_view()
        self.leftovers = Leftovers(self._draft, self)
        self.problem = self._problem_label()
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.search, 1)
        head.addWidget(self._tables_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (heading, sentence):
            column.addWidget(part)
        column.addSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(self._row_buttons())
        column.addWidget(self.leftovers)
        column.addWidget(self.problem)
        column.addSpacing(GRID)
        column.addLayout(self._foot())
        tab_in_reading_order(self)

    def _problem_label(self) -> QLabel:
        """Its line is kept free: what is clicked next must not move away when it comes."""
        label = QLabel(self)
        label.setProperty("bad", True)
        label.setWordWrap(True)
        label.setAccessibleName(self.tr("What was not possible"))
        label.setMinimumHeight(label.fontMetrics().height())
        room = label.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        label.setSizePolicy(room)
        label.hide()
        return label

    def _table_view(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self._model)
        view.setObjectName("padded")
        view.setAccessibleName(self.tr("Classes"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setFont(tabular(QFont(view.font())))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for section, width in ((ID, 56), (IMAGES, 88), (PIXELS, 128)):
            view.horizontalHeader().resizeSection(section, width)
        view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self._model.modelAboutToBeReset.connect(self._keep_focus)
        self._model.modelReset.connect(self._keep_choice)
        return view

    def _row_buttons(self) -> QHBoxLayout:
        self.add = self._button(self.tr("Add"), "mdi6.plus", self.tr("Add a class"), self.add_class)
        self.colour = self._button(
            self.tr("Colour…"), "mdi6.palette-outline", self.tr("Choose its colour"), self.set_colour
        )
        self.up = self._button("", "mdi6.arrow-up", self.tr("Move up (Alt+Up)"), lambda: self.shift(-1))
        self.down = self._button(
            "", "mdi6.arrow-down", self.tr("Move down (Alt+Down)"), lambda: self.shift(1)
        )
        self.merge_into = self._button(
            self.tr("Merge into…"),
            "mdi6.call-merge",
            self.tr("Let it count as another class"),
            self._ask_merge,
        )
        self.remove = self._button(
            self.tr("Delete"),
            "mdi6.trash-can-outline",
            self.tr("Let its pixels count as void (Delete)"),
            self.delete,
        )
        for keys, work in (
            ("Alt+Up", lambda: self.shift(-1)),
            ("Alt+Down", lambda: self.shift(1)),
            ("Delete", self.delete),
        ):
            QShortcut(QKeySequence(keys), self.view, work, context=Qt.ShortcutContext.WidgetShortcut)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.add)
        row.addStretch(1)
        for button in (self.up, self.down, self.colour, self.merge_into, self.remove):
            row.addWidget(button)
        return row

    def _button(self, text: str, sign: str, tip: str, work: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign))
        button.setText(text)
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(BESIDE_WORDS)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on: work())
        return button

    def _tables_button(self) -> QPushButton:
        self.tables = QMenu(self)
        for name, table in PRESETS.items():
            title = self.tr("{0}: {1} classes").format(name, len(table))
            self.tables.addAction(title, partial(self.use_preset, name))
        self.tables.addSeparator()
        self.tables.addAction(self.tr("Import…"), self.import_table)
        self.tables.addAction(self.tr("Export…"), self.export_table)
        button = QPushButton(self.tr("Tables"), self)
        button.setToolTip(self.tr("Use the classes of a known data set, or of a file"))
        button.setAutoDefault(False)
        button.setMenu(self.tables)
        return button

    def _foot(self) -> QHBoxLayout:
        self.compact = QPushButton(self.tr("Rewrite labels…"), self)
        self.compact.setToolTip(
            self.tr("Write merged classes into the label files, and number the classes anew if you like")
        )
        self.compact.clicked.connect(lambda: self.done(COMPACT))
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setToolTip(self.tr("Take the last change here back (Ctrl+Z)"))
        self.undo.clicked.connect(self._draft.undo)
        self.apply = QPushButton(self.tr("Apply"), self)
        self.apply.setProperty("primary", True)
        self.apply.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for button in (self.compact, self.undo, cancel, self.apply):
            button.setAutoDefault(False)
        foot.addWidget(self.compact)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.apply)
        return foot

    # What is shown

    def _edit(self, change: Callable[[ClassTable], ClassTable]) -> bool:
        return self._draft.edit(change)

    def _keep_focus(self) -> None:
        """Rows are made anew: a name that is typed in one of them goes, and the focus that it had."""
        self._in_table = self.view.isAncestorOf(self.focusWidget() or self)

    def _keep_choice(self) -> None:
        """The rows were made anew."""
        self.select(self._chosen)
        if self._in_table:
            self.view.setFocus()
        self._show_buttons()

    def _choose(self) -> None:
        class_id = self.class_id
        if not self._fresh.isActive():
            self.problem.hide()
        if class_id is not None:
            self._chosen = class_id
        self._show_buttons()

    def _show(self) -> None:
        self.problem.hide()
        self.undo.setEnabled(self._draft.can_undo)
        self.apply.setEnabled(self._draft.can_undo)
        self._show_buttons()

    def _show_buttons(self) -> None:
        class_id, table = self.class_id, self.table
        for button in (self.colour, self.up, self.down):
            button.setEnabled(class_id is not None)
        for button in (self.merge_into, self.remove):
            button.setEnabled(class_id is not None and len(table.classes) > 1)

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(spoken(sentence))
        self.problem.show()
        self._fresh.start()

    def _counted(self) -> None:
        self._model.set_use(self._desk.use)
        self.leftovers.set_unknown(self._desk.unknown)

    def _ask_merge(self) -> None:
        class_id = self.class_id
        into = ask_merge(self.table, class_id, self) if class_id is not None else None
        if into is not None:
            self.merge(into)
