"""The main window: where everything stands. What things do lies in the commands, what they show in the panels."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from segstudio.core.errors import WorkError
from segstudio.core.settings import Settings
from segstudio.engine.desks.results_desk import SHOW_RESULT
from segstudio.engine.jobs import JobQueue
from segstudio.engine.project import Project
from segstudio.engine.session import Session
from segstudio.engine.views import (
    ADOPT_LABELS,
    CHOOSE_LABELS_FOLDER,
    MAP_VALUES,
    RESTART_MODEL,
    RETRY_SAVE,
    Level,
    Message,
)
from segstudio.ui.action_book import ActionBook
from segstudio.ui.actions import ACTIONS, CLASS, LANGUAGE
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.commands.classes import ClassCommands
from segstudio.ui.commands.closer_look import CloserLook
from segstudio.ui.commands.evaluation import EvaluationCommands
from segstudio.ui.commands.files import FileCommands
from segstudio.ui.commands.hand import HandCommands
from segstudio.ui.commands.help import HelpCommands
from segstudio.ui.commands.hold_keys import HoldToHide
from segstudio.ui.commands.images import ImageCommands
from segstudio.ui.commands.inspector import InspectorCommands
from segstudio.ui.commands.leave_fields import LeaveFields
from segstudio.ui.commands.mapping import MappingCommands
from segstudio.ui.commands.tools import ToolCommands
from segstudio.ui.commands.views import ViewCommands
from segstudio.ui.controls.literal import literal_action, literal_tip, literal_title
from segstudio.ui.dashboard.dashboard import Dashboard
from segstudio.ui.device_list import DeviceList
from segstudio.ui.hand_tools import SECTIONS
from segstudio.ui.key_bindings import KeyBindings
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.panels.images import ImagePanel
from segstudio.ui.panels.jobs import JobPanel
from segstudio.ui.panels.tool_options import ToolOptions
from segstudio.ui.panels.tool_strip import ToolStrip
from segstudio.ui.recent import recent_folders
from segstudio.ui.theme import theme
from segstudio.ui.tool_state import ToolState
from segstudio.ui.window.banner import Remedy
from segstudio.ui.window.central import Central
from segstudio.ui.window.docks import DockParts, Docks
from segstudio.ui.window.drop import DropHint, dropped_folder
from segstudio.ui.window.layout_state import LayoutState
from segstudio.ui.window.model_menus import ModelMenus
from segstudio.ui.window.status_bar import StatusBar
from segstudio.ui.window.strip_fit import StripFit
from segstudio.ui.window.welcome import WelcomePage

FOLD_BELOW = 1100
"""Narrower than this, the dashboard shows only its figures."""

APPEARANCES = ("system", "light", "dark")
_MENUS = ("File", "Edit", "Image", "View", "Tools", "Model", "Help")


class MainWindow(QMainWindow):
    """The one window of a session. `session`, `canvas`, `images`, `classes`, `dashboard`, `tool_strip`,
    `tool_options`, `edit_panel`, `doubt_bar`, `banner`, `status`, `jobs`, `welcome`, `book` (the actions) are for tests
    and the demo."""

    def __init__(
        self, session: Session, settings: Settings, tools: ToolState, queue: JobQueue, state_dir: Path
    ) -> None:
        """`queue`: for work of the window itself; it is closed with the window. `state_dir`: the layout's place."""
        super().__init__()
        self.session = session
        self.settings = settings
        self._queue = queue
        self._asks = True
        self._closed = False
        self._layout = LayoutState(state_dir)
        self._working = False
        self._unfolded = 0  # height of the dashboard before it was folded; 0: as it comes
        self.book = ActionBook(self, KeyBindings(settings, self))
        self.canvas = CanvasView(session, tools, self, session.tools)
        self.docks = Docks(self, DockParts(session, settings, tools, self.canvas), self._layout)
        self.images = self.docks.panel("images_dock", ImagePanel)
        self.classes = self.docks.panel("classes_dock", ClassPanel)
        self.dashboard = self.docks.panel("scores_dock", Dashboard)
        self.welcome = WelcomePage(self.book, self)
        self.central = Central(session, self.welcome, self.canvas, self)
        self.banner = self.central.banner
        self.tool_strip = ToolStrip(self.book, tools, self)
        self.tool_options = ToolOptions(self.book, tools, self.canvas, self)
        self._strip_fit = StripFit(self.tool_options, tools, self)
        self.files = FileCommands(session, settings, self.canvas, queue, self)
        self.class_commands = ClassCommands(session, self.canvas, self)
        self._hand = HandCommands(
            self.book, session, tools, canvas=self.canvas, images=self.images, classes=self.classes
        )
        look = CloserLook(self.canvas)
        self._tools = ToolCommands(
            session,
            tools,
            queue,
            book=self.book,
            canvas=self.canvas,
            classes=self.classes,
            options=self.tool_options,
            look=look,
        )
        self._mapping = MappingCommands(session, self.canvas, self.banner, self)
        self.image_commands = ImageCommands(self.book, session, self.canvas, self.images, self)
        self.help = HelpCommands(self.book, session, tools, self)
        self.evaluation = EvaluationCommands(
            self.book, session, canvas=self.canvas, images=self.images, classes=self.classes,
            dashboard=self.dashboard, look=look, parent=self,
        )  # fmt: skip
        self.edit_panel, self.doubt_bar = self._tools.edit, self._tools.doubts
        self.views = ViewCommands(self.book, settings, self.canvas, self.docks)
        self.views.minimap.keep_clear_of(self.doubt_bar)
        self.evaluation.bar.keep_below(self.banner)
        self._devices = DeviceList(session, queue)
        self._build_menus()
        self.status = StatusBar(session, self.canvas, self._device_menu, self._model_menu, self)
        self.jobs = JobPanel(session, self.central)
        self._drop_hint = DropHint(self)
        self._arrange()
        commands = (
            self.files, self.class_commands, self._hand, self._tools, self._mapping, self.help, self.evaluation,
            self.image_commands, InspectorCommands(self.docks), self.views,
        )  # fmt: skip
        bound = {key: act for part in commands for key, act in part.handlers().items()}
        self.book.bind(bound | self._handlers())
        self._connect(tools)
        HoldToHide(self, self.canvas, self.book.bindings)
        fields = (
            self.images.search,
            self.classes.search,
            self.tool_options.tip_number,
            self.tool_options.zoom,
        )
        self.tool_options.field_added.connect(LeaveFields(fields, self.canvas, self).watch)
        self._show_project(session.project)

    # Closing

    def force_close(self) -> None:
        """Close without asking; unsaved edits stay in their journals."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closed:
            return
        if self._asks and not self.files.may_close():
            event.ignore()
            return
        self._closed = True
        self._keep_layout()
        for disconnect in self._disconnects:
            disconnect()
        for part in (self.docks, self.canvas, self.status, self.jobs, self.central, self._hand, self._tools, self.evaluation, self.image_commands, self.files,
                     self._devices):  # fmt: skip
            part.detach()
        self.hide()  # at once: the threads may be amid something that takes a moment
        self._queue.close()
        self.session.close(save=False)
        with contextlib.suppress(
            WorkError
        ):  # what cannot be kept is forgotten; nobody can act on it any more
            self.settings.save()
        event.accept()

    # Construction

    def _arrange(self) -> None:
        self.setWindowTitle("segstudio")
        self.setMinimumSize(880, 560)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCentralWidget(self.central)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.tool_options)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.tool_strip)
        self.setStatusBar(self.status)
        for toggle in self.docks.toggles:
            self._panel_menu.addAction(toggle)
        self.docks.keep_first()
        if not self._layout.geometry.isEmpty():
            self.restoreGeometry(self._layout.geometry)
        else:
            self.resize(1440, 900)

    def _build_menus(self) -> None:
        self._recent_menu = QMenu(self.tr("Open recent"), self)
        self._panel_menu = QMenu(self.tr("Panels"), self)
        self._appearance_menu = QMenu(self.tr("Appearance"), self)
        self._language_menu = QMenu(self.tr("Language"), self)
        self._model_menu = QMenu(self)
        self._device_menu = QMenu(self)
        self._model_devices = QMenu(self.tr("Device"), self)
        menus = ModelMenus(self.session, lambda: self._devices.devices, self.files.choose_model, self)
        extras = [
            self.book[f"model.{name}"] for name in ("inspect", "pin", "open_file", "mapping", "cancel")
        ]
        menus.attach_models(self._model_menu, extras)
        self.help.looks = menus.looks.entries
        for menu in (self._device_menu, self._model_devices):
            menus.attach_devices(menu)
        errors, compare = self.evaluation.error_menu, self.evaluation.compare_menu
        after: dict[str, QMenu] = {
            "file.samples": self._recent_menu,
            "view.errors": errors,
            "view.swipe": compare,
        }
        bars: dict[str, QMenu] = {name: self.menuBar().addMenu(self.tr(name)) for name in _MENUS}
        bars |= {"Appearance": self._appearance_menu, "Language": self._language_menu}
        bars |= {"Errors": errors, "Compare": compare}
        bars |= {s.title: bars["Tools"].addMenu(self.tr(s.title)) for s in SECTIONS if s.title}
        for spec in ACTIONS:
            if spec.menu in {"", "Model"}:
                continue
            if spec.new_section:
                bars[spec.menu].addSeparator()
            if spec.id == "view.reset_layout":
                bars["View"].addMenu(self._panel_menu)
                bars["View"].addMenu(self._appearance_menu)
                bars["View"].addMenu(self._language_menu)
            bars[spec.menu].addAction(self.book[spec.id])
            if spec.id in after:
                bars[spec.menu].addMenu(after[spec.id])
        self.evaluation.fill_menus()
        self.tool_options.set_layer_menu(self.evaluation.layer_menu)
        menus.attach_models(bars["Model"], extras, self._model_devices)
        self._recent_menu.setToolTipsVisible(True)
        self._recent_menu.aboutToShow.connect(self._fill_recent)

    def _handlers(self) -> dict[str, Callable[[bool], object]]:
        return {
            "file.quit": lambda _on: self.close(),
            "view.jobs": self._show_jobs,
            "view.reset_layout": lambda _on: self.docks.reset(),
            "view.full_screen": lambda on: self.showFullScreen() if on else self.showNormal(),
            "model.open_file": lambda _on: self.files.open_model_file(),
            "model.cancel": lambda _on: self.session.cancel_model(),
            **{f"appearance.{mode}": self._chooser(mode) for mode in APPEARANCES},
            **{spec.id: self._language_chooser(spec.id) for spec in LANGUAGE},
        }

    def _connect(self, tools: ToolState) -> None:
        self._disconnects = [
            self.session.project_changed.connect(self._show_project),
            self.session.current_changed.connect(lambda _entry: self._show_title()),
            self.session.dirty_changed.connect(lambda _dirty: self._show_title()),
        ]
        self.classes.menu_filled.connect(self.class_commands.fill_menu)
        self.classes.visibility_changed.connect(self.canvas.set_class_visible)
        tools.class_changed.connect(self._take_class)
        self.book.keys_changed.connect(self._show_class_keys)
        self._show_class_keys()
        self.welcome.recent_chosen.connect(self.files.open)
        self.files.all_saved.connect(self.close, Qt.ConnectionType.QueuedConnection)
        self.files.sample_progress.connect(self.welcome.show_sample_progress)
        self.status.jobs_wanted.connect(self.book["view.jobs"].trigger)
        self.jobs.closed.connect(lambda: self.book["view.jobs"].setChecked(False))
        self.book["file.reopen"].setChecked(self.settings.flag("project.reopen"))
        self.book[f"appearance.{self.settings.text('appearance.theme')}"].setChecked(True)
        self.book[f"language.{self.settings.text('appearance.language')}"].setChecked(True)
        self.banner.set_remedy(
            CHOOSE_LABELS_FOLDER, Remedy(self.tr("Choose a folder…"), self.files.choose_labels_folder)
        )
        self.banner.set_remedy(
            MAP_VALUES, Remedy(self.tr("Edit classes…"), self.class_commands.edit_classes)
        )
        self.banner.set_remedy(ADOPT_LABELS, Remedy(self.tr("Copy labels"), self.session.adopt_labels))
        self.banner.set_remedy(RETRY_SAVE, Remedy(self.tr("Try again"), self.files.save_again))
        shown = Remedy(self.tr("Open folder"), self.files.show_result, lasting=False)
        self.banner.set_remedy(SHOW_RESULT, shown)
        self.banner.set_remedy(RESTART_MODEL, Remedy(self.tr("Choose a model…"), self._open_model_menu))

    # What is shown

    def _show_project(self, project: Project | None) -> None:
        self.book.set_project_open(project is not None)
        self._show_title()
        self.welcome.set_recent(recent_folders(self.settings))
        self.set_working(project is not None)
        if project is not None:
            self.canvas.setFocus()

    def set_working(self, working: bool) -> None:
        """The panels around the canvas, or the start page alone."""
        if self._working and not working:
            self.docks.store()
        self.central.show_canvas(working)
        if working and not self._working:
            self.docks.restore()
        elif not working:
            self.docks.hide()
        for part in (self.tool_options, self.tool_strip):
            part.setVisible(working)
        self._working = working

    def set_appearance(self, mode: str) -> None:
        """'system', 'light' or 'dark', now and at the next start."""
        self.settings.set("appearance.theme", mode)
        theme().set_mode(mode)

    def _language_chooser(self, action_id: str) -> Callable[[bool], None]:
        def choose(_on: bool) -> None:
            self.settings.set("appearance.language", action_id.partition(".")[2])
            self.banner.show_message(
                Message(Level.INFO, self.tr("The window speaks this language from the next start on."))
            )

        return choose

    def _chooser(self, mode: str) -> Callable[[bool], None]:
        def choose(_on: bool) -> None:
            self.set_appearance(mode)

        return choose

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(self.width() < FOLD_BELOW)
        self._strip_fit.fit()

    def _fold(self, narrow: bool) -> None:
        """The dashboard to its figures, or back to the height that it had."""
        if narrow == self.dashboard.compact:
            return
        dock = self.docks.dock("scores_dock")
        if narrow:
            self._unfolded = dock.height() if dock.isVisible() else 0
        self.dashboard.set_compact(narrow)
        if not narrow and self._unfolded:
            self.resizeDocks([dock], [self._unfolded], Qt.Orientation.Vertical)

    def _keep_layout(self) -> None:
        if self._working:
            self.docks.store()
        self._layout.geometry = self.saveGeometry()
        self._layout.save()

    def _show_title(self) -> None:
        project, current = self.session.project, self.session.current
        words = [current.name if current else "", project.name if project else "", "segstudio"]
        self.setWindowTitle("[*]" + " – ".join(literal_title(word) for word in words if word))
        self.setWindowModified(self.session.dirty)

    def _show_jobs(self, shown: bool) -> None:
        self.jobs.setVisible(shown)

    def _show_class_keys(self) -> None:
        self.classes.set_keys([self.book.key_text(spec.id) for spec in CLASS])

    def _take_class(self, class_id: int) -> None:
        self.session.active_class = class_id

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for folder in recent_folders(self.settings):
            action = self._recent_menu.addAction(literal_action(folder.name or str(folder)))
            action.setToolTip(literal_tip(str(folder)))
            action.triggered.connect(lambda _on=False, folder=folder: self.files.open(folder))
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(self.tr("No folder yet")).setEnabled(False)

    def _open_model_menu(self) -> None:
        self.status.model.showMenu()

    # Dropping a folder

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_folder(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._drop_hint.show_over()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_hint.hide()
        folder = dropped_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.files.open(folder)
