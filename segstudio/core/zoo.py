"""The models that can be chosen: what each knows, what it may be used for, where its weights come from.

Data only, so that a menu or a command can list models without importing torch.
"""

from __future__ import annotations

import functools
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from segstudio.core.classes import ClassTable
from segstudio.core.paths import cache_dir
from segstudio.core.presets import PRESETS
from segstudio.core.resources import resource

BUNDLED = "bundled"
"""Another name for the model that comes with the program."""

_BUNDLED_FOLDER = "models"


@dataclass(frozen=True)
class Preprocessing:
    """What is done to an image before the model sees it: RGB values 0…255, minus `mean`, divided by `std`.

    `size`: in words, at which size the model looks.
    """

    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    size: str


@dataclass(frozen=True)
class ModelCard:
    """One model. `scores` are fractions (0…1) by name, for example `camvid_val.miou`."""

    name: str
    title: str
    class_preset: str
    licence: str
    data: str
    source: str
    file_name: str
    size_bytes: int
    bundled: bool
    preprocessing: Preprocessing
    published_scores: tuple[tuple[str, float], ...] = ()

    @property
    def classes(self) -> ClassTable:
        return PRESETS[self.class_preset]

    @property
    def scores(self) -> dict[str, float]:
        """Measured by this project for the bundled model, else as the weights' authors publish them."""
        return _bundled_scores(self.name) if self.bundled else dict(self.published_scores)

    @property
    def path(self) -> Path:
        """Where the weights lie, or will lie once downloaded."""
        return (
            resource(_BUNDLED_FOLDER, self.file_name) if self.bundled else download_dir() / self.file_name
        )

    def as_dict(self) -> dict[str, Any]:
        """Everything about it, as plain JSON values."""
        return {
            "name": self.name,
            "title": self.title,
            "classes": [c.name for c in self.classes.classes],
            "ignore_index": self.classes.ignore_index,
            "preprocessing": asdict(self.preprocessing),
            "size_bytes": self.size_bytes,
            "licence": self.licence,
            "data": self.data,
            "scores": self.scores,
            "source": self.source,
            "bundled": self.bundled,
            "downloaded": self.downloaded(),
            "path": str(self.path),
        }

    def downloaded(self) -> bool:
        """Whether the model can be used without a network."""
        return self.bundled or self.path.is_file()


def download_dir() -> Path:
    return cache_dir() / "models"


@functools.cache
def _bundled_scores(name: str) -> dict[str, float]:
    text = resource(_BUNDLED_FOLDER, f"{name}.json").read_text(encoding="utf-8")
    values: dict[str, Any] = json.loads(text)["scores"]
    return {key: float(value) for key, value in values.items() if value is not None}


def _voc(
    name: str, title: str, file_name: str, mebibytes: float, miou: float, accuracy: float
) -> ModelCard:
    return ModelCard(
        name=name,
        title=title,
        class_preset="voc",
        licence="BSD-3-Clause (torchvision); trained on COCO, whose images have licences of their own",
        data="COCO train2017, the images that hold one of the 20 VOC classes",
        source="torchvision, COCO_WITH_VOC_LABELS_V1",
        file_name=file_name,
        size_bytes=round(mebibytes * 2**20),
        bundled=False,
        preprocessing=Preprocessing(
            (123.675, 116.28, 103.53),
            (58.395, 57.12, 57.375),
            "as the image is; trained at a shorter side of 520",
        ),
        published_scores=(("coco_val2017_voc.miou", miou), ("coco_val2017_voc.pixel_accuracy", accuracy)),
    )


MODELS: tuple[ModelCard, ...] = (
    ModelCard(
        name="deeplabv3plus_lite0_camvid",
        title="DeepLabV3+ EfficientNet-Lite0, street scenes (in the box)",
        class_preset="camvid",
        licence="CC BY-NC 4.0 (non-commercial, from the CamVid data it was trained on)",
        data="CamVid train (367 frames) and scenes that the project renders itself",
        source="trained by this project with `segstudio train`",
        file_name="deeplabv3plus_lite0_camvid.safetensors",
        size_bytes=7_100_000,
        bundled=True,
        preprocessing=Preprocessing(
            (127.0, 127.0, 127.0),
            (128.0, 128.0, 128.0),
            "enlarged to 0.31 megapixels, by half at most; reduced to 0.61 above that",
        ),
    ),
    _voc(
        "deeplabv3_mobilenet_v3_large",
        "DeepLabV3 MobileNetV3-Large, everyday objects",
        "deeplabv3_mobilenet_v3_large-fc3c493d.pth",
        42.301,
        0.603,
        0.912,
    ),
    _voc(
        "deeplabv3_resnet50",
        "DeepLabV3 ResNet-50, everyday objects",
        "deeplabv3_resnet50_coco-cd0a2569.pth",
        160.515,
        0.664,
        0.924,
    ),
    _voc(
        "deeplabv3_resnet101",
        "DeepLabV3 ResNet-101, everyday objects",
        "deeplabv3_resnet101_coco-586e9e4e.pth",
        233.217,
        0.674,
        0.924,
    ),
)


def find_card(name: str) -> ModelCard | None:
    """The card called `name` ('bundled' is the one in the box), or None: then it may be a file's path."""
    if name == BUNDLED:
        return next(card for card in MODELS if card.bundled)
    return next((card for card in MODELS if card.name == name), None)
