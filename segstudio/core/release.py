"""Letting go of large memory off the GUI thread: giving a gigabyte back to the system takes a tenth of a second."""

from __future__ import annotations

import threading
import time

_LARGE = 1 << 26
_SOON_S = 0.5
"""By then whoever calls has forgotten its own references, within the same event."""


def release_later(*things: object) -> None:
    """Keep these for a moment longer, so that it is another thread that frees them; nothing for small arrays.

    `things`: arrays, or objects that have large arrays in them.
    """
    held = [thing for thing in things if getattr(thing, "nbytes", _LARGE) >= _LARGE]
    if not held:
        return

    def let_go(held: list[object]) -> None:
        time.sleep(_SOON_S)
        held.clear()

    threading.Thread(target=let_go, args=(held,), name="segstudio release", daemon=True).start()
