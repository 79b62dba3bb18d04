"""The options of the tools: what can be set in the options strip, and what stands there at first.

Tip radius and shape are no options: they belong to the hand (`ToolSpec.tip`), as the active class does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = bool | float | str
Options = Mapping[str, Value]
"""A value for every key of a tool's options."""


Need = Literal["image", "prediction", "model", "previous"]
"""What a tool may not work without: the picture, the proposal, probabilities, the label of the image before."""


@dataclass(frozen=True, slots=True)
class ToolOption:
    """One row of the options strip. A number lies in `minimum` … `maximum`; a choice is one of `choices`."""

    key: str
    title: str
    default: Value
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    """(value, title)."""
    minimum: float = 0.0
    maximum: float = 0.0
    step: float = 1.0
    unit: str = ""
    needs: Mapping[str, Need] = field(default_factory=dict)
    """What a choice cannot work without."""

    @property
    def kind(self) -> Literal["number", "choice", "flag"]:
        if isinstance(self.default, bool):
            return "flag"
        return "choice" if isinstance(self.default, str) else "number"

    def accepts(self, value: object) -> bool:
        if self.kind == "flag":
            return isinstance(value, bool)
        if self.kind == "choice":
            return value in [name for name, _ in self.choices]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return self.minimum <= value <= self.maximum


def number(options: Options, key: str) -> float:
    """Raises KeyError when the tool has no such option."""
    value = options[key]
    if isinstance(value, str):
        raise TypeError(f"the option {key} is no number")
    return float(value)


def whole_number(options: Options, key: str) -> int:
    return round(number(options, key))


def text(options: Options, key: str) -> str:
    return str(options[key])


def flag(options: Options, key: str) -> bool:
    return bool(options[key])


MODE = ToolOption(
    "mode", "Area", "paint", "What happens to the pixels of the area.",
    (("paint", "Paint"), ("erase", "Erase"), ("restore", "Restore prediction"), ("confirm", "Confirm"),
     ("select", "Select")),
)  # fmt: skip
"""Of every tool that finds an area. 'select' makes the selection instead of changing the mask."""

REACH = ToolOption(
    "reach", "Of", "active", "Which classes the edit shapes.",
    (("active", "Active class"), ("all", "All classes")),
)  # fmt: skip

PIXELS = ToolOption("pixels", "By", 2.0, "How far the edge moves.", minimum=1, maximum=200, unit="px")
SPECK = ToolOption(
    "pixels", "Smaller than", 64.0, "Regions of fewer pixels take the class around them.", minimum=2,
    maximum=1_000_000, unit="px",
)  # fmt: skip
HOLE = ToolOption(
    "pixels", "Up to", 0.0, "Only holes of at most so many pixels; 0: holes of any size.", maximum=10_000_000, unit="px",
)  # fmt: skip
SMOOTHNESS = ToolOption(
    "radius", "Radius", 3.0, "Corners sharper than this radius are rounded off.", minimum=1, maximum=100, unit="px"
)  # fmt: skip
THRESHOLD = ToolOption(
    "threshold", "At least", 0.3, "Paint only where the model gives the class this probability.", minimum=0.01,
    maximum=0.99, step=0.05,
)  # fmt: skip
TOLERANCE = ToolOption(
    "tolerance", "Tolerance", 16.0, "How far a colour may differ, in each of red, green and blue (0 … 255).",
    maximum=255,
)  # fmt: skip
CONTIGUOUS = ToolOption(
    "contiguous", "Joined only", True, "Only pixels joined to the one that was clicked."
)
SUPERPIXEL = ToolOption(
    "size", "Patch", 12.0, "Side of a patch of like colour.", minimum=4, maximum=64, unit="px"
)
MARGIN = ToolOption(
    "margin", "Reach", 48.0, "How far from the marks something may grow.", minimum=4, maximum=1000, unit="px"
)  # fmt: skip
SNAP_TO = ToolOption(
    "to", "To the edge of", "image", "What the outline snaps to.", (("image", "The image"), ("model", "The model")),
    needs={"image": "image", "model": "model"},
)  # fmt: skip
BAND = ToolOption("band", "Within", 6.0, "How far the outline may move.", minimum=1, maximum=100, unit="px")
FOLLOW = ToolOption("follow", "Follow motion", True, "Take the region where it moved to since.")
TAKES = ToolOption(
    "takes", "Becomes", "around", "Which class the region takes.",
    (("around", "The class along most of its edge"), ("nearest", "The class nearest to the click")),
)  # fmt: skip
