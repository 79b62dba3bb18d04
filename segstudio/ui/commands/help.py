"""Finding one's way: the command palette, the list of keys, other keys, about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from segstudio.engine.session import Session
from segstudio.ui.action_book import ActionBook, action_text
from segstudio.ui.actions import ACTIONS
from segstudio.ui.dialogs.command_palette import CommandPalette, Entry, likely
from segstudio.ui.key_bindings import native
from segstudio.ui.tool_state import ToolState

_PALETTE = "help.palette"


class HelpCommands(QObject):
    """Opens what helps over `window`."""

    def __init__(self, book: ActionBook, session: Session, tools: ToolState, window: QWidget) -> None:
        super().__init__(window)
        self._book = book
        self._session = session
        self._tools = tools
        self._window = window
        self.looks: Callable[[], list[tuple[str, QAction]]] = list
        """What the model menu says of how the model looks at images: title and action."""

    def handlers(self) -> dict[str, Callable[[bool], object]]:
        """By action id."""
        return {
            _PALETTE: lambda _on: self.open_palette(),
            "help.shortcuts": lambda _on: self._list_keys(),
            "help.keys": lambda _on: self._change_keys(),
            "help.about": lambda _on: self._about(),
        }

    def open_palette(self) -> CommandPalette:
        palette = CommandPalette(list(self._entries()), self._window, self._images)
        palette.popup()
        return palette

    def _entries(self) -> Iterator[Entry]:
        """What can be done now: actions that are enabled, how the model looks at images, then classes."""
        for spec in ACTIONS:
            action = self._book[spec.id]
            if action.isEnabled() and spec.menu and spec.scope == "window" and spec.id != _PALETTE:
                keys = native(self._book.bindings.keys(spec.id)[:1])
                yield Entry(
                    action_text(spec.title).rstrip("…"), action_text(spec.menu), keys, action.trigger
                )
        yield from (
            Entry(title, action_text("Model"), "", action.trigger) for title, action in self.looks()
        )
        table = self._session.table
        if table is None:
            return
        for number, found in enumerate(table.classes, 1):
            keys = native(self._book.bindings.keys(f"class.{number}")[:1]) if number < 20 else ""
            yield Entry(found.name, self.tr("Class"), keys, partial(self._tools.set_class, found.id))

    def _images(self, query: str) -> list[Entry]:
        project = self._session.project
        if project is None:
            return []
        keys = likely([entry.key for entry in project.images], query)
        return [Entry(key, self.tr("Image"), "", partial(self._session.go_to, key)) for key in keys]

    def _list_keys(self) -> None:
        from segstudio.ui.dialogs.shortcuts import ShortcutsDialog  # only when asked for

        dialog = ShortcutsDialog(self._book.bindings, self._window)
        if dialog.exec() == ShortcutsDialog.CHANGE:
            self._change_keys()

    def _change_keys(self) -> None:
        from segstudio.ui.dialogs.key_editor import KeyEditor  # only when asked for

        KeyEditor(self._book.bindings, self._window).exec()

    def _about(self) -> None:
        from segstudio.ui.dialogs.about import AboutDialog  # only when asked for

        AboutDialog(self._window).exec()
