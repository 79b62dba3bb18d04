"""The crash journal: every piece of an unsaved edit, on disk before the next event, to be replayed after a crash.

Records (see `journal_format`) go to the file with one `os.write`, past every buffer of the process. The pages
then belong to the kernel, so the death of the process, SIGKILL included, loses at most the record being written;
that is why no fsync is paid for each pointer move. A power cut may cost the last seconds, and the CRC finds where.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from segstudio.core.errors import WorkError
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.labels.past.journal_format import (
    NUMBERED,
    JournalHeader,
    Recovery,
    parse,
    piece_record,
    preamble,
    records,
    save_record,
    turn_record,
)
from segstudio.labels.past.replay import Turn
from segstudio.labels.patch import Piece

_WRITE = os.O_WRONLY | getattr(os, "O_BINARY", 0)


class Journal:
    """Appends pieces to one file, which is made with the first piece.

    A disk that is full or gone never breaks painting: `failed` is emitted once, with a sentence for people,
    and nothing is recorded until the next `rebase` or `clear`. Safe to use from several threads; `failed` is
    emitted on the one that wrote.
    """

    def __init__(self, path: Path, header: JournalHeader) -> None:
        """A journal that starts anew. A file that is already at `path` is kept as `<name>.orphan` when the
        first piece comes: see `recover` and `resume` to go on with it."""
        self.path = path
        self.header = header
        self.failed: Signal[str] = Signal()
        self._file: int | None = None
        self._next = header.first
        self._turns_from = header.first
        """Steps that begin before this entry may be missing after a save: their turns are written out."""
        self._broken = False
        self._lock = threading.Lock()

    @staticmethod
    def recover(path: Path) -> Recovery | None:
        """Read a journal up to its first torn record; None when there is none or its header is torn.

        Raises WorkError when the file is there and cannot be read.
        """
        try:
            return parse(path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise WorkError(
                worded(
                    "Could not read the unsaved edits in {path}: {reason}. Check its permissions.",
                    path=path,
                    reason=error.strerror or error,
                )
            ) from error

    @classmethod
    def resume(cls, path: Path, recovery: Recovery) -> Journal:
        """Go on with a recovered journal behind its last intact record. Raises WorkError when that fails."""
        journal = cls(path, recovery.header)
        try:
            os.truncate(path, recovery.intact)
            journal._file = os.open(path, _WRITE | os.O_APPEND)
        except OSError as error:
            raise WorkError(
                worded(
                    "Could not go on with the unsaved edits in {path}: {reason}. Check its permissions.",
                    path=path,
                    reason=error.strerror or error,
                )
            ) from error
        journal._next = journal._turns_from = recovery.header.first + len(recovery.changes)
        return journal

    def append(self, pieces: Sequence[Piece]) -> None:
        """Record pieces in order, with one write."""
        with self._lock:
            failure = self._write(b"".join(piece_record(piece) for piece in pieces))
            self._next += len(pieces)
        self._report(failure)

    @property
    def next(self) -> int:
        """The number of the next entry."""
        return self._next

    def turn(self, first: int, behind: int, pieces: Sequence[Piece], *, again: bool) -> None:
        """Record that the step of the entries from `first` up to `behind` was taken back, or done `again`.

        `pieces` are what that changed: they are recorded where the step may be no longer in the file.
        """
        if not self._turns_from <= first < behind <= self._next:
            self.append(pieces)
            return
        with self._lock:
            failure = self._write(turn_record(Turn(self._next - first, behind - first, again)))
            self._next += 1
        self._report(failure)

    def mark(self) -> int:
        """A place behind every entry so far, to hand to `announce_save` and `rebase`."""
        self._turns_from = self._next
        return self._next

    def announce_save(self, mark: int, base: str) -> None:
        """Say, before the label file is replaced, that a map with this digest holds all entries up to `mark`.

        A crash between the two replacements, of the label and of the journal, then loses nothing either.
        """
        with self._lock:
            failure = self._write(save_record(mark, base)) if self._file is not None else None
        self._report(failure)

    def rebase(self, base: str, mark: int | None = None) -> None:
        """The label map with digest `base` is on disk: forget all entries up to `mark` (default: all)."""
        with self._lock:
            failure = self._rebase(base, self._next if mark is None else mark)
        self._report(failure)

    def clear(self) -> None:
        """Remove the file: nothing is unsaved. The next piece starts a new one."""
        with self._lock:
            self._release()
            self._broken = False
            self._turns_from = self._next
            self.header = replace(self.header, first=self._next)
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file and leave it where it is. Nothing is recorded afterwards."""
        with self._lock:
            self._release()
            self._broken = True

    def _write(self, data: bytes) -> str | None:
        """Append; the sentence to report when it failed."""
        if self._broken or not data:
            return None
        try:
            if self._file is None:
                self._file = self._start()
                data = preamble(self.header) + data
            if os.fstat(self._file).st_nlink == 0:
                raise FileNotFoundError("the file was removed")
            _write_all(self._file, data)
        except OSError as error:
            return self._give_up(error)
        return None

    def _start(self) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists():
            os.replace(self.path, self.path.with_name(self.path.name + ".orphan"))
        return os.open(self.path, _WRITE | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)

    def _rebase(self, base: str, mark: int) -> str | None:
        tail_known = not self._broken
        had_file = self._file is not None
        self._release()
        self._broken = False
        self._turns_from = max(self._turns_from, mark)
        kept = self._next - mark
        self.header = replace(self.header, base=base, first=self._next)
        try:
            if not (had_file and tail_known and kept):
                if had_file or not tail_known:
                    self.path.unlink(missing_ok=True)
                self._turns_from = self._next
                return None
            self.header = replace(self.header, first=mark)
            fresh = self.path.with_name(self.path.name + ".new")
            fresh.write_bytes(preamble(self.header) + _last_entries(self.path.read_bytes(), kept))
            os.replace(fresh, self.path)
            self._file = os.open(self.path, _WRITE | os.O_APPEND)
        except OSError as error:
            return self._give_up(error)
        return None

    def _give_up(self, error: OSError) -> str:
        self._release()
        self._broken = True
        reason = (error.strerror or str(error)).rstrip(".")
        return worded(
            "Unsaved edits are no longer protected against a crash: {path} could not be written "
            "({reason}). Painting goes on; save often, and look whether the disk is full.",
            path=self.path,
            reason=reason,
        )

    def _release(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.close(self._file)
        self._file = None

    def _report(self, failure: str | None) -> None:
        if failure is not None:
            self.failed.emit(failure)


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _last_entries(data: bytes, count: int) -> bytes:
    """The end of a journal's bytes that holds its last `count` entries and what stands between them."""
    ends, start = [], 0
    for end, payload in records(data):
        if payload[:1] in NUMBERED:
            ends.append(start)
        start = end
    return data[ends[-count] : start]
