"""Files that commands write beside their results: none may take the place of something that a person still needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from segstudio.core.errors import InputError
from segstudio.core.images import IMAGE_SUFFIXES


def check_outputs(
    files: Iterable[Path | None],
    inputs: Iterable[Path | str | None],
    *,
    is_own: Callable[[Path], bool] = lambda path: False,
) -> None:
    """`files` replace what is there; that must be no other of them, nothing that the command reads, and no picture.

    `inputs`: files and folders; what is no path at all (the name of a model) does no harm. `is_own`: whether a picture
    is one that an earlier run made. Raises InputError.
    """
    written = [path for path in files if path is not None]
    if len({path.resolve() for path in written}) < len(written):
        raise InputError("Two outputs would go to one file. Give each its own name.")
    read = [Path(given).resolve() for given in inputs if given]
    for path in written:
        target = path.resolve()
        picture = target.suffix.lower() in IMAGE_SUFFIXES
        inside = any(folder in target.parents for folder in read)
        if target in read or (inside and (picture or target.suffix.lower() == ".txt")):
            raise InputError(
                f"{path} is one of the files that are read, or lies among them. Choose another name."
            )
        if picture and target.is_file() and not is_own(target):
            raise InputError(f"{path} is a picture that would be replaced. Choose another name.")
