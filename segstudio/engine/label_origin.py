"""Who made the labels of a folder, where that folder belongs to a project: read from the project's sidecars."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from segstudio.core.errors import InputError
from segstudio.core.provenance import HUMAN
from segstudio.engine.judge import Labels, Provenance
from segstudio.engine.places import LABELS_FOLDER, OWN_FOLDER
from segstudio.engine.project_config import CONFIG_NAME, read_config
from segstudio.engine.sidecar import Sidecar, content_hash, proposers

_STATE = "state"


@dataclass(frozen=True)
class Origins:
    """The sidecars of a label folder. `prefix`: the folder's place below the project's labels, '' or 'north/'."""

    state: Path
    prefix: str

    def of(self, key: str, file: bytes, label: Labels) -> Provenance:
        """Of a label file's bytes and pixels. Without a plane of its own every pixel counts as a person's."""
        sidecar = Sidecar(self.state, self.prefix + key)
        shape = (label.shape[0], label.shape[1])
        plane = sidecar.read_provenance(content_hash(file), shape)
        if plane is None:
            plane = np.full(shape, HUMAN, np.uint8)
        return Provenance(plane, proposers(sidecar.read()))


def find_origins(labels: Path) -> Origins | None:
    """Of a label folder of a project, or a folder inside it; None where it belongs to none."""
    folder = Path(os.path.abspath(labels))
    for home in (folder, *folder.parents):
        state = home / OWN_FOLDER / _STATE
        if not state.is_dir():
            continue
        root = _labels_of(home)
        if folder.is_relative_to(root):
            inside = folder.relative_to(root).as_posix()
            return Origins(state, "" if inside == "." else f"{inside}/")
    return None


def _labels_of(home: Path) -> Path:
    """The label folder whose state lies in `home`: of a project, or `home` itself, chosen for a read-only project."""
    try:
        config = read_config(home / CONFIG_NAME)
    except InputError:
        config = None
    if config is None and not (home / LABELS_FOLDER).is_dir():
        return home
    return home / ((config.labels if config else None) or LABELS_FOLDER)
