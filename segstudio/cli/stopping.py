"""Ctrl+C, or a service's SIGTERM, as a wish to stop after what is being done."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from segstudio.core.progress import CancelToken


@contextmanager
def stopped_by_signals(*, alone: bool) -> Iterator[CancelToken]:
    """A token that the first SIGINT or SIGTERM sets; the second does what it did before: it ends the process at once.

    Where the process is not `alone`, but one of torchrun's, which passes on what the terminal has sent to all of them
    already, a second is none; torchrun ends after half a minute who has not ended.
    """
    token = CancelToken()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def stop(*_: object) -> None:
        token.cancel()
        if alone:
            restore()
            # not by way of a stream: the signal may have come while something was written to that very one
            os.write(2, b"\nStopping after this step. Press Ctrl+C again to end at once.\n")

    for number in before:
        signal.signal(number, stop)
    try:
        yield token
    finally:
        restore()
