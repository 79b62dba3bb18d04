"""`segstudio evaluate` beyond the four scores: intervals, boundaries, another folder, thresholds, hashes."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shlex
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from segstudio.core.label_png import write_label
from segstudio.metrics.bootstrap import intervals, paired_differences
from segstudio.metrics.boundary import BoundaryCounts, compare_boundaries
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score
from segstudio.metrics.sparse import SparseMatrix

Run = Callable[..., Any]
Sample = Any

FOUR = ("pixel_accuracy", "mean_accuracy", "miou", "fwiou")
ORDER = ("a", "b9", "b10", "deep/a")


def _evaluate(run: Run, sample: Sample, *more: object, columns: int = 120) -> Any:
    return run("evaluate", "--pred", sample.predictions, "--truth", sample.labels, *more, columns=columns)


def _json(run: Run, sample: Sample, *more: object) -> dict[str, Any]:
    path = sample.root / "result.json"
    ended = _evaluate(run, sample, "--json", path, *more)
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _counts(truth: Any, prediction: Any) -> SparseMatrix:
    return SparseMatrix.of(ConfusionMatrix.from_labels(truth, prediction, 5))


@pytest.fixture
def other(sample: Sample) -> dict[str, Any]:
    """A second folder, 'other', whose masks are much worse."""
    rng = np.random.default_rng(11)
    found = {}
    for key, truth in sample.truth.items():
        worse = np.where(rng.random(truth.shape) < 0.5, rng.integers(0, 5, truth.shape), truth)
        found[key] = np.where(worse == 255, 1, worse).astype(np.uint8)
        write_label(sample.root / "other" / f"{key}.png", found[key], sample.table)
    return found


def test_intervals_are_those_of_the_images(run: Run, sample: Sample) -> None:
    found = _json(run, sample)["intervals"]
    expected = intervals([_counts(sample.truth[k], sample.prediction[k]) for k in ORDER])
    for key in FOUR:
        interval = expected[key]
        assert interval is not None
        assert found[key] == {"low": interval.low, "high": interval.high}
    assert (found["level"], found["samples"], found["seed"]) == (0.95, 2000, 0)
    again = _json(run, sample)["intervals"]
    assert again == found


def test_boundaries_are_summed_over_images(run: Run, sample: Sample) -> None:
    found = _json(run, sample)["boundary"]
    pairs = [(sample.truth[k], sample.prediction[k]) for k in ORDER]
    total = sum((compare_boundaries(t, p, 5) for t, p in pairs), BoundaryCounts.zero(5))
    assert found["iou"] == list(total.iou)
    assert found["miou"] == total.miou
    assert [(row["width"], row["miou"]) for row in found["trimap"]] == list(total.trimap_miou)
    errors = found["errors"]
    assert errors["by_class"] == total.errors.tolist()
    wrong = sum(int((t[t != 255] != p[t != 255]).sum()) for t, p in pairs)
    assert errors["confusion"] + errors["missed_boundary"] + errors["void"] == wrong
    assert _json(run, sample, "--no-boundary")["boundary"] is None


def test_a_missing_prediction_is_void_along_boundaries_too(run: Run, sample: Sample) -> None:
    before = _json(run, sample)["boundary"]
    (sample.predictions / "a.png").unlink()
    after = _json(run, sample, "--allow-missing")["boundary"]
    assert after["miou"] < before["miou"]
    assert after["errors"]["void"] == (sample.truth["a"] != 255).sum()


def test_another_folder_is_compared_in_pairs(run: Run, sample: Sample, other: dict[str, Any]) -> None:
    path = sample.root / "r.json"
    files = ("--json", path, "--csv", sample.root / "r.csv", "--html", sample.root / "r.html")
    ended = _evaluate(run, sample, "--against", sample.root / "other", *files)
    assert ended.code == 0, ended.err
    found = json.loads(path.read_text("utf-8"))
    ours = [_counts(sample.truth[k], sample.prediction[k]) for k in ORDER]
    theirs = [_counts(sample.truth[k], other[k]) for k in ORDER]
    differences = paired_differences(theirs, ours)
    total = score(sum((m.dense() for m in theirs), ConfusionMatrix.zero(5)))
    for key in FOUR:
        difference = differences[key]
        assert difference is not None
        assert found["against"][key] == getattr(total, key)
        assert found["against"]["difference"][key] == {
            "value": difference.value,
            "low": difference.interval.low,
            "high": difference.interval.high,
            "within_noise": False,
        }
        assert found[key] - found["against"][key] == pytest.approx(difference.value)
    amount = f"{(found['miou'] - found['against']['miou']) * 100:.2f} points better than"
    sentence = found["against"]["verdict"]["miou"]
    assert amount in sentence
    assert "predictions is" in sentence
    page = (sample.root / "r.html").read_text("utf-8")
    for text in (" ".join(ended.out.split()), " ".join(page.split())):
        assert amount in text
    rows = list(csv.DictReader((sample.root / "r.csv").read_text("utf-8-sig").splitlines()))
    by_scope = {row["scope"]: row for row in rows}
    assert float(by_scope["against"]["miou"]) == total.miou
    low = differences["miou"]
    assert low is not None
    assert float(by_scope["difference_low"]["miou"]) == low.interval.low


def test_a_difference_within_noise_is_said_to_be_one(run: Run, sample: Sample) -> None:
    """The same masks but for a few pixels that are better in one image and worse in another."""
    for key, prediction in sample.prediction.items():
        changed = prediction.copy()
        if key in {"a", "b9"}:
            part = np.s_[10:14, :] if key == "a" else np.s_[20:24, :]
            changed[part] = sample.truth[key][part] if key == "a" else (changed[part] + 1) % 4
            changed[changed == 255] = 0
        write_label(sample.root / "twin" / f"{key}.png", changed, sample.table)
    path = sample.root / "r.html"
    ended = _evaluate(run, sample, "--against", sample.root / "twin", "--html", path)
    assert ended.code == 0
    said = "within noise"
    assert said in " ".join(ended.out.split())
    assert said in path.read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_a_list_out_of_a_pipe_is_read_once(run: Run, sample: Sample) -> None:
    """`--list <(ls …)` together with --against."""
    pipe = sample.root / "list"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("b9\n",), daemon=True)
    writer.start()
    found = _json(run, sample, "--list", pipe, "--against", sample.labels)
    writer.join(30)
    assert [image["name"] for image in found["per_image"]] == ["b9"]


def test_the_other_folder_has_to_be_whole_too(run: Run, sample: Sample, other: dict[str, Any]) -> None:
    (sample.root / "other" / "b9.png").unlink()
    ended = _evaluate(run, sample, "--against", sample.root / "other")
    assert ended.code == 1
    assert "b9: there is no prediction" in ended.err
    assert _evaluate(run, sample, "--against", sample.root / "other", "--allow-missing").code == 0
    assert _evaluate(run, sample, "--against", sample.root / "nowhere").code == 2


def test_fail_under(run: Run, sample: Sample) -> None:
    miou = _json(run, sample)["miou"]
    path = sample.root / "late.json"
    assert _evaluate(run, sample, "--fail-under", f"miou={miou - 0.01}").code == 0
    assert _evaluate(run, sample, "--fail-under", f"mIoU={miou}").code == 0, "the score itself is enough"
    ended = _evaluate(
        run, sample, "--json", path, "--fail-under", f"miou={miou + 0.05}", "--fail-under", "fwiou=0.1"
    )
    assert ended.code == 1
    assert f"{miou:.4f}" in ended.err
    assert "0.05 below" in ended.err
    assert "FWIoU" not in ended.err
    assert path.exists()
    assert "Per class" in ended.out


@pytest.mark.parametrize("text", ["miou", "miou=", "miou=70", "miou=-1", "miou=nan", "iou=0.5", "=0.5", ""])
def test_fail_under_wants_a_score_and_a_share(run: Run, sample: Sample, text: str) -> None:
    ended = _evaluate(run, sample, "--fail-under", text)
    assert ended.code == 2
    assert "miou=0.7" in ended.err
    assert ended.out == ""


def test_fail_under_of_a_score_that_does_not_exist_fails(run: Run, sample: Sample) -> None:
    for key, truth in sample.truth.items():
        write_label(sample.labels / f"{key}.png", np.full_like(truth, 255), sample.table)
    ended = _evaluate(run, sample, "--fail-under", "miou=0")
    assert ended.code == 1
    assert "does not exist" in ended.err


def test_hashes_are_those_of_the_files(run: Run, sample: Sample) -> None:
    found = _json(run, sample)
    for folder, name in ((sample.labels, "truth"), (sample.predictions, "prediction")):
        digests = {k: hashlib.sha256((folder / f"{k}.png").read_bytes()).hexdigest() for k in ORDER}
        assert {i["name"]: i[f"{name}_sha256"] for i in found["per_image"]} == digests
        lines = "".join(f"{digests[k]}  {k}\n" for k in ORDER)
        assert found["hashes"][name] == hashlib.sha256(lines.encode()).hexdigest()
    other_table = sample.root / "renamed.txt"
    other_table.write_text("0\tsky\n1\troad\n2\tcar\n3\ttree\n4\tsign\n")
    after = _json(run, sample, "--classes", other_table)
    assert after["hashes"]["classes"] != found["hashes"]["classes"]
    assert after["hashes"]["truth"] == found["hashes"]["truth"]


def test_the_command_in_the_report_gives_the_same_figures(run: Run, sample: Sample) -> None:
    first = _json(run, sample, "--against", sample.labels)
    words = shlex.split(first["command"])
    assert words.pop(0) == "segstudio"
    assert run(*words).code == 0
    again = json.loads((sample.root / "result.json").read_text("utf-8"))
    for found in (first, again):
        found.pop("created")
    assert again == first


def test_predictions_without_a_truth_are_all_listed(run: Run, sample: Sample) -> None:
    names = [f"x{n}" for n in range(1, 12)]
    for name in names:
        write_label(sample.predictions / f"{name}.png", sample.prediction["a"], sample.table)
    found = _json(run, sample)
    assert found["extra_predictions"] == names
    assert any("11 predictions" in note for note in found["notes"])


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_keeps_every_score(run: Run, sample: Sample, columns: int) -> None:
    ended = _evaluate(run, sample, "--against", sample.labels, columns=columns)
    assert max(len(line) for line in ended.out.splitlines()) <= columns
    found = _json(run, sample)
    for value in (*(found[key] for key in FOUR), *(v for v in found["iou"] if v is not None)):
        assert re.search(rf"(?<!\d){value * 100:.2f}(?!\d)", ended.out)
