"""The doubtful region that is looked at: its two answers as buttons at the foot of the canvas.

On a narrow canvas the bar goes without key hints, then it has two rows, then it shortens the names of classes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from segstudio.core.classes import ClassTable
from segstudio.core.numerals import grouped
from segstudio.engine.desks.doubt_desk import Answer, Doubt
from segstudio.ui.controls.literal import literal_action, literal_tip, shortened
from segstudio.ui.icons import icon
from segstudio.ui.theme import GRID, ICON, tabular

_MARGIN = 16
_CHIP = 14
_BESIDE_CHIP = 4
_NAME = 28
"""Letters of a class's name while there is room; the hover has it whole."""
_LEAST_NAME = 4


class DoubtBar(QFrame):
    """Hidden until something is shown; stays at the middle of its parent's foot."""

    first_chosen = Signal()
    second_chosen = Signal()
    next_wanted = Signal()
    closed = Signal()

    def __init__(self, keys: Callable[[], Sequence[str]], parent: QWidget) -> None:
        """`keys`: of first, second, next and leave, as the system writes them now."""
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("floating")
        self.setAccessibleName(self.tr("Doubtful region"))
        self.title = QLabel(self)
        self.title.setFont(tabular(self.font()))
        self.first, self.second = QPushButton(self), QPushButton(self)
        self.first.clicked.connect(self.first_chosen)
        self.second.clicked.connect(self.second_chosen)
        self._keys = keys
        self.next = self._tool("mdi6.skip-next-outline", self.tr("Next doubtful region"))
        self.next.clicked.connect(self.next_wanted)
        self.close_button = self._tool("mdi6.close", self.tr("Leave"))
        self.close_button.clicked.connect(self.closed)
        self._hints = [_key_hint(self), _key_hint(self)]
        self._answers: list[tuple[QPushButton, str, str]] = []
        """Button, name and share of each answer."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 6, 6)
        self._grid.setSpacing(GRID)
        self._middle, self._end = QHBoxLayout(), QHBoxLayout()
        for layout, widgets in (
            (self._middle, (self.first, self._hints[0], self.second, self._hints[1])),
            (self._end, (self.next, self.close_button)),
        ):
            layout.setSpacing(GRID)
            for widget in widgets:
                layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self.title, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack(two_rows=False)
        self.hide()
        parent.installEventFilter(self)

    def show_doubt(self, doubt: Doubt, table: ClassTable) -> None:
        first_key, second_key, *others = self._keys()
        for button, key in zip((self.next, self.close_button), others, strict=True):
            button.setToolTip(f"{button.accessibleName()} ({key})" if key else button.accessibleName())
        for hint, key in zip(self._hints, (first_key, second_key), strict=True):
            hint.setText(key)
        place = self.tr("Doubtful {n} of {total}").format(
            n=grouped(doubt.number), total=grouped(doubt.total)
        )
        done = self.tr("{answered} answered · {left} left").format(
            answered=grouped(doubt.answered), left=grouped(doubt.total)
        )
        self.title.setText(done if doubt.answered else place)
        self.title.setToolTip(place if doubt.answered else "")
        self._answers = [self._answer(self.first, doubt.first, table)]
        if doubt.second is not None:
            self._answers.append(self._answer(self.second, doubt.second, table))
        self.first.show()
        self.second.setVisible(doubt.second is not None)
        self.next.show()
        self._place()

    def show_nothing_left(self) -> None:
        self.title.setText(self.tr("Nothing is left that the model doubts in this image"))
        self.title.setToolTip("")
        self._answers = []
        for button in (self.first, self.second):
            button.hide()
        self.next.hide()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _answer(
        self, button: QPushButton, answer: Answer, table: ClassTable
    ) -> tuple[QPushButton, str, str]:
        name = table.name_of(answer.class_id)
        share = f"{round(100 * answer.probability)} %"
        button.setIcon(_colour_icon(QColor(*table.colour_of(answer.class_id))))
        button.setIconSize(QSize(_CHIP + _BESIDE_CHIP, _CHIP))
        said = self.tr("It is {name}, {share}").format(name=name, share=share)
        button.setToolTip(literal_tip(said))
        button.setAccessibleName(said)
        return button, name, share

    def _tool(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(ICON, ICON))
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _place(self) -> None:
        parent = self._ground
        room = parent.width() - 2 * GRID
        for hints, two_rows, letters in _FORMS:
            self._take_form(hints=hints, two_rows=two_rows, letters=letters)
            if self.sizeHint().width() <= room:
                break
        size = self.sizeHint()
        width = min(size.width(), room)
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - size.height() - _MARGIN, width, size.height()
        )
        self.show()
        self.raise_()

    def _take_form(self, *, hints: bool, two_rows: bool, letters: int) -> None:
        for hint in self._hints[len(self._answers) :]:
            hint.hide()
        for (button, name, share), hint in zip(self._answers, self._hints, strict=False):
            button.setText(f"{literal_action(shortened(name, letters))}  {share}")
            hint.setVisible(hints and bool(hint.text()))
        self._stack(two_rows=two_rows and bool(self._answers))
        self._grid.activate()

    def _stack(self, *, two_rows: bool) -> None:
        """The answers beside the words, or below."""
        for layout in (self._middle, self._end):
            self._grid.removeItem(layout)
        if two_rows:
            self._grid.addLayout(self._middle, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            self._grid.addLayout(self._end, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addLayout(self._middle, 0, 1)
            self._grid.addLayout(self._end, 0, 2)


_FORMS = (
    (True, False, _NAME),
    (False, False, _NAME),
    (False, True, _NAME),
    *((False, True, letters) for letters in (20, 14, 10, 7, _LEAST_NAME)),
)
"""From wide to narrow: with key hints, in two rows, letters of a name."""


def _key_hint(parent: QWidget) -> QLabel:
    hint = QLabel(parent)
    hint.setObjectName("key_hint")
    return hint


def _colour_icon(colour: QColor) -> QIcon:
    pixmap = QPixmap(2 * (_CHIP + _BESIDE_CHIP), 2 * _CHIP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128))
    painter.setBrush(colour)
    painter.drawRoundedRect(1, 1, 2 * _CHIP - 2, 2 * _CHIP - 2, 6, 6)
    painter.end()
    return QIcon(pixmap)
