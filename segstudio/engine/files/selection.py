"""Which files of a folder take part: label files by key, and the entries of a `--list` file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from segstudio.core.errors import InputError
from segstudio.core.images import IMAGE_SUFFIXES, naturally_sorted
from segstudio.core.plain_text import composed as composed  # noqa: PLC0414  # also for who asks for it here
from segstudio.core.plain_text import one_line
from segstudio.core.wording import worded
from segstudio.engine.files.entries import find_images

_NAMED_AT_MOST = 200
_LARGEST_LIST = 1 << 28
_COMMENT = "#"


def find_labels(folder: Path, *, whole: bool = False) -> dict[str, Path]:
    """Label files (PNG) below `folder` by key: the relative path with '/' and without '.png'.

    Hidden folders are skipped. Raises InputError when the folder cannot be read or holds none, or when two files have
    one key ('a.png' and 'a.PNG'); with `whole` also when one of its subfolders cannot be read.
    """
    if folder.is_file():
        raise InputError(
            worded("{folder} is a file. Give the folder of label files that it lies in.", folder=folder)
        )
    found: dict[str, Path] = {}
    closed: list[str] = []
    for _, path in find_images(folder, closed=closed):
        if path.suffix.lower() == ".png":
            key = composed(path.relative_to(folder).with_suffix("").as_posix())
            if key in found:
                raise InputError(
                    worded(
                        "{first} and {second} are labels of one image: nobody can tell which of them counts. "
                        "Remove or rename one.",
                        first=one_line(str(found[key])),
                        second=one_line(str(path)),
                    )
                )
            found[key] = path
    if whole and closed:
        raise InputError(
            worded(
                "These folders may not be read, so nobody knows what is missing:\n{closed}\nChange their "
                "permissions.",
                closed=listing(closed),
            )
        )
    if not found:
        raise InputError(
            worded(
                "{folder} holds no label files. Labels are PNG files whose pixel value is the class id.",
                folder=folder,
            )
        )
    return {key: found[key] for key in naturally_sorted(found)}


def read_list(path: Path) -> list[str]:
    """The lines of a list file, blank ones left out. Raises InputError."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST_LIST + 1)
        if len(content) > _LARGEST_LIST:
            raise InputError(worded("{path} is too large to be a list of images.", path=path))
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(worded("{path} is no list of images: it is not UTF-8 text.", path=path)) from error
    except OSError as error:
        raise InputError(
            worded("{path} cannot be read ({reason}).", path=path, reason=error.strerror or error)
        ) from error
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise InputError(worded("{path} lists nothing. Write one image name per line.", path=path))
    return lines


def select(keys: Iterable[str], entries: Sequence[str], listed_in: Path, folder: Path) -> list[str]:
    """The keys that `entries` name, in the order of `keys`.

    An entry is a key ('north/scene_003'), a bare stem ('scene_003') or either with a suffix; one that begins with
    '#' and is no image is a comment. Raises InputError naming the entries that match nothing, or when there is
    nothing but comments.
    """
    known = list(keys)
    names: dict[str, list[str]] = {}
    for key in known:
        for name in {key, PurePosixPath(key).name, _plain(key), _plain(PurePosixPath(key).name)}:
            names.setdefault(composed(name), []).append(key)
    chosen: set[str] = set()
    missing = []
    for entry in entries:
        name = composed(entry.replace("\\", "/"))
        found = names.get(name) or names.get(_plain(name))
        if found:
            chosen.update(found)
        elif not entry.startswith(_COMMENT):
            missing.append(entry)
    if not missing and not chosen:
        raise InputError(worded("{path} lists nothing. Write one image name per line.", path=listed_in))
    if missing:
        raise InputError(
            worded(
                "{path} names what is not in {folder}:\n{missing}",
                path=listed_in,
                folder=folder,
                missing=listing(missing),
            )
        )
    return [key for key in known if key in chosen]


def listing(names: Sequence[str]) -> str:
    """One name a line; of very many, the first and how many more."""
    lines = "\n".join(f"  {one_line(name)}" for name in names[:_NAMED_AT_MOST])
    if len(names) <= _NAMED_AT_MOST:
        return lines
    return worded("{lines}\n  … and {count} more", lines=lines, count=len(names) - _NAMED_AT_MOST)


def _plain(name: str) -> str:
    """Without an image suffix; other dots belong to the name."""
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in IMAGE_SUFFIXES and path.stem else name
