"""Settings are on disk a moment after they were changed: a crash, or a kill, forgets none."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, QTimer

from segstudio.core.errors import WorkError
from segstudio.core.settings import Settings
from segstudio.engine.jobs import JobQueue

_AFTER_MS = 500
"""A slider that is dragged changes a setting with every step."""


class SettingsKeeper(QObject):
    """Saves in a worker of `queue`. What cannot be written then is tried again at the next change and at the end."""

    def __init__(self, settings: Settings, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._queue = queue
        self._timer = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self._save)
        parent.destroyed.connect(settings.changed.connect(lambda _key: self._timer.start()))

    def _save(self) -> None:
        def save() -> None:
            with contextlib.suppress(WorkError):
                self._settings.save()

        self._queue.submit("settings", "Keep settings", lambda _context: save(), key="settings")
