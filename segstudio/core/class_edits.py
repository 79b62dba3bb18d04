"""Editing a class table: each function takes a table and returns another. Ids never change but by `compacted`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import Alias, ClassTable, Colour, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.wording import worded

MAX_CLASSES = 255
"""Of 256 values one is the ignore index."""
_TOLD_APART = 48
"""So much two colours differ in red, green or blue where one looks like another class than the other."""


def added(
    table: ClassTable, name: str, colour: Colour | None = None, class_id: int | None = None
) -> ClassTable:
    """With a class more, at the end. `class_id`: default the lowest that is free, also of merged classes. `colour`:
    default VOC's of the id or, where that looks like the colour of another class, of the next id whose does not.

    Raises InputError when the name is taken or empty, the id is taken, or 255 classes are there.
    """
    taken = {c.id for c in table.classes} | {a.id for a in table.aliases} | {table.ignore_index}
    if class_id is None:
        class_id = next((i for i in range(256) if i not in taken), None)
    if class_id is None or len(table.classes) >= MAX_CLASSES:
        raise InputError(
            worded(
                "There is no room for '{name}': a label file holds {max_classes} classes, merged ones "
                "included. Compact the labels first, or merge classes.",
                name=name,
                max_classes=MAX_CLASSES,
            )
        )
    if class_id in taken:
        raise InputError(
            worded("The id {class_id} is in use already. Choose another one.", class_id=class_id)
        )
    made = SegClass(class_id, _fit(table, name), colour or _free_colour(table, class_id or 1))
    return replace(table, classes=(*table.classes, made))


def renamed(table: ClassTable, class_id: int, name: str) -> ClassTable:
    """A class, or with the ignore index what is ignored, under another name. Raises InputError, KeyError."""
    if class_id == table.ignore_index:
        return replace(table, ignore_name=_fit(table, name, class_id))
    return _with(table, replace(_get(table, class_id), name=_fit(table, name, class_id)))


def recoloured(table: ClassTable, class_id: int, colour: Colour) -> ClassTable:
    """Raises KeyError."""
    return _with(table, replace(_get(table, class_id), colour=colour))


def moved(table: ClassTable, class_id: int, row: int) -> ClassTable:
    """A class at another place of the list (0 is the first; beyond the ends is the end). Raises KeyError."""
    made = _get(table, class_id)
    others = [c for c in table.classes if c.id != class_id]
    others.insert(min(max(row, 0), len(others)), made)
    return replace(table, classes=tuple(others))


def merged(table: ClassTable, class_id: int, into: int) -> ClassTable:
    """A class counts as another, or, with the ignore index, as void: a row less and an alias more.

    Raises KeyError for what is no class, InputError for the last one.
    """
    gone = _get(table, class_id)
    if into != table.ignore_index:
        _get(table, into)
    if class_id == into:
        raise InputError(worded("'{name}' cannot be merged into itself.", name=gone.name))
    if len(table.classes) == 1:
        raise InputError(
            worded(
                "'{name}' is the only class. A table needs at least one: add another first.", name=gone.name
            )
        )
    return replace(
        table,
        classes=tuple(c for c in table.classes if c.id != class_id),
        aliases=(*table.aliases, Alias(gone.id, into, gone.name, gone.colour)),
    )


def deleted(table: ClassTable, class_id: int) -> ClassTable:
    """A class whose pixels count as void from now on; `restored` brings it back. Raises KeyError, InputError."""
    return merged(table, class_id, table.ignore_index)


def restored(table: ClassTable, class_id: int) -> ClassTable:
    """A merged or deleted class is one again, at the end. Raises KeyError."""
    alias = _alias(table, class_id)
    name = alias.name
    used = {c.name.casefold() for c in table.classes}
    number = 2
    while name.casefold() in used:
        name, number = f"{alias.name} {number}", number + 1
    return replace(
        table,
        classes=(*table.classes, SegClass(alias.id, name, alias.colour)),
        aliases=tuple(a for a in table.aliases if a.id != class_id),
    )


def counted_as(table: ClassTable, value: int, into: int) -> ClassTable:
    """A value of label files that no class has counts as a class, or as the ignore index. Raises InputError."""
    if into != table.ignore_index and into not in table:
        raise InputError(worded("{into} is no class that {value} could count as.", into=into, value=value))
    return replace(table, aliases=(*table.aliases, Alias(value, into, f"class {value}", voc_colour(value))))


def compacted(table: ClassTable, *, renumber: bool = False) -> tuple[ClassTable, NDArray[np.uint8]]:
    """The table without aliases, and what each value of the label files becomes (uint8 256).

    With `renumber` the classes get the ids 0, 1, 2 … in their order; the ignore index stays, and is left out.
    """
    lookup = table.lookup
    if not renumber:
        return replace(table, aliases=()), lookup
    free = (i for i in range(256) if i != table.ignore_index)
    ids = {c.id: next(free) for c in table.classes}
    classes = tuple(replace(c, id=ids[c.id]) for c in table.classes)
    second = np.arange(256, dtype=np.uint8)
    for former, latter in ids.items():
        second[former] = latter
    return replace(table, classes=classes, aliases=(), span=0), second[lookup]


def _free_colour(table: ClassTable, index: int) -> Colour:
    """VOC's colour `index` or one after it: the first that is told from the table's, else the one that is farthest."""
    used = [c.colour for c in table.classes] or [(0, 0, 0)]

    def apart(colour: Colour) -> int:
        return min(max(abs(a - b) for a, b in zip(colour, other, strict=True)) for other in used)

    candidates = [voc_colour((index + step) % 256) for step in range(256)]
    return next(
        (colour for colour in candidates if apart(colour) >= _TOLD_APART), max(candidates, key=apart)
    )


def _get(table: ClassTable, class_id: int) -> SegClass:
    found = table.get(class_id)
    if found is None:
        raise KeyError(class_id)
    return found


def _alias(table: ClassTable, class_id: int) -> Alias:
    for alias in table.aliases:
        if alias.id == class_id:
            return alias
    raise KeyError(class_id)


def _with(table: ClassTable, changed: SegClass) -> ClassTable:
    return replace(table, classes=tuple(changed if c.id == changed.id else c for c in table.classes))


def _fit(table: ClassTable, name: str, own: int | None = None) -> str:
    """The name as one line. Raises InputError when nothing is left of it or another class has it."""
    name = " ".join(name.split())
    if not name:
        raise InputError(worded("A class needs a name."))
    names = {c.id: c.name for c in table.classes} | {table.ignore_index: table.ignore_name}
    if any(other.casefold() == name.casefold() for i, other in names.items() if i != own):
        raise InputError(worded("There is a class named '{name}' already. Choose another name.", name=name))
    return name
