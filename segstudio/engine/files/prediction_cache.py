"""Predictions on disk: named after image content and model, so that none can be taken for another's."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from segstudio.core.errors import InputError, WorkError
from segstudio.core.prediction import Prediction
from segstudio.core.wording import worded

OTHERS_BYTES = 2 << 30
"""What predictions of models that are not in use may take."""
_LONGEST_NAME = 64


@dataclass
class PredictionCache:
    """A folder of prediction files; any of them may vanish or be damaged. Thread-safe: it only reads, replaces and
    removes files.

    When a model's first prediction is stored, the oldest ones of the others go until they take `others_bytes` at most.
    """

    folder: Path
    others_bytes: int = OTHERS_BYTES
    problem: str | None = None
    _trimmed_for: set[str] = field(default_factory=set)

    def path(self, image_hash: str, model_id: str) -> Path:
        return self.folder / f"{image_hash}-{_file_part(model_id)}.npz"

    def load(self, image_hash: str, model_id: str) -> Prediction | None:
        path = self.path(image_hash, model_id)
        if not path.is_file():
            return None
        try:
            found = Prediction.load(path)
        except InputError:
            return None
        return found if found.model_id == model_id else None

    def save(self, image_hash: str, prediction: Prediction) -> None:
        """A cache that cannot be written costs time, not the prediction: `problem` tells it."""
        try:
            prediction.save(self.path(image_hash, prediction.model_id))
        except WorkError as error:
            self.problem = worded("{error} Predictions are made anew each time.", error=error)
        if prediction.model_id not in self._trimmed_for:
            self._trimmed_for.add(prediction.model_id)
            with contextlib.suppress(OSError):
                self._trim(f"-{_file_part(prediction.model_id)}.npz")

    def _trim(self, own: str) -> None:
        """Also what a killed process has left half written goes with its age. Raises OSError."""
        others = []
        with os.scandir(self.folder) as found:
            for entry in found:
                if not entry.name.endswith(own):
                    with contextlib.suppress(OSError):  # another process has removed it
                        others.append((entry.stat().st_mtime_ns, entry.stat().st_size, entry.path))
        others.sort(reverse=True)
        taken = 0
        for _, size, path in others:
            taken += size
            if taken > self.others_bytes:
                with contextlib.suppress(OSError):
                    os.unlink(path)


def _file_part(model_id: str) -> str:
    """File systems end names at 255 bytes; the options of a prediction may be many."""
    name = re.sub(r"[^A-Za-z0-9]", "_", model_id)
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - 17]}_{hashlib.sha256(model_id.encode()).hexdigest()[:16]}"
