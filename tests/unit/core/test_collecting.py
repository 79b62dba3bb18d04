"""The garbage collector rests while much is made, and works again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from segstudio.core import collecting


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()
    assert gc.isenabled()


def test_rests_until_everybody_has_resumed() -> None:
    collecting.rest()
    collecting.rest()
    assert not gc.isenabled()
    collecting.resume()
    assert not gc.isenabled()
    collecting.resume()
    assert gc.isenabled()


def test_what_came_meanwhile_is_walked_through_no_more() -> None:
    before = gc.get_freeze_count()
    collecting.rest()
    kept = [[number] for number in range(1000)]
    collecting.resume()
    assert gc.get_freeze_count() >= before + len(kept)


def test_what_does_not_stay_is_collected_later() -> None:
    before = gc.get_freeze_count()
    with collecting.resting():
        assert not gc.isenabled()
        kept = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == before
    del kept


def test_an_import_meanwhile_is_set_aside_whoever_ends_last() -> None:
    before = gc.get_freeze_count()
    with collecting.resting():
        collecting.rest()
        kept = [[number] for number in range(1000)]
        collecting.resume()
    assert gc.get_freeze_count() >= before + len(kept)


def test_resuming_without_a_rest_only_enables() -> None:
    collecting.resume()
    assert gc.isenabled()
