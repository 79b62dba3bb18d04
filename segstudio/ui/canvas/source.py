"""What the canvas needs of a session: a window on `engine.session.Session`, so that benches can bring their own."""

from __future__ import annotations

from typing import Protocol

from segstudio.core.arrays import Pixels
from segstudio.core.classes import ClassTable
from segstudio.core.prediction import Prediction
from segstudio.core.signal import Signal
from segstudio.core.wide_image import WideImage
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.engine.views import Message
from segstudio.labels.document import Document


class CanvasSource(Protocol):
    """`Session` is one; the meaning of every name stands there."""

    current_changed: Signal[ImageEntry | None]
    early_changed: Signal[EarlyImage]
    document_changed: Signal[Document | None]
    prediction_changed: Signal[Prediction | None]
    table_changed: Signal[()]
    project_changed: Signal[Project | None]
    message: Signal[Message]
    saved: Signal[str]

    @property
    def project(self) -> Project | None: ...

    @property
    def table(self) -> ClassTable | None: ...

    @property
    def current(self) -> ImageEntry | None: ...

    @property
    def image(self) -> Pixels | None: ...

    @property
    def wide(self) -> WideImage | None: ...

    @property
    def document(self) -> Document | None: ...

    @property
    def prediction(self) -> Prediction | None: ...

    @property
    def prediction_label(self) -> Pixels | None: ...
