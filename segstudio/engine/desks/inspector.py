"""Looking inside the model in use: facts for the image that is open, and why it says what it says at a pixel.

The work is done by the model's thread, behind the predictions that somebody waits for and before the survey of the
data set. Only the newest pixel is asked about: a request cancels the former one, also while it is being computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from segstudio.core.arrays import Pixels
from segstudio.core.errors import WorkError
from segstudio.core.inspection import ModelFacts, PixelInspection
from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.desks.editor import Editor
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.models.inspection_art import Picture, influence_picture, structure_picture
from segstudio.engine.models.model_host import ModelHost, Predictor
from segstudio.engine.views import ModelPhase, sentence_of

_PRIORITY = 0
"""Below the images that are shown or about to be (96 … 100), above figures of the data set (−10)."""


class InspectorPhase(StrEnum):
    """What the inspector can say now."""

    OFF = "off"
    """Nobody looks at it: nothing is computed, and the copy of the model is given back."""
    NO_MODEL = "no model"
    LOADING = "loading"
    """The model is being loaded, or its facts are being found out."""
    READY = "ready"
    FAILED = "failed"
    """Read `problem`."""


@dataclass(frozen=True)
class Explained:
    """A pixel's inspection with its pictures."""

    inspection: PixelInspection
    influence: Picture
    structure: Picture | None
    """Bins of SPP, or the taps of ASPP."""


class Inside(Protocol):
    """What the desk needs of the model, told without importing torch."""

    def facts(self, size: tuple[int, int] | None) -> ModelFacts:
        """For images of (height, width), or of a usual size."""

    def prepare(self, image: Pixels, cancel: CancelToken) -> None:
        """Do ahead what the first pixel of an image would wait for."""

    def inspect(self, image: Pixels, x: int, y: int, cancel: CancelToken) -> PixelInspection: ...


class InspectorDesk:
    """Owned by the GUI thread. Does nothing until `set_active(True)`."""

    def __init__(self, models: JobQueue, host: ModelHost, editor: Editor) -> None:
        self.changed: Signal[()] = Signal()
        """Any of the properties below."""
        self._models = models
        self._host = host
        self._editor = editor
        self._active = False
        self._facts: ModelFacts | None = None
        self._explained: Explained | None = None
        self._wanted: tuple[int, int] | None = None
        self._problem = ""
        self._source: _Source | None = None
        self._facts_job: Job[ModelFacts] | None = None
        self._ahead_job: Job[None] | None = None
        self._pixel_job: Job[Explained] | None = None
        host.replaced.connect(lambda _predictor: self._renew())
        host.changed.connect(self._tell)
        editor.document_changed.connect(lambda _document: self._on_image())

    @property
    def phase(self) -> InspectorPhase:
        if not self._active:
            return InspectorPhase.OFF
        if self._problem:
            return InspectorPhase.FAILED
        if self._host.predictor is None:
            loading = self._host.state.phase is ModelPhase.LOADING
            return InspectorPhase.LOADING if loading else InspectorPhase.NO_MODEL
        return InspectorPhase.READY if self._facts is not None else InspectorPhase.LOADING

    @property
    def problem(self) -> str:
        """Why the model cannot be looked into, or a pixel not explained; '' otherwise."""
        return self._problem

    @property
    def facts(self) -> ModelFacts | None:
        """Of the model in use at the size of the open image; the former ones until they are found out."""
        return self._facts

    @property
    def explained(self) -> Explained | None:
        """The pixel that was asked about last, once it is explained; of the image that is open."""
        return self._explained

    @property
    def wanted(self) -> tuple[int, int] | None:
        """The pixel (x, y) that is being asked about."""
        return self._wanted

    def set_active(self, active: bool) -> None:
        """Whether somebody looks. Ending it cancels what is under way and gives the copy of the model back."""
        if active == self._active:
            return
        self._active = active
        if active:
            self._renew()
        else:
            self._stop()
            self._source = None
            self._explained = None
            self.changed.emit()

    def request(self, x: int, y: int) -> None:
        """Explain a pixel of the open image; `changed` when it is done. A pixel outside it, or while there is no image or
        model, is nothing to explain."""
        image, source = self._editor.image, self._source
        if not self._active or image is None or source is None:
            return
        if not (0 <= x < image.shape[1] and 0 <= y < image.shape[0]):
            return
        if self._wanted == (x, y) or (self._wanted is None and self._is_explained(x, y)):
            return
        if self._pixel_job is not None:
            self._pixel_job.cancel()
        self._wanted = (x, y)
        self._problem = ""
        self._pixel_job = self._models.submit(
            "inspect",
            worded("Look into the model at {x}, {y}", x=x, y=y),
            lambda context: source.explain(image, x, y, context),
            priority=_PRIORITY,
            on_done=self._take,
            on_error=self._failed,
            on_cancel=self._cancelled,
        )
        self.changed.emit()

    def _is_explained(self, x: int, y: int) -> bool:
        found = self._explained.inspection if self._explained is not None else None
        return found is not None and (found.x, found.y) == (x, y)

    def _on_image(self) -> None:
        """Another image, or none for the moment: what was said of a pixel holds no longer."""
        self._forget_pixel()
        if self._active and self._editor.image is not None:
            self._find_facts()
            self._prepare()
        self._tell()

    def _renew(self) -> None:
        """Another model, or somebody looks again."""
        if not self._active:
            return
        self._stop()
        self._explained = None
        self._problem = ""
        predictor = self._host.predictor
        self._source = _Source(predictor) if predictor is not None else None
        if self._source is not None and self._facts is not None and not self._source.fits(self._facts):
            self._facts = None
        self._find_facts()
        self._prepare()
        self.changed.emit()

    def _find_facts(self) -> None:
        source, image = self._source, self._editor.image
        if source is None:
            return
        size = (image.shape[0], image.shape[1]) if image is not None else None
        known = self._facts
        if (
            known is not None
            and source.fits(known)
            and (size is None or (known.image_size == size and not known.reference))
        ):
            return
        if self._facts_job is not None:
            self._facts_job.cancel()
        self._facts_job = self._models.submit(
            "inspect",
            worded("Look into the model"),
            lambda context: source.facts(size),
            priority=_PRIORITY,
            on_done=self._take_facts,
            on_error=self._failed,
        )

    def _prepare(self) -> None:
        """The image that is open, before anybody points at it."""
        source, image = self._source, self._editor.image
        if self._ahead_job is not None:
            self._ahead_job.cancel()
            self._ahead_job = None
        if source is not None and image is not None:
            self._ahead_job = self._models.submit(
                "inspect",
                worded("Look into the model"),
                lambda context: source.prepare(image, context.token),
                priority=_PRIORITY,
            )

    def _take_facts(self, facts: ModelFacts) -> None:
        self._facts_job = None
        self._facts = facts
        self.changed.emit()

    def _take(self, explained: Explained) -> None:
        self._pixel_job = self._wanted = None
        self._explained = explained
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._pixel_job = self._wanted = None
        self._explained = None
        self._problem = sentence_of(error, worded("The model could not be looked into"))
        self.changed.emit()

    def _cancelled(self) -> None:
        """By a newer request, which is submitted next, or in the list of jobs."""
        self._pixel_job = self._wanted = None

    def _forget_pixel(self) -> None:
        if self._pixel_job is not None:
            self._pixel_job.cancel()
        self._explained = None
        self._problem = ""

    def _stop(self) -> None:
        for job in (self._facts_job, self._ahead_job, self._pixel_job):
            if job is not None:
                job.cancel()
        self._facts_job = self._ahead_job = None

    def _tell(self) -> None:
        if self._active:
            self.changed.emit()


class _Source:
    """One model, opened in the worker when it is first needed."""

    def __init__(self, predictor: Predictor) -> None:
        self._predictor = predictor
        self._inside: Inside | None = None

    def fits(self, facts: ModelFacts) -> bool:
        """Whether `facts` are of this model."""
        return self._predictor.model_id.startswith(facts.model_id) and facts.model_id != ""

    def facts(self, size: tuple[int, int] | None) -> ModelFacts:
        return self._open().facts(size)

    def prepare(self, image: Pixels, cancel: CancelToken) -> None:
        self._open().prepare(image, cancel)

    def explain(self, image: Pixels, x: int, y: int, context: JobContext) -> Explained:
        inspection = self._open().inspect(image, x, y, context.token)
        context.token.raise_if_cancelled()
        return Explained(inspection, influence_picture(inspection), structure_picture(inspection))

    def _open(self) -> Inside:
        if self._inside is None:
            self._inside = _open(self._predictor)
        return self._inside


class _TorchInside:
    """A model of `deeplab`; torch is imported here, in its worker."""

    def __init__(self, predictor: Predictor) -> None:
        from segstudio.deeplab.inspection.pixel import PixelInspector
        from segstudio.deeplab.weights import LoadedModel

        loaded = getattr(predictor, "loaded", None)
        if not isinstance(loaded, LoadedModel):
            raise WorkError(
                worded("The model {model_name} cannot be looked into.", model_name=predictor.model_name)
            )
        device = predictor.device if predictor.device.startswith(("cpu", "cuda", "mps")) else "cpu"
        full_size = bool(getattr(getattr(predictor, "options", None), "full_size", False))
        self._loaded = loaded
        self._inspector = PixelInspector(loaded, device, full_size=full_size)

    def facts(self, size: tuple[int, int] | None) -> ModelFacts:
        from segstudio.deeplab.inspection.network import REFERENCE_SIZE, model_facts

        return model_facts(self._loaded, size, self._inspector.input_size(*(size or REFERENCE_SIZE)))

    def prepare(self, image: Pixels, cancel: CancelToken) -> None:
        self._inspector.prepare(image, cancel)

    def inspect(self, image: Pixels, x: int, y: int, cancel: CancelToken) -> PixelInspection:
        return self._inspector.inspect(image, x, y, cancel)


def _open(predictor: Predictor) -> Inside:
    return _TorchInside(predictor)
