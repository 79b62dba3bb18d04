"""ResNet's blocks with an activation of its own behind each convolution.

torchvision's `Bottleneck` has one ReLU that it calls three times: a module that stands for all three places cannot give
way at one of them, as `fusing` wants it to.
"""

from __future__ import annotations

from torch import Tensor, nn
from torchvision.models.resnet import Bottleneck

from segstudio.deeplab.quick.surgery import replace


class Residual(nn.Module):
    """`Bottleneck`: N×C×H×W -> N×4w×h×w, the sum of its convolutions and its shortcut, activated."""

    def __init__(self, block: Bottleneck) -> None:
        super().__init__()
        self.body = nn.Sequential(
            block.conv1, block.bn1, nn.ReLU(inplace=True),
            block.conv2, block.bn2, nn.ReLU(inplace=True),
            block.conv3, block.bn3,
        )  # fmt: skip
        self.shortcut = block.downsample or nn.Identity()
        self.relu = block.relu

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.body(x)
        out += self.shortcut(x)
        activated: Tensor = self.relu(out)
        return activated


def part_activations(model: nn.Module) -> int:
    """Exchange the bottleneck blocks of `model`, in place; returns how many."""
    blocks = [m for m in model.modules() if type(m) is Bottleneck]
    for block in blocks:
        replace(model, block, Residual(block))
    return len(blocks)
