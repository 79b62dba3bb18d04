"""Comparing a model with the saved labels of a project: what the window reports and the command line repeats."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.images import image_size, read_image
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded
from segstudio.engine.evaluation.candidates import (
    CandidateKind,
    CandidateLabel,
    CandidateSource,
    FolderSource,
)
from segstudio.engine.evaluation.judge import (
    LoadSaid,
    LoadTruth,
    Problem,
    Provenance,
    Rules,
    Said,
    Trouble,
    Truth,
    judge,
    of_mapping,
)
from segstudio.engine.evaluation.label_origin import all_proposers, predicted_by, remark
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.prediction_note import read_note
from segstudio.engine.files.sidecar import Sidecar
from segstudio.engine.presegment import PredictionSource
from segstudio.engine.project import Project
from segstudio.labels.label_map import reviewed_part
from segstudio.reports.fingerprints import of_file
from segstudio.reports.model import Evaluation, ImageResult, Picture, Pictures, Reference

REPORT_STEM = "evaluation"

Obtain = Callable[[ImageEntry], CandidateLabel]
"""What is said of an image, from disk or from the model. Raises InputError, WorkError, Cancelled."""


@dataclass(frozen=True)
class ProjectScope:
    """What of a project is compared.

    `keys`: images, None for all that have a label. `reference`: which pixels of their labels count.
    """

    keys: tuple[str, ...] | None = None
    reference: Reference = Reference.REVIEWED
    boundaries: bool = True
    allow_missing: bool = False


@dataclass(frozen=True)
class Candidate:
    """Who is compared with the labels, and how what it says is had.

    `words`: the command line's options that name it. `model_id`: hash of the model, '' where nobody says.
    """

    source: CandidateSource
    obtain: Obtain
    words: tuple[str, ...]
    title: str
    model_id: str = ""

    @classmethod
    def of_model(cls, source: PredictionSource, obtain: Obtain, name: str) -> Candidate:
        """`name`: by which `--model` finds it again."""
        predictor = source.predictor
        title = f"{predictor.model_name} ({predictor.model_id})"
        return cls(
            source, obtain, ("--model", name, "--device", predictor.device), title, predictor.model_id
        )

    @classmethod
    def of_folder(cls, source: FolderSource) -> Candidate:
        """A folder of predictions, or of a second annotator's labels."""
        note = read_note(source.folder)
        option = "--annotator" if source.kind is CandidateKind.ANNOTATOR else "--pred"
        return cls(
            source,
            lambda entry: source.obtain(entry, CancelToken()),
            (option, str(source.folder)),
            note.model if note else "",
            note.model_id if note else "",
        )

    @property
    def said(self) -> str:
        """What is compared, for people."""
        source = self.source
        return str(source.folder) if isinstance(source, FolderSource) else f"predictions of {source.name}"


def evaluate_project(
    project: Project,
    candidate: Candidate,
    scope: ProjectScope,
    *,
    command: str = "",
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> Evaluation:
    """Compare the model's prediction of every labelled image with its saved label, as `judge` does.

    Raises InputError when no image in `scope` has a label. In a worker; the model is asked through `obtain`.
    """
    source = candidate.source
    entries = _entries(project, scope.keys)
    by_key = {entry.key: entry for entry in entries}
    rules = Rules(
        source.table,
        scope.reference,
        scope.boundaries,
        scope.allow_missing,
        candidate.model_id,
        of_annotators=not source.void_counts,
    )
    judged = judge(
        list(by_key),
        _truths(project, by_key, source.table),
        _predictions(candidate, by_key),
        rules,
        progress=progress,
        token=token,
        workers=1,  # the model works beside it
    )
    notes = [*remark(project.labels_dir), *judged.notes]
    if isinstance(source, PredictionSource):
        notes += of_mapping(source.mapping, "model")
    elif isinstance(source, FolderSource) and source.mapping is not None:
        notes += of_mapping(source.mapping, "predictions", of_annotators=rules.of_annotators)
    return Evaluation(
        source.table,
        judged.images,
        str(project.labels_dir),
        candidate.said,
        model=candidate.title,
        command=command,
        notes=tuple(notes),
        boundary=judged.boundary,
        reference=scope.reference,
        model_id=candidate.model_id,
        left_out=judged.left_out,
        troubles=judged.troubles,
    )


def write_report(
    project: Project,
    candidate: Candidate,
    scope: ProjectScope,
    folder: Path,
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> Path:
    """Evaluate, and write evaluation.json, .csv and .html into `folder`; the page. Raises WorkError, Cancelled."""
    from segstudio.reports.csv_report import write_csv  # late: templates are only needed here
    from segstudio.reports.html_report import write_html
    from segstudio.reports.json_report import write_json

    files = {kind: folder / f"{REPORT_STEM}.{kind}" for kind in ("json", "csv", "html")}
    command = replay_command(
        project, candidate, scope, [(f"--{kind}", path) for kind, path in files.items()]
    )
    found = evaluate_project(project, candidate, scope, command=command, progress=progress, token=token)
    write_json(files["json"], found)
    write_csv(files["csv"], found)
    if token:
        token.raise_if_cancelled()
    write_html(files["html"], found, project_pictures(project, candidate, scope.reference))
    return files["html"]


def replay_command(
    project: Project, candidate: Candidate, scope: ProjectScope, outputs: Sequence[tuple[str, Path]]
) -> str:
    """The command line that writes the same reports again. `outputs`: ('--json', file) and so on."""
    words = ["segstudio", "evaluate", "--project", str(project.root), *candidate.words]
    words += ["--reference", scope.reference.value]
    words += ["--allow-missing"] if scope.allow_missing else []
    words += [] if scope.boundaries else ["--no-boundary"]
    for option, path in outputs:
        words += [option, str(path)]
    return shlex.join(words)


def project_pictures(project: Project, candidate: Candidate, reference: Reference) -> Pictures:
    """Image, label and prediction of a result; None where one of them cannot be read."""
    by_key = {entry.key: entry for entry in project.images}
    table = candidate.source.table
    truths = _truths(project, by_key, table)

    def load(result: ImageResult) -> Picture | None:
        entry = by_key[result.key]
        try:
            image = read_image(entry.path)
            truth = truths(result.key)
            predicted = candidate.obtain(entry) if result.problem is None else None
        except InputError:
            return None
        label = truth.label
        if reference is Reference.REVIEWED and truth.provenance is not None:
            label = reviewed_part(label, truth.provenance.plane, table.ignore_index)
        said = predicted.label if predicted and predicted.label.shape == label.shape else None
        return Picture(image, label, said)

    return load


def _entries(project: Project, keys: tuple[str, ...] | None) -> list[ImageEntry]:
    chosen = project.images if keys is None else [project.entry(key) for key in keys]
    found = [entry for entry in chosen if entry.has_label]
    if not found:
        raise InputError(
            worded(
                "{folder} has no saved label to compare with. Label and save an image first.",
                folder=project.root,
            )
        )
    return found


def _truths(project: Project, entries: dict[str, ImageEntry], table: ClassTable) -> LoadTruth:
    """The whole saved label, with its provenance; what nobody has said is void."""
    noted = predicted_by(project.labels_dir)

    def load(key: str) -> Truth:
        entry = entries[key]
        width, height = image_size(entry.path)
        stored = project.store.read(entry, (height, width), table)
        found = project.store.find(entry)
        if stored.label_map is None or found is None:
            raise InputError(stored.problem or f"{entry.name} has no label any more.")
        path, shelf = found
        by = all_proposers(Sidecar(shelf.state, key).read(), noted)
        label_map = stored.label_map
        return Truth(label_map.label, of_file(path), Provenance(label_map.provenance, by))

    return load


def _predictions(candidate: Candidate, entries: dict[str, ImageEntry]) -> LoadSaid:
    def load(key: str, truth: Truth) -> Said:
        entry = entries[key]
        if not candidate.source.has(entry):
            return Said(None, None, Problem(Trouble.MISSING, "there is no prediction."))
        try:
            label = candidate.obtain(entry).label
        except InputError as error:
            return Said(None, None, Problem(Trouble.UNREADABLE, str(error)))
        if label.shape != truth.label.shape:
            text = f"the prediction is of another size than the label of {entry.name}."
            return Said(None, None, Problem(Trouble.SIZE, text))
        digest = hashlib.sha256(np.ascontiguousarray(label).data).hexdigest()
        return Said(label, digest)

    return load
