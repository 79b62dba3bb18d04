"""Seeded noise: tiles that repeat without a seam, sums of octaves, soft random fields."""

from __future__ import annotations

import cv2
import numpy as np

from segstudio.scenes.world.arrays import Singles


def tile(
    rng: np.random.Generator, size: int, octaves: int, roughness: float = 0.5, start: int = 2
) -> Singles:
    """A size×size tile in 0 … 1 that repeats seamlessly; octave i has `start`·2^i cells a side."""
    total = np.zeros((size, size), np.float32)
    weight = 1.0
    cells = start
    for _ in range(octaves):
        grid = rng.random((cells, cells), dtype=np.float32)
        pad = 2
        wrapped = np.pad(grid, pad, mode="wrap")
        step = size / cells
        big = cv2.resize(wrapped, (round((cells + 2 * pad) * step),) * 2, interpolation=cv2.INTER_CUBIC)
        cut = round(pad * step)
        total += weight * big[cut : cut + size, cut : cut + size]
        weight *= roughness
        cells = min(cells * 2, size)
    low, high = float(total.min()), float(total.max())
    return np.asarray((total - low) / max(high - low, 1e-6), np.float32)


def sample(tile_: Singles, x: Singles, y: Singles) -> Singles:
    """The tile at positions x, y in tile lengths (1 = one repeat), bilinear."""
    size = np.float32(tile_.shape[0])
    u = (x - np.floor(x)) * size
    v = (y - np.floor(y)) * size
    return np.asarray(cv2.remap(tile_, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP), np.float32)
