"""`segstudio bench`: the project's own measurements, with their budgets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from segstudio.bench.registry import APART, Row, bench_names, find_data, load_bench
from segstudio.cli.console import fail, out, progress_bar, say, warn
from segstudio.core.atomic import write_text
from segstudio.core.errors import InputError

_ALL = "all"
_ON_DEVICES = "predict"
_WORK_FAILED = 1


def bench(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"{', '.join(bench_names())} or all.")],
    *,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the rows.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Real labelled images. Default: $SEGSTUDIO_TEST_DATA, else ../shared/data."
        ),
    ] = None,
    epochs: Annotated[
        int | None, typer.Option(min=1, help="Budget of a benchmark that trains. Default: its own.")
    ] = None,
    device: Annotated[
        str, typer.Option(metavar="D", help="For 'predict': cpu, or cuda, whose rows end in .cuda.")
    ] = "cpu",
    napari_python: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="A Python that has napari, for the comparison in 'canvas'."),
    ] = None,
) -> None:
    """Measure, and print each figure beside its budget. A figure over its budget is marked and is no error."""
    if napari_python is not None:
        os.environ["SEGSTUDIO_NAPARI_PYTHON"] = str(napari_python.absolute())
    folder = find_data(data)
    if folder is None:
        warn("No folder of real images: rows that need one are left out (see --data).")
    if device != "cpu" and name != _ON_DEVICES:
        raise InputError(f"Only '{_ON_DEVICES}' is measured on other devices: leave --device out.")
    failed: list[str] = []
    if name == _ALL:
        rows, failed = _run_all(folder)
    else:
        chosen = load_bench(name)
        run = chosen.run
        if epochs is not None:
            if chosen.with_epochs is None:
                raise InputError(f"'{name}' trains nothing: leave --epochs out.")
            run = chosen.with_epochs(epochs)
        if device != "cpu":
            from segstudio.bench.predict import with_device  # late: numpy, for who asks

            run = with_device(device)
        with progress_bar(chosen.name, "steps") as progress:
            rows = run(folder, progress)
    out().print(_table(rows))
    if json_file:
        write_text(json_file, json.dumps([row.as_dict() for row in rows], indent=1) + "\n")
        say(f"Wrote {json_file}")
    if failed:
        fail(f"These benchmarks did not finish: {', '.join(failed)}.")
        raise typer.Exit(_WORK_FAILED)


def _run_all(data: Path | None) -> tuple[list[Row], list[str]]:
    """Each in a process of its own: one that has loaded torch or Qt would change the others' figures."""
    rows: list[Row] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in (n for n in bench_names() if n not in APART):
            result = Path(folder) / f"{name}.json"
            command = [sys.executable, "-m", "segstudio", "bench", name, "--json", str(result)]
            if data:
                command += ["--data", str(data)]
            ended = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            if ended.returncode == 0:
                rows += [Row.from_dict(row) for row in json.loads(result.read_text("utf-8"))]
            else:
                failed.append(name)
    return rows, failed


def _table(rows: list[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("figure", overflow="fold")
    table.add_column("value", justify="right")
    table.add_column("unit")
    table.add_column("budget", justify="right")
    table.add_column("")
    marks = {True: "[green]✓ within[/]", False: "[red]✗ over[/]", None: ""}
    for row in rows:
        sign = "≤" if row.better == "lower" else "≥"
        budget = "" if row.budget is None else f"{sign} {row.budget:g}"
        table.add_row(row.name, f"{row.value:.4g}", row.unit, budget, marks[row.passes])
    return table
