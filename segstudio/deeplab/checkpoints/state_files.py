"""Reading tensors from a checkpoint file without running any code that it may hold."""

from __future__ import annotations

import _codecs
import argparse
import pickle
import pickletools
import re
import struct
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from segstudio.core.errors import InputError
from segstudio.core.wording import worded

State = dict[str, Tensor]

# torch warns of a pickle that it did not write before it refuses it; the refusal is a sentence of ours
warnings.filterwarnings("ignore", message="Detected pickle protocol", category=UserWarning)

_HARMLESS = [
    argparse.Namespace,  # the options of a run, in torchvision's training: a bag of plain values
    # what a NumPy number beside the weights (a best score, say) is made of
    *((np.float64(0).__reduce__()[0], f"numpy.{core}.multiarray.scalar") for core in ("core", "_core")),
    (_codecs.encode, "_codecs.encode"),
    np.dtype,
    *(type(np.dtype(kind)) for kind in (np.float64, np.float32, np.int64, np.int32, np.bool_)),
]
_CONTAINERS = ("model_state", "state_dict", "model_state_dict", "model", "net", "model_ema")
"""Where training programs keep the state dict among other things."""
_WRAPPERS = ("module.", "_orig_mod.", "model.", "net.")
"""Prefixes of all keys that DistributedDataParallel, torch.compile, Lightning and others leave."""
_WRAPPED = 3

TORN = (
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    struct.error,
    zipfile.BadZipFile,
    pickle.UnpicklingError,
)
"""What torch's readers raise on torn bytes, each found by cutting files anywhere."""

_TORCH_MAGIC = (0x1950A86A20F9469CFC6C).to_bytes(10, "little")
"""At the start of torch's files before they were zip files …"""
_TORCH_PICKLES = 4
"""… which are so many pickles behind one another, then raw numbers."""


def read_tensors(path: Path, *, safetensors: bool) -> tuple[State, dict[str, str]]:
    """The tensors of a file by name, and a safetensors file's header texts.

    Raises InputError with a sentence for a file that is torn, holds pickled code, or no state dict.
    """
    return _read_safetensors(path) if safetensors else (_read_pickled(path), {})


def _read_safetensors(path: Path) -> tuple[State, dict[str, str]]:
    try:
        with safe_open(path, "pt", device="cpu") as stream:
            state = {key: stream.get_tensor(key) for key in stream.keys()}  # noqa: SIM118  # no mapping
            return _unwrapped(state), dict(stream.metadata() or {})
    except (SafetensorError, OSError, ValueError) as error:
        raise InputError(
            worded(
                "{path} is damaged or incomplete ({error}). Copy or download it again.",
                path=path,
                error=error,
            )
        ) from error


def _read_pickled(path: Path) -> State:
    _check_writer(path)
    try:
        with torch.serialization.safe_globals(_HARMLESS):  # type: ignore[arg-type]  # pairs are allowed
            content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise InputError(_why_refused(path, str(error))) from error
    except TORN as error:
        raise InputError(_damaged(path)) from error
    return _unwrapped(_state_of(content, path))


def _state_of(content: Any, path: Path) -> State:
    if isinstance(content, Mapping):
        if {"average", "optimiser", "step"} <= content.keys():
            raise InputError(
                worded(
                    "{path} is what a training run goes on from. Use the weights beside it: best.safetensors.",
                    path=path,
                )
            )
        for key in _CONTAINERS:
            if isinstance(content.get(key), Mapping):
                content = content[key]
                break
    tensors = isinstance(content, Mapping) and all(isinstance(v, Tensor) for v in content.values())
    if not tensors or not content:
        raise InputError(
            worded("{path} holds no state dict: save `model.state_dict()` and try again.", path=path)
        )
    return {str(key): value for key, value in content.items()}


def _unwrapped(state: State) -> State:
    for _ in range(_WRAPPED):
        for prefix in _WRAPPERS:
            if state and all(key.startswith(prefix) for key in state):
                state = {key.removeprefix(prefix): value for key, value in state.items()}
    return state


def _why_refused(path: Path, reason: str) -> str:
    found = re.search(r"GLOBAL ([\w.]+)", reason)
    if "nsupported" not in reason or found is None or not _whole_pickle(path):
        return _damaged(path)
    return _refused(path, found.group(1))


def _whole_pickle(path: Path) -> bool:
    """Whether a pickle goes on to its end: one cut off within a name looks as if it asked for foreign code."""
    if _is_zip(path):
        return True
    with path.open("rb") as stream:
        try:
            parts = _TORCH_PICKLES if _TORCH_MAGIC in stream.read(16) else 1
            stream.seek(0)
            for _ in range(parts):
                for _operation in pickletools.genops(stream):
                    pass
        except (ValueError, UnicodeDecodeError):
            return False
    return True


def _is_zip(path: Path) -> bool:
    try:
        return zipfile.is_zipfile(path)
    except zipfile.BadZipFile:  # what its end says of itself is damaged
        return True


def _check_writer(path: Path) -> None:
    """torch's files before its zip files are pickles of protocol 2; one of another protocol is somebody else's."""
    with path.open("rb") as stream:
        head = stream.read(2)
    if head[:1] == pickle.PROTO and head[1:] not in (b"", b"\x02"):
        raise InputError(_refused(path))


def _refused(path: Path, function: str = "") -> str:
    """`function`: the name of one that it asks for."""
    if not function:
        return worded(
            "{path} holds pickled Python code, which could do anything when it is loaded, and was refused. Ask "
            "for the state dict alone, best as safetensors.",
            path=path,
        )
    return worded(
        "{path} holds pickled Python code ({function}), which could do anything when it is loaded, and was "
        "refused. Ask for the state dict alone, best as safetensors.",
        path=path,
        function=function,
    )


def _damaged(path: Path) -> str:
    return worded("{path} is damaged, incomplete or no checkpoint. Copy or download it again.", path=path)
