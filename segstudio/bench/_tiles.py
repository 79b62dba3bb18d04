"""How far a picture that is looked at in tiles is from the same looked at in one piece."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.progress import Progress

if TYPE_CHECKING:
    from segstudio.deeplab.weights import LoadedModel

_ACROSS, _DOWN = 4, 3
_FRAME = 640, 480  # width, height: what the bundled model enlarges a frame of CamVid to
_TILE_PIXELS = 1 << 20


def tiled_agreement(loaded: LoadedModel, images: list[NDArray[np.uint8]], progress: Progress) -> float:
    """Share of equal pixels of a 2560×1440 picture, twelve frames laid side by side, in tiles of a million pixels and
    whole; both in the precision of the device."""
    from segstudio.deeplab.predictor import Predictor

    frames = [
        cv2.resize(image, _FRAME, interpolation=cv2.INTER_CUBIC)
        for image in images[:: max(1, len(images) // (_ACROSS * _DOWN))][: _ACROSS * _DOWN]
    ]
    rows = [np.hstack(frames[row * _ACROSS : (row + 1) * _ACROSS]) for row in range(_DOWN)]
    picture = np.ascontiguousarray(np.vstack(rows), np.uint8)
    labels = []
    for number, pixels in enumerate((_TILE_PIXELS, picture[..., 0].size)):
        progress(number, 2, "agreement of tiles with the whole")
        config = dataclasses.replace(loaded.description.config, working_pixels=0, tile_pixels=pixels)
        description = dataclasses.replace(loaded.description, config=config)
        predictor = Predictor(dataclasses.replace(loaded, description=description), "cpu", os.cpu_count())
        labels.append(predictor.predict(picture).label_map())
    return float((labels[0] == labels[1]).mean())
