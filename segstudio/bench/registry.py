"""Which benchmarks there are, and the rows that they print.

A file beside this one is a benchmark when its name does not begin with an underscore. It has a docstring whose
first line says what it measures, and

    def run(data: Path | None, progress: Progress) -> list[Row]

`data` is a folder of real labelled images (the one that holds camvid/, voc/ …) or None; a row that needs it is
left out without it. Heavy imports (torch, Qt) belong inside `run`. Every benchmark runs in a process of its own
under `bench all`, so that it starts as a user's command does; those in `APART` take an hour and are asked for by name.
One that trains may have `with_epochs(epochs)`, which gives its `run` at another budget (`--epochs`).
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import segstudio.bench
from segstudio.core.errors import InputError
from segstudio.core.progress import Progress

Run = Callable[[Path | None, Progress], "list[Row]"]

APART = frozenset({"context"})
_OWN = "registry"
_DATA_VARIABLE = "SEGSTUDIO_TEST_DATA"
_DATA_DEFAULT = Path("..") / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `budget`: what it should keep, None where there is none; `better`: which way is better."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    better: Literal["lower", "higher"] = "lower"

    @property
    def passes(self) -> bool | None:
        """None without a budget."""
        if self.budget is None:
            return None
        return self.value <= self.budget if self.better == "lower" else self.value >= self.budget

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Row:
        return cls(row["name"], row["value"], row["unit"], row["budget"], row["better"])


@dataclass(frozen=True, slots=True)
class Bench:
    name: str
    title: str
    run: Run
    with_epochs: Callable[[int], Run] | None = None
    """Of a benchmark that trains: the same at another budget."""


def bench_names() -> list[str]:
    """Names of all benchmarks, without importing them."""
    found = (m.name for m in pkgutil.iter_modules(segstudio.bench.__path__))
    return sorted(name for name in found if name != _OWN and not name.startswith("_"))


def load_bench(name: str) -> Bench:
    """Raises InputError naming the benchmarks there are."""
    if name not in bench_names():
        raise InputError(f"'{name}' is no benchmark. There are {', '.join(bench_names())} and all.")
    module = importlib.import_module(f"segstudio.bench.{name}")
    title = (module.__doc__ or name).strip().splitlines()[0]
    return Bench(name, title, module.run, getattr(module, "with_epochs", None))


def find_data(given: Path | None) -> Path | None:
    """The folder of real images: `given`, else $SEGSTUDIO_TEST_DATA, else ../shared/data; None without one.

    Raises InputError when a folder was named that is not there.
    """
    named = given or (Path(os.environ[_DATA_VARIABLE]) if os.environ.get(_DATA_VARIABLE) else None)
    if named is not None:
        if not named.is_dir():
            raise InputError(f"{named} is no folder. Give the folder of test images with --data.")
        return named
    return _DATA_DEFAULT if _DATA_DEFAULT.is_dir() else None
