"""The job panel: what is being worked on, how far it is, how long it will take, and a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from segstudio.core.numerals import grouped
from segstudio.engine.jobs import JobState, JobView
from segstudio.engine.session import Session
from segstudio.ui.controls.literal import literal_tip
from segstudio.ui.controls.progress_line import ProgressLine
from segstudio.ui.icons import icon
from segstudio.ui.languages import spoken
from segstudio.ui.panels.job_list import worth_showing
from segstudio.ui.panels.job_times import JobTimes, duration
from segstudio.ui.theme import GRID, PADDING, ROW, tabular

_WIDTH = 360
_MOST = 12  # jobs listed; behind them only their number
_TICK_MS = 500


class JobPanel(QFrame):
    """Opens above the status bar's left end; Escape or its button closes it."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("job_panel")
        self.setAccessibleName(self.tr("Jobs"))
        self._session = session
        self._over = parent
        self._times = JobTimes()
        self._rows: list[_JobRow] = []
        """By place, and kept: a row that is made anew for each of a batch's images flickers under the pointer."""
        self._more = QLabel(self)
        self._more.setProperty("dim", True)
        self._none = QLabel(self.tr("Nothing is being worked on."), self)
        self._none.setProperty("dim", True)
        self._lay_out()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_jobs)
        self._disconnect = session.jobs_changed.connect(self._show_jobs)
        parent.installEventFilter(self)
        self.hide()

    def detach(self) -> None:
        """Stop listening to the session."""
        self._disconnect()
        self._tick.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_jobs()
        self._tick.start()
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return False

    def place(self) -> None:
        """At the lower left of the parent."""
        parent = self._over
        for row in self._rows:
            row.settle()
        self._column.activate()
        self.setFixedWidth(min(_WIDTH, parent.width() - 2 * GRID))
        height = min(self.sizeHint().height(), parent.height() - 2 * GRID)
        self.setGeometry(GRID, parent.height() - height - GRID, self.width(), height)

    def _show_jobs(self) -> None:
        if self.isHidden():
            return
        jobs = worth_showing(self._session.jobs)
        shown = jobs[:_MOST]
        self._times.forget_all_but({job.id for job in jobs})
        now = time.monotonic()
        while len(self._rows) < len(shown):
            self._rows.append(_JobRow(self._session, self))
            self._list.addWidget(self._rows[-1])
        for row in self._rows[len(shown) :]:
            row.hide()
        for row, job in zip(self._rows, shown, strict=False):
            left = self._times.seconds_left(job.id, job.done, job.total, now) if job.total else None
            row.show_job(job, left)
            row.show()  # before `place`: what is not shown yet has no size
        self._none.setVisible(not jobs)
        self._more.setVisible(len(jobs) > _MOST)
        self._more.setText(self.tr("and {0} more").format(grouped(len(jobs) - _MOST)))
        self.place()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Jobs"), self)
        title.setProperty("title", True)
        close = _small_button("mdi6.close", self.tr("Close the list of jobs"), self)
        close.clicked.connect(self._close)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(close)
        self._list = QVBoxLayout()
        self._list.setSpacing(PADDING)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GRID, GRID, PADDING)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addWidget(self._none)
        column.addWidget(self._more)


class _JobRow(QWidget):
    """One job: title, what it is doing, line, time left, cancel."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._job: JobView | None = None
        self._aimed: JobView | None = None
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._state = QLabel(self)
        self._state.setProperty("dim", True)
        self._state.setFont(tabular(self.font()))
        self._line = ProgressLine(self, track=True)
        self._cancel = _small_button("mdi6.close-circle-outline", self.tr("Cancel this job"), self)
        self._cancel.pressed.connect(self._aim)
        self._cancel.clicked.connect(self._cancel_job)
        words = QHBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self._title, 1)
        words.addWidget(self._state)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(words)
        left.addWidget(self._line)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addLayout(left, 1)
        row.addWidget(self._cancel)

    def show_job(self, job: JobView, seconds_left: float | None) -> None:
        self._job = job
        self._state.setText(self._words(job, seconds_left))
        width = _WIDTH - 2 * PADDING - 2 * ROW - self._state.sizeHint().width()
        self._title.setText(
            self._title.fontMetrics().elidedText(spoken(job.title), Qt.TextElideMode.ElideMiddle, width)
        )
        self._title.setToolTip(literal_tip(spoken(job.what or job.title)))
        self._cancel.setAccessibleName(self.tr("Cancel {0}").format(spoken(job.title)))
        if job.state is JobState.RUNNING:
            self._line.show_progress(job.done, job.total)
        else:
            self._line.show_progress(0, 1)

    def settle(self) -> None:
        """Lay out now, so that the panel's size is that of what it shows."""
        self._row.activate()

    def _aim(self) -> None:
        self._aimed = self._job

    def _cancel_job(self) -> None:
        """The job that stood here when the button went down: another may have taken its place since."""
        job, self._aimed = self._aimed or self._job, None
        if job is not None:
            self._session.cancel_job(job)

    def _words(self, job: JobView, seconds_left: float | None) -> str:
        if job.state is not JobState.RUNNING:
            return self.tr("waiting")
        if not job.total:
            return spoken(job.what)
        share = f"{100 * job.done // job.total} %"
        if seconds_left is None:
            return share
        return self.tr("{0} · {1} left").format(share, duration(seconds_left))


def _small_button(glyph_name: str, words: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon(glyph_name, "dim"))
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(ROW - 4, ROW - 4)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
