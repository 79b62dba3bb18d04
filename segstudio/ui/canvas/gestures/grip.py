"""What a gesture works with: the document, the tool and everything that the hand holds beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from segstudio.labels.areas.brush import TipShape
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.options import Value
from segstudio.labels.patch import Change
from segstudio.labels.tools import ToolSpec

Scene = Callable[[ToolContext], ToolContext]
"""Fills in what there is to look at now: image, prediction, probabilities, the label before."""


@dataclass(frozen=True)
class Grip:
    """Fixed when a gesture begins, but for the scene: a prediction may arrive on the way."""

    document: Document
    spec: ToolSpec
    class_id: int
    radius: float
    shape: TipShape
    options: Mapping[str, Value]
    modifiers: Modifiers
    scene: Scene

    @property
    def selects(self) -> bool:
        """Whether it makes the selection and leaves the mask as it is."""
        return self.spec.selects and self.options.get("mode") == "select"

    def context(self) -> ToolContext:
        empty = ToolContext(
            self.document.label_map, self.class_id, options=self.options, modifiers=self.modifiers
        )
        return self.scene(empty)

    def change(self, gesture: Gesture) -> Change:
        """The tool's answer, kept to the modifiers. Raises RuntimeError when the tool lacks what it needs."""
        return self.spec.change(gesture, self.context())

    def with_class(self, class_id: int) -> Grip:
        return replace(self, class_id=class_id)
