"""The layers that can lie over the image, of which one is shown: mask, prediction, saved label, errors, doubt, who
said what, or prediction and mask side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassTable
from segstudio.core.geometry import Rect
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.error_map import ErrorView
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.codes import CodePyramid
from segstudio.ui.canvas.rendering.layers import (
    DoubtLayer,
    ErrorLayer,
    Layer,
    MaskLayer,
    PlaneLayer,
    Said,
    class_codes,
    empty_code,
)
from segstudio.ui.canvas.rendering.look import ErrorColours, Look, Style, class_look, doubt_look, error_look
from segstudio.ui.canvas.rendering.provenance_look import provenance_look
from segstudio.ui.canvas.rendering.swipe import SwipeCodes

LayerId = Literal["mask", "prediction", "label", "errors", "confidence", "swipe", "provenance"]
LAYERS: tuple[LayerId, ...] = ("mask", "prediction", "label", "errors", "confidence", "swipe", "provenance")
_FOLLOW_EDITS: tuple[LayerId, ...] = ("mask", "errors", "swipe", "provenance")


class LayerStack:
    """What the layers are made of, and the overviews of those that have been shown.

    `on_ready` is called when an overview that was made in the background is there. `error_view`: which errors the
    error layer shows. `swipe`: the first image column that shows the mask, left of it lies the prediction.
    """

    def __init__(self, background: Background, on_ready: Callable[[], None]) -> None:
        self._background = background
        self._on_ready = on_ready
        self._pyramids: dict[LayerId, CodePyramid] = {}
        self._mask: LabelMap | None = None
        self._saved: LabelMap | None = None
        self._prediction: Plane | None = None
        self._void_counts = True
        self._confidence: Plane | None = None
        self._table: ClassTable | None = None
        self.layer: LayerId = "mask"
        self.opacity = 0.55
        self.style: Style = "fill"
        self.hidden: frozenset[int] = frozenset()
        self.error_view = ErrorView()
        self.swipe = 0

    def set_table(self, table: ClassTable | None) -> None:
        self._table = table
        self._pyramids.clear()

    def set_mask(self, label_map: LabelMap | None) -> None:
        """The label map under work; it is read live, `mark` tells what changed in it."""
        self._mask = label_map
        self._forget("mask", "errors", "provenance")

    def set_prediction(self, prediction: Plane | None, *, void_counts: bool = True) -> None:
        """uint8 H×W in the classes of the table. `void_counts`: whether pixels that it leaves void are errors."""
        self._prediction, self._void_counts = prediction, void_counts
        self._forget("prediction", "errors")

    def set_confidence(self, confidence: Plane | None) -> None:
        """uint8 H×W, 255 = certain."""
        self._confidence = confidence
        self._forget("confidence")

    def set_saved(self, label_map: LabelMap | None) -> None:
        self._saved = label_map
        self._forget("label")

    def set_error_view(self, view: ErrorView) -> None:
        if view != self.error_view:
            self.error_view = view
            self._forget("errors")

    def mark(self, rects: Sequence[Rect]) -> list[Rect]:
        """These image pixels of the mask changed; the pixels of the layer that is shown that may look different now."""
        errors = self._pyramids.get("errors")
        for mask in (self._pyramids.get("mask"), self._pyramids.get("provenance")):
            if mask is not None:
                mask.mark(rects)
        near = [r.inflate(self.error_view.band) for r in rects] if self.error_view.band else list(rects)
        if errors is not None:
            bounds = Rect(0, 0, errors.shape[1], errors.shape[0])
            errors.mark([r.intersect(bounds) for r in near])
        return near if self.layer == "errors" else list(rects)

    @property
    def follows_edits(self) -> bool:
        """Whether an edit can be seen in the layer that is shown."""
        return self.layer in _FOLLOW_EDITS

    def codes(self) -> CodePyramid | SwipeCodes | None:
        """The layer that is shown; None while there is nothing to show."""
        if self.layer != "swipe":
            return self._pyramid(self.layer)
        left, right = self._pyramid("prediction"), self._pyramid("mask")
        if left is None or right is None:
            return left or right
        return SwipeCodes(left, right, self.swipe)

    def look(self, colours: ErrorColours) -> Look | None:
        """Its colours; `colours` are those of the error layer."""
        if self._table is None:
            return None
        if self.layer == "errors":
            return error_look(colours, self.opacity, self.error_view, self._table)
        if self.layer == "confidence":
            return doubt_look(self.opacity)
        if self.layer == "provenance":
            return provenance_look(self.opacity)
        empty = empty_code(self._table)
        return class_look(self._table, empty, self.opacity, self.hidden, style=self.style)

    def _pyramid(self, layer: LayerId) -> CodePyramid | None:
        found = self._pyramids.get(layer)
        if found is None and (made := self._made(layer)) is not None:
            found = self._pyramids[layer] = CodePyramid(made, self._background, self._on_ready)
        return found

    def _made(self, layer: LayerId) -> Layer | None:
        table = self._table
        if table is None:
            return None
        mask, prediction, made = self._mask, self._prediction, None
        if layer in {"mask", "label"}:
            label_map = mask if layer == "mask" else self._saved
            made = MaskLayer(label_map, empty_code(table)) if label_map is not None else None
        elif layer == "prediction" and prediction is not None:
            return PlaneLayer(prediction)
        elif layer == "provenance" and mask is not None:
            return PlaneLayer(mask.provenance)
        elif layer == "confidence" and self._confidence is not None:
            return DoubtLayer(self._confidence)
        elif layer == "errors" and mask is not None and prediction is not None:
            said = Said(prediction, table.num_classes, self._void_counts)
            return ErrorLayer(mask, said, self.error_view, class_codes(table))
        return made

    def _forget(self, *layers: LayerId) -> None:
        for layer in layers:
            self._pyramids.pop(layer, None)
