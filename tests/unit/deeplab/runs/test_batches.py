"""Making the next thing in a thread: the same results in the same order, errors, and an end in every case."""

from __future__ import annotations

import threading

import pytest

from segstudio.deeplab.runs.batches import one_ahead

NAME = "segstudio-batches"


def alive() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith(NAME)]


def test_the_next_is_made_while_the_caller_works() -> None:
    made: list[tuple[int, str]] = []
    next_is_made = threading.Event()

    def make(number: int) -> int:
        made.append((number, threading.current_thread().name))
        if number == 4:
            next_is_made.set()
        return number * number

    with one_ahead(make, 5) as get:
        assert get(3) == 9
        assert next_is_made.wait(10)
        assert get(4) == 16
    assert [number for number, _ in made] == [3, 4], "each once, and nothing beyond the end"
    assert all(name.startswith(NAME) for _, name in made)
    assert alive() == []


def test_another_number_than_the_expected_is_made_too() -> None:
    with one_ahead(lambda number: number, 100) as get:
        assert [get(0), get(50), get(7)] == [0, 50, 7]


def test_an_error_comes_where_its_result_is_asked_for_and_the_thread_ends() -> None:
    def make(number: int) -> int:
        if number == 2:
            raise ValueError("broken picture")
        return number

    def use() -> None:
        with one_ahead(make, 5) as get:
            assert get(1) == 1
            get(2)

    with pytest.raises(ValueError, match="broken picture"):
        use()
    assert alive() == []


def test_the_thread_ends_when_the_caller_fails() -> None:
    def use() -> None:
        with one_ahead(lambda number: number, 5) as get:
            get(0)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        use()
    assert alive() == []
