"""Which images of a folder are predicted, and which files the masks may take the place of: none of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.engine.files.entries import find_images
from segstudio.engine.files.prediction_note import PredictionNote, holds_predictions, read_note
from segstudio.engine.files.selection import read_list, select
from segstudio.engine.files.sidecar import content_hash
from segstudio.formats.reading.recognise import recognise
from segstudio.reports.fingerprints import of_file

Images = Sequence[tuple[str, Path]]
"""(key, path)."""
Saved = Callable[[str], str | None]
"""The hash of the label that the window saved for a key, None where it saved none."""


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
    foreign = [target for key, _ in images if (target := mask_of(out, key)).exists()]
    if foreign:
        raise InputError(
            f"{out} holds {len(foreign)} file{'' if len(foreign) == 1 else 's'} that a mask would replace and that "
            f"no prediction has written ({foreign[0].name}). Choose an empty folder."
        )


def _keep_what_is_corrected(images: Images, out: Path, saved: Saved) -> None:
    note = read_note(out)
    there = [(key, target) for key, _ in images if (target := mask_of(out, key)).exists()]
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


def mask_of(out: Path, key: str) -> Path:
    return out / f"{key}.png"
