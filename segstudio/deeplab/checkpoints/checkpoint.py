"""A model on disk: safetensors, with its configuration, class table and scores as JSON in the header."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save as to_safetensors
from torch import Tensor

from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.deeplab.checkpoints.digest import digest_of
from segstudio.deeplab.description import checked
from segstudio.deeplab.model import ModelConfig

METADATA_KEY = "segstudio"
FORMAT_VERSION = 1
_DIGEST = "sha256"


@dataclass(frozen=True)
class ModelDescription:
    """What a checkpoint says of itself besides its tensors."""

    config: ModelConfig
    classes: ClassTable
    name: str
    licence: str = ""
    notes: dict[str, Any] = field(default_factory=dict)  # how it was made, scores: plain JSON values

    def to_json(self) -> str:
        table = self.classes
        return json.dumps(
            {
                "version": FORMAT_VERSION,
                "name": self.name,
                "licence": self.licence,
                "config": self.config.to_dict(),
                "classes": [(c.id, c.name, c.colour) for c in table.classes],
                "ignore_index": table.ignore_index,
                "ignore_name": table.ignore_name,
                "notes": self.notes,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> ModelDescription:
        """Raises InputError when the text describes no model of this program."""
        try:
            values = json.loads(text)
            if checked("version", values["version"]) > FORMAT_VERSION:
                raise InputError(
                    worded(
                        "This checkpoint was written by a newer segstudio. Update the program to use it."
                    )
                )
            table = ClassTable(
                tuple(
                    SegClass(checked("id", i), checked("name", name), checked("colour", colour))
                    for i, name, colour in values["classes"]
                ),
                checked("ignore_index", values["ignore_index"]),
                checked("ignore_name", values["ignore_name"]),
            )
            config = ModelConfig.from_dict(values["config"])
            if config.num_classes < table.num_classes:
                raise InputError(
                    worded(
                        "This checkpoint names classes up to {last}, but its model has {num_classes} of them.",
                        last=table.num_classes - 1,
                        num_classes=config.num_classes,
                    )
                )
            rest = {name: checked(name, values[name]) for name in ("name", "licence", "notes")}
            return cls(config, table, **rest)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(
                worded("The description in this checkpoint cannot be read ({error}).", error=error)
            ) from error


def save_model(
    path: Path, state: dict[str, Tensor], description: ModelDescription, *, half: bool = False
) -> None:
    """Write weights and description atomically, with a digest of both; `half` stores floating-point tensors as float16,
    where they fit.

    Raises WorkError when the file cannot be written.
    """
    tensors = {}
    for key, tensor in state.items():
        if key.endswith("num_batches_tracked"):
            continue  # only training with cumulative averages reads it
        kept = tensor.detach().to("cpu")
        tensors[key] = (_halved(kept) if half else kept).contiguous()
    text = with_digest(description.to_json(), tensors)
    write_bytes(path, to_safetensors(tensors, {METADATA_KEY: text}))


def with_digest(text: str, tensors: Mapping[str, Tensor]) -> str:
    """A description's JSON and in it, among what older versions pass over, the digest of it and the tensors."""
    values = json.loads(text)
    values[_DIGEST] = digest_of([values, tensors])
    return json.dumps(values, ensure_ascii=False)


def check_digest(text: str, tensors: Mapping[str, Tensor]) -> None:
    """`text`: as `with_digest` made it, or without a digest. Raises InputError when it is that of other content."""
    try:
        values = json.loads(text)
        digest = values.pop(_DIGEST, None)
        whole = digest is None or digest == digest_of([values, tensors])
    except RecursionError:  # nobody's notes lie as deep
        whole = False
    if not whole:
        raise InputError(
            worded(
                "The file is damaged: its weights or their description are no longer those that were "
                "written. Copy or download it again; if they were changed on purpose, take '{digest}' "
                "out of the description.",
                digest=_DIGEST,
            )
        )


def _halved(tensor: Tensor) -> Tensor:
    """As float16; as it is where it is no floating point, or has values, a variance say, that are too large for one."""
    half = tensor.to(torch.float16)
    fits = tensor.is_floating_point() and torch.equal(half.isinf(), tensor.isinf())
    return half if fits else tensor
