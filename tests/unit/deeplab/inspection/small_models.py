"""Models small enough to be worked out in full, pictures for them, and somebody who cannot wait."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import nn

from segstudio.core.arrays import Pixels
from segstudio.core.classes import table_of
from segstudio.core.progress import CancelToken
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription
from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.weights import LoadedModel

BASE = ModelConfig(
    backbone="mobilenetv2_035", num_classes=4, context_channels=6, rates=(1, 2, 3), dropout=0.0,
    decoder=(DecoderLevel(8, 4, 6), DecoderLevel(4, 4, 6)), working_pixels=1 << 16,
)  # fmt: skip

CONTEXTS = {
    "aspp": BASE,
    "spp": replace(BASE, context="spp", rates=()),
    "none": replace(BASE, context="none", rates=()),
    "v3": replace(BASE, architecture="deeplabv3", decoder=(), separable=False),
}


def loaded(config: ModelConfig = BASE, seed: int = 3) -> LoadedModel:
    """Random weights; batch normalisation has the statistics of a few pictures, so that the maps are alive."""
    torch.manual_seed(seed)
    model = build_model(config).train()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = 0.7
            nn.init.constant_(module.bias, 0.3)
    with torch.no_grad():
        for _ in range(3):
            model(torch.randn(4, 3, 64, 64))
    names = ["sky", "road", "car", "tree"][: config.num_classes]
    return LoadedModel(model.eval(), ModelDescription(config, table_of(names), "small"), "0123")


def picture(height: int, width: int, seed: int = 1) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


class Impatient(CancelToken):
    """Cancelled after it has been looked at a number of times: on the way forth, and on the way back."""

    def __init__(self, patience: float) -> None:
        super().__init__()
        self.patience = patience
        self.looks = 0

    def raise_if_cancelled(self) -> None:
        self.looks += 1
        if self.looks > self.patience:
            self.cancel()
        super().raise_if_cancelled()
