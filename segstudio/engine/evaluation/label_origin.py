"""Who made the labels of a folder, where that folder belongs to a project: read from the project's sidecars."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.errors import InputError
from segstudio.core.provenance import HUMAN
from segstudio.engine.evaluation.judge import Provenance
from segstudio.engine.files.places import LABELS_FOLDER, OWN_FOLDER
from segstudio.engine.files.prediction_note import read_note
from segstudio.engine.files.project_config import CONFIG_NAME, read_config
from segstudio.engine.files.sidecar import Sidecar, content_hash, proposers

_STATE = "state"


@dataclass(frozen=True)
class Origins:
    """The sidecars of a label folder. `prefix`: the folder's place below the project's labels, '' or 'north/'.

    `predicted_by`: the model whose predictions were written into the folder, see `predicted_by`.
    """

    state: Path
    prefix: str
    predicted_by: tuple[str, ...] = ()

    def of(self, key: str, file: bytes, label: Label) -> Provenance:
        """Of a label file's bytes and pixels. Without a plane of its own every pixel counts as a person's."""
        sidecar = Sidecar(self.state, self.prefix + key)
        shape = (label.shape[0], label.shape[1])
        plane = sidecar.read_provenance(content_hash(file), shape)
        if plane is None:
            plane = np.full(shape, HUMAN, np.uint8)
        return Provenance(plane, all_proposers(sidecar.read(), self.predicted_by))


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
            return Origins(state, "" if inside == "." else f"{inside}/", predicted_by(folder, root))
    return None


def predicted_by(*folders: Path) -> tuple[str, ...]:
    """Ids of the models whose predictions `segstudio predict` wrote into these folders: labels in them began as that."""
    return tuple(dict.fromkeys(note.model_id for folder in folders if (note := read_note(folder))))


def all_proposers(values: dict[str, Any] | None, noted: tuple[str, ...]) -> tuple[str, ...]:
    """Of a sidecar's JSON and of its folder, each once. Nobody knows which files of the folder were made by hand: where
    it is not known, a label is not called independent."""
    return tuple(dict.fromkeys((*proposers(values), *noted)))


def remark(labels: Path) -> tuple[str, ...]:
    """A sentence for people, where true labels are what a model predicted."""
    note = read_note(labels)
    if note is None:
        return ()
    return (
        f"The true labels in {labels} were written by 'segstudio predict' with {note.model}. They favour that model, "
        "and what people changed in them since is known only where they did it in this program.",
    )


def _labels_of(home: Path) -> Path:
    """The label folder whose state lies in `home`: of a project, or `home` itself, chosen for a read-only project."""
    try:
        config = read_config(home / CONFIG_NAME)
    except InputError:
        config = None
    if config is None and not (home / LABELS_FOLDER).is_dir():
        return home
    return home / ((config.labels if config else None) or LABELS_FOLDER)
