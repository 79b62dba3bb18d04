"""`segstudio inspect` with a small model of random weights, and with the one in the box."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from segstudio.core.classes import table_of
from tests.unit.cli.conftest import Run


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
    from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model

    torch.manual_seed(2)
    paths = {}
    for context in ("aspp", "spp", "none"):
        config = ModelConfig.from_dict(
            {
                **ModelConfig(
                    backbone="mobilenetv2_035",
                    num_classes=3,
                    context_channels=6,
                    decoder=(DecoderLevel(4, 4, 8),),
                ).to_dict(),
                "context": context,
            }
        )
        paths[context] = tmp_path_factory.mktemp("model") / f"{context}.safetensors"
        table = table_of(["sky", "[b]road[/b]", "car"])
        save_model(
            paths[context], build_model(config).state_dict(), ModelDescription(config, table, context)
        )
    return paths


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.fromarray(np.random.default_rng(4).integers(0, 255, (64, 96, 3), dtype=np.uint8)).save(path)
    return path


def test_a_model_alone_is_told_for_a_usual_size(run: Run, small: dict[str, Path]) -> None:
    ended = run("inspect", small["aspp"])
    assert ended.code == 0, ended.err
    for words in (
        "DeepLabV3+ on mobilenetv2_035",
        "rates 6, 12, 18",
        "512×512",
        "rate 12",
        "whole image",
        "total",
    ):
        assert words in ended.out
    assert "pixel" not in ended.out.split("Convolutions")[1]
    assert "The convolutions that differ, alone: " in ended.out


def test_an_overlay_replaces_no_picture_but_an_overlay(
    run: Run, small: dict[str, Path], photo: Path, tmp_path: Path
) -> None:
    before, other, drawn = photo.read_bytes(), tmp_path / "other.png", tmp_path / "x.png"
    other.write_bytes(before)
    words = ("inspect", small["spp"], photo, "--at", "3,3")
    for more in (("--overlay", photo), ("--overlay", other), ("--json", photo), ("--json", small["spp"])):
        ended = run(*words, *more)
        assert ended.code == 2
        assert more[1].name in ended.err
    assert photo.read_bytes() == other.read_bytes() == before
    for _ in range(2):
        assert run(*words, "--overlay", drawn).code == 0
    assert run("inspect", small["spp"], drawn, "--at", "3,3", "--overlay", drawn).code == 2


def test_a_pixel_is_explained_drawn_and_written(
    run: Run, small: dict[str, Path], photo: Path, tmp_path: Path
) -> None:
    written, drawn = tmp_path / "x.json", tmp_path / "x.png"
    ended = run("inspect", small["aspp"], photo, "--at", "90, 3", "--json", written, "--overlay", drawn)
    assert ended.code == 0, ended.err
    for words in (
        "The pixel 90,3",
        "% sure",
        "branch rate 6",
        "constant (biases)",
        "Computed in",
        "Rate 6: 1 of 9 weights",
    ):
        assert words in ended.out
    assert "1×1 convolution" in ended.out, "rates 6, 12 and 18 have degenerated on 4×6 cells"
    values = json.loads(written.read_text("utf-8"))
    assert values["feature_size"] == [4, 6]
    assert values["pixel"]["x"] == 90
    assert values["swapped"]["dense"]["parameters"] > values["swapped"]["separable"]["parameters"]
    assert values["fields"][-1]["height"] is None
    assert values["fields"][-1]["alone"][0] > 1000
    assert f"{values['pixel']['best']['name']}, " in ended.out
    with Image.open(drawn) as image:
        assert image.size == (700, 583), "twice the image, 96×64, and the grey around it"


def test_of_a_large_image_it_is_said_what_the_discs_are_shares_of(
    run: Run, small: dict[str, Path], photo: Path, tmp_path: Path
) -> None:
    large = tmp_path / "large.png"
    with Image.open(photo) as image:
        image.resize((1400, 400)).save(large)
    for path, said in (
        (photo, "Of what decided it, 50 % within"),
        (large, "pixels around it: of that, 50 % within"),
    ):
        ended = run("inspect", small["aspp"], path, "--at", "10,20")
        assert ended.code == 0, ended.err
        words = " ".join(ended.out.split())
        assert said in words
        assert ("can have decided as well" in words) == (path == large)


def test_behind_squeezes_the_convolutions_are_told_besides(run: Run, photo: Path, tmp_path: Path) -> None:
    from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
    from segstudio.deeplab.model import ModelConfig, build_model

    config = ModelConfig(
        architecture="deeplabv3", backbone="mobilenet_v3_large", num_classes=3, separable=False, decoder=()
    )
    path = tmp_path / "squeezed.safetensors"
    table = table_of(["sky", "road", "car"])
    save_model(path, build_model(config).state_dict(), ModelDescription(config, table, "squeezed"))
    ended = run("inspect", path, photo)
    assert ended.code == 0, ended.err
    assert "through squeeze-and-excite" in ended.out
    assert re.search(r"^ +convolutions\b.*\n.* alone\b", ended.out, re.MULTILINE)
    (last,) = (line.split() for line in ended.out.splitlines() if line.split()[:3] == ["16", "16", "whole"])
    assert last[3:7] == ["image", "659", "×", "659"]
    assert "sees 6×4 cells" in ended.out
    assert "feature size of 6×4 cells" in ended.out


def test_bins_are_drawn_and_told(run: Run, small: dict[str, Path], photo: Path, tmp_path: Path) -> None:
    ended = run("inspect", small["spp"], photo, "--at", "90,3", "--overlay", tmp_path / "x.png")
    assert ended.code == 0, ended.err
    assert "Bins 4×4: the pixel lies in row 1, column 4" in ended.out
    assert "Weights of the 3×3 kernels" not in ended.out


def test_a_model_without_context_module(
    run: Run, small: dict[str, Path], photo: Path, tmp_path: Path
) -> None:
    ended = run("inspect", small["none"], photo, "--at", "0,0", "--overlay", tmp_path / "x.png", columns=40)
    assert ended.code == 0, ended.err
    assert "no context module" in ended.out
    assert "whole image" not in ended.out
    assert (tmp_path / "x.png").is_file()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--at", "3"), "no pixel"),
        (("--at", "3,a"), "no pixel"),
        (("--at", "96,3"), "96×64"),
        (("--at=-1,3",), "outside"),
        (("--overlay", "x.png"), "--at X,Y"),
        (("--at", "1,1", "--overlay", "x.jpg"), "PNG"),
    ],
)
def test_wrong_input_is_one_sentence(
    run: Run, small: dict[str, Path], photo: Path, words: tuple[str, ...], sentence: str
) -> None:
    ended = run("inspect", small["aspp"], photo, *words)
    assert ended.code == 2
    assert sentence in ended.err
    assert ended.err.count("\n") == 1


def test_a_pixel_without_an_image_and_a_file_that_is_none(run: Run, tmp_path: Path) -> None:
    ended = run("inspect", "bundled", "--at", "3,4")
    assert ended.code == 2
    assert "IMAGE" in ended.err
    (tmp_path / "x.jpg").write_bytes(b"no image")
    assert run("inspect", "bundled", tmp_path / "x.jpg").code == 2
    assert run("inspect", tmp_path / "x.safetensors").code == 2


RNG = np.random.default_rng(9)
IMAGES = {
    "grey": RNG.integers(0, 255, (40, 50), np.uint8),
    "transparent": RNG.integers(0, 255, (40, 50, 4), np.uint8),
    "16 bit": RNG.integers(0, 65_535, (40, 50), np.uint16),
    "one pixel": np.full((1, 1, 3), 90, np.uint8),
    "a line": RNG.integers(0, 255, (1, 5000, 3), np.uint8),
    "a column": RNG.integers(0, 255, (5000, 1, 3), np.uint8),
    "black": np.zeros((30, 40, 3), np.uint8),
}


@pytest.mark.parametrize("kind", IMAGES)
def test_any_image_is_explained_to_its_last_pixel(
    run: Run, small: dict[str, Path], kind: str, tmp_path: Path
) -> None:
    pixels = IMAGES[kind]
    path, written, drawn = tmp_path / "x.png", tmp_path / "x.json", tmp_path / "drawn.png"
    Image.fromarray(pixels).save(path)
    height, width = pixels.shape[:2]
    place = f"{width - 1},{height - 1}"
    ended = run("inspect", small["aspp"], path, "--at", place, "--json", written, "--overlay", drawn)
    assert ended.code == 0, ended.err
    values = json.loads(written.read_text("utf-8"))
    assert values["image_size"] == values["pixel"]["image_size"] == [height, width]
    assert values["pixel"]["seen"] == [0, 0, width, height]
    assert {row["stride"] for row in values["fields"] if row["part"] == "context"} == {16}
    assert drawn.is_file()


def test_weights_that_are_no_numbers_and_files_that_end_early(
    run: Run, small: dict[str, Path], photo: Path, tmp_path: Path
) -> None:
    from segstudio.deeplab.checkpoints.checkpoint import save_model
    from segstudio.deeplab.weights import load_file

    loaded = load_file(small["aspp"])
    weights = loaded.model.state_dict()
    weights["classifier.bias"] = torch.full_like(weights["classifier.bias"], float("nan"))
    save_model(tmp_path / "nan.safetensors", weights, loaded.description)
    ended = run(
        "inspect", tmp_path / "nan.safetensors", photo, "--at", "1,1", "--json", tmp_path / "x.json"
    )
    assert ended.code == 1
    assert "no numbers" in ended.err
    assert not (tmp_path / "x.json").exists()
    whole = small["aspp"].read_bytes()
    for length in (0, 7, 8, 500, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.safetensors").write_bytes(whole[:length])
        ended = run("inspect", tmp_path / "cut.safetensors", photo, "--at", "1,1")
        assert ended.code == 2, length
        assert ended.err.count("\n") == 1


def test_unwritable_results_are_said(run: Run, small: dict[str, Path], photo: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    ended = run("inspect", small["aspp"], photo, "--json", tmp_path / "taken" / "x.json")
    assert ended.code == 1
    assert "taken" in ended.err


def test_the_help_tells_that_predict_may_name_another_class_where_two_are_almost_equal(run: Run) -> None:
    assert "two classes are almost equal" in " ".join(run("inspect", "--help").out.split())
