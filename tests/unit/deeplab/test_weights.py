"""What a person may choose as a model: names, own files, torchvision's files, and broken ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torchvision.models.segmentation import deeplabv3_mobilenet_v3_large

from segstudio.core.errors import InputError
from segstudio.core.zoo import MODELS, find_card
from segstudio.deeplab.checkpoint import METADATA_KEY, ModelDescription, save_model
from segstudio.deeplab.model import bilinear
from segstudio.deeplab.weights import LoadedModel, load_file, load_model


def test_the_bundled_model_loads_small_and_named() -> None:
    card = find_card("bundled")
    assert card is not None
    assert card.downloaded()
    assert card.path.stat().st_size <= 8 * 2**20
    loaded = load_model("bundled", "cpu")
    assert loaded.description.name == card.name
    assert loaded.description.classes == card.classes
    assert "CC BY-NC 4.0" in loaded.description.licence
    assert loaded.model_id == hashlib.sha256(card.path.read_bytes()).hexdigest()[:16]
    assert 0 < card.scores["camvid_val.miou"] < 1


def test_every_card_is_complete() -> None:
    assert len({card.name for card in MODELS}) == len(MODELS)
    for card in MODELS:
        assert card.title
        assert card.licence
        assert card.size_bytes > 1_000_000
        assert card.classes.num_classes in (11, 21)
        assert all(0 < value <= 1 for value in card.scores.values())


def test_an_own_checkpoint_comes_back_whole(tiny: LoadedModel, tmp_path: Path) -> None:
    path = tmp_path / "again.safetensors"
    save_model(path, tiny.model.state_dict(), tiny.description)
    again = load_file(path)
    assert again.description == tiny.description
    own, other = tiny.model.state_dict(), again.model.state_dict()
    assert all(torch.equal(own[k], other[k]) for k in own if not k.endswith("num_batches_tracked"))
    assert not again.model.training


def test_half_precision_halves_the_file(tiny: LoadedModel, tmp_path: Path) -> None:
    sizes = []
    for half in (False, True):
        save_model(tmp_path / "m.safetensors", tiny.model.state_dict(), tiny.description, half=half)
        sizes.append((tmp_path / "m.safetensors").stat().st_size)
    assert sizes[1] < 0.62 * sizes[0]  # the header stays


def test_torchvisions_state_dict_loads_by_key(tmp_path: Path) -> None:
    model = deeplabv3_mobilenet_v3_large(weights=None, weights_backbone=None, num_classes=4, aux_loss=True)
    path = tmp_path / "mine.pth"
    torch.save(model.state_dict(), path)
    loaded = load_file(path)
    assert loaded.description.config.num_classes == 4
    assert [c.name for c in loaded.description.classes.classes] == [
        "class 0",
        "class 1",
        "class 2",
        "class 3",
    ]
    x = torch.randn(1, 3, 256, 256)  # large enough that every atrous rate counts
    with torch.inference_mode():
        expected = model.eval()(x)["out"]
        assert torch.equal(bilinear(loaded.model(x), (256, 256)), expected)


class Trap:
    """Pickled, this would run code when it is loaded."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("the code in the checkpoint ran",)


def test_pickled_code_is_refused_and_does_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "trap.pth"
    torch.save({"classifier.4.weight": Trap()}, path)
    with pytest.raises(InputError, match=r"trap\.pth.*refused"):
        load_file(path)
    assert "ran" not in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["safetensors", "pth"])
def test_a_checkpoint_cut_off_anywhere_is_a_sentence(
    kind: str, tiny_checkpoint: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"cut.{kind}"
    if kind == "pth":
        torch.save({"classifier.4.weight": torch.zeros(2, 2, 1, 1)}, path)
        whole = path.read_bytes()
    else:
        whole = tiny_checkpoint.read_bytes()
    for keep in [0, 1, 7, 8, 9, 100, len(whole) // 2, len(whole) - 100, len(whole) - 1]:
        path.write_bytes(whole[:keep])
        with pytest.raises(InputError, match=rf"cut\.{kind}"):
            load_file(path)


@pytest.mark.parametrize("content", [b"", b"no model at all", b"{}", b"\x00" * 64, b"PK\x03\x04junk"])
def test_a_file_that_is_no_checkpoint_is_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "photo.pt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"photo\.pt"):
        load_file(path)


def test_a_mismatch_names_the_tensors(tiny: LoadedModel, tmp_path: Path) -> None:
    state = {k: v.clone() for k, v in tiny.model.state_dict().items()}
    state["classifier.weight"] = torch.zeros(7, 8, 1, 1)
    del state["classifier.bias"]
    state["extra.weight"] = torch.zeros(1)
    path = tmp_path / "odd.safetensors"
    save_model(path, state, tiny.description)
    with pytest.raises(InputError) as caught:
        load_file(path)
    for name in ("classifier.weight", "classifier.bias", "extra.weight", "odd.safetensors"):
        assert name in str(caught.value)


def test_safetensors_of_something_else_are_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    save_file({"a": torch.zeros(2)}, path)
    with pytest.raises(InputError, match="no DeepLab"):
        load_file(path)
    save_file({"a": torch.zeros(2)}, path, {METADATA_KEY: "{not json"})
    with pytest.raises(InputError, match=r"other\.safetensors"):
        load_file(path)


def test_a_newer_format_asks_for_an_update(tiny: LoadedModel) -> None:
    text = tiny.description.to_json().replace('"version": 1', '"version": 99')
    with pytest.raises(InputError, match="newer"):
        ModelDescription.from_json(text)


def test_unknown_names_and_devices_are_sentences() -> None:
    with pytest.raises(InputError, match=r"no_such_model.*bundled|no_such_model"):
        load_model("no_such_model", "cpu")
    with pytest.raises(InputError, match="cuda:77"):
        load_model("bundled", "cuda:77")
