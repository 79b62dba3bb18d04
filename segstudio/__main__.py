"""`segstudio` and `python -m segstudio`."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    try:
        # inside, so that Ctrl+C while it loads ends quietly too
        from segstudio.cli.quick import open_at_once

        code = open_at_once(sys.argv[1:])
        if code is not None:
            sys.exit(code)
        from segstudio.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
