"""Which devices are offered, and what is known of them; the GPUs are pretended."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
import torch

from segstudio.deeplab.devices import available_devices, has_bfloat16, resolve_device


@pytest.fixture
def gpus(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new one and an old one, and a torch that is built for new ones."""
    capabilities = [(8, 6), (6, 1)]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: len(capabilities))
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index: f"GPU {index}")
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda index: capabilities[index])
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: ["sm_75", "sm_86", "sm_120", "compute_120"])


@pytest.mark.usefixtures("gpus")
def test_a_gpu_that_torch_has_no_kernels_for_is_not_offered() -> None:
    ids = [device.id for device in available_devices()]
    assert ids[0] == "cuda:0"
    assert "cuda:1" not in ids
    assert resolve_device("auto") == resolve_device("cuda") == torch.device("cuda:0")


@pytest.mark.usefixtures("gpus")
@pytest.mark.parametrize("built", [[], ["gfx90a"], ["sm_50", "sm_90a"]])
def test_a_gpu_is_offered_where_nothing_speaks_against_it(
    built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: built)
    assert {"cuda:0", "cuda:1"} <= {device.id for device in available_devices()}


@pytest.mark.parametrize("able", [True, False])
def test_bfloat16_that_a_gpu_only_emulates_does_not_count(
    able: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def supported(including_emulation: bool = True) -> bool:
        return able or including_emulation

    monkeypatch.setattr(torch.cuda, "is_bf16_supported", supported)
    monkeypatch.setattr(torch.cuda, "device", nullcontext)
    assert has_bfloat16(torch.device("cuda:0")) == able
