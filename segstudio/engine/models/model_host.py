"""The model in its worker thread: loading it, replacing it, and saying where it stands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from segstudio.core import collecting
from segstudio.core.arrays import Pixels
from segstudio.core.classes import ClassTable
from segstudio.core.predicting import PLAIN, PredictOptions
from segstudio.core.prediction import Prediction
from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.core.zoo import BUNDLED, find_card
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.models.model_download import download
from segstudio.engine.views import RESTART_MODEL, Level, Message, ModelPhase, ModelState, sentence_of

NO_MODEL = "none"
"""A session with this name loads no model by itself: labelling by hand."""

_LOAD_PRIORITY = 1000


class Predictor(Protocol):
    """What the engine needs of `deeplab.predictor.Predictor`, told without importing torch."""

    options: PredictOptions

    @property
    def classes(self) -> ClassTable: ...
    @property
    def model_id(self) -> str: ...
    @property
    def model_name(self) -> str: ...
    @property
    def device(self) -> str: ...
    @property
    def notices(self) -> list[str]: ...
    def predict(self, image: Pixels, cancel: CancelToken | None = None) -> Prediction: ...


class ModelHost:
    """Owns the predictor. Methods belong to the GUI thread; `predictor` is handed to jobs of the model queue."""

    def __init__(self, queue: JobQueue, downloads: JobQueue, name: str, device: str) -> None:
        """`queue`: the model's thread. `downloads`: fetches weights, so that the model in use can go on."""
        self.changed: Signal[()] = Signal()
        """`state` changed."""
        self.replaced: Signal[Predictor] = Signal()
        """Another predictor is in use: what the former said no longer holds."""
        self.message: Signal[Message] = Signal()
        self.state = ModelState(ModelPhase.IDLE, name, device)
        self.predictor: Predictor | None = None
        self.options: Callable[[], PredictOptions] = lambda: PLAIN
        """How a model is to look at images: asked whenever one is loaded."""
        self._queue = queue
        self._downloads = downloads
        self._job: Job[Predictor] | Job[None] | None = None
        self._before: ModelState | None = None  # what holds again when loading fails

    def start(self) -> None:
        """Load unless that was asked for before, or nobody wants one."""
        if self.state.phase is ModelPhase.IDLE and self.state.name != NO_MODEL:
            self.load()

    def load(self, name: str | None = None, device: str | None = None) -> None:
        """Load another model, or the same on another device; the former works on until it is there."""
        if self._job is not None:
            self._job.cancel()
        if self.predictor is not None and self._before is None:
            self._before = self.state
        wanted = ModelState(ModelPhase.LOADING, name or self.state.name, device or self.state.device)
        self._set(wanted)
        card = find_card(wanted.name)
        if card is None or card.downloaded():
            self._read(wanted)
            return
        self._job = self._downloads.submit(
            "model",
            worded("Download {model}", model=_title(wanted.name)),
            lambda context: download(card, wanted.device, context),
            on_done=lambda _nothing: self._read(wanted),
            on_error=self._failed,
            on_cancel=self._cancelled,
        )

    def _read(self, wanted: ModelState) -> None:
        """The weights are on this machine."""
        options = self.options()
        self._job = self._queue.submit(
            "model",
            worded("Load {model}", model=_title(wanted.name)),
            lambda context: _looking(options, _load(wanted.name, wanted.device, context)),
            priority=_LOAD_PRIORITY,
            on_done=self._loaded,
            on_error=self._failed,
            on_cancel=self._cancelled,
        )

    def reload(self) -> None:
        """The same model with the options of now, if one is or is being loaded; else they hold when one is."""
        if self.state.phase in {ModelPhase.LOADING, ModelPhase.READY}:
            self.load()

    def cancel(self) -> None:
        """Stop loading; the former model stays."""
        if self._job is not None:
            self._job.cancel()

    def hear(self, predictor: Predictor) -> None:
        """After a prediction: tell what the predictor has noted since (it fell back to the CPU, say)."""
        if predictor is self.predictor and len(predictor.notices) > len(self.state.notices):
            news = predictor.notices[len(self.state.notices) :]
            self._set(replace(self.state, notices=tuple(predictor.notices), device=str(predictor.device)))
            for text in news:
                self.message.emit(Message(Level.WARNING, text))

    def _loaded(self, predictor: Predictor) -> None:
        self._job = self._before = None
        self.predictor = predictor
        self._set(ModelState(ModelPhase.READY, self.state.name, str(predictor.device), predictor.classes))
        self.replaced.emit(predictor)
        self.hear(predictor)

    def _failed(self, error: Exception) -> None:
        failed = self.state.name
        self._job = None
        text = sentence_of(error, worded("The model {name} could not be loaded", name=failed))
        if self._before is not None:
            self.message.emit(
                Message(Level.ERROR, worded("{text} The model in use stays.", text=text), RESTART_MODEL)
            )
            self._fall_back()
        elif failed != BUNDLED:
            self.message.emit(
                Message(
                    Level.ERROR,
                    worded("{text} The bundled model is used instead.", text=text),
                    RESTART_MODEL,
                )
            )
            self.load(BUNDLED)
        else:
            self._set(replace(self.state, phase=ModelPhase.FAILED))
            self.message.emit(Message(Level.ERROR, text, RESTART_MODEL))

    def _cancelled(self) -> None:
        self._job = None
        if self._before is not None:
            self._fall_back()
        else:
            self._set(replace(self.state, phase=ModelPhase.IDLE))

    def _fall_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self._set(before)

    def _set(self, state: ModelState) -> None:
        self.state = state
        self.changed.emit()


def _title(name: str) -> str:
    """For people: the card's title without its explanation, or the file's name."""
    card = find_card(name)
    return card.title.split(",")[0] if card is not None else Path(name).name


def _looking(options: PredictOptions, predictor: Predictor) -> Predictor:
    """Told before anybody else has it."""
    predictor.options = options
    return predictor


def _load(name: str, device: str, context: JobContext) -> Predictor:
    """In the model worker; torch is imported here so that the window is on screen before it."""
    from segstudio.deeplab.libraries import map_libraries

    map_libraries()
    there = "segstudio.deeplab.weights" in sys.modules  # then all that is open would be set aside for good
    if not there:
        collecting.rest()
    try:
        from segstudio.deeplab.predictor import Predictor as TorchPredictor
        from segstudio.deeplab.weights import load_model
    finally:
        if not there:
            collecting.resume()

    context.progress(0, 0, worded("Loading"))
    loaded = load_model(name, device, context.progress, context.token)
    context.token.raise_if_cancelled()
    return TorchPredictor(loaded, device)
