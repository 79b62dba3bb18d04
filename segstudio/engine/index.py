"""The cache's database: hashes of files and confusion matrices. It can be deleted, or damaged, at any time."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np

from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.engine.files.sidecar import content_hash
from segstudio.engine.files.signature import SETTLED_SECONDS
from segstudio.metrics.sparse import SparseMatrix

T = TypeVar("T")

_VERSION = 1
Context = tuple[str, str, int]
"""Of a comparison: the candidate's id, the revision of the class table, the ignore index."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS files(
    path TEXT PRIMARY KEY, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS matrices(
    truth TEXT, prediction TEXT, table_revision TEXT, ignore_index INTEGER, matrix BLOB NOT NULL,
    PRIMARY KEY(truth, prediction, table_revision, ignore_index)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS saved(
    candidate TEXT, table_revision TEXT, ignore_index INTEGER, key TEXT, signature TEXT NOT NULL,
    cells BLOB NOT NULL, counts BLOB NOT NULL,
    PRIMARY KEY(candidate, table_revision, ignore_index, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS models(
    name TEXT PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS figures(
    name TEXT, key TEXT, value REAL NOT NULL, PRIMARY KEY(name, key)) WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
"""


def pack_matrix(matrix: SparseMatrix) -> bytes:
    """Compressed int64: number of classes, ignore index, number of cells, cells, counts."""
    head = np.array([matrix.num_classes, matrix.ignore_index, len(matrix.cells)], np.int64)
    return zlib.compress(
        head.tobytes() + matrix.cells.astype(np.int64).tobytes() + matrix.counts.tobytes(), 1
    )


def unpack_matrix(data: bytes) -> SparseMatrix:
    """Inverse of `pack_matrix`. Raises ValueError for anything else."""
    try:
        values = np.frombuffer(zlib.decompress(data), np.int64)
    except zlib.error as error:
        raise ValueError(f"no packed matrix: {error}") from error
    if values.size < 3 or values.size != 3 + 2 * values[2] or not 0 < values[0] <= 256:
        raise ValueError("no packed matrix: its length does not fit")
    n, ignore_index, count = (int(v) for v in values[:3])
    cells = values[3 : 3 + count]
    if count and (int(cells.min()) < 0 or int(cells.max()) >= n * (n + 1)):
        raise ValueError("no packed matrix: a cell lies outside")
    return SparseMatrix(cells.astype(np.int32), values[3 + count :].copy(), n, ignore_index)


@dataclass(frozen=True)
class Recalled:
    """Matrices by image key, and the signatures of the files that they were counted from."""

    matrices: dict[str, SparseMatrix]
    signatures: dict[str, str]


class Index:
    """Thread-safe; a missing, locked or damaged file costs the cache, never the work."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the file; where that cannot be, keeps everything in memory."""
        self._path = path
        self._lock = threading.Lock()
        self._database = self._open()

    def file_hash(self, path: Path) -> str:
        """Hash of a file's content, remembered by its time stamp and size. Raises InputError."""
        try:
            info = path.stat()
            if (known := self._remembered(path, info)) is not None:
                return known
            found = content_hash(path.read_bytes())
        except OSError as error:
            raise InputError(
                worded("{path} cannot be read ({reason}).", path=path, reason=error.strerror or error)
            ) from error
        if time.time() - info.st_mtime > SETTLED_SECONDS:  # else it may change again without being noticed
            values = (str(path), info.st_mtime_ns, info.st_size, found)
            self._use(lambda db: db.execute("INSERT OR REPLACE INTO files VALUES(?,?,?,?)", values))
        return found

    def known_hash(self, path: Path) -> str | None:
        """The remembered hash of an unchanged file, without reading it."""
        try:
            info = path.stat()
        except OSError:
            return None
        return self._remembered(path, info)

    def matrix(
        self, truth: str, prediction: str, table_revision: str, ignore_index: int
    ) -> SparseMatrix | None:
        """The stored matrix of this truth (hash), prediction (key) and class table; None when there is none."""
        key = (truth, prediction, table_revision, ignore_index)
        row = self._use(
            lambda db: db.execute(
                "SELECT matrix FROM matrices WHERE truth=? AND prediction=? AND table_revision=? AND ignore_index=?",
                key,
            ).fetchone()
        )
        if not row:
            return None
        try:
            return unpack_matrix(row[0])
        except (ValueError, TypeError):
            return None

    def put_matrix(self, truth: str, prediction: str, table_revision: str, matrix: SparseMatrix) -> None:
        values = (truth, prediction, table_revision, matrix.ignore_index, pack_matrix(matrix))
        self._use(lambda db: db.execute("INSERT OR REPLACE INTO matrices VALUES(?,?,?,?,?)", values))

    def put_saved(self, context: Context, key: str, signature: str, matrix: SparseMatrix) -> None:
        """Keep the matrix of an image's saved label, with what tells whether its files are still the same."""
        self.put_all_saved(context, [(key, signature, matrix)])

    def put_all_saved(self, context: Context, rows: Iterable[tuple[str, str, SparseMatrix]]) -> None:
        """The same for many: (key, signature, matrix)."""
        packed = [
            (*context, key, sign, m.cells.astype(np.int32).tobytes(), m.counts.astype(np.int64).tobytes())
            for key, sign, m in rows
        ]

        def write(database: sqlite3.Connection) -> None:
            # rolls back: later writes would join a transaction left open, and be lost with it
            with database:
                database.execute("BEGIN IMMEDIATE")
                database.executemany("INSERT OR REPLACE INTO saved VALUES(?,?,?,?,?,?,?)", packed)

        self._use(write)

    def recall(self, context: Context, num_classes: int) -> Recalled:
        """All matrices of one comparison, as they were when they were last kept."""
        query = "SELECT key, signature, cells, counts FROM saved WHERE candidate=? AND table_revision=? AND ignore_index=?"
        rows = self._use(lambda db: db.execute(query, context).fetchall()) or []
        rows = [row for row in rows if 2 * len(row[2]) == len(row[3])]
        keys, signatures, packed, numbers = zip(*rows, strict=True) if rows else ((), (), (), ())
        cells, counts = (
            np.frombuffer(b"".join(packed), np.int32),
            np.frombuffer(b"".join(numbers), np.int64),
        )
        ends = list(accumulate(len(text) // 8 for text in numbers))
        matrices = (
            SparseMatrix(cells[start:end], counts[start:end], num_classes, context[2])
            for start, end in pairwise([0, *ends])
        )
        return Recalled(dict(zip(keys, matrices, strict=True)), dict(zip(keys, signatures, strict=True)))

    def put_model(self, name: str, model_id: str, title: str, stamp: str = "") -> None:
        """What the model of this name is; `stamp`: of its file."""
        values = (name, model_id, title, stamp)
        self._use(lambda db: db.execute("INSERT OR REPLACE INTO models VALUES(?,?,?,?)", values))

    def model(self, name: str, stamp: str = "") -> tuple[str, str] | None:
        """(id, title) of the model of this name, while its file is the same."""
        row = self._use(
            lambda db: db.execute(
                "SELECT id, title FROM models WHERE name=? AND stamp=?", (name, stamp)
            ).fetchone()
        )
        return (str(row[0]), str(row[1])) if row else None

    def figure(self, name: str, key: str) -> float | None:
        """A kept number about `key`, such as a prediction; None when there is none."""
        row = self._use(
            lambda db: db.execute(
                "SELECT value FROM figures WHERE name=? AND key=?", (name, key)
            ).fetchone()
        )
        return float(row[0]) if row else None

    def put_figure(self, name: str, key: str, value: float) -> None:
        values = (name, key, value)
        self._use(lambda db: db.execute("INSERT OR REPLACE INTO figures VALUES(?,?,?)", values))

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def _remembered(self, path: Path, info: os.stat_result) -> str | None:
        """The hash of a file with this time stamp and size."""
        row = self._use(
            lambda db: db.execute(
                "SELECT hash FROM files WHERE path=? AND mtime_ns=? AND size=?",
                (str(path), info.st_mtime_ns, info.st_size),
            ).fetchone()
        )
        return str(row[0]) if row else None

    def _use(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Run `work`; a damaged file is made anew and asked once more, then the answer is None."""
        with self._lock:
            for _ in range(2):
                try:
                    return work(self._database)
                except sqlite3.ProgrammingError:  # closed: the project is gone, and so is whoever asked
                    return None
                except (
                    sqlite3.OperationalError
                ):  # locked by another window, a full disk, or the file was deleted
                    if self._path.exists():
                        return None
                    self._start_anew()
                except sqlite3.DatabaseError:
                    self._start_anew()
        return None

    def _start_anew(self) -> None:
        self._database.close()
        for tail in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + tail).unlink()
        self._database = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return _prepared(str(self._path))
        except (OSError, sqlite3.DatabaseError):
            for tail in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    self._path.with_name(self._path.name + tail).unlink()
        try:
            return _prepared(str(self._path))
        except sqlite3.DatabaseError:
            return _prepared(":memory:")


def _prepared(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=2.0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")
        if database.execute("PRAGMA user_version").fetchone()[0] not in {0, _VERSION}:
            raise sqlite3.DatabaseError("another version's cache")
        database.executescript(_SCHEMA)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
