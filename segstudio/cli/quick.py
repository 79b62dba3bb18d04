"""`segstudio open [FOLDER]` without the parser: its imports cost a third of the time until the window is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from segstudio.core.errors import UserError

_COMMAND = "open"


def open_at_once(arguments: Sequence[str]) -> int | None:
    """The exit code, or None where the arguments need the parser: another command, an option, more than a folder."""
    if not arguments or arguments[0] != _COMMAND or len(arguments) > 2:
        return None
    if any(word.startswith("-") for word in arguments[1:]):
        return None
    from segstudio.core import collecting
    from segstudio.ui.ahead import load_engine

    load_engine()
    from segstudio.ui.app import run  # loads Qt, which no other command needs

    try:
        return run(Path(arguments[1]) if len(arguments) > 1 else None)
    except UserError as error:
        from segstudio.cli.console import fail  # only now, as above

        fail(str(error))
        return error.exit_code
    finally:
        collecting.resume()  # where no window was painted
