"""Commands that answer at once: images, view, tools, classes, undo; and the ticks that show their state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from segstudio.engine.session import Session
from segstudio.labels.document import Document
from segstudio.ui.action_book import ActionBook
from segstudio.ui.actions import CLASS
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.hand_tools import HAND_TOOLS
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.panels.images import ImagePanel
from segstudio.ui.tool_state import ToolState

Handler = Callable[[bool], object]


class HandCommands(QObject):
    """Turns keys and menu items into calls; keeps undo, redo and the checkable actions up to date."""

    def __init__(
        self,
        book: ActionBook,
        session: Session,
        tools: ToolState,
        *,
        canvas: CanvasView,
        images: ImagePanel,
        classes: ClassPanel,
    ) -> None:
        super().__init__(book)
        self._book = book
        self._session = session
        self._tools = tools
        self._canvas = canvas
        self._images = images
        self._classes = classes
        self._undo_words = (book["edit.undo"].text(), book["edit.redo"].text())
        self._forget_document: Callable[[], None] = _nothing
        self._disconnects = [
            session.document_changed.connect(self._follow),
            session.project_changed.connect(lambda _project: self._show_history()),
        ]
        canvas.layer_changed.connect(self._show_layer)
        canvas.undoable_changed.connect(lambda _what: self._show_history())
        canvas.mask_hidden_changed.connect(book["view.hide_mask"].setChecked)
        self._follow(session.document)

    def detach(self) -> None:
        """Stop listening to session and document."""
        self._forget_document()
        for disconnect in self._disconnects:
            disconnect()

    def handlers(self) -> dict[str, Handler]:
        """By action id."""
        table: dict[str, Handler] = {
            "edit.undo": lambda _on: self._undo(),
            "edit.redo": lambda _on: self._redo(),
            "image.previous": lambda _on: self._go(-1),
            "image.next": lambda _on: self._go(1),
            "image.next_unlabelled": lambda _on: self._next_unlabelled(),
            "image.search": lambda _on: self._find(),
            "view.zoom_in": lambda _on: self._canvas.zoom_in(),
            "view.zoom_out": lambda _on: self._canvas.zoom_out(),
            "view.fit": lambda _on: self._canvas.fit(),
            "view.actual": lambda _on: self._canvas.actual_size(),
            "view.prediction": lambda on: self._canvas.set_layer("prediction" if on else "mask"),
            "view.label": lambda on: self._canvas.set_layer("label" if on else "mask"),
            "view.errors": lambda on: self._canvas.set_layer("errors" if on else "mask"),
            "view.hide_mask": self._canvas.set_mask_hidden,
            "tool.smaller": lambda _on: self._tools.step_radius(-1),
            "tool.larger": lambda _on: self._tools.step_radius(1),
        }
        for spec in HAND_TOOLS:
            table[f"tool.{spec.id}"] = lambda _on, tool=spec.id: self._tools.set_tool(tool)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        for number, action in enumerate(CLASS, start=1):
            table[action.id] = lambda _on, number=number: self._classes.choose_number(number)  # type: ignore[misc]  # as above
        return table

    def _go(self, step: int) -> None:
        self._canvas.afterwards(lambda: self._images.go(step))

    def _next_unlabelled(self) -> None:
        self._canvas.afterwards(self._session.next_unlabelled)

    def _find(self) -> None:
        self._images.search.setFocus()
        self._images.search.selectAll()

    def _undo(self) -> None:
        """What is not in the history yet, an open polygon's last corner for one, was done later than all of it."""
        document = self._session.document
        if not self._canvas.take_back() and document is not None:
            document.undo()

    def _redo(self) -> None:
        document = self._session.document
        if not self._canvas.undoable and document is not None:
            document.redo()

    def _follow(self, document: Document | None) -> None:
        self._forget_document()
        self._forget_document = document.state_changed.connect(self._show_history) if document else _nothing
        self._show_history()

    def _show_history(self) -> None:
        document, pending = self._session.document, self._canvas.undoable
        undo, redo = self._book["edit.undo"], self._book["edit.redo"]
        undo.setEnabled(document is not None and (bool(pending) or document.can_undo))
        redo.setEnabled(document is not None and not pending and document.can_redo)
        names = (document.undo_name, document.redo_name) if document is not None else (None, None)
        for action, word, name in zip(
            (undo, redo), self._undo_words, (pending or names[0], names[1]), strict=True
        ):
            action.setText(f"{word}: {QCoreApplication.translate('Steps', name)}" if name else word)

    def _show_layer(self, layer: str) -> None:
        for name in ("prediction", "label", "errors"):
            self._book[f"view.{name}"].setChecked(layer == name)


def _nothing() -> None:
    """There is no document to forget."""
