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
from segstudio.labels.options import Need, ToolOption, Value
from segstudio.labels.patch import Area, Change

ToolKind = Literal["stroke", "polygon", "lasso", "box", "click", "scribble", "whole"]
"""The gesture. stroke: a drag whose tip works on the way. polygon: corners, closed by a double click. lasso: a drag
around something. box: a drag from corner to corner. click: one point. scribble: strokes that are kept as marks, then
answered together (Return). whole: no gesture, a button; works on the selection, else on the image."""

Group = Literal["paint", "area", "region", "image", "edge", "model", "look"]
"""What a tool goes by: the tip, a drawn area, the mask's regions, the pixels' colours, the mask's edges, the model,
or nothing but looking."""


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
        wanted = set(self.needs)
        for option in self.options:
            wanted |= {
                need for value, need in option.needs.items() if context.options.get(option.key) == value
            }
        there = {
            "image": context.image, "prediction": context.prediction, "model": context.model,
            "previous": context.previous,
        }  # fmt: skip
        return next((need for need in sorted(wanted) if there[need] is None), None)

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
        "smart_brush", "Smart brush", "stroke", "model", "Smart brush", "mdi6.auto-fix", "V",
        "Paint the active class only where the model gives it enough probability.",
        work=work.smart_brush, options=(opt.THRESHOLD,), tip=True, needs=frozenset({"model"}),
    ),
    ToolSpec(
        "superpixel", "Superpixel brush", "stroke", "image", "Superpixel brush", "mdi6.hexagon-multiple-outline", "S",
        "Paint whole patches of like colour as the tip touches them.",
        work=work.superpixel_brush, options=(opt.SUPERPIXEL,), tip=True, heavy=True, needs=frozenset({"image"}),
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
        "previous", "From the image before", "click", "region", "From the image before",
        "mdi6.page-previous-outline", "K",
        "Take the region that the image before has under the pointer, with its class.",
        work=work.from_previous, options=(opt.FOLLOW,), heavy=True, needs=frozenset({"previous"}),
    ),
    ToolSpec(
        "wand", "Magic wand", "click", "image", "Magic wand", "mdi6.magic-staff", "Z",
        "Click a colour: pixels like it get the active class.",
        find=work.wand, options=(opt.MODE, opt.TOLERANCE, opt.CONTIGUOUS), needs=frozenset({"image"}),
    ),
    ToolSpec(
        "grabcut", "GrabCut", "box", "image", "GrabCut", "mdi6.image-filter-center-focus", "G",
        "Drag a box around something: it is told from what lies around it.",
        find=work.cut_out, options=(opt.MODE,), heavy=True, needs=frozenset({"image"}),
    ),
    ToolSpec(
        "watershed", "Watershed", "scribble", "image", "Watershed", "mdi6.waves", "J",
        "Draw a mark in each thing, with its class; Return lets the marks grow to the image's edges.",
        work=work.from_marks, options=(opt.MARGIN,), tip=True, heavy=True, needs=frozenset({"image"}),
    ),
    ToolSpec(
        "snap", "Snap outline", "lasso", "image", "Snap outline", "mdi6.magnet", "Shift+L",
        "Draw roughly around something: the outline moves onto the image's or the model's edge.",
        find=work.snapped, options=(opt.MODE, opt.SNAP_TO, opt.BAND), heavy=True,
    ),
    ToolSpec(
        "smooth", "Smooth edges", "whole", "edge", "Smooth edges", "mdi6.vector-curve", "",
        "Round off the edges, in the selection or the whole image.",
        work=work.smooth, options=(opt.REACH, opt.SMOOTHNESS), heavy=True,
    ),
    ToolSpec(
        "grow", "Grow", "whole", "edge", "Grow", "mdi6.arrow-expand-all", "",
        "The active class takes the pixels around it, in the selection or the whole image.",
        work=work.grow, options=(opt.PIXELS,), heavy=True,
    ),
    ToolSpec(
        "shrink", "Shrink", "whole", "edge", "Shrink", "mdi6.arrow-collapse-all", "",
        "The active class gives its outer pixels to its neighbours.",
        work=work.shrink, options=(opt.PIXELS,), heavy=True,
    ),
    ToolSpec(
        "fill_holes", "Fill holes", "whole", "edge", "Fill holes", "mdi6.circle-slice-8", "",
        "What the active class encloses becomes it.",
        work=work.holes, options=(opt.HOLE,), heavy=True,
    ),
    ToolSpec(
        "specks", "Remove specks", "whole", "edge", "Remove specks", "mdi6.broom", "",
        "Small regions take the class around them.",
        work=work.specks, options=(opt.REACH, opt.SPECK), heavy=True,
    ),
    ToolSpec(
        "second_choice", "Second choice", "click", "model", "Second choice", "mdi6.numeric-2-circle-outline", "X",
        "Click a region that is wrong: it takes the model's second choice; again: the first.",
        work=work.second_choice, heavy=True, needs=frozenset({"model", "prediction"}),
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
