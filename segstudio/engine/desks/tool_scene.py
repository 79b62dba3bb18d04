"""What tools look at beside the mask: picture, prediction, the model's probabilities, patches, the label before."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from segstudio.core.errors import UserError
from segstudio.core.geometry import Rect
from segstudio.core.images import read_image
from segstudio.core.model_view import ModelView
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.desks.editor import Editor
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.project import Project
from segstudio.labels.areas.carry import PreviousImage
from segstudio.labels.areas.superpixels import Superpixels
from segstudio.labels.context import ToolContext
from segstudio.labels.patch import tiles_of

_PRIORITY = 120
_WARM_PRIORITY = 130
_WARM = 24
"""Tiles that are made ahead: fewer than are kept."""


class ToolScene:
    """Of the current image; owned by the GUI thread."""

    def __init__(self, pool: JobQueue, editor: Editor, project: Callable[[], Project | None]) -> None:
        self.changed: Signal[()] = Signal()
        """The label of the image before, which was wanted, is there (or there is none)."""
        self.finishing = editor.finishing
        """The current document is about to be saved, or left."""
        self._pool = pool
        self._editor = editor
        self._project = project
        self._patches: Superpixels | None = None
        self._previous: PreviousImage | None = None
        self._asked: str | None = None
        """Key of the current image for which the one before was asked for."""
        self._reading: Job[PreviousImage | None] | None = None
        self._warming: Job[None] | None = None
        editor.current_changed.connect(lambda _entry: self._forget())

    @property
    def model(self) -> ModelView | None:
        """The prediction of the current image, as tools look at it."""
        predicted = self._editor.predicted
        return predicted.view if predicted is not None else None

    def fill(self, context: ToolContext) -> ToolContext:
        """The context with all that is there now."""
        editor = self._editor
        predicted = editor.predicted
        return replace(
            context,
            image=editor.image,
            prediction=predicted.proposal if predicted is not None else None,
            model=self.model,
            previous=self._previous,
            superpixels=self._superpixels(context.options.get("size")),
        )

    def want(self, needs: Collection[str]) -> None:
        """Have ready what a tool needs and is not read for its own sake: 'previous', the label of the image before."""
        entry = self._editor.entry
        if "previous" not in needs or entry is None or self._asked == entry.key:
            return
        self._asked = entry.key
        project = self._project()
        before = _before(project, entry)
        if project is None or before is None:
            return

        def arrived(found: PreviousImage | None) -> None:
            self._reading = None
            self._previous = found
            self.changed.emit()

        self._reading = self._pool.submit(
            "open",
            worded("Read {name}", name=before.name),
            lambda _context: _read(project, before),
            priority=_PRIORITY,
            on_done=arrived,
        )

    def warm(self, size: object, part: Rect) -> None:
        """Have the superpixels of this part of the image made before a stroke asks for them, from its middle on."""
        if self._warming is not None:
            self._warming.cancel()
            self._warming = None
        patches = self._superpixels(size)
        if patches is None or part.empty:
            return

        def make(context: JobContext) -> None:
            for tile in _from_the_middle(part, patches.image.shape[:2])[:_WARM]:
                context.token.raise_if_cancelled()
                patches.prepare(tile)

        self._warming = self._pool.submit(
            "tool preview", worded("Prepare superpixels"), make, priority=_WARM_PRIORITY
        )

    def _forget(self) -> None:
        for job in (self._reading, self._warming):
            if job is not None:
                job.cancel()
        self._warming = None
        self._reading = self._patches = self._previous = self._asked = None

    def _superpixels(self, size: object) -> Superpixels | None:
        """Kept as long as image and size stay."""
        image = self._editor.image
        if image is None or not isinstance(size, int | float):
            return None
        patches = self._patches
        if patches is None or patches.image is not image or patches.size != round(size):
            patches = self._patches = Superpixels(image, round(size))
        return patches


def _from_the_middle(part: Rect, shape: tuple[int, int]) -> list[Rect]:
    """The 256² tiles that it touches, the nearest to its middle first."""
    x, y = part.x + part.width / 2, part.y + part.height / 2
    tiles = tiles_of(part.intersect(Rect(0, 0, shape[1], shape[0])))
    return sorted(tiles, key=lambda t: (t.x + t.width / 2 - x) ** 2 + (t.y + t.height / 2 - y) ** 2)


def _before(project: Project | None, entry: ImageEntry) -> ImageEntry | None:
    """The image before in the list."""
    row = project.row(entry.key) if project is not None else 0
    return project.images[row - 1] if project is not None and row > 0 else None


def _read(project: Project, before: ImageEntry) -> PreviousImage | None:
    """In a worker. What cannot be read is as if it were not there: opening that image says what is wrong."""
    try:
        label_map = project.load_label(before)
        image = read_image(before.path)
    except UserError:
        return None
    if label_map is None:
        return None
    return PreviousImage(label_map.label, label_map.ignore_index, image)
