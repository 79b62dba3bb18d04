"""A tiny model with a class table, as a checkpoint and loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from segstudio.core.classes import table_of
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
from segstudio.deeplab.model import build_model
from segstudio.deeplab.weights import LoadedModel, load_file
from tests.unit.deeplab.tiny_runs import TINY


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Tiny tensors are slower on several threads, and much slower on a machine with other work."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def tiny_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(5)
    path = tmp_path_factory.mktemp("model") / "tiny.safetensors"
    model = build_model(TINY)
    description = ModelDescription(TINY, table_of(["sky", "road", "car"]), "tiny", "CC0")
    save_model(path, model.state_dict(), description)
    return path


@pytest.fixture
def tiny(tiny_checkpoint: Path) -> LoadedModel:
    return load_file(tiny_checkpoint)
