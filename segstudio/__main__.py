"""`segstudio` and `python -m segstudio`."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    try:
        from segstudio.cli.app import main as run  # inside, so that Ctrl+C while it loads ends quietly too

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
