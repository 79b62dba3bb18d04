"""Work in threads, results in order."""

from __future__ import annotations

import threading

import pytest

from segstudio.engine.ordered import ordered


def test_results_come_in_the_order_of_the_items() -> None:
    gate = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            gate.wait(10)  # the first is done last
        if number == 1:
            gate.set()
        return number * number

    assert list(ordered(work, range(20), workers=3)) == [(n, n * n) for n in range(20)]


def test_it_is_never_far_ahead_of_who_takes() -> None:
    begun: list[int] = []
    results = ordered(begun.append, range(100), workers=2, ahead=4)
    next(results)
    assert len(begun) <= 5
    results.close()
    assert len(begun) <= 5


def test_an_exception_is_raised_in_its_place() -> None:
    def work(number: int) -> int:
        if number == 2:
            raise KeyError(number)
        return number

    results = ordered(work, range(5), workers=2, ahead=2)
    assert [next(results), next(results)] == [(0, 0), (1, 1)]
    with pytest.raises(KeyError):
        next(results)


def test_no_items_no_results() -> None:
    assert list(ordered(str, [])) == []
