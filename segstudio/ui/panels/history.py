"""The steps that were done to the current image: what each was, when, and which are in effect; a click goes there."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from segstudio.engine.session import Session
from segstudio.labels.document import Document
from segstudio.labels.past.history import StepView
from segstudio.labels.tools import TOOLS
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.theme import PADDING, tabular, tokens

ROW_HEIGHT = 28
_ICON = 16
_TURN_S = 0.006
"""Steps are taken for so long in one event; the rest follow in the next."""
_OTHER_ICONS = {"Recover unsaved edits": "mdi6.backup-restore"}
_ANY_ICON = "mdi6.pencil-outline"
_FIRST_ICON = "mdi6.image-outline"
_GO_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_OWN_KEYS = {*_GO_KEYS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp,
             Qt.Key.Key_PageDown}  # fmt: skip
STEP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `StepView` of a row; None for the first row, the image as it was opened."""
STATE_ROLE = STEP_ROLE + 1
"""'done', 'current' or 'undone'."""

Index = QModelIndex | QPersistentModelIndex


def step_icon(name: str) -> str:
    """Of the tool whose steps have this name."""
    return next((spec.icon for spec in TOOLS if spec.step == name), _OTHER_ICONS.get(name, _ANY_ICON))


class HistoryModel(QAbstractListModel):
    """Row n is the state after n steps; row 0 the image as it was opened, or after steps that were forgotten."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: tuple[StepView, ...] = ()
        self._done = 0
        self._dropped = False

    @property
    def done(self) -> int:
        return self._done

    def show_steps(self, steps: Sequence[StepView], done: int, *, dropped: bool) -> None:
        """Rows that stay what they are keep their place in the list."""
        former = [s.id for s in self._steps]
        new = [s.id for s in steps]
        same = next(
            (n for n, (a, b) in enumerate(zip(former, new, strict=False)) if a != b),
            min(len(former), len(new)),
        )
        self._done, self._dropped = done, dropped
        if len(former) > same:
            self.beginRemoveRows(QModelIndex(), same + 1, len(former))
            self._steps = self._steps[:same]
            self.endRemoveRows()
        if len(new) > same:
            self.beginInsertRows(QModelIndex(), same + 1, len(new))
            self._steps = tuple(steps)
            self.endInsertRows()
        self.dataChanged.emit(self.index(0), self.index(len(new)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._steps) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() > len(self._steps):
            return None
        step = self._steps[index.row() - 1] if index.row() else None
        state = "current" if index.row() == self._done else "done" if index.row() < self._done else "undone"
        if role == STEP_ROLE:
            return step
        if role == STATE_ROLE:
            return state
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(step)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._spoken(step, state)
        return None

    def _title(self, step: StepView | None) -> str:
        if step is not None:
            return QCoreApplication.translate("Steps", step.name)
        if self._dropped:
            return QCoreApplication.translate("History", "Earlier steps, forgotten to save memory")
        return QCoreApplication.translate("History", "Image as opened")

    def _spoken(self, step: StepView | None, state: str) -> str:
        words = {
            "current": QCoreApplication.translate("History", "where the image stands"),
            "done": QCoreApplication.translate("History", "done; a click goes back to here"),
            "undone": QCoreApplication.translate("History", "taken back; a click does it again"),
        }
        when = f", {time.strftime('%X', time.localtime(step.when))}" if step is not None else ""
        return f"{self._title(step)}{when}: {words[state]}"


class HistoryDelegate(QStyledItemDelegate):
    """Icon, name, time; what was taken back is dim, where the image stands has a bar at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        base: QFont = option.font
        place = index.data(STATE_ROLE)
        step = index.data(STEP_ROLE)
        painter.save()
        if place == "current":
            painter.fillRect(rect, t.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.colour("raised"))
        if place == "current":
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), t.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(t.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        role = "dim" if place == "undone" else "text"
        name = step_icon(step.name) if isinstance(step, StepView) else _FIRST_ICON
        square = QRect(inner.left(), inner.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        draw_glyph(painter, square, glyph(name), t.colour("dim" if place != "current" else "accent"))
        right = 0
        title, metrics = str(index.data()), QFontMetrics(base)
        if isinstance(step, StepView):
            figures = tabular(base)
            figures.setPixelSize(12)
            when = time.strftime("%H:%M:%S", time.localtime(step.when))
            right = QFontMetrics(figures).horizontalAdvance(when) + 8
            if _ICON + 10 + metrics.horizontalAdvance(title) + right > inner.width():
                right = 0  # what was done matters more; the time is on hover
            else:
                painter.setFont(figures)
                painter.setPen(t.colour("dim"))
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(inner, flags, when)
        painter.setFont(base)
        painter.setPen(t.colour(role))
        line = inner.adjusted(_ICON + 10, 0, -right, 0)
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(line.width(), 0))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


class _StepList(QListView):
    """Its keys are its own while it has the focus, also where the window has shortcuts on them."""

    def event(self, event: QEvent) -> bool:
        own = (
            isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
            and not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        )
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _GO_KEYS and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """The list. A click, or Return on a row, goes to that state through undo and redo."""

    def __init__(self, session: Session, canvas: CanvasView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._goal: int | None = None
        self._forget_document: Callable[[], None] = _nothing
        self.model = HistoryModel(self)
        self.list = _StepList(self)
        self.list.setObjectName("history")
        self.list.setAccessibleName(self.tr("History"))
        self.list.setAccessibleDescription(
            self.tr("Steps done to this image; Return goes to the chosen one")
        )
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_steps)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._step)
        self._stop_hearing = session.document_changed.connect(self._follow)
        self._follow(session.document)

    def detach(self) -> None:
        self._forget_document()
        self._stop_hearing()
        self._turn.stop()
        self._soon.stop()

    def go_to(self, done: int) -> None:
        """To the state in which the first `done` steps are in effect; long ways are gone in several events."""
        self._canvas.finish_gesture()
        self._goal = done
        self._turn.start()

    def showEvent(self, event: QShowEvent) -> None:
        self._show_steps()
        super().showEvent(event)

    def _go(self, index: QModelIndex) -> None:
        self.go_to(index.row())

    def _step(self) -> None:
        document, until = self._session.document, time.perf_counter() + _TURN_S
        while self._goal is not None:
            if document is None or not document.go_to_step(self._goal):
                self._goal = None
                self._turn.stop()
            elif time.perf_counter() > until:
                return

    def _follow(self, document: Document | None) -> None:
        self._forget_document()
        self._goal = None
        self._turn.stop()
        self._forget_document = document.state_changed.connect(self._changed) if document else _nothing
        self._changed()

    def _changed(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _show_steps(self) -> None:
        document = self._session.document
        if document is None:
            self.model.show_steps((), 0, dropped=False)
            return
        history = document.history
        moved = history.done != self.model.done
        self.model.show_steps(history.steps, history.done, dropped=history.dropped)
        if moved or not self.list.currentIndex().isValid():
            current = self.model.index(history.done)
            self.list.setCurrentIndex(current)
            self.list.scrollTo(current)


def _nothing() -> None:
    """There is no document to forget."""
