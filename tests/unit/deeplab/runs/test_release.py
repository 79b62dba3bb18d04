"""The shipped file: half precision, and scores that are its own."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.zoo import find_card
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.runs.dataset import Sample
from segstudio.deeplab.runs.release import measure, release
from segstudio.deeplab.weights import LoadedModel, load_file


def test_the_released_scores_are_those_of_the_released_file(
    tiny_checkpoint: Path, tiny: LoadedModel, tmp_path: Path
) -> None:
    rng = np.random.default_rng(0)
    images = [rng.integers(0, 256, (40, 56, 3), np.uint8) for _ in range(2)]
    predicted = Predictor(tiny, "cpu", threads=1).predict(images[0]).label_map()
    samples = [
        Sample("same", images[0], predicted),
        Sample("void", images[1], np.full((40, 56), 255, np.uint8)),
    ]
    scores = release(tiny_checkpoint, tmp_path, "shipped", "CC0", {"own": samples})
    stored = json.loads((tmp_path / "shipped.json").read_text(encoding="utf-8"))
    loaded = load_file(tmp_path / "shipped.safetensors")
    assert loaded.description.name == "shipped"
    assert loaded.description.licence == "CC0"
    again = measure(Predictor(loaded, "cpu", threads=1), samples)
    assert again == scores["own"]
    assert stored["scores"]["own.miou"] == again.miou
    assert again.pixel_accuracy == pytest.approx(1.0, abs=0.02)  # float16 moves few pixels, the void none
    assert list(stored["iou"]["own"]) == ["sky", "road", "car"]


def test_the_bundled_models_json_belongs_to_its_card() -> None:
    card = find_card("bundled")
    assert card is not None
    stored = json.loads(card.path.with_suffix(".json").read_text(encoding="utf-8"))
    assert stored["name"] == card.name
    assert stored["licence"] in card.licence
    text = card.path.with_suffix(".md").read_text(encoding="utf-8")
    assert "CC BY-NC 4.0" in text
    for key in ("camvid_val.miou", "rendered_scenes.miou"):
        assert f"{card.scores[key]:.3f}" in text, "the model card and the measured scores differ"
