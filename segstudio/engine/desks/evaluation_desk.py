"""What the evaluation in the window asks for: who is compared, which images and pixels a figure leads to, how the
figures moved, and the regions that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.arrays import Label
from segstudio.core.errors import UserError
from segstudio.core.numerals import grouped
from segstudio.core.signal import Signal
from segstudio.core.wording import joined, worded
from segstudio.engine.desks.editor import Editor
from segstudio.engine.desks.error_finder import ErrorFinder
from segstudio.engine.evaluation.candidates import (
    CandidateKind,
    CandidateLabel,
    CandidateSource,
    FolderLabel,
    FolderSource,
)
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.evaluation.doubts import Doubt, Doubts
from segstudio.engine.evaluation.focus import Focus, FocusCounts
from segstudio.engine.evaluation.score_history import HistoryPoint, ScoreHistory
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.engine.evaluation.selection_sum import SelectionSum
from segstudio.engine.jobs import Job, JobQueue
from segstudio.engine.presegment import PredictionService, PredictionSource
from segstudio.engine.project import Project, table_revision
from segstudio.engine.views import Level, Message, error_message
from segstudio.engine.workspace import Workspace
from segstudio.labels.document import Document
from segstudio.metrics.scores import Score

_PRIORITY = 120
_KEY = "compare with"
_NAMED = 3


@dataclass(frozen=True)
class Choice:
    """Who is compared with the labels. `folder`: None for the model."""

    kind: CandidateKind = CandidateKind.MODEL
    folder: Path | None = None


class EvaluationDesk:
    """`Session.evaluation`; owned by the GUI thread. All signals are emitted there.

    `focus`: the images that a class, a cell or a bar leads to. `selection`: the figures of chosen images. `history`:
    how mIoU moved. `doubts`: uncertainty and disagreement of every image. `finder`: the pixels behind a figure in the
    current image.
    """

    def __init__(
        self, pool: JobQueue, scoring: Scoring, predictions: PredictionService, editor: Editor
    ) -> None:
        self.message: Signal[Message] = Signal()
        self.choice_changed: Signal[()] = Signal()
        """Another candidate is compared: read `choice` and `candidate_name`."""
        self.label_changed: Signal[()] = Signal()
        """Read `label`."""
        self.focus = FocusCounts(pool, scoring)
        self.selection = SelectionSum(scoring)
        self.history = ScoreHistory()
        self.doubts = Doubts(pool)
        self.finder = ErrorFinder(pool, editor, scoring, self._compared_label)
        self._pool = pool
        self._scoring = scoring
        self._predictions = predictions
        self._editor = editor
        self._workspace: Workspace | None = None
        self._model: PredictionSource | None = None
        self._choice = Choice()
        self._folder: FolderSource | None = None
        self._label: FolderLabel | None = None
        self._reading: Job[CandidateLabel] | None = None
        self._followed: Document | None = None
        """The document whose label in the folder was asked for."""
        self._said_problems = 0
        self._begun: Project | None = None
        """Of which there are figures."""
        self._missing: int | None = None
        self._step_due = self._image_due = False
        self._place = -1
        self._stop_following: Callable[[], None] = lambda: None
        editor.document_changed.connect(self._document_changed)
        scoring.survey.predicted.connect(self._predicted)
        predictions.predicted.connect(lambda key, _: self._predicted(key))

    # Who is compared

    @property
    def choice(self) -> Choice:
        return self._choice

    @property
    def by_model(self) -> bool:
        """Whether the model's prediction is what is compared."""
        return self._choice.kind is CandidateKind.MODEL

    @property
    def by_annotator(self) -> bool:
        """Whether a second person's labels are what is compared."""
        return self._choice.kind is CandidateKind.ANNOTATOR

    @property
    def candidate_name(self) -> str:
        """Of a folder that is compared, for people; '' while it is the model."""
        return self._folder.name if self._folder is not None and not self.by_model else ""

    @property
    def label(self) -> Label | None:
        """What the compared folder says of the current image, uint8 H×W class ids; None while it is the model."""
        return self._label.label if self._label is not None else None

    @property
    def missing(self) -> int:
        """Labelled images of which the compared folder has nothing."""
        folder, workspace = self._folder, self._workspace
        if self.by_model or folder is None or workspace is None:
            return 0
        if self._missing is None:
            self._missing = sum(e.has_label and not folder.has(e) for e in workspace.project.images)
        return self._missing

    @property
    def problems(self) -> dict[str, str]:
        """Why labels of the compared folder could not be used, by image."""
        return dict(self._folder.problems) if self._folder is not None and not self.by_model else {}

    def compare_model(self) -> None:
        """Compare the model's predictions again."""
        if not self.by_model:
            self._choice, self._folder = Choice(), None
            self._begin()

    def compare_folder(self, folder: Path, kind: CandidateKind) -> None:
        """Compare a folder of labels; `choice_changed` comes, or an error message and everything stays."""
        workspace = self._workspace
        if workspace is None or kind is CandidateKind.MODEL:
            return
        table, index = workspace.project.table, workspace.index

        def opened(source: FolderSource) -> None:
            if workspace is not self._workspace:
                return
            if not any(source.has(e) for e in workspace.project.images):
                text = worded(
                    "No label in {folder} has the name of an image of {name}. Labels are matched by relative "
                    "path and stem: choose the folder whose files are called as the images.",
                    folder=folder,
                    name=workspace.project.name,
                )
                self.message.emit(Message(Level.ERROR, text))
                return
            self._choice, self._folder = Choice(kind, folder), source
            self._begin()

        self._pool.submit(
            "compare",
            worded("Compare with {folder}", folder=folder),
            lambda context: FolderSource.open(folder, kind, table, index),
            priority=_PRIORITY,
            on_done=opened,
            on_error=self._failed,
            key=_KEY,
        )

    def renew(self, workspace: Workspace | None, source: PredictionSource | None) -> None:
        """Model, class table or project changed. A compared folder stays, read with the classes of now."""
        former = self._workspace
        root = workspace.project.root if workspace is not None else None
        if former is None or former.project.root != root:
            self._choice, self._folder = Choice(), None
            self.selection.select(())
            self.history.forget()
            self.focus.set(None)
        self._workspace, self._model = workspace, source
        folder = self._folder
        if (
            workspace is former
            and folder is not None
            and workspace is not None
            and (folder.table == workspace.project.table)
        ):
            self.doubts.begin(source, folder, workspace.project.images)
            return  # another model is nothing to a folder
        self._begin()
        if self._choice.folder is not None:
            self._folder = None
            self.compare_folder(self._choice.folder, self._choice.kind)

    def follow(self) -> None:
        """Count the current image: it, its document or its prediction is another one."""
        entry, document, folder = self._editor.entry, self._editor.document, self._folder
        if not self.by_model and document is not None and document is self._followed:
            return  # it is being read, or there already
        self._followed = None
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if self.by_model:
            self._take_label(None)
            predicted = self._editor.predicted
            if entry is not None and document is not None and predicted is not None:
                self._scoring.watch(entry.key, document, predicted)
                return
        elif entry is not None and document is not None and folder is not None and folder.has(entry):
            self._followed = document
            self._read(folder, document)
            return
        self._take_label(None)
        self._scoring.unwatch()

    def label_of(self, key: str) -> CandidateLabel | None:
        """What is compared of an image that was just saved, where it is at hand."""
        current = self._editor.entry is not None and self._editor.entry.key == key
        if not self.by_model:
            return self._label if current else None
        return (self._editor.predicted if current else None) or self._predictions.kept(key)

    def _compared_label(self) -> Label | None:
        """Of the current image, whoever says it."""
        predicted = self._editor.predicted
        if self.by_model:
            return predicted.label if predicted is not None else None
        return self.label

    def doubt(self, key: str) -> Doubt:
        return self.doubts.of(key)

    # Where the figures lead

    @property
    def mious(self) -> dict[str, Score]:
        """mIoU of every image that is measured, the current one as it is now."""
        return self._scoring.mious

    @property
    def errors(self) -> dict[str, int | None]:
        """Wrong pixels of every image that is measured, the current one as it is now."""
        return self._scoring.all_errors

    def set_focus(self, focus: Focus | None) -> None:
        """Narrow the images; read `focus`."""
        self.focus.set(focus)

    def select(self, keys: Iterable[str]) -> None:
        """Choose images whose figures are added; read `selection`."""
        self.selection.select(keys)

    @property
    def selection_comparison(self) -> Comparison | None:
        """The figures of the chosen images; None while none of them is measured."""
        return self.selection.comparison

    @property
    def selected_keys(self) -> frozenset[str]:
        """Keys of the chosen images."""
        return self.selection.keys

    @property
    def history_points(self) -> tuple[HistoryPoint, ...]:
        return self.history.points

    # How the figures moved

    def scores_changed(self) -> None:
        """Told by the session, once for many changes."""
        late = self._image_due and _there(self._scoring.image)
        if (self._step_due or late) and self._observe():
            self._step_due, self._image_due = False, not _there(self._scoring.image)
        self._say_problems()

    def saved(self, key: str) -> None:
        """Told by the session: this image's label is on disk."""
        self._missing = None
        if self._editor.entry is not None and self._editor.entry.key == key:
            self._observe(saved=True)

    # Inside

    def _begin(self) -> None:
        workspace = self._workspace
        project = workspace.project if workspace is not None else None
        self._said_problems, self._missing = 0, None
        source = self._model if self.by_model else self._folder
        before, self._begun = _about(self._begun, self._scoring.source), project
        self._scoring.begin(project, source)
        self.doubts.begin(self._model, self._folder, project.images if project is not None else ())
        if before != _about(
            project, source
        ):  # the same model again (it was recalled, now it is loaded) ends no filter
            self.focus.set(None)
        self._step_due = True
        self._followed = None
        self.follow()
        self.choice_changed.emit()

    def _read(self, folder: FolderSource, document: Document) -> None:
        entry = self._editor.entry
        assert entry is not None

        def read(found: CandidateLabel) -> None:
            self._reading = None
            if self._editor.document is document and isinstance(found, FolderLabel):
                self._take_label(found)
                self._scoring.watch(entry.key, document, found)

        def failed(error: Exception) -> None:
            self._reading = None
            self._take_label(None)
            if isinstance(error, UserError):
                self.message.emit(Message(Level.WARNING, str(error), about=entry.key))

        self._scoring.unwatch()
        self._reading = self._pool.submit(
            "compare",
            worded("Read {name} in {folder}", name=entry.name, folder=folder.name),
            lambda context: folder.obtain(entry, context.token),
            priority=_PRIORITY,
            on_done=read,
            on_error=failed,
        )

    def _take_label(self, label: FolderLabel | None) -> None:
        if label is not self._label:
            self._label = label
            self.label_changed.emit()

    def _document_changed(self, document: Document | None) -> None:
        self._stop_following()
        self._stop_following = lambda: None
        if document is not None:
            self._place = document.history.position
            self._stop_following = document.state_changed.connect(lambda: self._stepped(document))
        self._step_due, self._image_due = True, False
        if not self.by_model:
            self.follow()

    def _stepped(self, document: Document) -> None:
        if not document.stroke_open and document.history.position != self._place:
            self._place = document.history.position
            self._step_due = True

    def _observe(self, *, saved: bool = False) -> bool:
        """Whether there was a figure to keep."""
        entry = self._editor.entry
        image, dataset = self._scoring.image, self._scoring.dataset
        if entry is None or (not _there(image) and not _there(dataset)):
            return False
        self.history.observe(entry.key, image, dataset, saved=saved)
        return True

    def _predicted(self, key: str) -> None:
        if self._workspace is not None:
            self.doubts.add(self._workspace.project.entry(key))

    def _say_problems(self) -> None:
        """When everything is measured: which labels of the folder could not be used, once."""
        problems = self.problems
        if self._scoring.pending or len(problems) <= self._said_problems:
            return
        self._said_problems = len(problems)
        sentences = list(problems.values())
        said: list[str] = [
            worded("{count} of its labels cannot be compared:", count=grouped(len(sentences)))
        ]
        said += sentences[:_NAMED]
        if (more := len(sentences) - _NAMED) > 0:
            said.append(worded("And {count} more.", count=grouped(more)))
        self.message.emit(Message(Level.WARNING, joined(said)))

    def _failed(self, error: Exception) -> None:
        self.message.emit(error_message(error))


def _about(project: Project | None, source: CandidateSource | None) -> tuple[Path, str, str] | None:
    """Whose figures there are: project, candidate and classes."""
    return (project.root, source.id, table_revision(source.table)) if project and source else None


def _there(comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.scores.miou is not None
