"""Journals of unsaved edits: which images have one, and whether it still fits the label that is there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.errors import WorkError
from segstudio.core.wording import worded
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader, Recovery
from segstudio.labels.past.replay import Entry

_SUFFIX = ".journal"
_ASIDE = ".set-aside"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a journal gives back. `changes` is empty when there is nothing; `notice` is for people."""

    recovery: Recovery | None = None
    changes: tuple[Entry, ...] = ()
    notice: str | None = None


class Journals:
    """The journals of one project, in the user's state folder, one file an image."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: str) -> Path:
        """A file name that any key fits into: its end for people, its hash for being unique."""
        tail = "".join(c if c.isalnum() or c in "-_." else "_" for c in key)[-40:]
        return self._folder / f"{tail}-{hashlib.blake2b(key.encode(), digest_size=8).hexdigest()}{_SUFFIX}"

    def keys(self, candidates: Iterable[str]) -> set[str]:
        """Those of `candidates` that have a journal; one look into the folder."""
        try:
            names = {name for name in os.listdir(self._folder) if name.endswith(_SUFFIX)}
        except OSError:
            return set()
        return {key for key in candidates if self.path(key).name in names} if names else set()

    def forget(self, key: str) -> None:
        """Delete an image's journal, which nobody has open; harmless when there is none."""
        with suppress(OSError):
            os.unlink(self.path(key))

    def recover(
        self, key: str, name: str, shape: tuple[int, int], ignore_index: int, base: str
    ) -> Recovered:
        """Read what an image's journal adds to the label whose hash is `base`; for a worker.

        A journal of another label, size or ignore id is set aside, never applied.
        """
        path = self.path(key)
        try:
            recovery = Journal.recover(path)
        except WorkError as error:
            return Recovered(notice=str(error))
        if recovery is None:
            if path.exists():
                return self._set_aside(path, name, worded("their journal is damaged"))
            return Recovered()
        header = recovery.header
        if header.image_key != key or header.shape != shape or header.ignore_index != ignore_index:
            return self._set_aside(path, name, worded("the image or the class table has changed since"))
        changes = recovery.changes_since(base)
        if changes is None:
            return self._set_aside(path, name, worded("its label has been changed since"))
        return Recovered(recovery, changes)

    def start(
        self, key: str, shape: tuple[int, int], ignore_index: int, base: str, old: Recovery | None
    ) -> Journal:
        """The journal to write on into: the recovered one, else a new one (its file is made with the first edit)."""
        if old is not None:
            try:
                return Journal.resume(self.path(key), old)
            except WorkError:
                pass  # a new one is started instead; the old file is kept beside it
        return Journal(self.path(key), JournalHeader(key, shape, ignore_index, base))

    def _set_aside(self, path: Path, name: str, why: str) -> Recovered:
        kept = path.with_name(path.name + _ASIDE)
        try:
            os.replace(path, kept)
        except OSError as error:
            return Recovered(
                notice=worded(
                    "The unsaved edits of {name} in {path} cannot be used ({reason}).",
                    name=name,
                    path=path,
                    reason=error.strerror or error,
                )
            )
        return Recovered(
            notice=worded(
                "Unsaved edits of {name} were not applied: {why}. They are kept as {kept}.",
                name=name,
                why=why,
                kept=kept,
            )
        )
