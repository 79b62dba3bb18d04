"""Class tables by name, from a file or from a number: everything that `--classes` accepts.

A class file has one class per line, tab separated: `id`, `name`, `r g b`. It may hold a row for the ignore
id; that row is known by its name: it ends in '(ignore)', or it is one of `IGNORE_NAMES`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from segstudio.core.atomic import write_text
from segstudio.core.classes import ClassTable, Colour, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.resources import resource
from segstudio.core.wording import worded

IGNORE_NAMES = frozenset({"void", "ignore", "ignored", "__ignore__", "unlabelled", "unlabeled"})
_MARK = "(ignore)"
_DEFAULT_IGNORE = 255
_MOST = 255
_LARGEST_FILE = 1 << 20


class _Presets(Mapping[str, ClassTable]):
    """Read from `resources/palettes` when first asked for, so that importing costs nothing."""

    _names = ("voc", "cityscapes", "camvid", "ade20k", "coco")

    def __init__(self) -> None:
        self._read: dict[str, ClassTable] = {}

    def __getitem__(self, name: str) -> ClassTable:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = read_class_file(resource("palettes", f"{name}.txt"))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


PRESETS: Mapping[str, ClassTable] = _Presets()
"""PASCAL VOC (21), Cityscapes train ids (19), CamVid (11), ADE20K (ids 1…150, 0 ignored), COCO panoptic (133)."""


def load_class_table(spec: str, ignore_index: int | None = None) -> ClassTable:
    """The table that `spec` names: a preset, a class file (or a folder that holds `classes.txt`), or a number.

    `ignore_index` overrides what the table says. Raises InputError for anything else.
    """
    name = spec.strip()
    if name.casefold() in PRESETS:
        return _with_ignore(PRESETS[name.casefold()], ignore_index)
    if name.isascii() and name.isdigit():
        return _numbered(int(name), _DEFAULT_IGNORE if ignore_index is None else ignore_index)
    path = Path(spec)
    if path.is_dir():
        path = path / "classes.txt"
    if not path.exists():
        raise InputError(
            worded(
                "'{spec}' is no class table. Give a preset ({presets}), a file with the lines "
                "'id<tab>name<tab>r g b', or the number of classes.",
                spec=spec,
                presets=", ".join(PRESETS),
            )
        )
    return read_class_file(path, ignore_index)


def class_lost(table: ClassTable) -> str:
    """A sentence where 256 classes were asked for, '' elsewhere: one of the 256 values is ignored and no class."""
    name = table.ignore_name
    named = f"'{name}'" if name.casefold() not in IGNORE_NAMES else ""
    if len(table) < _MOST or table.ignore_index != _DEFAULT_IGNORE or not (named or table.span > _MOST):
        return ""
    return (
        f"A label file holds {_MOST} classes and one value to ignore: {_DEFAULT_IGNORE}{named and f' ({named})'} is no "
        "class but ignored, and counts nowhere. Mark the row of another id with '(ignore)' to choose that one."
    )


def read_class_file(path: Path, ignore_index: int | None = None) -> ClassTable:
    """Raises InputError naming the file and the line."""
    rows = [_row(path, number, line) for number, line in table_lines(path)]
    if ignore_index is None:
        ignore_index = _ignored_row(path, rows)
    names = {c.id: c.name for c in rows}
    ignore_name = names.get(ignore_index, "void").removesuffix(_MARK).strip() or "void"
    return file_table(path, rows, ignore_index, ignore_name)


def file_table(
    path: Path, rows: Sequence[SegClass], ignore_index: int, ignore_name: str = "void"
) -> ClassTable:
    """The table of a file's rows. Raises InputError naming the file, also for two classes of one name."""
    try:
        table = ClassTable(tuple(rows), ignore_index, ignore_name)
    except InputError as error:
        raise InputError(worded("{path}: {error}", path=path, error=error)) from error
    times = Counter(c.name for c in table.classes)
    twice = next((name for name, count in times.items() if count > 1), None)
    if twice is not None:  # reports and mappings tell classes by their names
        raise InputError(
            worded(
                "{path} has two classes named '{twice}'. Give each its own name.", path=path, twice=twice
            )
        )
    return table


def write_class_file(path: Path, table: ClassTable) -> None:
    """Write atomically, rows in the order of ids, the ignore id marked. Raises WorkError."""
    ignored = SegClass(table.ignore_index, f"{table.ignore_name} {_MARK}", (0, 0, 0))
    rows = sorted((*table.classes, ignored), key=lambda c: c.id)
    lines = (f"{c.id}\t{' '.join(c.name.split())}\t{' '.join(map(str, c.colour))}\n" for c in rows)
    write_text(path, "".join(lines))


def table_lines(path: Path) -> list[tuple[int, str]]:
    """(number, line) of a class table's file, without comments and empty lines. Raises InputError."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST_FILE + 1)
        if len(content) > _LARGEST_FILE:
            raise InputError(worded("{path} is too large to be a class table.", path=path))
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(worded("{path} is no class table: it is not UTF-8 text.", path=path)) from error
    except OSError as error:
        raise InputError(
            worded("{path} cannot be read ({reason}).", path=path, reason=error.strerror or error)
        ) from error
    return [
        (number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


def _row(path: Path, number: int, line: str) -> SegClass:
    fields = [f.strip() for f in line.split("\t")]
    try:
        class_id = int(fields[0])
        name = fields[1]
        colour = read_colour(fields[2]) if len(fields) > 2 and fields[2] else voc_colour(class_id)
    except (ValueError, IndexError) as error:
        raise InputError(
            worded(
                "{path}, line {number}: expected 'id<tab>name<tab>r g b', found '{line}'.",
                path=path,
                number=number,
                line=line.strip()[:80],
            )
        ) from error
    return SegClass(class_id, name or f"class {class_id}", colour)


def read_colour(text: str) -> Colour:
    """Of 'r g b' or 'r,g,b'. Raises ValueError."""
    r, g, b = (int(v) for v in text.replace(",", " ").split())
    if not all(0 <= v <= 255 for v in (r, g, b)):
        raise ValueError(text)
    return r, g, b


def _ignored_row(path: Path, rows: list[SegClass]) -> int:
    marked = [c.id for c in rows if c.name.endswith(_MARK)]
    named = marked or [c.id for c in rows if c.name.casefold() in IGNORE_NAMES]
    if len(named) > 1:
        raise InputError(
            worded(
                "{path} has more than one row that could be the ignored one (ids {ids}). Say which with "
                "--ignore-index.",
                path=path,
                ids=", ".join(map(str, named)),
            )
        )
    return named[0] if named else _DEFAULT_IGNORE


def _numbered(count: int, ignore_index: int) -> ClassTable:
    if not 1 <= count <= 256:
        raise InputError(
            worded(
                "{count} classes do not fit: a label file holds 1 to 255, and one value to ignore.",
                count=count,
            )
        )
    classes = tuple(SegClass(i, f"class {i}", voc_colour(i)) for i in range(count))
    return ClassTable(classes, ignore_index, span=count)


def _with_ignore(table: ClassTable, ignore_index: int | None) -> ClassTable:
    if ignore_index is None or ignore_index == table.ignore_index:
        return table
    return ClassTable(table.classes, ignore_index)
