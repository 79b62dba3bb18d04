"""The simulated annotator: mends the largest wrong region, stroke by stroke, until the image is right enough."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

import cv2
import numpy as np

from segstudio.bench._effort_hand import ZOOMS
from segstudio.bench._effort_tools import ALL_TOOLS, BRUSH_ONLY, BUTTONS, Scene, Wrong, window_of
from segstudio.core.arrays import Mask
from segstudio.core.provenance import EMPTY
from segstudio.labels.document import Document
from segstudio.labels.patch import Change
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score

_BUTTONS_EVERY = 5


@dataclass(slots=True)
class Work:
    """What it took."""

    strokes: int = 0
    travel: float = 0.0
    """Points of the screen: in strokes, and between them where the image fills the canvas."""
    miou: float = 0.0
    reached: bool = False
    tools: Counter[str] = field(default_factory=Counter)


def annotate(
    scene: Scene, *, all_tools: bool, goal: float, most: int, num_classes: int, seed: int = 0
) -> Work:
    """Stroke by stroke until the mask's mIoU against the truth is `goal`, or `most` strokes are spent.

    The annotator looks at the largest wrong region (connected pixels of one true class) and takes, of all offers for
    it, the one that makes most pixels right: those that it mends less those that it spoils, in the whole image.
    """
    rng = np.random.default_rng(seed)
    makers = ALL_TOOLS if all_tools else BRUSH_ONLY
    document = Document(scene.label_map.shape, scene.label_map)
    height, width = scene.truth.shape
    work, last = Work(), (width / 2, height / 2)
    while True:
        matrix = ConfusionMatrix.from_labels(
            scene.truth, scene.label_map.label, num_classes, scene.label_map.ignore_index
        )
        work.miou = score(matrix).miou or 0.0
        work.reached = work.miou >= goal
        wrong = None if work.reached or work.strokes >= most else largest_wrong(scene)
        if wrong is None:
            return work
        now = (*makers, *(BUTTONS if all_tools and work.strokes % _BUTTONS_EVERY == 0 else ()))
        offers = [offer for maker in now for offer in maker(scene, wrong, rng)]
        gains = [gain(scene, offer.change) for offer in offers]
        if max(gains, default=0) <= 0:
            return work  # no stroke makes it any better
        best = offers[int(np.argmax(gains))]
        document.apply(best.change, best.spec.step)
        work.strokes += 1
        work.tools[best.spec.id] += 1
        work.travel += best.way + ZOOMS[0] * math.dist(last, best.start)
        last = best.end


def largest_wrong(scene: Scene) -> Wrong | None:
    """The most connected pixels (by eight neighbours) of one true class that are not that class now; of equals the one
    of the lowest class. None when nothing is wrong."""
    label_map = scene.label_map
    wrong: Mask = scene.valid & ((label_map.label != scene.truth) | (label_map.provenance == EMPTY))
    largest, found = 0, None
    for class_id in np.unique(scene.truth[wrong]):
        here = (wrong & (scene.truth == class_id)).view(np.uint8)
        _, ids, stats, _ = cv2.connectedComponentsWithStats(here, connectivity=8)
        index = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
        size = int(stats[index, cv2.CC_STAT_AREA])
        if size > largest:
            largest, found = size, (int(class_id), ids == index)
    if found is None:
        return None
    class_id, region = found
    window = window_of(region)
    return Wrong(class_id, region[window.slices], window, wrong)


def gain(scene: Scene, change: Change) -> int:
    """How many more pixels are right after the change."""
    area = change.area
    if area.rect.empty:
        return 0
    part = area.rect.slices
    counted = scene.valid[part] & area.mask
    now = scene.label_map.label[part] == scene.truth[part]
    then = change.label == scene.truth[part]
    return int(np.count_nonzero(counted & then)) - int(np.count_nonzero(counted & now))
