"""The class table: which ids exist, what they are called, how they look, and which id is ignored."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from segstudio.core.class_names import Names
from segstudio.core.errors import InputError
from segstudio.core.wording import worded

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class SegClass:
    """One class: the id is the pixel value in label files and never changes; name and colour may."""

    id: int
    name: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Alias:
    """A value of label files that counts as another one: a merged or deleted class, or a value nobody knew.

    `into`: a class id, the ignore index, or the id of another alias. `name` and `colour` are those that the class
    had, so that it can be restored.
    """

    id: int
    into: int
    name: str
    colour: Colour


@dataclass(frozen=True)
class ClassTable:
    """The classes of a project, a model or a data set.

    `ignore_index` is the pixel value that no score counts. It may lie outside the ids (255, or 11 for
    CamVid) or inside their range (0 for ADE20K); it is never itself one of `classes`. `span`: the number of
    classes that was asked for, where an ignore index took the highest of them away. `aliases` are applied when
    labels are read (`resolve`).
    """

    classes: tuple[SegClass, ...]
    ignore_index: int = 255
    ignore_name: str = "void"
    span: int = 0
    aliases: tuple[Alias, ...] = ()
    _by_id: dict[int, SegClass] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ids = [c.id for c in self.classes]
        if len(set(ids)) != len(ids):
            raise InputError(worded("The class table lists an id twice. Give every class its own id."))
        if any(not 0 <= i <= 255 for i in (*ids, self.ignore_index)):
            raise InputError(worded("Class ids and the ignore id must lie between 0 and 255."))
        if self.ignore_index in ids:
            kept = tuple(c for c in self.classes if c.id != self.ignore_index)
            object.__setattr__(self, "classes", kept)
        if not self.classes:
            raise InputError(
                worded("The class table is empty. It needs at least one class besides the ignore id.")
            )
        object.__setattr__(self, "_by_id", {c.id: c for c in self.classes})
        self._check_aliases()

    @property
    def num_classes(self) -> int:
        """N of the N×N confusion matrix: the highest class id + 1 (an ignore id below it has a zero row)."""
        return max(self.span, max(c.id for c in self.classes) + 1)

    @property
    def lookup(self) -> NDArray[np.uint8]:
        """uint8 256: what each value of a label file counts as; values that nobody knows stay themselves."""
        table = np.arange(256, dtype=np.uint8)
        into = {alias.id: alias.into for alias in self.aliases}
        for value in into:
            target = value
            while target in into:
                target = into[target]
            table[value] = target
        return table

    def resolve(self, label: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The label with every alias replaced; the same array when there is none."""
        return self.lookup[label] if self.aliases else label

    def __len__(self) -> int:
        return len(self.classes)

    def __contains__(self, class_id: object) -> bool:
        return class_id in self._by_id

    def get(self, class_id: int) -> SegClass | None:
        return self._by_id.get(class_id)

    def name_of(self, class_id: int) -> str:
        if class_id == self.ignore_index:
            return self.ignore_name
        found = self._by_id.get(class_id)
        return found.name if found else f"class {class_id}"

    def colour_of(self, class_id: int) -> Colour:
        found = self._by_id.get(class_id)
        return found.colour if found else (0, 0, 0)

    def _check_aliases(self) -> None:
        ids = [alias.id for alias in self.aliases]
        taken = {*self._by_id, self.ignore_index}
        if len(set(ids)) != len(ids) or taken & set(ids) or any(not 0 <= i <= 255 for i in ids):
            raise InputError(worded("A merged class has an id that is used twice or lies outside 0 … 255."))
        into = {alias.id: alias.into for alias in self.aliases}
        for start in ids:
            target, steps = start, 0
            while target in into and steps <= len(ids):
                target, steps = into[target], steps + 1
            if target not in taken:
                raise InputError(
                    worded(
                        "The merged class {start} counts as {target}, which is no class.",
                        start=start,
                        target=target,
                    )
                )


@dataclass(frozen=True)
class ClassMapping:
    """Model class id -> table class id, chosen or by equal names; what has no partner is listed, never guessed.

    `chosen`: whether a person had a say, that is, whether names alone would not do. `ignored`: what a person left out.
    """

    targets: tuple[int | None, ...]
    unmapped: tuple[str, ...]
    chosen: bool = False
    ignored: tuple[str, ...] = ()

    @property
    def identity(self) -> bool:
        return all(t == i for i, t in enumerate(self.targets))

    @property
    def revision(self) -> str:
        """Names the mapping where a person had a say in it; '' where the two tables tell it."""
        return (
            hashlib.blake2b(repr(self.targets).encode(), digest_size=4).hexdigest() if self.chosen else ""
        )


def map_classes(
    source: ClassTable, target: ClassTable, chosen: Mapping[str, int | None] | None = None
) -> ClassMapping:
    """Map `source` onto `target` as `chosen` says, the rest by name: as it is written, else case aside, else spaces
    and punctuation aside.

    A name that several classes of either table have, spelled so, tells nothing: they have no partner. `chosen`: id of
    the target by name of the source's class, None to ignore it on purpose; an id that the target has not (any more) is
    no choice.
    """
    lookup = target.lookup
    choice = {n: None if i is None else int(lookup[i]) for n, i in (chosen or {}).items()}
    choice = {n: i for n, i in choice.items() if i is None or i in target}
    by_name = _by_name(source, target)
    targets: list[int | None] = [None] * source.num_classes
    unmapped = []
    for c in source.classes:
        targets[c.id] = choice[c.name] if c.name in choice else by_name(c)
        if targets[c.id] is None and c.name not in choice:
            unmapped.append(c.name)
    known = [c.name for c in source.classes if c.name in choice]
    ignored = tuple(name for name in known if choice[name] is None)
    return ClassMapping(tuple(targets), tuple(unmapped), bool(known), ignored)


def _by_name(source: ClassTable, target: ClassTable) -> Callable[[SegClass], int | None]:
    """Finds the partner of a class of `source`. Classes come before those that were merged into others."""
    own = Names((c.name, c.id) for c in source.classes)
    theirs = Names((c.name, c.id) for c in target.classes)
    merged = Names((alias.name, int(target.lookup[alias.id])) for alias in target.aliases)

    def partner(c: SegClass) -> int | None:
        same = target.get(c.id)
        if same is not None and same.name == c.name:  # also where a table has a name twice
            return c.id
        spellings = zip(own.spelled(c.name), theirs.spelled(c.name), merged.spelled(c.name), strict=True)
        for rivals, classes, former in spellings:
            if found := classes or former:
                return next(iter(found)) if len(rivals) == len(found) == 1 else None
        return None

    return partner


def voc_colour(index: int) -> Colour:
    """Colour `index` of the PASCAL VOC colour map (bits of the index spread over the channels)."""
    r = g = b = 0
    value = index
    for shift in range(7, -1, -1):
        r |= (value & 1) << shift
        g |= ((value >> 1) & 1) << shift
        b |= ((value >> 2) & 1) << shift
        value >>= 3
    return r, g, b


def table_of(names: Iterable[str], ignore_index: int = 255) -> ClassTable:
    """Classes 0, 1, 2 … with these names and VOC's colours."""
    return ClassTable(tuple(SegClass(i, name, voc_colour(i)) for i, name in enumerate(names)), ignore_index)
