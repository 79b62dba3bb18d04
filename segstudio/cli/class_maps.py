"""`--map` and `--write-map`: which class of a model or of predictions is which of the table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.console import counted, say
from segstudio.cli.outputs import check_outputs
from segstudio.core.class_map import ClassChoice, is_map, read_map, write_map
from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.errors import InputError

MapFile = Annotated[
    Path | None,
    typer.Option(
        "--map", metavar="FILE", help="Which class is which, where names do not tell: see --write-map."
    ),
]
WriteMap = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Write the mapping to FILE, to be edited and given to --map, and end."
    ),
]


def chosen_classes(
    map_file: Path | None,
    write_to: Path | None,
    source: ClassTable | None,
    target: ClassTable | None,
    needs: str,
) -> ClassChoice | None:
    """What `map_file` says, checked against both tables. Writes `write_to` and ends the command where that is asked.

    `needs`: the option that gives the table which is None. Raises InputError.
    """
    if map_file is None and write_to is None:
        return None
    if source is None or target is None:
        raise InputError(f"A mapping is between two class tables: name the other with {needs}.")
    chosen = read_map(map_file, source, target) if map_file else {}
    if write_to is None:
        return chosen
    check_outputs([write_to], [map_file])
    if write_to.is_file() and not is_map(write_to, source, target):
        raise InputError(f"{write_to} is no class map, and would be replaced by one. Choose another name.")
    write_map(write_to, source, target, chosen)
    missing = len(map_classes(source, target, chosen).unmapped)
    say(
        f"Wrote {write_to}: {counted(len(source), 'class', 'classes')}, {missing} without a partner. Edit it and use it with "
        f"--map {write_to}."
    )
    raise typer.Exit
