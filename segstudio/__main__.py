"""`segstudio` and `python -m segstudio`."""

from __future__ import annotations


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    from segstudio.cli.app import main as run  # start-up time: child processes import this module too

    run()


if __name__ == "__main__":
    main()
