"""COCO's panoptic format for classes without instances: one segment per image and class.

`panoptic.json`, and `panoptic/*.png`, RGB, whose colour is the segment's id: R + 256·G + 256²·B, 0 where nothing is
labelled. A segment's id is its class id + 1. See https://cocodataset.org/#format-data, '4. Panoptic Segmentation'.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from segstudio import __version__
from segstudio.core.arrays import Mask
from segstudio.core.atomic import write_bytes, write_text
from segstudio.formats.labelled import LabelSet, copy_image, encoded, regions


def write(labels: LabelSet, out: Path) -> None:
    """Raises InputError for labels that cannot be read, WorkError when `out` cannot be written."""
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    colours = np.zeros((256, 3), np.uint8)
    for c in labels.table.classes:
        colours[c.id] = (c.id + 1) % 256, (c.id + 1) // 256, 0
    for number, (item, label) in enumerate(labels.labels(), 1):
        name = copy_image(item.image, out / "images", item.key) if labels.with_images else item.file_name
        images.append({"id": number, "file_name": name, "height": label.shape[0], "width": label.shape[1]})
        segments = [_segment(c.id, region) for c, region in regions(label, labels.table)]
        write_bytes(out / "panoptic" / f"{item.key}.png", encoded(colours[label], "PNG"))
        annotations.append({"image_id": number, "file_name": f"{item.key}.png", "segments_info": segments})
    categories = [
        {"id": c.id, "name": c.name, "supercategory": "", "isthing": 0, "color": list(c.colour)}
        for c in labels.table.classes
    ]
    content = {
        "info": {"description": "Semantic labels, one segment per image and class", "version": __version__},
        "categories": categories,
        "images": images,
        "annotations": annotations,
    }
    write_text(out / "panoptic.json", json.dumps(content, ensure_ascii=False) + "\n")


def _segment(class_id: int, region: Mask) -> dict[str, Any]:
    mask = region.view(np.uint8)
    return {
        "id": class_id + 1,
        "category_id": class_id,
        "area": int(np.count_nonzero(mask)),
        "bbox": list(cv2.boundingRect(mask)),
        "iscrowd": 0,
    }
