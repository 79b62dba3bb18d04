"""Where commands write: results to stdout, everything that accompanies them (progress, notices) to stderr."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from segstudio.core.plain_text import harmless
from segstudio.core.progress import Progress

BYTES = "bytes"
"""As the unit of a progress bar: sizes and speeds are shown as of a download."""


_SIMILAR = "segstudio-similar"


class _Signs(dict[int, str]):
    def __missing__(self, sign: int) -> str:
        return "?"


_SIGNS = _Signs(zip(map(ord, "–—−×·•…█▒│→←≤≥≈°²′“”‘’✓✗\u00a0"), "---x...#:|><<>~o2'\"\"''vx ", strict=True))
"""ASCII for the signs that our own texts hold: an en dash stands for a figure that does not exist, and '?' does not."""
_NO_READER = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}


def out() -> Console:
    """Results. Made when asked for, so that a redirected stdout is the one that is used.

    No emoji: ':x:' in a path is a part of the path.
    """
    return Console(highlight=False, emoji=False)


def err() -> Console:
    return Console(stderr=True, highlight=False, emoji=False)


def say(sentence: str) -> None:
    """A sentence that accompanies the work, unwrapped, so that paths in it can be copied."""
    err().print(escape(harmless(sentence)), soft_wrap=True)


def warn(sentence: str) -> None:
    err().print(f"[yellow]Note:[/] {escape(harmless(sentence))}", soft_wrap=True)


def fail(sentence: str) -> None:
    err().print(f"[red]Error:[/] {escape(harmless(sentence))}", soft_wrap=True)


def provide_streams() -> None:
    """Output goes nowhere where there is none ('>&-', a service), or where its reader has seen enough ('| head'): that
    is no failure of the work, which goes on and ends with its own exit code."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # open to the end
        elif name != "stdin" and stream is getattr(sys, f"__{name}__") and not stream.isatty():
            setattr(sys, name, _without_a_reader_too(stream))


def _without_a_reader_too(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Pipe(stream.fileno(), "wb", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


class _Pipe(io.FileIO):
    """Takes what nobody reads any more."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in _NO_READER:
                raise
            return memoryview(data).nbytes


def counted(number: int, one: str, many: str = "") -> str:
    """'1 mask', '2 masks'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def tolerate_any_text() -> None:
    """Signs that a terminal's encoding lacks are replaced by similar ones, or '?', instead of ending the command."""
    codecs.register_error(_SIMILAR, _similar)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_SIMILAR)


def _similar(error: UnicodeError) -> tuple[str, int]:
    """The handler of `codecs.register_error`: a sign for each, so that tables stay in line."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].translate(_SIGNS), error.end


@contextmanager
def progress_bar(title: str, unit: str = "images") -> Iterator[Progress]:
    """A bar on stderr; yields the function that moves it. Where stderr is no terminal, its last state is printed."""
    counted = (
        (DownloadColumn(), TransferSpeedColumn()) if unit == BYTES else (MofNCompleteColumn(), _Rate(unit))
    )
    bar = Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        *counted,
        TimeRemainingColumn(elapsed_when_finished=True),
        TextColumn("[dim]{task.fields[detail]}", markup=True),
        console=err(),
    )
    with bar:
        task = bar.add_task(title, total=None, detail="")

        def report(done: int, total: int, what: str) -> None:
            detail = "" if total and done == total else escape(what[-40:])  # 0 of 0: waiting
            bar.update(task, completed=done, total=total or None, detail=detail)

        try:
            yield report
        except BaseException:
            bar.update(task, visible=bar.tasks[0].completed > 0)  # the error's sentence is enough
            raise


class _Rate(ProgressColumn):
    def __init__(self, unit: str) -> None:
        super().__init__()
        self._unit = unit

    def render(self, task: Task) -> Text:
        if not task.completed or not task.elapsed:
            return Text("")
        speed = task.completed / task.elapsed
        digits = 0 if speed >= 100 else 1
        return Text(f"{speed:,.{digits}f} {self._unit}/s")
