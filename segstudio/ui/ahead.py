"""What is loaded before Qt when the window starts. Imports nothing of Qt itself."""

from __future__ import annotations

from segstudio.core import collecting


def load_engine() -> None:
    """What needs no Qt, before Qt: once PySide is there it reads the source of every module that is imported.

    The collector rests from here on until the window has been painted (`ui.app.run`).
    """
    collecting.rest()
    import segstudio.engine.session  # noqa: F401  # late: where the command line begins, nothing is loaded yet
