"""What can be done to images, one or many: flag, done, note, predict, save, export. The selected ones, or the current."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from segstudio.core.numerals import grouped
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.session import Session
from segstudio.ui.action_book import ActionBook
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.commands.files import export_place
from segstudio.ui.panels.images import ImagePanel

ACTIONS_OF_IMAGES = (
    "image.flag", "image.done", "image.note", "", "image.predict", "image.save", "image.export", "", "image.select_all",
)  # fmt: skip
"""Ids for the context menu; '' is a line."""


class ImageCommands(QObject):
    """Made by the window; `handlers()` by action id."""

    def __init__(
        self, book: ActionBook, session: Session, canvas: CanvasView, images: ImagePanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._session = session
        self._canvas = canvas
        self._images = images
        self._parent = parent
        self._disconnects = [
            session.marks.changed.connect(lambda _key: self._show()),
            session.current_changed.connect(lambda _entry: self._show()),
            session.evaluation.selection.changed.connect(self._show),
        ]
        images.menu_wanted.connect(self._open_menu)

    def detach(self) -> None:
        for disconnect in self._disconnects:
            disconnect()

    def handlers(self) -> dict[str, Callable[[bool], object]]:
        """By action id."""
        session = self._session
        return {
            "image.flag": lambda on: session.marks.set_flagged(self.keys(), on),
            "image.done": lambda on: session.marks.set_done(self.keys(), on),
            "image.note": lambda _on: self.note(),
            "image.predict": lambda _on: session.predict(self.keys()),
            "image.save": lambda _on: self.save(),
            "image.export": lambda _on: self.export(),
            "image.select_all": lambda _on: self._images.select_all(),
        }

    def keys(self) -> list[str]:
        """What the commands are about: the selected images where several are, else the current one."""
        selected = self._images.list.selected_keys()
        if len(selected) > 1:
            return selected
        current: ImageEntry | None = self._session.current
        return [current.key] if current is not None else []

    def save(self) -> None:
        self._canvas.finish_gesture()
        self._session.save_images(self.keys())

    def note(self) -> None:
        keys = self.keys()
        if not keys:
            return
        from segstudio.ui.dialogs.note import NoteDialog  # only when asked for

        noted = self._by_note(keys)
        about = keys[0] if len(keys) == 1 else self.tr("{0} images").format(grouped(len(keys)))
        dialog = NoteDialog(about, list(noted), self._parent)
        if not dialog.exec() or not dialog.changed:
            return
        if len(noted) == 1:
            self._session.marks.set_note(keys, dialog.text)
            return
        for note, those in noted.items():  # each keeps its own: nobody has seen them here
            self._session.marks.set_note(those, f"{note}\n{dialog.text}".strip())

    def _by_note(self, keys: list[str]) -> dict[str, list[str]]:
        """Of each different note ('' is none) the images that have it."""
        noted: dict[str, list[str]] = {}
        for key in keys:
            noted.setdefault(self._session.marks.get(key).note, []).append(key)
        return noted

    def export(self) -> None:
        project, keys = self._session.project, self.keys()
        if project is None or not keys:
            return
        from segstudio.ui.dialogs.export import ExportDialog  # only when asked for: it knows all formats

        self._canvas.finish_gesture()
        saved = sum(project.entry(key).has_label for key in keys)
        dialog = ExportDialog(export_place(project), saved, 0, self._parent)
        if dialog.exec():
            self._session.export(dialog.format_id, dialog.path, only=frozenset(keys))

    def _show(self) -> None:
        """The ticks: set when all that is chosen has them."""
        marks = [self._session.marks.get(key) for key in self.keys()]
        self._book["image.flag"].setChecked(bool(marks) and all(mark.flagged for mark in marks))
        self._book["image.done"].setChecked(bool(marks) and all(mark.done for mark in marks))

    def menu(self) -> QMenu:
        """The context menu of what is selected."""
        menu = QMenu(self._parent)
        count = len(self.keys())
        if count > 1:
            menu.addAction(self.tr("{0} images").format(grouped(count))).setEnabled(False)
            menu.addSeparator()
        for action_id in ACTIONS_OF_IMAGES:
            if action_id:
                menu.addAction(self._book[action_id])
            else:
                menu.addSeparator()
        return menu

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()
