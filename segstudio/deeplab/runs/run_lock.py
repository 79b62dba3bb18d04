"""One training at a time in a run folder: two would write over each other's state, weights and log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from filelock import FileLock, Timeout

from segstudio.core.errors import InputError
from segstudio.deeplab.runs.distributed import Team

LOCK = "run.lock"


@contextmanager
def alone_in(folder: Path, team: Team, device: torch.device) -> Iterator[None]:
    """Holds `folder` for `team`, whose messages go over `device`. The file stays: who waits for it may hold it open.

    Raises InputError, in every process of the team, when another training holds it.
    """
    lock = FileLock(folder / LOCK)  # the system releases it when a process dies
    refused = team.main and not _taken(lock)
    try:
        if team.totals([float(refused)], device)[0]:
            raise InputError(
                f"Another training is at work in {folder}. Wait until it has ended, or choose another folder."
            )
        yield
    finally:
        lock.release()


def _taken(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    except OSError:
        return True  # a file system without locks: better an unguarded run than none
    return True
