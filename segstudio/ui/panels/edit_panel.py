"""An edit of the whole mask, or of the selection: its options and what it would change, then Apply or Cancel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from segstudio.core.numerals import grouped
from segstudio.labels.options import Value
from segstudio.labels.tools import ToolSpec
from segstudio.ui.action_book import action_text
from segstudio.ui.controls.literal import shortened
from segstudio.ui.controls.number_field import NumberField
from segstudio.ui.panels.option_controls import OptionControl, option_control
from segstudio.ui.theme import GRID, PADDING, tabular
from segstudio.ui.tool_state import ToolState

_MARGIN = 12


class EditPanel(QFrame):
    """Stands at the head of its parent. `applied` and `cancelled` tell what a person chose; it closes with both."""

    applied = Signal(object)
    """The tool's row."""
    cancelled = Signal()
    opened = Signal(object)

    def __init__(self, tools: ToolState, class_name: Callable[[], str], parent: QWidget) -> None:
        """`class_name`: of the active class."""
        super().__init__(parent)
        self._class_name = class_name
        self.setObjectName("floating")
        self._tools = tools
        self._ground = parent
        self.spec: ToolSpec | None = None
        self._controls: dict[str, OptionControl] = {}
        self._title = QLabel(self)
        self._title.setProperty("title", True)
        self._scope = QLabel(self)
        self._scope.setProperty("dim", True)
        self._options = QWidget(self)
        self.result = QLabel(self)
        self.result.setProperty("dim", True)
        self.result.setFont(tabular(self.font()))
        self.result.setMinimumWidth(190)
        self.apply_button = QPushButton(self.tr("Apply"), self)
        self.apply_button.setProperty("primary", True)
        self.apply_button.setToolTip(self.tr("Write it into the mask (Return)"))
        self.apply_button.clicked.connect(self.apply)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setToolTip(self.tr("Change nothing (Escape)"))
        self.cancel_button.clicked.connect(self.cancel)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._scope)
        foot.addWidget(self.result, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.apply_button)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        grid.setVerticalSpacing(GRID + 2)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self._options, 1, 0)
        grid.addLayout(foot, 2, 0)
        self.hide()
        parent.installEventFilter(self)
        tools.option_changed.connect(self._show_option)
        for signal in (tools.selection_changed, tools.modifiers_changed, tools.class_changed):
            signal.connect(self._show_scope)

    def open(self, spec: ToolSpec, title: str) -> None:
        """Show the options of this tool; `opened` follows."""
        self.spec = spec
        self.setAccessibleName(title)
        self._title.setText(title)
        self._title.setToolTip(action_text(spec.help))
        self._fill(spec)
        self._show_scope()
        self.show_result(None, working=True)
        self._place()
        self.opened.emit(spec)
        first = next((c.item.control for c in self._controls.values()), self.apply_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, NumberField):
            first.number.selectAll()

    def show_result(self, pixels: int | None, *, working: bool = False) -> None:
        """How many pixels would change; None: none."""
        if working:
            self.result.setText(self.tr("Working it out …"))
        elif not pixels:
            self.result.setText(self.tr("Nothing would change"))
        else:
            self.result.setText(self.tr("{n} pixels would change").format(n=grouped(pixels)))

    def apply(self) -> None:
        spec = self._close()
        if spec is not None:
            self.applied.emit(spec)

    def cancel(self) -> None:
        if self._close() is not None:
            self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.cancel_button.hasFocus():
            self.apply()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _fill(self, spec: ToolSpec) -> None:
        old, self._options = self._options, QWidget(self)
        grid = QGridLayout(self._options)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self._controls = {}
        for row, option in enumerate(spec.options):

            def set_value(value: Value, key: str = option.key) -> None:
                self._tools.set_option(key, value, spec.id)

            control = option_control(option, set_value, self._options)
            control.show(self._tools.options_of(spec.id)[option.key])
            self._controls[option.key] = control
            if control.item.label:
                label = QLabel(control.item.label, self._options)
                label.setBuddy(control.item.control)
                grid.addWidget(label, row, 0)
            grid.addWidget(control.item.control, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.replaceWidget(old, self._options)
        old.hide()
        old.deleteLater()
        self._options.show()

    def _show_option(self, tool_id: str, key: str) -> None:
        if self.spec is not None and tool_id == self.spec.id:
            self._controls[key].show(self._tools.options_of(tool_id)[key])
            self._show_scope()
            self.show_result(None, working=True)

    def _show_scope(self) -> None:
        """Whose edges are meant, and where."""
        if self.spec is None:
            return
        inside = self._tools.selection is not None and self._tools.only_selection
        where = self.tr("in the selection") if inside else self.tr("in the whole image")
        every = self._tools.options_of(self.spec.id).get("reach") == "all"
        self._scope.setText(where if every else f"{shortened(self._class_name(), 24)} · {where}")

    def _close(self) -> ToolSpec | None:
        """The canvas gets the focus that the panel had; every image that is left closes it, also where it is not open."""
        spec, self.spec = self.spec, None
        focused = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if focused:
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)
        return spec

    def _place(self) -> None:
        self.adjustSize()
        parent = self._ground
        width = min(max(self.sizeHint().width(), 340), parent.width() - 2 * GRID)
        self.setGeometry((parent.width() - width) // 2, _MARGIN, width, self.sizeHint().height())
        self.show()
        self.raise_()
