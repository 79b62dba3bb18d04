"""segstudio.toml: what a project remembers about itself, for people to read and edit."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from segstudio.core.atomic import write_text
from segstudio.core.class_map import IGNORE, ClassChoice
from segstudio.core.classes import Alias, ClassTable, Colour, SegClass
from segstudio.core.errors import InputError
from segstudio.core.wording import worded

CONFIG_NAME = "segstudio.toml"


@dataclass(frozen=True, slots=True)
class ProjectConfig:
    """What the file says; None is 'not said'. `labels`: a folder, relative to the project's or absolute.

    `class_maps`: by model name, which of its classes is which of the project's (id, or None: ignored on purpose).
    """

    table: ClassTable | None = None
    labels: str | None = None
    model: str | None = None
    class_maps: Mapping[str, ClassChoice] = field(default_factory=dict)


def read_config(path: Path) -> ProjectConfig | None:
    """None when there is no such file. Raises InputError naming the file and what is wrong in it."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(
            worded("{path} cannot be read ({reason}).", path=path, reason=error.strerror or error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            worded("{path} is not valid TOML ({error}). Correct it or remove it.", path=path, error=error)
        ) from error
    return ProjectConfig(
        _table(path, values),
        _text(path, values, "labels"),
        _text(path, values, "model"),
        _class_maps(path, values),
    )


def write_config(path: Path, config: ProjectConfig) -> None:
    """Write atomically. Raises WorkError."""
    lines = [
        "# Project of segstudio. Class ids are the pixel values of the label files: never renumber them."
    ]
    if config.labels is not None:
        lines.append(f"labels = {_quoted(config.labels)}")
    if config.model is not None:
        lines.append(f"model = {_quoted(config.model)}")
    if config.table is not None:
        lines.append(f"ignore_index = {config.table.ignore_index}")
        lines.append(f"ignore_name = {_quoted(config.table.ignore_name)}")
        for c in config.table.classes:
            r, g, b = c.colour
            lines += [
                "",
                "[[classes]]",
                f"id = {c.id}",
                f"name = {_quoted(c.name)}",
                f"colour = [{r}, {g}, {b}]",
            ]
        for alias in config.table.aliases:
            r, g, b = alias.colour
            lines += [
                "",
                "[[merged]]",
                f"id = {alias.id}",
                f"into = {alias.into}",
                f"name = {_quoted(alias.name)}",
                f"colour = [{r}, {g}, {b}]",
            ]
    for model, chosen in config.class_maps.items():
        lines += ["", f"[class_maps.{_quoted(model)}]"]
        lines += [
            f"{_quoted(name)} = {_quoted(IGNORE) if target is None else target}"
            for name, target in chosen.items()
        ]
    write_text(path, "\n".join(lines) + "\n")


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(path: Path, values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    if value is None or isinstance(value, str):
        return value
    raise InputError(worded("{path}: {key} must be a text in quotes.", path=path, key=key))


def _class_maps(path: Path, values: dict[str, Any]) -> dict[str, dict[str, int | None]]:
    found: dict[str, dict[str, int | None]] = {}
    try:
        for model, chosen in values.get("class_maps", {}).items():
            for name, target in chosen.items():
                if target != IGNORE and (not isinstance(target, int) or not 0 <= target <= 255):
                    raise ValueError(f"{name} = {target!r}")
                found.setdefault(model, {})[name] = None if target == IGNORE else target
    except (AttributeError, ValueError) as error:
        raise InputError(
            worded(
                '{path}: in [class_maps.MODEL] every class of the model is a class id or "{ignore}" '
                "({error}).",
                path=path,
                ignore=IGNORE,
                error=error,
            )
        ) from error
    return found


def _table(path: Path, values: dict[str, Any]) -> ClassTable | None:
    rows = values.get("classes")
    if rows is None:
        return None
    try:
        classes = tuple(SegClass(int(row["id"]), str(row["name"]), _colour(row)) for row in rows)
        merged = tuple(
            Alias(int(row["id"]), int(row["into"]), str(row["name"]), _colour(row))
            for row in values.get("merged", ())
        )
        ignore = int(values.get("ignore_index", 255))
        return ClassTable(classes, ignore, str(values.get("ignore_name", "void")), aliases=merged)
    except (KeyError, TypeError, ValueError, OverflowError) as error:  # int(inf) overflows
        raise InputError(
            worded(
                "{path}: every [[classes]] needs id, name and colour = [r, g, b], every [[merged]] also "
                "into ({error}).",
                path=path,
                error=error,
            )
        ) from error
    except InputError as error:
        raise InputError(worded("{path}: {error}", path=path, error=error)) from error


def _colour(row: dict[str, Any]) -> Colour:
    r, g, b = (int(v) for v in row["colour"])
    if not all(0 <= v <= 255 for v in (r, g, b)):
        raise ValueError("a colour has a value outside 0 … 255")
    return r, g, b
