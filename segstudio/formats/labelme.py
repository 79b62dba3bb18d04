"""labelme's JSON beside each image: one shape of the kind 'mask' per class, so that no pixel is lost.

Such shapes are a PNG in base64 in the box between two corners, both in it; labelme reads them from 5.3 on. What is
ignored is a shape named `__ignore__`, as in labelme's own examples.
"""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path, PurePosixPath
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.atomic import write_text
from segstudio.core.planes import histogram
from segstudio.formats.labelled import LabelSet, copy_image

_VERSION = "5.3.0"
_IGNORE = "__ignore__"


def write(labels: LabelSet, out: Path) -> None:
    """Raises InputError for labels that cannot be read, WorkError when `out` cannot be written."""
    names = {c.id: c.name for c in labels.table.classes} | {labels.table.ignore_index: _IGNORE}
    for item, label in labels.labels():
        name = copy_image(item.image, out, item.key) if labels.with_images else item.file_name
        content = {
            "version": _VERSION,
            "flags": {},
            "shapes": [_shape(names[v], label == v) for v in np.flatnonzero(histogram(label)).tolist()],
            "imagePath": PurePosixPath(name).name,
            "imageData": None,
            "imageHeight": label.shape[0],
            "imageWidth": label.shape[1],
        }
        write_text(out / f"{item.key}.json", json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _shape(name: str, region: NDArray[np.bool_]) -> dict[str, Any]:
    mask = region.view(np.uint8)
    x, y, width, height = cv2.boundingRect(mask)
    stream = io.BytesIO()
    Image.fromarray(mask[y : y + height, x : x + width] * np.uint8(255)).save(stream, format="PNG")
    return {
        "label": name,
        "points": [[x, y], [x + width - 1, y + height - 1]],
        "group_id": None,
        "description": "",
        "shape_type": "mask",
        "flags": {},
        "mask": base64.b64encode(stream.getvalue()).decode("ascii"),
    }
