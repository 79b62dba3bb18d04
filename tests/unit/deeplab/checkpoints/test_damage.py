"""A checkpoint that is not as it was written, and looks as if it were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors import safe_open
from safetensors.torch import save_file

from segstudio.core.errors import InputError
from segstudio.core.zoo import find_card
from segstudio.deeplab.checkpoints.checkpoint import METADATA_KEY, check_digest, save_model, with_digest
from segstudio.deeplab.weights import LoadedModel, load_file

DAMAGED = "are no longer those that were written. Copy or download it again"


def parts_of(path: Path) -> tuple[dict[str, torch.Tensor], str]:
    """The tensors and the description."""
    with safe_open(path, "pt") as stream:
        return {key: stream.get_tensor(key) for key in stream.keys()}, stream.metadata()[METADATA_KEY]  # noqa: SIM118


def assert_same(one: LoadedModel, other: LoadedModel) -> None:
    assert one.description == other.description
    first, second = one.model.state_dict(), other.model.state_dict()
    assert all(torch.equal(value, second[key]) for key, value in first.items())


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_bit_anywhere_is_a_sentence_or_changes_nothing(
    tiny_checkpoint: Path, tiny: LoadedModel, tmp_path: Path, data: st.DataObject
) -> None:
    """The latter in the blanks at the end of the header."""
    content = bytearray(tiny_checkpoint.read_bytes())
    header = 8 + int.from_bytes(content[:8], "little")
    place = data.draw(st.integers(0, header - 1) | st.integers(header, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    path = tmp_path / "flipped.safetensors"
    path.write_bytes(content)
    try:
        loaded = load_file(path)
    except InputError as error:
        assert "flipped.safetensors" in str(error)  # noqa: PT017  # either is right
    else:
        assert_same(loaded, tiny)


@pytest.mark.parametrize("half", [False, True])
def test_a_flipped_bit_in_a_weight_says_what_to_do(tiny: LoadedModel, tmp_path: Path, half: bool) -> None:
    path = tmp_path / "flipped.safetensors"
    save_model(path, tiny.model.state_dict(), tiny.description, half=half)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(InputError, match=DAMAGED) as refused:
        load_file(path)
    assert str(path) in str(refused.value)


@pytest.mark.parametrize(
    ("before", "after"),
    [('"road"', '"rood"'), ("103.53", "103.43"), ('"ignore_index": 255', '"ignore_index": 254')],
)
def test_the_description_is_covered_too(
    tiny_checkpoint: Path, tmp_path: Path, before: str, after: str
) -> None:
    tensors, text = parts_of(tiny_checkpoint)
    assert before in text
    path = tmp_path / "other.safetensors"
    save_file(tensors, path, {METADATA_KEY: text.replace(before, after)})
    with pytest.raises(InputError, match=DAMAGED):
        load_file(path)


def test_who_changes_it_on_purpose_takes_the_digest_out(tiny_checkpoint: Path, tmp_path: Path) -> None:
    """So do the files of before there was one."""
    tensors, text = parts_of(tiny_checkpoint)
    values = json.loads(text)
    del values["sha256"]
    path = tmp_path / "own.safetensors"
    save_file(tensors, path, {METADATA_KEY: json.dumps(values | {"name": "own"})})
    assert load_file(path).description.name == "own"


def test_notes_of_any_depth_are_a_sentence() -> None:
    for depth in range(50, 1500, 7):
        text = '{"sha256": "0", "notes": {"deep": ' + "[" * depth + "]" * depth + "}}"
        with pytest.raises(InputError, match=DAMAGED):
            check_digest(text, {})


def test_the_bundled_model_has_a_digest() -> None:
    card = find_card("bundled")
    assert card is not None
    tensors, text = parts_of(card.path)
    values = json.loads(text)
    digest = values.pop("sha256")
    assert json.loads(with_digest(json.dumps(values), tensors))["sha256"] == digest
