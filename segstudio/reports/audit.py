"""How far the labels themselves come from a model: a label that began as a model's prediction favours that model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from segstudio.metrics.bootstrap import Interval, intervals
from segstudio.metrics.scores import Scores, score
from segstudio.metrics.sparse import SparseMatrix, total_of


@dataclass(frozen=True)
class Origin:
    """Who made the label of an image, and how the prediction scores on what.

    `whole`: counts over the whole label; `reviewed`: over the pixels that a person painted or confirmed. `untouched`,
    `painted`, `confirmed`: pixels of a class, by who said so (a model and nobody since, a person, a person who
    agreed with the model). `proposed_by`: ids of the models whose proposal the label began as. `dependent`: one of
    them made the prediction that is scored, or nobody knows which made it.
    """

    whole: SparseMatrix
    reviewed: SparseMatrix
    untouched: int
    painted: int
    confirmed: int
    proposed_by: tuple[str, ...]
    dependent: bool

    @property
    def touched(self) -> bool:
        return self.painted + self.confirmed > 0


@dataclass(frozen=True)
class Part:
    """The same prediction over a part of the labels. `key`: for programs; `title`, `meaning`: for people."""

    key: str
    title: str
    meaning: str
    counts: tuple[SparseMatrix, ...]
    num_classes: int
    ignore_index: int

    @property
    def images(self) -> int:
        """How many have a pixel in it."""
        return sum(1 for matrix in self.counts if matrix.counts.any())

    @cached_property
    def scores(self) -> Scores:
        return score(total_of(self.counts, self.num_classes, self.ignore_index))

    @cached_property
    def intervals(self) -> dict[str, Interval | None]:
        return intervals(self.counts)


@dataclass(frozen=True)
class Audit:
    """Pixels of the labels by who said so, images by how they began, and the scores over each part.

    `untouched`: nobody looked at the model's proposal; `confirmed`: a person agreed with it; `painted`: by a person.
    `images`, of which a person touched `touched` and `independent` did not begin as this model's prediction.
    `knows_model`: whether the predictions say which model made them.
    """

    untouched: int
    confirmed: int
    painted: int
    images: int
    touched: int
    independent: int
    knows_model: bool
    parts: tuple[Part, ...]

    @classmethod
    def of(
        cls, origins: Sequence[Origin], num_classes: int, ignore_index: int, *, knows_model: bool
    ) -> Audit:
        """Of all images of an evaluation."""
        parts = tuple(
            Part(key, title, meaning, tuple(choose(origins)), num_classes, ignore_index)
            for key, title, meaning, choose in _PARTS
        )
        return cls(
            untouched=sum(o.untouched for o in origins),
            confirmed=sum(o.confirmed for o in origins),
            painted=sum(o.painted for o in origins),
            images=len(origins),
            touched=sum(o.touched for o in origins),
            independent=sum(not o.dependent for o in origins),
            knows_model=knows_model,
            parts=parts,
        )

    @property
    def pixels(self) -> int:
        return self.untouched + self.confirmed + self.painted

    def share(self, pixels: int) -> float:
        """Of all labelled pixels, 0 … 1; 0 where there is none."""
        return pixels / self.pixels if self.pixels else 0.0

    @property
    def sentence(self) -> str:
        """What a reader has to know, plainly."""
        if not self.pixels:
            return "No pixel of these labels holds a class, so there is nothing to say of who made them."
        who = "this model" if self.knows_model else "a model"
        if self.untouched == self.confirmed == 0 and self.independent == self.images:
            return (
                f"No label began as the prediction of {who}: a person made all of them, or another program did "
                "that left no word of it."
            )
        began = self.images - self.independent
        if self.untouched == self.confirmed == 0:
            # also where a label came as a whole and only its folder says that a model made it
            text = "Of no pixel is it known that it stands as a model proposed it. All the same, "
        else:
            text = (
                f"Nobody touched {_percent(self.share(self.untouched))} of the labelled pixels since a model proposed them, "
                f"and {_percent(self.share(self.confirmed))} are proposals that a person only confirmed. "
            )
        text += (
            f"{began} of {self.images} labels began as a prediction of {who}. Such a label favours the model that it "
            "began as: it agrees with it wherever nobody corrected it."
        )
        if not self.independent:
            return text + " No label is independent of it, so none of the figures is free of this."
        return text + " The figures over independent labels are free of this."


def _percent(share: float) -> str:
    """'12.3 %', and never 0.0 of something or 100.0 of not all."""
    if 0 < share < 0.0005:
        return "less than 0.1 %"
    if 0.9995 <= share < 1:
        return "more than 99.9 %"
    return f"{share * 100:.1f} %"


_Choose = Callable[[Sequence[Origin]], list[SparseMatrix]]

_PARTS: tuple[tuple[str, str, str, _Choose], ...] = (
    (
        "all_labels",
        "All labels",
        "Every labelled pixel, also those that nobody looked at.",
        lambda origins: [o.whole for o in origins],
    ),
    (
        "touched_pixels",
        "Touched pixels",
        "Pixels that a person painted or confirmed.",
        lambda origins: [o.reviewed for o in origins],
    ),
    (
        "touched_images",
        "Touched images",
        "Whole labels of the images in which a person painted or confirmed something.",
        lambda origins: [o.whole for o in origins if o.touched],
    ),
    (
        "independent_labels",
        "Independent labels",
        "Whole labels that did not begin as a prediction of this model.",
        lambda origins: [o.whole for o in origins if not o.dependent],
    ),
)
