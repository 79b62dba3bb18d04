"""`segstudio evaluate` beyond the four scores: intervals, boundaries, another folder, thresholds, hashes."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
import os
import re
import shlex
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from segstudio.core.label_png import write_label
from segstudio.metrics import bootstrap
from segstudio.metrics.bootstrap import intervals, paired_differences
from segstudio.metrics.boundary import BoundaryCounts, compare_boundaries
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score
from segstudio.metrics.sparse import SparseMatrix
from tests.unit.cli.conftest import Run, Sample
from tests.unit.cli.evaluating import FOUR, evaluate, evaluated

ORDER = ("a", "b9", "b10", "deep/a")


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


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample's four images are enough for intervals."""
    monkeypatch.setattr(bootstrap, "FEWEST", 2)


def test_four_images_are_too_few_for_a_verdict(run: Run, sample: Sample, other: dict[str, Any]) -> None:
    path = sample.root / "r.html"
    ended = evaluate(run, sample, "--against", sample.root / "other", "--html", path)
    assert ended.code == 0, ended.err
    for text in (" ".join(ended.out.split()), " ".join(path.read_text("utf-8").split())):
        assert "too few images to tell" in text
        assert "better than" not in text
    found = evaluated(run, sample, "--against", sample.root / "other")
    difference = found["against"]["difference"]["miou"]
    assert difference["value"] == pytest.approx(found["miou"] - found["against"]["miou"])
    assert difference["low"] is None
    assert found["intervals"]["miou"] is None


def test_intervals_are_those_of_the_images(run: Run, sample: Sample, few: None) -> None:
    found = evaluated(run, sample)["intervals"]
    expected = intervals([_counts(sample.truth[k], sample.prediction[k]) for k in ORDER])
    for key in FOUR:
        interval = expected[key]
        assert interval is not None
        assert found[key] == {"low": interval.low, "high": interval.high}
    assert (found["level"], found["samples"], found["seed"]) == (0.95, 2000, 0)
    again = evaluated(run, sample)["intervals"]
    assert again == found


def test_boundaries_are_summed_over_images(run: Run, sample: Sample) -> None:
    found = evaluated(run, sample)["boundary"]
    pairs = [(sample.truth[k], sample.prediction[k]) for k in ORDER]
    total = sum((compare_boundaries(t, p, 5) for t, p in pairs), BoundaryCounts.zero(5))
    assert found["iou"] == list(total.iou)
    assert found["miou"] == total.miou
    assert [(row["width"], row["miou"]) for row in found["trimap"]] == list(total.trimap_miou)
    errors = found["errors"]
    assert errors["by_class"] == total.errors.tolist()
    wrong = sum(int((t[t != 255] != p[t != 255]).sum()) for t, p in pairs)
    assert errors["confusion"] + errors["missed_boundary"] + errors["void"] == wrong
    assert evaluated(run, sample, "--no-boundary")["boundary"] is None


def test_a_missing_prediction_is_void_along_boundaries_too(run: Run, sample: Sample) -> None:
    before = evaluated(run, sample)["boundary"]
    (sample.predictions / "a.png").unlink()
    after = evaluated(run, sample, "--allow-missing")["boundary"]
    assert after["miou"] < before["miou"]
    assert after["errors"]["void"] == (sample.truth["a"] != 255).sum()


def test_another_folder_is_compared_in_pairs(
    run: Run, sample: Sample, other: dict[str, Any], few: None
) -> None:
    path = sample.root / "r.json"
    files = ("--json", path, "--csv", sample.root / "r.csv", "--html", sample.root / "r.html")
    ended = evaluate(run, sample, "--against", sample.root / "other", *files)
    assert ended.code == 0, ended.err
    found = json.loads(path.read_text("utf-8"))
    ours = [_counts(sample.truth[k], sample.prediction[k]) for k in ORDER]
    theirs = [_counts(sample.truth[k], other[k]) for k in ORDER]
    differences = paired_differences(theirs, ours)
    total = score(sum((m.dense() for m in theirs), ConfusionMatrix.zero(5)))
    for key in FOUR:
        difference = differences[key]
        assert difference is not None
        assert difference.interval is not None
        assert found["against"][key] == getattr(total, key)
        assert found["against"]["difference"][key] == {
            "value": difference.value,
            **dataclasses.asdict(difference.interval),
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
    assert float(by_scope["difference_low"]["miou"]) == found["against"]["difference"]["miou"]["low"]


def test_a_difference_within_noise_is_said_to_be_one(run: Run, sample: Sample, few: None) -> None:
    """The same masks but for a few pixels that are better in one image and worse in another."""
    for key, prediction in sample.prediction.items():
        changed = prediction.copy()
        if key in {"a", "b9"}:
            part = np.s_[10:14, :] if key == "a" else np.s_[20:24, :]
            changed[part] = sample.truth[key][part] if key == "a" else (changed[part] + 1) % 4
            changed[changed == 255] = 0
        write_label(sample.root / "twin" / f"{key}.png", changed, sample.table)
    path = sample.root / "r.html"
    ended = evaluate(run, sample, "--against", sample.root / "twin", "--html", path)
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
    found = evaluated(run, sample, "--list", pipe, "--against", sample.labels)
    writer.join(30)
    assert [image["name"] for image in found["per_image"]] == ["b9"]


def test_the_other_folder_has_to_be_whole_too(run: Run, sample: Sample, other: dict[str, Any]) -> None:
    (sample.root / "other" / "b9.png").unlink()
    ended = evaluate(run, sample, "--against", sample.root / "other")
    assert ended.code == 1
    assert "b9: there is no prediction" in ended.err
    assert evaluate(run, sample, "--against", sample.root / "other", "--allow-missing").code == 0
    assert evaluate(run, sample, "--against", sample.root / "nowhere").code == 2


def test_fail_under(run: Run, sample: Sample) -> None:
    miou = evaluated(run, sample)["miou"]
    path = sample.root / "late.json"
    assert evaluate(run, sample, "--fail-under", f"miou={miou - 0.01}").code == 0
    assert evaluate(run, sample, "--fail-under", f"mIoU={miou}").code == 0, "the score itself is enough"
    ended = evaluate(
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
    ended = evaluate(run, sample, "--fail-under", text)
    assert ended.code == 2
    assert "miou=0.7" in ended.err
    assert ended.out == ""


def test_fail_under_of_a_score_that_does_not_exist_fails(run: Run, sample: Sample) -> None:
    for key, truth in sample.truth.items():
        write_label(sample.labels / f"{key}.png", np.full_like(truth, 255), sample.table)
    ended = evaluate(run, sample, "--fail-under", "miou=0")
    assert ended.code == 1
    assert "does not exist" in ended.err


def test_hashes_are_those_of_the_files(run: Run, sample: Sample) -> None:
    found = evaluated(run, sample)
    for folder, name in ((sample.labels, "truth"), (sample.predictions, "prediction")):
        digests = {k: hashlib.sha256((folder / f"{k}.png").read_bytes()).hexdigest() for k in ORDER}
        assert {i["name"]: i[f"{name}_sha256"] for i in found["per_image"]} == digests
        lines = "".join(f"{digests[k]}  {k}\n" for k in ORDER)
        assert found["hashes"][name] == hashlib.sha256(lines.encode()).hexdigest()
    other_table = sample.root / "renamed.txt"
    other_table.write_text("0\tsky\n1\troad\n2\tcar\n3\ttree\n4\tsign\n")
    after = evaluated(run, sample, "--classes", other_table)
    assert after["hashes"]["classes"] != found["hashes"]["classes"]
    assert after["hashes"]["truth"] == found["hashes"]["truth"]


def test_the_command_in_the_report_gives_the_same_figures(run: Run, sample: Sample) -> None:
    first = evaluated(run, sample, "--against", sample.labels)
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
    found = evaluated(run, sample)
    assert found["extra_predictions"] == names
    assert any("11 predictions" in note for note in found["notes"])


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_keeps_every_score(run: Run, sample: Sample, columns: int) -> None:
    ended = evaluate(run, sample, "--against", sample.labels, columns=columns)
    assert max(len(line) for line in ended.out.splitlines()) <= columns
    found = evaluated(run, sample)
    for value in (*(found[key] for key in FOUR), *(v for v in found["iou"] if v is not None)):
        assert re.search(rf"(?<!\d){value * 100:.2f}(?!\d)", ended.out)


def test_each_folder_of_predictions_has_a_class_table_of_its_own(run: Run, sample: Sample) -> None:
    """The same masks, once in the model's ids and once in the truth's: no difference."""
    table = sample.root / "model.txt"
    table.write_text("0\tcar\n1\tsky\n2\troad\n3\t=tree\n4\t<b>sign</b>\n")
    lookup = np.arange(256, dtype=np.uint8)
    lookup[:5] = [1, 2, 0, 3, 4]
    for key, prediction in sample.prediction.items():
        write_label(sample.root / "mapped" / f"{key}.png", lookup[prediction], sample.table)
    mapped = sample.root / "mapped"
    for words in (
        ("--against", mapped, "--against-classes", table),
        ("--pred-classes", table, "--against", sample.predictions, "--pred", mapped),
    ):
        found = evaluated(run, sample, *words)
        assert found["against"]["difference"]["miou"]["value"] == 0
        assert found["against"]["miou"] == found["miou"] > 0.5
    assert evaluated(run, sample, "--against", mapped)["against"]["miou"] < 0.3, "by id they are others"


def test_the_schema_describes_what_is_written(run: Run, sample: Sample) -> None:
    ended = run("evaluate", "--schema")
    assert ended.code == 0
    schema = json.loads(ended.out)
    plain = evaluated(run, sample, "--no-boundary")
    full = evaluated(run, sample, "--against", sample.labels)
    second = sample.root / "second.json"
    assert run("evaluate", sample.labels, sample.predictions, "--json", second).code == 0
    for found in (plain, full, json.loads(second.read_text("utf-8"))):
        _check(found, schema, "$")
    full["per_image"][0]["miou"] = "0.5"
    with pytest.raises(AssertionError):
        _check(full, schema, "$")


def _check(value: Any, schema: dict[str, Any], at: str) -> None:
    """The part of JSON Schema that ours uses."""
    if "anyOf" in schema:
        if value is not None:
            _check(value, next(s for s in schema["anyOf"] if s.get("type") != "null"), at)
        return
    if "const" in schema:
        assert value == schema["const"], at
    if "enum" in schema:
        assert value in schema["enum"], at
    kinds = {
        "object": dict, "array": list, "string": str, "number": (int, float), "integer": int,
        "boolean": bool, "null": type(None),
    }  # fmt: skip
    if "type" in schema:
        wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        assert any(isinstance(value, kinds[kind]) for kind in wanted), f"{at}: {value!r}"  # type: ignore[arg-type]
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value), at
        known = schema.get("properties", {})
        if schema.get("additionalProperties") is False:
            assert set(value) <= set(known), f"{at}: {set(value) - set(known)}"
        for key, part in known.items():
            _check(value[key], part, f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            _check(item, schema["items"], f"{at}[{number}]")


@pytest.mark.parametrize("ignore", [255, 0, 2])
def test_pooled_and_per_image_scores_are_those_of_plain_loops(
    run: Run, sample: Sample, ignore: int
) -> None:
    """An independent count, pixel by pixel: a class that is absent, predictions of the ignore value and of no class,
    and an image without a valid pixel."""
    rng = np.random.default_rng(3)
    pairs = {}
    for name in ("one", "two", "void"):
        truth = rng.choice(np.array([0, 1, 2, 4, ignore], np.uint8), (6, 7))
        said = rng.choice(np.array([0, 1, 2, 4, ignore, 77], np.uint8), (6, 7))
        truth[:] = ignore if name == "void" else truth
        pairs[name] = truth, said
        write_label(sample.root / "t" / f"{name}.png", truth, sample.table)
        write_label(sample.root / "p" / f"{name}.png", said, sample.table)
    path = sample.root / "r.json"
    words = (
        "--pred",
        sample.root / "p",
        "--truth",
        sample.root / "t",
        "--classes",
        5,
        "--ignore-index",
        ignore,
    )
    assert run("evaluate", *words, "--allow-missing", "--json", path).code == 0
    found = json.loads(path.read_text("utf-8"))
    each = {name: _loops(*pair, 5, ignore) for name, pair in pairs.items()}
    for image in found["per_image"]:
        for key in FOUR:
            expected = each[image["name"]][key]
            assert image[key] == (None if expected is None else pytest.approx(expected, abs=1e-9)), key
    truth, said = (np.concatenate([pair[i] for pair in pairs.values()]) for i in (0, 1))
    pooled = _loops(truth, said, 5, ignore)
    for key in FOUR:
        assert found[key] == pytest.approx(pooled[key], abs=1e-9)
        mean = np.mean([v for v in (each[name][key] for name in pairs) if v is not None])
        assert found["mean_of_images"][key] == pytest.approx(mean, abs=1e-9)
    assert each["void"]["miou"] is None


def _loops(truth: Any, said: Any, n: int, ignore: int) -> dict[str, float | None]:
    """The definitions of the FCN paper, over sets of pixels."""
    valid = [
        (t, s) for t, s in zip(truth.ravel().tolist(), said.ravel().tolist(), strict=True) if t != ignore
    ]
    if not valid:
        return dict.fromkeys(FOUR)
    ious, recalls, weighted = [], [], 0.0
    for c in (c for c in range(n) if c != ignore):
        true = {i for i, (t, _) in enumerate(valid) if t == c}
        called = {i for i, (_, s) in enumerate(valid) if s == c}
        if true | called:
            ious.append(len(true & called) / len(true | called))
            weighted += len(true) / len(valid) * ious[-1]
        if true:
            recalls.append(len(true & called) / len(true))
    return {
        "pixel_accuracy": sum(t == s for t, s in valid) / len(valid),
        "mean_accuracy": sum(recalls) / len(recalls),
        "miou": sum(ious) / len(ious),
        "fwiou": weighted,
    }


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given there")
def test_a_name_on_the_terminal_is_nothing_but_text(run: Run, tmp_path: Path) -> None:
    name = "a\nError: forged \x1b[31mred \u202egnp"
    label = np.zeros((4, 4), np.uint8)
    Image.fromarray(label).save(_there(tmp_path / "truth") / f"{name}.png")
    Image.fromarray(label).save(_there(tmp_path / "pred") / "b.png")
    Image.fromarray(label).save(tmp_path / "truth" / "b.png")
    for more in ((), ("--allow-missing", "--no-boundary")):
        ended = run(
            "evaluate", "--pred", tmp_path / "pred", "--truth", tmp_path / "truth", "--classes", 2, *more
        )
        assert not any(line.startswith("Error: forged") for line in ended.err.splitlines())
        assert "\x1b" not in ended.err
        assert "\u202e" not in ended.err
        assert "a\\nError: forged \\x1b[31mred \\u202egnp" in ended.err


def _there(folder: Path) -> Path:
    folder.mkdir()
    return folder
