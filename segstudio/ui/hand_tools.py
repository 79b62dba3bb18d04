"""The tools of the table that the hand over the canvas knows the gestures of: they have buttons and keys."""

from __future__ import annotations

from dataclasses import dataclass

from segstudio.labels.tools import TOOLS, ToolSpec

HAND_TOOLS: tuple[ToolSpec, ...] = tuple(spec for spec in TOOLS if spec.kind != "whole")
"""In the order of the table: the first is the one that a hand begins with."""
WHOLE_TOOLS: tuple[ToolSpec, ...] = tuple(spec for spec in TOOLS if spec.kind == "whole")
"""Those without a gesture: they stand in the menu."""


@dataclass(frozen=True, slots=True)
class Section:
    """Tools that belong together. `slots`: buttons of the strip, each of the ids that share it; in the menu they stand
    under `title`, in English."""

    title: str
    slots: tuple[tuple[str, ...], ...]


SECTIONS: tuple[Section, ...] = (
    Section("Paint", (("brush", "smart_brush", "superpixel"), ("eraser",))),
    Section("Draw an area", (("polygon", "lasso", "snap"), ("rectangle", "ellipse", "grabcut"))),
    Section(
        "Regions and colours", (("fill", "reassign", "replace_class", "previous"), ("wand", "watershed"))
    ),
    Section("The model's answer", (("second_choice",), ("restore",), ("confirm", "confirm_region"))),
    Section("", (("pick",),)),
)
"""Every tool of the hand, once. A section without a title stands in the menu itself."""
