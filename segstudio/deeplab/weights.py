"""From a name or a file to a model that can predict: the zoo, own checkpoints and torchvision's."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torchvision.models import get_model_weights

from segstudio.core.classes import SegClass, voc_colour
from segstudio.core.errors import InputError, WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import joined, worded
from segstudio.core.zoo import MODELS, ModelCard, find_card
from segstudio.deeplab.checkpoints.checkpoint import METADATA_KEY, ModelDescription, check_digest
from segstudio.deeplab.checkpoints.download import fetch
from segstudio.deeplab.checkpoints.layouts import Recognised, few, recognise
from segstudio.deeplab.checkpoints.state_files import read_tensors
from segstudio.deeplab.devices import AUTO, resolve_device
from segstudio.deeplab.model import Model, ModelConfig, build_model

__all__ = ["MODELS", "LoadedModel", "load_model"]

URL_VARIABLE = "SEGSTUDIO_MODEL_URL"
"""Environment variable with another base address for downloads: a mirror inside a firewall, or a test."""


@dataclass(frozen=True)
class LoadedModel:
    """A model with its weights, float32 on the CPU in evaluation mode.

    `model_id`: hash of the weights' file. `notices`: sentences for the user about what the file did not say.
    """

    model: Model
    description: ModelDescription
    model_id: str
    notices: tuple[str, ...] = ()


def load_model(
    name_or_path: str | Path,
    device: str = AUTO,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    *,
    base_url: str | None = None,
) -> LoadedModel:
    """Load a model of the zoo by name ('bundled' is the one in the box), downloading it once, or a file.

    `device` is where it is to run; it is looked at first, so that no download precedes a refusal.
    Raises InputError when the device is not there, the name is unknown or the file is no checkpoint that can
    be used, WorkError when a download fails, Cancelled when it was cancelled.
    """
    resolve_device(device)
    card = find_card(str(name_or_path))
    if card is not None:
        return _load_card(card, progress, cancel, base_url)
    path = Path(name_or_path).expanduser()
    if not path.is_file():
        names = ", ".join(c.name for c in MODELS)
        raise InputError(
            worded(
                "'{name}' is neither a model of this program ({names}) nor a checkpoint file. "
                "Check the spelling.",
                name=name_or_path,
                names=names,
            )
        )
    return load_file(path)


def fetch_card(
    card: ModelCard,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    base_url: str | None = None,
) -> None:
    """Download the weights of a model of torchvision unless they are there. Raises WorkError, Cancelled."""
    base = base_url or os.environ.get(URL_VARIABLE)
    url = f"{base.rstrip('/')}/{card.file_name}" if base else get_model_weights(card.name).DEFAULT.url
    fetch(url, card.path, progress, cancel)


def _load_card(
    card: ModelCard, progress: Progress | None, cancel: CancelToken | None, base_url: str | None
) -> LoadedModel:
    if not card.bundled:
        fetch_card(card, progress, cancel, base_url)
    loaded = load_file(card.path)
    description = dataclasses.replace(loaded.description, name=card.name, licence=card.licence)
    if not card.bundled:  # torchvision's files do not say what their classes are; its documentation does
        description = dataclasses.replace(description, classes=card.classes)
    return dataclasses.replace(loaded, description=description, notices=())


def load_file(path: Path) -> LoadedModel:
    """Load a checkpoint: this program's safetensors, or a state dict in one of the layouts of `layouts.py`.

    Raises InputError with a sentence for a file that is missing, torn, pickled code, of another model, or that tells that
    it is not as it was written.
    """
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            head = stream.read(16)
    except OSError as error:
        raise InputError(
            worded("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    found = _read(path, safetensors=path.suffix == ".safetensors" or head[8:9] == b"{")
    model = _filled(found.description.config, found.state, path)
    return LoadedModel(model.float().eval(), found.description, digest[:16], found.notices)


def _read(path: Path, *, safetensors: bool) -> Recognised:
    state, texts = read_tensors(path, safetensors=safetensors)
    if METADATA_KEY not in texts:
        return recognise(state, path)
    try:
        described = ModelDescription.from_json(texts[METADATA_KEY])
        check_digest(texts[METADATA_KEY], state)
    except InputError as error:
        raise InputError(worded("{path}: {error}", path=path, error=error)) from error
    return Recognised(state, *_all_named(described, path))


def _all_named(described: ModelDescription, path: Path) -> tuple[ModelDescription, tuple[str, ...]]:
    """With a class for every output but the ignored one, since a model may answer with any; and what to say of it."""
    table, count = described.classes, described.config.num_classes
    extra = [i for i in range(count) if i not in table and i != table.ignore_index]
    if not extra:
        return described, ()
    added = (SegClass(i, f"class {i}", voc_colour(i)) for i in extra)
    classes = tuple(sorted((*table.classes, *added), key=lambda c: c.id))
    completed = dataclasses.replace(described, classes=dataclasses.replace(table, classes=classes))
    return completed, (
        worded(
            "{name} has {count} outputs and names {named} of them; it may also answer with {classes}.",
            name=path.name,
            count=count,
            named=len(table),
            classes=few([f"class {i}" for i in extra]),
        ),
    )


def _outline(config: ModelConfig, path: Path) -> Model:
    """The described model without memory for its weights, which a file may claim to be of any size.

    Raises InputError for a description of no possible model.
    """
    try:
        with torch.device("meta"):
            return build_model(config)
    except InputError as error:
        raise InputError(worded("{path}: {error}", path=path, error=error)) from error
    except (TypeError, ValueError, RuntimeError, LookupError, ArithmeticError, AttributeError) as error:
        reason = str(error).strip().split("\n")[0][:200]
        raise InputError(
            worded("{path} describes a model that cannot be built ({reason}).", path=path, reason=reason)
        ) from error


def _misfits(state: Mapping[str, Tensor], own: Mapping[str, Tensor], optional: Container[str]) -> list[str]:
    """Sentences about tensors of a file that do not fit a model's `own`; the `optional` ones may be missing."""
    missing = [key for key in own if key not in state and key not in optional]
    unknown = [f"{key} {_shape(state[key])}" for key in state if key not in own]
    both = [key for key in own if key in state]
    reshaped = [
        f"{key} {_shape(state[key])} ({_shape(own[key])})"
        for key in both
        if state[key].shape != own[key].shape
    ]
    unreal = [
        f"{key} {str(state[key].dtype).removeprefix('torch.')}"
        for key in both
        if own[key].is_floating_point() and not state[key].is_floating_point()
    ]
    said: list[str] = []
    if missing:
        said.append(worded("{count} missing: {names}.", count=len(missing), names=few(missing)))
    if unknown:
        said.append(worded("{count} unknown: {names}.", count=len(unknown), names=few(unknown)))
    if reshaped:
        said.append(
            worded(
                "{count} of another shape than the model's (in brackets): {names}.",
                count=len(reshaped),
                names=few(reshaped),
            )
        )
    if unreal:
        said.append(worded("{count} no real numbers: {names}.", count=len(unreal), names=few(unreal)))
    return said


def _filled(config: ModelConfig, state: Mapping[str, Tensor], path: Path) -> Model:
    """The described model with the tensors of `state`, every one or none. Raises InputError that names what does not
    fit."""
    model = _outline(config, path)
    own = model.state_dict()
    optional = {key for key in own if key.endswith("num_batches_tracked")}
    if problems := _misfits(state, own, optional):
        text = worded(
            "{path} does not fit the model that it describes, which has {count} tensors.",
            path=path,
            count=len(own),
        )
        raise InputError(joined([text, *problems]))
    try:
        if {key for key, _ in model.named_buffers()} <= own.keys():
            model.to_empty(device="cpu")  # quicker than random weights that are overwritten
        else:
            model = build_model(config)  # it has constants that no file holds
        for key, tensor in model.state_dict().items():
            if key in optional:
                tensor.zero_()
        model.load_state_dict(dict(state), strict=False)
    except RuntimeError as error:  # torch lists every tensor; the last line says what there is to know
        reason = str(error).strip().splitlines()[-1].strip()
        raise WorkError(
            worded(
                "torch cannot fill the model from {path} on this machine: {reason}",
                path=path,
                reason=reason,
            )
        ) from error
    return model


def _shape(tensor: Tensor) -> str:
    return "×".join(map(str, tensor.shape)) or "of one number"
