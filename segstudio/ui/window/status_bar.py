"""The bar at the foot: device, model and work at the left; what is under the pointer at the right."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStatusBar, QToolButton, QWidget

from segstudio.core.geometry import Rect
from segstudio.core.numerals import grouped
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.engine.jobs import JobView
from segstudio.engine.session import Session
from segstudio.engine.views import ModelPhase
from segstudio.labels.document import Document
from segstudio.labels.patch import Piece
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.literal import ElidedLabel, literal_action, literal_tip, shortened
from segstudio.ui.controls.progress_line import ProgressLine
from segstudio.ui.icons import BESIDE_WORDS, icon
from segstudio.ui.languages import spoken
from segstudio.ui.panels.job_list import PREDICTING, headline, steady, worth_showing
from segstudio.ui.panels.job_times import JobTimes, duration
from segstudio.ui.panels.model_words import device_title, model_title
from segstudio.ui.theme import GRID, tabular

_CALM_MS = 150
_LONGEST_NAME = 40


class StatusBar(QStatusBar):
    """Shows session and canvas; its buttons open the device menu, the model menu and the list of jobs."""

    jobs_wanted = Signal()

    def __init__(
        self,
        session: Session,
        canvas: CanvasView,
        devices: QMenu,
        models: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._session = session
        self._canvas = canvas
        self._times = JobTimes()
        self._place: tuple[int, int] | None = None
        self.device = self._menu_button("mdi6.memory", devices, self.tr("Device that the model runs on"))
        self.model = self._menu_button(
            "mdi6.layers-triple-outline", models, self.tr("Model that proposes masks")
        )
        self.job = self._job_button()
        self._line = ProgressLine(self, track=True)
        self._line.setFixedWidth(96)
        self.cancel = self._cancel_button()
        self._hint = ElidedLabel(self)
        self._readout = ElidedLabel(self, greedy=False)
        self._readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._readout.setFont(tabular(self.font()))
        self._readout.setAccessibleName(self.tr("What is under the pointer"))
        self._zoom = QLabel(self)
        self._zoom.setFont(tabular(self.font()))
        self._zoom.setMinimumWidth(56)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._show_jobs_now)
        self._shown_job: JobView | None = None
        self._lay_out()
        canvas.hovered.connect(self._show_place)
        canvas.zoom_changed.connect(self._show_zoom)
        canvas.context.connect(self._hint.setText)
        self._disconnects = [
            session.model_changed.connect(self._show_model),
            session.jobs_changed.connect(self._show_jobs),
            session.project_changed.connect(lambda _project: self._show_project()),
            session.problem_changed.connect(lambda _problem: self._show_hint()),
            session.prediction_changed.connect(lambda _prediction: self._show_place(self._place)),
            session.table_changed.connect(lambda: self._show_place(self._place)),
            session.document_changed.connect(self._follow),
        ]
        self._stop_following: Callable[[], None] | None = None
        self._follow(session.document)
        self._show_model()
        self._show_jobs_now()
        self._show_project()
        self._show_zoom(canvas.zoom)

    def detach(self) -> None:
        """Stop listening to the session."""
        for disconnect in self._disconnects:
            disconnect()
        self._follow(None)
        self._calm.stop()
        self._line.idle()

    def _show_model(self) -> None:
        state = self._session.model
        self.device.setText(device_title(state.device))
        words = model_title(state.name)
        if state.phase is ModelPhase.LOADING:
            words = self.tr("{0} · loading").format(words)
        elif state.phase is ModelPhase.FAILED:
            words = self.tr("{0} · not available").format(words)
        self.model.setText(literal_action(shortened(words, _LONGEST_NAME)))

    def _show_jobs(self) -> None:
        """At most a few times a second: jobs come and go faster than one can read."""
        if not self._calm.isActive():
            self._calm.start()

    def _show_jobs_now(self) -> None:
        jobs = worth_showing(self._session.jobs)
        self._times.forget_all_but({job.id for job in jobs})
        self._shown_job = shown = headline(jobs)
        for widget in (self.job, self._line, self.cancel):
            widget.setVisible(shown is not None)
        if shown is None:
            self._line.idle()
            return
        self._line.show_progress(shown.done, shown.total)
        self.job.setText(literal_action(self._job_words(shown, jobs)))
        self.cancel.setToolTip(literal_tip(self.tr("Cancel: {0}").format(spoken(shown.title))))

    def _job_words(self, job: JobView, jobs: list[JobView]) -> str:
        if not steady(job):
            counted = self._session.dataset_comparison
            pending = counted.images_pending if counted is not None else 0
            asked = sum(not steady(other) for other in jobs)
            return self.tr("Predicting · {0} left").format(grouped(max(asked, pending)))
        words = self._title(job)
        left = (
            self._times.seconds_left(job.id, job.done, job.total, time.monotonic()) if job.total else None
        )
        if left is not None:
            words = self.tr("{0} · {1} left").format(words, duration(left))
        return words if len(jobs) == 1 else f"{words}  +{grouped(len(jobs) - 1)}"

    def _title(self, job: JobView) -> str:
        if job.kind in PREDICTING:
            return self.tr("Predicting {n} of {total}").format(
                n=grouped(min(job.done + 1, job.total)), total=grouped(job.total)
            )
        return self.fontMetrics().elidedText(spoken(job.title), Qt.TextElideMode.ElideMiddle, 240)

    def _show_place(self, place: object) -> None:
        self._place = place if isinstance(place, tuple) else None
        self._readout.setText(self._words_at(*self._place) if self._place else "")

    def _follow(self, document: Document | None) -> None:
        """Undo, a jump in the history and a fill change what is under a pointer that stays where it is."""
        if self._stop_following is not None:
            self._stop_following()
        self._stop_following = document.changed.connect(self._show_piece) if document is not None else None

    def _show_piece(self, piece: Piece) -> None:
        if self._place is not None and not piece.rect.intersect(Rect(*self._place, 1, 1)).empty:
            self._show_place(self._place)

    def _words_at(self, x: int, y: int) -> str:
        """'x, y · class · who said so · how sure the model is'."""
        words = [f"{x}, {y}"]
        document, table = self._session.document, self._session.table
        if document is not None and table is not None:
            label_map = document.label_map
            height, width = label_map.shape
            if not (0 <= x < width and 0 <= y < height):
                return ""
            who = int(label_map.provenance[y, x])
            if who != EMPTY:
                words.append(table.name_of(int(label_map.label[y, x])))
            words.append(self._who(who))
        prediction = self._session.prediction
        if prediction is not None and 0 <= y < prediction.size[0] and 0 <= x < prediction.size[1]:
            words.append(self.tr("model {0} % sure").format(round(100 * prediction.confidence_at(x, y))))
        return "  ·  ".join(words)

    def _who(self, provenance: int) -> str:
        return {
            EMPTY: self.tr("empty"),
            MODEL: self.tr("predicted"),
            HUMAN: self.tr("painted"),
            CONFIRMED: self.tr("confirmed"),
        }[provenance]

    def _show_project(self) -> None:
        self._show_place(None)
        self._show_hint()
        for widget in (self._readout, self._zoom):
            widget.setVisible(self._session.project is not None)

    def _show_hint(self) -> None:
        """What the hand can do; nothing on an image that cannot be read."""
        hinted = self._session.project is not None and not self._session.image_problem
        self._hint.setVisible(hinted)
        self._rest.setVisible(not hinted)

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{100 * zoom:.0f} %")

    def _cancel_shown(self) -> None:
        if self._shown_job is not None:
            self._session.cancel_job(self._shown_job)

    # Construction

    def _menu_button(self, glyph_name: str, menu: QMenu, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icon(glyph_name, "dim"))
        button.setIconSize(BESIDE_WORDS)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _job_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(self.tr("Show all jobs (Ctrl+J)"))
        button.setAccessibleName(self.tr("Jobs"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.jobs_wanted)
        return button

    def _cancel_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("mdi6.close", "dim"))
        button.setIconSize(QSize(14, 14))
        button.setAccessibleName(self.tr("Cancel the job"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._cancel_shown)
        return button

    def _lay_out(self) -> None:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(6, 0, GRID + 4, 0)
        row.setSpacing(GRID)
        for widget in (self.device, self.model, self.job, self._line, self.cancel):
            row.addWidget(widget)
        row.addSpacing(GRID)
        row.addWidget(self._hint, 1)
        self._rest = QWidget(holder)  # in the hint's place: what stands at the right stays there
        row.addWidget(self._rest, 1)
        row.addWidget(self._readout, 1000)
        row.addWidget(self._zoom)
        self.addWidget(holder, 1)
