"""The one function that finds a resource, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Path of a file or folder of `resources/`.

    In a wheel the folder is installed as `segstudio/_resources`; in a checkout it lies at the top level.
    Raises FileNotFoundError when neither holds it.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError(
        f"segstudio is not installed completely: resources/{'/'.join(parts)} is missing."
    )
