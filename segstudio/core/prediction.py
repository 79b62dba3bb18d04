"""What a model says of one image: logits at decoder stride, and everything that is derived from them."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassMapping, ClassTable, SegClass
from segstudio.core.errors import InputError
from segstudio.core.resampling import LONGEST, source_positions
from segstudio.core.wording import worded

LOGIT_RANGE = 32.0
"""How far below the best class a logit is kept. Its probability would be nothing long before, but where two cells
of different classes meet, a clipped logit would move the border between them."""
SCALE = 255.0 / LOGIT_RANGE

_DAMAGED = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    EOFError,
    MemoryError,  # the header of an array asks for any size
    RuntimeError,  # a bit says that the file is encrypted, or packed in some unknown way
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What reading a damaged .npz raises."""

_BLOCK_SIDE = LONGEST
_BLOCK_PIXELS = 1 << 21
"""Pixels that are decided at once: what `label_map` needs besides its own result does not grow with the image."""


Logits = NDArray[np.float32] | NDArray[np.uint8]  # C×h×w, the latter quantised


def quantised(logits: Logits) -> NDArray[np.uint8]:
    """C×h×w as `Prediction.logits` holds them; each cell by itself, so parts may be joined. uint8 is so already."""
    if logits.dtype == np.uint8:
        return cast(NDArray[np.uint8], logits)
    relative = logits - logits.max(axis=0, keepdims=True)
    result: NDArray[np.uint8] = np.clip(np.rint(relative * SCALE) + 255, 0, 255).astype(np.uint8)
    return result


def as_logits(logits: Logits) -> NDArray[np.float32]:
    """Quantised logits as float32, relative to the best class; float32 ones as they are."""
    if logits.dtype == np.uint8:
        return (logits.astype(np.float32) - 255.0) / np.float32(SCALE)
    return cast(NDArray[np.float32], logits)


@dataclass(frozen=True)
class Prediction:
    """Quantised logits of one image.

    `logits`: uint8 C×h×w at decoder stride, relative to the best class of each cell:
    255 + round((l − max) · 255/32). A constant per cell changes neither argmax nor softmax, also after
    bilinear interpolation. `size`: (height, width) of the image in pixels. `classes`: the model's table;
    channel index = class id.
    """

    logits: NDArray[np.uint8]
    size: tuple[int, int]
    classes: ClassTable
    model_id: str
    model_name: str

    @classmethod
    def from_logits(
        cls,
        logits: NDArray[np.float32],  # C×h×w
        size: tuple[int, int],
        classes: ClassTable,
        model_id: str,
        model_name: str,
    ) -> Prediction:
        return cls(quantised(logits), size, classes, model_id, model_name)

    def label_map(self, mapping: ClassMapping | None = None, ignore_index: int = 255) -> NDArray[np.uint8]:
        """uint8 H×W: the best class of every pixel.

        Logits are interpolated bilinearly (half-pixel centres, as torch's `align_corners=False`) before
        the argmax. With `mapping`, ids are the target table's and unmapped classes become `ignore_index`.
        """
        best, _ = self._decide(confidence=False)
        return _mapped(best, mapping, ignore_index)

    def confidence(self) -> NDArray[np.uint8]:
        """uint8 H×W: softmax probability of the best class, 255 = certain."""
        _, confidence = self._decide(confidence=True)
        return confidence

    def label_and_confidence(
        self, mapping: ClassMapping | None = None, ignore_index: int = 255
    ) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """`label_map` and `confidence` for the work of one."""
        best, sure = self._decide(confidence=True)
        return _mapped(best, mapping, ignore_index), sure

    def confidence_at(self, x: int, y: int) -> float:
        """Softmax probability (0 … 1) of the best class at one pixel; what `confidence` holds there, at once."""
        height, width = self.size
        cells_h, cells_w = self.logits.shape[1:]
        across = float(source_positions(width, cells_w)[x])
        down = float(source_positions(height, cells_h)[y])
        left, top = int(across), int(down)
        right, bottom = min(left + 1, cells_w - 1), min(top + 1, cells_h - 1)
        corners = self.logits[:, [top, top, bottom, bottom], [left, right, left, right]].astype(np.float32)
        u, v = across - left, down - top
        weights = np.array([(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v], np.float32)
        value = corners @ weights
        return float(1.0 / np.exp((value - value.max()) / SCALE).sum())

    def _decide(self, confidence: bool) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Block by block, each with the cells below it: the memory is that of one block, however large the image."""
        height, width = self.size
        best = np.empty((height, width), np.uint8)
        sure = np.empty((height, width) if confidence else (0, 0), np.uint8)
        columns = source_positions(width, self.logits.shape[2])
        rows = source_positions(height, self.logits.shape[1])
        across = min(width, _BLOCK_SIDE)
        down = min(max(1, _BLOCK_PIXELS // across), _BLOCK_SIDE)
        for top in range(0, height, down):
            for left in range(0, width, across):
                window = slice(top, top + down), slice(left, left + across)
                best[window], share = self._decide_block(rows[window[0]], columns[window[1]], confidence)
                if share is not None:
                    sure[window] = share
        return best, sure

    def _decide_block(
        self, rows: NDArray[np.float32], columns: NDArray[np.float32], confidence: bool
    ) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None]:
        """Best class and confidence of the pixels that lie at `rows` × `columns` among the cells."""
        low, left = int(rows[0]), int(columns[0])
        map_y = np.repeat(rows[:, None] - low, len(columns), axis=1)
        map_x = np.repeat(columns[None, :] - left, len(rows), axis=0)
        top_value = np.full(map_x.shape, -1.0, np.float32)
        top_class = np.zeros(map_x.shape, np.uint8)
        total = np.zeros(map_x.shape, np.float32)
        for index, channel in enumerate(self.logits):
            cells = channel[low : int(rows[-1]) + 2, left : int(columns[-1]) + 2].astype(np.float32)
            value = cv2.remap(cells, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            better = value > top_value
            top_class[better] = index
            np.maximum(top_value, value, out=top_value)
            if confidence:
                total += np.exp((value - 255.0) / SCALE)
        if not confidence:
            return top_class, None
        share = np.exp((top_value - 255.0) / SCALE) / total
        return top_class, np.rint(share * 255).astype(np.uint8)

    def save(self, path: Path) -> None:
        """Write atomically: a compressed .npz without pickled objects. Raises WorkError."""
        meta = {
            "size": self.size,
            "model_id": self.model_id,
            "model_name": self.model_name,
            "ignore_index": self.classes.ignore_index,
            "classes": [(c.id, c.name, c.colour) for c in self.classes.classes],
        }
        stream = io.BytesIO()
        text = np.frombuffer(json.dumps(meta).encode("utf-8"), np.uint8)
        np.savez_compressed(stream, logits=self.logits, meta=text)
        write_bytes(path, stream.getvalue())

    @classmethod
    def load(cls, path: Path) -> Prediction:
        """Raises InputError when the file is missing, torn or not a prediction."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                logits = stored["logits"]
                meta = json.loads(stored["meta"].tobytes().decode("utf-8"))
            classes = tuple(SegClass(i, name, (r, g, b)) for i, name, (r, g, b) in meta["classes"])
            height, width = meta["size"]
            if logits.dtype != np.uint8 or logits.ndim != 3:
                raise ValueError("logits are not uint8 C×h×w")
            table = ClassTable(classes, meta["ignore_index"])
            return cls(logits, (height, width), table, meta["model_id"], meta["model_name"])
        except _DAMAGED as error:
            raise InputError(
                worded(
                    "{path} is no stored prediction ({error}). It can be deleted.", path=path, error=error
                )
            ) from error


def _mapped(label: NDArray[np.uint8], mapping: ClassMapping | None, ignore_index: int) -> NDArray[np.uint8]:
    if mapping is None or mapping.identity:
        return label
    lookup = np.full(256, ignore_index, np.uint8)
    for source, target in enumerate(mapping.targets):
        if target is not None:
            lookup[source] = target
    return lookup[label]


def sure_part(
    label: NDArray[np.uint8], confidence: NDArray[np.uint8], sure_from: float, ignore_index: int
) -> NDArray[np.uint8]:
    """uint8 H×W: the label where its confidence (255 = certain) is at least `sure_from` (0 … 1, to the nearest 255th),
    else the ignore index."""
    return np.where(confidence >= round(255 * sure_from), label, np.uint8(ignore_index))
