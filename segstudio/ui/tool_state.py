"""What the hand holds: the tool, its options and tip, the class it paints and what it must not touch. One object, heard
by canvas, strip and panels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from segstudio.core.settings import Settings
from segstudio.labels.areas.brush import TipShape
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.options import Value
from segstudio.labels.patch import Area
from segstudio.labels.tools import ToolSpec, tool
from segstudio.ui.hand_tools import HAND_TOOLS
from segstudio.ui.option_store import OptionStore

MIN_RADIUS = 0.5
MAX_RADIUS = 1024.0
RADIUS_STEP = 1.2
"""One step of `[`, `]` or Alt + wheel multiplies or divides the radius by this."""

_TOOL, _RADIUS, _SHAPE = "tool.id", "tool.brush_radius", "tool.brush_shape"
_SHAPES: dict[str, TipShape] = {"round": "round", "square": "square"}


class ToolState(QObject):
    """Tool id (of `labels.tools.TOOLS`), tip radius in image pixels, tip shape and class id.

    Every value has a Qt signal that fires only when it really changes. Tool, radius and shape are kept in
    `settings` at once (`Settings.save` is the window's affair); the class belongs to the project and is not.
    """

    tool_changed = Signal(str)
    radius_changed = Signal(float)
    shape_changed = Signal(str)
    class_changed = Signal(int)
    option_changed = Signal(str, str)
    """(tool id, key)."""
    modifiers_changed = Signal()
    locked_changed = Signal()
    selection_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        stored = settings.text(_TOOL)
        self._tool = stored if any(spec.id == stored for spec in HAND_TOOLS) else HAND_TOOLS[0].id
        self._previous = HAND_TOOLS[0].id if not tool(self._tool).changes else self._tool
        self._radius = min(max(settings.number(_RADIUS), MIN_RADIUS), MAX_RADIUS)
        self._shape = _SHAPES[settings.text(_SHAPE)]
        self._class_id = 0
        self._options = OptionStore(settings)
        self._only_class: int | None = None
        self._only_unlabelled = False
        self._only_selection = True
        self._locked: frozenset[int] = frozenset()
        self._selection: Area | None = None

    @property
    def tool(self) -> str:
        return self._tool

    @property
    def spec(self) -> ToolSpec:
        """The active tool's row in the table of tools."""
        return tool(self._tool)

    @property
    def radius(self) -> float:
        """Of the tip, in image pixels."""
        return self._radius

    @property
    def shape(self) -> TipShape:
        return self._shape

    @property
    def class_id(self) -> int:
        """What the tools paint; the table's ignore index paints void on purpose."""
        return self._class_id

    def set_tool(self, tool_id: str) -> None:
        """Raises KeyError when the table of tools has no such id."""
        spec = tool(tool_id)
        if tool_id == self._tool:
            return
        if self.spec.changes:
            self._previous = self._tool
        self._tool = spec.id
        self._settings.set(_TOOL, spec.id)
        self.tool_changed.emit(spec.id)

    def back_to_previous_tool(self) -> None:
        """Take again the tool that was in the hand before one that changes nothing (pick class)."""
        self.set_tool(self._previous)

    def set_radius(self, radius: float) -> None:
        """Clamped to 0.5 … 1024 image pixels."""
        radius = min(max(float(radius), MIN_RADIUS), MAX_RADIUS)
        if radius != self._radius:
            self._radius = radius
            self._settings.set(_RADIUS, radius)
            self.radius_changed.emit(radius)

    def step_radius(self, steps: float) -> None:
        """Larger by so many steps of 20 %, smaller when negative; at least by half a pixel per whole step."""
        wanted = self._radius * RADIUS_STEP**steps
        if abs(steps) >= 1 and abs(wanted - self._radius) < 0.5:
            wanted = self._radius + (0.5 if steps > 0 else -0.5)
        self.set_radius(round(wanted * 2) / 2 if abs(steps) >= 1 else wanted)

    def set_shape(self, shape: Literal["round", "square"] | str) -> None:
        """Raises KeyError for anything but 'round' and 'square'."""
        known = _SHAPES[shape]
        if known != self._shape:
            self._shape = known
            self._settings.set(_SHAPE, known)
            self.shape_changed.emit(known)

    def set_class(self, class_id: int) -> None:
        """Raises ValueError for what cannot be a label value."""
        if not 0 <= class_id <= 255:
            raise ValueError(f"{class_id} is no class id: label values are 0 … 255")
        if class_id != self._class_id:
            self._class_id = class_id
            self.class_changed.emit(class_id)

    # Options of the tools

    @property
    def options(self) -> dict[str, Value]:
        """A value for every option of the active tool."""
        return self._options.of(self.spec)

    def options_of(self, tool_id: str) -> dict[str, Value]:
        """Raises KeyError when the table of tools has no such id."""
        return self._options.of(tool(tool_id))

    def set_option(self, key: str, value: Value, tool_id: str | None = None) -> None:
        """Of the active tool, or another. Raises KeyError for no option, ValueError for a value that it does not take."""
        spec = tool(tool_id or self._tool)
        if self._options.set(spec, key, value):
            self.option_changed.emit(spec.id, key)

    def step_option(self, steps: float) -> bool:
        """Turn the active tool's first number by so many of its steps (Shift + wheel); False when it has none."""
        option = next((o for o in self.spec.options if o.kind == "number"), None)
        if option is None:
            return False
        value = self.options[option.key]
        assert not isinstance(value, str)
        wanted = round(float(value) / option.step + steps) * option.step
        self.set_option(option.key, min(max(round(wanted, 6), option.minimum), option.maximum))
        return True

    # What is protected

    @property
    def modifiers(self) -> Modifiers:
        """What every tool keeps to: modifiers, locks and, unless it is switched off, the selection."""
        return Modifiers(
            self._only_class,
            self._only_unlabelled,
            self._locked,
            self._selection if self._only_selection else None,
        )

    @property
    def only_class(self) -> int | None:
        """Id of the only class that may be painted over."""
        return self._only_class

    def set_only_class(self, class_id: int | None) -> None:
        if class_id != self._only_class:
            self._only_class = class_id
            self.modifiers_changed.emit()

    @property
    def only_unlabelled(self) -> bool:
        return self._only_unlabelled

    def set_only_unlabelled(self, only: bool) -> None:
        if only != self._only_unlabelled:
            self._only_unlabelled = only
            self.modifiers_changed.emit()

    @property
    def only_selection(self) -> bool:
        """Whether tools keep to the selection, where there is one."""
        return self._only_selection

    def set_only_selection(self, only: bool) -> None:
        if only != self._only_selection:
            self._only_selection = only
            self.modifiers_changed.emit()

    @property
    def locked(self) -> frozenset[int]:
        """Ids of classes whose pixels no tool changes; like the class, they belong to the project."""
        return self._locked

    def set_locked(self, class_ids: Iterable[int]) -> None:
        wanted = frozenset(class_ids)
        if wanted != self._locked:
            self._locked = wanted
            self.locked_changed.emit()

    def set_class_locked(self, class_id: int, locked: bool) -> None:
        self.set_locked(self._locked | {class_id} if locked else self._locked - {class_id})

    @property
    def selection(self) -> Area | None:
        """Of the image that is shown; None: nothing is selected."""
        return self._selection

    def set_selection(self, selection: Area | None) -> None:
        if selection is not self._selection:
            self._selection = selection
            self.selection_changed.emit()
