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
   arrives. When the image cannot be read, `problem_changed(sentence)` and an error `message` come instead and
   `document` stays None.
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

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from segstudio.core.arrays import Label, Pixels
from segstudio.core.classes import ClassTable
from segstudio.core.prediction import Prediction
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.core.wide_image import WideImage
from segstudio.engine.coordinator import Coordinator
from segstudio.engine.desks.doubt_desk import DoubtDesk
from segstudio.engine.desks.evaluation_desk import EvaluationDesk
from segstudio.engine.desks.inspector import InspectorDesk
from segstudio.engine.desks.look_desk import LookDesk
from segstudio.engine.desks.tool_desk import ToolDesk
from segstudio.engine.desks.tool_scene import ToolScene
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.jobs import Dispatch, JobView
from segstudio.engine.project import Project
from segstudio.engine.views import EntryView, Level, Message, ModelState
from segstudio.engine.workspace import Workspace
from segstudio.labels.document import Document


class Session:
    """One person's work on one project at a time. See the module's text for the life of an image."""

    def __init__(
        self,
        dispatch: Dispatch,
        settings: Settings,
        model: str = "bundled",
        device: str = "auto",
        *,
        state_dir: Path | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        """`model`: a name of `core.zoo`, a checkpoint's path, or 'none'. `state_dir`, `cache_dir`: default the user's.
        Starts its threads; reads nothing and imports no torch yet."""
        parts = self._parts = Coordinator(
            dispatch, settings, model=model, device=device, state_dir=state_dir, cache_dir=cache_dir
        )
        self._closed = False
        self.classes = parts.classes
        """What the label files hold of each class, and changing the table: see `engine.desks.class_desk`."""
        self.mapping = parts.mapping
        """Which class of the model is which of the project's: see `engine.desks.mapping_desk`."""
        self.marks = parts.marks
        """Flags, 'done' and notes of images: see `engine.desks.mark_desk`."""
        self.active_class = 0
        """The class that tools paint; the ignore index paints void on purpose."""
        scene = ToolScene(parts.pool, parts.editor, lambda: self.project)
        self.tools = ToolDesk(parts.pool, dispatch, lambda: self.document, scene)
        """Works out what a tool needs longer for than a frame."""
        self.doubts = DoubtDesk(self.tools, scene)
        """Where the model is least sure, and accepting what it says there."""
        self.looks = LookDesk(settings, parts.desk)
        """How the model looks at images: averages, refinement, full size; how sure it must be of what it proposes."""
        self.inspector = InspectorDesk(parts.models, parts.desk.host, parts.editor)
        """Why the model says what it says: see `engine.desks.inspector`."""
        self.tools.failed.connect(lambda text: parts.message.emit(Message(Level.ERROR, text)))
        self.project_changed: Signal[Project | None] = parts.project_changed
        """Another folder is open (or none), or its labels lie elsewhere now. Read `project`, `entries`, `table`."""
        self.entry_changed: Signal[str] = parts.entry_changed
        """Status or mIoU of the row with this key changed: read `entry_view(key)`."""
        self.current_changed: Signal[ImageEntry | None] = parts.editor.current_changed
        self.early_changed: Signal[EarlyImage] = parts.editor.early_changed
        """A large image, reduced, to be looked at until its document is there."""
        self.document_changed: Signal[Document | None] = parts.editor.document_changed
        self.prediction_changed: Signal[Prediction | None] = parts.editor.prediction_changed
        """Of the current image."""
        self.problem_changed: Signal[str] = parts.editor.problem_changed
        """Read `image_problem`."""
        self.dirty_changed: Signal[bool] = parts.dirty_changed
        """Whether the current image has edits that are in no label file yet."""
        self.saved: Signal[str] = parts.saved
        """The label of the image with this key is on disk."""
        self.scores_changed: Signal[()] = parts.scores_changed
        """Read `image_comparison` and `dataset_comparison`."""
        self.table_changed: Signal[()] = parts.table_changed
        """Names, colours or ids of the project's classes: read `table`."""
        self.model_changed: Signal[()] = parts.desk.host.changed
        """Read `model`."""
        self.exported: Signal[Path] = parts.results.exported
        """Labels were exported to this folder."""
        self.reported: Signal[Path] = parts.results.reported
        """A report was written; its HTML page."""
        self.message: Signal[Message] = parts.message
        self.jobs_changed: Signal[()] = parts.jobs_changed
        """Read `jobs`."""

    # -- the project

    @property
    def project(self) -> Project | None:
        workspace = self._parts.workspace
        return workspace.project if workspace is not None else None

    @property
    def table(self) -> ClassTable | None:
        """The open project's classes."""
        return self.project.table if self.project is not None else None

    @property
    def entries(self) -> list[EntryView]:
        """All images in natural order."""
        return [self._view(entry) for entry in self.project.images] if self.project is not None else []

    def entry_view(self, key: str) -> EntryView:
        """Raises KeyError when there is no such image."""
        return self._view(self._workspace.project.entry(key))

    def status(self, entry: ImageEntry) -> Status:
        """How far an image is."""
        return self._parts.book.status(entry)

    def open_folder(self, path: Path, labels_folder: Path | None = None) -> None:
        """Open in the background: `project_changed`, then the first image as by `go_to`. When the folder cannot be
        opened, an error message comes and the former project stays."""
        self._parts.projects.open(path, labels_folder, self._parts.desk.table)

    def close_project(self) -> None:
        """Save as by `go_to`, then show nothing."""
        self._parts.replace_project(None)

    def set_table(self, table: ClassTable) -> None:
        """Use other names, colours or ids; kept in segstudio.toml. Figures are counted anew."""
        self._parts.set_table(table)

    @property
    def suggested_labels_folder(self) -> Path:
        """Of a read-only folder. RuntimeError without a project."""
        return self._workspace.project.places.home / "labels"

    def adopt_labels(self) -> None:
        """Copy the labels that another tool left in the folder, for images without one; the folder is opened anew."""
        if not self._parts.classes.refuses():
            self._parts.adoption.adopt(self._workspace.project, self.unsaved)

    def set_labels_folder(self, path: Path) -> None:
        """Keep labels and their state in `path` from now on, and save there what is unsaved. `project_changed` comes
        when it is so; the current document goes on."""
        if not self._parts.classes.refuses():
            self._parts.projects.move_labels(path)

    # -- the current image

    @property
    def current(self) -> ImageEntry | None:
        return self._parts.editor.entry

    @property
    def image(self) -> Pixels | None:
        return self._parts.editor.image

    @property
    def wide(self) -> WideImage | None:
        """The current image's values when it has more than 8 bits: for display only."""
        return self._parts.editor.wide

    @property
    def image_problem(self) -> str:
        """Why the current image cannot be shown, '' while nothing is known against it."""
        return self._parts.editor.problem

    @property
    def document(self) -> Document | None:
        return self._parts.editor.document

    @property
    def prediction(self) -> Prediction | None:
        predicted = self._parts.editor.predicted
        return predicted.prediction if predicted is not None else None

    @property
    def prediction_label(self) -> Label | None:
        """The prediction in the project's classes; classes that the project has not are its ignore index."""
        predicted = self._parts.editor.predicted
        return predicted.label if predicted is not None else None

    @property
    def dirty(self) -> bool:
        """Whether the current image has edits that are in no label file."""
        return self.document is not None and self.document.dirty

    @property
    def unsaved(self) -> list[str]:
        """Keys of all images with edits that are in no label file: ask before closing when there are any."""
        edited = self._parts.book.edited
        return [e.key for e in self.project.images if e.key in edited] if self.project else []

    @property
    def saved_count(self) -> int:
        """How many images are SAVED."""
        return self._parts.book.saved(self.project.images) if self.project is not None else 0

    def go_to(self, target: str | int) -> None:
        """Show the image with this key or row. Raises KeyError or IndexError when there is none."""
        workspace = self._workspace
        if isinstance(target, int) and not 0 <= target < len(workspace.project.images):
            raise IndexError(target)
        row = target if isinstance(target, int) else workspace.project.row(target)
        if self.document is not None and row == self._row():
            return
        self._parts.show(row)

    def next(self) -> bool:
        """Go one row down; False at the end."""
        return self._step(1)

    def previous(self) -> bool:
        """Go one row up; False at the beginning."""
        return self._step(-1)

    def next_unlabelled(self) -> bool:
        """Go to the next row (around the end) whose label is not saved; False when there is none."""
        images = self.project.images if self.project is not None else []
        start = self._row() + 1
        for offset in range(len(images)):
            row = (start + offset) % len(images)
            if self._parts.book.status(images[row]) is not Status.SAVED and images[row] != self.current:
                self.go_to(row)
                return True
        return False

    def save(self) -> None:
        """Write the current label, also when it is only the model's proposal (which then stays unreviewed)."""
        self._parts.labels.save()

    def save_all(self) -> None:
        """Write whatever is unsaved, also edits that lie in journals only: `saved` comes for each, or an error message."""
        self._parts.labels.save_all()

    def discard_all(self) -> None:
        """Forget all that is unsaved, journals included: `unsaved` is empty soon."""
        self._parts.labels.discard_all()

    def discard_edits(self) -> None:
        """Forget the unsaved edits of the current image, journal included, and read it anew."""
        self._parts.labels.discard()

    # -- the model

    @property
    def model(self) -> ModelState:
        return self._parts.desk.host.state

    def start_model(self) -> None:
        """Load it if that has not been asked for yet (opening a folder asks)."""
        self._parts.desk.host.start()

    def restart_model(self, name: str | None = None, device: str | None = None) -> None:
        """Load another model, or the same on another device. The former stays when this fails or is cancelled."""
        self._parts.restart_model(name, device)

    def cancel_model(self) -> None:
        """Stop loading (a download, say); the former model stays."""
        self._parts.desk.host.cancel()

    # -- scores

    @property
    def image_comparison(self) -> Comparison | None:
        """The prediction of the current image against its reviewed pixels; None until both are there."""
        return self._parts.desk.scoring.image

    @property
    def dataset_comparison(self) -> Comparison | None:
        """Σ saved − saved(current) + live(current); None without a model or any labelled image."""
        return self._parts.desk.scoring.dataset

    @property
    def evaluation(self) -> EvaluationDesk:
        """Who is compared, where the figures lead, how they moved."""
        return self._parts.evaluation

    # -- work in the pool

    def thumbnail(
        self, key: str, callback: Callable[[Pixels | None], None], box: int = 160
    ) -> Callable[[], None]:
        """Make a thumbnail (uint8 h×w×3, fits `box`×`box`) and hand it to `callback` on this thread, None for an image
        that cannot be read; the returned function cancels it (a row that scrolled out of sight)."""
        path = self._workspace.project.entry(key).path
        return self._parts.thumbnails.ask(path, box, callback)

    def export(
        self,
        format_name: str,
        folder: Path,
        *,
        with_images: bool = True,
        only: Collection[str] | None = None,
    ) -> None:
        """Write the saved labels (of `only` these keys) in a format of `formats.registry`; a message and `exported` come."""
        project = self._workspace.project
        self._parts.results.export(project, format_name, folder, with_images=with_images, only=only)

    def predict(self, keys: Iterable[str]) -> None:
        """Predict these images in the background, behind what is looked at; a message tells the end."""
        self._parts.batch.predict([self._workspace.project.entry(key) for key in keys])

    def save_images(self, keys: Iterable[str]) -> None:
        """Save these: edits that are unsaved; the model's proposal where there is no label yet."""
        if not self._parts.classes.refuses():
            self._parts.labels.save_images(list(keys))

    def write_report(self, folder: Path) -> None:
        """Write the evaluation against the saved labels as evaluation.json, .csv and .html; `reported` says where."""
        desk, project = self._parts.desk, self._workspace.project
        self._parts.results.report(project, desk.scoring.source, desk.host.state.name, folder)

    @property
    def jobs(self) -> list[JobView]:
        """Unfinished jobs of the model and the pool, the running ones first in each."""
        return self._parts.jobs()

    def cancel_job(self, job: JobView) -> None:
        """Labels that are being saved are not cancelled."""
        self._parts.cancel(job)

    # -- the end

    def flush(self) -> None:
        """Wait until every label that is being written is on disk, or has failed with a message."""
        self._parts.saver.flush()

    def close(self, save: bool = True) -> None:
        """Save what is dirty (with `save` False its journal is kept), wait for it, and end all threads."""
        if not self._closed:
            self._closed = True
            self._parts.close(save=save)

    def look_for_changes(self) -> None:
        """On getting the focus: look whether other programs changed label files; figures and rows follow."""
        if not self._closed:
            self._parts.labels.look()

    # -- inside

    @property
    def _workspace(self) -> Workspace:
        if self._parts.workspace is None:
            raise RuntimeError("no folder is open")
        return self._parts.workspace

    def _view(self, entry: ImageEntry) -> EntryView:
        parts, key = self._parts, entry.key
        scoring, doubt = parts.desk.scoring, parts.evaluation.doubt(key)
        figures = scoring.miou(key), scoring.errors(key), doubt.uncertainty, doubt.disagreement
        number, mark = parts.evaluation.focus.number(key), parts.marks.get(key)
        counted = parts.thumbnails.share(entry.path, scoring.pixels(key))
        return EntryView(entry, parts.book.status(entry), *figures, number, mark, counted)

    def _row(self) -> int:
        return self._workspace.project.row(self.current.key) if self.current is not None else -1

    def _step(self, by: int) -> bool:
        row = self._row() + by if self.project is not None else -1
        if self.project is None or not 0 <= row < len(self.project.images):
            return False
        self.go_to(row)
        return True
