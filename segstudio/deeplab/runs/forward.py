"""From the bytes of images to logits: what the steps and the validation of a run have in common."""

from __future__ import annotations

import torch
from torch import Tensor

from segstudio.deeplab.devices import has_bfloat16
from segstudio.deeplab.fitting import fitted
from segstudio.deeplab.model import Model
from segstudio.deeplab.runs.dataset import Image
from segstudio.deeplab.runs.train_config import TrainConfig


class Forward:
    """A model behind its normalisation, in bfloat16 where that is wished for and the device computes with it."""

    def __init__(self, model: Model, config: TrainConfig, device: torch.device) -> None:
        self._model = model
        self._config = config
        self._device = device
        self._mean = torch.tensor(config.model.mean, device=device).view(1, 3, 1, 1)
        self._std = torch.tensor(config.model.std, device=device).view(1, 3, 1, 1)
        self._bfloat16 = config.bfloat16 and has_bfloat16(device)

    def logits(self, images: Tensor) -> Tensor:
        """uint8 N×H×W×3, in any memory -> N×C×h×w on the device."""
        x = images.to(self._device, non_blocking=images.is_pinned())
        x = x.permute(0, 3, 1, 2)  # channels-last as it lies
        with torch.autocast(self._device.type, torch.bfloat16, enabled=self._bfloat16):
            logits: Tensor = self._model((x.float() - self._mean) / self._std)
        return logits

    def of_image(self, image: Image) -> Tensor:
        """1×C×h×w, at the size at which the model looks at images."""
        return self.logits(torch.from_numpy(fitted(image, self._config.model)[None]))

    @torch.no_grad()
    def cells(self) -> tuple[int, int]:
        """Rows and columns of the logits of a crop. Leaves the model in evaluation mode."""
        self._model.eval()
        logits = self.logits(torch.zeros(1, *self._config.augmentation.crop, 3, dtype=torch.uint8))
        return logits.shape[-2], logits.shape[-1]
