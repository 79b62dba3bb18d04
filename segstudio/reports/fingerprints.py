"""Hashes by which a later reader can tell whether he holds the same files (SHA-256, in hexadecimal).

Of a file: what `sha256sum` prints. Of a model: the first 16 digits of that of its weights' file. Of a set of files: the
hash of its lines `<hash>  <key>` in the order of the evaluation, each ended by a newline. Of a class table: the hash of
its lines `id<tab>name<tab>r g b` in the order of ids and, last, `ignore<tab>id`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from segstudio.core.classes import ClassTable


def of_file(path: Path) -> str | None:
    """None where the file cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def of_set(files: Iterable[tuple[str, str | None]]) -> str | None:
    """Of (key, hash); a file that could not be read counts as '-'. None when no hash is known at all."""
    known = list(files)
    if not any(digest for _, digest in known):
        return None
    lines = (f"{digest or '-'}  {key}\n" for key, digest in known)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def of_table(table: ClassTable) -> str:
    rows = sorted(table.classes, key=lambda c: c.id)
    lines = [f"{c.id}\t{c.name}\t{' '.join(map(str, c.colour))}\n" for c in rows]
    return hashlib.sha256("".join([*lines, f"ignore\t{table.ignore_index}\n"]).encode("utf-8")).hexdigest()
