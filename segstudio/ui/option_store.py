"""The options of every tool, kept in the settings as one JSON text: only what differs from the default is written."""

from __future__ import annotations

import json

from segstudio.core.settings import Settings
from segstudio.labels.options import Value
from segstudio.labels.tools import ToolSpec

_KEY = "tool.options"


class OptionStore:
    """Reads once; what is stored but fits no option any more is as if it were not there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._values = _parsed(settings.text(_KEY))

    def of(self, spec: ToolSpec) -> dict[str, Value]:
        """A value for every option of the tool."""
        return spec.options_with(self._values.get(spec.id, {}))

    def set(self, spec: ToolSpec, key: str, value: Value) -> bool:
        """False when nothing changes. Raises ValueError for a value that the option does not take, KeyError for no option."""
        option = {o.key: o for o in spec.options}[key]
        if not option.accepts(value):
            raise ValueError(f"{value!r} is no value for {option.title} of {spec.title}")
        if self.of(spec)[key] == value:
            return False
        mine = self._values.setdefault(spec.id, {})
        if value == option.default:
            mine.pop(key, None)
        else:
            mine[key] = value
        self._settings.set(_KEY, json.dumps({k: v for k, v in self._values.items() if v}, sort_keys=True))
        return True


def _parsed(text: str) -> dict[str, dict[str, Value]]:
    try:
        stored = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(stored, dict):
        return {}
    return {
        tool: {k: v for k, v in values.items() if isinstance(v, bool | int | float | str)}
        for tool, values in stored.items()
        if isinstance(values, dict)
    }
