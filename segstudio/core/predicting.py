"""How a model is asked: scales, mirror image, refinement and resolution; part of a prediction's identity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segstudio.core.errors import InputError
from segstudio.core.wording import worded

SMALLEST_SCALE, LARGEST_SCALE = 0.1, 4.0
MOST_SCALES = 8


class Refinement(StrEnum):
    """What is done to the probabilities at the image's own resolution, led by its colours."""

    NONE = "none"
    GUIDED = "guided"
    CRF = "crf"


@dataclass(frozen=True)
class PredictOptions:
    """`scales`: the image is looked at in each of these sizes, 1 being the model's own, and the probabilities are
    averaged. `flip`: and in its mirror image. `refine`: see Refinement. `full_size`: also a model that was made for one
    size of view looks at every pixel, tile by tile.

    Raises InputError for values that make no sense.
    """

    scales: tuple[float, ...] = (1.0,)
    flip: bool = False
    refine: Refinement = Refinement.NONE
    full_size: bool = False

    def __post_init__(self) -> None:
        if not self.scales or len(self.scales) > MOST_SCALES or len(set(self.scales)) < len(self.scales):
            raise InputError(
                worded(
                    "Give 1 to {most_scales} different scales, 0.75, 1 and 1.25 for example.",
                    most_scales=MOST_SCALES,
                )
            )
        for scale in self.scales:
            if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
                raise InputError(
                    worded(
                        "A scale of {scale:g} is not possible; it must lie between {smallest_scale:g} and "
                        "{largest_scale:g}.",
                        scale=scale,
                        smallest_scale=SMALLEST_SCALE,
                        largest_scale=LARGEST_SCALE,
                    )
                )

    @property
    def augmented(self) -> bool:
        """Whether more than the image itself at the model's own size is looked at."""
        return self.flip or self.scales != (1.0,)

    @property
    def words(self) -> tuple[str, ...]:
        """What differs from plain prediction, for people; together they name the options without doubt."""
        parts = []
        if self.scales != (1.0,):
            parts.append("scales " + "+".join(f"{scale:g}" for scale in self.scales))
        if self.flip:
            parts.append("mirrored")
        if self.refine is not Refinement.NONE:
            parts.append(f"refined ({self.refine})")
        if self.full_size:
            parts.append("full size")
        return tuple(parts)

    def identity(self, model_id: str) -> str:
        """`model_id` with the options joined: predictions made in another way are other predictions."""
        return " ".join((model_id, *self.words))


PLAIN = PredictOptions()


def parse_scales(text: str) -> tuple[float, ...]:
    """'0.75,1,1.25' as numbers. Raises InputError."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise InputError(
            worded("'{text}' is no list of scales. Write them as 0.75,1,1.25.", text=text)
        ) from None
