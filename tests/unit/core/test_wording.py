"""Sentences that know how they were put together."""

from __future__ import annotations

import weakref

import numpy as np

from segstudio.core.errors import InputError
from segstudio.core.wording import Worded, worded


def failed(kept: list[weakref.ref[object]]) -> Worded:
    picture = np.zeros((4, 4), np.uint8)
    kept.append(weakref.ref(picture))
    try:
        raise InputError(worded("{n} pixels are too many", n=picture.size))
    except InputError as error:
        return worded("It cannot be opened ({error}).", error=error)


def test_a_sentence_about_an_error_does_not_keep_what_was_worked_on() -> None:
    kept: list[weakref.ref[object]] = []
    sentence = failed(kept)
    assert sentence == "It cannot be opened (16 pixels are too many)."
    assert kept[0]() is None


def test_the_sentence_of_an_error_is_still_known_inside_another() -> None:
    inner = failed([]).values["error"]
    assert isinstance(inner, Worded)
    assert (inner.template, dict(inner.values)) == ("{n} pixels are too many", {"n": 16})
