"""The session as the image list reads it: many figures at once, without making a view of every image."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.marks import Mark
from segstudio.engine.session import Session
from segstudio.engine.views import EntryView
from segstudio.ui.panels.image_rows import Order


class SessionRows:
    """The `RowSource` of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        evaluation = session.evaluation
        self._figures: dict[Order, Callable[[], Mapping[str, float | None]]] = {
            Order.WORST: lambda: evaluation.mious,
            Order.ERRORS: lambda: evaluation.errors,
            Order.UNCERTAINTY: lambda: evaluation.doubts.uncertainties,
            Order.DISAGREEMENT: lambda: evaluation.doubts.disagreements,
            Order.NUMBER: lambda: evaluation.focus.numbers,
        }

    def entries(self) -> Sequence[ImageEntry]:
        project = self._session.project
        return project.images if project is not None else ()

    def view(self, key: str) -> EntryView:
        return self._session.entry_view(key)

    def figures(self, order: Order) -> Mapping[str, float | None]:
        return self._figures[order]()

    def status(self, entry: ImageEntry) -> Status:
        return self._session.status(entry)

    def mark(self, key: str) -> Mark:
        return self._session.marks.get(key)

    def in_focus(self, key: str) -> bool:
        return self._session.evaluation.focus.holds(key)
