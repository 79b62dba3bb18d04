"""Waiting for a model on the command line."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from segstudio.cli.console import BYTES, progress_bar
from segstudio.core.progress import Progress
from segstudio.core.zoo import find_card


def loading(model: str) -> AbstractContextManager[Progress | None]:
    """A bar where something has to be downloaded; otherwise loading is over before one could be read."""
    card = find_card(model)
    if card is None or card.downloaded():
        return nullcontext()
    return progress_bar(f"Downloading {card.name}", BYTES)
