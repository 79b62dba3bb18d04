"""Context modules on equal budgets: ASPP, spatial pyramid pooling and none, trained alike and compared.

Each is trained by `segstudio train` (the command stands in `command.txt` of its run folder below the user's cache
folder) with the same backbone, decoder, schedule, crops and seeds on CamVid train, and scored on CamVid val. An
interrupted bench goes on where it was. Rows per module: `context.*.miou` (the mean over the seeds) and
`.miou_spread` (between the best and the worst seed: smaller differences between modules mean nothing), `.parameters`,
`.multiply_adds` (of one image) and `.ms` per image of 480×360, the fastest of several rounds in which they take turns.

Without an `--epochs` the budget is 6 epochs: minutes per run, far from the end of the curve. It compares modules at that
budget and says nothing about the shipped model, which has more of everything.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np

from segstudio.bench.predict import fastest
from segstudio.bench.registry import Row, Run
from segstudio.core.atomic import write_text
from segstudio.core.errors import WorkError
from segstudio.core.paths import cache_dir
from segstudio.core.progress import Progress

MODULES = ("aspp", "spp", "none")
SEEDS = (1, 2)
EPOCHS = 6
SIZE = (360, 480)
_ROUNDS = 12


def with_epochs(epochs: int) -> Run:
    """The bench at another budget."""

    def run(data: Path | None, progress: Progress) -> list[Row]:
        """Needs data: without it there are no rows."""
        if data is None or not (data / "camvid").is_dir():
            return []
        total = len(MODULES) * len(SEEDS)
        runs: dict[str, list[Path]] = {module: [] for module in MODULES}
        scores: dict[str, list[float]] = {module: [] for module in MODULES}
        for seed in SEEDS:  # all modules of a seed before the next one: an early end still compares equals
            for module in MODULES:
                done = sum(map(len, runs.values()))
                progress(done, total, f"training with {module}, seed {seed}")
                folder = cache_dir() / "bench" / "context" / f"{module}-{epochs}-{seed}"
                scores[module].append(trained(data / "camvid", folder, module, seed, epochs))
                runs[module].append(folder)
        progress(total, total, "timing")
        times = measured_ms({module: folders[0] for module, folders in runs.items()})
        rows = []
        for module in MODULES:
            parameters, multiply_adds = cost(runs[module][0])
            rows += [
                Row(f"context.{module}.miou", float(np.mean(scores[module])), "share", None, "higher"),
                Row(f"context.{module}.miou_spread", float(np.ptp(scores[module])), "share"),
                Row(f"context.{module}.parameters", parameters / 1e6, "M"),
                Row(f"context.{module}.multiply_adds", multiply_adds / 1e9, "G"),
                Row(f"context.{module}.ms", times[module], "ms"),
            ]
        return rows

    return run


run = with_epochs(EPOCHS)


def command(camvid: Path, folder: Path, module: str, seed: int, epochs: int) -> list[str]:
    """What trains one module; everything but the module and the seed is the same for all."""
    splits = camvid / "splits"
    words = [
        "train",
        camvid,
        "--out",
        folder,
        "--list",
        splits / "train.txt",
        "--val-list",
        splits / "val.txt",
    ]
    words += ["--context", module, "--decoder", "4:48:128", "--crop", "240x320", "--epochs", epochs]
    words += ["--validate-every", epochs, "--warmup", 40, "--lovasz", 0, "--seed", seed]
    return [str(word) for word in words]


def trained(camvid: Path, folder: Path, module: str, seed: int, epochs: int) -> float:
    """mIoU on CamVid val at the end of a run, trained now unless it is finished. Raises WorkError."""
    words = command(camvid, folder, module, seed, epochs)
    found = _final_miou(folder, epochs)
    if found is None:
        write_text(folder / "command.txt", f"segstudio {shlex.join(words)}\n")
        ended = subprocess.run(
            [sys.executable, "-m", "segstudio", *words], check=False, capture_output=True, text=True
        )
        found = _final_miou(folder, epochs)
        if ended.returncode or found is None:
            lines = ended.stderr.strip().splitlines()
            raise WorkError(f"Training with {module} failed: {lines[-1] if lines else ended.returncode}.")
    return found


def _final_miou(folder: Path, epochs: int) -> float | None:
    path = folder / "log.jsonl"
    if not path.exists():
        return None
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    scored = [e["miou"] for e in entries if e["epoch"] == epochs and e.get("miou") is not None]
    return float(scored[-1]) if scored else None


def cost(folder: Path) -> tuple[int, int]:
    """Parameters, and multiply-adds of one image of `SIZE`."""
    from segstudio.deeplab.receptive_field import convolution_cost  # late: torch
    from segstudio.deeplab.weights import load_file

    model = load_file(folder / "best.safetensors").model
    return sum(p.numel() for p in model.parameters()), convolution_cost(model, SIZE).multiply_adds


def measured_ms(runs: dict[str, Path]) -> dict[str, float]:
    """Milliseconds per image, from decoded pixels to logits, in the way in which the program predicts."""
    from segstudio.deeplab.predictor import Predictor  # late: torch
    from segstudio.deeplab.weights import load_file

    image = np.random.default_rng(0).integers(0, 256, (*SIZE, 3), np.uint8)
    predictors = [Predictor(load_file(folder / "best.safetensors"), "cpu") for folder in runs.values()]
    works = [partial(predictor.logits, image) for predictor in predictors]
    return {name: 1000 * t for name, t in zip(runs, fastest(works, _ROUNDS), strict=True)}
