"""Which devices there are: asked off the GUI thread, once torch is imported anyway."""

from __future__ import annotations

from segstudio.engine.jobs import JobContext, JobQueue
from segstudio.engine.session import Session
from segstudio.engine.views import ModelPhase


class DeviceList:
    """Empty until the first model is ready, then (id, title) of each device."""

    def __init__(self, session: Session, queue: JobQueue) -> None:
        self.devices: list[tuple[str, str]] = []
        self._session = session
        self._queue = queue
        self._asked = False
        self.detach = session.model_changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        if self._asked or self._session.model.phase is not ModelPhase.READY:
            return
        self._asked = True
        self._queue.submit("devices", "Look for devices", _list_devices, on_done=self._take)

    def _take(self, devices: list[tuple[str, str]]) -> None:
        self.devices = devices


def _list_devices(_context: JobContext) -> list[tuple[str, str]]:
    from segstudio.deeplab.devices import (
        available_devices,  # torch: only off the GUI thread, for start-up time
    )

    return [(device.id, device.title) for device in available_devices()]
