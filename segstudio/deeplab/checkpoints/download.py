"""Fetching a weights file: progress, cancel, resume, checksum. A half file is never used."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock, Timeout

from segstudio.core.errors import WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded

_CHUNK = 1 << 16
_TIMEOUT_S = 20.0
_LOOK_S = 0.1
"""Between two looks whether another download has ended, or this one was cancelled."""
_HASH_IN_NAME = re.compile(r"-([0-9a-f]{8,64})\.[A-Za-z0-9]+$")


def hash_prefix(file_name: str) -> str:
    """The leading hex digits of the file's SHA-256 that torchvision writes into its name, or ''."""
    found = _HASH_IN_NAME.search(file_name)
    return found.group(1) if found else ""


def fetch(
    url: str, path: Path, progress: Progress | None = None, cancel: CancelToken | None = None
) -> Path:
    """Download `url` to `path` unless it is there, or wait for whoever is doing so.

    Bytes go to `path` + '.part', which a later call continues (HTTP Range); it becomes `path` only when it is
    complete and the SHA-256 of what lies on the disk begins as the file's name says. Raises WorkError with a
    sentence for every failure, Cancelled when `cancel` is set (what has arrived is kept).
    """
    if path.is_file():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path, progress, cancel):
            if not path.is_file():  # it may have come while we waited
                _fetch_alone(url, path, progress, cancel)
    except (urllib.error.HTTPError, HTTPException) as error:
        raise WorkError(
            worded("The server refused {name} ({error}). Try again later.", name=path.name, error=error)
        ) from error
    except urllib.error.URLError as error:
        raise WorkError(_no_network(path.name, error.reason)) from error
    except (TimeoutError, ConnectionError) as error:
        raise WorkError(_no_network(path.name, error)) from error
    except OSError as error:
        raise WorkError(
            worded(
                "{name} cannot be stored in {parent}: {reason}. Free some space there, or set "
                "SEGSTUDIO_HOME to another folder.",
                name=path.name,
                parent=path.parent,
                reason=error.strerror or error,
            )
        ) from error
    return path


@contextlib.contextmanager
def _alone(path: Path, progress: Progress | None, cancel: CancelToken | None) -> Iterator[None]:
    """Keeps other threads and processes from downloading `path` meanwhile. Raises Cancelled while waiting for one."""
    lock = FileLock(f"{path}.lock")  # the system releases it when a process dies
    while not lock.is_locked:
        if cancel is not None:
            cancel.raise_if_cancelled()
        try:
            lock.acquire(timeout=_LOOK_S)
        except Timeout:
            if progress is not None:
                progress(0, 0, worded("Waiting for another download of {name}", name=path.name))
    try:
        yield
    finally:
        if path.is_file():  # otherwise somebody may wait for this very lock, to try what has failed here
            with contextlib.suppress(OSError):
                os.unlink(lock.lock_file)
        lock.release()


def _fetch_alone(url: str, path: Path, progress: Progress | None, cancel: CancelToken | None) -> None:
    part = path.with_name(path.name + ".part")
    _receive(url, part, progress, cancel)
    with part.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if not digest.startswith(hash_prefix(path.name)):
        part.unlink(missing_ok=True)
        raise WorkError(
            worded(
                "The download of {name} arrived damaged and was thrown away. Try again; if it happens "
                "twice, something between you and the server changes the file.",
                name=path.name,
            )
        )
    os.replace(part, path)


def _no_network(name: str, why: object) -> str:
    return worded(
        "{name} could not be downloaded: there is no connection ({why}). Connect to the network "
        "and try again; the bundled model works without one, and what has arrived is kept.",
        name=name,
        why=why,
    )


def _receive(url: str, part: Path, progress: Progress | None, cancel: CancelToken | None) -> None:
    """Append what is missing to `part`. Raises ConnectionError when less comes than was announced."""
    have = part.stat().st_size if part.is_file() else 0
    try:
        response = _ask(url, have)
    except urllib.error.HTTPError as error:
        if error.code == 416 and have:  # nothing is missing, or the part is no beginning of the file
            error.close()
            return
        raise
    if have and response.status == 206 and _first_byte(response) != have:  # not what was asked for
        response.close()
        response = _ask(url, have := 0)
    with response:
        if response.status != 206:  # the server sends the whole file
            have = 0
        missing = int(response.headers.get("Content-Length") or 0)
        total = have + missing if missing else 0
        with part.open("ab" if have else "wb") as stream:
            done = _copy(response, stream, have, total, part.stem, progress, cancel)
    if total and done < total:
        raise ConnectionError(f"it ended after {done} of {total} bytes")


def _ask(url: str, start: int) -> HTTPResponse:
    request = urllib.request.Request(url, headers={"Range": f"bytes={start}-"} if start else {})
    response: HTTPResponse = urllib.request.urlopen(request, timeout=_TIMEOUT_S)  # from our own table
    return response


def _first_byte(response: HTTPResponse) -> int | None:
    """Where in the file a partial answer begins; None where it does not say."""
    found = re.match(r"bytes (\d+)-", response.headers.get("Content-Range") or "")
    return int(found.group(1)) if found else None


def _copy(
    response: BinaryIO,
    stream: BinaryIO,
    done: int,
    total: int,
    what: str,
    progress: Progress | None,
    cancel: CancelToken | None,
) -> int:
    while True:
        if cancel is not None:
            cancel.raise_if_cancelled()
        block = _read(response)
        if not block:
            return done
        if cancel is not None:
            cancel.raise_if_cancelled()  # a silent server may have kept us since
        stream.write(block)
        done += len(block)
        if progress is not None:
            progress(done, total, worded("Downloading {name}", name=what))


def _read(response: BinaryIO) -> bytes:
    """Raises ConnectionError whatever the network does: TLS and routes fail with errors that files have too."""
    try:
        return response.read(_CHUNK)
    except OSError as error:
        raise ConnectionError(str(error)) from error
