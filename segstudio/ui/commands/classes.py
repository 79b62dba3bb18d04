"""Commands about the project's classes: the editor, quick edits from the class panel, rewriting the labels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QDialog, QInputDialog, QMenu, QWidget

from segstudio.core import class_edits
from segstudio.core.classes import ClassTable
from segstudio.core.errors import UserError
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.dialogs.form import FormDialog


class ClassCommands(QObject):
    """Asks with dialogs over `parent` and hands what was decided to `session.classes`."""

    def __init__(self, session: Session, canvas: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._parent = parent

    def handlers(self) -> dict[str, Callable[[bool], object]]:
        """By action id."""
        return {"edit.classes": lambda _on: self.edit_classes()}

    def edit_classes(self, class_id: int | None = None) -> None:
        """Open the editor, on a class."""
        from segstudio.ui.dialogs.class_editor import dialog as editor  # only when asked for

        table = self._session.table
        if table is None or self._session.classes.busy:
            return
        self._canvas.finish_gesture()
        dialog = editor.ClassEditor(table, self._session.classes, self._parent)
        if class_id is not None:
            dialog.select(class_id)
        answer = dialog.exec()
        if answer in {QDialog.DialogCode.Accepted, editor.COMPACT}:
            self._session.classes.apply(dialog.table, dialog.steps)
        if answer == editor.COMPACT:
            self.compact()

    def compact(self) -> None:
        """Ask, then rewrite all labels."""
        table = self._session.table
        if table is None:
            return
        sentence = self.tr(
            "Every saved label is written anew. Merged and deleted classes cannot be restored afterwards. Should the "
            "work be interrupted, it is finished when the folder is opened again."
        )
        dialog = FormDialog(self.tr("Rewrite the labels?"), sentence, self.tr("Rewrite"), self._parent)
        renumber = QCheckBox(self.tr("Also number the classes 0, 1, 2 … in their order"), dialog)
        dialog.rows.addRow(renumber)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._try(lambda: self._session.classes.compact(renumber=renumber.isChecked()))

    def fill_menu(self, menu: QMenu, class_id: int | None) -> None:
        """Quick edits of one class, and the editor."""
        table = self._session.table
        if table is None:
            return
        menu.addSeparator()
        if class_id is not None and class_id in table:
            menu.addAction(self.tr("Rename…"), lambda: self.rename(class_id))
            menu.addAction(self.tr("Colour…"), lambda: self.recolour(class_id))
            merging = menu.addAction(self.tr("Merge into…"), lambda: self.ask_merge(class_id))
            merging.setEnabled(len(table.classes) > 1)
        menu.addAction(self.tr("Edit classes…"), lambda: self.edit_classes(class_id))

    def rename(self, class_id: int) -> None:
        table = self._session.table
        if table is None:
            return
        name, fine = QInputDialog.getText(
            self._parent, self.tr("Rename"), self.tr("Name of the class"), text=table.name_of(class_id)
        )
        if fine:
            self._apply(lambda t: class_edits.renamed(t, class_id, name))

    def recolour(self, class_id: int) -> None:
        table = self._session.table
        if table is None:
            return
        title = self.tr("Colour of {0}").format(table.name_of(class_id))
        chosen = QColorDialog.getColor(QColor(*table.colour_of(class_id)), self._parent, title)
        if chosen.isValid():
            rgb = chosen.red(), chosen.green(), chosen.blue()
            self._apply(lambda t: class_edits.recoloured(t, class_id, rgb))

    def ask_merge(self, class_id: int) -> None:
        from segstudio.ui.dialogs.class_editor.chooser import ask_merge  # only when asked for

        table = self._session.table
        into = ask_merge(table, class_id, self._parent) if table is not None else None
        if into is not None:
            self.merge(class_id, into)

    def merge(self, class_id: int, into: int) -> None:
        """One class counts as another; the editor restores it."""
        self._canvas.finish_gesture()
        self._apply(lambda t: class_edits.merged(t, class_id, into))

    def _apply(self, change: Callable[[ClassTable], ClassTable]) -> None:
        table = self._session.table
        if table is not None:
            self._try(lambda: self._session.classes.apply(change(table)))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except UserError as error:
            self._session.message.emit(Message(Level.ERROR, str(error)))
