"""From a name or a file to a model that can predict: the zoo, own checkpoints and torchvision's."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import pickle
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor
from torchvision.models import get_model_weights

from segstudio.core.classes import table_of
from segstudio.core.errors import InputError, WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.zoo import MODELS, ModelCard, find_card
from segstudio.deeplab.checkpoint import METADATA_KEY, ModelDescription
from segstudio.deeplab.devices import AUTO, resolve_device
from segstudio.deeplab.download import fetch
from segstudio.deeplab.model import Model, ModelConfig, build_model

__all__ = ["MODELS", "LoadedModel", "load_model"]

URL_VARIABLE = "SEGSTUDIO_MODEL_URL"
"""Environment variable with another base address for downloads: a mirror inside a firewall, or a test."""

_TORCHVISION_RATES = (12, 24, 36)  # torchvision's head uses them at output stride 8 and 16 alike
_UNUSED = ("aux_classifier.",)  # torchvision's second head, for training alone


@dataclass(frozen=True)
class LoadedModel:
    """A model with its weights, float32 on the CPU in evaluation mode. `model_id`: hash of the weights' file."""

    model: Model
    description: ModelDescription
    model_id: str


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
            f"'{name_or_path}' is neither a model of this program ({names}) nor a checkpoint file. "
            "Check the spelling."
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
    return dataclasses.replace(loaded, description=description)


def load_file(path: Path) -> LoadedModel:
    """Load a checkpoint: this program's safetensors, or a state dict of torchvision's DeepLabV3.

    Raises InputError with a sentence for a file that is missing, torn, pickled code, or of another model.
    """
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            head = stream.read(16)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    looks_like_safetensors = path.suffix == ".safetensors" or head[8:9] == b"{"
    read = _read_safetensors if looks_like_safetensors else _read_state_dict
    state, description = read(path)
    if description is None:
        description = _describe_torchvision(state, path)
    model = build_model(description.config)
    _fill(model, state, path)
    return LoadedModel(model.float().eval(), description, digest[:16])


def _read_safetensors(path: Path) -> tuple[dict[str, Tensor], ModelDescription | None]:
    try:
        with safe_open(path, "pt", device="cpu") as stream:
            text = (stream.metadata() or {}).get(METADATA_KEY)
            state = {key: stream.get_tensor(key) for key in stream.keys()}  # noqa: SIM118  # no mapping
    except (SafetensorError, OSError, ValueError) as error:
        raise InputError(
            f"{path} is damaged or incomplete ({error}). Copy or download it again."
        ) from error
    if text is None:
        return state, None
    try:
        return state, ModelDescription.from_json(text)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _read_state_dict(path: Path) -> tuple[dict[str, Tensor], None]:
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise InputError(_why_refused(path, error)) from error
    except (RuntimeError, OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise InputError(
            f"{path} is damaged, incomplete or no checkpoint. Copy or download it again."
        ) from error
    if isinstance(content, Mapping) and isinstance(content.get("model_state"), Mapping):
        content = content["model_state"]
    elif isinstance(content, Mapping) and isinstance(content.get("model"), Mapping):
        content = content["model"]
    if not isinstance(content, Mapping) or not all(isinstance(v, Tensor) for v in content.values()):
        raise InputError(f"{path} holds no state dict: save `model.state_dict()` and try again.")
    return {str(k).removeprefix("module."): v for k, v in content.items()}, None


def _why_refused(path: Path, error: pickle.UnpicklingError) -> str:
    if "weights_only" in str(error).lower() or "unsupported" in str(error).lower():
        return (
            f"{path} holds pickled Python code, which could do anything when it is loaded, and was refused. "
            "Ask for the state dict alone, best as safetensors."
        )
    return f"{path} is damaged, incomplete or no checkpoint. Copy or download it again."


def _describe_torchvision(state: Mapping[str, Tensor], path: Path) -> ModelDescription:
    """Recognise torchvision's DeepLabV3 by its keys; the number of classes is that of the last layer."""
    last = state.get("classifier.4.weight")
    backbone = _backbone_of(state)
    if last is None or last.ndim != 4 or backbone is None:
        raise InputError(
            f"{path} is no DeepLab that this program knows. It reads its own checkpoints and torchvision's "
            "DeepLabV3 on ResNet-50, ResNet-101 and MobileNetV3-Large."
        )
    config = ModelConfig(
        architecture="deeplabv3",
        backbone=backbone,
        num_classes=int(last.shape[0]),
        output_stride=16 if backbone == "mobilenet_v3_large" else 8,
        separable=False,
        rates=_TORCHVISION_RATES,
        decoder=(),
        dropout=0.5,
    )
    names = [f"class {i}" for i in range(config.num_classes)]
    return ModelDescription(config, table_of(names), path.stem)


def _backbone_of(state: Mapping[str, Tensor]) -> str | None:
    if "backbone.layer1.0.conv3.weight" in state:
        blocks = {m.group(1) for k in state if (m := re.match(r"backbone\.layer3\.(\d+)\.", k))}
        return {6: "resnet50", 23: "resnet101"}.get(len(blocks))
    return "mobilenet_v3_large" if "backbone.16.0.weight" in state else None


def _fill(model: Model, state: Mapping[str, Tensor], path: Path) -> None:
    """Copy `state` into `model`, every tensor or none. Raises InputError that names what does not fit."""
    own = model.state_dict()
    given = {k: v for k, v in state.items() if not k.startswith(_UNUSED)}
    optional = {k for k in own if k.endswith("num_batches_tracked")}
    missing = [k for k in own if k not in given and k not in optional]
    unknown = [k for k in given if k not in own]
    shapes = [
        f"{k} is {tuple(given[k].shape)} instead of {tuple(own[k].shape)}"
        for k in own
        if k in given and given[k].shape != own[k].shape
    ]
    if not (missing or unknown or shapes):
        try:
            model.load_state_dict(given, strict=False)
        except RuntimeError as error:  # torch lists every tensor; the first says what there is to know
            reason = str(error).strip().splitlines()[-1].strip()
            raise WorkError(f"torch cannot fill the model from {path} on this machine: {reason}") from error
        return
    parts = []
    for what, keys in (("missing", missing), ("unknown", unknown), ("of another shape", shapes)):
        if keys:
            more = f" and {len(keys) - 3} more" if len(keys) > 3 else ""
            parts.append(f"{what}: {', '.join(keys[:3])}{more}")
    raise InputError(f"{path} does not fit the model that it describes. Tensors {'; '.join(parts)}.")
