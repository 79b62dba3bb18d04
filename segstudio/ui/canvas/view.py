"""The canvas: shows the session's current image and lets the hand correct its mask.

For the window:

- `CanvasView(session, tools, parent)`. It listens to the session; nothing has to be pushed into it. Call `detach()`
  when the window closes, and `finish_gesture()` before saving or moving on while a button may be down or something
  waits to be written; `afterwards(then)` does the same without holding up the window.
- Signals: `hovered(object)`: (column, row) of the image pixel under the pointer, or None; `zoom_changed(float)`;
  `context(str)`: what to say in the status bar; `opacity_changed(float)`; `layer_changed(str)`; `hidden_changed()`;
  `mask_hidden_changed(bool)`; `undoable_changed(str)`: what `take_back()` would take back before the history does.
- Keys that it handles itself, while it has the focus: Space (hold and drag: pan), H (hold: hide the mask), arrows
  (pan), + − (zoom), Home (fit), Ctrl+0 (100 %), and while a gesture is open Escape, Return, Backspace. A shortcut of
  the window wins over the same key here, except for the last three during a gesture.
- Wheel, or Ctrl + wheel: zoom about the pointer; Alt + wheel: brush size; Shift + wheel: the tool's first number;
  middle drag: pan; pinch: zoom.
- Without a mouse: Shift + arrows move the tip (with Alt in large steps), Shift + Space presses and lets go.
- Buttons: see `hand`.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from segstudio.engine.desks.tool_desk import ToolDesk
from segstudio.ui.canvas.hand import hints
from segstudio.ui.canvas.hand.hand import CLOSE_WITHIN, Keys
from segstudio.ui.canvas.hand.pen import Pen
from segstudio.ui.canvas.hand_surface import HandSurface
from segstudio.ui.canvas.key_tip import stepped
from segstudio.ui.canvas.source import CanvasSource
from segstudio.ui.canvas.viewport import Point, Viewport
from segstudio.ui.tool_state import ToolState

_NOTCH = 120.0
_ARROW = 64
_PINCH = Qt.NativeGestureType.ZoomNativeGesture
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_KEYS_OF_GESTURES = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace}
_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class CanvasView(HandSurface):
    """The canvas of a session. See the module's text."""

    mask_hidden_changed = Signal(bool)

    def __init__(
        self,
        session: CanvasSource,
        tools: ToolState,
        parent: QWidget | None = None,
        work: ToolDesk | None = None,
    ) -> None:
        """`work`: who works out what tools need longer for than a frame; without it all is done at once."""
        super().__init__(session, tools, parent, work)
        self._pen = Pen()
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("The image and the mask over it"))
        self.setMinimumSize(160, 120)
        self._read_session()
        self._update_cursor()

    # For the window

    def set_mask_hidden(self, hidden: bool) -> None:
        if hidden != self.mask_hidden:
            super().set_mask_hidden(hidden)
            self.mask_hidden_changed.emit(hidden)

    def set_pen_pressure(self, on: bool) -> None:
        """Whether a pen that presses lightly has a smaller tip."""
        self._pen.by_pressure = on
        self._pen.pressure = self._hand.pressure = 1.0

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        button = event.button()
        self._pen.see(event)
        self._take_pen()
        self._pointer = event.position()
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            self._nav.start_drag(self._device(event.position()))
            self._update_cursor()
        elif button in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            self._press(event)

    def _press(self, event: QMouseEvent) -> None:
        if not self._nav.dragging:
            right = event.button() == Qt.MouseButton.RightButton
            self._press_at(event.position(), _keys(event.modifiers()), right=right)

    def _press_at(self, position: QPointF, keys: Keys, *, right: bool = False) -> None:
        viewport = self._nav.viewport
        point = self.image_point(position)
        if viewport is None or point is None or self._document is None:
            self._say(hints.not_ready_hint(self._loading))
            return
        if self._hand.spec.changes and not self._stack.follows_edits:
            self.set_layer("mask")  # what is painted has to be seen
        self._hand.press(
            point,
            right=right,
            keys=keys,
            close=CLOSE_WITHIN * self.devicePixelRatioF() / viewport.zoom,
        )
        self._gesture_changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pen.see(event)
        self._take_pen()
        if self._nav.dragging:
            self._pointer = event.position()
            self._nav.drag(self._device(event.position()))
            self._show_moved()
        else:
            self._move_to(event.position(), _keys(event.modifiers()))

    def _move_to(self, position: QPointF, keys: Keys) -> None:
        self._pointer = position
        self._hand.line_wanted = keys.shift
        point = self.image_point(position)
        if point is not None:
            self._hand.move(point, keys)
        self._show_moved()

    def _show_moved(self) -> None:
        self._say_hover()
        self._update_drawn()
        self._flush_changes()
        self._show_preview()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._nav.dragging and event.button() in {
            Qt.MouseButton.MiddleButton,
            Qt.MouseButton.LeftButton,
        }:
            self._nav.end_drag()
            self._update_cursor()
        elif not event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a polygon's double click closes it; elsewhere it is a press like any other."""
        if self._hand.spec.kind != "polygon" or event.button() != Qt.MouseButton.LeftButton or self._space:
            self.mousePressEvent(event)
        elif self._hand.close():
            self._gesture_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y() or event.angleDelta().x()  # with Alt some systems turn the axes
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._tools.step_radius(delta / _NOTCH)
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._tools.step_option(delta / _NOTCH)
        elif event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier}:
            self._nav.wheel(delta / _NOTCH, self._device(event.position()))
        else:
            event.ignore()
            return
        event.accept()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Only which end of the pen it is, and how it presses; Qt then sends the same as a mouse event."""
        self._pen.hear(event)
        self._take_pen()
        event.ignore()

    def _take_pen(self) -> None:
        self._hand.pressure = self._pen.pressure
        if self._hand.pen_turned != self._pen.turned:
            self._hand.pen_turned = self._pen.turned
            self._gesture_changed()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer = event.position()
        self._hand.line_wanted = _keys(event.modifiers()).shift
        self._update_drawn()
        self._show_preview()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._pen.forget()
        self._take_pen()
        self._say_hover()
        self._update_drawn()
        self._show_preview()

    # Keys and focus

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._needs(event.key()) and not event.modifiers():
                event.accept()
                return True
        elif isinstance(event, QNativeGestureEvent) and event.gestureType() == _PINCH:
            self._nav.set_zoom(self.zoom * (1 + event.value()), self._device(event.position()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._hold_shape(key, True, event)
        if self._needs(key):
            self._gesture_key(key)
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                self._press_by_key()
        elif key == Qt.Key.Key_Space:
            self._hold_space(True)
        elif key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move_by_key(Qt.Key(key), coarse=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif key in _ARROWS:
            dx, dy = _ARROWS[Qt.Key(key)]
            self._nav.pan(dx * _ARROW * self.devicePixelRatioF(), dy * _ARROW * self.devicePixelRatioF())
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key == Qt.Key.Key_0 and control:
            self.actual_size()
        else:
            event.ignore()
            return
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._hold_shape(event.key(), False, event)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody will tell when the button or the key goes up."""
        self._ring = False
        self.update()
        self._let_go()
        self._hand.line_wanted = False
        self._nav.end_drag()
        self._hold_space(False)
        self.set_mask_hidden(False)
        super().focusOutEvent(event)

    def _needs(self, key: int) -> bool:
        """Whether a key is about what is drawn, or, Escape, what waits; a shortcut may have it else."""
        at_work = self._hand.active if key == Qt.Key.Key_Escape else self._hand.gesture is not None
        return at_work and key in _KEYS_OF_GESTURES

    def _gesture_key(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self._hand.cancel()
        elif key == Qt.Key.Key_Backspace:
            self._hand.take_back()
        else:
            self._hand.close()
        self._gesture_changed()

    def _hold_shape(self, key: int, down: bool, event: QKeyEvent) -> None:
        """Shift and Alt change an open box at once, without waiting for the pointer to move; Shift shows a line."""
        if key in _SHAPE_KEYS:
            held = _keys(event.modifiers())  # X11 and Windows disagree whether the key itself is in it
            held = replace(held, **{_SHAPE_KEYS[Qt.Key(key)]: down})
            self._hand.hold(held)
            self._hand.line_wanted = held.shift
            self._update_drawn()
            self._show_preview()

    def _move_by_key(self, key: Qt.Key, *, coarse: bool) -> None:
        """The tip goes a step on; what is pressed goes along."""
        viewport = self._nav.viewport
        if viewport is None:
            return
        right, down = (-by for by in _ARROWS[key])  # the table says where the image goes
        point = stepped(self._tip_point(viewport), (right, down), viewport, coarse=coarse)
        self._pointer = None  # a stroke is not lifted: the image moves along with the tip
        self._nav.follow(point)
        self._move_to(self.widget_point(point), Keys())

    def _tip_point(self, viewport: Viewport) -> Point:
        """Where the tip is in the image; in the middle of the view when it lies nowhere in both."""
        pointer = self._pointer
        if pointer is not None and self.rect().contains(pointer.toPoint()):
            at = self._device(pointer)
            if viewport.pixel_at(at) is not None:
                return viewport.to_image(at)
        part = viewport.seen
        return part.x + part.width / 2, part.y + part.height / 2

    def _press_by_key(self) -> None:
        """As the left button: down, and with the next press up again. A click tool clicks."""
        if self._hand.dragging:
            self._let_go()
            return
        viewport = self._nav.viewport
        if viewport is not None:
            self._pointer = self.widget_point(self._tip_point(viewport))
        self._press_at(self._pointer or QPointF(self.rect().center()), Keys())
        if not self._hand.dragging:
            self._show_moved()

    def _hold_space(self, down: bool) -> None:
        self._space = down
        self._update_cursor()

    # What is drawn for the hand

    def _viewport_changed(self) -> None:
        super()._viewport_changed()
        point = self.image_point(self._pointer) if self._pointer is not None else None
        if self._hand.stroke is not None and point is not None:
            self._hand.stroke.lift_to(point)
        self._say_hover()
        self._show_preview()


_SHAPE_KEYS = {Qt.Key.Key_Shift: "shift", Qt.Key.Key_Alt: "alt"}


def _keys(held: Qt.KeyboardModifier) -> Keys:
    return Keys(
        bool(held & Qt.KeyboardModifier.ShiftModifier), bool(held & Qt.KeyboardModifier.AltModifier)
    )
