"""Opening a project of many labelled images: seconds to the first figure over all of them, and memory.

The project is synthetic: tiny images (links to a few files), each with a saved label, measured before (its matrices are in the index, as after
any earlier visit). Timed is `Session.open_folder` up to the first `scores_changed` with a data set figure over every
image. No window: what the list of images costs is told by the `ui` benchmark.

- `project.open_10k_s`: 10,000 images, in a session that has loaded nothing yet, neither the model nor torch.
- `project.open_10k_again_s`: the same in a session whose model is loaded.
- `project.notice_s`: another program changes one of the 10,000 label files; from `Session.look_for_changes`, which the
  window calls when it gets the focus, to the figure that counts the new label. The model predicts nothing anew.
- `project.open_100k_s`, `project.open_100k_mb`: 100,000 images, in a process of its own; the rise of its memory.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.bench._memory import peak_mb
from segstudio.bench.registry import Row
from segstudio.core.label_png import encode_label
from segstudio.core.presets import PRESETS, write_class_file
from segstudio.core.progress import Progress
from segstudio.core.settings import Settings
from segstudio.engine.evaluation.recalled_model import file_stamp
from segstudio.engine.files.sidecar import content_hash
from segstudio.engine.files.signature import signature
from segstudio.engine.project import table_revision
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import ModelPhase
from segstudio.engine.workspace import Workspace
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix

_SMALL, _LARGE = 10_000, 100_000
_SHAPE = (24, 32)
_PATIENCE = 900.0
_KINDS = 40
_SETTLED = 10.0
"""Seconds by which files are made older: what has only just been written is not trusted to its time stamp."""


def run(data: Path | None, progress: Progress) -> list[Row]:
    """Needs no data."""
    with tempfile.TemporaryDirectory() as name, _own_home(Path(name) / "home"):
        small, large = Path(name) / "small", Path(name) / "large"
        make_project(small, _SMALL, progress)
        rows = _small(small)
        make_project(large, _LARGE, progress)
        rows += _large(large)
    return rows


def _small(root: Path) -> list[Row]:
    cold = _Opened.at(root, _SMALL)
    cold.session.close(save=False)
    other = root.parent / "other"
    _files(other, 2)
    warm = _Opened.at(other, 0)
    warm.pump.until(lambda: warm.session.model.phase is ModelPhase.READY, _PATIENCE)
    again = warm.open(root, _SMALL)
    noticed = _seconds_to_notice(warm, root)
    warm.session.close(save=False)
    return [
        Row("project.open_10k_s", cold.seconds, "s", 1, "lower"),
        Row("project.open_10k_again_s", again, "s", 1, "lower"),
        Row("project.notice_s", noticed, "s"),
    ]


def _large(root: Path) -> list[Row]:
    """In a process of its own, whose memory is that of this work."""
    code = f"from segstudio.bench.project import tell; tell({str(root)!r}, {_LARGE})"
    ended = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    found = json.loads(ended.stdout)
    return [
        Row("project.open_100k_s", found["seconds"], "s", 1, "lower"),
        Row("project.open_100k_mb", found["megabytes"], "MB", 300, "lower"),
    ]


def tell(root: str, images: int) -> None:
    """Open a project in this process, and print how long and how much memory it took, as JSON."""
    before = peak_mb()
    opened = _Opened.at(Path(root), images)
    print(json.dumps({"seconds": opened.seconds, "megabytes": peak_mb() - before}), flush=True)
    os._exit(0)  # the model may still be loading


@dataclass
class _Opened:
    """A session without a window. `seconds`: from opening to the first figure over all images."""

    session: Session
    pump: Pump
    seconds: float

    @classmethod
    def at(cls, root: Path, images: int, model: str = "bundled") -> _Opened:
        pump = Pump()
        found = cls(Session(pump, Settings(), model, "cpu"), pump, 0.0)
        found.seconds = found.open(root, images)
        return found

    def open(self, root: Path, images: int) -> float:
        """Seconds to the figure; without a label to the project's first signal."""
        told: list[float] = []

        def look() -> None:
            dataset = self.session.dataset_comparison
            if dataset is not None and dataset.images >= images > 0:
                told.append(time.perf_counter())

        def there(project: object) -> None:
            if project is not None and images == 0:
                told.append(time.perf_counter())

        stops = [self.session.scores_changed.connect(look), self.session.project_changed.connect(there)]
        began = time.perf_counter()
        self.session.open_folder(root)
        self.pump.until(lambda: told, _PATIENCE)
        for stop in stops:
            stop()
        return told[0] - began


def _seconds_to_notice(opened: _Opened, root: Path) -> float:
    session, pump = opened.session, opened.pump
    pump.until(lambda: not [j for j in session.jobs if j.kind in {"survey", "labels"}], _PATIENCE)
    before = session.dataset_comparison
    assert before is not None
    changed = root / "labels" / "i07777.png"
    changed.unlink()  # it shares its content with others
    changed.write_bytes(_label(_KINDS + 1))
    began = time.perf_counter()
    session.look_for_changes()

    def counted() -> bool:
        now = session.dataset_comparison
        return now is not None and not now.images_pending and now.matrix != before.matrix

    pump.until(counted, _PATIENCE)
    return time.perf_counter() - began


def make_project(root: Path, images: int, progress: Progress) -> None:
    """Images, labels, classes, and an index that knows the bundled model's matrix of every label."""
    from segstudio.deeplab.weights import load_model

    _files(root, images, progress)
    loaded = load_model("bundled", "cpu")
    workspace = Workspace.open(root, None, None, None, None)
    project, store, index = workspace.project, workspace.project.store, workspace.index
    stamp = file_stamp("bundled")
    assert stamp is not None
    index.put_model("bundled", loaded.model_id, "bundled", stamp)
    said = np.zeros(_SHAPE, np.uint8)
    kinds = []
    for kind in range(_KINDS):
        truth = _plane(kind)
        matrix = ConfusionMatrix.from_labels(
            truth, said, project.table.num_classes, project.table.ignore_index
        )
        kinds.append((content_hash(_label(kind)), SparseMatrix.of(matrix)))
    rows = []
    for number, entry in enumerate(project.images):
        label_hash, sparse = kinds[number % _KINDS]
        sign = signature(store, entry, label_hash, entry.file)
        assert sign is not None
        rows.append((entry.key, sign, sparse))
    index.put_all_saved((loaded.model_id, table_revision(project.table), project.table.ignore_index), rows)
    index.close()


def _files(root: Path, images: int, progress: Progress | None = None) -> None:
    for folder in ("images", "labels"):
        (root / folder).mkdir(parents=True)
    write_class_file(root / "classes.txt", PRESETS["camvid"])
    picture = cv2.imencode(".jpg", np.full((*_SHAPE, 3), 90, np.uint8))[1].tobytes()
    past = time.time() - _SETTLED
    kinds = []
    for kind in range(_KINDS):
        image, label = root / f"image{kind}", root / f"label{kind}"
        image.write_bytes(picture + bytes([kind]))  # after the end of the picture
        label.write_bytes(_label(kind))
        for path in (image, label):
            os.utime(path, (past, past))
        kinds.append((image, label))
    for number in range(images):
        image, label = kinds[number % _KINDS]
        os.link(image, root / "images" / f"i{number:05}.jpg")
        os.link(label, root / "labels" / f"i{number:05}.png")
        if progress and number % 1000 == 0:
            progress(number, images, f"{images:,} images: files")


def _plane(kind: int) -> NDArray[np.uint8]:
    small = np.random.default_rng(kind).integers(0, 11, (3, 4), dtype=np.uint8)
    return np.asarray(cv2.resize(small, _SHAPE[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)


def _label(kind: int) -> bytes:
    return encode_label(_plane(kind), PRESETS["camvid"])


@contextlib.contextmanager
def _own_home(folder: Path) -> Iterator[None]:
    """Nothing of the person who runs it is read or written."""
    former = os.environ.get("SEGSTUDIO_HOME")
    os.environ["SEGSTUDIO_HOME"] = str(folder)
    try:
        yield
    finally:
        if former is None:
            del os.environ["SEGSTUDIO_HOME"]
        else:
            os.environ["SEGSTUDIO_HOME"] = former
