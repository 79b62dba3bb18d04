"""Pictures of a report: truth, prediction and errors over the image, small, as data inside the page."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.arrays import Pixels
from segstudio.core.classes import ClassTable
from segstudio.reports.model import Picture

_WIDTH = 480
_QUALITY = 82
_OPACITY = 0.6
_WRONG = np.array([235, 64, 52], np.float32)
_RIGHT_GREY = 0.55


@dataclass(frozen=True)
class Strip:
    """Data URIs of the panels of one image, in reading order, each with its caption."""

    panels: tuple[tuple[str, str], ...]
    width: int
    height: int


def strip(picture: Picture, table: ClassTable, *, of_annotators: bool = False) -> Strip:
    """Image, truth, prediction and errors, at most 480 pixels wide; of annotators what both of them label and differs."""
    one, two, wrong = (
        ("First", "Second", "Differences") if of_annotators else ("Truth", "Prediction", "Errors")
    )
    height, width = picture.image.shape[:2]
    scale = min(_WIDTH / width, 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    image = np.asarray(cv2.resize(picture.image, size, interpolation=cv2.INTER_AREA), np.uint8)
    truth = _nearest(picture.truth, size)
    panels = [("Image", image), (one, overlay(image, truth, table))]
    if picture.prediction is not None:
        prediction = _nearest(picture.prediction, size)
        panels.append((two, overlay(image, prediction, table)))
        if of_annotators:
            truth = np.where(prediction == table.ignore_index, prediction, truth)
        panels.append((wrong, errors(image, truth, prediction, table.ignore_index)))
    return Strip(tuple((caption, data_uri(pixels)) for caption, pixels in panels), *size)


def overlay(image: Pixels, label: NDArray[np.uint8], table: ClassTable) -> Pixels:
    """The class colours over the image; ignored pixels stay as they are."""
    palette = np.zeros((256, 3), np.float32)
    for c in table.classes:
        palette[c.id] = c.colour
    shown = np.isin(label, [c.id for c in table.classes])[:, :, None] * np.float32(_OPACITY)
    mixed = image * (1 - shown) + palette[label] * shown
    return np.asarray(np.rint(mixed), np.uint8)


def errors(
    image: Pixels, truth: NDArray[np.uint8], prediction: NDArray[np.uint8], ignore_index: int
) -> Pixels:
    """Wrong pixels in red over a pale grey image; ignored ones are white."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    page = np.repeat((255 - (255 - grey) * _RIGHT_GREY)[:, :, None], 3, axis=2)
    page[truth == ignore_index] = 255
    wrong = (truth != prediction) & (truth != ignore_index)
    page[wrong] = page[wrong] * 0.25 + _WRONG * 0.75
    return np.asarray(np.rint(page), np.uint8)


def data_uri(pixels: Pixels) -> str:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, format="JPEG", quality=_QUALITY, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(stream.getvalue()).decode("ascii")


def _nearest(label: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    return np.asarray(cv2.resize(label, size, interpolation=cv2.INTER_NEAREST), np.uint8)
