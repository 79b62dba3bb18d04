"""An open project with its cache and journals; opened, and moved to another labels folder, in a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, UserError
from segstudio.core.images import image_size
from segstudio.core.wording import worded
from segstudio.engine.editing.opening import open_label, read_label_of
from segstudio.engine.files.journals import Journals
from segstudio.engine.files.position import read_position
from segstudio.engine.files.prediction_cache import PredictionCache
from segstudio.engine.index import Index
from segstudio.engine.jobs import JobContext
from segstudio.engine.project import Project, store_config


@dataclass(eq=False)
class Workspace:
    """What belongs to one open folder. `edited`: keys that had a journal when it was opened."""

    project: Project
    index: Index
    cache: PredictionCache
    journals: Journals
    edited: set[str]
    last_row: int = 0
    """The image that was looked at last."""

    @classmethod
    def open(
        cls,
        folder: Path,
        labels_folder: Path | None,
        model_table: ClassTable | None,
        state_dir: Path | None,
        cache_dir: Path | None,
    ) -> Workspace:
        """In a worker. Raises InputError."""
        project = Project.open(
            folder, labels_folder, model_table=model_table, state_dir=state_dir, cache_dir=cache_dir
        )
        places = project.places
        journals = Journals(places.journals)
        last = read_position(places.home)
        return cls(
            project,
            Index(places.cache / "index.sqlite"),
            PredictionCache(places.cache / "predictions"),
            journals,
            journals.keys(entry.key for entry in project.images),
            project.row(last) if last is not None and last in project else 0,
        )

    def moved(self, labels_folder: Path, state_dir: Path | None, cache_dir: Path | None) -> Workspace:
        """The same folder with its labels kept elsewhere; the choice is remembered. In a worker.

        Raises InputError when that folder cannot be written, WorkError when the choice cannot be kept.
        """
        other = Workspace.open(self.project.root, labels_folder, self.project.table, state_dir, cache_dir)
        try:
            if not other.project.writable:
                raise InputError(
                    worded(
                        "Nothing can be written in {labels_folder} either. Choose another folder for the labels.",
                        labels_folder=labels_folder,
                    )
                )
            other.project.table, other.project.table_source = self.project.table, self.project.table_source
            other.project.model = self.project.model
            other.project.notices.clear()
            store_config(other.project.places.config, other.project.config())
        except BaseException:
            other.index.close()
            raise
        return other


@dataclass(frozen=True, slots=True)
class Rescued:
    """What became of edits that lay in journals: keys that are saved now in `labels`, keys of which nothing is left to
    save (a notice said why), a sentence for each that could not be saved, and what else there is to know."""

    labels: Path
    keys: tuple[str, ...]
    void: tuple[str, ...]
    failures: tuple[str, ...]
    notices: tuple[str, ...]


def save_journals(workspace: Workspace, keys: Iterable[str], context: JobContext) -> Rescued:
    """Write the labels of images whose edits lie in journals only; in a worker, for images that nobody edits."""
    project = workspace.project
    saved: list[str] = []
    void: list[str] = []
    failures: list[str] = []
    notices: list[str] = []
    wanted = list(keys)
    for number, key in enumerate(wanted):
        context.token.raise_if_cancelled()
        entry = project.entry(key)
        context.progress(number, len(wanted), entry.name)
        try:
            project.ensure_there()
            width, height = image_size(entry.path)
            read = read_label_of(entry, (height, width), project.store, workspace.journals, project.table)
            notices += [text for text in (read.stored.problem, read.recovered.notice) if text]
            if not read.recovered.changes:
                void.append(key)
                continue
            opened = open_label(read, workspace.journals, notices.append)
            result = project.store.save(
                entry,
                opened.document.label_map,
                project.table,
                base=opened.base,
                unresolved=opened.unresolved,
            )
            opened.document.mark_saved(base=result.hash)
            opened.document.close()
            saved.append(key)
            notices += [result.notice] if result.notice else []
        except UserError as error:
            failures.append(str(error))
    return Rescued(project.labels_dir, tuple(saved), tuple(void), tuple(failures), tuple(notices))
