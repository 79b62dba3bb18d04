"""The arrangement of the window, kept between starts in the user's state folder."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path

from PySide6.QtCore import QByteArray

from segstudio.core.atomic import write_text
from segstudio.core.errors import WorkError

_FILE = "window.json"
_BEFORE_NAMES = ("images_dock", "classes_dock", "scores_dock")
"""The docks of layouts that were stored without names."""


class LayoutState:
    """Geometry and docks as Qt encodes them; what cannot be read is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self.geometry = QByteArray()
        self.docks = QByteArray()
        self.known: list[str] = []
        """Names of the docks that were there when `docks` was stored."""
        try:
            stored = json.loads(self._path.read_text("utf-8"))
            self.geometry = QByteArray(b64decode(stored["geometry"]))
            self.docks = QByteArray(b64decode(stored["docks"]))
            self.known = [str(name) for name in stored.get("known", _BEFORE_NAMES)]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self.geometry, self.docks, self.known = QByteArray(), QByteArray(), []

    def save(self) -> None:
        """A layout that cannot be written is no reason to bother anybody: it is only forgotten."""
        texts = {
            "geometry": b64encode(self.geometry.data()).decode(),
            "docks": b64encode(self.docks.data()).decode(),
            "known": self.known,
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self._path, json.dumps(texts))
        except (OSError, WorkError):
            return
