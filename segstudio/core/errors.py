"""Errors whose message a person can act on: what happened, to which file, and what to do."""


class UserError(Exception):
    """Base of every error that is shown to a person; `str(error)` is the whole sentence."""

    exit_code = 1


class InputError(UserError):
    """What was given cannot be used: a path, a file's content, an option. Exit code 2."""

    exit_code = 2


class WorkError(UserError):
    """The input was fine and the work failed: a full disk, a lost folder, a failed download. Exit code 1."""

    exit_code = 1


class Cancelled(Exception):  # noqa: N818  # no error: a way out
    """Raised inside a job to leave it early; never shown as an error."""
