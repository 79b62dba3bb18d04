"""Which processors a model can run on here."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass

import torch

from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.deeplab.quick.openvino_backend import OPENVINO, is_installed

AUTO = "auto"


@dataclass(frozen=True)
class Device:
    """`id` is what torch calls it; `title` is for people."""

    id: str
    title: str


def available_devices() -> list[Device]:
    """Best first; the CPU is always there, and OpenVINO behind it where that is installed."""
    found = [
        Device(f"cuda:{i}", f"{torch.cuda.get_device_name(i)} (CUDA)")
        for i in range(torch.cuda.device_count() if torch.cuda.is_available() else 0)
        if _has_kernels(i)
    ]
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple GPU (MPS)"))
    found.append(Device("cpu", f"CPU ({platform.machine()})"))
    if is_installed():
        found.append(Device(OPENVINO, "CPU through OpenVINO"))
    return found


def _has_kernels(index: int) -> bool:
    """False for a GPU older than all that this torch is built for: torch counts it, and every kernel fails on it."""
    built = [
        int(name[3:]) for name in torch.cuda.get_arch_list() if name[:3] == "sm_" and name[3:].isdigit()
    ]
    major, minor = torch.cuda.get_device_capability(index)
    return not built or 10 * major + minor >= min(built)


def resolve_device(name: str) -> torch.device:
    """'auto' is the best there is; 'cuda' the first of its kind; OpenVINO works on torch's CPU. Raises InputError for
    one that is not there."""
    devices = available_devices()
    if name == AUTO:
        return torch.device(devices[0].id)
    for device in devices:
        if device.id == name or device.id.split(":")[0] == name:
            return torch.device("cpu" if device.id == OPENVINO else device.id)
    raise InputError(
        worded(
            "There is no device '{name}' here. Choose one of: {known}.",
            name=name,
            known=", ".join(d.id for d in devices),
        )
    )


def cpu_has_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 itself; where it is emulated it is slower than float32."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def has_bfloat16(device: torch.device) -> bool:
    """Whether a device multiplies bfloat16 itself. On GPUs that emulate it cuDNN lacks convolutions."""
    if device.type == "cuda":
        with torch.cuda.device(device):
            return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return device.type != "cpu" or cpu_has_bfloat16()


def lanes(device: torch.device) -> list[int]:
    """How many predictors a folder keeps busy on a device, as the number of CPU threads of each.

    On a CPU two images side by side with half the threads each are quicker than one after the other: nothing of
    a model is as parallel as two images are. Past four they fight for the caches and the memory grows.
    """
    cores = os.cpu_count() or 1
    if device.type != "cpu":
        return [max(1, cores - 1)]
    count = min(4, cores)
    return [cores // count] * count
