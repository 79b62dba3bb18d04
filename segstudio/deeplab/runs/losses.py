"""Losses for label maps: class-weighted cross-entropy, and the Lovász extension of the Jaccard loss."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

IGNORE = 255
"""Label value without a class in everything that the training feeds to a loss."""


def class_weights(counts: Tensor, power: float) -> Tensor:
    """Weight per class ∝ frequency^−power, mean 1 over pixels; power 0 weighs all alike, 1 inversely.

    `counts`: pixels per class, float or integer, C. A class without pixels gets weight 1.
    """
    share = counts.double() / counts.sum().clamp(min=1)
    weights = torch.where(share > 0, share.clamp(min=1e-12) ** -power, torch.ones_like(share))
    return (weights / (weights * share).sum().clamp(min=1e-12)).float()


def pixel_weight(labels: Tensor, weights: Tensor) -> float:
    """Sum of the class weights of all cells that have a class: what a sum of losses is divided by.

    `labels`: int64 of any shape, 255 = no class; `weights`: C. Waits for the device on which they lie.
    """
    counts = torch.bincount(labels.reshape(-1), minlength=IGNORE + 1)[: len(weights)]
    return float((counts * weights.double()).sum())


def lovasz_softmax(probabilities: Tensor, labels: Tensor) -> Tensor:
    """Mean over present classes of the Lovász extension of 1 − IoU (Berman et al., CVPR 2018, equation 11).

    `probabilities`: P×C, float32, rows sum to 1. `labels`: P class ids (no ignored ones). Scalar; 0 for P = 0.
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
    """Algorithm 1 of the paper: differences of the Jaccard loss along the sorted errors."""
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
    """Cross-entropy plus `lovasz` × the Lovász-softmax of every k-th cell, beginning at `offset`.

    `total_weight`: the `pixel_weight` of all batches of a step where this is one of several; their losses then add up
    to the mean over the step. By default that of `labels`.

    `logits`: N×C×h×w float32; `labels`: int64 N×h×w, 255 = no class; `weights`: C. About `lovasz_pixels` cells
    enter the sorted part, whose cost is that of a sort per class.
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
