"""Fetching a weights file: progress, cancel, resume, checksum. A half file is never used."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import BinaryIO

from segstudio.core.errors import WorkError
from segstudio.core.progress import CancelToken, Progress

_CHUNK = 1 << 16
_TIMEOUT_S = 20.0
_HASH_IN_NAME = re.compile(r"-([0-9a-f]{8,64})\.[A-Za-z0-9]+$")


def hash_prefix(file_name: str) -> str:
    """The leading hex digits of the file's SHA-256 that torchvision writes into its name, or ''."""
    found = _HASH_IN_NAME.search(file_name)
    return found.group(1) if found else ""


def fetch(
    url: str, path: Path, progress: Progress | None = None, cancel: CancelToken | None = None
) -> Path:
    """Download `url` to `path` unless it is there.

    Bytes go to `path` + '.part', which a later call continues (HTTP Range); it becomes `path` only when it is
    complete and its SHA-256 begins as the file's name says. Raises WorkError with a sentence for every
    failure, Cancelled when `cancel` is set (what has arrived is kept).
    """
    if path.is_file():
        return path
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        digest = _receive(url, part, progress, cancel)
        expected = hash_prefix(path.name)
        if not digest.startswith(expected):
            part.unlink(missing_ok=True)
            raise WorkError(
                f"The download of {path.name} arrived damaged and was thrown away. Try again; if it happens "
                "twice, something between you and the server changes the file."
            )
        os.replace(part, path)
    except (urllib.error.HTTPError, HTTPException) as error:
        raise WorkError(f"The server refused {path.name} ({error}). Try again later.") from error
    except urllib.error.URLError as error:
        raise WorkError(_no_network(path.name, error.reason)) from error
    except (TimeoutError, ConnectionError) as error:
        raise WorkError(_no_network(path.name, error)) from error
    except OSError as error:
        raise WorkError(
            f"{path.name} cannot be stored in {path.parent}: {error.strerror or error}. Free some space there, "
            "or set SEGSTUDIO_HOME to another folder."
        ) from error
    return path


def _no_network(name: str, why: object) -> str:
    return (
        f"{name} could not be downloaded: there is no connection ({why}). Connect to the network and try again; "
        "the bundled model works without one, and what has arrived is kept."
    )


def _receive(url: str, part: Path, progress: Progress | None, cancel: CancelToken | None) -> str:
    """Append what is missing to `part`; returns the SHA-256 of all of it."""
    digest = hashlib.sha256()
    have = _digest_of(part, digest)
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    try:
        response = urllib.request.urlopen(request, timeout=_TIMEOUT_S)  # an address from our own table
    except urllib.error.HTTPError as error:
        if error.code == 416 and have:  # nothing is missing, or the part is no beginning of the file
            with contextlib.closing(error):
                return digest.hexdigest()
        raise
    with response:
        if have and response.status != 206:  # the server sends the whole file again
            digest, have = hashlib.sha256(), 0
        missing = int(response.headers.get("Content-Length") or 0)
        total = have + missing if missing else 0
        with part.open("ab" if have else "wb") as stream:
            done = _copy(response, stream, have, total, digest, part.stem, progress, cancel)
    if total and done < total:
        raise ConnectionError(f"it ended after {done} of {total} bytes")
    return digest.hexdigest()


def _copy(
    response: BinaryIO,
    stream: BinaryIO,
    done: int,
    total: int,
    digest: hashlib._Hash,
    what: str,
    progress: Progress | None,
    cancel: CancelToken | None,
) -> int:
    while True:
        if cancel is not None:
            cancel.raise_if_cancelled()
        block = response.read(_CHUNK)
        if not block:
            return done
        if cancel is not None:
            cancel.raise_if_cancelled()  # a silent server may have kept us since: somebody else may write now
        stream.write(block)
        digest.update(block)
        done += len(block)
        if progress is not None:
            progress(done, total, f"Downloading {what}")


def _digest_of(part: Path, digest: hashlib._Hash) -> int:
    if not part.is_file():
        return 0
    with part.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return part.stat().st_size
