"""YOLO segmentation: `images/`, `labels/<key>.txt` with one polygon a line, `data.yaml`.

A line is `class x1 y1 x2 y2 …`, coordinates divided by width and height. The format knows no holes and no regions
of several parts, so every connected region becomes one line, and a region with holes is cut into regions
without. Filling all polygons, borders included, gives back every pixel (`cv2.fillPoly`, which the format's trainer
uses). Class numbers run from 0 without gaps: `data.yaml` lists them in the order of the class ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.atomic import write_text
from segstudio.core.classes import ClassTable
from segstudio.formats.labelled import LabelSet, copy_image

_INSIDE_PIXEL = 0.25
"""Added to a pixel's column and row: truncating as well as rounding gives the pixel back."""

_FEWEST_POINTS = 3

Contour = NDArray[np.int32]  # N×2 (x, y)


def write(labels: LabelSet, out: Path) -> None:
    """Raises InputError for labels that cannot be read, WorkError when `out` cannot be written."""
    ordered = sorted(labels.table.classes, key=lambda c: c.id)
    for item, label in labels.labels():
        height, width = label.shape
        lines = []
        for number, c in enumerate(ordered):
            for contour in contours(label == c.id):
                points = (contour + _INSIDE_PIXEL) / (width, height)
                lines.append(f"{number} " + " ".join(f"{v:.7f}" for v in points.ravel()) + "\n")
        write_text(out / "labels" / f"{item.key}.txt", "".join(lines))
        if labels.with_images:
            copy_image(item.image, out / "images", item.key)
    write_text(out / "data.yaml", _yaml(labels.table))


def contours(region: NDArray[np.bool_]) -> Iterator[Contour]:
    """Closed contours of pixel coordinates, at least three points each, whose filling is exactly `region`."""
    pending = [(region.astype(np.uint8), 0)]
    while pending:
        mask, top = pending.pop()
        found, hierarchy = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        if not found:
            continue
        parents = hierarchy[0][:, 3]
        parts = None
        holed = {int(p) for p in parents if p >= 0}
        for index, contour in enumerate(found):
            if parents[index] >= 0:
                continue
            if index not in holed:
                yield _closed(contour.reshape(-1, 2).astype(np.int32), top)
                continue
            if parts is None:
                parts = cv2.connectedComponents(mask, connectivity=8)[1]
            x, y = contour[0, 0]
            hole = int(np.flatnonzero(parents == index)[0])
            # a hole's contour runs on the region's pixels around it: its second row is the hole's first
            row = int(found[hole][:, 0, 1].min()) + 1
            pending.extend(_cut(parts == parts[y, x], row, top))


def _cut(region: NDArray[np.bool_], row: int, top: int) -> Iterator[tuple[NDArray[np.uint8], int]]:
    """One connected region as two, cut above `row`; `top` is the row of the image where `region` begins."""
    rows = np.flatnonzero(region.any(axis=1))
    first, last = int(rows[0]), int(rows[-1])
    yield region[first:row].astype(np.uint8), top + first
    yield region[row : last + 1].astype(np.uint8), top + row


def _closed(contour: Contour, top: int) -> Contour:
    shifted = contour + np.array([0, top], np.int32)
    missing = _FEWEST_POINTS - len(shifted)
    return np.concatenate([shifted, np.repeat(shifted[-1:], missing, axis=0)]) if missing > 0 else shifted


def _yaml(table: ClassTable) -> str:
    """Quoted as JSON, which YAML includes."""
    lines = ["path: .", "train: images", "val: images", "names:"]
    for number, c in enumerate(sorted(table.classes, key=lambda c: c.id)):
        lines.append(f"  {number}: {json.dumps(c.name, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
