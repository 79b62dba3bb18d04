"""COCO annotations with run-length masks: one annotation per image and class, no instances.

`annotations.json` beside `images/`. `category_id` is the class id; `segmentation` is compressed RLE in
column-major order, as https://cocodataset.org/#format-data defines it. Ignored pixels belong to no annotation.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from segstudio import __version__
from segstudio.core.arrays import Mask
from segstudio.core.atomic import write_text
from segstudio.formats.labelled import LabelSet, copy_image, regions


def write(labels: LabelSet, out: Path) -> None:
    """Raises InputError for labels that cannot be read, WorkError when `out` cannot be written."""
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for number, (item, label) in enumerate(labels.labels(), 1):
        name = item.file_name
        if labels.with_images:
            name = copy_image(item.image, out / "images", item.key)
        images.append({"id": number, "file_name": name, "height": label.shape[0], "width": label.shape[1]})
        for c, region in regions(label, labels.table):
            annotations.append(
                {"id": len(annotations) + 1, "image_id": number, "category_id": c.id, **_region(region)}
            )
    content = {
        "info": {"description": "Semantic labels, one region per image and class", "version": __version__},
        "categories": [{"id": c.id, "name": c.name, "supercategory": ""} for c in labels.table.classes],
        "images": images,
        "annotations": annotations,
    }
    write_text(out / "annotations.json", json.dumps(content, ensure_ascii=False) + "\n")


def _region(region: Mask) -> dict[str, Any]:
    """`iscrowd` is 0 though the mask is run-length coded: training code drops what is 1."""
    from pycocotools import mask as coco_mask  # start-up time: the registry is read when the window opens

    coded = coco_mask.encode(np.asfortranarray(region.astype(np.uint8)))
    return {
        "segmentation": {
            "size": [int(v) for v in coded["size"]],
            "counts": coded["counts"].decode("ascii"),
        },
        "area": int(coco_mask.area(coded)),
        "bbox": [float(v) for v in coco_mask.toBbox(coded)],
        "iscrowd": 0,
    }
