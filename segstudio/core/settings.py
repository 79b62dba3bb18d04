"""Every setting, declared once: key, default, meaning. Values live in one JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.atomic import write_text
from segstudio.core.errors import InputError
from segstudio.core.signal import Signal
from segstudio.core.wording import worded

Value = bool | int | float | str | list[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table; the type of `default` is the type of the value."""

    key: str
    default: Value
    help: str
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None

    def accepts(self, value: object) -> bool:
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, list):
            return isinstance(value, list) and all(isinstance(v, str) for v in value)
        if isinstance(self.default, str):
            return isinstance(value, str) and (not self.choices or value in self.choices)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        low = self.minimum if self.minimum is not None else value
        high = self.maximum if self.maximum is not None else value
        return low <= value <= high


SETTINGS: tuple[Setting, ...] = (
    Setting("appearance.theme", "system", "Colours of the window", ("system", "light", "dark")),
    Setting(
        "appearance.language",
        "system",
        "Language of the window, from the next start on",
        ("system", "en", "de", "es", "fr", "zh_CN"),
    ),
    Setting("canvas.opacity", 0.55, "Opacity of the mask over the image", minimum=0.0, maximum=1.0),
    Setting("canvas.style", "fill", "How the mask is drawn over the image", ("fill", "outline", "hatched")),
    Setting("canvas.minimap", True, "Show a small view of the whole image in the corner of the canvas"),
    Setting("pen.pressure", False, "The pressure of a pen sets the size of the brush"),
    Setting("tool.id", "brush", "The tool that was used last"),
    Setting(
        "tool.brush_radius",
        12.0,
        "Radius of brush, eraser, restore and confirm in image pixels",
        minimum=0.5,
        maximum=1024.0,
    ),
    Setting("tool.brush_shape", "round", "Shape of the brush", ("round", "square")),
    Setting("tool.options", "", "The options of the tools, as JSON"),
    Setting("keys.rebound", [], "Keys that a person chose: action id, tab, keys, tab, keys …"),
    Setting("model.name", "bundled", "The model that proposes masks"),
    Setting("model.device", "auto", "The device that the model runs on"),
    Setting("model.average", "none", "Looks that the model averages", ("none", "mirror", "sizes")),
    Setting("model.refine", "none", "How borders are refined", ("none", "guided", "crf")),
    Setting("model.full_size", False, "Look at every pixel of large images"),
    Setting(
        "model.propose",
        "all",
        "How sure the model must be, in percent, of what it proposes",
        ("all", "50", "70", "90", "95"),
    ),
    Setting("project.recent", [], "Folders that were opened, newest first"),
    Setting("project.open", "", "The folder that was open at the end"),
    Setting("project.reopen", True, "Open that folder again at the next start"),
    Setting("project.autosave", True, "Save when moving to another image"),
    Setting(
        "dashboard.scope",
        "image",
        "What the dashboard's bars and matrix show",
        ("image", "dataset", "selection"),
    ),
    Setting(
        "dashboard.side",
        "matrix",
        "What stands beside the dashboard's bars",
        ("matrix", "history", "images"),
    ),
    Setting("dashboard.order", "class", "Order of the dashboard's bars", ("class", "worst")),
)

_TABLE = {s.key: s for s in SETTINGS}


class Settings:
    """Values of the table; unknown or unfit values in a file fall back to the default."""

    def __init__(self, path: Path | None = None) -> None:
        """With a path, values are read from it and written back by `save`; without one nothing is stored."""
        self.changed: Signal[str] = Signal()
        self._path = path
        self._values: dict[str, Value] = {}
        self.problem: str | None = None
        if path is not None and path.exists():
            try:
                stored = json.loads(path.read_text("utf-8"))
            except (OSError, ValueError) as error:
                self.problem = worded(
                    "The settings in {path} could not be read ({error}); defaults are used.",
                    path=path,
                    error=error,
                )
                return
            if isinstance(stored, dict):
                self._values = {k: v for k, v in stored.items() if k in _TABLE and _TABLE[k].accepts(v)}

    def get(self, key: str) -> Value:
        return self._values.get(key, _TABLE[key].default)

    def text(self, key: str) -> str:
        return str(self.get(key))

    def number(self, key: str) -> float:
        value = self.get(key)
        return float(value) if isinstance(value, int | float) else 0.0

    def flag(self, key: str) -> bool:
        return bool(self.get(key))

    def texts(self, key: str) -> list[str]:
        value = self.get(key)
        return list(value) if isinstance(value, list) else []

    def set(self, key: str, value: Value) -> None:
        """Raises InputError when the value does not fit the setting."""
        if not _TABLE[key].accepts(value):
            raise InputError(
                worded(
                    "{value!r} is no value for the setting {key} ({help}).",
                    value=value,
                    key=key,
                    help=_TABLE[key].help,
                )
            )
        if self.get(key) != value:
            self._values[key] = value
            self.changed.emit(key)

    def save(self) -> None:
        """Raises WorkError when the file cannot be written. Also in a worker, while settings are changed."""
        if self._path is not None:
            write_text(self._path, json.dumps(self._values.copy(), indent=2, sort_keys=True) + "\n")
