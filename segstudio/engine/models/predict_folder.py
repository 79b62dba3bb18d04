"""Masks for a folder of images: decoding and encoding run beside the model, one bad image stops nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassMapping, ClassTable
from segstudio.core.errors import InputError, UserError, WorkError
from segstudio.core.images import read_image
from segstudio.core.label_png import write_grey, write_label
from segstudio.core.prediction import Prediction
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.failures import BrokenModelError
from segstudio.engine.files.entries import find_images
from segstudio.engine.files.prediction_note import read_note
from segstudio.engine.files.selection import read_list, select
from segstudio.engine.ordered import ordered

_ENCODERS = 2
_WAITING = 4

Images = Sequence[tuple[str, Path]]
Decoded = NDArray[np.uint8] | InputError
Answer = Prediction | UserError
Read = tuple[tuple[str, Path], Decoded]  # of one image


class Predicts(Protocol):
    """What is needed of `segstudio.deeplab.predictor.Predictor`; named here so that torch is not."""

    @property
    def batch(self) -> int:
        """How many images to hand over at once."""

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction: ...
    def predict_many(
        self, images: Sequence[NDArray[np.uint8]], cancel: CancelToken | None = None
    ) -> list[Prediction]: ...


@dataclass(frozen=True)
class FolderResult:
    """`written`: label files; `failed`: (key, why) of images without one."""

    written: tuple[Path, ...]
    failed: tuple[tuple[str, str], ...]


def images_to_predict(
    folder: Path,
    out: Path,
    listed: Path | None = None,
    *,
    confidence: Path | None = None,
    closed: list[str] | None = None,
) -> Images:
    """(key, path) of the images of `folder`, or of its `images/` where it has one.

    Label folders, `out` and `confidence` are left out; folders that cannot be read too, which are appended to `closed`.
    Raises InputError when there is none, when `listed` names one that is not there, or when masks in `out` would
    replace what no prediction has written: images and labels; the same for maps in `confidence`.
    """
    root = folder / "images" if (folder / "images").is_dir() else folder
    written = [out] if confidence is None else [out, confidence]
    images = find_images(root, excluded=[*written, root / "labels"], closed=closed)
    if not images and closed:
        raise InputError(
            f"{closed[0]} cannot be opened, and no other images were found. Change its permissions."
        )
    if not images:
        raise InputError(f"{root} holds no images. Give a folder of JPEG, PNG, TIFF or WebP files.")
    if listed is not None:
        chosen = set(select([key for key, _ in images], read_list(listed), listed, root))
        images = [(key, path) for key, path in images if key in chosen]
    if confidence is not None and confidence.resolve() == out.resolve():
        raise InputError(
            f"{out} cannot hold masks and confidence maps, which have the same names. Choose another."
        )
    for target in written:
        _keep_what_is_there(images, root, target)
    return images


def _keep_what_is_there(images: Images, root: Path, out: Path) -> None:
    if out.resolve() == root.resolve():
        raise InputError(
            f"{out} holds the images; masks beside them would be mixed up with them. Choose another."
        )
    if read_note(out) is not None:
        return
    foreign = [target for key, _ in images if (target := _mask_of(out, key)).exists()]
    if foreign:
        raise InputError(
            f"{out} holds {len(foreign)} file{'' if len(foreign) == 1 else 's'} that a mask would replace and that "
            f"no prediction has written ({foreign[0].name}). Choose an empty folder."
        )


def _mask_of(out: Path, key: str) -> Path:
    return out / f"{key}.png"


def predict_folder(
    images: Images,
    out: Path,
    predictors: Sequence[Predicts],
    table: ClassTable,
    mapping: ClassMapping | None = None,
    *,
    confidence: Path | None = None,
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> FolderResult:
    """Write `<key>.png` below `out` for every image: indexed, value = class id of `table`.

    `predictors`: at least one; so many batches are predicted side by side, each by one of them. `table`: the
    model's, or with `mapping` the table that it maps onto. An image that cannot be read, or for which there is too
    little memory, is reported in the result and the rest goes on. `confidence`: also write there, under the same names,
    8-bit grey maps of the probability of the best class, 255 = certain. Raises WorkError when `out` cannot be written
    or the model is broken, so that no image would fare better.
    """
    written: list[Path] = []
    failed: list[tuple[str, str]] = []
    saving: deque[Future[Path]] = deque()
    idle: SimpleQueue[Predicts] = SimpleQueue()
    for predictor in predictors:
        idle.put(predictor)

    def predict(batch: list[Read]) -> list[Answer]:
        predictor = idle.get()
        try:
            return _answers(predictor, [image for _, image in batch], token)
        finally:
            idle.put(predictor)

    most = max(predictor.batch for predictor in predictors)
    decoded = ordered(_read, images, workers=2, ahead=2 + most * len(predictors))
    predicted = ordered(predict, _batches(decoded, most), workers=len(predictors), ahead=len(predictors))
    # closed here: an error's traceback would keep the generators, and with them their threads
    with (
        ThreadPoolExecutor(_ENCODERS, thread_name_prefix="segstudio-encode") as encoders,
        closing(decoded),
        closing(predicted),
    ):
        try:
            for done, (key, prediction) in enumerate(_one_by_one(predicted), 1):
                if token:
                    token.raise_if_cancelled()
                if isinstance(prediction, UserError):
                    failed.append((key, str(prediction)))
                else:
                    saving.append(
                        encoders.submit(_writer(out, confidence, key, table), prediction, mapping)
                    )
                while len(saving) > _WAITING:
                    written.append(saving.popleft().result())
                if progress:
                    progress(done, len(images), key)
            written.extend(future.result() for future in saving)
        finally:
            encoders.shutdown(wait=True, cancel_futures=True)
    return FolderResult(tuple(written), tuple(failed))


def _read(item: tuple[str, Path]) -> Decoded:
    try:
        return read_image(item[1])
    except InputError as error:
        return error


def _batches(decoded: Iterable[Read], most: int) -> Iterator[list[Read]]:
    """Neighbours of one size together, `most` at most; the order stays."""
    batch: list[Read] = []
    for read in decoded:
        if batch and _shape(read) != _shape(batch[0]):
            yield batch
            batch = []
        batch.append(read)
        if len(batch) == most:
            yield batch
            batch = []
    if batch:
        yield batch


def _one_by_one(
    predicted: Iterable[tuple[list[Read], list[Answer]]],
) -> Iterator[tuple[str, Answer]]:
    """(key, answer) of every image, in order."""
    for batch, answers in predicted:
        for ((key, _), _), answer in zip(batch, answers, strict=True):
            yield key, answer


def _shape(read: Read) -> tuple[int, ...] | None:
    return None if isinstance(read[1], InputError) else read[1].shape


def _answers(predictor: Predicts, images: list[Decoded], token: CancelToken | None) -> list[Answer]:
    """One each. Raises Cancelled and BrokenModelError."""
    if len(images) > 1:
        pixels = [image for image in images if not isinstance(image, InputError)]
        try:
            if len(pixels) == len(images):
                return list(predictor.predict_many(pixels, token))
        except BrokenModelError:
            raise
        except WorkError:
            pass  # one of them may be to blame
    return [_answer(predictor, image, token) for image in images]


def _answer(predictor: Predicts, image: Decoded, token: CancelToken | None) -> Answer:
    if isinstance(image, InputError):
        return image
    try:
        return predictor.predict(image, token)
    except BrokenModelError:
        raise
    except WorkError as error:
        return error


def _writer(
    out: Path, confidence: Path | None, key: str, table: ClassTable
) -> Callable[[Prediction, ClassMapping | None], Path]:
    path = _mask_of(out, key)

    def write(prediction: Prediction, mapping: ClassMapping | None) -> Path:
        if confidence is None:
            write_label(path, prediction.label_map(mapping, table.ignore_index), table)
        else:
            label, sure = prediction.label_and_confidence(mapping, table.ignore_index)
            write_label(path, label, table)
            write_grey(_mask_of(confidence, key), sure)
        return path

    return write
