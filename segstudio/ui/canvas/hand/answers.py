"""What a tool says to a gesture: written into the mask, or made the selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.patch import Change
from segstudio.labels.selection import How, combine
from segstudio.ui.canvas.gestures.grip import Grip
from segstudio.ui.canvas.hand.pending import Pending
from segstudio.ui.canvas.hand.tool_work import ToolWork
from segstudio.ui.tool_state import ToolState

T = TypeVar("T")
AT_ONCE = 1 << 20
"""Answers on maps of more pixels than this are worked out off the GUI thread, even those of quick tools."""


class Answers:
    """Asks tools at once, or has them asked in a worker; behind what is `pending`."""

    def __init__(self, tools: ToolState, pending: Pending, work: ToolWork | None) -> None:
        self._tools = tools
        self._pending = pending
        self._work = work

    def give(self, grip: Grip, done: Gesture | None, how: How) -> None:
        """`done`: the gesture, None where it was none. `how`: what a new selection does with the former."""
        if grip.spec.missing(grip.context()) is not None:
            return
        if not grip.selects:
            if done is not None:
                gesture = done
                self._run(
                    grip,
                    lambda context: grip.spec.change(gesture, context),
                    lambda change: self._write(grip.document, change, grip.spec.step),
                )
        elif done is None:
            if how == "replace":
                self._tools.set_selection(None)  # a click beside everything
        else:
            gesture, tools = done, self._tools
            self._run(
                grip,
                lambda context: combine(tools.selection, grip.spec.area(gesture, context), how),
                tools.set_selection,
            )

    def _run(self, grip: Grip, work: Callable[[ToolContext], T], done: Callable[[T], None]) -> None:
        self._pending.answer(grip.spec.title, lambda: self._begin(grip, work, done))

    def _begin(self, grip: Grip, work: Callable[[ToolContext], T], done: Callable[[T], None]) -> None:
        context = grip.context()
        quick = not grip.spec.heavy and grip.document.label_map.rect.area <= AT_ONCE
        if grip.spec.missing(context) is not None:
            return  # gone while it waited
        if self._work is None or (quick and not self._work.working):
            done(work(context))
        else:
            self._work.commit(grip.spec.title, grip.document, lambda _token: work(context), done)

    def _write(self, document: Document, change: Change, step: str) -> None:
        if self._work is not None:
            self._work.write(document, change, step)
        elif not change.area.rect.empty:
            document.apply(change, step)
