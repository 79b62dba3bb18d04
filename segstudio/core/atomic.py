"""Writing a file so that a reader, or a crash, sees the old content or the new and nothing between."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from segstudio.core.errors import WorkError

_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space and save again.",
    errno.EDQUOT: "your disk quota is used up. Free some space and save again.",
    errno.EACCES: "the folder does not allow it. Choose another folder or change its permissions.",
    errno.EPERM: "the folder does not allow it. Choose another folder or change its permissions.",
    errno.EROFS: "the folder is read-only. Choose another folder.",
    errno.ENOENT: "its folder is gone. Plug the disk in again, or choose another folder.",
}

_UMASK = os.umask(0o022)
"""Read once, while there is one thread: reading it means setting it, for the whole process."""
os.umask(_UMASK)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` by `data`; its folder is made when missing.

    Raises WorkError with the reason when the file cannot be written; the old file is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, _mode_for(path))
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}.")
        raise WorkError(f"Could not write {path}: {reason}") from error


def write_text(path: Path, text: str) -> None:
    """`write_bytes` of UTF-8 text."""
    write_bytes(path, text.encode("utf-8"))


def _mode_for(path: Path) -> int:
    """The mode the file has, else what a plain `open` would give it (mkstemp's 0600 would lock out a team)."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    return 0o666 & ~_UMASK


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable where the system offers it (not on Windows)."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
