"""What a person is told whose run is started again otherwise than it was begun."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from segstudio.core.errors import InputError
from segstudio.deeplab.runs.run_options import DATA
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.weights import LoadedModel

_FIXED = ("optimiser", "frozen stride")
"""The optimiser's state fits no others."""


def beginning(config: TrainConfig, initial: LoadedModel | None) -> str:
    """What a run begins with, in words; of a file also which content, for a name may be another file's tomorrow."""
    if initial is not None and config.initial is not None:
        return f"{config.initial.name} ({initial.model_id[:8]})"
    return "ImageNet weights" if config.imagenet else "random weights"


def refuse_unfit(saved: Mapping[str, Any], now: Mapping[str, Any], folder: Path) -> None:
    """Raises InputError when the run in `folder` cannot go on with the options of now. As `differences`."""
    before, given = saved.get("options") or {}, now["options"]
    for name in _FIXED:
        if name in before and before[name] != given[name]:
            raise InputError(
                f"The run in {folder} was begun with {name} {_text(before[name])}, not {_text(given[name])}. "
                "Give the same again, or choose another folder."
            )


def differences(
    saved: Mapping[str, Any], now: Mapping[str, Any], folder: Path, *, ended: bool
) -> list[str]:
    """The sentences about the run in `folder`, none where nothing differs. An `ended` one is not trained further.

    `saved`, `now`: what the run's state and the call say of 'options' (as `curve_options`), of the 'name' that the
    weights have and of what it has 'begun' with; a state of an older version may lack each.
    """
    changed = _changed_options(saved.get("options") or {}, now["options"])
    name, begun = saved.get("name") or now["name"], saved.get("begun") or now["begun"]
    other_name, other_beginning = name != now["name"], begun != now["begun"]
    if ended:
        changed += [f"name {name} (now {now['name']})"] if other_name else []
        changed += [f"begun with {begun} (now {now['begun']})"] if other_beginning else []
        if not changed:
            return []
        return [
            f"The run in {folder} has ended with other options, and its weights stay as they are: "
            f"{', '.join(changed)}. Give more epochs to train it further, or choose another folder."
        ]
    told = []
    if changed:
        told.append(
            f"The run in {folder} was begun with other options: {', '.join(changed)}. It goes on with those given "
            "now, and ends otherwise than it would have."
        )
    if other_name:
        told.append(
            f"The best weights in {folder} are called '{name}'; those that replace them will be '{now['name']}'."
        )
    if other_beginning:
        told.append(
            f"The run in {folder} was begun with {begun} and goes on from what it has learnt since, not from "
            f"{now['begun']}. Choose another folder to begin with that."
        )
    return told


def other_validation(saved: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether a run was begun with other validation data than it goes on with, as far as its state tells."""
    before = saved.get("options") or {}
    return "validation data" in before and before["validation data"] != now["options"]["validation data"]


def _changed_options(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    changed = [name for name in before if name in now and before[name] != now[name]]
    return [
        f"other {name}" if name in DATA else f"{name} {_text(before[name])} (now {_text(now[name])})"
        for name in changed
    ]


def _text(value: object) -> str:
    if isinstance(value, list):
        return "/".join(map(_text, value))
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
