"""The canvas as a picture: shows an image and a layer at any zoom, and repaints no more than what changed.

What it shows and how it is moved about; who paints with which tool is `view.CanvasView`'s affair.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from segstudio.core.adjustments import WHOLE, Range
from segstudio.core.classes import ClassTable, Colour
from segstudio.core.geometry import Rect
from segstudio.core.release import release_later
from segstudio.metrics.error_map import ErrorView
from segstudio.ui.canvas.pane import CanvasPane
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.cursor import paint_grid
from segstudio.ui.canvas.rendering.frame import REPAINT_SLACK, Frame, rectangles
from segstudio.ui.canvas.rendering.look import STYLES, ErrorColours, Style
from segstudio.ui.canvas.rendering.overlay import Overlay, Overlays
from segstudio.ui.canvas.rendering.pyramid import Picture
from segstudio.ui.canvas.rendering.rects import merged
from segstudio.ui.canvas.rendering.stack import LAYERS, LayerId, LayerStack
from segstudio.ui.canvas.rendering.swipe import SwipeCodes
from segstudio.ui.canvas.rendering.toning import Toning
from segstudio.ui.canvas.viewport import Point
from segstudio.ui.theme import theme, tokens

_SETTLE_MS = 40
"""After so long without a repaint overviews that were put off are brought up to date."""
_CHANGED = QEvent.Type(QEvent.registerEventType())


class CanvasSurface(CanvasPane):
    """Image and layer. Signals: `opacity_changed(float)`, `layer_changed(str)`, `hidden_changed()` (class visibility),
    `style_changed(str)`, `error_view_changed(ErrorView)`, `picture_changed()` (another image, or the same better).
    """

    picture_changed = Signal()
    style_changed = Signal(str)
    opacity_changed = Signal(float)
    layer_changed = Signal(str)
    hidden_changed = Signal()
    error_view_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = Background()
        t = tokens()
        self._frame = Frame(t.colour("canvas"), _border(t.dark))
        self._stack = LayerStack(self._background, self._layer_ready)
        self._overlays = Overlays(self._overlay_changed, self)
        self.toning = Toning(self)
        self.toning.changed.connect(self._tone_changed)
        self._picture: Picture | None = None
        self._mask_hidden = False
        self._changed: list[Rect] = []
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        theme().changed.connect(self._theme_changed)

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
    def mask_style(self) -> Style:
        """How classes are drawn."""
        return self._stack.style

    def set_mask_style(self, style: str) -> None:
        """'fill', 'outline' or 'hatched'. Raises ValueError for anything else."""
        found = next((known for known in STYLES if known == style), None)
        if found is None:
            raise ValueError(f"{style!r} is no style of the mask: {', '.join(STYLES)}")
        if found != self._stack.style:
            self._stack.style = found
            self._update_layer()
            self.style_changed.emit(found)

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
        codes, size = self._stack.codes(), self._picture.size if self._picture else None
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
    def picture(self) -> Picture | None:
        """The image as it is shown, for the minimap."""
        return self._picture

    @property
    def shown_part(self) -> Rect | None:
        """The image pixels that lie in the view; None without an image."""
        viewport = self._nav.viewport
        return viewport.seen if viewport is not None else None

    def centre_on(self, point: Point) -> None:
        """Move this image point into the middle of the view."""
        self._nav.centre_on(point)

    @property
    def preparing(self) -> bool:
        """Whether overviews of a large image or layer are still being made; what is shown is right, but not smooth."""
        codes = self._stack.codes()
        image_ready = self._picture is None or self._picture.ready
        return not image_ready or (codes is not None and (codes.pending or codes.unsettled(self._nav.zoom)))

    def detach(self) -> None:
        """Let go of everything outside; the widget will not be used any more. Called when the window closes."""
        self._background.close()
        self._set_loading(False)
        self._settling.stop()
        self._overlays.clear()

    # For the subclass

    def _show_image(self, picture: Picture | None, shown_range: Range = WHOLE) -> None:
        """`shown_range`: the values that are black and white as long as nobody wants others."""
        if self._picture is not None:
            release_later(*self._picture.levels)
        self._picture = picture
        self.toning.set_picture(picture, shown_range)
        self._frame.set_image(picture, self.toning.tone)
        self._nav.show(picture.size if picture else None)
        self.picture_changed.emit()
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
            self._settle_soon()  # also where nothing of it is seen

    def _repaint_pixels(self, rects: list[Rect]) -> None:
        """Ask for a repaint of the layer over these image pixels."""
        viewport = self._nav.viewport
        if viewport is None:
            return
        reach = math.ceil(1 / viewport.zoom)  # an overview's pixel covers some of the image's
        for seen in merged((viewport.view_rect(r.inflate(reach)) for r in rects), REPAINT_SLACK):
            self._frame.overlay_changed(seen)
            self._update_device(QRect(seen.x - 1, seen.y - 1, seen.width + 2, seen.height + 2))

    def _settle_soon(self) -> None:
        codes = self._stack.codes()
        if codes is not None and codes.unsettled(self._nav.zoom):
            self._settling.start()

    def _settle(self) -> None:
        """Nothing else to do: smooth what was put off."""
        codes = self._stack.codes()
        if codes is not None:
            self._repaint_pixels(codes.settle(self._nav.zoom))
            self._settle_soon()

    def _overlay_changed(self, rect: Rect) -> None:
        """An overlay over these image pixels came, went or faded."""
        if self._nav.viewport is not None:
            seen = self._nav.viewport.view_rect(rect)
            self._update_device(QRect(seen.x - 1, seen.y - 1, seen.width + 2, seen.height + 2))

    def _paint_over(self, painter: QPainter, region: Rect) -> None:
        """Drawn over everything, in device pixels; for the subclass."""

    def _viewport_changed(self) -> None:
        self._frame.set_viewport(self._nav.viewport, self._view_size())
        super()._viewport_changed()

    # Inside

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
        self._paint_loading(painter, QRectF(bounds))
        self._paint_over(painter, seen)
        painter.end()
        self._settle_soon()

    def _image_ready(self) -> None:
        self._frame.image_changed()
        self.picture_changed.emit()
        self.update()

    def _tone_changed(self) -> None:
        self._frame.set_image(self._picture, self.toning.tone)
        self.picture_changed.emit()
        self.update()

    def _layer_ready(self) -> None:
        self._frame.overlay_changed()
        self.update()

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
