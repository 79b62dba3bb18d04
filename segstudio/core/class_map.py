"""A mapping of classes as a text file that a person can edit: `model class = project class`, one a line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.atomic import write_text
from segstudio.core.classes import ClassTable, class_key, map_classes
from segstudio.core.errors import InputError

IGNORE = "ignore"
"""The right side of a class that is left out on purpose; the table's own name for it (void, say) does as well."""

_NAMED = 12
_HEAD = """# model class = class of the table, one a line. 'ignore': pixels of this class get the ignore value.
# What is not listed is matched by name; without a partner it is ignored and reported.
"""

ClassChoice = Mapping[str, int | None]
"""Class id of the target table by name of the source's class, None: ignored on purpose. The rest goes by name."""


def read_map(path: Path, source: ClassTable, target: ClassTable) -> dict[str, int | None]:
    """Raises InputError naming file and line when a name is in neither table, or is there twice."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The class map {path} cannot be read ({error}).") from error
    names = {class_key(c.name): c.name for c in source.classes}
    ids: dict[str, int | None] = {class_key(IGNORE): None, class_key(target.ignore_name): None}
    ids |= {class_key(c.name): c.id for c in target.classes}
    found: dict[str, int | None] = {}
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        where = f"{path}, line {number}"
        left, sign, right = (part.strip() for part in text.partition("="))
        if not sign:
            raise InputError(f"{where}: expected 'model class = class', found '{text[:80]}'.")
        if class_key(left) not in names:
            raise InputError(f"{where}: the model has no class '{left}'. It has {_listed(source)}.")
        if class_key(right) not in ids:
            raise InputError(
                f"{where}: the table has no class '{right}'. It has {_listed(target)}; or write '{IGNORE}'."
            )
        name = names[class_key(left)]
        if name in found:
            raise InputError(f"{where}: '{left}' is mapped twice.")
        found[name] = ids[class_key(right)]
    return found


def write_map(path: Path, source: ClassTable, target: ClassTable, chosen: ClassChoice) -> None:
    """Write what `map_classes` makes of `chosen`; classes without a partner stand there to be filled in.

    Raises WorkError.
    """
    mapping = map_classes(source, target, chosen)
    lines = []
    for c in source.classes:
        found = mapping.targets[c.id]
        if c.name in mapping.unmapped:
            lines.append(f"# {c.name} = ")
        else:
            lines.append(f"{c.name} = {target.name_of(found) if found is not None else IGNORE}")
    names = ", ".join(c.name for c in target.classes)
    write_text(path, f"{_HEAD}# The table has: {names}\n\n" + "\n".join(lines) + "\n")


def renumbered(maps: Mapping[str, ClassChoice], lookup: NDArray[np.uint8]) -> dict[str, ClassChoice]:
    """Choices by model after the table's ids became `lookup`'s (uint8 256)."""
    return {
        model: {name: None if old is None else int(lookup[old]) for name, old in chosen.items()}
        for model, chosen in maps.items()
    }


def _listed(table: ClassTable) -> str:
    names = [c.name for c in table.classes]
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
