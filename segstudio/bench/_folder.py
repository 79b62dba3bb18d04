"""How fast a folder of images is predicted, and each of its stages alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segstudio.bench.registry import Row
from segstudio.core.progress import Progress

if TYPE_CHECKING:
    from segstudio.deeplab.weights import LoadedModel

_IMAGES = 40
_ROUNDS = 2
Fastest = Callable[[Sequence[Callable[[], object]], int], list[float]]


def folder_rows(
    loaded: LoadedModel,
    images: Sequence[NDArray[np.uint8]],
    fastest: Fastest,
    progress: Progress,
    device: str = "cpu",
) -> list[Row]:
    """Images per second of decoding, of the model, of label map and PNG (each alone, in one thread; the model on all
    cores), and of the whole folder; and the folder's divided by the model's."""
    import cv2

    from segstudio.core.images import read_image
    from segstudio.core.label_png import write_label
    from segstudio.deeplab.devices import lanes, resolve_device
    from segstudio.deeplab.predictor import Predictor
    from segstudio.engine.models.images_to_predict import images_to_predict
    from segstudio.engine.models.predict_folder import predict_folder

    images = images[:_IMAGES]
    predictor = Predictor(loaded, device, os.cpu_count())
    crew = [Predictor(loaded, device, threads) for threads in lanes(resolve_device(device))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "images").mkdir()
        for number, image in enumerate(images):
            cv2.imwrite(str(folder / "images" / f"{number:03d}.jpg"), image[:, :, ::-1])
        found = images_to_predict(folder, folder / "out")
        predictions = [predictor.predict(image) for image in images]

        def decode() -> None:
            for _key, path in found:
                read_image(path)

        def model() -> None:
            for image in images:
                predictor.predict(image)

        def encode() -> None:
            for number, prediction in enumerate(predictions):
                write_label(folder / "alone" / f"{number}.png", prediction.label_map(), predictor.classes)

        def whole() -> None:
            predict_folder(found, folder / "out", crew, predictor.classes, progress=progress)

        names = ("decode", "model", "encode", "folder")
        seconds = dict(zip(names, fastest([decode, model, encode, whole], _ROUNDS), strict=True))
    rows = [
        Row(f"predict.images_per_s.{name}", len(images) / seconds[name], "1/s", None, "higher")
        for name in names
    ]
    efficiency = seconds["model"] / seconds["folder"]
    return [*rows, Row("predict.folder_efficiency", efficiency, "share", 0.9, "higher")]
