"""Labels of another tool that lie in a project's folder and could become its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from segstudio.engine.files.entries import ImageEntry
from segstudio.formats.reading.foreign import ForeignLabels


@dataclass(frozen=True)
class Offer:
    """`files`: label file of every image (key) that has none of its own."""

    labels: ForeignLabels
    files: Mapping[str, Path]


def offer_of(labels: ForeignLabels, images: Iterable[ImageEntry]) -> Offer | None:
    """None where every image that is labelled there has a label of its own."""
    pairs = labels.pairs()
    prefix = f"{labels.images}/"
    files = {
        entry.key: label
        for entry in images
        if not entry.has_label and (label := pairs.get(str(entry.file).removeprefix(prefix))) is not None
    }
    return Offer(labels, files) if files else None
