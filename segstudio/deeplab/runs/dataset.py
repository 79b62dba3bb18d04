"""Training samples: folders of images and labels kept decoded in memory, and random crops of them.

Every random choice is drawn from (seed, number of the draw), so that a run that was interrupted goes on with
exactly the samples that it would have seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.images import is_image, naturally_sorted, read_image
from segstudio.core.label_png import read_class_label
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.checkpoints.layouts import few
from segstudio.deeplab.runs.bounds import Bounds
from segstudio.deeplab.runs.losses import IGNORE

Image = NDArray[np.uint8]  # H×W×3 RGB
Label = NDArray[np.uint8]  # H×W class ids, 255 where there is none


@dataclass(frozen=True)
class Source:
    """The images right in a folder, with labels of equal stems. `stems` restricts it; `weight`: share of the draws.

    `pairs`: where other rules tell which images there are and which label is whose, (name, image, label) of each;
    then `stems` restricts these by name.
    """

    images: Path
    labels: Path
    stems: tuple[str, ...] | None = None
    weight: float = 1.0
    pairs: tuple[tuple[str, Path, Path], ...] | None = None


@dataclass(frozen=True)
class Sample:
    """One decoded pair; `label` holds class ids and 255 where there is none."""

    stem: str
    image: Image  # H×W×3 RGB
    label: Label  # H×W


CROP_BOUNDS = {
    "crop": Bounds("The side of a crop", 1, 1 << 15),
    "stretch": Bounds("The stretch of a crop", 0, 0.9),
    "rotate": Bounds("The turn of a crop", 0, 180),
    # beyond it colours turn into their opposites
    "colour": Bounds("The strength of the colour jitter", 0, 2.5),
    "rare": Bounds("The share of crops that are made to hold a class", 0, 1),
}
"""By the name of a number in `Augmentation`."""
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.05, 20


@dataclass(frozen=True)
class Augmentation:
    """How a crop is drawn from a picture, each choice evenly within its range.

    Raises InputError for numbers outside of `CROP_BOUNDS`, and for a range of zoom that is none.
    """

    crop: tuple[int, int] = (288, 384)  # height, width in pixels
    scale: tuple[float, float] = (0.7, 1.8)  # from … to, evenly in its logarithm; above 1 enlarges
    stretch: float = 0.1  # width against height, up to ± this share
    rotate: float = 4.0  # degrees, ±; every second crop
    flip: bool = True
    colour: float = 1.0  # strength of the colour jitter; 0 = none
    rare: float = 0.5  # share of crops that are made to hold a pixel of a class drawn evenly

    def __post_init__(self) -> None:
        for name, bounds in CROP_BOUNDS.items():
            value = getattr(self, name)
            for number in value if isinstance(value, tuple) else (value,):
                bounds.check(number)
        low, high = self.scale
        if not _SMALLEST_ZOOM <= low <= high <= _LARGEST_ZOOM:
            raise InputError(
                f"{low:g},{high:g} is no range of zoom. Give the smallest and the largest, both between "
                f"{_SMALLEST_ZOOM:g} and {_LARGEST_ZOOM:g}, for example 0.7,1.8."
            )


def load_source(
    source: Source, table: ClassTable, progress: Progress | None = None, cancel: CancelToken | None = None
) -> list[Sample]:
    """Decode every pair of `source`.

    Raises InputError for a missing or broken image or label, for values outside `table`, and for a table that has a
    class 255; Cancelled when `cancel` is set.
    """
    if IGNORE in table:
        raise InputError(
            f"The class '{table.name_of(IGNORE)}' has the id {IGNORE}, which marks pixels without a class in training: "
            "nothing would be learnt of it. Give it another id."
        )
    pairs = _pairs(source)
    lookup = class_values(table)
    samples = []
    for number, (stem, image_path, path) in enumerate(pairs):
        if cancel is not None:
            cancel.raise_if_cancelled()
        image = read_image(image_path)
        label = read_class_label(path, table, image.shape[:2])
        samples.append(Sample(stem, image, lookup[label]))
        if progress is not None:
            progress(number + 1, len(pairs), f"Reading {source.images.name}")
    return samples


def class_values(table: ClassTable) -> NDArray[np.uint8]:
    """uint8 256: the id of a class -> itself, every other value, an ignored one among the classes too -> 255."""
    values = np.full(256, IGNORE, np.uint8)
    for c in table.classes:
        values[c.id] = c.id
    return values


def _pairs(source: Source) -> list[tuple[str, Path, Path]]:
    """(name, image, label) of each sample, in the order of `stems` or in natural order."""
    if not source.images.is_dir():
        raise InputError(f"{source.images} is no folder of images.")
    if source.pairs is not None:
        known = {name: (image, label) for name, image, label in source.pairs}
    else:
        images = {p.stem: p for p in source.images.iterdir() if is_image(p)}
        known = {stem: (path, source.labels / f"{stem}.png") for stem, path in images.items()}
    names = source.stems
    if names is None:
        names = tuple(naturally_sorted(n for n, (_, label) in known.items() if label.exists()))
    if not names:
        raise InputError(
            f"{source.images} holds no image with a label of the same name in {source.labels}."
        )
    if absent := [name for name in names if name not in known]:
        raise InputError(f"{source.images} has no image named {absent[0]}, which the list asks for.")
    return [(name, *known[name]) for name in names]


def class_pixels(samples: Iterable[Sample]) -> NDArray[np.int64]:
    """int64 256: pixels of each class; the last are those without one."""
    counts = np.zeros(256, np.int64)
    for sample in samples:
        counts += np.bincount(sample.label.reshape(-1), minlength=256)
    return counts


def check_labelled(pixels: NDArray[np.int64], where: Path, what: str) -> None:
    """Raises InputError when no pixel of `what` labels in `where` has a class; `pixels`: as `class_pixels`."""
    if not pixels[:IGNORE].any():
        raise InputError(
            f"No pixel of the {what} labels in {where} has a class: all of them are void. Label some, or look whether "
            "the ignored value is the right one."
        )


def unseen_classes(pixels: NDArray[np.int64], table: ClassTable) -> str | None:
    """The sentence about the classes of which there is no pixel to learn from; None when there is one of each."""
    unseen = [f"'{c.name}'" for c in table.classes if not pixels[c.id]]
    if not unseen:
        return None
    return f"The training labels hold no pixel of {few(unseen)}: nothing is learnt of what is not there."


class SampleStream:
    """An endless sequence of draws from several lists of samples, in proportion to their weights.

    Draw n of a list goes through a new permutation of it each time around. `crop(n, augmentation)` is a pure
    function of the seed and n.
    """

    def __init__(self, groups: Sequence[tuple[list[Sample], float]], seed: int) -> None:
        self._groups = [(samples, weight) for samples, weight in groups if samples and weight > 0]
        if not self._groups:
            raise InputError("There is nothing to train on: every source is empty or has weight 0.")
        self._seed = seed
        self._pattern = _pattern([weight for _, weight in self._groups], seed)
        self.class_pixels = class_pixels(sample for samples, _ in self._groups for sample in samples)

    def pick(self, number: int) -> Sample:
        """The sample behind draw `number`."""
        cycle, place = divmod(number, len(self._pattern))
        group = int(self._pattern[place])
        samples, _ = self._groups[group]
        per_cycle = int((self._pattern == group).sum())
        earlier = cycle * per_cycle + int((self._pattern[:place] == group).sum())
        turn, place = divmod(earlier, len(samples))
        order = np.random.default_rng([self._seed, 1, group, turn]).permutation(len(samples))
        return samples[int(order[place])]

    def crop(self, number: int, how: Augmentation) -> tuple[Image, Label]:
        """uint8 h×w×3 and uint8 h×w of `how.crop`'s size; 255 in the label beyond the picture."""
        rng = np.random.default_rng([self._seed, 2, number])
        return augment(self.pick(number), how, rng)


def _pattern(weights: Sequence[float], seed: int, length: int = 1000) -> NDArray[np.int64]:
    """Which group each of `length` draws comes from, in proportion to the weights, well mixed."""
    borders = np.cumsum(weights) / sum(weights)
    even = (np.arange(length) + 0.5) / length
    return np.random.default_rng([seed, 0]).permutation(
        np.searchsorted(borders, even).clip(0, len(weights) - 1)
    )


def augment(sample: Sample, how: Augmentation, rng: np.random.Generator) -> tuple[Image, Label]:
    """One random crop: scale, stretch, turn, flip by a single resampling, then colour. As `SampleStream.crop`."""
    height, width = how.crop
    matrix = _placement(sample.label, how, rng)
    image = cv2.warpAffine(
        sample.image,
        matrix,
        (width, height),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(127, 127, 127),
    )
    label = cv2.warpAffine(
        sample.label,
        matrix,
        (width, height),
        flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(IGNORE,),
    )
    return jitter_colour(np.asarray(image, np.uint8), how.colour, rng), np.asarray(label, np.uint8)


def _placement(label: Label, how: Augmentation, rng: np.random.Generator) -> NDArray[np.float64]:
    """2×3 matrix from crop pixels to picture pixels."""
    source_h, source_w = label.shape
    crop_h, crop_w = how.crop
    scale = float(np.exp(rng.uniform(np.log(how.scale[0]), np.log(how.scale[1]))))
    stretch = 1.0 + rng.uniform(-how.stretch, how.stretch)
    turn = np.deg2rad(rng.uniform(-how.rotate, how.rotate)) if rng.random() < 0.5 else 0.0
    mirror = -1.0 if how.flip and rng.random() < 0.5 else 1.0
    step_x, step_y = 1.0 / (scale * stretch), 1.0 / scale
    cos, sin = np.cos(turn), np.sin(turn)
    linear = np.array([[cos * step_x * mirror, -sin * step_y], [sin * step_x * mirror, cos * step_y]])
    span_w, span_h = crop_w * step_x, crop_h * step_y  # of the picture that the crop shows
    low_x, high_x = sorted((span_w / 2, source_w - span_w / 2))
    low_y, high_y = sorted((span_h / 2, source_h - span_h / 2))
    centre = np.array([rng.uniform(low_x, high_x), rng.uniform(low_y, high_y)])
    if rng.random() < how.rare:
        present = np.flatnonzero(np.bincount(label.reshape(-1), minlength=256)[:IGNORE])
        if len(present):
            wanted = np.flatnonzero(label.reshape(-1) == rng.choice(present))
            y, x = divmod(int(rng.choice(wanted)), source_w)
            centre = np.array([x, y]) + rng.uniform(-0.4, 0.4, 2) * (span_w, span_h)
            centre = np.clip(centre, (low_x, low_y), (high_x, high_y))
    middle = np.array([(crop_w - 1) / 2, (crop_h - 1) / 2])
    return np.column_stack([linear, centre - 0.5 - linear @ middle])


def jitter_colour(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Random brightness, contrast, gamma, saturation, white balance, and now and then a blur. uint8 H×W×3, both."""
    if strength <= 0:
        return image
    values: NDArray[Any] = image.astype(np.float32) * (1 / 255)
    grey = cv2.cvtColor(values, cv2.COLOR_RGB2GRAY)[:, :, None]
    values = grey + (values - grey) * (1 + strength * rng.uniform(-0.4, 0.4))
    contrast = 1 + strength * rng.uniform(-0.3, 0.3)
    values = (values - float(grey.mean())) * contrast + float(grey.mean())
    values = values + strength * rng.uniform(-0.12, 0.12)
    gain = 1 + strength * rng.uniform(-0.08, 0.08, 3).astype(np.float32)
    gamma = float(np.exp(strength * rng.uniform(-0.25, 0.25)))
    values = np.clip(values * gain, 0, 1) ** gamma
    if rng.random() < 0.15 * strength:
        values = cv2.GaussianBlur(values, (0, 0), float(rng.uniform(0.3, 1.2)))
    return np.asarray(np.rint(np.clip(values, 0, 1) * 255), np.uint8)


def label_cells(
    labels: NDArray[np.uint8],
    size: tuple[int, ...],
    rng: np.random.Generator,
) -> NDArray[np.int64]:
    """N×H×W -> N×h×w, `size`: the class of one random pixel of each logit cell.

    The papers enlarge the logits to the image instead (DeepLabV3 section 4.1); this costs a sixteenth at stride 4,
    keeps every thin thing in its share of draws, and is right on average. All images have the same pixels drawn.
    """
    rows = _random_positions(labels.shape[1], size[0], rng)
    columns = _random_positions(labels.shape[2], size[1], rng)
    return labels[:, rows[:, None], columns[None, :]].astype(np.int64)


def _random_positions(pixels: int, cells: int, rng: np.random.Generator) -> NDArray[np.int64]:
    borders = np.arange(cells + 1) * pixels // cells
    width = np.maximum(borders[1:] - borders[:-1], 1)
    positions: NDArray[np.int64] = np.minimum(borders[:-1] + rng.integers(0, width), pixels - 1)
    return positions
