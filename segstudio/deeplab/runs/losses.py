"""Losses for label maps: class-weighted cross-entropy, and the Lovász extension of the Jaccard loss."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

IGNORE = 255
"""Label value without a class in everything that the training feeds to a loss."""


def class_weights(counts: Tensor, power: float) -> Tensor:
    """Weight per class ∝ frequency^−power, mean 1 over pixels; power 0 weighs all alike, 1 inversely. Float32, C.

    `counts`: pixels per class, float or integer, C. A class without pixels has weight 1: no pixel is weighed by it, and
    logit adjustment by it (`adjustment.py`) leaves its logits alone.
    """
    share = counts.double() / counts.sum().clamp(min=1)
    present = share > 0
    weights = torch.where(present, share, 1.0) ** -power
    mean = (weights * share).sum()
    return torch.where(present, weights / mean, 1.0).float()


def pixel_weight(labels: Tensor, weights: Tensor) -> float:
    """Sum of the class weights of all cells that have a class: what a sum of losses is divided by.

    `labels`: int64 of any shape, 255 = no class; `weights`: C. Waits for the device on which they lie.
    """
    counts = torch.bincount(labels.reshape(-1), minlength=IGNORE + 1)[: len(weights)]
    return float((counts * weights.double()).sum())


def lovasz_softmax(probabilities: Tensor, labels: Tensor) -> Tensor:
    """Lovász-softmax: the mean over present classes of the Lovász extension of 1 − IoU.

    Berman et al., CVPR 2018 (arXiv:1705.08790): the errors of equation 11 in the extension of equations 8 and 9. At a
    hard prediction it is the Jaccard loss itself.

    `probabilities`: P×C, float32, rows sum to 1. `labels`: int64, P class ids (no ignored ones). Scalar, 0 … 1; 0 for
    P = 0.
    """
    losses = []
    for index in torch.unique(labels).tolist():
        truth = (labels == index).float()
        errors = (truth - probabilities[:, index]).abs()
        errors, order = torch.sort(errors, descending=True)
        losses.append(torch.dot(errors, _lovasz_gradient(truth[order])))
    if not losses:
        return probabilities.sum() * 0
    return torch.stack(losses).mean()


def _lovasz_gradient(sorted_truth: Tensor) -> Tensor:
    """Algorithm 1 of the paper: differences of the Jaccard loss along the sorted errors. P, of 0 and 1 -> P."""
    total = sorted_truth.sum()
    intersection = total - sorted_truth.cumsum(0)
    union = total + (1 - sorted_truth).cumsum(0)
    jaccard = 1 - intersection / union
    return torch.cat([jaccard[:1], jaccard[1:] - jaccard[:-1]])


def segmentation_loss(
    logits: Tensor,
    labels: Tensor,
    weights: Tensor,
    *,
    lovasz: float,
    lovasz_pixels: int,
    offset: int,
    total_weight: float | None = None,
) -> Tensor:
    """Cross-entropy plus `lovasz` × the Lovász-softmax of every k-th cell, beginning at `offset`. Scalar, float32.

    `logits`: N×C×h×w float32; `labels`: int64 N×h×w, 255 = no class; `weights`: C. Where no cell has a class the loss
    is 0, and so are its gradients. k is such that `lovasz_pixels` cells or more, but fewer than twice as many, enter
    the sorted part, whose cost is that of a sort per class.

    `total_weight`: the `pixel_weight` of all batches of a step where this is one of several; their losses then add up
    to the mean over the step. By default that of `labels`.
    """
    total = pixel_weight(labels, weights) if total_weight is None else total_weight
    summed = functional.cross_entropy(logits, labels, weights, ignore_index=IGNORE, reduction="sum")
    loss = summed / max(total, 1e-12)
    if lovasz <= 0:
        return loss
    flat = labels.reshape(-1)
    stride = max(1, flat.numel() // lovasz_pixels)
    chosen = torch.arange(offset % stride, flat.numel(), stride, device=flat.device)
    chosen = chosen[flat[chosen] != IGNORE]
    cells = logits.permute(0, 2, 3, 1).reshape(flat.numel(), -1)[chosen]
    return loss + lovasz * lovasz_softmax(cells.softmax(dim=1), flat[chosen])
