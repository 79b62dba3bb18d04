"""Masks for a folder of images: decoding and encoding run beside the model, one bad image stops nothing."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassMapping, ClassTable
from segstudio.core.errors import InputError, UserError, WorkError
from segstudio.core.images import read_image
from segstudio.core.label_png import write_grey, write_label
from segstudio.core.prediction import Prediction, sure_part
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.failures import BrokenModelError
from segstudio.engine.files.prediction_note import PredictionNote, add_file, read_note, write_note
from segstudio.engine.models.images_to_predict import Images, mask_of
from segstudio.engine.ordered import ordered
from segstudio.reports.fingerprints import of_file

_ENCODERS = 2
_WAITING = 4

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


def predict_folder(
    images: Images,
    out: Path,
    predictors: Sequence[Predicts],
    table: ClassTable,
    mapping: ClassMapping | None = None,
    *,
    confidence: Path | None = None,
    sure_from: float = 0.0,
    note: PredictionNote | None = None,
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> FolderResult:
    """Write `<key>.png` below `out` for every image: indexed, value = class id of `table`.

    `predictors`: at least one; so many batches are predicted side by side, each by one of them. `table`: the
    model's, or with `mapping` the table that it maps onto. An image that cannot be read, or for which there is too
    little memory, is reported in the result and the rest goes on. `confidence`: also write there, under the same names,
    8-bit grey maps of the probability of the best class, 255 = certain. `sure_from`: below this probability (0 … 1) the
    ignore index of the table is written. `note`: what is noted beside them, with every file that is written; of an
    image that fails, what a former run wrote is then removed. Raises WorkError when `out` cannot be written or the model
    is broken, so that no image would fare better.
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

    shelves = [_Shelf.begin(folder, note) for folder in (out, confidence) if folder is not None]
    most = max(predictor.batch for predictor in predictors)
    decoded = ordered(_read, images, workers=2, ahead=2 + most * len(predictors))
    predicted = ordered(predict, _batches(decoded, most), workers=len(predictors), ahead=len(predictors))
    # closed here: an error's traceback would keep the generators, and with them their threads
    with (
        ThreadPoolExecutor(_ENCODERS, thread_name_prefix="segstudio-encode") as encoders,
        contextlib.closing(decoded),
        contextlib.closing(predicted),
    ):
        try:
            for done, (key, prediction) in enumerate(_one_by_one(predicted), 1):
                if token:
                    token.raise_if_cancelled()
                if isinstance(prediction, UserError):
                    failed.append((key, str(prediction)))
                    for shelf in shelves:
                        shelf.remove_former(key)
                else:
                    saving.append(
                        encoders.submit(_write, shelves, key, table, prediction, mapping, sure_from)
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


@dataclass(frozen=True)
class _Shelf:
    """A folder that is written into. `former`: the files of the runs before, by key; `noted`: whether more are noted."""

    folder: Path
    former: Mapping[str, str]
    noted: bool

    @classmethod
    def begin(cls, folder: Path, note: PredictionNote | None) -> _Shelf:
        """Raises WorkError. Files of another run than `note`'s are not vouched for any longer."""
        if note is None:
            return cls(folder, {}, False)
        found = read_note(folder)
        former = (found.files if found else None) or {}
        kept = former if found and not note.difference(found) else {}
        write_note(folder, replace(note, files=kept))
        return cls(folder, former, True)

    def add(self, key: str) -> Path:
        path = mask_of(self.folder, key)
        digest = of_file(path) if self.noted else None
        if digest is not None:
            add_file(self.folder, key, digest)
        return path

    def remove_former(self, key: str) -> None:
        """It would pass for this run's. A file that somebody has changed since stays."""
        path = mask_of(self.folder, key)
        if key in self.former and self.former[key] == of_file(path):
            with contextlib.suppress(OSError):
                path.unlink()


def _write(
    shelves: Sequence[_Shelf],
    key: str,
    table: ClassTable,
    prediction: Prediction,
    mapping: ClassMapping | None,
    sure_from: float,
) -> Path:
    """The mask and, where there is a second shelf, the confidence map; where the mask is."""
    masks, *sure = shelves
    if sure or sure_from > 0:
        label, confidence = prediction.label_and_confidence(mapping, table.ignore_index)
        label = sure_part(label, confidence, sure_from, table.ignore_index)
        for shelf in sure:
            write_grey(mask_of(shelf.folder, key), confidence)
            shelf.add(key)
    else:
        label = prediction.label_map(mapping, table.ignore_index)
    write_label(mask_of(masks.folder, key), label, table)
    return masks.add(key)
