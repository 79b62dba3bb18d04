"""What models and devices are called wherever the window names them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from segstudio.core.zoo import find_card

AUTO = "auto"


def model_title(name: str) -> str:
    """What a model is called in a status bar: the card's title without its explanation, or the file's name."""
    card = find_card(name)
    return card.title.split(",")[0] if card is not None else Path(name).name


def device_title(device: str) -> str:
    """'Auto', 'CPU', 'CUDA 0', 'MPS'."""
    if device == AUTO:
        return QCoreApplication.translate("Models", "Auto")
    kind, _, number = device.partition(":")
    return f"{kind.upper()} {number}".strip()
