"""The current image: opened in a worker, edited here, left with its edits on their way to the disk."""

from __future__ import annotations

import time
import weakref
from functools import partial
from typing import Any

from segstudio.core.arrays import Pixels
from segstudio.core.prediction import Prediction
from segstudio.core.release import release_later
from segstudio.core.signal import Signal
from segstudio.core.wide_image import WideImage
from segstudio.core.wording import worded
from segstudio.engine.editing.gradual_write import TURN_S
from segstudio.engine.editing.histories import Histories
from segstudio.engine.editing.opening import EarlyImage, Opened, OpenLabel, open_label, read_entry
from segstudio.engine.editing.saving import Saver
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import Dispatch, Job, JobQueue
from segstudio.engine.presegment import Predicted
from segstudio.engine.views import MAP_VALUES, Level, Message, sentence_of
from segstudio.engine.workspace import Workspace
from segstudio.labels.document import Document

_OPEN_PRIORITY = 150
_PROPOSED_AT_ONCE = 1 << 22
"""Proposals of more pixels are written in parts, so that no event takes long."""


class Editor:
    """Owned by the GUI thread. Shows one image at a time; the last wish wins."""

    def __init__(self, pool: JobQueue, saver: Saver, dispatch: Dispatch) -> None:
        self.current_changed: Signal[ImageEntry | None] = Signal()
        self.document_changed: Signal[Document | None] = Signal()
        self.prediction_changed: Signal[Prediction | None] = Signal()
        self.early_changed: Signal[EarlyImage] = Signal()
        """A reduced view of the current image, while it is decoded."""
        self.edited: Signal[str, bool] = Signal()
        """Whether the document of this image (key) holds unsaved edits."""
        self.read: Signal[str, bool] = Signal()
        """The image with this key was opened; whether its label file, if there is one, can be used."""
        self.problem_changed: Signal[str] = Signal()
        """Why the current image cannot be shown; '' when another one is wished."""
        self.finishing: Signal[()] = Signal()
        """The current document is about to be saved, or left: what a hand has done is to be written into it now."""
        self.message: Signal[Message] = Signal()
        self.entry: ImageEntry | None = None
        self.image: Pixels | None = None
        self.wide: WideImage | None = None
        self.opened: OpenLabel | None = None
        self.predicted: Predicted | None = None
        self.proposers: dict[str, str] = {}
        """Names, by id, of the models that wrote into the current document."""
        self.problem = ""
        self._arrived: Predicted | None = None  # came before the document
        self._workspace: Workspace | None = None
        self._pool = pool
        self._saver = saver
        self._dispatch = dispatch
        self._histories = Histories()
        saver.closed.connect(self._histories.keep)
        self._visit = 0
        self._reading: Job[Opened] | None = None

    @property
    def document(self) -> Document | None:
        return self.opened.document if self.opened is not None else None

    def show(self, workspace: Workspace | None, entry: ImageEntry | None) -> None:
        """Show an image (or none) in place of the one that was left."""
        self._visit += 1
        visit = self._visit
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if self.opened is not None:
            label_map = self.opened.document.label_map
            release_later(self.image, label_map.label, label_map.provenance)
        had_document, had_prediction = self.opened is not None, self.predicted is not None
        former, self.entry, self._workspace = self.entry, entry, workspace
        self.image = self.wide = self.opened = self.predicted = self._arrived = None
        self.proposers = {}
        if self.problem:
            self.problem = ""
            self.problem_changed.emit("")
        if entry is not None or former is not None:
            self.current_changed.emit(entry)
        if had_document:
            self.document_changed.emit(None)
        if had_prediction:
            self.prediction_changed.emit(None)
        if entry is not None and workspace is not None:
            self._saver.when_free(entry.key, lambda: self._read(workspace, entry, visit))

    def leave(self, remarks: dict[str, Any], *, save: bool) -> None:
        """End the edit of the current document: saved when dirty and `save`, else its journal keeps the edits."""
        opened, workspace = self.opened, self._workspace
        if opened is None or workspace is None:
            return
        self.finishing.emit()
        if opened.document.stroke_open:
            opened.document.commit()
        if save and opened.document.dirty:
            self._saver.save(workspace.project, opened, remarks, closing=True)
        elif self._saver.busy(opened.entry.key):
            self._saver.close_after(opened.entry.key)
        else:
            opened.document.close()
            self._histories.keep(opened)

    def forget_histories(self) -> bool:
        """No step that was done until now can be undone once this image is left; whether there were any."""
        document = self.document
        return self._histories.clear() or (document is not None and bool(document.history.steps))

    def save(self, remarks: dict[str, Any]) -> None:
        """Write the current label, dirty or not."""
        if self.opened is not None and self._workspace is not None:
            self.finishing.emit()
            self._saver.save(self._workspace.project, self.opened, remarks)

    def discard(self) -> None:
        """Forget unsaved edits, journal included, and read the image anew."""
        opened, workspace, entry = self.opened, self._workspace, self.entry
        if opened is None or workspace is None or entry is None:
            return

        def forget() -> None:
            if opened.document.journal is not None:
                opened.document.journal.clear()
            opened.document.close()
            self.edited.emit(entry.key, False)

        self._saver.when_free(entry.key, forget)
        self.show(workspace, entry)

    def move(self, workspace: Workspace) -> None:
        """The project's labels lie elsewhere now; the document goes on."""
        self._workspace = workspace
        if self.entry is not None:
            self.entry = workspace.project.entry(self.entry.key)
            if self.opened is not None:
                self.opened.entry = self.entry

    def take(self, predicted: Predicted) -> None:
        """The prediction of the current image arrived, before its document or after."""
        if self.opened is None:
            self._arrived = predicted
            return
        document = self.opened.document
        if predicted.label.shape != document.label_map.shape:
            return  # the image was replaced on disk since: what was shown is no longer what was predicted
        self.predicted = predicted
        before = document.revision
        gradually = predicted.label.size > _PROPOSED_AT_ONCE
        document.propose(predicted.proposal, gradually=gradually)
        if gradually or document.revision != before:
            prediction = predicted.prediction
            self.proposers[prediction.model_id] = prediction.model_name
        self.prediction_changed.emit(predicted.prediction)
        if gradually:
            self._dispatch(partial(self._settle, document, predicted))

    def _settle(self, document: Document, predicted: Predicted) -> None:
        """A few tiles more of the proposal, with what a person does in between."""
        if self.document is document and self.predicted is predicted and not document.settled:
            until = time.perf_counter() + TURN_S
            document.settle(1)
            while not document.settled and time.perf_counter() < until:
                document.settle(1)
            self._dispatch(partial(self._settle, document, predicted))

    def forget_prediction(self) -> None:
        """Another model or table: what is shown was said by the former."""
        self._arrived = None
        if self.predicted is not None:
            self.predicted = None
            self.prediction_changed.emit(None)

    def _read(self, workspace: Workspace, entry: ImageEntry, visit: int) -> None:
        if visit != self._visit:
            return
        store, journals, table = workspace.project.store, workspace.journals, workspace.project.table

        def failed(error: Exception) -> None:
            self.problem = sentence_of(error, worded("{file} could not be opened", file=entry.path))
            self.problem_changed.emit(self.problem)
            self.message.emit(Message(Level.ERROR, self.problem, about=entry.key))

        def seen(early: EarlyImage) -> None:
            """From the worker."""
            self._dispatch(lambda: self.early_changed.emit(early) if visit == self._visit else None)

        self._reading = self._pool.submit(
            "open",
            worded("Open {name}", name=entry.name),
            lambda context: read_entry(entry, store, journals, table, context.token, seen),
            priority=_OPEN_PRIORITY,
            on_done=lambda opened: self._opened(workspace, opened, visit),
            on_error=failed,
        )

    def _opened(self, workspace: Workspace, read: Opened, visit: int) -> None:
        if visit != self._visit:
            return
        kept = self._histories.take(read)
        history, saved = (kept.history, kept.saved) if kept is not None else (None, None)
        opened = open_label(read, workspace.journals, self._journal_failed, history, saved)
        opened.epoch = self._histories.epoch
        self.image, self.wide, self.opened = read.image, read.wide, opened
        key, document = read.entry.key, opened.document
        document.state_changed.connect(partial(self._say_edited, key, weakref.ref(document)))
        self.edited.emit(key, document.dirty)
        self.read.emit(key, read.stored.problem is None)
        self.document_changed.emit(document)
        for text in read.notices:
            helps = MAP_VALUES if read.stored.unknown and text == read.stored.problem else None
            self.message.emit(Message(Level.WARNING, text, helps, about=key))
        arrived, self._arrived = self._arrived, None
        if arrived is not None and self.opened is opened:
            self.take(arrived)

    def _say_edited(self, key: str, document: weakref.ref[Document]) -> None:
        """By a weak reference: planes of hundreds of megabytes shall not wait for the garbage collector."""
        living = document()
        if living is not None:
            self._histories.make_room(living.history.nbytes)
            self.edited.emit(key, living.dirty)

    def _journal_failed(self, sentence: str) -> None:
        """From any thread."""
        self._dispatch(lambda: self.message.emit(Message(Level.WARNING, sentence)))
