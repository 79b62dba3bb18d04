"""The middle of the window: the start page or the canvas, the slim progress line and messages over both."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from segstudio.engine.jobs import JobState
from segstudio.engine.session import Session
from segstudio.engine.views import ModelPhase
from segstudio.ui.banner import Banner
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.progress_line import ProgressLine
from segstudio.ui.welcome import WelcomePage


class Central(QWidget):
    """Shows one of two pages; the line says that the model is being loaded."""

    def __init__(self, session: Session, welcome: WelcomePage, canvas: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = QStackedLayout(self)
        self._pages.addWidget(welcome)
        self._pages.addWidget(canvas)
        self._canvas = canvas
        self._welcome = welcome
        self.line = ProgressLine(self)
        self.banner = Banner(self)
        self._disconnects = [
            session.model_changed.connect(self._show_loading),
            session.jobs_changed.connect(self._show_loading),
            session.message.connect(self.banner.show_message),
        ]

    def detach(self) -> None:
        """Stop listening to the session."""
        for disconnect in self._disconnects:
            disconnect()
        self.line.idle()

    def show_canvas(self, is_open: bool) -> None:
        """The canvas while a folder is open, else the start page."""
        self._pages.setCurrentWidget(self._canvas if is_open else self._welcome)
        self.line.raise_()
        self.banner.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line.setGeometry(0, 0, self.width(), self.line.height())

    def _show_loading(self) -> None:
        if self._session.model.phase is not ModelPhase.LOADING:
            self.line.idle()
            return
        loading = [
            job for job in self._session.jobs if job.kind == "model" and job.state is JobState.RUNNING
        ]
        self.line.show_progress(loading[0].done, loading[0].total) if loading else self.line.show_progress(
            0, 0
        )
