"""The state that a training goes on from: it comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segstudio.core.errors import InputError
from segstudio.deeplab.runs.run_folder import BEST, LAST, read_state, save_state
from tests.unit.deeplab.tiny_runs import TINY

STATE: dict[str, Any] = {
    "step": 3,
    "best": None,
    "loss": float("nan"),
    "options": {"crop": [32, 48], "bfloat16": True},
    "model": {"a.weight": torch.arange(24.0).reshape(2, 3, 4), "a.count": torch.tensor(7)},
    "optimiser": {"state": {0: {"step": torch.tensor(3.0)}, 1: {}}, "groups": [{"betas": (0.9, 0.999)}]},
}

anywhere = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("run")
    save_state(folder, TINY, STATE)
    return (folder / LAST).read_bytes()


def assert_same(found: dict[str, Any] | None) -> None:
    assert found is not None
    assert repr({key: found[key] for key in STATE}) == repr(STATE)


def test_it_comes_back_as_it_was(whole: bytes, tmp_path: Path) -> None:
    assert read_state(tmp_path, TINY) is None
    (tmp_path / LAST).write_bytes(whole)
    assert_same(read_state(tmp_path, TINY))


@anywhere
@given(data=st.data())
def test_cut_off_at_any_byte_it_is_a_sentence(whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
    last = len(whole) - 1
    keep = data.draw(st.integers(0, last) | st.integers(last - 100, last) | st.integers(0, 200))
    (tmp_path / LAST).write_bytes(whole[:keep])
    with pytest.raises(InputError, match=r"last\.pt cannot be resumed: it is damaged or incomplete"):
        read_state(tmp_path, TINY)


@anywhere
@given(data=st.data())
def test_with_a_flipped_bit_it_is_the_same_or_a_sentence(
    whole: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    """The same: there is room in the file between what it holds."""
    content = bytearray(whole)
    content[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    (tmp_path / LAST).write_bytes(content)
    try:
        found = read_state(tmp_path, TINY)
    except InputError as error:
        assert "last.pt" in str(error)  # noqa: PT017  # either is right
    else:
        assert_same(found)


def test_a_flipped_bit_in_a_weight_is_noticed(whole: bytes, tmp_path: Path) -> None:
    content = bytearray(whole)
    content[whole.index(torch.tensor([5.0, 6.0]).numpy().tobytes())] ^= 1
    (tmp_path / LAST).write_bytes(content)
    with pytest.raises(InputError, match=r"delete it to begin anew\.$"):
        read_state(tmp_path, TINY)
    (tmp_path / BEST).write_bytes(b"")
    with pytest.raises(InputError, match=f"--initial {tmp_path / BEST}"):
        read_state(tmp_path, TINY)


def test_the_state_of_an_older_version_has_no_digest_and_is_read(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / LAST).write_bytes(whole)
    saved = torch.load(tmp_path / LAST, weights_only=True)
    del saved["sha256"]
    torch.save(saved, tmp_path / LAST)
    assert_same(read_state(tmp_path, TINY))
    torch.save({**saved, "config": '{"num_classes": -3}'}, tmp_path / LAST)
    with pytest.raises(InputError, match="damaged"):
        read_state(tmp_path, TINY)
