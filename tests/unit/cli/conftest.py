"""Running a command in this process, and folders of small labelled images."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.label_png import write_label
from segstudio.core.presets import write_class_file

Run = Callable[..., "Ended"]


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("evaluate", "--pred", folder, …, columns=80)`: what the process would return and print."""

    def call(*words: object, columns: int = 120) -> Ended:
        from segstudio.cli.app import main

        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr("sys.argv", ["segstudio", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else int(code is not None), printed.out, printed.err)

    return call


@dataclass(frozen=True)
class Sample:
    """Labels, predictions that are a tenth wrong, and images, all 40×30; classes.txt beside them."""

    root: Path
    table: ClassTable
    truth: dict[str, NDArray[np.uint8]]
    prediction: dict[str, NDArray[np.uint8]]

    @property
    def labels(self) -> Path:
        return self.root / "labels"

    @property
    def predictions(self) -> Path:
        return self.root / "predictions"


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    table = table_of(["sky", "road", "car", "=tree", "<b>sign</b>"])
    rng = np.random.default_rng(5)
    truths, predictions = {}, {}
    for key in ("a", "b10", "b9", "deep/a"):
        truth = np.repeat(np.repeat(rng.integers(0, 4, (6, 8), dtype=np.uint8), 5, 0), 5, 1)
        truth[:2] = 255
        prediction = truth.copy()
        wrong = rng.random(truth.shape) < 0.1
        prediction[wrong] = rng.integers(0, 5, wrong.sum())
        prediction[prediction == 255] = 0
        truths[key], predictions[key] = truth, prediction
        write_label(tmp_path / "labels" / f"{key}.png", truth, table)
        write_label(tmp_path / "predictions" / f"{key}.png", prediction, table)
        image = tmp_path / "images" / f"{key}.jpg"
        image.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(rng.integers(0, 255, (30, 40, 3), dtype=np.uint8)).save(image)
    write_class_file(tmp_path / "classes.txt", table)
    return Sample(tmp_path, table, truths, predictions)


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    """Four 64×64 pictures, a dark half and a bright one, with labels and classes.txt."""
    folder, table = tmp_path / "shapes", table_of(["dark", "bright"])
    (folder / "images").mkdir(parents=True)
    write_class_file(folder / "classes.txt", table)
    for number in range(4):
        label = np.zeros((64, 64), np.uint8)
        label[:, 16 + 8 * number :] = 1
        Image.fromarray(np.repeat((label * 180 + 20)[:, :, None], 3, axis=2)).save(
            folder / "images" / f"{number}.png"
        )
        write_label(folder / "labels" / f"{number}.png", label, table)
    return folder
