"""Predictions for work that runs in the pool: from disk where they lie there, else by the model in its own thread."""

from __future__ import annotations

import queue
from collections.abc import Callable

from segstudio.core.errors import Cancelled
from segstudio.core.progress import CancelToken
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import JobContext, JobQueue
from segstudio.engine.presegment import Predicted, PredictionSource

_PRIORITY = -5
"""Behind everything that somebody looks at, before the survey."""
_PATIENCE = 0.2
"""Seconds between looks at whether anybody still wants the answer."""


def asked_for(
    source: PredictionSource, models: JobQueue, token: CancelToken
) -> Callable[[ImageEntry], Predicted]:
    """A function for a pool thread that waits for an image's prediction.

    It raises InputError or WorkError when the image cannot be predicted, and Cancelled when `token` is set or the
    model's job was cancelled in the list of jobs.
    """

    def obtain(entry: ImageEntry) -> Predicted:
        found = source.cached(entry)
        return found if found is not None else _ask(source, models, entry, token)

    return obtain


def _ask(source: PredictionSource, models: JobQueue, entry: ImageEntry, token: CancelToken) -> Predicted:
    answers: queue.SimpleQueue[Predicted | Exception] = queue.SimpleQueue()

    def work(context: JobContext) -> None:
        try:
            answers.put(source.obtain(entry, token))
        except Exception as error:  # the thread's edge: it is raised where the answer is waited for
            answers.put(error)

    job = models.submit("predict", worded("Predict {name}", name=entry.name), work, priority=_PRIORITY)
    while True:
        try:
            answer = answers.get(timeout=_PATIENCE)
        except queue.Empty:
            if token.cancelled or (job.over and answers.empty()):
                raise Cancelled from None
            continue
        if isinstance(answer, Exception):
            raise answer
        return answer
