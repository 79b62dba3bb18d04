"""What the values of a checkpoint's description may be: it comes from outside, and may say anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Check = Callable[[Any], bool]


def _whole(low: int, high: int = 1 << 40) -> Check:
    return lambda v: type(v) is int and low <= v <= high


def _number(low: float, high: float) -> Check:
    """At least `low` and below `high`, which no NaN is."""
    return lambda v: type(v) in {int, float} and low <= v < high


def _list(check: Check, count: int | None = None) -> Check:
    return lambda v: (
        isinstance(v, (list, tuple)) and all(map(check, v)) and (count is None or len(v) == count)
    )


def _is(kind: type) -> Check:
    return lambda v: isinstance(v, kind)


_NAME = _is(str), "a text"
_COUNT = _whole(1), "a whole number above 0"
_PIXELS = _whole(0), "a whole number of pixels, 0 or more"

CHECKS: dict[str, tuple[Check, str]] = {
    # the model
    "architecture": _NAME,
    "backbone": _NAME,
    "num_classes": (_whole(1, 256), "a whole number from 1 to 256"),
    "output_stride": (_whole(1), "8, 16 or 32"),
    "context": _NAME,
    "separable": (_is(bool), "true or false"),
    "context_channels": _COUNT,
    "rates": (_list(_whole(1, 1 << 16)), "a list of whole numbers above 0"),
    "decoder": (_list(_is(dict)), "a list of levels"),
    "dropout": (_number(0, 1), "a number from 0 to below 1"),
    "dialect": _NAME,
    "working_pixels": _PIXELS,
    "enlarged_pixels": _PIXELS,
    "tile_pixels": _COUNT,
    "mean": (_list(_number(-1e6, 1e6), 3), "three numbers"),
    "std": (_list(_number(1e-6, 1e6), 3), "three numbers above 0"),
    # a level of its decoder
    "stride": _COUNT,
    "low_channels": _COUNT,
    "channels": _COUNT,
    # what surrounds it
    "version": (_whole(0), "a whole number"),
    "name": _NAME,
    "licence": _NAME,
    "id": (_whole(0, 255), "a whole number from 0 to 255"),
    "colour": (_list(_whole(0, 255), 3), "three whole numbers from 0 to 255"),
    "ignore_index": (_whole(0, 255), "a whole number from 0 to 255"),
    "ignore_name": _NAME,
    "notes": (_is(dict), "a mapping"),
}
"""By field: whether a value fits, and how that is said."""


def checked(field: str, value: Any) -> Any:
    """The value, a list as a tuple. Raises ValueError for one that can mean nothing, and for an unknown field."""
    if field not in CHECKS:
        raise ValueError(f"this version does not know {str(field)[:40]!r}")
    fits, meaning = CHECKS[field]
    if not fits(value):
        raise ValueError(f"'{field}' is {repr(value)[:40]}, and has to be {meaning}")
    return tuple(value) if isinstance(value, list) else value
