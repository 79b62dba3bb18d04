"""Everything the window does, without Qt: one object that a window, or a test, talks to.

Threads. Make the session on the thread that draws, call it only there, and give it a `dispatch` that runs a function
soon on that thread (Qt: a queued signal). Every signal is emitted there. No method waits for a disk or the model:
decoding, label files, hashing, thumbnails and exports run in a pool of two threads, the model in a thread of its
own, and torch is imported in that one, when the first folder is open or `start_model` is called. The exceptions are
named: `flush` and `close` wait for label files that are being written.

Life of an image (`go_to` → `document_changed` → `prediction_changed` → `go_to`):

1. `go_to(key)` saves the former image when it has edits, sets `current`, sets `image`, `document`, `prediction` to
   None and emits `current_changed(entry)`, `document_changed(None)` (if there was one) and `prediction_changed(None)`
   (if there was one). The canvas may go on showing the former picture, but must not accept strokes.
2. A pool thread decodes the image, reads its label and replays its journal. Then `image` (uint8 H×W×3) and `document`
   are there and `document_changed(document)` is emitted: draw, accept strokes. Only the last of many quick `go_to`
   arrives. When the image cannot be read, an error `message` is emitted instead and `document` stays None.
3. The model's answer arrives: `prediction` and `prediction_label` (uint8 H×W in the project's classes) are set,
   `prediction_changed(prediction)` is emitted, and the document has taken the proposal where no person has written
   (its own `changed` tells the pieces). An image without a label starts empty and so becomes the proposal.
4. Strokes go to the document (`document.begin/extend/commit`, `apply`, `undo`, `redo`). The session hears
   `document.changed` itself: figures, journal, `dirty` and the row's status follow. `scores_changed` comes at most
   once per turn of the event loop; `image_comparison` is exact at any moment.
5. `save()`, or moving on, writes the label (and its provenance) from a copy: the brush never waits. The document is
   clean when the file is on disk, not before.

Edits are never lost: each is in a journal in the user's state folder until its label is on disk. After a crash, opening
the image replays them, with a message; the image list shows EDITED before. In a folder that cannot be written, edits
stay there until `set_labels_folder` gives them a place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable
from segstudio.core.prediction import Prediction
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.comparison import Comparison
from segstudio.engine.entries import ImageEntry
from segstudio.engine.jobs import Dispatch, JobView
from segstudio.engine.project import Project
from segstudio.engine.views import EntryView, Message, ModelState
from segstudio.labels.document import Document

Image = NDArray[np.uint8]  # H×W×3 RGB
Label = NDArray[np.uint8]  # H×W class ids


class Session:
    """One person's work on one project at a time. See the module's text for the life of an image."""

    project_changed: Signal[Project | None]
    """Another folder is open (or none). Read `project`, `entries`, `table` anew."""
    entries_changed: Signal[()]
    """Many rows changed at once (the survey of a folder is done): read `entries` anew."""
    entry_changed: Signal[str]
    """Status or mIoU of the row with this key changed: read `entry_view(key)`."""
    current_changed: Signal[ImageEntry | None]
    document_changed: Signal[Document | None]
    prediction_changed: Signal[Prediction | None]
    """Of the current image."""
    dirty_changed: Signal[bool]
    """Whether the current image has edits that are in no label file yet."""
    scores_changed: Signal[()]
    table_changed: Signal[()]
    """Names, colours or ids of the project's classes."""
    model_changed: Signal[()]
    """Read `model`."""
    message: Signal[Message]
    jobs_changed: Signal[()]
    """Read `jobs`."""
    saved: Signal[str]
    """The label of the image with this key is on disk."""

    def __init__(
        self,
        dispatch: Dispatch,
        settings: Settings,
        model: str = "bundled",
        device: str = "auto",
        state_dir: Path | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        """`model`: a name of `core.zoo` or a checkpoint's path. `state_dir`, `cache_dir`: the user's, unless a test
        gives others. Starts its threads; reads nothing and imports no torch yet."""
        raise NotImplementedError

    # The project

    @property
    def project(self) -> Project | None: ...

    @property
    def table(self) -> ClassTable | None:
        """The open project's classes."""

    @property
    def entries(self) -> list[EntryView]:
        """All images in natural order."""

    def entry_view(self, key: str) -> EntryView:
        """Raises KeyError when there is no such image."""

    def open_folder(self, path: Path, labels_folder: Path | None = None) -> None:
        """Open in the background: `project_changed`, then the first image as by `go_to`. When the folder cannot be
        opened, an error message comes and the former project stays."""

    def close_project(self) -> None:
        """Save as by `go_to`, then show nothing."""

    def set_table(self, table: ClassTable) -> None:
        """Use other names, colours or ids; kept in segstudio.toml. Figures are counted anew."""

    @property
    def suggested_labels_folder(self) -> Path:
        """Where labels of a read-only folder could go."""

    def set_labels_folder(self, path: Path) -> None:
        """Keep labels and their state in `path` from now on, and save there what is unsaved."""

    # The current image

    @property
    def current(self) -> ImageEntry | None: ...

    @property
    def image(self) -> Image | None: ...

    @property
    def document(self) -> Document | None: ...

    @property
    def prediction(self) -> Prediction | None: ...

    @property
    def prediction_label(self) -> Label | None:
        """The prediction in the project's classes; classes that the project has not are its ignore index."""

    @property
    def dirty(self) -> bool: ...

    active_class: int
    """The class that tools paint; the ignore index paints void on purpose."""

    def go_to(self, target: str | int) -> None:
        """Show the image with this key or row. Raises KeyError or IndexError when there is none."""

    def next(self) -> bool:
        """Go one row down; False at the end."""

    def previous(self) -> bool: ...

    def next_unlabelled(self) -> bool:
        """Go to the next row (around the end) whose label is not saved; False when there is none."""

    def save(self) -> None:
        """Write the current label, also when it is only the model's proposal (which then stays unreviewed)."""

    def discard_edits(self) -> None:
        """Forget the unsaved edits of the current image, journal included, and load it anew."""

    @property
    def unsaved(self) -> list[str]:
        """Keys of images with edits that are in no label file: ask before closing when there are any."""

    # The model

    @property
    def model(self) -> ModelState: ...

    def start_model(self) -> None:
        """Load it if that has not been asked for yet."""

    def restart_model(self, name: str | None = None, device: str | None = None) -> None:
        """Load another model, or the same on another device. The former stays when this fails or is cancelled."""

    def cancel_model(self) -> None:
        """Stop loading (a download, say); the former model stays."""

    # Scores

    @property
    def image_comparison(self) -> Comparison | None:
        """The prediction of the current image against its reviewed pixels; None until both are there."""

    @property
    def dataset_comparison(self) -> Comparison | None:
        """Σ saved − saved(current) + live(current); None without a model or any labelled image."""

    # Work in the pool

    def thumbnail(self, key: str, callback: Callable[[Image], None], box: int = 160) -> Callable[[], None]:
        """Make a thumbnail (uint8 h×w×3, fits `box`×`box`) and hand it to `callback` on this thread; the returned
        function cancels it (a row that scrolled out of sight). An unreadable image calls nothing."""

    def export(self, format_name: str, folder: Path) -> None:
        """Write the saved labels in a format of `formats`; a message says where they are."""

    def write_report(self, folder: Path) -> None:
        """Write the evaluation of the saved labels as JSON, CSV and HTML; a message says where it is."""

    @property
    def jobs(self) -> Sequence[JobView]:
        """Unfinished jobs of the pool and the model, the running ones first."""

    def cancel_job(self, job: JobView) -> None: ...

    # The end

    def flush(self) -> None:
        """Wait until every label that is being written is on disk, or has failed with a message."""

    def close(self, save: bool = True) -> None:
        """Save what is dirty (unless `save` is False: journals are kept), wait for it, end all threads."""
