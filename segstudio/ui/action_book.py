"""The live actions of one window, made from the table; menus, tool bars and tooltips take them from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from segstudio.core.settings import Settings
from segstudio.ui.actions import ACTIONS, SPECS, ActionSpec
from segstudio.ui.icons import icon
from segstudio.ui.key_bindings import KeyBindings, native

_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "help.about": QAction.MenuRole.AboutRole,
}


def tooltip(title: str, keys: str = "", help_text: str = "") -> str:
    """Title in bold, its key beside it, the explanation below."""
    head = f"<b>{escape(title)}</b>" + (f"&nbsp;&nbsp; {escape(keys)}" if keys else "")
    return f"<div>{head}</div>" + (f"<div>{escape(help_text)}</div>" if help_text else "")


def action_text(text: str) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("Actions", text)


class ActionBook(QObject):
    """QActions by id; their keys follow `bindings`."""

    keys_changed = Signal()
    """Keys and tooltips of the actions are others now."""

    def __init__(self, window: QWidget, bindings: KeyBindings | None = None) -> None:
        super().__init__(window)
        self.bindings = bindings or KeyBindings(Settings(), self)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            self._actions[spec.id] = self._make(spec, window)
        self._give_keys()
        self.bindings.changed.connect(self._give_keys)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def key_text(self, action_id: str) -> str:
        """The first key of an action as this system writes it, or ''."""
        return native(self.bindings.keys(action_id)[:1])

    def bind(self, handlers: Mapping[str, Callable[[bool], object]]) -> None:
        """Connect every action, each with its own function of 'checked'.

        Raises KeyError when one is left over on either side.
        """
        if odd := handlers.keys() ^ self._actions.keys():
            raise KeyError(f"actions and handlers do not match: {', '.join(sorted(odd))}")
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(handler)

    def set_project_open(self, is_open: bool) -> None:
        """Enable what needs an open folder."""
        for spec in ACTIONS:
            if spec.needs == "project":
                self._actions[spec.id].setEnabled(is_open)

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(action_text(spec.title), window)
        action.setObjectName(spec.id)
        action.setStatusTip(action_text(spec.help))
        action.setCheckable(spec.checkable)
        action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        if spec.scope == "canvas":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the canvas takes it to itself
        window.addAction(action)
        if spec.group:
            self._groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
        return action

    def _give_keys(self) -> None:
        for action_id, action in self._actions.items():
            spec, keys = SPECS[action_id], self.bindings.keys(action_id)
            title = action_text(spec.title)
            action.setToolTip(tooltip(title.rstrip("…"), native(keys[:1]), action_text(spec.help)))
            if spec.scope == "held":  # shown like a shortcut, but no key of its own
                action.setText(f"{title}\t{native(keys[:1])}" if keys else title)
            else:
                action.setShortcuts([QKeySequence(k) for k in keys])
        self.keys_changed.emit()
