"""A part of an image, told what the whole has on average, answers as in the whole."""

from __future__ import annotations

import torch
from torch import nn

from segstudio.deeplab.backbones import Backbone
from segstudio.deeplab.inspection.whole import WholeMeans


class Pooling(Backbone):
    """Every cell is told of itself and of the mean of all."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)

    def forward(self, x: torch.Tensor) -> list[torch.Tensor]:
        near = torch.relu(x * 2 - 0.3)
        mean: torch.Tensor = self.pool(near)
        return [near * mean + mean]

    def modules_up_to(self, stride: int) -> list[nn.Module]:
        return []


def test_a_part_has_the_answers_and_gradients_of_the_whole() -> None:
    model = Pooling()
    means = WholeMeans(model)
    assert means.possible
    x = torch.rand(1, 3, 12, 10)
    whole = x.clone().requires_grad_(True)
    (answer,) = model(whole)
    answer[0, 0, 5, 6].backward()
    (measured,) = means.measure(x)
    torch.testing.assert_close(measured, answer)
    part = x[:, :, 4:10, 2:9].clone().requires_grad_(True)
    with means.part(6 * 7 / 120):
        (near,) = model(part)
        near[0, 0, 1, 4].backward()
    torch.testing.assert_close(near, answer[:, :, 4:10, 2:9])
    assert part.grad is not None
    assert whole.grad is not None
    torch.testing.assert_close(part.grad, whole.grad[:, :, 4:10, 2:9])
    torch.testing.assert_close(model(part), Pooling()(part))  # and outside nothing is left of it
