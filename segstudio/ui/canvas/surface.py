"""The canvas as a picture: shows an image and a layer at any zoom, and repaints no more than what changed.

What it shows and how it is moved about; who paints with which tool is `view.CanvasView`'s affair.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from segstudio.core.classes import ClassTable, Colour
from segstudio.core.geometry import Rect
from segstudio.metrics.error_map import ErrorView
from segstudio.ui.canvas.background import Background
from segstudio.ui.canvas.cursor import paint_grid, paint_loading
from segstudio.ui.canvas.frame import REPAINT_SLACK, Frame, rectangles
from segstudio.ui.canvas.look import ErrorColours
from segstudio.ui.canvas.navigator import Navigator
from segstudio.ui.canvas.overlay import Overlay, Overlays
from segstudio.ui.canvas.pyramid import ImagePyramid, Pixels
from segstudio.ui.canvas.rects import merged
from segstudio.ui.canvas.stack import LAYERS, LayerId, LayerStack
from segstudio.ui.canvas.swipe import SwipeCodes
from segstudio.ui.canvas.viewport import Point
from segstudio.ui.theme import theme, tokens

_PATIENCE_MS = 150
"""An image that loads faster than this replaces the former one without a sign of loading."""
_TICK_MS = 32
_ROUND_MS = 1400
_SETTLE_MS = 40
"""After so long without a repaint overviews that were put off are brought up to date."""
_CHANGED = QEvent.Type(QEvent.registerEventType())


class CanvasSurface(QWidget):
    """Image, layer, zoom and pan.

    Zooms are device pixels per image pixel (1 = 100 %). Signals: `zoom_changed(float)`, `opacity_changed(float)`,
    `layer_changed(str)`, `hidden_changed()` (class visibility), `error_view_changed(ErrorView)`,
    `viewport_changed()` (zoom or pan).
    """

    zoom_changed = Signal(float)
    opacity_changed = Signal(float)
    layer_changed = Signal(str)
    hidden_changed = Signal()
    error_view_changed = Signal(object)
    viewport_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._background = Background()
        t = tokens()
        self._frame = Frame(t.colour("canvas"), _border(t.dark))
        self._stack = LayerStack(self._background, self._layer_ready)
        self._overlays = Overlays(self._overlay_changed, self)
        self._nav = Navigator(self._viewport_changed)
        self._pyramid: ImagePyramid | None = None
        self._mask_hidden = False
        self._changed: list[Rect] = []
        self._announced_zoom = 1.0
        self._loading = False
        self._loading_shown = False
        self._loading_phase = 0.0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_loading)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        theme().changed.connect(self._theme_changed)

    # Zoom and pan

    @property
    def zoom(self) -> float:
        """Device pixels per image pixel: 1 is 100 %."""
        return self._nav.zoom

    def set_zoom(self, zoom: float) -> None:
        """About the middle of the view."""
        self._nav.set_zoom(zoom)

    def fit(self) -> None:
        """Show the whole image, and go on doing so when the view's size changes."""
        self._nav.fit()

    def actual_size(self) -> None:
        self._nav.set_zoom(1.0)

    def zoom_in(self) -> None:
        self._nav.step(1)

    def zoom_out(self) -> None:
        self._nav.step(-1)

    def show_region(self, rect: Rect) -> None:
        """Zoom and pan until these image pixels are well in view; nothing moves when they are."""
        self._nav.show_region(rect)

    def image_point(self, position: QPointF) -> Point | None:
        """Where a widget position lies in the image, in image pixels (perhaps outside it); None without an image."""
        viewport = self._nav.viewport
        return viewport.to_image(self._device(position)) if viewport else None

    def widget_point(self, point: Point) -> QPointF:
        """Where an image point lies in the widget. Raises ValueError without an image."""
        viewport = self._nav.viewport
        if viewport is None:
            raise ValueError("the canvas shows no image")
        x, y = viewport.to_view(point)
        ratio = self.devicePixelRatioF()
        return QPointF(x / ratio, y / ratio)

    # What is shown

    @property
    def layer(self) -> LayerId:
        return self._stack.layer

    def set_layer(self, layer: str) -> None:
        """One of `stack.LAYERS`. Raises ValueError for anything else."""
        found = next((known for known in LAYERS if known == layer), None)
        if found is None:
            raise ValueError(f"{layer!r} is no layer of the canvas: {', '.join(LAYERS)}")
        if found != self._stack.layer:
            self._stack.layer = found
            self._layer_shown()
            self.layer_changed.emit(found)

    @property
    def opacity(self) -> float:
        return self._stack.opacity

    def set_opacity(self, opacity: float) -> None:
        """Of the layer's fill, 0 … 1."""
        opacity = min(max(float(opacity), 0.0), 1.0)
        if opacity != self._stack.opacity:
            self._stack.opacity = opacity
            self._update_layer()
            self.opacity_changed.emit(opacity)

    @property
    def hidden_classes(self) -> frozenset[int]:
        return self._stack.hidden

    def set_class_visible(self, class_id: int, visible: bool) -> None:
        """The ignore index stands for void on purpose."""
        hidden = self._stack.hidden - {class_id} if visible else self._stack.hidden | {class_id}
        self.set_hidden_classes(hidden)

    def set_hidden_classes(self, hidden: frozenset[int] | set[int]) -> None:
        if hidden != self._stack.hidden:
            self._stack.hidden = frozenset(hidden)
            self._update_layer()
            self.hidden_changed.emit()

    @property
    def error_view(self) -> ErrorView:
        return self._stack.error_view

    def set_error_view(self, view: ErrorView) -> None:
        """Which errors the layer 'errors' shows, and what colours them."""
        if view != self._stack.error_view:
            self._stack.set_error_view(view)
            self._update_layer()
            self.error_view_changed.emit(view)

    @property
    def swipe_column(self) -> int:
        """Of the layer 'swipe': the first image column that shows the mask; left of it lies the prediction."""
        return self._stack.swipe

    def set_swipe_column(self, column: int) -> None:
        """Only what lies between the former and the new column is repainted."""
        former, self._stack.swipe = self._stack.swipe, column
        codes, size = self._stack.codes(), self._pyramid.size if self._pyramid else None
        if column == former or self.layer != "swipe" or size is None:
            return
        if isinstance(codes, SwipeCodes):
            self._frame.move_swipe(codes)
        first, last = sorted((min(max(former, 0), size[0]), min(max(column, 0), size[0])))
        if last > first:
            self._repaint_pixels([Rect(first, 0, last - first, size[1])])

    @property
    def mask_hidden(self) -> bool:
        return self._mask_hidden

    def set_mask_hidden(self, hidden: bool) -> None:
        """Show the bare image, for as long as a key is held, say."""
        if hidden != self._mask_hidden:
            self._mask_hidden = hidden
            self.update()

    def set_overlay(self, name: str, overlay: Overlay | None) -> None:
        """Lay a picture over image and mask, under the name of whoever does it; None takes it away.

        It is gone when another image becomes the current one (`current_changed`), hidden while an image loads and
        while the mask is hidden.
        """
        self._overlays.set(name, overlay)

    def flash(self, overlay: Overlay) -> None:
        """Show a picture over everything for about a second, fading; nothing else changes."""
        self._overlays.flash(overlay)

    @property
    def preparing(self) -> bool:
        """Whether overviews of a large image or layer are still being made; what is shown is right, but not smooth."""
        codes = self._stack.codes()
        image_ready = self._pyramid is None or self._pyramid.ready
        return not image_ready or (codes is not None and (codes.pending or codes.unsettled(self._nav.zoom)))

    def detach(self) -> None:
        """Let go of everything outside; the widget will not be used any more. Called when the window closes."""
        self._background.close()
        self._patience.stop()
        self._ticks.stop()
        self._settling.stop()
        self._overlays.clear()

    # For the subclass

    def _show_image(self, image: Pixels | None) -> None:
        self._pyramid = (
            ImagePyramid(image, self._background, self._image_ready) if image is not None else None
        )
        self._frame.set_image(self._pyramid)
        self._nav.show(self._pyramid.size if self._pyramid else None)
        self.update()

    def _set_loading(self, loading: bool) -> None:
        """While an image loads the former one is dimmed, but only when that takes a noticeable time."""
        self._loading = loading
        if loading and not self._loading_shown:
            self._patience.start()
        elif not loading:
            self._patience.stop()
            self._ticks.stop()
            self._loading_shown = False
            self.update()

    def _update_layer(self) -> None:
        """The layer, its colours or its source changed."""
        t = tokens()
        colours = ErrorColours(_rgb(t.bad), _rgb(t.good), _rgb(t.accent))
        self._frame.set_layer(self._stack.codes(), self._stack.look(colours))
        self.update()

    def _layer_shown(self) -> None:
        self._update_layer()

    def _set_table(self, table: ClassTable | None) -> None:
        self._stack.set_table(table)
        self._update_layer()

    def _pixels_changed(self, rect: Rect) -> None:
        """These image pixels of the mask changed: they are repainted, together with others, if they are seen."""
        if not self._changed:
            QCoreApplication.postEvent(self, QEvent(_CHANGED))
        self._changed.append(rect)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == _CHANGED:
            self._flush_changes()

    def _flush_changes(self) -> None:
        """Ask for the repaint of what `_pixels_changed` was told since the last time."""
        rects, self._changed = self._changed, []
        if rects:
            touched = self._stack.mark(rects)
            if self._stack.follows_edits:
                self._repaint_pixels(touched)

    def _repaint_pixels(self, rects: list[Rect]) -> None:
        """Ask for a repaint of the layer over these image pixels."""
        viewport = self._nav.viewport
        if viewport is None:
            return
        reach = math.ceil(1 / viewport.zoom)  # an overview's pixel covers some of the image's
        for seen in merged((viewport.view_rect(r.inflate(reach)) for r in rects), REPAINT_SLACK):
            self._frame.overlay_changed(seen)
            self._update_device(QRect(seen.x - 1, seen.y - 1, seen.width + 2, seen.height + 2))

    def _settle(self) -> None:
        """Nothing else to do: smooth what was put off."""
        codes = self._stack.codes()
        if codes is not None:
            self._repaint_pixels(codes.settle(self._nav.zoom))

    def _overlay_changed(self, rect: Rect) -> None:
        """An overlay over these image pixels came, went or faded."""
        if self._nav.viewport is not None:
            seen = self._nav.viewport.view_rect(rect)
            self._update_device(QRect(seen.x - 1, seen.y - 1, seen.width + 2, seen.height + 2))

    def _update_device(self, rect: QRect) -> None:
        """Ask for a repaint of device pixels."""
        ratio = self.devicePixelRatioF()
        if ratio != 1.0:
            left, top = math.floor(rect.x() / ratio), math.floor(rect.y() / ratio)
            right = math.ceil((rect.x() + rect.width()) / ratio)
            bottom = math.ceil((rect.y() + rect.height()) / ratio)
            rect = QRect(left, top, right - left, bottom - top)
        self.update(rect)

    def _device(self, position: QPointF) -> Point:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    def _paint_over(self, painter: QPainter, region: Rect) -> None:
        """Drawn over everything, in device pixels; for the subclass."""

    def _viewport_changed(self) -> None:
        self._frame.set_viewport(self._nav.viewport, self._view_size())
        if self._nav.zoom != self._announced_zoom:
            self._announced_zoom = self._nav.zoom
            self.zoom_changed.emit(self._nav.zoom)
        self.viewport_changed.emit()
        self.update()

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._nav.resize(self._view_size())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._flush_changes()
        ratio = self.devicePixelRatioF()
        if self._view_size() != self._frame.size:  # moved to a screen of another density
            self._nav.resize(self._view_size())
        bounds = _scaled(event.rect(), ratio)
        region = event.region()
        if ratio != 1.0:
            region = QRegion()
            for rect in rectangles(event.region()):
                region += _scaled(rect, ratio)
        self._frame.refresh(region)
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(0, 0, self._frame.base)
        if not self._mask_hidden and self._frame.has_overlay:
            painter.drawImage(0, 0, self._frame.overlay)
        seen = Rect(bounds.x(), bounds.y(), bounds.width(), bounds.height())
        if self._nav.viewport is not None:
            if not self._mask_hidden and not self._loading:
                self._overlays.paint(painter, self._nav.viewport, seen)
            paint_grid(painter, self._nav.viewport, seen)
        if self._loading_shown:
            veil = tokens().colour("canvas")
            veil.setAlphaF(0.62)
            painter.fillRect(QRectF(bounds), veil)
            paint_loading(
                painter, self._view_size()[0], self._loading_phase, tokens().colour("accent"), ratio
            )
        self._paint_over(painter, seen)
        painter.end()
        codes = self._stack.codes()
        if codes is not None and codes.unsettled(self._nav.zoom):
            self._settling.start()

    def _view_size(self) -> tuple[int, int]:
        """(width, height) in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)

    def _image_ready(self) -> None:
        self._frame.image_changed()
        self.update()

    def _layer_ready(self) -> None:
        self._frame.overlay_changed()
        self.update()

    def _show_loading(self) -> None:
        self._loading_shown = True
        self._loading_phase = 0.0
        self._ticks.start()
        self.update()

    def _tick(self) -> None:
        self._loading_phase = (self._loading_phase + _TICK_MS / _ROUND_MS) % 1.0
        self.update(0, 0, self.width(), 4)

    def _theme_changed(self) -> None:
        t = tokens()
        self._frame.set_colours(t.colour("canvas"), _border(t.dark))
        self._update_layer()


def _scaled(rect: QRect, ratio: float) -> QRect:
    left, top = math.floor(rect.x() * ratio), math.floor(rect.y() * ratio)
    right = math.ceil((rect.x() + rect.width()) * ratio)
    bottom = math.ceil((rect.y() + rect.height()) * ratio)
    return QRect(left, top, right - left, bottom - top)


def _border(dark: bool) -> QColor:
    return QColor(255, 255, 255, 26) if dark else QColor(0, 0, 0, 70)


def _rgb(colour: str) -> Colour:
    c = QColor(colour)
    return c.red(), c.green(), c.blue()
