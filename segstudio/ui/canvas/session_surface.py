"""The canvas follows the session: image, document, prediction and saved label of the moment.

It never shows one image under the mask of another: while the next image loads, the former stays, dimmed when that
takes a noticeable time, and nothing can be edited.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from segstudio.core.adjustments import WHOLE
from segstudio.core.arrays import Pixels, Plane
from segstudio.core.errors import UserError
from segstudio.core.prediction import Prediction
from segstudio.core.release import release_later
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Piece
from segstudio.ui.canvas.hand import hints
from segstudio.ui.canvas.rendering.pyramid import ImagePyramid, Picture, ReducedImage
from segstudio.ui.canvas.source import CanvasSource
from segstudio.ui.canvas.surface import CanvasSurface


class SessionSurface(CanvasSurface):
    """A surface that shows what a session has; `context(str)`: what there is to say about it."""

    context = Signal(str)

    def __init__(self, session: CanvasSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._mask: LabelMap | None = None
        """Of the image that is shown, which may be the former one."""
        self._root: Path | None = None
        self._reduced: ReducedImage | None = None
        """Shown until the image is decoded, and where it is zoomed out until its overviews are made."""
        self._asked_saved = ""
        """Key of the image whose saved label was asked for."""
        self._doubted: Prediction | None = None
        """The prediction whose confidence was asked for."""
        self._candidate: Plane | None = None
        self._by_model = self._void_counts = True
        self._stop_following: Callable[[], None] | None = None
        self._disconnect = [
            session.current_changed.connect(self._current_changed),
            session.early_changed.connect(self._early_came),
            session.document_changed.connect(self._document_changed),
            session.prediction_changed.connect(self._prediction_changed),
            session.table_changed.connect(self._table_changed),
            session.project_changed.connect(self._project_changed),
            session.message.connect(self._message_came),
            session.saved.connect(self._label_saved),
        ]

    def detach(self) -> None:
        self._follow(None)
        for disconnect in self._disconnect:
            disconnect()
        super().detach()

    def set_candidate(self, label: Plane | None, *, model: bool = True, void_counts: bool = True) -> None:
        """What is compared, where it is not the `model`: this label (uint8 H×W, class ids) takes the prediction's place.

        None: there is none for this image; so it is for another image until its own is set. `void_counts`: whether
        pixels that it leaves void are errors.
        """
        if label is not self._candidate or (model, void_counts) != (self._by_model, self._void_counts):
            self._candidate, self._by_model, self._void_counts = label, model, void_counts
            self._show_prediction()

    # For the subclass

    def _document_taken(self) -> None:
        """`_document` is another one, or None: what was begun in the former has to end."""

    def _state_said(self) -> None:
        """Something changed that a hint may depend on."""

    # Inside

    def _read_session(self) -> None:
        """Show what the session has already."""
        self._project_changed(self._session.project)
        self._document_changed(self._session.document)

    def _project_changed(self, project: Project | None) -> None:
        """Another folder, or the same with its labels elsewhere."""
        root = project.root if project is not None else None
        if root != self._root:
            self._root = root
            self.set_hidden_classes(frozenset())
        self._table_changed()

    def _table_changed(self) -> None:
        self._set_table(self._session.table)
        self._state_said()

    def _current_changed(self, entry: ImageEntry | None) -> None:
        self._follow(None)
        self._overlays.clear()
        self._reduced, self._early = None, False
        self._set_loading(entry is not None)
        if entry is None:
            self._show_nothing()
        self._state_said()

    def _document_changed(self, document: Document | None) -> None:
        self._follow(document)
        image = self._session.image
        if document is not None and image is not None:
            if self._mask is not None and self._mask is not document.label_map:
                release_later(self._mask.label, self._mask.provenance)
            self._mask = document.label_map
            self._set_loading(False)
            self._show_decoded(image)
            self._stack.set_mask(document.label_map)
            self._take_prediction()
            self._stack.set_saved(None)
            self._asked_saved = ""
            self._layer_shown()
        self._state_said()

    def _show_decoded(self, image: Pixels) -> None:
        wide, reduced = self._session.wide, self._reduced
        self._reduced = None
        values = wide.values if wide is not None else image
        pyramid = ImagePyramid(values, self._background, self._image_ready, reduced)
        self._show_image(pyramid, wide.shown if wide is not None else WHOLE)

    def _early_came(self, early: EarlyImage) -> None:
        """A large image at a reduced size, while it is decoded."""
        if self._loading:
            self._reduced = ReducedImage(early.pixels, early.size)
            self._early = True
            self._show_nothing(self._reduced)
            self._show_loading()

    def _follow(self, document: Document | None) -> None:
        if document is not self._document:
            self._candidate = None
        if document is self._document:
            return
        if self._stop_following is not None:
            self._stop_following()
        self._document = document
        self._stop_following = document.changed.connect(self._piece_changed) if document else None
        self._document_taken()

    def _show_nothing(self, picture: Picture | None = None) -> None:
        """No layer, and no image but perhaps this."""
        self._show_image(picture)
        if self._mask is not None:
            release_later(self._mask.label, self._mask.provenance)
        self._mask = None
        self._stack.set_mask(None)
        self._stack.set_prediction(None)
        self._stack.set_saved(None)
        self._update_layer()

    def _prediction_changed(self, _prediction: Prediction | None) -> None:
        self._show_prediction()

    def _show_prediction(self) -> None:
        if self._document is not None:
            self._take_prediction()
            self._update_layer()
            self._ask_confidence()

    def _take_prediction(self) -> None:
        """A candidate of another size belongs to another image."""
        label, document = self._candidate, self._document
        if self._by_model:
            label = self._session.prediction_label
        elif label is not None and document is not None and label.shape != document.label_map.shape:
            label = None
        self._stack.set_prediction(label, void_counts=self._void_counts)
        self._stack.set_confidence(None)
        self._doubted = None

    def _piece_changed(self, piece: Piece) -> None:
        self._pixels_changed(piece.rect)

    def _message_came(self, message: Message) -> None:
        if message.level == Level.ERROR and self._session.document is None:
            self._set_loading(False)  # it will not come

    def _label_saved(self, key: str) -> None:
        if key == self._asked_saved:
            self._asked_saved = ""
            self._ask_saved_label()

    def _layer_shown(self) -> None:
        super()._layer_shown()
        self._ask_saved_label()
        self._ask_confidence()
        if (
            self._document is not None
            and self.layer not in {"label", "confidence"}
            and self._stack.codes() is None
        ):
            self.context.emit(hints.empty_layer_hint(self.layer, by_model=self._by_model))

    def _ask_confidence(self) -> None:
        """Work it out in the background, when it is to be shown."""
        prediction = self._session.prediction
        if self.layer != "confidence" or self._document is None or prediction is self._doubted:
            return
        self._doubted = prediction
        if prediction is None:
            self.context.emit(hints.empty_layer_hint("confidence"))
            return

        def show(confidence: Plane) -> None:
            if self._session.prediction is prediction:
                self._stack.set_confidence(confidence)
                self._update_layer()

        self._background.run(prediction.confidence, show)

    def _ask_saved_label(self) -> None:
        """Read the label as it is on disk, in the background, when it is to be shown."""
        entry, project = self._session.current, self._session.project
        if self.layer != "label" or entry is None or project is None or entry.key == self._asked_saved:
            return
        self._asked_saved = entry.key

        def read() -> LabelMap | None:
            try:
                return project.load_label(entry)
            except UserError:
                return None  # the session has already said what is wrong with it

        def show(label_map: LabelMap | None) -> None:
            if self._session.current is not None and self._session.current.path == entry.path:
                self._stack.set_saved(label_map)
                self._update_layer()
                if label_map is None:
                    self.context.emit(hints.empty_layer_hint("label"))

        self._background.run(read, show, key="saved label")
