"""Label files that another program wrote, changed or removed while the project is open: looked for when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from segstudio.core.numerals import grouped
from segstudio.core.signal import Signal
from segstudio.core.wording import joined, worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import LabelStore, Stamp
from segstudio.engine.jobs import Job, JobContext, JobQueue

_PRIORITY = 20
_Seen = dict[str, Stamp]


@dataclass(frozen=True, slots=True)
class LabelChanges:
    """Keys of images whose label is new or another one, and of those whose label is gone."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]


class LabelWatch:
    """Compares time stamps and sizes with those of the last look; owned by the GUI thread, looks in the pool."""

    def __init__(self, pool: JobQueue) -> None:
        self.found: Signal[LabelChanges] = Signal()
        """Other programs changed something."""
        self._pool = pool
        self._store: LabelStore | None = None
        self._entries: Sequence[ImageEntry] = ()
        self._seen: _Seen | None = None  # None: not looked yet
        self._own: set[str] = set()  # written by ourselves while a look is under way
        self._unknown: set[str] = set()  # written by ourselves, nobody knows when
        self._job: Job[_Seen] | None = None

    def begin(
        self, store: LabelStore | None, entries: Sequence[ImageEntry], *, at_once: bool = True
    ) -> None:
        """Another project (or none); `entries`: its live list. The first look, now or later, takes everything as it is."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._seen, self._store, self._entries = None, None, store, entries
        self._own.clear()
        self._unknown.clear()
        if at_once:
            self.look()

    def first_look(self) -> None:
        """Unless there was one."""
        if self._seen is None:
            self.look()

    def wrote(self, key: str, stamp: Stamp | None = None) -> None:
        """We wrote this label ourselves; without a `stamp` whatever the next look finds is taken as it is."""
        if stamp is None:
            self._unknown.add(key)
            return
        self._own.add(key)
        if self._seen is not None:
            self._seen[key] = stamp

    def look(self) -> None:
        """`found` comes when there is something; a look under way is enough."""
        store = self._store
        if store is None or self._job is not None:
            return
        self._own.clear()
        keys = [entry.key for entry in self._entries]

        def ended() -> None:
            self._job = None

        self._job = self._pool.submit(
            "labels",
            worded("Look for labels that other programs changed"),
            lambda context: _stamps(store, keys, context),
            priority=_PRIORITY,
            on_done=self._looked,
            on_error=lambda error: ended(),
            on_cancel=ended,
        )

    def _looked(self, now: _Seen) -> None:
        self._job = None
        before, self._seen = self._seen, now
        if before is None:
            return
        for key in self._own:
            if key in before:
                now[key] = before[key]
        ours = self._own | self._unknown
        self._unknown.clear()
        changed = tuple(k for k, s in now.items() if before.get(k) != s and k not in ours)
        gone = tuple(k for k in before if k not in now and k not in ours)
        if changed or gone:
            self.found.emit(LabelChanges(changed, gone))


def _stamps(store: LabelStore, keys: Sequence[str], context: JobContext) -> _Seen:
    found: _Seen = {}
    for number, key in enumerate(keys):
        if number % 1000 == 0:
            context.token.raise_if_cancelled()
        stamp = store.stamp(key)
        if stamp is not None:
            found[key] = stamp
    return found


def told(changes: LabelChanges) -> str:
    """A sentence or two for people."""
    sentences = []
    if len(changes.changed) == 1:
        name = changes.changed[0]
        sentences.append(
            worded("The label of {name} was changed by another program and is counted anew.", name=name)
        )
    elif changes.changed:
        count = grouped(len(changes.changed))
        sentences.append(
            worded("{count} labels were changed by another program and are counted anew.", count=count)
        )
    if len(changes.gone) == 1:
        sentences.append(
            worded("The label of {name} was removed by another program.", name=changes.gone[0])
        )
    elif changes.gone:
        count = grouped(len(changes.gone))
        sentences.append(worded("{count} labels were removed by another program.", count=count))
    return joined(sentences)
