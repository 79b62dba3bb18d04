"""From one doubtful region of the model to the next, with both of its answers, and what a person makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from segstudio.core.model_view import ModelView
from segstudio.core.signal import Signal
from segstudio.engine.desks.tool_desk import ToolDesk
from segstudio.engine.desks.tool_scene import ToolScene
from segstudio.labels.areas.model_led import other_choice
from segstudio.labels.document import Document
from segstudio.labels.doubt import (
    DoubtfulRegion,
    accept_first,
    accept_second,
    doubtful_regions,
    pixels_of,
)
from segstudio.labels.label_map import LabelMap
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.patch import Area, Change


@dataclass(frozen=True, slots=True)
class Answer:
    """A class and how probable the model finds it on average over the region, 0 … 1."""

    class_id: int
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """A doubtful region as it is looked at; `number` of `total`, counted from 1, the most doubtful first. An answer
    settles others with it, so that `total` falls by more than one: `answered` is what a person has done."""

    region: DoubtfulRegion
    area: Area
    first: Answer
    second: Answer | None
    number: int
    total: int
    answered: int = 0


class DoubtDesk:
    """Owned by the GUI thread; regions are found in the pool, for the current image."""

    def __init__(self, desk: ToolDesk, scene: ToolScene) -> None:
        self.changed: Signal[()] = Signal()
        """Read `shown` and `nothing_left`."""
        self.shown: Doubt | None = None
        self.nothing_left = False
        """Whether the last search found no region."""
        self._desk = desk
        self._scene = scene
        self._wish = 0

    @property
    def ready(self) -> bool:
        """Whether there is an image and what the model says of it."""
        return self._desk.document is not None and self._scene.model is not None

    def next(self) -> bool:
        """Look at the region after the one that is shown, or the most doubtful; False when nothing can be looked at."""
        document, model = self._desk.document, self._scene.model
        if document is None or model is None:
            return False
        self._wish += 1
        wish, after = self._wish, self.shown.region if self.shown is not None else None

        def arrived(found: Doubt | None) -> None:
            if wish == self._wish and document is self._desk.document:
                told = replace(found, answered=answers_in(document)) if found is not None else None
                self._show(told, nothing_left=told is None)

        label_map = document.label_map
        self._desk.prepare(
            "Next doubtful region", lambda _token: find_doubt(model, label_map, after), arrived
        )
        return True

    def accept(self, doubt: Doubt, modifiers: Modifiers, *, second: bool = False) -> bool:
        """Write the first or the second answer to a region of the current image and, where it is still shown, go on to
        the next; False when there is none to write."""
        document, model = self._desk.document, self._scene.model
        if document is None or model is None or (second and doubt.second is None):
            return False
        title = title_of(second=second)
        answer = accept_second if second else accept_first

        def write(change: Change) -> None:
            self._desk.write(document, change, title)
            if self.shown is doubt:
                self.next()

        self._desk.commit(
            title,
            document,
            lambda _token: answer(doubt.region, model, document.label_map, modifiers),
            write,
        )
        return True

    def leave(self) -> bool:
        """Look at no region any more; False when none is shown."""
        self._wish += 1
        was_shown = self.shown is not None or self.nothing_left
        self._show(None, nothing_left=False)
        return was_shown

    def _show(self, found: Doubt | None, *, nothing_left: bool) -> None:
        if found is not self.shown or nothing_left != self.nothing_left:
            self.shown, self.nothing_left = found, nothing_left
            self.changed.emit()


def title_of(*, second: bool) -> str:
    """Of accepting an answer."""
    return "Accept second choice" if second else "Accept first choice"


def answers_in(document: Document) -> int:
    """How many answers its history holds that are not undone."""
    titles = {title_of(second=False), title_of(second=True)}
    history = document.history
    return sum(step.name in titles for step in history.steps[: history.done])


def find_doubt(model: ModelView, label_map: LabelMap, after: DoubtfulRegion | None) -> Doubt | None:
    """The region to look at after another one, around the end; None when there is none with a pixel to decide."""
    regions = doubtful_regions(model, label_map)
    start = next((i for i, r in enumerate(regions) if after is None or after.before(r)), 0)
    for step in range(len(regions)):
        place = (start + step) % len(regions)
        region = regions[place]
        area = pixels_of(region, model, label_map)
        if area.empty:
            continue
        rows, columns = np.nonzero(area.mask)
        mean = model.mean_probabilities(columns + area.rect.x, rows + area.rect.y)
        rival = other_choice(area, model, region.first)
        second = Answer(rival, float(mean[rival])) if rival is not None else None
        return Doubt(
            region, area, Answer(region.first, float(mean[region.first])), second, place + 1, len(regions)
        )
    return None
