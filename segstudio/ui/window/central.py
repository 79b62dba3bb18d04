"""The middle of the window: start page, canvas, or why an image cannot be shown; progress line and messages over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import JobState
from segstudio.engine.session import Session
from segstudio.engine.views import CHOOSE_LABELS_FOLDER, MAP_CLASSES, RETRY_SAVE, Message, ModelPhase
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.progress_line import ProgressLine
from segstudio.ui.languages import spoken
from segstudio.ui.window.banner import Banner
from segstudio.ui.window.broken_image import BrokenImage
from segstudio.ui.window.welcome import WelcomePage


class Central(QWidget):
    """Shows one of three pages; the line says that the model is being loaded."""

    def __init__(self, session: Session, welcome: WelcomePage, canvas: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = QStackedLayout(self)
        self._pages.addWidget(welcome)
        self._pages.addWidget(canvas)
        self.broken = BrokenImage(self)
        self._pages.addWidget(self.broken)
        self._canvas = canvas
        self._root: Path | None = None
        self._welcome = welcome
        self.line = ProgressLine(self)
        self.banner = Banner(self)
        self._disconnects = [
            session.model_changed.connect(self._show_loading),
            session.jobs_changed.connect(self._show_loading),
            session.message.connect(self._show_message),
            session.problem_changed.connect(self._show_problem),
            session.current_changed.connect(self._show_current),
            session.saved.connect(lambda _key: self._retract_saving()),
            session.table_changed.connect(self._retract_mapping),
        ]

    def detach(self) -> None:
        """Stop listening to the session."""
        for disconnect in self._disconnects:
            disconnect()
        self.line.idle()

    def show_canvas(self, is_open: bool) -> None:
        """The canvas while a folder is open, else the start page."""
        project = self._session.project
        if not self._turn_to_project() and project is not None and project.writable:
            self.banner.retract(lambda message: message.action == CHOOSE_LABELS_FOLDER)
        self._pages.setCurrentWidget(self._canvas if is_open else self._welcome)
        self.line.raise_()
        self.banner.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line.setGeometry(0, 0, self.width(), self.line.height())

    def _show_message(self, message: Message) -> None:
        self._turn_to_project()
        if message.text != self._session.image_problem:  # that has a page of its own
            self.banner.show_message(message)

    def _turn_to_project(self) -> bool:
        """Messages about what was open before are over. Those about what is open now may come before the project is told
        of. Whether another folder is open than before."""
        project = self._session.project
        root = project.root if project is not None else None
        if root == self._root:
            return False
        self._root = root
        self.banner.retract(lambda _message: True)
        return True

    def _show_problem(self, sentence: str) -> None:
        """In place of the canvas, which would go on showing the image before."""
        if sentence:
            self.broken.show_sentence(spoken(sentence))
        if self._pages.currentWidget() is not self._welcome:
            self._pages.setCurrentWidget(self.broken if sentence else self._canvas)

    def _show_current(self, entry: ImageEntry | None) -> None:
        key = entry.key if entry is not None else ""
        self.banner.retract(lambda message: message.about not in {"", key})

    def _retract_mapping(self) -> None:
        """Another class table may have a partner for every class of the model."""
        view = self._session.mapping.view()
        if view is not None and not view.mapping.unmapped and set(view.mapping.targets) != {None}:
            self.banner.retract(lambda message: message.action == MAP_CLASSES)

    def _retract_saving(self) -> None:
        if not self._session.unsaved:
            self.banner.retract(lambda message: message.action == RETRY_SAVE)

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
