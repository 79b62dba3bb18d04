"""Checkpoints of other programs: rebuilt here from what is known of their layouts, loaded, and compared to the bit."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from segstudio.core.errors import InputError
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.other_programs import Body, Smp, Vainf, lively, same_answers


@pytest.mark.parametrize("plus", [True, False])
def test_smps_layout_gives_its_logits(plus: bool, tmp_path: Path) -> None:
    reference = lively(Smp(4, plus=plus))
    path = tmp_path / "street_os16.pth"
    torch.save({"state_dict": {f"model.{k}": v for k, v in reference.state_dict().items()}}, path)
    loaded = load_file(path)
    config = loaded.description.config
    assert (config.backbone, config.num_classes, config.dialect) == ("resnet18", 4, "smp")
    same_answers(loaded, reference, (64, 96))


def test_smps_config_beside_says_stride_rates_and_names_do_too(tmp_path: Path) -> None:
    reference = lively(Smp(3, plus=True, rates=(2, 3, 5)))
    save_file(reference.state_dict(), tmp_path / "model.safetensors")
    said = {"_model_class": "DeepLabV3Plus", "encoder_name": "resnet18", "encoder_output_stride": 16}
    (tmp_path / "config.json").write_text(json.dumps({**said, "decoder_atrous_rates": [2, 3, 5]}))
    (tmp_path / "model.classes.txt").write_text("0\tsky\n1\tsea\n2\tship\n")
    loaded = load_file(tmp_path / "model.safetensors")
    assert loaded.description.config.rates == (2, 3, 5)
    assert [c.name for c in loaded.description.classes.classes] == ["sky", "sea", "ship"]
    assert loaded.notices == ()
    same_answers(loaded, reference, (64, 64))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"decoder_atrous_rates": [6, 0, 18]}, "'rates' is"),
        ({"decoder_atrous_rates": "6, 12, 18"}, "'rates' is"),
        ({"encoder_output_stride": "sixteen"}, "'output_stride' is 'sixteen', and has to be 8, 16 or 32"),
        ({"encoder_output_stride": 7}, "Output stride 7"),
    ],
)
def test_smps_config_that_says_nonsense_is_a_sentence(
    said: dict[str, object], sentence: str, tmp_path: Path
) -> None:
    save_file(Smp(3, plus=True).state_dict(), tmp_path / "model.safetensors")
    (tmp_path / "config.json").write_text(json.dumps({"_model_class": "DeepLabV3Plus", **said}))
    with pytest.raises(InputError, match=sentence):
        load_file(tmp_path / "model.safetensors")


@pytest.mark.parametrize(
    ("name", "stride"), [("photos8", 16), ("os8_best", 8), ("street-os8", 8), ("os80", 16)]
)
def test_a_stride_in_a_name_is_a_word_of_its_own(name: str, stride: int, tmp_path: Path) -> None:
    torch.save(Vainf(3, plus=True).state_dict(), tmp_path / f"{name}.pth")
    assert load_file(tmp_path / f"{name}.pth").description.config.output_stride == stride


def test_a_model_of_corners_predicts_where_it_looked(tmp_path: Path) -> None:
    """Its cells lie elsewhere than ours; the label map is that of its own enlarging all the same."""
    reference = lively(Smp(4, plus=True))
    with torch.no_grad():
        reference.segmentation_head[0].weight.mul_(40)  # type: ignore[index,union-attr]  # as sure as a trained one
    torch.save(reference.state_dict(), tmp_path / "m_os16.pth")
    image = np.random.default_rng(0).integers(0, 256, (128, 96, 3), np.uint8)
    image = np.asarray(np.kron(image[::16, ::16], np.ones((16, 16, 1))), np.uint8)
    predictor = Predictor(load_file(tmp_path / "m_os16.pth"), "cpu", 1, fast=False)
    config = load_file(tmp_path / "m_os16.pth").description.config
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (config.mean, config.std))
    with torch.inference_mode():
        x = (torch.from_numpy(image).permute(2, 0, 1)[None].float() - mean) / std
        truth = reference(x).argmax(1)[0].numpy()
    assert (predictor.predict(image).label_map() == truth).mean() > 0.97


@pytest.mark.parametrize("separable", [None, Body])
def test_vainfs_v3plus_gives_its_logits(separable: type[nn.Module] | None, tmp_path: Path) -> None:
    reference = lively(Vainf(19, plus=True, separable=separable))
    path = tmp_path / "best_deeplabv3plus_mobilenet_cityscapes_os16.pth"
    numbers = {"cur_itrs": 3, "best_score": np.float64(0.7)}
    torch.save({**numbers, "model_state": reference.state_dict()}, path)
    loaded = load_file(path)
    config = loaded.description.config
    assert (config.backbone, config.num_classes, config.rates) == ("mobilenet_v2", 19, (6, 12, 18))
    assert config.separable is (separable is not None)
    same_answers(loaded, reference, (65, 83))


def test_vainfs_v3_gives_its_logits(tmp_path: Path) -> None:
    reference = lively(Vainf(5, plus=False))
    path = tmp_path / "v3_os8.pth"
    torch.save(reference.state_dict(), path)
    loaded = load_file(path)
    assert loaded.description.config.output_stride == 8
    same_answers(loaded, reference, (33, 33))


def test_what_had_to_be_assumed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "mine.pth"
    torch.save(Vainf(5, plus=True).state_dict(), path)
    loaded = load_file(path)
    assert "16 and 6, 12, 18" in loaded.notices[0]
    assert "mine.classes.txt" in loaded.notices[1]
    assert Predictor(loaded, "cpu", 1, fast=False).notices[:2] == list(loaded.notices)
    (tmp_path / "mine.classes.txt").write_text("0\tsky\n1\tsea\n")
    with pytest.raises(InputError, match="names 2 classes, and the model has 5"):
        load_file(path)


def test_a_head_or_backbone_that_is_not_known_is_a_sentence(tmp_path: Path) -> None:
    state = Vainf(5, plus=True).state_dict()
    path = tmp_path / "odd.pth"
    torch.save({k: v for k, v in state.items() if "high_level" not in k}, path)
    with pytest.raises(InputError, match=r"VainF.*backbone or head"):
        load_file(path)
    torch.save({k: v for k, v in state.items() if k != "classifier.project.1.weight"}, path)
    with pytest.raises(InputError, match=r"1 missing: decoder\.0\.reduce\.1\.weight"):
        load_file(path)
    state["classifier.classifier.3.weight"] = torch.zeros(300, 256, 1, 1)
    torch.save(state, path)
    with pytest.raises(InputError, match="300 classes"):
        load_file(path)
