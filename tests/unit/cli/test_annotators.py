"""`segstudio evaluate FIRST SECOND`: how far two annotators agree, and where they differ."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.classes import table_of
from segstudio.core.label_png import write_label
from segstudio.core.presets import write_class_file
from tests.unit.cli.conftest import Run, Sample


def _second(sample: Sample) -> Path:
    """The first's labels but for a block in 'a', another in 'b9', and rows left void."""
    folder = Path(sample.root) / "second"
    for key, truth in sample.truth.items():
        label = truth.copy()
        if key == "a":
            label[10:16, 5:20] = 4
        if key == "b9":
            label[20:22, 8:10] = 4
        label[28:] = 255
        label[0] = 1  # void for the first
        write_label(folder / f"{key}.png", label, sample.table)
    return folder


def _json(run: Run, sample: Sample, first: Path, second: Path, *more: object) -> dict[str, Any]:
    path = sample.root / "agree.json"
    ended = run("evaluate", first, second, "--json", path, *more)
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_agreement_is_counted_where_both_labelled(run: Run, sample: Sample) -> None:
    second = _second(sample)
    found = _json(run, sample, sample.labels, second)
    both = {k: (t != 255) & (np.arange(30) < 28)[:, None] for k, t in sample.truth.items()}
    total = sum(int(b.sum()) for b in both.values())
    wrong = 6 * 15 + 2 * 2
    assert found["valid_pixels"] == total
    assert found["pixel_accuracy"] == pytest.approx(1 - wrong / total)
    agreement = found["agreement"]
    assert agreement["differing_pixels"] == wrong
    assert agreement["only_first"] == sum(int((t[28:] != 255).sum()) for t in sample.truth.values())
    assert agreement["only_second"] == 4 * 40
    matrix = np.array(found["confusion"])
    chance = float(matrix.sum(0) @ matrix.sum(1)) / matrix.sum() ** 2
    assert agreement["kappa"] == pytest.approx((1 - wrong / total - chance) / (1 - chance), abs=1e-12)
    images = {i["name"]: i["disagreement"] for i in found["per_image"]}
    assert images["b10"] == {**images["b10"], "pixels": 0, "count": 0, "regions": []}
    regions = images["a"]["regions"]
    assert sum(r["pixels"] for r in regions) == images["a"]["pixels"] == 90
    assert all(r["second"] == 4 and r["x"] >= 5 and r["x"] + r["width"] <= 20 for r in regions)
    assert [r["pixels"] for r in regions] == sorted((r["pixels"] for r in regions), reverse=True)


def test_it_is_the_same_the_other_way_round(run: Run, sample: Sample) -> None:
    second = _second(sample)
    classes = ("--classes", sample.root / "classes.txt")
    one = _json(run, sample, sample.labels, second, *classes)
    two = _json(run, sample, second, sample.labels, *classes)
    assert np.array_equal(np.array(one["confusion"]), np.array(two["confusion"]).T)
    for key in ("pixel_accuracy", "iou", "dice", "miou"):
        assert one[key] == two[key], key
    assert one["agreement"]["kappa"] == pytest.approx(two["agreement"]["kappa"], abs=1e-12)
    assert one["agreement"]["only_first"] == two["agreement"]["only_second"]


def test_every_report_names_the_regions(run: Run, sample: Sample) -> None:
    second = _second(sample)
    files = {kind: sample.root / f"r.{kind}" for kind in ("csv", "html")}
    ended = run("evaluate", sample.labels, second, "--csv", files["csv"], "--html", files["html"])
    assert ended.code == 0
    assert "kappa" in ended.out
    assert "rows are the first, columns the second" in ended.out
    rows = list(csv.DictReader(files["csv"].read_text("utf-8-sig").splitlines()))
    regions = [row for row in rows if row["scope"] == "region"]
    assert sum(int(row["pixels"]) for row in regions) == 94
    assert {row["name"] for row in regions} == {"a", "b9"}
    agreement = {row["name"]: row for row in rows if row["scope"] == "agreement"}
    assert agreement["differing_pixels"]["pixels"] == "94"
    assert agreement["differing_regions"]["value"] == str(len(regions))
    page = files["html"].read_text("utf-8")
    assert "Agreement of two annotators" in page
    assert "Largest regions that differ" in page
    assert page.count("data:image/jpeg") == 4 * 4
    assert page.count("<figcaption>Differences</figcaption>") == 4
    assert "<figcaption>Truth</figcaption>" not in page
    assert "is a miss" not in page, "what the second leaves void counts nowhere"
    assert "Pixels that either leaves void count nowhere" in page


def test_labels_of_either_that_cannot_be_used_are_named_and_counted(run: Run, sample: Sample) -> None:
    second = _second(sample)
    (second / "a.png").unlink()
    write_label(second / "b9.png", np.full((30, 40), 77, np.uint8), sample.table)
    small = second / "deep" / "a.png"
    whole = small.read_bytes()
    write_label(small, np.zeros((3, 4), np.uint8), sample.table)
    ended = run("evaluate", sample.labels, second)
    assert ended.code == 1
    assert "3 labels of the first have no usable one of the second" in ended.err
    assert "(1 missing, 1 of another size, 1 with unknown values)" in ended.err
    assert "a: there is no label of the second." in ended.err
    assert "is 4×3 pixels, but the first's is" in ended.err
    assert "holds the value 77, which is no class of its table" in ended.err
    assert "prediction" not in ended.err
    assert "truth" not in ended.err
    small.write_bytes(whole)
    found = _json(run, sample, sample.labels, second, "--allow-missing")
    assert {i["outside"] for i in found["per_image"]} == {0}
    only_first = {i["name"]: i["disagreement"]["only_first"] for i in found["per_image"]}
    assert only_first["a"] == (sample.truth["a"] != 255).sum()
    assert only_first["b9"] == (sample.truth["b9"] != 255).sum()
    turned = _json(run, sample, second, sample.labels, "--allow-missing")
    for key in ("confusion", "pixel_accuracy", "iou"):  # of which no difference is left here
        assert turned[key] == found[key], "neither is the truth, also where labels are missing"


def test_annotators_with_other_ids_are_mapped_by_name(run: Run, sample: Sample) -> None:
    expected = _json(run, sample, sample.labels, _second(sample))
    other = table_of(["car", "road", "sky", "=tree", "<b>sign</b>"])
    write_class_file(sample.root / "other.txt", other)
    lookup = np.arange(256, dtype=np.uint8)
    lookup[[0, 2]] = 2, 0
    for key in sample.truth:
        from segstudio.core.label_png import read_label

        path = sample.root / "second" / f"{key}.png"
        write_label(path, lookup[read_label(path)], other)
    found = _json(
        run, sample, sample.labels, sample.root / "second", "--pred-classes", sample.root / "other.txt"
    )
    assert found["confusion"] == expected["confusion"]
    assert found["agreement"] == expected["agreement"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["first"],
        ["--pred", "p"],
        ["first", "second", "--pred", "p", "--truth", "t"],
        ["--project", "x", "--truth", "t"],
        ["--pred", "p", "--truth", "t", "--model", "bundled"],
        ["--pred", "p", "--truth", "t", "--reference", "some"],
        ["--pred", "p", "--truth", "t", "--against-classes", "voc"],
        ["p", "t", "--against", "t"],
    ],
)
def test_half_a_comparison_or_a_mixture_is_wrong_usage(run: Run, sample: Sample, words: list[str]) -> None:
    folders = {"p": sample.predictions, "t": sample.labels}
    ended = run("evaluate", *(folders.get(word, word) for word in words))
    assert ended.code == 2
    assert ended.out == ""
