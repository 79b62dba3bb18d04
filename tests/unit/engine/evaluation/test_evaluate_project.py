"""The window's report: the command line's, by the same code, with an audit of who made the labels."""

from __future__ import annotations

import csv
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.images import read_image
from segstudio.core.label_png import read_label, write_label
from segstudio.core.progress import CancelToken
from segstudio.core.provenance import CONFIRMED, HUMAN, MODEL
from segstudio.engine.evaluate import Folders, evaluate_folders, folder_pictures
from segstudio.engine.evaluation.candidates import CandidateKind, FolderSource
from segstudio.engine.evaluation.evaluate_project import Candidate, ProjectScope, evaluate_project
from segstudio.engine.evaluation.judge import PredictionsError
from segstudio.engine.files.prediction_note import PredictionNote, write_note
from segstudio.engine.files.sidecar import Sidecar, content_hash
from segstudio.engine.presegment import PredictionSource
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message
from segstudio.engine.workspace import Workspace
from segstudio.labels.effects import confirm, paint
from segstudio.metrics.boundary import BoundaryCounts, compare_boundaries
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score
from segstudio.reports.model import Reference
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box

SCORES = ("pixel_accuracy", "mean_accuracy", "miou", "fwiou")


@pytest.fixture
def project(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path
) -> Path:
    """Three images: the first labelled by another program, the second a corrected proposal, the third a bare one."""
    root = make_folder(images=3, labelled=1)
    session = make_session(tiny_model)
    show(session, root)
    pump.until(lambda: session.prediction is not None)
    first = session.document
    assert first is not None
    first.apply(paint(box(0, 0, 4, 4), 1), "paint")
    session.save()
    for row in (1, 2):
        document = show(session, row)
        pump.until(lambda: session.prediction is not None)
        if row == 1:
            document.apply(paint(box(5, 5, 30, 20), 2), "paint")
            document.apply(confirm(box(0, 30, 80, 10), document.label_map), "confirm")
        session.save()
        session.flush()
    pump.until(lambda: not session.jobs)
    session.close()
    return root


def _report(session: Session, pump: Pump, folder: Path, messages: list[Message]) -> dict[str, Any]:
    pages: list[Path] = []
    session.reported.connect(pages.append)
    session.write_report(folder)
    pump.until(lambda: pages or any(m.level is Level.ERROR for m in messages))
    assert pages == [folder / "evaluation.html"], messages
    found: dict[str, Any] = json.loads((folder / "evaluation.json").read_text("utf-8"))
    return found


def _planes(root: Path, model: Path) -> dict[str, tuple[Any, Any, Any]]:
    """(label, provenance, prediction) by key, read independently of the engine."""
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model

    predictor = Predictor(load_model(model, "cpu"), "cpu")
    found = {}
    for path in sorted((root / "labels").glob("*.png")):
        label = read_label(path)
        side = Sidecar(root / ".segstudio" / "state", path.stem)
        provenance = side.read_provenance(content_hash(path.read_bytes()), label.shape)
        plane = np.full_like(label, HUMAN) if provenance is None else provenance
        said = predictor.predict(read_image(root / "images" / path.name)).label_map()
        found[path.stem] = (label, plane, said)
    return found


def _sum(pairs: list[tuple[Any, Any]]) -> ConfusionMatrix:
    return sum((ConfusionMatrix.from_labels(t, p, 3) for t, p in pairs), ConfusionMatrix.zero(3))


def test_the_report_of_the_window_is_replayed_by_its_command(
    *,
    make_session: MakeSession,
    show: Show,
    pump: Pump,
    tiny_model: Path,
    project: Path,
    messages: list[Message],
    tmp_path: Path,
) -> None:
    session = make_session(tiny_model)
    show(session, project)
    pump.until(lambda: session.dataset_comparison and not session.dataset_comparison.images_pending)
    shown = session.dataset_comparison
    assert shown is not None
    first = _report(session, pump, tmp_path / "report", messages)
    session.close()
    assert first["confusion"] == shown.matrix.counts.tolist(), "the report says what the window showed"
    assert first["boundary"]["miou"] is not None
    assert len(first["hashes"]["model"]) == 16
    assert all(len(first["hashes"][name]) == 64 for name in ("classes", "truth", "prediction"))
    assert first["intervals"]["miou"] is None, "too few images for one"

    words = shlex.split(first["command"])
    assert words[:2] == ["segstudio", "evaluate"]
    before = {
        kind: (tmp_path / "report" / f"evaluation.{kind}").read_text("utf-8") for kind in ("csv", "html")
    }
    (tmp_path / "report" / "evaluation.json").unlink()
    ended = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    again = json.loads((tmp_path / "report" / "evaluation.json").read_text("utf-8"))
    for found in (first, again):
        del found["created"]
    words_again = shlex.split(again.pop("command"))
    assert words_again == shlex.split(first.pop("command"))
    assert again == first
    rows = [
        list(csv.reader(text.splitlines()))
        for text in (before["csv"], (tmp_path / "report" / "evaluation.csv").read_text("utf-8"))
    ]
    assert [r for r in rows[0] if "created" not in r] == [r for r in rows[1] if "created" not in r]


def test_the_audit_tells_what_nobody_touched_and_scores_the_rest_apart(
    *, project: Path, tiny_model: Path, make_session: MakeSession, show: Show, pump: Pump,
    messages: list[Message], tmp_path: Path,
) -> None:  # fmt: skip
    planes = _planes(project, tiny_model)
    session = make_session(tiny_model)
    show(session, project)
    pump.until(lambda: session.dataset_comparison is not None)
    found = _report(session, pump, tmp_path / "report", messages)
    audit = found["audit"]
    valid = {key: label != 255 for key, (label, _, _) in planes.items()}
    for name, code in (("untouched", MODEL), ("confirmed", CONFIRMED), ("painted", HUMAN)):
        pixels = sum(int(((p == code) & valid[k]).sum()) for k, (_, p, _) in planes.items())
        assert pixels > 0
        assert audit["pixels"][name] == pixels
    assert sum(audit["shares"].values()) == pytest.approx(1)
    assert audit["images"] == {"all": 3, "touched": 2, "independent": 1}
    reviewed = [
        (np.where(p >= HUMAN, label, 255).astype(np.uint8), said) for label, p, said in planes.values()
    ]
    whole = {key: (label, said) for key, (label, _, said) in planes.items()}
    expected = {
        "all_labels": _sum(list(whole.values())),
        "touched_pixels": _sum(reviewed),
        "touched_images": _sum([whole["scene_001"], whole["scene_002"]]),
        "independent_labels": _sum([whole["scene_001"]]),
    }
    for part, matrix in expected.items():
        scores = score(matrix)
        assert audit["scores"][part]["valid_pixels"] == scores.valid_pixels, part
        for key in SCORES:
            assert audit["scores"][part][key] == getattr(scores, key), (part, key)
    assert found["reference"] == "reviewed"
    assert found["confusion"] == expected["touched_pixels"].counts.tolist()
    along = sum((compare_boundaries(t, p, 3) for t, p in reviewed), BoundaryCounts.zero(3))
    assert found["boundary"]["iou"] == list(along.iou)
    share = f"{audit['shares']['untouched'] * 100:.1f} %"
    assert f"Nobody touched {share} of the labelled pixels" in audit["sentence"]
    assert "2 of 3 labels began as a prediction of this model" in audit["sentence"]
    page = " ".join((tmp_path / "report" / "evaluation.html").read_text("utf-8").split())
    assert audit["sentence"] in page
    rows = list(
        csv.DictReader((tmp_path / "report" / "evaluation.csv").read_text("utf-8-sig").splitlines())
    )
    told = {row["name"]: row for row in rows if row["scope"] in {"origin", "audit"}}
    assert int(told["untouched"]["pixels"]) == audit["pixels"]["untouched"]
    assert float(told["independent_labels"]["miou"]) == audit["scores"]["independent_labels"]["miou"]


def test_a_folder_of_a_project_is_audited_on_the_command_line_too(
    project: Path, tiny_model: Path, table: ClassTable, tmp_path: Path
) -> None:
    planes = _planes(project, tiny_model)
    for key, (_, _, said) in planes.items():
        write_label(tmp_path / "pred" / f"{key}.png", said, table)
    folders = Folders(project / "labels", tmp_path / "pred", table)
    model_id = Sidecar(project / ".segstudio" / "state", "scene_002").read()["model"]["id"]  # type: ignore[index]
    found = evaluate_folders(folders, model_id=model_id)
    assert found.audit is not None
    assert (found.audit.images, found.audit.touched, found.audit.independent) == (3, 2, 1)
    assert found.matrix == _sum([(label, said) for label, _, said in planes.values()])
    reviewed = evaluate_folders(folders, model_id=model_id, reference=Reference.REVIEWED)
    assert reviewed.audit is not None
    assert [p.scores for p in reviewed.audit.parts] == [p.scores for p in found.audit.parts]
    assert reviewed.matrix.valid_pixels < found.matrix.valid_pixels
    (note,) = set(reviewed.notes) - set(found.notes)
    assert "painted or confirmed" in note
    shown = folder_pictures(folders, project / "images", reviewed.reference)(reviewed.images[1])
    assert shown is not None
    assert np.count_nonzero(shown.truth != 255) == reviewed.images[1].scores.valid_pixels
    other = evaluate_folders(folders, model_id="another")
    assert other.audit is not None
    assert other.audit.independent == 3, "no label began as the other model's prediction"
    unknown = evaluate_folders(folders)
    assert unknown.audit is not None
    assert unknown.audit.independent == 1, "of whom nobody knows, every proposal is dependent"
    elsewhere = Folders(tmp_path / "pred", tmp_path / "pred", table)
    assert evaluate_folders(elsewhere).audit is None


def test_labels_that_predict_wrote_are_not_called_independent(
    make_folder: MakeFolder, tiny_model: Path, table: ClassTable
) -> None:
    root = make_folder(images=2, labelled=2)
    workspace = Workspace.open(root, None, None, None, None)
    candidate = _candidate(workspace, tiny_model)
    bare = evaluate_project(workspace.project, candidate, ProjectScope(boundaries=False))
    assert bare.audit is not None
    assert bare.audit.independent == 2
    write_note(root / "labels", PredictionNote(candidate.title, "", "", table))
    found = evaluate_project(workspace.project, candidate, ProjectScope(boundaries=False))
    assert found.audit is not None
    assert found.audit.independent == 0
    assert "2 of 2 labels began as a prediction of this model" in found.audit.sentence
    assert any("were written by 'segstudio predict'" in note for note in found.notes)
    folders = Folders(root / "labels", root / "labels", table)
    assert any("were written by 'segstudio predict'" in note for note in evaluate_folders(folders).notes)


def test_who_proposed_is_remembered_through_repainting_and_other_models(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tiny_model: Path,
    save_tiny: Callable[..., Path], tmp_path: Path,
) -> None:  # fmt: skip
    root = make_folder(images=2, labelled=1)
    session = make_session(tiny_model)
    show(session, root)
    document = show(session, 1)
    pump.until(lambda: session.prediction is not None)
    document.apply(paint(box(0, 0, 80, 60), 1), "paint all of it")
    session.save()
    session.flush()
    state = root / ".segstudio" / "state"
    first = Sidecar(state, "scene_002").read()
    assert first is not None
    assert [m["name"] for m in first["proposed_by"]] == ["tiny 1"], (
        "it began as the proposal, whatever became of it"
    )
    session.restart_model(str(save_tiny(tmp_path / "other.safetensors", 2)))
    pump.until(lambda: session.prediction is not None and session.prediction.model_name == "tiny 2")
    document.apply(paint(box(0, 0, 8, 6), 2), "paint")
    session.save()
    session.flush()
    second = Sidecar(state, "scene_002").read()
    assert second is not None
    assert second["proposed_by"] == first["proposed_by"], "the second found nothing left to fill"
    assert second["model"]["name"] == "tiny 2"
    by_hand = show(session, 0)
    pump.until(lambda: session.prediction is not None)
    by_hand.apply(paint(box(0, 0, 8, 6), 2), "paint")
    session.save()
    session.flush()
    hand = Sidecar(state, "scene_001").read()
    assert hand is not None
    assert hand["proposed_by"] == []


def _candidate(workspace: Workspace, model: Path) -> Candidate:
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model

    predictor = Predictor(load_model(model, "cpu"), "cpu")
    source = PredictionSource.make(predictor, workspace.cache, workspace.index, workspace.project.table)
    return Candidate.of_model(source, lambda entry: source.obtain(entry, CancelToken()), str(model))


def test_two_models_are_compared_on_the_same_labels(
    project: Path, tiny_model: Path, save_tiny: Callable[..., Path], tmp_path: Path
) -> None:
    workspace = Workspace.open(project, None, None, None, None)
    one = _candidate(workspace, tiny_model)
    two = _candidate(workspace, save_tiny(tmp_path / "other.safetensors", 2))
    scope = ProjectScope(reference=Reference.LABELS, boundaries=False)
    alone = evaluate_project(workspace.project, two, scope)
    found = replace(evaluate_project(workspace.project, one, scope), against=alone)
    workspace.index.close()
    difference = found.differences["miou"]
    assert difference is not None
    assert difference.value == pytest.approx((found.scores.miou or 0) - (alone.scores.miou or 0))


def test_a_report_can_be_cancelled_and_says_how_far_it_is(
    *, make_session: MakeSession, show: Show, pump: Pump, tiny_model: Path, project: Path,
    messages: list[Message], tmp_path: Path,
) -> None:  # fmt: skip
    session = make_session(tiny_model)
    show(session, project)
    pump.until(lambda: session.dataset_comparison and not session.jobs)
    told: set[tuple[int, int]] = set()

    def look() -> None:
        for job in session.jobs:
            if job.kind == "report":
                told.add((job.done, job.total))
                session.cancel_job(job)

    session.jobs_changed.connect(look)
    session.write_report(tmp_path / "report")
    pump.until(lambda: told and not session.jobs)
    assert not [m for m in messages if m.level is Level.ERROR]
    session.close()
    assert not (tmp_path / "report" / "evaluation.html").exists()


def test_a_label_that_cannot_be_used_is_named_and_fails_the_command_line(
    project: Path, tiny_model: Path
) -> None:
    from segstudio.core.errors import InputError

    (project / "labels" / "scene_003.png").write_bytes(b"no label")
    workspace = Workspace.open(project, None, None, None, None)
    candidate = _candidate(workspace, tiny_model)
    with pytest.raises(InputError, match=r"1 label of the truth cannot be used \(1 unreadable\)"):
        evaluate_project(workspace.project, candidate, ProjectScope())
    found = evaluate_project(workspace.project, candidate, ProjectScope(allow_missing=True))
    workspace.index.close()
    assert [key for key, _ in found.left_out] == ["scene_003"]
    assert len(found.images) == 2


@pytest.mark.parametrize("kind", [CandidateKind.ANNOTATOR, CandidateKind.PREDICTIONS])
def test_a_folder_takes_the_models_place(
    kind: CandidateKind, make_folder: MakeFolder, table: ClassTable, tmp_path: Path
) -> None:
    """Void of an annotator counts nowhere, of predictions it is a miss; what is missing is named and counted."""
    root = make_folder(images=2, labelled=2)
    truth = {key: read_label(root / "labels" / f"{key}.png") for key in ("scene_001", "scene_002")}
    other = np.where(truth["scene_001"] == 1, 2, truth["scene_001"]).astype(np.uint8)
    other[:10] = 255
    write_label(tmp_path / "other" / "scene_001.png", other, table)
    workspace = Workspace.open(root, None, None, None, None)
    source = FolderSource.open(tmp_path / "other", kind, table, workspace.index)
    candidate = Candidate.of_folder(source)
    with pytest.raises(PredictionsError, match="1 missing"):
        evaluate_project(workspace.project, candidate, ProjectScope())
    found = evaluate_project(workspace.project, candidate, ProjectScope(allow_missing=True))
    workspace.index.close()
    one, two = found.images
    assert two.problem == "there is no prediction."
    void_misses = one.counts.dense().outside.sum()
    if kind is CandidateKind.ANNOTATOR:
        assert void_misses == two.counts.dense().outside.sum() == 0
        assert one.disagreement is not None
        assert one.disagreement.pixels == (truth["scene_001"][10:] == 1).sum()
        assert one.disagreement.only_first == (truth["scene_001"][:10] != 255).sum()
    else:
        assert void_misses == (truth["scene_001"][:10] != 255).sum()
        assert two.counts.dense().outside.sum() == (truth["scene_002"] != 255).sum()
        assert one.disagreement is None
    assert ("--annotator" if kind is CandidateKind.ANNOTATOR else "--pred") in candidate.words


def test_classes_that_a_folder_of_predictions_has_alone_are_named(
    make_folder: MakeFolder, table: ClassTable, tmp_path: Path
) -> None:
    root = make_folder(images=1, labelled=1)
    label = read_label(root / "labels" / "scene_001.png")
    write_label(tmp_path / "other" / "scene_001.png", label, table)
    boats = replace(table, classes=(*table.classes[:2], replace(table.classes[2], name="boat")))
    write_note(tmp_path / "other", PredictionNote("m (0a)", "", "", boats))
    workspace = Workspace.open(root, None, None, None, None)
    source = FolderSource.open(tmp_path / "other", CandidateKind.PREDICTIONS, table, workspace.index)
    found = evaluate_project(workspace.project, Candidate.of_folder(source), ProjectScope())
    workspace.index.close()
    assert found.matrix.outside.sum() == (label == 2).sum() > 0
    assert "Classes of the predictions without a partner, counted as misses: boat." in found.notes
