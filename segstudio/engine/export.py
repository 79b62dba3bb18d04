"""Writing the labels of a project in another tool's layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.formats.labelled import LabelledImage, LabelSet
from segstudio.formats.registry import format_of


def labelled_images(project: Project, entries: Iterable[ImageEntry] | None = None) -> list[LabelledImage]:
    """Those of `entries` (default: all images of the project) that have a saved label; looks at the disk for each."""
    found = []
    for entry in project.images if entries is None else entries:
        stored = project.store.find(entry)
        if stored is not None:
            found.append(LabelledImage(entry.key, entry.path, stored[0]))
    return found


def export_labels(
    items: Sequence[LabelledImage],
    table: ClassTable,
    format_id: str,
    out: Path,
    *,
    with_images: bool = True,
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> int:
    """Write the labels of `items` to `out`; returns how many.

    Raises InputError for an unknown format, no items, an `out` that holds the originals, or a label that cannot
    be used; WorkError when `out` cannot be written; Cancelled.
    """
    label_format = format_of(format_id)
    if not items:
        raise InputError(
            worded("There are no saved labels to export. Save at least one image's label first.")
        )
    _keep_originals(items, out)
    label_format.write(LabelSet(items, table, with_images, progress, token), out)
    return len(items)


def _keep_originals(items: Sequence[LabelledImage], out: Path) -> None:
    """An export must not write among the files it reads: their names could be the same."""
    folder = out.resolve()
    for item in items:
        for path in (item.image, item.label):
            if folder in path.resolve().parents:
                raise InputError(
                    worded(
                        "{out} holds the originals ({name}); exporting there could overwrite them. Choose an "
                        "empty folder.",
                        out=out,
                        name=path.name,
                    )
                )
