"""What a training run leaves on disk: the state to go on from, the best weights, and the log."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from segstudio.core.atomic import write_bytes
from segstudio.core.errors import InputError, WorkError
from segstudio.deeplab.checkpoints.digest import digest_of
from segstudio.deeplab.checkpoints.state_files import TORN
from segstudio.deeplab.model import ModelConfig

LAST, BEST, LOG = "last.pt", "best.safetensors", "log.jsonl"
_VERSION = 1
_DIGEST = "sha256"


def make_folder(folder: Path) -> None:
    """Raises WorkError when nothing can be written there: better at the start of a run than after its first epoch."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / LOG).open("a").close()
    except OSError as error:
        raise WorkError(
            f"The run folder {folder} cannot be written ({error.strerror or error}). Choose another."
        ) from error


def save_state(folder: Path, model: ModelConfig, state: dict[str, Any]) -> None:
    """Write `state` (tensors and plain values) atomically, with a digest of it. Raises WorkError."""
    stream = io.BytesIO()
    content = {"version": _VERSION, "config": json.dumps(model.to_dict()), **state}
    torch.save({**content, _DIGEST: digest_of(content)}, stream)
    write_bytes(folder / LAST, stream.getvalue())


def read_state(folder: Path, model: ModelConfig) -> dict[str, Any] | None:
    """What `save_state` wrote, in the computer's memory; None where there is nothing.

    Raises InputError for a torn file, one that holds something else than was written, or another model.
    """
    path = folder / LAST
    if not path.exists():
        return None
    try:
        saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        digest = saved.pop(_DIGEST, None)  # an older version wrote none
        if digest is not None and digest != digest_of(saved):
            raise ValueError("other content than was written")
        same = saved["version"] == _VERSION
        config = ModelConfig.from_dict(json.loads(saved["config"]))
    except (*TORN, InputError) as error:
        raise InputError(_damaged(folder)) from error
    # dropout has no weights, and is an option of the run
    same = same and replace(config, dropout=model.dropout).same_weights(model)
    if not same:
        raise InputError(f"{path} belongs to a run of another model. Choose another folder, or delete it.")
    return saved


def _damaged(folder: Path) -> str:
    best = folder / BEST
    way_out = "delete it to begin anew"
    if best.exists():
        way_out += f", or begin in another folder with the best weights until then: --initial {best}"
    return (
        f"{folder / LAST} cannot be resumed: it is damaged or incomplete. Put back a copy of it, {way_out}."
    )


def set_best_aside(folder: Path, epoch: int) -> str | None:
    """Copy the best weights, of `epoch`, to a name that nothing is written to again; None where there are none.

    A copy: until there are others, these are the best.
    """
    best = folder / BEST
    if not best.exists():
        return None
    content = best.read_bytes()
    stem = f"{best.stem}-epoch{epoch}"
    kept, number = folder / f"{stem}{best.suffix}", 1
    while kept.exists() and kept.read_bytes() != content:
        number += 1
        kept = folder / f"{stem}-{number}{best.suffix}"
    write_bytes(kept, content)
    return kept.name


def cut_log(folder: Path, size: int | None) -> int:
    """Leave the first `size` bytes of the log, those that the state knows of: the rest was written before a crash.

    None, of a state of an older version: all whole lines. The size that it has now.
    """
    with (folder / LOG).open("rb+") as stream:
        content = stream.read()
        known = content.rfind(b"\n") + 1 if size is None else min(size, len(content))
        stream.truncate(known)
    return known


def append_log(folder: Path, entry: dict[str, Any]) -> int:
    """Add a line to the log; it is on the disk when this returns. The log's size in bytes. Raises WorkError."""
    try:
        with (folder / LOG).open("ab") as stream:
            stream.write(json.dumps(entry).encode() + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
            return stream.tell()
    except OSError as error:
        raise WorkError(f"{folder / LOG} cannot be written ({error.strerror or error}).") from error


def learning_curve(run: Path) -> list[list[float]]:
    """(epoch, mIoU) of every validation in a run folder's log; empty without one. A torn line is passed over."""
    path = run / LOG
    if not path.exists():
        return []
    entries = [_entry(line) for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    return [[e["epoch"], round(e["miou"], 4)] for e in entries if e.get("miou") is not None]


def _entry(line: str) -> dict[str, Any]:
    """Empty for a line whose writing was interrupted."""
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}
