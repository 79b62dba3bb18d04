"""The layers that can lie over the image, of which one is shown: mask, prediction, saved label, errors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable, Colour
from segstudio.core.geometry import Rect
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.background import Background
from segstudio.ui.canvas.codes import CodePyramid
from segstudio.ui.canvas.layers import ErrorLayer, Layer, MaskLayer, PlaneLayer, empty_code
from segstudio.ui.canvas.look import Look, class_look, error_look

Plane = NDArray[np.uint8]
LayerId = Literal["mask", "prediction", "label", "errors"]
LAYERS: tuple[LayerId, ...] = ("mask", "prediction", "label", "errors")
_FOLLOW_EDITS: tuple[LayerId, ...] = ("mask", "errors")


class LayerStack:
    """What the layers are made of, and the overviews of those that have been shown.

    `on_ready` is called when an overview that was made in the background is there.
    """

    def __init__(self, background: Background, on_ready: Callable[[], None]) -> None:
        self._background = background
        self._on_ready = on_ready
        self._pyramids: dict[LayerId, CodePyramid] = {}
        self._mask: LabelMap | None = None
        self._saved: LabelMap | None = None
        self._prediction: Plane | None = None
        self._table: ClassTable | None = None
        self.layer: LayerId = "mask"
        self.opacity = 0.55
        self.hidden: frozenset[int] = frozenset()

    def set_table(self, table: ClassTable | None) -> None:
        self._table = table
        self._pyramids.clear()

    def set_mask(self, label_map: LabelMap | None) -> None:
        """The label map under work; it is read live, `mark` tells what changed in it."""
        self._mask = label_map
        self._forget(*_FOLLOW_EDITS)

    def set_prediction(self, prediction: Plane | None) -> None:
        """uint8 H×W in the classes of the table."""
        self._prediction = prediction
        self._forget("prediction", "errors")

    def set_saved(self, label_map: LabelMap | None) -> None:
        self._saved = label_map
        self._forget("label")

    def mark(self, rects: Sequence[Rect]) -> None:
        """These image pixels of the mask changed."""
        for layer in _FOLLOW_EDITS:
            pyramid = self._pyramids.get(layer)
            if pyramid is not None:
                pyramid.mark(rects)

    @property
    def follows_edits(self) -> bool:
        """Whether an edit can be seen in the layer that is shown."""
        return self.layer in _FOLLOW_EDITS

    def codes(self) -> CodePyramid | None:
        """The layer that is shown; None while there is nothing to show."""
        found = self._pyramids.get(self.layer)
        if found is None:
            layer = self._made(self.layer)
            if layer is not None:
                found = self._pyramids[self.layer] = CodePyramid(layer, self._background, self._on_ready)
        return found

    def look(self, differs: Colour, agrees: Colour) -> Look | None:
        """Its colours; the two are those of the error layer."""
        if self._table is None:
            return None
        if self.layer == "errors":
            return error_look(differs, agrees, self.opacity)
        return class_look(self._table, empty_code(self._table), self.opacity, self.hidden)

    def _made(self, layer: LayerId) -> Layer | None:
        if self._table is None:
            return None
        empty = empty_code(self._table)
        if layer == "mask" and self._mask is not None:
            return MaskLayer(self._mask, empty)
        if layer == "label" and self._saved is not None:
            return MaskLayer(self._saved, empty)
        if layer == "prediction" and self._prediction is not None:
            return PlaneLayer(self._prediction)
        if layer == "errors" and self._mask is not None and self._prediction is not None:
            return ErrorLayer(self._mask, self._prediction)
        return None

    def _forget(self, *layers: LayerId) -> None:
        for layer in layers:
            self._pyramids.pop(layer, None)
