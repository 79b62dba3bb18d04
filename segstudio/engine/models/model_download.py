"""Fetching a model's weights beside the model that is in use: it goes on predicting meanwhile."""

from __future__ import annotations

import threading

from segstudio.core.wording import worded
from segstudio.core.zoo import ModelCard
from segstudio.engine.jobs import JobContext

_LOOK_S = 0.05


def download(card: ModelCard, device: str, context: JobContext) -> None:
    """In a worker; returns when the weights are there. Raises UserError, or Cancelled at once: a server that has gone
    silent holds only a thread that writes nothing any more."""
    errors: list[Exception] = []

    def work() -> None:
        try:
            _fetch(card, device, context)
        except Exception as error:  # the thread's edge: it is raised again where it was asked for
            errors.append(error)

    context.progress(0, 0, worded("Connecting"))
    thread = threading.Thread(target=work, name="segstudio-download", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_LOOK_S)
        context.token.raise_if_cancelled()
    if errors:
        raise errors[0]


def _fetch(card: ModelCard, device: str, context: JobContext) -> None:
    from segstudio.deeplab.devices import resolve_device  # torch: only in a worker, for start-up time
    from segstudio.deeplab.weights import fetch_card

    resolve_device(device)  # no download precedes a refusal
    fetch_card(card, context.progress, context.token)
