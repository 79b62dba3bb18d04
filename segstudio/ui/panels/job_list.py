"""Which jobs are worth showing, and which one a status bar should name: pure functions of the job views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from segstudio.engine.jobs import JobState, JobView

_QUIET = {"thumbnail", "settings", "scores", "prediction", "open", "devices", "tool preview", "inspect"}
"""Over before one has read their name."""

_WEIGHT = {
    "model": 0,
    "export": 1,
    "report": 1,
    "project": 2,
    "survey": 3,
    "save": 4,
    "predict": 5,
    "measure": 6,
}
PREDICTING = {"predict", "measure"}
"""One image each: named together."""


def worth_showing(jobs: Iterable[JobView]) -> list[JobView]:
    """Without the ones that are over in a moment, in the order given."""
    return [job for job in jobs if job.kind not in _QUIET]


def headline(jobs: Sequence[JobView]) -> JobView | None:
    """The job that matters most: running before waiting, a model before an export before a prediction."""
    return min(
        jobs,
        key=lambda job: (job.state is not JobState.RUNNING, _WEIGHT.get(job.kind, 9), job.id),
        default=None,
    )
