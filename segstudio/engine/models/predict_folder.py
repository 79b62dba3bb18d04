"""Masks for a folder of images: decoding and encoding run beside the model, one bad image stops nothing."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from segstudio.core.wording import worded
from segstudio.deeplab.failures import BrokenModelError
from segstudio.engine.files.entries import find_images
from segstudio.engine.files.prediction_note import (
    PredictionNote,
    add_file,
    holds_predictions,
    read_note,
    write_note,
)
from segstudio.engine.files.selection import read_list, select
from segstudio.engine.files.sidecar import content_hash
from segstudio.engine.ordered import ordered
from segstudio.formats.reading.recognise import recognise
from segstudio.reports.fingerprints import of_file

_ENCODERS = 2
_WAITING = 4

Images = Sequence[tuple[str, Path]]
Decoded = NDArray[np.uint8] | InputError
Answer = Prediction | UserError
Saved = Callable[[str], str | None]
"""The hash of the label that the window saved for a key, None where it saved none."""
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
    overwrite: bool = False,
    saved_in: Callable[[Path], Saved] | None = None,
    closed: list[str] | None = None,
    predicted: list[Path] | None = None,
) -> Images:
    """(key, path) of the images of `folder`, or of its `images/` where it has one, or as another tool laid it out.

    Label folders, `out` and `confidence` are left out; folders that cannot be read too, which are appended to `closed`,
    and those that hold predictions, which are appended to `predicted`.
    Raises InputError when there is none, when `listed` names one that is not there, or when masks in `out` would
    replace what no prediction has written: images and labels, and without `overwrite` predictions that were changed
    since or saved by the window, as `saved_in` of a folder tells; the same for maps in `confidence`.
    """
    if folder.is_file():
        raise InputError(
            worded(
                "{folder} is a file. Give the folder that it lies in; --list FILE says which of its "
                "images.",
                folder=folder,
            )
        )
    foreign = recognise(folder, closely=False)
    inner = foreign.images if foreign is not None else folder / "images"
    root = inner if inner.is_dir() else folder
    written = [out] if confidence is None else [out, confidence]
    masks = [*written, root / "labels", *(foreign.excluded if foreign is not None else ())]
    images = _images_below(root, masks, closed, predicted)
    if listed is not None:
        chosen = set(select([key for key, _ in images], read_list(listed), listed, root))
        images = [(key, path) for key, path in images if key in chosen]
    if confidence is not None and confidence.resolve() == out.resolve():
        raise InputError(
            worded(
                "{out} cannot hold masks and confidence maps, which have the same names. Choose another.",
                out=out,
            )
        )
    for target in written:
        _keep_what_is_there(images, root, target)
        if not overwrite:
            _keep_what_is_corrected(images, target, saved_in(target) if saved_in else lambda key: None)
    return images


def _images_below(
    root: Path, excluded: Sequence[Path], closed: list[str] | None, predicted: list[Path] | None
) -> Images:
    """See `images_to_predict`. Raises InputError when there is none."""
    found = find_images(root, excluded, closed)
    images, masks = _without_predictions(found, root)
    if predicted is not None:
        predicted += masks
    if not images and masks:
        raise InputError(
            worded(
                "{folder} holds no images but the masks in {example}. Give a folder of images.",
                folder=root,
                example=masks[0],
            )
        )
    if not images and closed:
        raise InputError(
            worded(
                "{example} cannot be opened, and no other images were found. Change its permissions.",
                example=closed[0],
            )
        )
    if not images:
        raise InputError(
            worded("{folder} holds no images. Give a folder of JPEG, PNG, TIFF or WebP files.", folder=root)
        )
    return images


def _without_predictions(images: Images, root: Path) -> tuple[Images, list[Path]]:
    """The images that lie in no folder of predictions below `root`, and those folders."""
    above = {
        folder: [folder, *folder.parents]
        for folder in {path.relative_to(root).parent for _, path in images}
    }
    masks = {
        folder: holder
        for folder, holders in above.items()
        for holder in holders
        if holder.parts and holds_predictions(root / holder)
    }
    left = [(key, path) for key, path in images if path.relative_to(root).parent not in masks]
    return left, sorted({root / holder for holder in masks.values()})


def refuse_a_mixture(note: PredictionNote, folders: Iterable[Path]) -> None:
    """Raises InputError when one of `folders` holds masks that another model, or the same in another way, has made."""
    for folder in folders:
        former = read_note(folder)
        what = former.difference(note) if former is not None else ""
        if former is not None and what and next(folder.rglob("*.png"), None) is not None:
            raise InputError(
                worded(
                    "{folder} holds predictions of {model} with the classes {classes}: {difference}. Nobody "
                    "could tell the two apart afterwards. Choose another folder, or replace them with "
                    "--overwrite.",
                    folder=folder,
                    model=former.model,
                    classes=former.table_summary,
                    difference=what,
                )
            )


def _keep_what_is_there(images: Images, root: Path, out: Path) -> None:
    if out.resolve() == root.resolve():
        raise InputError(
            worded(
                "{out} holds the images; masks beside them would be mixed up with them. Choose another.",
                out=out,
            )
        )
    if read_note(out) is not None:
        return
    foreign = [target for key, _ in images if (target := _mask_of(out, key)).exists()]
    if foreign:
        raise InputError(
            f"{out} holds {len(foreign)} file{'' if len(foreign) == 1 else 's'} that a mask would replace and that "
            f"no prediction has written ({foreign[0].name}). Choose an empty folder."
        )


def _keep_what_is_corrected(images: Images, out: Path, saved: Saved) -> None:
    note = read_note(out)
    there = [(key, target) for key, _ in images if (target := _mask_of(out, key)).exists()]
    changed = [t.name for key, t in there if note and _is_of_a_person(t, note.files, key, saved(key))]
    if changed:
        some = ", ".join(changed[:3]) + (", …" if len(changed) > 3 else "")
        raise InputError(
            f"{out} holds {len(changed)} file{'' if len(changed) == 1 else 's'} that a mask would replace and that "
            f"somebody has made or corrected since the prediction ({some}). Choose another folder, or replace them with "
            "--overwrite."
        )


def _is_of_a_person(path: Path, noted: Mapping[str, str] | None, key: str, saved: str | None) -> bool:
    """Whether a file in a folder of predictions is another one than was predicted, as far as anybody knows.

    A label that the window saved is a person's also where nothing in it was changed: somebody looked at it.
    """
    if noted is None:
        return bool(saved)
    return noted.get(key) != of_file(path) or saved == content_hash(path.read_bytes())


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
        path = _mask_of(self.folder, key)
        digest = of_file(path) if self.noted else None
        if digest is not None:
            add_file(self.folder, key, digest)
        return path

    def remove_former(self, key: str) -> None:
        """It would pass for this run's. A file that somebody has changed since stays."""
        path = _mask_of(self.folder, key)
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
            write_grey(_mask_of(shelf.folder, key), confidence)
            shelf.add(key)
    else:
        label = prediction.label_map(mapping, table.ignore_index)
    write_label(_mask_of(masks.folder, key), label, table)
    return masks.add(key)
