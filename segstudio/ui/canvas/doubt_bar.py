"""The doubtful region that is looked at: its two answers as buttons at the foot of the canvas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from segstudio.core.classes import ClassTable
from segstudio.engine.doubt_desk import Answer, Doubt
from segstudio.ui.controls.literal import literal_action, literal_tip
from segstudio.ui.icons import icon
from segstudio.ui.theme import GRID, ICON, tabular

_MARGIN = 16
_CHIP = 14


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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(GRID)
        self._hints = [_key_hint(self), _key_hint(self)]
        for widget in (self.title, self.first, self._hints[0], self.second, self._hints[1], self.next,
                       self.close_button):  # fmt: skip
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        parent.installEventFilter(self)

    def show_doubt(self, doubt: Doubt, table: ClassTable) -> None:
        first_key, second_key, *others = self._keys()
        for button, key in zip((self.next, self.close_button), others, strict=True):
            button.setToolTip(f"{button.accessibleName()} ({key})" if key else button.accessibleName())
        for hint, key in zip(self._hints, (first_key, second_key), strict=True):
            hint.setText(key)
        self.title.setText(self.tr("Doubtful {n} of {total}").format(n=doubt.number, total=doubt.total))
        self._show_answer(self.first, doubt.first, table)
        self.second.setVisible(doubt.second is not None)
        self._hints[1].setVisible(doubt.second is not None)
        if doubt.second is not None:
            self._show_answer(self.second, doubt.second, table)
        self.first.show()
        self._hints[0].show()
        self.next.show()
        self._place()

    def show_nothing_left(self) -> None:
        self.title.setText(self.tr("Nothing is left that the model doubts in this image"))
        for hint in self._hints:
            hint.hide()
        for button in (self.first, self.second):
            button.hide()
        self.next.hide()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _show_answer(self, button: QPushButton, answer: Answer, table: ClassTable) -> None:
        name = table.name_of(answer.class_id)
        share = f"{round(100 * answer.probability)} %"
        button.setIcon(_colour_icon(QColor(*table.colour_of(answer.class_id))))
        button.setIconSize(QSize(_CHIP, _CHIP))
        button.setText(f"{literal_action(name)}  {share}")
        said = self.tr("It is {name}, {share}").format(name=name, share=share)
        button.setToolTip(literal_tip(said))
        button.setAccessibleName(said)

    def _tool(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(ICON, ICON))
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _place(self) -> None:
        parent = self._ground
        self.adjustSize()
        width = min(self.sizeHint().width(), parent.width() - 2 * GRID)
        self.setGeometry(
            (parent.width() - width) // 2,
            parent.height() - self.sizeHint().height() - _MARGIN,
            width,
            self.sizeHint().height(),
        )
        self.show()
        self.raise_()


def _key_hint(parent: QWidget) -> QLabel:
    hint = QLabel(parent)
    hint.setObjectName("key_hint")
    return hint


def _colour_icon(colour: QColor) -> QIcon:
    pixmap = QPixmap(2 * _CHIP, 2 * _CHIP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128))
    painter.setBrush(colour)
    painter.drawRoundedRect(1, 1, 2 * _CHIP - 2, 2 * _CHIP - 2, 6, 6)
    painter.end()
    return QIcon(pixmap)
