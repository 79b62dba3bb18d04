"""The start page: open a folder, one of the recent ones, or the sample scenes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from segstudio import __version__
from segstudio.ui.action_book import ActionBook
from segstudio.ui.controls.glyph import Glyph
from segstudio.ui.controls.literal import ElidedLabel, literal_tip
from segstudio.ui.controls.progress_line import ProgressLine
from segstudio.ui.controls.scene_art import SceneArt
from segstudio.ui.theme import GRID, PADDING

_WIDTH = 760
_MOST_RECENT = 6


class WelcomePage(QScrollArea):
    """What is there while no folder is open."""

    recent_chosen = Signal(Path)

    def __init__(self, actions: ActionBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Start page"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open = StartRow("mdi6.folder-open-outline", self.tr("Open folder…"),
                             self.tr("Your images, and labels beside them"), keys="Ctrl+O")  # fmt: skip
        self.open.activated.connect(actions["file.open"].trigger)
        self.samples = StartRow("mdi6.image-multiple-outline", self.tr("Sample scenes"),
                                self.tr("Rendered streets, some with exact labels"))  # fmt: skip
        self.samples.activated.connect(actions["file.samples"].trigger)
        self._sample_line = ProgressLine(self)
        self.recent: list[StartRow] = []
        self._recent_column = QVBoxLayout()
        self._recent_column.setSpacing(2)
        self._lay_out()
        self.set_recent([])

    def set_recent(self, folders: Sequence[Path]) -> None:
        """Newest first."""
        for row in self.recent:
            self._recent_column.removeWidget(row)
            row.deleteLater()
        self.recent = []
        for folder in folders[:_MOST_RECENT]:
            row = StartRow(
                "mdi6.folder-outline", folder.name or str(folder), _short(folder.parent), parent=self
            )
            row.setToolTip(literal_tip(str(folder)))
            row.activated.connect(lambda folder=folder: self.recent_chosen.emit(folder))
            self._recent_column.insertWidget(len(self.recent), row)
            self.recent.append(row)
        self._no_recent.setVisible(not self.recent)

    def show_sample_progress(self, done: int, total: int) -> None:
        """While the sample scenes are rendered; (0, 0) when that is over."""
        if total:
            self._sample_line.show_progress(done, total)
        else:
            self._sample_line.idle()
        self.samples.setEnabled(total == 0)

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setObjectName("welcome_page")
        body = QWidget(page)
        body.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SceneArt(body))
        column.addSpacing(3 * GRID)
        title = QLabel("segstudio", body)
        title.setProperty("heading", True)
        pitch = QLabel(self.tr("DeepLab proposes, you correct, the scores follow the brush."), body)
        pitch.setProperty("dim", True)
        column.addWidget(title)
        column.addSpacing(4)
        column.addWidget(pitch)
        column.addSpacing(3 * GRID)
        columns = QHBoxLayout()
        columns.setSpacing(4 * GRID)
        columns.addLayout(self._start_column(body), 1)
        columns.addLayout(self._recents(body), 1)
        column.addLayout(columns)
        column.addSpacing(3 * GRID)
        foot = QHBoxLayout()
        drop = QLabel(self.tr("Or drop a folder anywhere in this window."), body)
        drop.setProperty("dim", True)
        version = QLabel(__version__, body)
        version.setProperty("dim", True)
        foot.addWidget(drop)
        foot.addStretch(1)
        foot.addWidget(version)
        column.addLayout(foot)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(body, 20)
        middle.addStretch(1)
        around = QVBoxLayout(page)
        around.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        around.addStretch(2)
        around.addLayout(middle)
        around.addStretch(3)
        self.setWidget(page)

    def _start_column(self, body: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_section(self.tr("Start"), body))
        column.addSpacing(4)
        column.addWidget(self.open)
        column.addWidget(self.samples)
        column.addWidget(self._sample_line)
        column.addStretch(1)
        return column

    def _recents(self, body: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_section(self.tr("Recent"), body))
        column.addSpacing(4)
        self._no_recent = QLabel(self.tr("Folders that you open are listed here."), body)
        self._no_recent.setProperty("dim", True)
        self._no_recent.setContentsMargins(PADDING, GRID, 0, 0)
        column.addWidget(self._no_recent)
        column.addLayout(self._recent_column)
        column.addStretch(1)
        return column


class StartRow(QFrame):
    """A line that is clicked or taken with Return: icon, title, explanation, key."""

    activated = Signal()

    def __init__(
        self, glyph_name: str, title: str, explanation: str, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("start_row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        name = ElidedLabel(self)
        name.setText(title)
        name.setProperty("title", True)
        below = ElidedLabel(self)
        below.setText(explanation)
        below.setProperty("dim", True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GRID, PADDING, GRID)
        row.setSpacing(PADDING)
        row.addWidget(Glyph(glyph_name, size=24, parent=self))
        row.addLayout(words, 1)
        if keys:
            hint = QLabel(keys, self)
            hint.setObjectName("key_hint")
            row.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit()
        else:
            super().keyPressEvent(event)


def _section(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("dim", True)
    label.setContentsMargins(PADDING, 0, 0, 0)
    return label


def _short(folder: Path) -> str:
    """The home folder is written as ~."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
