"""What a person may choose as a model: names, own files, torchvision's files, and broken ones."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import pickle
import re
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file
from torchvision.models.segmentation import deeplabv3_mobilenet_v3_large

from segstudio.core.classes import table_of
from segstudio.core.errors import InputError
from segstudio.core.zoo import MODELS, find_card
from segstudio.deeplab.backbones import preprocessing_of
from segstudio.deeplab.checkpoints.checkpoint import METADATA_KEY, ModelDescription, save_model
from segstudio.deeplab.checkpoints.state_files import read_tensors
from segstudio.deeplab.description import CHECKS
from segstudio.deeplab.model import DecoderLevel, ModelConfig, bilinear, build_model
from segstudio.deeplab.weights import LoadedModel, load_file, load_model
from tests.unit.deeplab.other_programs import lively


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


def test_cards_say_what_is_done_to_an_image() -> None:
    """The listing imports no torch; here it is held against what the models really do."""
    for card in MODELS:
        backbone = card.name.removeprefix("deeplabv3_")
        if card.bundled:
            config = load_model("bundled", "cpu").description.config
            backbone = config.backbone
            words = f"{config.enlarged_pixels / 1e6:.2f}", f"{config.working_pixels / 1e6:.2f}"
            assert all(word in card.preprocessing.size for word in words)
        assert (card.preprocessing.mean, card.preprocessing.std) == preprocessing_of(backbone)


def test_an_own_checkpoint_comes_back_whole(tiny: LoadedModel, tmp_path: Path) -> None:
    path = tmp_path / "again.safetensors"
    save_model(path, tiny.model.state_dict(), tiny.description)
    again = load_file(path)
    assert again.description == tiny.description
    own, other = tiny.model.state_dict(), again.model.state_dict()
    assert all(torch.equal(own[k], other[k]) for k in own if not k.endswith("num_batches_tracked"))
    assert not again.model.training


def test_constants_of_a_backbone_that_no_file_holds_are_there(tmp_path: Path) -> None:
    """ResNet-18 with anti-aliasing keeps its blur out of the state dict."""
    config = ModelConfig(
        backbone="resnetblur18", num_classes=2, context_channels=4, decoder=(DecoderLevel(4, 2, 4),)
    )
    model = build_model(config).eval()
    path = tmp_path / "blur.safetensors"
    save_model(path, model.state_dict(), ModelDescription(config, table_of(["a", "b"]), "blur"))
    x = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        assert torch.equal(load_file(path).model(x), model(x))


def test_half_precision_halves_the_file(tiny: LoadedModel, tmp_path: Path) -> None:
    sizes = []
    for half in (False, True):
        save_model(tmp_path / "m.safetensors", tiny.model.state_dict(), tiny.description, half=half)
        sizes.append((tmp_path / "m.safetensors").stat().st_size)
    assert sizes[1] < 0.62 * sizes[0]  # the header stays


def test_a_tensor_beyond_half_precision_keeps_its_values(tiny: LoadedModel, tmp_path: Path) -> None:
    state = dict(tiny.model.state_dict())
    state["context.project.1.running_var"] = torch.full((8,), 1e5)
    save_model(tmp_path / "m.safetensors", state, tiny.description, half=True)
    again = load_file(tmp_path / "m.safetensors").model.state_dict()
    assert torch.equal(again["context.project.1.running_var"], torch.full((8,), 1e5))


def test_torchvisions_state_dict_loads_by_key(tmp_path: Path) -> None:
    model = lively(
        deeplabv3_mobilenet_v3_large(weights=None, weights_backbone=None, num_classes=4, aux_loss=True)
    )
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
        expected = model(x)["out"]
        assert torch.equal(bilinear(loaded.model(x), (256, 256)), expected)


class Trap:
    """Pickled, this would run code when it is loaded."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("the code in the checkpoint ran",)


@pytest.mark.parametrize("protocol", [2, 4, None])
def test_pickled_code_is_refused_and_does_not_run(
    protocol: int | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As torch saves it, and as a plain pickle, of which torch would print a warning."""
    path = tmp_path / "trap.pth"
    if protocol is None:
        torch.save({"classifier.4.weight": Trap()}, path)
    else:
        path.write_bytes(pickle.dumps({"classifier.4.weight": Trap()}, protocol))
    with warnings.catch_warnings():
        warnings.simplefilter("error", append=True)
        with pytest.raises(InputError, match=r"trap\.pth.*refused"):
            load_file(path)
    assert capsys.readouterr() == ("", "")


def test_pickled_code_in_a_zip_file_with_a_damaged_end_is_refused_too(tmp_path: Path) -> None:
    """torch reads it, Python's zipfile fails at it."""
    path = tmp_path / "trap.pth"
    torch.save({"classifier.4.weight": Trap()}, path)
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x06\x07") + 4] = 1  # the disk that its directory lies on
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"trap\.pth.*refused"):
        load_file(path)


def test_the_file_that_a_run_goes_on_from_points_to_the_weights(tmp_path: Path) -> None:
    path = tmp_path / "last.pt"
    torch.save({"model": STATE, "average": STATE, "optimiser": {}, "step": 3}, path)
    with pytest.raises(InputError, match=r"best\.safetensors"):
        load_file(path)


STATE = {"a.weight": torch.arange(24.0).reshape(2, 3, 4), "a.bias": torch.ones(2, dtype=torch.float16)}


class Files(dict[str, bytes]):
    """Contents by name, told in short where a test fails."""

    def __repr__(self) -> str:
        return f"Files({', '.join(self)})"


@pytest.fixture(scope="module")
def whole_files(tiny_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The three forms in which weights come: safetensors, torch's zip files, and its pickles before them."""
    folder = tmp_path_factory.mktemp("whole")
    torch.save({"model_state": STATE, "best": np.float64(0.5)}, folder / "zip.pth")
    torch.save(STATE, folder / "old.pth", _use_new_zipfile_serialization=False)
    return Files(
        {
            "cut.safetensors": tiny_checkpoint.read_bytes(),
            "cut.zip.pth": (folder / "zip.pth").read_bytes(),
            "cut.old.pth": (folder / "old.pth").read_bytes(),
        }
    )


@pytest.mark.parametrize("name", ["cut.safetensors", "cut.zip.pth", "cut.old.pth"])
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_checkpoint_cut_off_at_any_byte_is_a_sentence(
    name: str, whole_files: Files, tmp_path: Path, data: st.DataObject
) -> None:
    whole = whole_files[name]
    path = tmp_path / name
    last = len(whole) - 1
    keep = data.draw(st.integers(0, last) | st.integers(max(0, last - 100), last) | st.integers(0, 200))
    path.write_bytes(whole[:keep])
    with pytest.raises(InputError, match=re.escape(name)) as caught:
        load_file(path)
    assert "pickled" not in str(caught.value)


@pytest.mark.parametrize("name", ["cut.zip.pth", "cut.old.pth"])
def test_whole_files_of_both_kinds_are_read(name: str, whole_files: Files, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(whole_files[name])
    state, _ = read_tensors(tmp_path / name, safetensors=False)
    assert all(torch.equal(state[key], value) for key, value in STATE.items())


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
    text = str(caught.value)
    for part in (
        "odd.safetensors",
        "1 missing: classifier.bias",
        "1 unknown: extra.weight 1",
        "1 of another shape than the model's (in brackets): classifier.weight 7×8×1×1 (3×8×1×1).",
    ):
        assert part in text


def test_safetensors_of_something_else_are_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    save_file({"a": torch.zeros(2)}, path)
    with pytest.raises(InputError, match="no DeepLab"):
        load_file(path)
    save_file({"a": torch.zeros(2)}, path, {METADATA_KEY: "{not json"})
    with pytest.raises(InputError, match=r"other\.safetensors"):
        load_file(path)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"num_classes": 200}, "of another shape"),
        (
            {"num_classes": 10**12},
            "'num_classes' is 1000000000000, and has to be a whole number from 1 to 256",
        ),
        ({"num_classes": 2}, "names classes up to 2, but its model has 2"),
        ({"num_classes": "3"}, "'num_classes' is '3'"),
        ({"context_channels": 10**7}, "of another shape"),
        ({"context_channels": 10**12}, "cannot be built"),
        ({"context_channels": -4}, "above 0"),
        ({"backbone": "hf-hub:somebody/something"}, "hf-hub"),
        ({"backbone": "swin_tiny_patch4_window7_224"}, "strides are fixed"),
        ({"backbone": 7}, "has to be a text"),
        ({"output_stride": None}, "8, 16 or 32"),
        ({"output_stride": 20}, "Output stride 20"),
        ({"separable": "no"}, "true or false"),
        ({"tile_pixels": "a"}, "'tile_pixels' is 'a'"),
        ({"tile_pixels": 0}, "above 0"),
        ({"tile_pixels": True}, "a whole number"),
        ({"working_pixels": -1}, "0 or more"),
        ({"enlarged_pixels": 2.5}, "0 or more"),
        ({"dropout": float("nan")}, "below 1"),
        ({"rates": [6, -12, 18]}, "'rates'"),
        ({"rates": "6"}, "'rates'"),
        ({"decoder": [{"stride": 4, "low_channels": 0, "channels": 8}]}, "'low_channels' is 0"),
        ({"mean": [1, 2]}, "three numbers"),
        ({"std": [58.4, 0, 57.4]}, "three numbers above 0"),
        ({"invented": 1}, "does not know 'invented'"),
        ({"decoder": []}, "decoder level"),
    ],
)
def test_a_description_that_cannot_be_true_is_a_sentence(
    changed: dict[str, object], said: str, tiny: LoadedModel, tmp_path: Path
) -> None:
    """Whatever it claims, no memory is taken and nothing is fetched before its tensors bear it out."""
    values = json.loads(tiny.description.to_json())
    values["config"] |= changed
    path = tmp_path / "liar.safetensors"
    state = {k: v for k, v in tiny.model.state_dict().items() if not k.endswith("num_batches_tracked")}
    save_file(state, path, {METADATA_KEY: json.dumps(values)})
    with pytest.raises(InputError) as caught:
        load_file(path)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": None}, "'name' is None, and has to be a text"),
        ({"licence": 3}, "'licence'"),
        ({"version": "1"}, "'version'"),
        ({"ignore_index": 2.7}, "'ignore_index'"),
        ({"ignore_name": []}, "'ignore_name'"),
        ({"notes": [["a", 1]]}, "'notes'"),
        ({"classes": [[0, "sky", [0, 0, 300]]]}, "'colour'"),
        ({"classes": [[0.5, "sky", [0, 0, 0]]]}, "'id'"),
        ({"classes": [[0, None, [0, 0, 0]]]}, "'name'"),
        ({"classes": 3}, "cannot be read"),
        ({"config": None}, "cannot be read"),
        ({"config": {"decoder": [4]}}, "'decoder'"),
    ],
)
def test_what_surrounds_the_model_is_checked_too(
    changed: dict[str, object], said: str, tiny: LoadedModel
) -> None:
    values = json.loads(tiny.description.to_json()) | changed
    with pytest.raises(InputError) as caught:
        ModelDescription.from_json(json.dumps(values))
    assert said in str(caught.value)


def test_a_description_without_an_end_is_a_sentence() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        ModelDescription.from_json("[" * 100_000)


def test_every_value_of_a_description_has_its_check() -> None:
    fields = {*dataclasses.fields(ModelConfig), *dataclasses.fields(DecoderLevel)}
    assert {f.name for f in fields} <= CHECKS.keys()


def test_an_output_without_a_name_gets_one_and_is_spoken_of(tiny: LoadedModel, tmp_path: Path) -> None:
    values = json.loads(tiny.description.to_json())
    values["classes"] = [values["classes"][1]]
    path = tmp_path / "unnamed.safetensors"
    state = {k: v for k, v in tiny.model.state_dict().items() if not k.endswith("num_batches_tracked")}
    save_file(state, path, {METADATA_KEY: json.dumps(values)})
    loaded = load_file(path)
    assert [(c.id, c.name) for c in loaded.description.classes.classes] == [
        (0, "class 0"),
        (1, "road"),
        (2, "class 2"),
    ]
    assert "names 1 of them; it may also answer with class 0, class 2." in loaded.notices[0]
    save_file(state, path, {METADATA_KEY: json.dumps(values | {"ignore_index": 2})})
    assert 2 not in load_file(path).description.classes


@pytest.mark.parametrize("dtype", [torch.int64, torch.complex64, torch.bool])
def test_weights_that_are_no_real_numbers_are_refused(
    dtype: torch.dtype, tiny: LoadedModel, tmp_path: Path
) -> None:
    state = dict(tiny.model.state_dict())
    state["classifier.weight"] = state["classifier.weight"].to(dtype)
    path = tmp_path / "whole.safetensors"
    save_model(path, state, tiny.description)
    with pytest.raises(InputError, match=r"1 no real numbers: classifier\.weight"):
        load_file(path)


def test_preprocessing_is_kept_with_the_weights(tiny: LoadedModel, tmp_path: Path) -> None:
    """A file from before it was takes what its backbone's name stands for."""
    path = tmp_path / "own.safetensors"
    own = {"mean": (127.5, 127.5, 127.5), "std": (50.0, 60.0, 70.0)}
    config = dataclasses.replace(tiny.description.config, **own)  # type: ignore[arg-type]  # triples
    save_model(path, tiny.model.state_dict(), dataclasses.replace(tiny.description, config=config))
    loaded = load_file(path).description.config
    assert (loaded.mean, loaded.std) == tuple(own.values())
    assert not loaded.same_weights(tiny.description.config)
    values = json.loads(tiny.description.to_json())
    for name in own:
        del values["config"][name]
    former = ModelDescription.from_json(json.dumps(values))
    assert (former.config.mean, former.config.std) == preprocessing_of(former.config.backbone)


def test_a_newer_format_asks_for_an_update(tiny: LoadedModel) -> None:
    text = tiny.description.to_json().replace('"version": 1', '"version": 99')
    with pytest.raises(InputError, match="newer"):
        ModelDescription.from_json(text)


def test_unknown_names_and_devices_are_sentences() -> None:
    with pytest.raises(InputError, match=r"no_such_model.*bundled|no_such_model"):
        load_model("no_such_model", "cpu")
    with pytest.raises(InputError, match="cuda:77"):
        load_model("bundled", "cuda:77")
