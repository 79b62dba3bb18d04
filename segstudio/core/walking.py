"""Which files lie below a folder, asked for with as few calls as can be: there may be 100,000."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable
from pathlib import Path

from segstudio.core.errors import InputError
from segstudio.core.images import IMAGE_SUFFIXES
from segstudio.core.wording import worded


def walk_names(
    folder: Path,
    excluded: Iterable[Path] = (),
    closed: list[str] | None = None,
    suffixes: Collection[str] = IMAGE_SUFFIXES,
) -> list[str]:
    """Paths below `folder` of all files with one of `suffixes` (lower case), with '/' and in no order.

    Hidden files and folders and `excluded` ones are skipped, links followed. Raises InputError when the folder itself
    cannot be read; a subfolder that cannot be is left out and appended to `closed`, where that is given.
    """
    walk = _Walk({os.path.abspath(p) for p in excluded}, suffixes)
    waiting = deque([(str(folder), "")])
    while waiting:  # the nearest first: of two ways to a folder the shorter one counts
        place, prefix = waiting.popleft()
        try:
            waiting += walk.enter(place, prefix)
        except OSError as error:
            if not prefix:
                raise InputError(
                    worded(
                        "{folder} cannot be opened ({reason}). Choose a folder that you may read.",
                        folder=folder,
                        reason=error.strerror or error,
                    )
                ) from error
            if closed is not None:
                closed.append(place)
    return walk.found


class _Walk:
    """Collects relative paths; a folder reached twice (a link to a parent) is entered once."""

    def __init__(self, skipped: set[str], suffixes: Collection[str]) -> None:
        self.found: list[str] = []
        self._skipped = skipped
        self._suffixes = suffixes
        self._seen: set[tuple[int, int]] = set()

    def enter(self, folder: str, prefix: str) -> list[tuple[str, str]]:
        """(path, prefix) of the folders in it. Raises OSError when it cannot be read."""
        info = os.stat(folder)
        if (info.st_dev, info.st_ino) in self._seen:
            return []
        self._seen.add((info.st_dev, info.st_ino))
        with os.scandir(folder) as scan:
            items = list(scan)
        below = []
        for item in items:
            name = item.name
            if name.startswith("."):
                continue
            try:
                is_folder, is_file = item.is_dir(), item.is_file()
            except OSError:  # a link to itself; reading it says what is wrong
                is_folder, is_file = False, True
            if is_folder:
                if os.path.abspath(item.path) not in self._skipped:
                    below.append((item.path, f"{prefix}{name}/"))
            elif name[name.rfind(".") :].lower() in self._suffixes and (
                is_file or _goes_nowhere(item.path)
            ):
                self.found.append(prefix + name)
        return below


def _goes_nowhere(path: str) -> bool:
    """A broken link: reading it says what is wrong. Other things that are no file, a pipe or a device, would be waited
    for without an end."""
    return not os.path.exists(path)
