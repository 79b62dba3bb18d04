"""Reports of one evaluation: the same figures everywhere, and a page that stands alone."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.presets import load_class_table
from segstudio.metrics.bootstrap import Difference, Interval
from segstudio.metrics.boundary import TRIMAP_WIDTHS, BoundaryCounts, compare_boundaries
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.definitions import ERROR_KINDS
from segstudio.metrics.scores import score
from segstudio.metrics.sparse import SparseMatrix
from segstudio.reports.csv_report import as_csv, neutral
from segstudio.reports.html_report import as_html
from segstudio.reports.json_report import as_dict
from segstudio.reports.model import Evaluation, ImageResult, Picture
from segstudio.reports.pictures import data_uri, errors, overlay, strip
from segstudio.reports.verdict import verdicts

TABLE = ClassTable(
    (
        SegClass(0, "sky", (10, 20, 30)),
        SegClass(1, '<script>alert("x")</script>', (200, 0, 0)),
        SegClass(3, "=cmd|'/c calc'!A0", (0, 200, 0)),
    ),
    ignore_index=2,
)


def _evaluation(images: int = 10, table: ClassTable = TABLE) -> Evaluation:
    rng = np.random.default_rng(7)
    ids = np.array([c.id for c in table.classes] + [table.ignore_index], np.uint8)
    results = []
    for number in range(images):
        truth = rng.choice(ids, (20, 30))
        wrong = rng.random(truth.shape) < number / images
        prediction = np.where(wrong, rng.choice(ids, truth.shape), truth)
        matrix = ConfusionMatrix.from_labels(truth, prediction, table.num_classes, table.ignore_index)
        results.append(ImageResult(f"img <{number}>", SparseMatrix.of(matrix)))
    return Evaluation(
        table, tuple(results), "truth & co", "predictions", command="segstudio evaluate 'a b'"
    )


class _Page(HTMLParser):
    """Tags, attributes and text of a page; raises when tags are not closed in order."""

    VOID = frozenset({"meta", "img", "br", "line", "rect", "link", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _parse(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    assert page.open == []
    return page


def _pictures(_: ImageResult) -> Picture:
    label = np.zeros((40, 900), np.uint8)
    return Picture(np.zeros((40, 900, 3), np.uint8), label, label)


def test_the_summed_matrix_is_the_sum() -> None:
    evaluation = _evaluation()
    total = sum((i.counts.dense() for i in evaluation.images), ConfusionMatrix.zero(4, 2))
    assert evaluation.matrix == total
    assert evaluation.scores == score(total)


def test_ranking_is_by_miou_and_leaves_out_what_has_none() -> None:
    evaluation = _evaluation(6)
    empty = ImageResult("void", SparseMatrix.of(ConfusionMatrix.zero(4, 2)))
    ranked = Evaluation(TABLE, (*evaluation.images, empty), "t", "p").ranked
    values = [i.scores.miou for i in ranked]
    assert len(ranked) == 6
    assert values == sorted(values, key=lambda v: v or 0)


def test_json_is_strict_and_complete() -> None:
    found = json.loads(json.dumps(as_dict(_evaluation()), allow_nan=False))
    assert found["schema"] == "segstudio.evaluation/1"
    assert found["iou"][2] is None
    assert len(found["iou"]) == len(found["confusion"]) == len(found["outside"]) == 4
    assert found["classes"][1]["name"] == TABLE.classes[1].name
    assert found["images"] == len(found["per_image"]) == 10


def test_csv_gives_back_every_figure() -> None:
    evaluation = _evaluation()
    rows = list(csv.DictReader(io.StringIO(as_csv(evaluation))))
    by_scope = {scope: [r for r in rows if r["scope"] == scope] for scope in ("dataset", "class", "image")}
    assert float(by_scope["dataset"][0]["fwiou"]) == evaluation.scores.fwiou
    assert [float(r["iou"]) for r in by_scope["class"]] == [evaluation.scores.iou[i] for i in (0, 1, 3)]
    assert [float(r["miou"]) for r in by_scope["image"]] == [i.scores.miou for i in evaluation.images]
    assert by_scope["class"][2]["name"] == "'" + TABLE.classes[2].name


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "  =1"])
def test_cells_that_a_spreadsheet_would_run_are_text(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("value", ["road", "a=b", 1.5, -1.5, 0, None, ""])
def test_other_cells_stay(value: str | float | None) -> None:
    assert neutral(value) == value


def test_the_page_is_well_formed_and_escapes_names() -> None:
    page = _parse(as_html(_evaluation(), _pictures))
    assert not [tag for tag, _ in page.tags if tag in {"script", "iframe", "object"}]
    text = "".join(page.words)
    assert TABLE.classes[1].name in text
    assert "img <9>" in text
    assert "truth & co" in text
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_the_page_loads_nothing_from_anywhere() -> None:
    text = as_html(_evaluation(), _pictures)
    page = _parse(text)
    sources = [v for _, attrs in page.tags for k, v in attrs.items() if k in {"src", "href"}]
    assert len(sources) == 8 * 4
    assert all(v and v.startswith("data:image/jpeg;base64,") for v in sources)
    style = text.split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_the_page_shows_the_figures() -> None:
    evaluation = _evaluation()
    words = " ".join("".join(_parse(as_html(evaluation)).words).split())
    for value in (evaluation.scores.miou, evaluation.scores.fwiou, evaluation.scores.iou[3]):
        assert f"{(value or 0) * 100:.1f}" in words
    for text in ("Pixel accuracy", "Mean accuracy", "mIoU", "FWIoU", "segstudio evaluate", "CVPR 2015"):
        assert text in words


@pytest.mark.parametrize("images", [1, 2, 3, 7, 8, 30])
def test_no_image_is_both_worst_and_best(images: int) -> None:
    shown = re.findall(r"<h3>(img[^<]*)</h3>", as_html(_evaluation(images)))
    assert len(shown) == len(set(shown)) == min(images, 8)


@pytest.mark.parametrize("spec", ["2", "voc", "ade20k", "coco"])
def test_tables_of_any_size(spec: str) -> None:
    table = load_class_table(spec)
    page = _parse(as_html(_evaluation(3, table)))
    cells = [a for tag, a in page.tags if tag == "rect" and a.get("class") == "cell"]
    n = len(table)
    shown = n if n <= 44 else 36
    assert len(cells) == shown * (shown + 1)


def test_no_image_at_all_is_a_page_too() -> None:
    empty = Evaluation(TABLE, (), "t", "p")
    body = as_html(empty).split("</style>")[1].lower()
    _parse(as_html(empty))
    assert not {"nan", "none", "inf"} & set(re.findall(r"[a-z]+", body))


def test_pictures_are_small_and_tell_right_from_wrong() -> None:
    image = np.full((100, 1000, 3), 128, np.uint8)
    truth = np.zeros((100, 1000), np.uint8)
    truth[:, 500:] = 2
    prediction = np.zeros_like(truth)
    prediction[:, :250] = 1
    made = strip(Picture(image, truth, prediction), TABLE)
    assert (made.width, made.height) == (480, 48)
    assert [caption for caption, _ in made.panels] == ["Image", "Truth", "Prediction", "Errors"]
    marked = errors(image, truth, prediction, ignore_index=2)
    red = (marked[:, :, 0] > 180) & (marked[:, :, 1] < 120)
    assert red[:, :250].all()
    assert not red[:, 250:].any()
    assert (marked[:, 500:] == 255).all()
    coloured = overlay(image, truth, TABLE)
    assert (coloured[:, 500:] == 128).all(), "ignored pixels stay as they are"
    assert (coloured[:, :500] == np.rint(128 * 0.4 + np.array([10, 20, 30]) * 0.6)).all()


def test_what_only_one_annotator_says_is_no_difference_in_the_pictures() -> None:
    image = np.full((4, 4, 3), 128, np.uint8)
    first, second = np.zeros((4, 4), np.uint8), np.full((4, 4), 2, np.uint8)  # the second says nothing
    shown = dict(strip(Picture(image, first, second), TABLE, of_annotators=True).panels)
    assert list(shown) == ["Image", "First", "Second", "Differences"]
    assert shown["Differences"] == data_uri(np.full((4, 4, 3), 255, np.uint8))


def _with_everything(images: int = 6) -> Evaluation:
    """With boundaries, and against other predictions for the same truths."""
    evaluation, other = _evaluation(images), _evaluation(images)
    rng = np.random.default_rng(3)
    truth, said = (rng.integers(0, 4, (30, 40), dtype=np.uint8) for _ in range(2))
    counts = compare_boundaries(truth, said, 4, 2)
    worse = compare_boundaries(truth, said[::-1].copy(), 4, 2)
    other = replace(
        other, prediction="<i>the other</i>", model="m & n", images=other.images[::-1], boundary=worse
    )
    return replace(evaluation, boundary=counts, against=other)


def test_boundaries_and_the_other_predictions_are_in_every_report() -> None:
    evaluation = _with_everything()
    assert evaluation.boundary is not None
    text = as_html(evaluation)
    page = _parse(text)
    words = " ".join("".join(page.words).split())
    assert "Against <i>the other</i>" in words
    assert "<i>the other</i>" not in text
    assert f"{(evaluation.boundary.miou or 0) * 100:.1f} %" in words
    assert sum(1 for tag, _ in page.tags if tag == "circle") == len(TRIMAP_WIDTHS)
    wrong = evaluation.boundary.errors.sum(axis=0)
    for kind, pixels in zip(ERROR_KINDS, wrong, strict=True):
        assert f"{kind} {ERROR_KINDS[kind]} {pixels:,}".replace(" ", "") in words.replace(" ", "")
    assert str(evaluation.hashes["classes"]) in words

    found = json.loads(json.dumps(as_dict(evaluation), allow_nan=False))
    assert found["boundary"]["iou"][2] is None
    assert set(found["against"]["verdict"]) == set(found["against"]["difference"])

    rows = list(csv.DictReader(io.StringIO(as_csv(evaluation))))
    scopes = [row["scope"] for row in rows]
    assert scopes.count("trimap") == len(TRIMAP_WIDTHS)
    assert [s for s in scopes if s != "about"][-4:] == [
        "against", "difference", "difference_low", "difference_high",
    ]  # fmt: skip
    edges = [row["boundary_iou"] for row in rows if row["scope"] == "class"]
    assert edges == [str(evaluation.boundary.iou[i]) for i in (0, 1, 3)]

    assert evaluation.against is not None
    theirs = evaluation.against.boundary
    assert theirs is not None
    assert found["against"]["boundary"] == {"iou": list(theirs.iou), "miou": theirs.miou}
    means = [row["boundary_iou"] for row in rows if row["scope"] in {"dataset", "against"}]
    assert means == [str(evaluation.boundary.miou), str(theirs.miou)]
    ours, other = ((b.miou or 0) * 100 for b in (evaluation.boundary, theirs))
    cells = f"{ours:.2f}{other:.2f}{ours - other:+.2f}".replace("-", "−")
    assert f"Boundary IoU{cells}" in words


def test_a_verdict_says_which_is_better() -> None:
    evaluation = _with_everything()
    other = evaluation.against
    assert other is not None
    sure = Interval(0.01, 0.03)
    cases = {
        "predictions is 2.00 points better than <i>the other</i>": Difference(0.02, sure),
        "<i>the other</i> is 2.00 points better than predictions (95 % interval +1.00 to +3.00": Difference(
            -0.02, Interval(-0.03, -0.01)
        ),
        "within noise (95 % interval −1.00 to +3.00": Difference(0.01, Interval(-0.01, 0.03)),
        "no difference": Difference(0.0, Interval(0.0, 0.0)),
        "too few images": Difference(0.02, None),
        "no such score": None,
    }
    for words, difference in cases.items():
        evaluation.__dict__["differences"] = dict.fromkeys(evaluation.scores.__annotations__, difference)
        assert words in verdicts(evaluation)["miou"]


def test_every_kind_of_error_is_explained() -> None:
    assert len(ERROR_KINDS) == BoundaryCounts.zero(3).errors.shape[1]


def test_nothing_wrong_draws_no_empty_chart() -> None:
    label = np.zeros((8, 9), np.uint8)
    perfect = replace(_evaluation(1), boundary=compare_boundaries(label, label, 4, 2))
    page = _parse(as_html(perfect))
    assert "Wrong pixels" not in "".join(page.words)
    nothing = replace(_evaluation(1), boundary=BoundaryCounts.zero(4, 2))
    assert "Boundaries" not in "".join(_parse(as_html(nothing)).words)
