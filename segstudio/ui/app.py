"""The application: wiring only. The window is on screen before torch, or anything that needs it, is imported."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from segstudio.core import allocator, collecting, numerals, paths
from segstudio.core.settings import Settings
from segstudio.engine.jobs import JobQueue
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message
from segstudio.ui import languages, preflight
from segstudio.ui.job_bridge import JobBridge
from segstudio.ui.main_window import MainWindow
from segstudio.ui.recent import folder_to_reopen
from segstudio.ui.settings_keeper import SettingsKeeper
from segstudio.ui.theme import install
from segstudio.ui.tool_state import ToolState

_SWITCH_S = 0.0005
"""How long a worker may keep the interpreter while the window waits for it. Python's 5 ms would be paid at nearly
every call into Qt, since PySide lets go of the interpreter in each: seconds, while torch is imported."""


@dataclass(frozen=True)
class Studio:
    """Everything that one window needs, held together for as long as it lives."""

    app: QApplication
    window: MainWindow
    session: Session
    settings: Settings
    bridge: JobBridge
    tools: ToolState


def build_studio(
    *,
    settings: Settings | None = None,
    state_dir: Path | None = None,
    model: str = "bundled",
    device: str = "auto",
) -> Studio:
    """The window and its session, not shown yet; a QApplication exists.

    `settings`: none are read or kept unless given. `state_dir`: where journals and the layout go.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("make a QApplication first")
    sys.setswitchinterval(_SWITCH_S)
    allocator.keep_frames()
    numerals.group_by(QLocale().groupSeparator())
    settings = settings or Settings()
    install(app, settings.text("appearance.theme"))
    bridge = JobBridge()
    session = Session(bridge.dispatch, settings, model, device, state_dir=state_dir)
    tools = ToolState(settings)
    queue = JobQueue("window", bridge.dispatch)
    window = MainWindow(session, settings, tools, queue, state_dir or paths.state_dir())
    OnActivation(window, session.look_for_changes)
    SettingsKeeper(settings, queue, window)
    return Studio(app, window, session, settings, bridge, tools)


def run(
    folder: Path | None = None,
    *,
    labels: Path | None = None,
    model: str | None = None,
    device: str | None = None,
) -> int:
    """Show the window, then open `folder`; returns when it is closed. Folder, model and device default to those of the
    last time."""
    preflight.check()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("segstudio")
    app.setApplicationDisplayName("segstudio")
    app.setDesktopFileName("segstudio")
    settings = Settings(paths.config_dir() / "settings.json")
    languages.install(app, settings.text("appearance.language"))
    folder = folder or folder_to_reopen(settings)
    studio = build_studio(
        settings=settings,
        model=model or settings.text("model.name"),
        device=device or settings.text("model.device"),
    )
    if folder is not None:
        studio.window.set_working(True)  # no flash of the start page

    def begin() -> None:
        collecting.resume()  # it rests where the command line went the short way, see ui/ahead.py
        if folder is not None:
            studio.window.files.open(folder, labels)
        if settings.problem:
            studio.window.banner.show_message(Message(Level.WARNING, settings.problem))

    AfterFirstPaint(studio.window, begin)
    studio.window.show()
    return app.exec()


class AfterFirstPaint(QObject):
    """Calls a function once, when the window has been painted and the event loop is at rest."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


class OnActivation(QObject):
    """Calls a function whenever the window gets the focus: other programs may have written files meanwhile."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._then()
        return False
