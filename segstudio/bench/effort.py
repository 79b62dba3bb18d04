"""How many strokes a correction takes: a simulated annotator mends label maps until they are 95 % right.

On images of CamVid val, spread evenly over it, until the image's mIoU against its truth is 0.95:

- `nothing_brush`: from an empty mask, with the brush only;
- `prediction_brush`: from the bundled model's prediction, with the brush only;
- `prediction_all`: from the prediction, with all tools.

`effort.strokes.*` are medians over the images, `effort.travel.*` medians of the pointer's way on the screen (in
strokes, and between them), `effort.reached.*` the share of images on which 0.95 was reached within 600 strokes (an
image where it was not counts with those strokes). `effort.used.*`: the share of a tool among the strokes with all tools.
`effort.stroke_ratio`: median with all tools ÷ median from nothing with the brush.

How the annotator works:

- It knows the truth and looks at the largest wrong region: connected pixels of one true class that are not that
  class. Tools do not know the truth: they get a gesture, the picture, the mask and the prediction, as in the window.
- One stroke is one drag, one outline, one box, one click or one press of a button, and one undo step. A choice of class,
  tool, tip, option, modifier or zoom costs nothing, with the brush as with all tools.
- The hand is the same with every tool: on the screen a stroke is at most 600 points long, and strays by up to 2. At a
  higher zoom it is more exact and reaches less far (`_effort_hand`).
- The brush never goes where its tremor could do harm. It may paint over what is wrong anyway, as people do who paint
  the background first. Its way is planned; tip and zoom are those that promise most.
- With all tools it takes, stroke by stroke, the one that makes most pixels right. It sees beforehand what each would
  do, as if trying and taking back cost nothing.

Set SEGSTUDIO_EFFORT_IMAGES for more or fewer images than 6 (CamVid val has 101).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segstudio.bench._effort_annotator import Work, annotate
from segstudio.bench._effort_tools import scene_of
from segstudio.bench.registry import Row
from segstudio.core.errors import InputError
from segstudio.core.images import read_image
from segstudio.core.label_png import read_label
from segstudio.core.presets import PRESETS
from segstudio.core.progress import Progress

if TYPE_CHECKING:
    from segstudio.core.prediction import Prediction

GOAL = 0.95
MOST_STROKES = 600
IMAGES = 6
_VARIABLE = "SEGSTUDIO_EFFORT_IMAGES"
_STRATEGIES = {
    "nothing_brush": (False, False),
    "prediction_brush": (True, False),
    "prediction_all": (True, True),
}
"""Name -> from the prediction, with all tools."""


def run(data: Path | None, progress: Progress) -> list[Row]:
    """Nothing without data. Raises InputError when the number of images is none."""
    if data is None or not (data / "camvid").is_dir():
        return []
    stems = _sample((data / "camvid" / "splits" / "val.txt").read_text(encoding="utf-8").split())
    works: dict[str, list[Work]] = {name: [] for name in _STRATEGIES}
    predict = _predictor()
    for number, stem in enumerate(stems):
        image = read_image(data / "camvid" / "images" / f"{stem}.jpg")
        truth = read_label(data / "camvid" / "labels" / f"{stem}.png")
        prediction = predict(image)
        for turn, (name, (predicted, all_tools)) in enumerate(_STRATEGIES.items()):
            progress(number * len(_STRATEGIES) + turn, len(stems) * len(_STRATEGIES), f"{stem}: {name}")
            works[name].append(_work(truth, image, prediction, predicted, all_tools))
    return rows(works)


def rows(works: dict[str, list[Work]]) -> list[Row]:
    """The figures of all strategies."""
    strokes = {name: median(work.strokes for work in done) for name, done in works.items()}
    found = [Row(f"effort.strokes.{name}", count, "strokes") for name, count in strokes.items()]
    for name, done in works.items():
        found.append(Row(f"effort.travel.{name}", median(work.travel for work in done), "points"))
    for name, done in works.items():
        reached = sum(work.reached for work in done) / len(done)
        found.append(Row(f"effort.reached.{name}", reached, "share", None, "higher"))
    used: Counter[str] = sum((work.tools for work in works["prediction_all"]), Counter())
    for tool_id, count in used.most_common():
        found.append(Row(f"effort.used.{tool_id}", count / used.total(), "share"))
    ratio = strokes["prediction_all"] / max(strokes["nothing_brush"], 1)
    return [*found, Row("effort.stroke_ratio", ratio, "share", 0.33)]


def _work(
    truth: NDArray[np.uint8],
    image: NDArray[np.uint8],
    prediction: Prediction,
    predicted: bool,
    all_tools: bool,
) -> Work:
    table = PRESETS["camvid"]
    scene = scene_of(truth, image, prediction, table, predicted=predicted)
    return annotate(scene, all_tools=all_tools, goal=GOAL, most=MOST_STROKES, num_classes=table.num_classes)


def _sample(stems: list[str]) -> list[str]:
    """As many as are wanted, evenly spread."""
    wanted = os.environ.get(_VARIABLE, str(IMAGES))
    if not wanted.isdigit() or int(wanted) < 1:
        raise InputError(f"{_VARIABLE} is '{wanted}'. Give a number of images, 1 or more.")
    count = min(int(wanted), len(stems))
    return [stems[index * len(stems) // count] for index in range(count)]


def _predictor() -> Callable[[NDArray[np.uint8]], Prediction]:
    from segstudio.deeplab.predictor import Predictor  # late: torch
    from segstudio.deeplab.weights import load_model

    return Predictor(load_model("bundled", "cpu"), "cpu", os.cpu_count()).predict
