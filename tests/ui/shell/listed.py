"""Rows of the image list as a test gives them, and those that a window shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.marks import Mark
from segstudio.engine.views import EntryView
from segstudio.ui.app import Studio
from segstudio.ui.panels.image_rows import ImageRows, Order, figure

NATURAL = ["image_1", "image_2", "image_3", "image_10"]


def view(
    key: str, status: Status = Status.UNLABELLED, miou: float | None = None, **figures: Any
) -> EntryView:
    return EntryView(
        ImageEntry(key, Path(f"{key}.png"), Path(f"labels/{key}.png")), status, miou, **figures
    )


def shown(studio: Studio) -> list[str]:
    model = studio.window.images.model
    return [model.view_at(row).entry.key for row in range(model.rowCount())]


class Shelf:
    """Views as a test gives them, in natural order."""

    def __init__(self, *views: EntryView) -> None:
        self.views = {v.entry.key: v for v in views}
        self.focus: set[str] = set()

    def entries(self) -> list[ImageEntry]:
        return [v.entry for v in self.views.values()]

    def view(self, key: str) -> EntryView:
        return self.views[key]

    def figures(self, order: Order) -> dict[str, float | None]:
        return {key: figure(v, order) for key, v in self.views.items()}

    def status(self, entry: ImageEntry) -> Status:
        return self.views[entry.key].status

    def mark(self, key: str) -> Mark:
        return self.views[key].mark

    def in_focus(self, key: str) -> bool:
        return key in self.focus


def rows_of(*views: EntryView) -> tuple[ImageRows, Shelf]:
    shelf = Shelf(*views)
    rows = ImageRows(shelf)
    rows.reset()
    return rows, shelf
