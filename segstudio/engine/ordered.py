"""Running a function over many items in a few threads, results in order, never far ahead of who takes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def ordered(
    work: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 2, ahead: int = 4
) -> Generator[tuple[Item, Result], None, None]:
    """Yield (item, work(item)) in the order of `items`; at most `ahead` results wait.

    An exception of `work` is raised where its result would have come. Closing the iterator, also by an
    exception of the consumer, drops what has not begun and waits for what has.
    """
    with ThreadPoolExecutor(workers, thread_name_prefix="segstudio-ordered") as pool:
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        try:
            for item in items:
                waiting.append((item, pool.submit(work, item)))
                if len(waiting) > ahead:
                    first, future = waiting.popleft()
                    yield first, future.result()
            while waiting:
                first, future = waiting.popleft()
                yield first, future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
