"""Options of `segstudio train` that are a few numbers in one word: sizes, ranges, the levels of a decoder."""

from __future__ import annotations

from segstudio.core.errors import InputError


def size_of(text: str) -> tuple[int, int]:
    """'288x384' -> (height, width). Raises InputError for less than 32 of either."""
    try:
        height, width = (int(part) for part in text.replace("×", "x").split("x"))
    except ValueError:
        height = width = 0
    if min(height, width) < 32:
        raise InputError(
            f"'{text}' is no size of a crop. Write height×width, 32 or more, for example 288x384."
        )
    return height, width


def range_of(text: str) -> tuple[float, float]:
    """'0.7,1.8' -> both numbers, whatever they are. Raises InputError for other than two."""
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError as error:
        raise InputError(
            f"'{text}' is no range of zoom. Write smallest,largest, for example 0.7,1.8."
        ) from error
    return low, high


def levels_of(text: str) -> list[dict[str, int]]:
    """'4:48:256' -> the decoder levels of a model's description. Raises InputError."""
    levels = []
    for part in text.split(","):
        try:
            stride, low, channels = (int(value) for value in part.split(":"))
        except ValueError:
            stride = low = channels = 0
        if min(stride, low, channels) < 1:
            raise InputError(
                f"'{part}' is no level of a decoder. Write stride:channels of the backbone:channels, "
                "for example 4:48:256."
            )
        levels.append({"stride": stride, "low_channels": low, "channels": channels})
    return levels
