"""Indexed PNG: `<key>.png` with value = class id, and `classes.txt`. Holds everything a label holds."""

from __future__ import annotations

from pathlib import Path

from segstudio.core.label_png import write_label
from segstudio.core.presets import write_class_file
from segstudio.formats.labelled import LabelSet


def write(labels: LabelSet, out: Path) -> None:
    """Raises InputError for labels that cannot be read, WorkError when `out` cannot be written."""
    write_class_file(out / "classes.txt", labels.table)
    for item, label in labels.labels():
        write_label(out / f"{item.key}.png", label, labels.table)
