"""`segstudio evaluate`: figures, files, exit codes; a failed prediction counts as misses."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import table_of
from segstudio.core.label_png import write_label
from segstudio.engine.files.prediction_note import PredictionNote, write_note
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score
from tests.unit.cli.conftest import Run, Sample
from tests.unit.cli.evaluating import FOUR, evaluate, evaluated


@pytest.mark.parametrize(
    "name", ["ade_zero_ignored", "camvid_val_blocky", "camvid_val_erode", "voc_real_models"]
)
def test_golden_cases(run: Run, golden: Path, tmp_path: Path, name: str) -> None:
    stored = json.loads((golden / f"{name}.json").read_text("utf-8"))
    case, consensus = stored["case"], stored["consensus"]
    folder, path = golden / "cases" / name, tmp_path / "result.json"
    ended = run(
        *("evaluate", "--pred", folder / "pred", "--truth", folder / "gt", "--json", path),
        *("--classes", case["num_classes"], "--ignore-index", case["ignore_index"]),
    )
    assert ended.code == 0, ended.err
    found = json.loads(path.read_text("utf-8"))
    for key in FOUR:
        assert found[key] == pytest.approx(consensus[key], abs=1e-9), key
    assert found["iou"] == pytest.approx(consensus["iou"], abs=1e-9)
    for key in ("confusion", "outside", "valid_pixels"):
        assert found[key] == consensus[key], key
    assert found["images"] == len(found["per_image"]) == case["images"]


def test_json_holds_what_a_recomputation_gives(run: Run, sample: Sample) -> None:
    found = evaluated(run, sample)
    matrices = {k: ConfusionMatrix.from_labels(t, sample.prediction[k], 5) for k, t in sample.truth.items()}
    total = sum(matrices.values(), ConfusionMatrix.zero(5))
    assert found["confusion"] == total.counts.tolist()
    assert found["iou"] == list(score(total).iou)
    assert found["ignore_index"] == 255
    assert [c["name"] for c in found["classes"]] == ["sky", "road", "car", "=tree", "<b>sign</b>"]
    assert [image["name"] for image in found["per_image"]] == ["a", "b9", "b10", "deep/a"]
    for image in found["per_image"]:
        assert image["miou"] == score(matrices[image["name"]]).miou
        assert image["problem"] is None
    mean = np.mean([image["miou"] for image in found["per_image"]])
    assert found["mean_of_images"]["miou"] == pytest.approx(mean)
    assert found["command"].startswith("segstudio evaluate --pred")
    assert set(found["versions"]) >= {"segstudio", "numpy", "opencv", "python"}


def test_every_unusable_prediction_is_named_and_fails(run: Run, sample: Sample) -> None:
    _spoil(sample)
    ended = evaluate(run, sample, "--json", sample.root / "result.json")
    assert ended.code == 1
    assert "3 truths have no usable prediction (1 missing, 1 unreadable, 1 of another size)" in ended.err
    for name in ("a: there is no prediction", "b9.png", "deep/a.png"):
        assert name in ended.err
    assert "8×6 pixels" in ended.err
    assert "b10.png" not in ended.err
    assert "--allow-missing" in ended.err
    assert not (sample.root / "result.json").exists()
    assert ended.out == ""


def test_allowed_missing_predictions_count_as_misses(run: Run, sample: Sample) -> None:
    before = evaluated(run, sample)
    _spoil(sample)
    after = evaluated(run, sample, "--allow-missing")
    assert after["valid_pixels"] == before["valid_pixels"]
    assert after["images"] == 4
    expected = sum(
        np.bincount(sample.truth[key][sample.truth[key] != 255], minlength=5)
        for key in ("a", "b9", "deep/a")
    )
    assert after["outside"] == np.asarray(expected).tolist()
    for key in FOUR:
        assert after[key] < before[key]
    problems = {image["name"]: image["problem"] for image in after["per_image"]}
    assert problems["b10"] is None
    assert all(problems[key] for key in ("a", "b9", "deep/a"))
    assert after["unusable_predictions"] == {"missing": 1, "unreadable": 1, "size": 1, "values": 0}


def _spoil(sample: Sample) -> None:
    """Missing, no picture at all, and of another size."""
    (sample.predictions / "a.png").unlink()
    (sample.predictions / "b9.png").write_bytes(b"not a picture")
    write_label(sample.predictions / "deep" / "a.png", np.zeros((6, 8), np.uint8), sample.table)


def test_an_empty_prediction_folder_lacks_every_prediction(run: Run, sample: Sample) -> None:
    shutil.rmtree(sample.predictions)
    sample.predictions.mkdir()
    ended = evaluate(run, sample)
    assert ended.code == 1
    assert "4 truths" in ended.err


def test_a_broken_truth_is_named_and_is_wrong_input(run: Run, sample: Sample) -> None:
    (sample.labels / "a.png").write_bytes(b"\x89PNG")
    (sample.labels / "b9.png").write_bytes(b"")
    ended = evaluate(run, sample)
    assert ended.code == 2
    assert "2 labels of the truth cannot be used (2 unreadable)" in ended.err
    assert "a.png" in ended.err
    assert "b9.png" in ended.err


def test_allowed_broken_truths_take_no_part_and_stay_named(run: Run, sample: Sample) -> None:
    (sample.labels / "a.png").write_bytes(b"\x89PNG")
    write_label(
        sample.labels / "b9.png", np.where(sample.truth["b9"] == 3, 77, sample.truth["b9"]), sample.table
    )
    found = evaluated(run, sample, "--allow-missing")
    assert [image["name"] for image in found["per_image"]] == ["b9", "b10", "deep/a"]
    assert [row["name"] for row in found["left_out"]] == ["a"]
    assert "a.png" in found["left_out"][0]["problem"]
    assert any("1 truth could not be read" in note for note in found["notes"])
    b9 = found["per_image"][0]
    assert "the value 77" in b9["truth_problem"]
    assert b9["valid_pixels"] == np.isin(sample.truth["b9"], [0, 1, 2, 4]).sum()


def test_a_truth_value_outside_the_table_is_wrong_input(run: Run, sample: Sample) -> None:
    ended = evaluate(run, sample, "--classes", 3)
    assert ended.code == 2
    assert "the value 3" in ended.err


def test_a_prediction_of_an_id_that_the_table_skips_is_outside(run: Run, sample: Sample) -> None:
    """Id 2 lies inside the range and is no class: its pixels are misses, and no class of their own."""
    table = sample.root / "gap.txt"
    table.write_text("0\ta\t1 1 1\n1\tb\t2 2 2\n3\tc\t3 3 3\n")
    for folder in (sample.labels, sample.predictions):
        shutil.rmtree(folder)
    truth = np.array([[0, 0, 1, 1, 3, 3, 3, 255]], np.uint8)
    write_label(sample.labels / "x.png", truth, sample.table)
    write_label(sample.predictions / "x.png", np.array([[0, 2, 1, 9, 3, 3, 2, 0]], np.uint8), sample.table)
    ended = evaluate(run, sample, "--classes", table)
    assert ended.code == 1
    assert "1 with unknown values" in ended.err
    assert "holds the values 2, 9" in ended.err
    found = evaluated(run, sample, "--classes", table, "--allow-missing")
    assert found["unusable_predictions"] == {"missing": 0, "unreadable": 0, "size": 0, "values": 1}
    assert found["outside"] == [1, 1, 0, 1]
    assert found["iou"] == [0.5, 0.5, None, pytest.approx(2 / 3)]
    assert found["pixel_accuracy"] == pytest.approx(4 / 7)


@pytest.mark.parametrize("entry", ["b9", "b9.png", "b9.jpg"])
def test_a_list_restricts_to_its_stems(run: Run, sample: Sample, entry: str) -> None:
    (sample.predictions / "b10.png").unlink()
    listed = sample.root / "val.txt"
    listed.write_text(f"{entry}\n\n")
    found = evaluated(run, sample, "--list", listed)
    assert [image["name"] for image in found["per_image"]] == ["b9"]


def test_a_listed_name_that_is_not_there_is_wrong_input(run: Run, sample: Sample) -> None:
    listed = sample.root / "val.txt"
    listed.write_text("b9\nnobody\n")
    ended = evaluate(run, sample, "--list", listed)
    assert ended.code == 2
    assert "nobody" in ended.err
    assert evaluate(run, sample, "--list", sample.root / "absent.txt").code == 2


def test_predictions_without_truth_are_said(run: Run, sample: Sample) -> None:
    (sample.labels / "b9.png").unlink()
    ended = evaluate(run, sample)
    assert ended.code == 0
    assert "1 prediction has no truth" in ended.err


def test_an_ignore_index_inside_the_range(run: Run, sample: Sample) -> None:
    found = evaluated(run, sample, "--classes", 256, "--ignore-index", 0)
    assert len(found["iou"]) == 256
    assert found["iou"][0] is None
    assert not any(found["confusion"][0])
    assert not any(row[0] for row in found["confusion"])


def test_predictions_of_another_table_are_mapped_by_name_when_asked(run: Run, sample: Sample) -> None:
    before = evaluated(run, sample)
    other = sample.root / "model.txt"
    other.write_text("0\tcar\t0 0 0\n1\tSKY\t0 0 0\n2\troad\t0 0 0\n3\t=tree\t0 0 0\n4\tboat\t0 0 0\n")
    lookup = np.arange(256, dtype=np.uint8)
    lookup[:5] = [1, 2, 0, 3, 4]  # sky, road, car, tree, sign in the model's ids; sign becomes a boat
    for key, prediction in sample.prediction.items():
        write_label(sample.predictions / f"{key}.png", lookup[prediction], sample.table)
    path = sample.root / "mapped.json"
    ended = evaluate(run, sample, "--pred-classes", other, "--json", path)
    assert ended.code == 0
    assert "boat" in ended.err
    after = json.loads(path.read_text("utf-8"))
    signs = [row[4] for row in before["confusion"]]
    assert after["outside"] == signs
    assert [row[:4] for row in after["confusion"]] == [row[:4] for row in before["confusion"]]


def test_what_a_map_ignores_is_a_miss_and_that_is_said(run: Run, sample: Sample) -> None:
    other = sample.root / "model.txt"
    other.write_text("0\tsky\n1\troad\n2\tcar\n3\t=tree\n4\tboat\n")
    chosen = sample.root / "map.txt"
    chosen.write_text("boat = ignore\n")
    options = ("--pred-classes", other, "--map", chosen)
    found = evaluated(run, sample, *options)
    boats = sum(int(((p == 4) & (sample.truth[key] != 255)).sum()) for key, p in sample.prediction.items())
    assert sum(found["outside"]) == boats > 0
    said = "Classes of the predictions that the mapping ignores, counted as misses: boat."
    assert found["notes"] == [said]
    assert said in evaluate(run, sample, *options, columns=200).err
    ended = run("evaluate", sample.labels, sample.predictions, *options, columns=200)
    assert "Classes of the second labels that the mapping ignores, counted nowhere: boat." in ended.err


def test_a_map_holds_for_both_folders_of_predictions(run: Run, sample: Sample) -> None:
    """Each notes the classes that it was predicted with; the same masks differ nowhere."""
    table = table_of(["a", "b", "c", "d", "e"])
    lookup = np.arange(256, dtype=np.uint8)
    lookup[:5] = [1, 2, 0, 3, 4]
    for folder in (sample.predictions, sample.root / "twin"):
        for key, prediction in sample.prediction.items():
            write_label(folder / f"{key}.png", lookup[prediction], sample.table)
        write_note(folder, PredictionNote("m (0a)", "", "", table))
    chosen = sample.root / "map.txt"
    chosen.write_text("a = car\nb = sky\nc = road\nd = =tree\ne = <b>sign</b>\n")
    found = evaluated(run, sample, "--map", chosen, "--against", sample.root / "twin")
    assert found["against"]["miou"] == found["miou"] > 0.5
    ended = evaluate(run, sample, "--against", sample.root / "twin", columns=300)
    assert "with --pred-classes." in ended.err
    assert "with --against-classes." in ended.err
    words = ("evaluate", "--project", sample.root, "--pred", sample.root / "twin", "--map", chosen)
    ended = run(*words, "--json", sample.root / "p.json")
    assert ended.code == 0, ended.err
    assert json.loads((sample.root / "p.json").read_text("utf-8"))["miou"] == found["miou"]
    shutil.rmtree(sample.root / "twin" / ".segstudio")
    ended = run(*words)
    assert ended.code == 2
    assert "does not note which classes" in ended.err


def test_without_a_class_table_it_asks_for_one(run: Run, sample: Sample) -> None:
    (sample.root / "classes.txt").unlink()
    ended = evaluate(run, sample)
    assert ended.code == 2
    assert "--classes" in ended.err


@pytest.mark.parametrize("columns", [80, 150])
def test_tables_fit_the_terminal_and_stdout_holds_nothing_else(
    run: Run, sample: Sample, columns: int
) -> None:
    ended = evaluate(run, sample, columns=columns)
    assert max(len(line) for line in ended.out.splitlines()) <= columns
    assert "Comparing" not in ended.out
    assert "Comparing" in ended.err
    for word in ("Pixel accuracy", "Mean accuracy", "mIoU", "FWIoU", "Confusion matrix", "<b>sign</b>"):
        assert word in ended.out
    total = sum(
        (ConfusionMatrix.from_labels(t, sample.prediction[k], 5) for k, t in sample.truth.items()),
        ConfusionMatrix.zero(5),
    )
    assert f"{(score(total).miou or 0) * 100:.2f}" in ended.out
    row = next(line for line in ended.out.splitlines() if line.startswith("1 road") and "." in line)
    assert f"{total.counts[1, 1] / total.counts[1].sum() * 100:.1f}" in row


@pytest.mark.parametrize(("classes", "columns"), [(30, 80), (30, 150), (120, 80)])
def test_many_classes_stay_readable(run: Run, tmp_path: Path, classes: int, columns: int) -> None:
    from segstudio.core.presets import load_class_table

    table = load_class_table(str(classes))
    values = np.arange(classes * 4, dtype=np.int64).reshape(4, -1) % classes
    write_label(tmp_path / "t" / "x.png", values.astype(np.uint8), table)
    write_label(tmp_path / "p" / "x.png", np.roll(values, 1, 0).astype(np.uint8), table)
    ended = run(
        "evaluate",
        "--pred",
        tmp_path / "p",
        "--truth",
        tmp_path / "t",
        "--classes",
        classes,
        columns=columns,
    )
    assert ended.code == 0
    assert max(len(line) for line in ended.out.splitlines()) <= columns


def test_csv_has_a_row_for_everything_and_no_formula(run: Run, sample: Sample) -> None:
    (sample.labels / "b9.png").rename(sample.labels / "@b9.png")
    (sample.predictions / "b9.png").rename(sample.predictions / "@b9.png")
    path = sample.root / "result.csv"
    assert evaluate(run, sample, "--csv", path).code == 0
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    more = ["mean_of_images", "interval_low", "interval_high", *["trimap"] * 6, *["errors"] * 3]
    scopes = [row["scope"] for row in rows if row["scope"] != "about"]
    assert scopes == ["dataset", *["class"] * 5, *["image"] * 4, *more]
    assert {"'=tree", "'@b9"} <= {row["name"] for row in rows}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    found = evaluated(run, sample)
    assert float(rows[0]["miou"]) == found["miou"]
    assert float(rows[2]["iou"]) == found["iou"][1]


def test_html_shows_pictures_when_images_are_there(run: Run, sample: Sample) -> None:
    path = sample.root / "report.html"
    assert evaluate(run, sample, "--html", path).code == 0
    page = path.read_text("utf-8")
    assert page.count("data:image/jpeg;base64,") == 4 * 4
    assert "&lt;b&gt;sign&lt;/b&gt;" in page
    assert "<b>sign</b>" not in page
    assert evaluate(run, sample, "--html", path, "--images", sample.root / "nowhere").code == 2
    shutil.rmtree(sample.root / "images")
    assert evaluate(run, sample, "--html", path).code == 0
    assert "data:image" not in path.read_text("utf-8")


def test_no_valid_pixel_is_a_dash_and_no_error(run: Run, tmp_path: Path) -> None:
    from segstudio.core.presets import PRESETS

    write_label(tmp_path / "t" / "x.png", np.full((4, 4), 255, np.uint8), PRESETS["voc"])
    write_label(tmp_path / "p" / "x.png", np.zeros((4, 4), np.uint8), PRESETS["voc"])
    files = ("--json", tmp_path / "r.json", "--csv", tmp_path / "r.csv", "--html", tmp_path / "r.html")
    ended = run("evaluate", "--pred", tmp_path / "p", "--truth", tmp_path / "t", "--classes", "voc", *files)
    assert ended.code == 0
    assert "–" in ended.out
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["miou"] is None
    body = (tmp_path / "r.html").read_text("utf-8").split("</style>")[1].lower()
    assert not {"nan", "none", "inf"} & set(re.findall(r"[a-z]+", body))


def test_a_full_disk_or_a_folder_in_the_way_is_failed_work(run: Run, sample: Sample) -> None:
    (sample.root / "taken").mkdir()
    ended = evaluate(run, sample, "--json", sample.root / "taken")
    assert ended.code == 1
    assert "taken" in ended.err


def test_a_report_replaces_nothing_that_it_reads(run: Run, sample: Sample) -> None:
    before = (sample.labels / "a.png").read_bytes()
    listed = sample.root / "val.txt"
    listed.write_text("a\n")
    for words in (
        ["--json", sample.labels / "a.png"],
        ["--html", sample.predictions / "deep" / ".." / "a.png"],
        ["--csv", listed, "--list", listed],
        ["--csv", sample.root / "classes.txt", "--classes", sample.root / "classes.txt"],
        ["--csv", sample.root / "r", "--json", sample.root / "r"],
    ):
        ended = evaluate(run, sample, *words)
        assert ended.code == 2, words
    assert (sample.labels / "a.png").read_bytes() == before
    assert listed.read_text() == "a\n"


def test_what_becomes_of_the_last_of_256_classes_is_told(run: Run, sample: Sample) -> None:
    table = sample.root / "all.txt"
    table.write_text("".join(f"{i}\tthing {i}\n" for i in range(256)))
    assert "255 ('thing 255') is no class" in evaluate(run, sample, "--classes", table).err
    assert "is no class" not in evaluate(run, sample).err
