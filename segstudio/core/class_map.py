"""A mapping of classes as a text file that a person can edit: `model class = project class`, one a line."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.atomic import write_text
from segstudio.core.class_names import Meant, Names
from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.errors import InputError
from segstudio.core.wording import Worded, worded

IGNORE = "ignore"
"""The right side of a class that is left out on purpose; the table's own name for it (void, say) does as well."""

_NAMED = 12
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A JSON string."""
_LINE = re.compile(rf"({_QUOTED.pattern}|[^=]*?)\s*=\s*(.*)")
_TITLE = "# model class = class of the table, one a line."
_HEAD = f"""{_TITLE} 'ignore': pixels of this class get the ignore value.
# A name with '=' or one that begins with '#' stands in quotes.
# What is not listed is matched by name; without a partner it is ignored and reported.
"""

ClassChoice = Mapping[str, int | None]
"""Class id of the target table by name of the source's class, None: ignored on purpose. The rest goes by name."""


def followed(
    source: ClassTable, former: ClassTable, table: ClassTable, chosen: ClassChoice
) -> dict[str, int | None]:
    """`chosen`, and where `table` is `former` with one class renamed, that the class has the partner that it had by name.

    Another table altogether, a preset say, is no renaming: equal ids then mean nothing.
    """
    found = dict(chosen)
    if len(former) != len(table) or replace(table, classes=former.classes) != former:
        return found
    changed = [pair for pair in zip(former.classes, table.classes, strict=True) if pair[0] != pair[1]]
    if len(changed) != 1:
        return found
    before, after = changed[0]
    if before.name == after.name or replace(before, name=after.name) != after:
        return found
    was = map_classes(source, former, chosen).targets
    now = map_classes(source, table, chosen).targets
    lost = (
        c for c in source.classes if was[c.id] == after.id and now[c.id] is None and c.name not in found
    )
    return found | dict.fromkeys((c.name for c in lost), after.id)


def read_map(path: Path, source: ClassTable, target: ClassTable) -> dict[str, int | None]:
    """Raises InputError naming file and line when a name is in neither table, or is there twice."""
    models, tables = Names((c.name, c.name) for c in source.classes), _right_sides(target)
    found: dict[str, int | None] = {}
    for number, line in enumerate(_text(path).splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        where = f"{path}, line {number}"
        sides = _LINE.fullmatch(text)
        if sides is None:
            raise InputError(
                worded(
                    "{where}: expected 'model class = class', found '{line}'.",
                    where=where,
                    line=text[:80],
                )
            )
        left, right = _plain(sides[1]), _plain(sides[2])
        name = _only(models.find(left), left, where, _no_class_of_model(where, left, source))
        ids: set[int | None] = {None} if sides[2] == IGNORE else tables.find(right)
        class_id = _only(ids, right, where, _no_class_of_table(where, right, target))
        if name in found:
            raise InputError(worded("{where}: '{left}' is mapped twice.", where=where, left=left))
        found[name] = class_id
    return found


def _only(meant: set[Meant], side: str, where: str, none: Worded) -> Meant:
    """The one that is meant. Raises InputError, `none` where nothing is."""
    if not meant:
        raise InputError(none)
    if len(meant) > 1:
        raise InputError(
            worded(
                "{where}: '{side}' could be several classes. Write the name as it is there.",
                where=where,
                side=side,
            )
        )
    return next(iter(meant))


def _no_class_of_model(where: str, left: str, source: ClassTable) -> Worded:
    return worded(
        "{where}: the model has no class '{left}'. It has {source}.",
        where=where,
        left=left,
        source=_listed(source),
    )


def _no_class_of_table(where: str, right: str, target: ClassTable) -> Worded:
    return worded(
        "{where}: the table has no class '{right}'. It has {target}; or write '{ignore}'.",
        where=where,
        right=right,
        target=_listed(target),
        ignore=IGNORE,
    )


def is_map(path: Path, source: ClassTable, target: ClassTable) -> bool:
    """Whether a file is one that `write_map` has written, or says something that `read_map` understands."""
    try:
        return path.read_text(encoding="utf-8-sig").startswith(_TITLE) or bool(
            read_map(path, source, target)
        )
    except (OSError, UnicodeDecodeError, InputError):
        return False


def write_map(path: Path, source: ClassTable, target: ClassTable, chosen: ClassChoice) -> None:
    """Write what `map_classes` makes of `chosen`; classes without a partner stand there to be filled in.

    Raises WorkError.
    """
    mapping = map_classes(source, target, chosen)
    lines = []
    for c in source.classes:
        found = mapping.targets[c.id]
        if c.name in mapping.unmapped:
            lines.append(f"# {_written(c.name)} = ")
        else:
            partner = target.get(found) if found is not None else None
            lines.append(f"{_written(c.name)} = {_written(partner.name) if partner else IGNORE}")
    names = ", ".join(_written(c.name) for c in target.classes)
    write_text(path, f"{_HEAD}# The table has: {names}\n\n" + "\n".join(lines) + "\n")


def renumbered(maps: Mapping[str, ClassChoice], lookup: NDArray[np.uint8]) -> dict[str, ClassChoice]:
    """Choices by model after the table's ids became `lookup`'s (uint8 256)."""
    return {
        model: {name: None if old is None else int(lookup[old]) for name, old in chosen.items()}
        for model, chosen in maps.items()
    }


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(worded("{path} is no class map: it is not UTF-8 text.", path=path)) from error
    except OSError as error:
        raise InputError(
            worded(
                "The class map {path} cannot be read ({reason}).", path=path, reason=error.strerror or error
            )
        ) from error


def _written(name: str) -> str:
    """A name as it stands in a map: in quotes where it would be read as something else."""
    harmless = (
        name.isprintable() and name == name.strip() and "=" not in name and name[:1] not in ("", "#", '"')
    )
    return name if harmless and name != IGNORE else json.dumps(name, ensure_ascii=not name.isprintable())


def _plain(written: str) -> str:
    if _QUOTED.fullmatch(written):
        with contextlib.suppress(ValueError):  # quotes of a person, who need not know JSON's rules
            return str(json.loads(written))
    return written


def _right_sides(target: ClassTable) -> Names[int | None]:
    """The ids of the table by name, None for what is ignored. A class that is called as that is meant all the same."""
    names = {c.name for c in target.classes}
    ignored = [name for name in (IGNORE, target.ignore_name) if name not in names]
    return Names([*((c.name, c.id) for c in target.classes), *((name, None) for name in ignored)])


def _listed(table: ClassTable) -> str:
    names = [c.name for c in table.classes]
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
