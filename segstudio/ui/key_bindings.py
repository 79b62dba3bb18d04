"""Which keys each action has: those of the table of actions, unless a person chose others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from segstudio.core.settings import Settings
from segstudio.ui.actions import ACTIONS, CANVAS_KEYS, SPECS, CanvasKey

_SETTING = "keys.rebound"
Keys = tuple[str, ...]
"""Key sequences in Qt's portable text: 'Ctrl+Shift+D'."""


class KeyBindings(QObject):
    """Kept in the settings as the differences from the table; what a file says of unknown actions is passed over."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._own: dict[str, Keys] = {}
        for line in settings.texts(_SETTING):
            action_id, *keys = line.split("\t")
            if action_id in SPECS:
                self._own[action_id] = normal(tuple(keys))

    def keys(self, action_id: str) -> Keys:
        """Raises KeyError when the table has no such action."""
        return self._own.get(action_id, normal(SPECS[action_id].shortcuts))

    def all(self) -> dict[str, Keys]:
        """By action id, in the order of the table."""
        return {spec.id: self.keys(spec.id) for spec in ACTIONS}

    def replace(self, bindings: Mapping[str, Keys]) -> None:
        """Use these keys; actions that are not named keep the table's."""
        own = {
            action_id: normal(keys)
            for action_id, keys in bindings.items()
            if normal(keys) != normal(SPECS[action_id].shortcuts)
        }
        if own != self._own:
            self._own = own
            self._settings.set(_SETTING, ["\t".join((i, *keys)) for i, keys in own.items()])
            self.changed.emit()


def normal(keys: Keys) -> Keys:
    """As Qt writes them, doubles and what it does not understand left out."""
    found = (QKeySequence(text).toString(QKeySequence.SequenceFormat.PortableText) for text in keys)
    return tuple(dict.fromkeys(text for text in found if text))


def native(keys: Keys) -> str:
    """For people, as this system writes them."""
    return ", ".join(QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in keys)


def sign(key: str) -> str:
    """'⇧0' for a key that this system writes 'Shift+0', or 'Umschalt+0', where there is little room."""
    shift = native(("Shift+0",)).removesuffix("0")
    return f"⇧{key.removeprefix(shift)}" if key.startswith(shift) else key


def users(bindings: Mapping[str, Keys], key: str) -> list[str]:
    """Ids of the actions that have this key, or one that begins with it or that it begins with."""
    wanted = QKeySequence(key)
    none = QKeySequence.SequenceMatch.NoMatch
    return [
        action_id
        for action_id, keys in bindings.items()
        if any(
            QKeySequence(k).matches(wanted) != none or wanted.matches(QKeySequence(k)) != none for k in keys
        )
    ]


def canvas_user(key: str) -> CanvasKey | None:
    """What canvas or window do with this key by themselves."""
    wanted = normal((key,))
    return next((row for row in CANVAS_KEYS if wanted and wanted[0] in normal(row.keys)), None)
