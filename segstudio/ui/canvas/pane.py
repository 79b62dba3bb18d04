"""Where the image lies in the widget, how it is moved about, and the sign that another one is loading."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.navigator import Navigator, Stand
from segstudio.ui.canvas.rendering.cursor import paint_loading
from segstudio.ui.canvas.viewport import Point
from segstudio.ui.theme import tokens

_PATIENCE_MS = 150
"""An image that loads faster than this replaces the former one without a sign of loading."""
_TICK_MS = 32
_ROUND_MS = 1400


class CanvasPane(QWidget):
    """Zooms are device pixels per image pixel (1 = 100 %). `viewport_changed()`: zoom, place or size are others."""

    zoom_changed = Signal(float)
    viewport_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._nav = Navigator(self._viewport_changed)
        self._announced_zoom = 1.0
        self._loading = False
        self._loading_shown = False
        self._early = False
        """Whether a reduced version of the image that loads is shown."""
        self._loading_phase = 0.0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_loading)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)

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

    @property
    def stand(self) -> Stand | None:
        """Zoom and place of now, for `go_back`; None without an image."""
        return self._nav.stand

    def go_back(self, stand: Stand) -> None:
        """Show what was shown then."""
        self._nav.go_back(stand)

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

    # For the subclass

    def _viewport_changed(self) -> None:
        if self._nav.zoom != self._announced_zoom:
            self._announced_zoom = self._nav.zoom
            self.zoom_changed.emit(self._nav.zoom)
        self.viewport_changed.emit()
        self.update()

    def _set_loading(self, loading: bool) -> None:
        """While an image loads the former one is dimmed, but only when that takes a noticeable time."""
        self._loading = loading
        if loading and not self._loading_shown:
            self._patience.start()
        elif not loading:
            self._patience.stop()
            self._ticks.stop()
            self._loading_shown = self._early = False
            self.update()

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

    def _view_size(self) -> tuple[int, int]:
        """(width, height) in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)

    def _paint_loading(self, painter: QPainter, bounds: QRectF) -> None:
        """The former image fades and a line moves along the top; nothing while nothing loads."""
        if not self._loading_shown:
            return
        if not self._early:
            veil = tokens().colour("canvas")
            veil.setAlphaF(0.62)
            painter.fillRect(bounds, veil)
        ratio = self.devicePixelRatioF()
        paint_loading(painter, self._view_size()[0], self._loading_phase, tokens().colour("accent"), ratio)

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._nav.resize(self._view_size())
        super().resizeEvent(event)

    def _show_loading(self) -> None:
        self._loading_shown = True
        self._loading_phase = 0.0
        self._ticks.start()
        self.update()

    def _tick(self) -> None:
        self._loading_phase = (self._loading_phase + _TICK_MS / _ROUND_MS) % 1.0
        self.update(0, 0, self.width(), 4)
