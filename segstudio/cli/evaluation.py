"""The three comparisons of `segstudio evaluate`, each an `Evaluation` and the pictures of its report."""

from __future__ import annotations

import dataclasses
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segstudio.cli.class_maps import chosen_classes
from segstudio.cli.console import BYTES, counted, progress_bar, say, warn
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.plain_text import composed, one_line
from segstudio.core.presets import class_lost, load_class_table
from segstudio.core.zoo import BUNDLED, find_card
from segstudio.engine.files.prediction_note import PredictionNote, read_note

if TYPE_CHECKING:
    from segstudio.engine.evaluate import Folders
    from segstudio.engine.evaluation.evaluate_project import Candidate
    from segstudio.engine.workspace import Workspace
    from segstudio.reports.model import Evaluation, Pictures, Reference

Scored = tuple["Evaluation", "Pictures | None"]


@dataclass(frozen=True)
class Chosen:
    """The options that say what is compared and how."""

    classes: str | None
    ignore_index: int | None
    pred_classes: str | None
    against: Path | None
    against_classes: str | None
    list_file: Path | None
    allow_missing: bool
    boundaries: bool
    reference: str | None
    images: Path | None
    map_file: Path | None = None
    write_map: Path | None = None

    def refuse(self, *names: str) -> None:
        """Raises InputError when an option was given that means nothing in this comparison."""
        for name in names:
            if getattr(self, name) is not None:
                option = "--list" if name == "list_file" else f"--{name.replace('_', '-')}"
                raise InputError(f"{option} means nothing in this comparison. Leave it out.")


@dataclass(frozen=True)
class Sides:
    """The options that say which two sides are compared; those of one comparison, and none of another."""

    first: Path | None
    second: Path | None
    pred: Path | None
    truth: Path | None
    project: Path | None
    annotator: Path | None
    model: str | None
    against_model: str | None
    device: str


def scored(sides: Sides, chosen: Chosen) -> Scored:
    """Raises InputError for a mixture of comparisons, or for half of one."""
    s = sides
    if s.project and not (s.first or s.second or s.truth):
        if sum(1 for given in (s.pred, s.annotator, s.model) if given) > 1:
            raise InputError(
                "Give one of --model, --pred and --annotator to compare with the project's labels."
            )
        return project_scored(s.project, sides, chosen)
    if not s.project and (s.model or s.against_model or s.annotator):
        raise InputError("--model, --against-model and --annotator go with --project DIR.")
    if s.first and s.second and not (s.pred or s.truth or s.project):
        return annotators(s.first, s.second, chosen)
    if s.pred and s.truth and not (s.first or s.second or s.project):
        return folders_scored(s.pred, s.truth, chosen)
    raise InputError(
        "Say what to compare: --pred DIR --truth DIR (predictions with true labels), two folders FIRST SECOND (two "
        "annotators), or --project DIR (a project's labels with a model); one of these, and whole."
    )


def folders_scored(pred: Path, truth: Path, chosen: Chosen) -> Scored:
    """Predictions with true labels, and perhaps other predictions with them."""
    from segstudio.engine.evaluate import folder_pictures  # late: --help should not wait for them

    if chosen.against_classes and not chosen.against:
        raise InputError("--against-classes goes with --against DIR.")
    folders = _folders(truth, pred, chosen)
    result = _evaluated(folders, "Comparing", chosen)
    if chosen.against:
        source = load_class_table(chosen.against_classes) if chosen.against_classes else None
        if source is None and chosen.map_file and (note := read_note(chosen.against)):
            source = note.table  # as of --pred: what the map says holds for both
        other = dataclasses.replace(folders, prediction=chosen.against, source=source)
        theirs = _evaluated(other, f"Comparing {chosen.against.name}", chosen, "--against-classes")
        result = dataclasses.replace(result, against=_on_the_same(result, theirs))
    images = chosen.images or _beside(truth)
    return result, folder_pictures(folders, images, result.reference) if images else None


def annotators(first: Path, second: Path, chosen: Chosen) -> Scored:
    """Two folders of labels, neither of which is the truth."""
    from segstudio.engine.evaluate import compare_annotators, folder_pictures  # as above

    chosen.refuse("against", "against_classes", "reference")
    folders = _folders(first, second, chosen, "either")
    with progress_bar("Comparing") as progress:
        result = compare_annotators(
            folders,
            allow_missing=chosen.allow_missing,
            boundaries=chosen.boundaries,
            command=_command(),
            progress=progress,
        )
    _tell(result)
    images = chosen.images or _beside(first) or _beside(second)
    return result, folder_pictures(folders, images) if images else None


def project_scored(folder: Path, sides: Sides, chosen: Chosen) -> Scored:
    """A project's saved labels with a model, as the window's own report, or with a folder in the model's place."""
    from segstudio.engine.evaluation.candidates import CandidateKind, FolderSource
    from segstudio.engine.evaluation.evaluate_project import (
        Candidate,
        ProjectScope,
        evaluate_project,
        project_pictures,
    )
    from segstudio.engine.files.selection import read_list, select
    from segstudio.engine.workspace import Workspace

    chosen.refuse("classes", "ignore_index", "pred_classes", "against", "against_classes", "images")
    workspace = Workspace.open(folder, None, None, None, None)
    try:
        project = workspace.project
        if said := sides.pred or sides.annotator:
            kind = CandidateKind.ANNOTATOR if sides.annotator else CandidateKind.PREDICTIONS
            choice = _choice_of_folder(said, project.table, chosen)
            source = FolderSource.open(said.absolute(), kind, project.table, workspace.index, choice)
            candidate = Candidate.of_folder(source)
        else:
            candidate = _candidate(workspace, sides.model or project.model or BUNDLED, sides.device, chosen)
        keys = None
        if chosen.list_file:
            labelled = [entry.key for entry in project.images if entry.has_label]
            keys = tuple(select(labelled, read_list(chosen.list_file), chosen.list_file, project.root))
        scope = ProjectScope(
            keys, _reference(chosen.reference, "reviewed"), chosen.boundaries, chosen.allow_missing
        )

        def compared(one: Candidate) -> Evaluation:
            with progress_bar(f"Comparing {one.source.name}") as progress:
                found = evaluate_project(project, one, scope, command=_command(), progress=progress)
            _tell(found)
            return found

        result = compared(candidate)
        if sides.against_model:
            other = _candidate(workspace, sides.against_model, sides.device)  # a map is of one model
            result = dataclasses.replace(result, against=_on_the_same(result, compared(other)))
        return result, project_pictures(project, candidate, scope.reference)
    finally:
        workspace.index.close()


def _choice_of_folder(folder: Path, table: ClassTable, chosen: Chosen) -> ClassChoice | None:
    """What --map says of a folder in a model's place."""
    note = read_note(folder)
    if note is None and (chosen.map_file or chosen.write_map):
        raise InputError(
            f"{folder} does not note which classes it holds (as 'segstudio predict' does), so --map has nothing to map: its "
            "values are taken for ids of the project. Compare with --pred, --truth and --pred-classes instead."
        )
    return chosen_classes(
        chosen.map_file, chosen.write_map, note.table if note else None, table, "--project"
    )


def _candidate(workspace: Workspace, name: str, device: str, chosen: Chosen | None = None) -> Candidate:
    """Its classes are mapped as --map says, else as the project does."""
    # late: torch takes seconds to import, and wrong input should be told at once
    from segstudio.core.progress import CancelToken
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model
    from segstudio.engine.evaluation.evaluate_project import Candidate
    from segstudio.engine.presegment import PredictionSource

    card = find_card(name)
    if card is None or card.downloaded():
        predictor = Predictor(load_model(name, device), device)
    else:
        with progress_bar(f"Downloading {card.name}", BYTES) as progress:
            predictor = Predictor(load_model(name, device, progress), device)
    say(f"Model: {predictor.model_name} on {predictor.device}")
    project = workspace.project
    choice: ClassChoice | None = project.class_maps.get(predictor.model_name)
    if chosen is not None and (chosen.map_file or chosen.write_map):
        choice = chosen_classes(
            chosen.map_file, chosen.write_map, predictor.classes, project.table, "--project"
        )
    source = PredictionSource.make(predictor, workspace.cache, workspace.index, project.table, choice)
    return Candidate.of_model(source, lambda entry: source.obtain(entry, CancelToken()), name)


def _on_the_same(one: Evaluation, other: Evaluation) -> Evaluation:
    """`other`, which has to hold the same images. Raises InputError: truths changed between the two readings."""
    if [i.key for i in one.images] != [i.key for i in other.images]:
        raise InputError("The truths changed while they were compared. Compare again.")
    return other


def _folders(truth: Path, pred: Path, chosen: Chosen, void_in: str = "the truth") -> Folders:
    """`void_in`: whose ignored pixels count nowhere, for people."""
    from segstudio.engine.evaluate import Folders  # as above
    from segstudio.engine.files.selection import read_list

    table = _table(chosen.classes, truth, chosen.ignore_index)
    source = load_class_table(chosen.pred_classes) if chosen.pred_classes else None
    if lost := class_lost(table):
        warn(lost)
    mapped = chosen.map_file or chosen.write_map
    if source is None and mapped and (note := read_note(pred)):
        source = note.table
    choice = chosen_classes(chosen.map_file, chosen.write_map, source, table, "--pred-classes")
    entries = tuple(read_list(chosen.list_file)) if chosen.list_file else None
    say(
        f"{counted(len(table), 'class', 'classes')}; pixels of value {table.ignore_index} in {void_in} count nowhere."
    )
    return Folders(truth, pred, table, source, chosen.list_file, entries, choice)


def _evaluated(folders: Folders, title: str, chosen: Chosen, option: str = "--pred-classes") -> Evaluation:
    """`option`: by which the class table of these predictions is given."""
    from segstudio.engine.evaluate import evaluate_folders  # as above

    note = read_note(folders.prediction)
    if note and folders.source is None:
        _compare_tables(note, folders.table, option)
    with progress_bar(title) as progress:
        result = evaluate_folders(
            folders,
            allow_missing=chosen.allow_missing,
            boundaries=chosen.boundaries,
            reference=_reference(chosen.reference, "labels"),
            model=note.model if note else "",
            model_id=note.model_id if note else "",
            command=_command(),
            progress=progress,
        )
    if note:
        result = dataclasses.replace(result, notes=(*result.notes, *_not_predicted(note, result)))
    _tell(result)
    return result


def _not_predicted(note: PredictionNote, result: Evaluation) -> Iterator[str]:
    """A sentence about files that lie among the predictions and are none, or none any longer."""
    if note.files is None:
        return
    known = {composed(key): digest for key, digest in note.files.items()}
    others = [
        image.key
        for image in result.images
        if image.prediction_hash is not None and known.get(image.key) != image.prediction_hash
    ]
    if others:
        some = ", ".join(others[:3]) + (", …" if len(others) > 3 else "")
        one = len(others) == 1
        yield (
            f"{len(others)} of the predictions {'is' if one else 'are'} not as {note.model} wrote {'it' if one else 'them'}: "
            f"added or changed since, or left from another run ({some})."
        )


def _tell(result: Evaluation) -> None:
    """What a reader has to know, on the terminal too."""
    for sentence in result.notes:
        warn(sentence)
    for image in result.images:
        for problem in (image.problem, image.truth_problem):
            if problem:
                warn(one_line(f"{image.key}: {problem}"))
    for key, why in result.left_out:
        warn(one_line(f"{key}: {why}"))


def _reference(given: str | None, default: str) -> Reference:
    from segstudio.reports.model import Reference  # as above

    try:
        return Reference(given or default)
    except ValueError:
        raise InputError(f"--reference {given}: expected labels or reviewed.") from None


def _command() -> str:
    return shlex.join(["segstudio", *sys.argv[1:]])


def _table(classes: str | None, truth: Path, ignore_index: int | None) -> ClassTable:
    if classes is not None:
        return load_class_table(classes, ignore_index)
    for candidate in (truth / "classes.txt", truth.parent / "classes.txt"):
        if candidate.is_file():
            say(f"Classes from {candidate}")
            return load_class_table(str(candidate), ignore_index)
    raise InputError(
        f"There is no classes.txt in or beside {truth}. Say which classes there are with --classes: a preset, "
        "a class file or a number."
    )


def _compare_tables(note: PredictionNote, table: ClassTable, option: str) -> None:
    """Class ids are compared as they are; that they may mean something else is said, never mended by guessing."""
    own = {c.id: c.name for c in note.table.classes}
    if own != {c.id: c.name for c in table.classes}:
        warn(
            f"The predictions were made with other classes ({note.table_summary}) and are compared by class id. "
            f"To map them by name, give their table with {option}."
        )


def _beside(truth: Path) -> Path | None:
    folder = truth.parent / "images"
    return folder if folder.is_dir() else None
