"""How published implementations read the DeepLab papers differently, so that their weights mean here what they meant there.

One row per implementation; the model is built from the row that its configuration names.
"""

from __future__ import annotations

from dataclasses import dataclass

from segstudio.core.errors import InputError
from segstudio.core.wording import worded


@dataclass(frozen=True)
class Dialect:
    """Where an implementation departs from the plain reading, which is torchvision's and this program's."""

    corners: bool = False
    """Maps are resized so that corner cells stay in the corners, instead of by their cells' areas: as the papers' own
    code does, whose images have 16·n + 1 pixels a side (513)."""
    refined_context: bool = False
    """DeepLabV3+ has one more separable 3×3 convolution behind the context module."""
    low_first: bool = False
    """The decoder joins the backbone's low-level map before the coarse one, not after it."""
    whole_stage: bool = False
    """Where a stage's stride became a rate, its first block has that rate too, not the stage's before."""
    unpadded: bool = False
    """MobileNetV2 pads before a block's expansion instead of inside, and its first convolution not at all: that gives
    ⌊(H − 1)/2⌋ cells instead of ⌈H/2⌉, and takes images of 3 pixels a side or more."""
    head_features: bool = False
    """MobileNetV2 hands out its last 1×1 convolution (1280 channels), not the last block (320)."""


DIALECTS: dict[str, Dialect] = {
    "": Dialect(),
    "smp": Dialect(corners=True, refined_context=True, whole_stage=True, head_features=True),
    "vainf": Dialect(low_first=True, unpadded=True),
}


def dialect_of(name: str) -> Dialect:
    """Raises InputError for an unknown name."""
    if name not in DIALECTS:
        raise InputError(
            worded(
                "'{name}' is no dialect of DeepLab. Known: {known}.",
                name=name,
                known=", ".join(filter(None, DIALECTS)),
            )
        )
    return DIALECTS[name]
