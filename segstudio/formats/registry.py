"""Every format that labels can be written in, by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.formats import ade20k, cityscapes, coco, coco_panoptic, indexed_png, labelme, voc, yolo
from segstudio.formats.labelled import LabelSet


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """`write(labels, out)` raises InputError for labels that cannot be read, WorkError for a failed write."""

    id: str
    title: str
    help: str
    write: Callable[[LabelSet, Path], None]


FORMATS: tuple[LabelFormat, ...] = (
    LabelFormat(
        "png", "Indexed PNG", "PNG files whose value is the class id, and classes.txt", indexed_png.write
    ),
    LabelFormat(
        "voc", "PASCAL VOC", "JPEGImages (as JPEG), SegmentationClass, ImageSets, labelmap.txt", voc.write
    ),
    LabelFormat(
        "cityscapes",
        "Cityscapes",
        "leftImg8bit (as PNG) and gtFine with train ids and colours",
        cityscapes.write,
    ),
    LabelFormat(
        "coco", "COCO (RLE)", "annotations.json, one run-length mask per image and class", coco.write
    ),
    LabelFormat(
        "coco-panoptic",
        "COCO panoptic",
        "panoptic.json and PNG files, one segment per image and class",
        coco_panoptic.write,
    ),
    LabelFormat("yolo", "YOLO segmentation", "one polygon per region, data.yaml", yolo.write),
    LabelFormat("ade20k", "ADE20K", "images as JPEG, and annotations in which 0 is ignored", ade20k.write),
    LabelFormat("labelme", "labelme", "a JSON file beside each image, one mask per class", labelme.write),
)


def format_of(format_id: str) -> LabelFormat:
    """Raises InputError naming the formats there are."""
    for candidate in FORMATS:
        if candidate.id == format_id.casefold():
            return candidate
    known = ", ".join(f.id for f in FORMATS)
    raise InputError(
        worded("'{format_id}' is no export format. There are {known}.", format_id=format_id, known=known)
    )
