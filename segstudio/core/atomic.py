"""Writing a file so that a reader, or a crash, sees the old content or the new and nothing between."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from segstudio.core.errors import WorkError
from segstudio.core.wording import worded

_REASONS = {
    errno.ENOSPC: worded("the disk is full. Free some space and save again."),
    errno.EDQUOT: worded("your disk quota is used up. Free some space and save again."),
    errno.EACCES: worded("the folder does not allow it. Choose another folder or change its permissions."),
    errno.EPERM: worded("the folder does not allow it. Choose another folder or change its permissions."),
    errno.EROFS: worded("the folder is read-only. Choose another folder."),
    errno.EEXIST: worded("a part of this path is a file. Choose another folder."),
    errno.ENOTDIR: worded("a part of this path is a file. Choose another folder."),
    errno.EISDIR: worded("it is a folder. Give the name of a file."),
    errno.ENOENT: worded("its folder is gone. Plug the disk in again, or choose another folder."),
}

_UMASK = os.umask(0o022)
"""Read once, while there is one thread: reading it means setting it, for the whole process."""
os.umask(_UMASK)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` by `data`; its folder is made when missing.

    Raises WorkError with the reason when the file cannot be written; the old file is then untouched. A pipe or
    a device ('/dev/stdout') is written to as it is: it can be neither torn nor replaced.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if _is_stream(path):
            with path.open("ab", buffering=0) as direct:
                direct.write(data)
            return
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
        raise WorkError(worded("Could not write {path}: {reason}", path=path, reason=reason)) from error


def write_text(path: Path, text: str) -> None:
    """`write_bytes` of UTF-8 text."""
    write_bytes(path, text.encode("utf-8"))


def _is_stream(path: Path) -> bool:
    """Replacing one would take '/dev/null' from the whole machine, where the user is allowed to."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    own_output = path.is_symlink() and os.readlink(path).startswith("/proc/")
    in_proc = str(path.parent.resolve()).startswith("/proc/")
    return not stat.S_ISREG(mode) or own_output or in_proc


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
