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
"""One image each, unless `steady`: named together."""
_BATCHES = {"predict", "batch", "export", "report"}
"""Have the model predict one image after the other, each in a job of its own."""


def worth_showing(jobs: Iterable[JobView]) -> list[JobView]:
    """Without the ones that are over in a moment, in the order given but those of many images first: they stay. While
    a batch is at work, the images it has predicted one by one are told by its own progress."""
    told = [job for job in jobs if job.kind not in _QUIET]
    batch = any(
        job.kind in _BATCHES and steady(job) and job.state is JobState.RUNNING and job.total for job in told
    )
    lasting = [job for job in told if steady(job)]
    return lasting if batch else lasting + [job for job in told if not steady(job)]


def steady(job: JobView) -> bool:
    """Not one of the jobs of a single image that come and go faster than one can read."""
    return job.kind not in PREDICTING or bool(job.total)


def headline(jobs: Sequence[JobView]) -> JobView | None:
    """The job that matters most: running before waiting, a model before an export before a prediction,
    many images before one."""
    return min(
        jobs,
        key=lambda job: (
            job.state is not JobState.RUNNING,
            _WEIGHT.get(job.kind, 9),
            not steady(job),
            job.id,
        ),
        default=None,
    )
