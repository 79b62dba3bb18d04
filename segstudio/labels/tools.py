"""The tools: what each is called, which gesture it takes, what it does. The one table of them.

A tool is a pure function from a gesture and a context to a change. Its modifiers are kept here, in `change`, for
all of them alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from segstudio.labels import options as opt
from segstudio.labels import tool_work as work
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.effects import nothing
from segstudio.labels.modifiers import restrict
from segstudio.labels.options import ToolOption, Value
from segstudio.labels.patch import Area, Change

ToolKind = Literal["stroke", "polygon", "lasso", "box", "click", "scribble", "whole"]
"""The gesture. stroke: a drag whose tip works on the way. polygon: corners, closed by a double click. lasso: a drag
around something. box: a drag from corner to corner. click: one point. scribble: strokes that are kept as marks, then
answered together (Return). whole: no gesture, a button; works on the selection, else on the image."""

Group = Literal["paint", "area", "region", "image", "edge", "model", "look"]
"""What a tool goes by: the tip, a drawn area, the mask's regions, the pixels' colours, the mask's edges, the model,
or nothing but looking."""

Need = Literal["image", "prediction", "model", "previous"]
"""What a tool cannot work without: the picture, the proposal, probabilities, the label of the image before."""


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """One row of the table. A tool has `find` (an area, of which the option 'mode' says what becomes of it) or
    `work` (a change of its own making); one that has neither changes nothing: it picks a class."""

    id: str
    title: str
    kind: ToolKind
    group: Group
    step: str
    """The name of its steps in the history."""
    icon: str
    """A Material Design icon as qtawesome names it."""
    shortcut: str
    """'' for none."""
    help: str
    find: Callable[[Gesture, ToolContext], Area] | None = None
    work: Callable[[Gesture, ToolContext], Change] | None = None
    options: tuple[ToolOption, ...] = ()
    tip: bool = False
    """Whether the tip's radius and shape matter."""
    heavy: bool = False
    """Whether it may take longer than a frame: run `change` in a worker, then apply it if the document's revision
    is still the same."""
    needs: frozenset[Need] = frozenset()

    @property
    def changes(self) -> bool:
        """Whether it changes anything at all."""
        return self.find is not None or self.work is not None

    @property
    def selects(self) -> bool:
        """Whether it can make the selection: it has an option 'mode' with 'select'."""
        return self.find is not None

    def options_with(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """A value for each of the options: the given one where it fits, else the default."""
        return {
            o.key: values[o.key] if o.key in values and o.accepts(values[o.key]) else o.default
            for o in self.options
        }

    def area(self, gesture: Gesture, context: ToolContext) -> Area:
        """What the gesture means, before it is said what becomes of it: for previews and the selection.

        Nothing for a tool that cannot tell. Raises RuntimeError when something that it needs is missing.
        """
        self._check(context)
        return self.find(gesture, context) if self.find is not None else Area.nothing()

    def change(self, gesture: Gesture, context: ToolContext) -> Change:
        """The tool's answer, kept to the modifiers. Pure; for a worker when `heavy`.

        Nothing for a tool that changes nothing and for the mode 'select'. Raises RuntimeError as `area` does.
        """
        self._check(context)
        if self.find is not None:
            found = work.say(self.find(gesture, context), context)
        elif self.work is not None:
            found = self.work(gesture, context)
        else:
            return nothing()
        return restrict(found, context.label_map, context.modifiers)

    def missing(self, context: ToolContext) -> Need | None:
        """What the tool needs and the context lacks."""
        if "image" in self.needs and context.image is None:
            return "image"
        if "prediction" in self.needs and context.prediction is None:
            return "prediction"
        return None

    def _check(self, context: ToolContext) -> None:
        missing = self.missing(context)
        if missing is not None:
            raise RuntimeError(f"{self.title} needs the {missing}, which is not there")


TOOLS: tuple[ToolSpec, ...] = (
    ToolSpec(
        "brush", "Brush", "stroke", "paint", "Brush stroke", "mdi6.brush", "B",
        "Paint the active class.",
        work=work.brush, tip=True,
    ),
    ToolSpec(
        "eraser", "Eraser", "stroke", "paint", "Erase", "mdi6.eraser", "E",
        "Back to empty: a later prediction may fill it.",
        work=work.eraser, tip=True,
    ),
    ToolSpec(
        "restore", "Restore prediction", "stroke", "model", "Restore prediction", "mdi6.backup-restore", "T",
        "Take your paint away and bring the model's proposal back.",
        work=work.restore, tip=True,
    ),
    ToolSpec(
        "confirm", "Confirm", "stroke", "model", "Confirm", "mdi6.check-decagram-outline", "C",
        "Agree with what stands there: it counts as reviewed, and no later prediction changes it.",
        work=work.confirm, tip=True,
    ),
    ToolSpec(
        "polygon", "Polygon", "polygon", "area", "Polygon", "mdi6.vector-polygon", "P",
        "Click corners; a double click or Return fills the polygon with the active class.",
        find=work.outline, options=(opt.MODE,),
    ),
    ToolSpec(
        "lasso", "Lasso", "lasso", "area", "Lasso", "mdi6.lasso", "L",
        "Draw around something: it gets the active class.",
        find=work.outline, options=(opt.MODE,),
    ),
    ToolSpec(
        "rectangle", "Rectangle", "box", "area", "Rectangle", "mdi6.rectangle-outline", "M",
        "Drag from corner to corner.",
        find=work.box, options=(opt.MODE,),
    ),
    ToolSpec(
        "ellipse", "Ellipse", "box", "area", "Ellipse", "mdi6.ellipse-outline", "O",
        "Drag the rectangle around the ellipse.",
        find=work.oval, options=(opt.MODE,),
    ),
    ToolSpec(
        "fill", "Fill region", "click", "region", "Fill region", "mdi6.format-color-fill", "F",
        "Give a connected region of one class the active class.",
        find=work.region, options=(opt.MODE,),
    ),
    ToolSpec(
        "reassign", "Reassign region", "click", "region", "Reassign region", "mdi6.call-merge", "U",
        "Give a connected region the class that lies around it.",
        work=work.reassign_region, options=(opt.TAKES,),
    ),
    ToolSpec(
        "replace_class", "Replace class", "click", "region", "Replace class", "mdi6.find-replace", "Shift+F",
        "Give every pixel of the clicked class, in the selection or the whole image, the active class.",
        find=work.replace_class, options=(opt.MODE,),
    ),
    ToolSpec(
        "confirm_region", "Confirm region", "click", "model", "Confirm region", "mdi6.check-all", "Shift+C",
        "Agree with a whole connected region of one class.",
        work=work.confirm_region,
    ),
    ToolSpec(
        "pick", "Pick class", "click", "look", "", "mdi6.eyedropper", "I",
        "Make the class under the pointer the active one.",
    ),
)  # fmt: skip

_BY_ID = {spec.id: spec for spec in TOOLS}


def tool(tool_id: str) -> ToolSpec:
    """The row of that id. Raises KeyError when there is none."""
    return _BY_ID[tool_id]
