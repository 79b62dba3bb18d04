"""The strip above the canvas: options of the active tool at the left, what is shown and how large at the right."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolBar,
    QToolButton,
    QWidget,
)

from segstudio.labels.options import Value
from segstudio.ui.action_book import ActionBook, action_text
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.folding_row import FoldingRow, RowItem
from segstudio.ui.controls.literal import ElidedLabel
from segstudio.ui.controls.number_field import NumberField
from segstudio.ui.controls.segmented import Choice, Segmented
from segstudio.ui.icons import icon
from segstudio.ui.panels.modifier_button import ModifierButton
from segstudio.ui.panels.option_controls import OptionControl, option_control
from segstudio.ui.theme import GRID, ICON, PADDING, ROW, tabular
from segstudio.ui.tool_state import MAX_RADIUS, MIN_RADIUS, ToolState

_MARGIN = 6
_SIZE_WIDTH, _OPACITY_WIDTH, _NARROW = 112, 80, 64
_STEPS = 200  # of the size slider, whose scale is logarithmic


class ToolOptions(QToolBar):
    """Shows and sets ToolState and the canvas's view; holds nothing of its own."""

    field_added = Signal(object)
    """A spin box that came with another tool."""

    def __init__(
        self, actions: ActionBook, tools: ToolState, canvas: CanvasView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tool_options")
        self.setWindowTitle(self.tr("Tool options"))
        self.setAccessibleName(self.tr("Tool options"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._tools = tools
        self._canvas = canvas
        self._compact = False
        self._controls: dict[str, OptionControl] = {}
        strip = QWidget(self)
        strip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(strip)
        self._row.setContentsMargins(GRID, 0, GRID, 0)
        self._row.setSpacing(GRID)
        self._add_tool()
        self._add_options()
        self._add_opacity()
        self._add_layers()
        self._add_zoom()
        self.addWidget(strip)
        tools.tool_changed.connect(lambda _tool: self._show_tool())
        tools.radius_changed.connect(self._show_radius)
        tools.shape_changed.connect(self.shape.set_value)
        tools.option_changed.connect(self._show_option)
        canvas.zoom_changed.connect(self._show_zoom)
        canvas.layer_changed.connect(self._show_layer)
        canvas.opacity_changed.connect(self._show_opacity)
        self._show_tool()
        self._show_zoom(canvas.zoom)
        self.layers.set_value(canvas.layer)

    def set_compact(self, compact: bool) -> None:
        """In a narrow window the words beside the sliders give way; their tooltips have them."""
        self._compact = compact
        for widget in (self._opacity_label, self._opacity_number):
            widget.setVisible(not compact)
        for slider, width in ((self.tip_size, _SIZE_WIDTH), (self.opacity, _OPACITY_WIDTH)):
            slider.setFixedWidth(_NARROW if compact else width)
        self._show_tool()

    # What is shown

    def _show_tool(self) -> None:
        spec = self._tools.spec
        self._tool_name.setText(self._actions[f"tool.{spec.id}"].text())
        self._tool_name.setToolTip(action_text(spec.help))
        items = self._tip_items() if spec.tip else []
        self._controls = {
            option.key: option_control(option, self._setter(spec.id, option.key), self)
            for option in spec.options
        }
        for control in self._controls.values():
            if isinstance(control.item.control, NumberField):
                self.field_added.emit(control.item.control.number)
        for key, value in self._tools.options.items():
            self._controls[key].show(value)
        items += [control.item for control in self._controls.values()]
        self.options.set_items(items)
        self.options.setVisible(bool(items))
        self._hint.setVisible(not items)
        self._hint.setText(self._actions[f"tool.{spec.id}"].statusTip())

    def _setter(self, tool_id: str, key: str) -> Callable[[Value], None]:
        return lambda value: self._tools.set_option(key, value, tool_id)

    def _show_option(self, tool_id: str, key: str) -> None:
        if tool_id == self._tools.tool:
            self._controls[key].show(self._tools.options[key])

    def _show_radius(self, radius: float) -> None:
        _quietly(self.tip_size, round(_STEPS * _to_share(radius)))
        self.tip_number.blockSignals(True)
        self.tip_number.setValue(2 * radius)
        self.tip_number.blockSignals(False)

    def _show_opacity(self, opacity: float) -> None:
        _quietly(self.opacity, round(100 * opacity))
        self._opacity_number.setText(f"{round(100 * opacity)} %")

    def _show_zoom(self, zoom: float) -> None:
        _quietly(self.zoom, max(1, round(100 * zoom)))

    # Construction

    def _add_tool(self) -> None:
        self._tool_name = QLabel(self)
        self._tool_name.setProperty("title", True)
        self._hint = ElidedLabel(self)
        self._hint.setProperty("dim", True)
        self._row.addWidget(self._tool_name)
        self._row.addWidget(_hairline(self))
        self._row.addWidget(self._hint, 20)

    def _add_options(self) -> None:
        self._make_tip()
        self.options = FoldingRow(self.tr("More options of the tool"), self)
        self.modifiers = ModifierButton(self._tools, self)
        self._row.addWidget(self.options, 20)
        self._row.addWidget(self.modifiers)
        self._row.addWidget(_hairline(self))

    def _tip_items(self) -> list[RowItem]:
        size = RowItem(self.tip_size, "" if self._compact else self.tr("Size"), kept=True)
        return [size, RowItem(self.tip_number, kept=True), RowItem(self.shape, kept=True)]

    def _make_tip(self) -> None:
        self.tip_size = _slider(self, _STEPS, _SIZE_WIDTH)
        self.tip_size.setAccessibleName(self.tr("Size of the tip"))
        self.tip_size.setToolTip(self.tr("Diameter of the tip in image pixels ([ and ], Alt + wheel)"))
        self.tip_size.valueChanged.connect(lambda step: self._tools.set_radius(_to_radius(step / _STEPS)))
        self.tip_number = QDoubleSpinBox(self)
        self.tip_number.setRange(2 * MIN_RADIUS, 2 * MAX_RADIUS)
        self.tip_number.setDecimals(0)
        self.tip_number.setSuffix(self.tr(" px"))
        self.tip_number.setFont(tabular(self.font()))
        self.tip_number.setFixedWidth(76)
        self.tip_number.setAccessibleName(self.tr("Diameter of the tip in image pixels"))
        self.tip_number.setToolTip(self.tip_size.toolTip())
        self.tip_number.setKeyboardTracking(False)
        self.tip_number.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        self.tip_number.valueChanged.connect(lambda diameter: self._tools.set_radius(diameter / 2))
        self.shape = Segmented(
            (
                Choice("round", self.tr("Round"), self.tr("Round tip"), "mdi6.circle"),
                Choice("square", self.tr("Square"), self.tr("Square tip"), "mdi6.square"),
            ),
            self.tr("Shape of the tip"),
            self,
        )
        self.shape.chosen.connect(self._tools.set_shape)
        self._show_radius(self._tools.radius)
        self.shape.set_value(self._tools.shape)

    def _add_opacity(self) -> None:
        self._opacity_label = label = QLabel(self.tr("Opacity"), self)
        self.opacity = _slider(self, 100, _OPACITY_WIDTH)
        self.opacity.setAccessibleName(self.tr("Opacity of the mask"))
        self.opacity.setToolTip(self.tr("How strongly the mask covers the image (hold H to hide it)"))
        self.opacity.valueChanged.connect(lambda share: self._canvas.set_opacity(share / 100))
        self._opacity_number = QLabel(self)
        self._opacity_number.setFont(tabular(self.font()))
        self._opacity_number.setFixedWidth(40)
        self._opacity_number.setProperty("dim", True)
        for widget in (label, self.opacity, self._opacity_number):
            self._row.addWidget(widget)
        self._show_opacity(self._canvas.opacity)

    def _add_layers(self) -> None:
        self.layers = Segmented(
            (
                Choice("mask", self.tr("Mask"), self.tr("What you edit: prediction and your paint")),
                Choice("prediction", self.tr("Prediction"), self._actions["view.prediction"].toolTip()),
                Choice("label", self.tr("Label"), self._actions["view.label"].toolTip()),
                Choice("errors", self.tr("Errors"), self._actions["view.errors"].toolTip()),
            ),
            self.tr("What is shown over the image"),
            self,
        )
        self.layers.chosen.connect(self._canvas.set_layer)
        self._row.addWidget(self.layers)
        more = self.more_layers = QToolButton(self)
        more.setIcon(icon("mdi6.chevron-down"))
        more.setIconSize(QSize(16, 16))
        more.setFixedSize(24, ROW)
        more.setCheckable(True)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setToolTip(self.tr("Confidence map, who said what, swipe, and which errors are shown"))
        more.setAccessibleName(self.tr("More layers"))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(more)

    def set_layer_menu(self, menu: QMenu) -> None:
        """What the button beside the layers opens."""
        self.more_layers.setMenu(menu)

    def _show_layer(self, layer: str) -> None:
        """Layers without a place in the switch show on the button beside it."""
        self.layers.show_value(layer)
        self.more_layers.setChecked(not self.layers.value)

    def _add_zoom(self) -> None:
        self.zoom = QSpinBox(self)
        self.zoom.setRange(1, 6400)
        self.zoom.setSuffix(" %")
        self.zoom.setFont(tabular(self.font()))
        self.zoom.setFixedWidth(76)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setToolTip(self.tr("Zoom in per cent (wheel; Ctrl+0 is 100 %)"))
        self.zoom.setKeyboardTracking(False)
        self.zoom.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        self.zoom.valueChanged.connect(lambda percent: self._canvas.set_zoom(percent / 100))
        fit = QToolButton(self)
        fit.setDefaultAction(self._actions["view.fit"])
        fit.setIconSize(QSize(ICON, ICON))
        fit.setAccessibleName(self.tr("Fit in window"))
        self._row.addWidget(self.zoom)
        self._row.addWidget(fit)


def _slider(parent: QWidget, steps: int, width: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal, parent)
    slider.setRange(0, steps)
    slider.setFixedWidth(width)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _hairline(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("hairline", True)
    line.setFixedSize(1, PADDING + 4)
    return line


def _quietly(widget: QSlider | QSpinBox, value: int) -> None:
    """Set a value that came from the model: no signal goes back."""
    widget.blockSignals(True)
    widget.setValue(value)
    widget.blockSignals(False)


def _to_share(radius: float) -> float:
    """Where the slider stands, 0 … 1: equal ways are equal ratios of size."""
    return math.log(radius / MIN_RADIUS) / math.log(MAX_RADIUS / MIN_RADIUS)


def _to_radius(share: float) -> float:
    return float(MIN_RADIUS * (MAX_RADIUS / MIN_RADIUS) ** share)
