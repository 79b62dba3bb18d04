"""The labels of the open project on their way to the disk and back: saving, discarding, what other programs wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.desks.batch_desk import BatchDesk
from segstudio.engine.desks.editor import Editor
from segstudio.engine.desks.entry_book import EntryBook
from segstudio.engine.desks.evaluation_desk import EvaluationDesk
from segstudio.engine.desks.project_desk import ProjectDesk
from segstudio.engine.editing.label_watch import LabelChanges, LabelWatch, told
from segstudio.engine.editing.opening import OpenLabel
from segstudio.engine.editing.saving import Saver
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.engine.files.label_store import SavedLabel
from segstudio.engine.files.sidecar import PROPOSED_BY
from segstudio.engine.jobs import JobQueue
from segstudio.engine.project import Project
from segstudio.engine.views import CHOOSE_LABELS_FOLDER, RETRY_SAVE, Level, Message
from segstudio.engine.workspace import Rescued
from segstudio.labels.label_map import LabelMap


@dataclass(frozen=True, slots=True)
class KeeperParts:
    """Whom the keeper works with."""

    editor: Editor
    saver: Saver
    book: EntryBook
    projects: ProjectDesk
    scoring: Scoring
    evaluation: EvaluationDesk
    batch: BatchDesk


class LabelKeeper:
    """Joins editor, saver, journals and label files; owned by the GUI thread."""

    def __init__(self, pool: JobQueue, parts: KeeperParts) -> None:
        self.message: Signal[Message] = Signal()
        self.saved: Signal[str] = Signal()
        """The label of the image with this key is on disk."""
        self.row_changed: Signal[str] = Signal()
        """What is known of the label of the image with this key is something else now."""
        self.resting = False
        """While True nobody reads what other programs wrote: the labels are being rewritten by ourselves."""
        self._editor, self._book, self._projects = parts.editor, parts.book, parts.projects
        self._scoring, self._evaluation, self._batch = parts.scoring, parts.evaluation, parts.batch
        self._watch = LabelWatch(pool)
        parts.saver.saved.connect(self._on_saved)
        parts.saver.failed.connect(self._on_save_failed)
        parts.projects.rescued.connect(self._on_rescued)
        parts.batch.saved.connect(self._on_rescued)
        parts.scoring.survey.recalled.connect(lambda _: self._watch.first_look())
        self._watch.found.connect(self._on_labels_changed)

    def save(self) -> None:
        """Write the current label, or ask for a place."""
        project = self._project()
        if project is None:
            return
        if project.writable:
            self._editor.save(self.remarks())
            return
        text = worded(
            "{folder} cannot be written. Choose where the labels of {name} shall be saved.",
            folder=project.labels_dir,
            name=project.name,
        )
        self.message.emit(Message(Level.WARNING, text, CHOOSE_LABELS_FOLDER))

    def save_all(self) -> None:
        """Write the current label when it has edits, and those of images whose edits lie in journals only."""
        entry, document = self._editor.entry, self._editor.document
        if document is not None and document.dirty:
            self.save()
        project = self._project()
        if project is not None and project.writable:
            self._projects.rescue(self._book.edited - ({entry.key} if entry is not None else set()))

    def save_images(self, keys: list[str]) -> None:
        """Write the edits of these images, and the model's proposal where there is no label."""
        project = self._project()
        if project is None or not project.writable:
            self.save()
            return
        current = self._editor.entry.key if self._editor.entry is not None else None
        if current in keys:
            self.save()
        edited = self._book.edited & set(keys) - {current}
        self._projects.rescue(edited)
        rest = [key for key in keys if key != current and key not in edited]
        self._batch.save_proposals(project, [project.entry(key) for key in rest])

    def discard_all(self) -> None:
        """Forget every unsaved edit, journals included."""
        current = self._editor.entry.key if self._editor.entry is not None else None
        workspace = self._projects.workspace
        if workspace is not None:
            for key in self._book.edited - {current}:
                workspace.journals.forget(key)
                self._book.set_edited(key, False)
        self.discard()

    def discard(self) -> None:
        """Forget the unsaved edits of the current image and read it anew."""
        self._scoring.unwatch()
        self._editor.discard()

    def remarks(self) -> dict[str, Any]:
        """What the sidecar tells of the model: who proposed, and how well it did on what a person had reviewed."""
        predicted, comparison = self._editor.predicted, self._scoring.image
        proposed = [{"name": name, "id": id} for id, name in self._editor.proposers.items()]
        if predicted is None:
            return {PROPOSED_BY: proposed}
        prediction = predicted.prediction
        return {
            PROPOSED_BY: proposed,
            "model": {"name": prediction.model_name, "id": prediction.model_id},
            "model_miou": comparison.scores.miou if comparison and self._evaluation.by_model else None,
        }

    def look(self) -> None:
        """See whether other programs have written labels."""
        self._watch.look()

    def _project(self) -> Project | None:
        workspace = self._projects.workspace
        return workspace.project if workspace is not None else None

    def _on_saved(self, project: Project, opened: OpenLabel, saved: SavedLabel, copied: LabelMap) -> None:
        if saved.notice:
            self.message.emit(Message(Level.WARNING, saved.notice))
        now, key = self._project(), opened.entry.key
        if now is None or now.labels_dir != project.labels_dir or key not in now:
            return  # another folder is open; the same one, opened anew, has read its labels before
        entry = now.mark_labelled(key)
        self._watch.wrote(key, saved.stamp)
        self._book.set_edited(key, opened.document.dirty)
        self._book.set_unusable(key, False)
        self.row_changed.emit(key)
        self._scoring.label_saved(entry, copied, self._evaluation.label_of(key))
        self._evaluation.saved(key)
        self.saved.emit(key)

    def _on_save_failed(self, opened: OpenLabel, sentence: str) -> None:
        self.message.emit(
            Message(Level.ERROR, worded("{sentence} Your edits are kept.", sentence=sentence), RETRY_SAVE)
        )

    def _on_rescued(self, rescued: Rescued) -> None:
        for text in rescued.notices:
            self.message.emit(Message(Level.WARNING, text))
        for text in rescued.failures:
            self.message.emit(
                Message(Level.ERROR, worded("{text} Your edits are kept.", text=text), RETRY_SAVE)
            )
        project = self._project()
        if project is None or project.labels_dir != rescued.labels:
            return  # another folder is open
        for key in rescued.void:
            self._book.set_edited(key, False)
        for key in rescued.keys:
            self._watch.wrote(key)
            entry = project.mark_labelled(key)
            self._book.set_edited(key, False)
            self.row_changed.emit(key)
            self._scoring.measure(entry)
            self.saved.emit(key)

    def watch_labels(self) -> None:
        project = self._project()
        scored = self._scoring.source is not None  # then the figures come first
        self._watch.begin(
            project.store if project else None, project.images if project else (), at_once=not scored
        )

    def _on_labels_changed(self, changes: LabelChanges) -> None:
        """Figures and rows follow. The open image is read anew, unless it has edits: saving those keeps the other file."""
        project = self._project()
        if project is None or self.resting:
            return
        for key in changes.changed:
            self._scoring.measure(project.mark_labelled(key))
            self.row_changed.emit(key)
        for key in changes.gone:
            self._scoring.forget(project.mark_unlabelled(key))
            self.row_changed.emit(key)
        self.message.emit(Message(Level.INFO, told(changes)))
        entry, document = self._editor.entry, self._editor.document
        if entry is None or document is None or entry.key not in changes.changed:
            return
        self._editor.finishing.emit()  # what waits is an edit too
        if document.dirty:
            text = worded(
                "The label of {name} was changed by another program while it has edits of yours. If you "
                "save, the other file is kept beside yours, under a name that ends in '.other.png'.",
                name=entry.name,
            )
            self.message.emit(Message(Level.WARNING, text, about=entry.key))
        else:
            self.discard()
