"""How long a job will still take, from how fast it has been."""

from __future__ import annotations

from dataclasses import dataclass

_ENOUGH_S = 1.0
"""Before that an estimate would only be noise."""


@dataclass(slots=True)
class _Start:
    time: float
    done: int
    total: int


class JobTimes:
    """Remembers when each job was first seen at work; `now` is in seconds of any monotonic clock."""

    def __init__(self) -> None:
        self._starts: dict[int, _Start] = {}

    def seconds_left(self, job_id: int, done: int, total: int, now: float) -> float | None:
        """None while it cannot be said."""
        start = self._starts.get(job_id)
        if start is None or start.total != total or done < start.done:
            self._starts[job_id] = _Start(now, done, total)
            return None
        passed, made = now - start.time, done - start.done
        if total <= 0 or made <= 0 or passed < _ENOUGH_S:
            return None
        return (total - done) * passed / made

    def forget_all_but(self, job_ids: set[int]) -> None:
        """Drop what is over."""
        for job_id in self._starts.keys() - job_ids:
            del self._starts[job_id]


def duration(seconds: float) -> str:
    """'8 s', '3 min', '2 h 5 min': as exact as an estimate deserves."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
