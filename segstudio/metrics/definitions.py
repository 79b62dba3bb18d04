"""What each figure means, in the words that reports, tables and tooltips share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Definition:
    """`key`: attribute of `Scores`. `formula` uses nᵢⱼ = pixels of truth class i predicted as j."""

    key: str
    title: str
    formula: str
    meaning: str


SUMMARY: tuple[Definition, ...] = (
    Definition(
        "pixel_accuracy",
        "Pixel accuracy",
        "Σᵢ nᵢᵢ / Σ n",
        "Share of valid pixels that carry the right class. Large classes dominate it.",
    ),
    Definition(
        "mean_accuracy",
        "Mean accuracy",
        "mean of nᵢᵢ / Σⱼ nᵢⱼ",
        "Mean, over the classes that occur in the truth, of the share of their pixels that were found.",
    ),
    Definition(
        "miou",
        "mIoU",
        "mean of IoUᵢ",
        "Mean IoU over the classes that occur in truth or prediction. Every class weighs the same.",
    ),
    Definition(
        "fwiou",
        "FWIoU",
        "Σᵢ (Σⱼ nᵢⱼ / Σ n) · IoUᵢ",
        "IoU weighted by the frequency of the class in the truth, as in the FCN paper; some texts weight by "
        "the prediction instead.",
    ),
)

PER_CLASS: tuple[Definition, ...] = (
    Definition(
        "iou",
        "IoU",
        "nᵢᵢ / (Σⱼ nᵢⱼ + Σⱼ nⱼᵢ − nᵢᵢ)",
        "Pixels that truth and prediction share, of all that either calls this class. A dash where neither does.",
    ),
    Definition("accuracy", "Recall", "nᵢᵢ / Σⱼ nᵢⱼ", "Share of the class's true pixels that were found."),
    Definition(
        "precision", "Precision", "nᵢᵢ / Σⱼ nⱼᵢ", "Share of the pixels called this class that are it."
    ),
    Definition("dice", "Dice", "2 nᵢᵢ / (Σⱼ nᵢⱼ + Σⱼ nⱼᵢ)", "Harmonic mean of precision and recall."),
    Definition("support", "Pixels", "Σⱼ nᵢⱼ", "Pixels of the class in the truth."),
)

ERROR_KINDS: dict[str, str] = {
    "another class": "The predicted class is not true anywhere near.",
    "missed boundary": "The predicted class is true within 0.5 % of the image's diagonal: the boundary is misplaced.",
    "void": "The prediction is the ignore value or no class of the table, or there is none.",
}
"""Kinds of wrong pixels, in the order of the columns of `BoundaryCounts.errors`."""

BOUNDARY_IOU = (
    "IoU of the inner bands of truth and prediction, 2 % of the diagonal wide, per class and added up over images (Cheng et "
    "al., 'Boundary IoU', CVPR 2021). It sees a bad outline of a large object that IoU does not."
)
TRIMAP = (
    "mIoU of the pixels less than w from a boundary of the truth (Kohli, Ladický & Torr, IJCV 2009): how it "
    "falls towards the boundary says how exact outlines are."
)
INTERVAL = (
    "Images are drawn again with replacement, 2,000 times, from a fixed seed; 95 % of the scores lie between these ends, "
    "and a little more where the images are few (expanded percentile bootstrap, Hesterberg 2014). Fewer than 8 images have no interval. "
    "It takes images to be independent, and is too narrow where they are frames of one video. It speaks of other images of "
    "the kind, not of other training."
)

OUTSIDE = (
    "A prediction that is the ignore value or no class of the table, on a valid pixel, is a miss: it is counted as "
    "'outside', never dropped."
)
SOURCE = "Long, Shelhamer & Darrell, 'Fully Convolutional Networks for Semantic Segmentation', CVPR 2015, section 5."
