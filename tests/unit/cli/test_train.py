"""`segstudio train` on a handful of tiny pictures, and what it says to wrong options."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_it_trains_releases_and_the_result_predicts(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    (tmp_path / "val.txt").write_text("3\n")
    words = ["train", shapes, "--out", tmp_path / "run", "--backbone", "mobilenetv2_035", "--no-imagenet"]
    words += ["--epochs", 2, "--batch-size", 2, "--crop", "32x32", "--val-list", tmp_path / "val.txt"]
    words += ["--context", "spp", "--decoder", "4:8:16", "--channels", 12, "--accumulate", 2, "--dense"]
    words += ["--frozen-stride", 0, "--threads", 1, "--name", "mine", "--release", tmp_path / "out"]
    ended = run(*words)
    assert ended.code == 0, ended.err
    assert "2 epochs" in ended.out
    stored = json.loads((tmp_path / "out" / "mine.json").read_text(encoding="utf-8"))
    assert "shapes_val.pixel_accuracy" in stored["scores"]
    masks = tmp_path / "masks"
    ended = run("predict", shapes, "--out", masks, "--model", tmp_path / "out" / "mine.safetensors")
    assert ended.code == 0, ended.err
    assert len(list(masks.rglob("*.png"))) == 4


QUICK = [
    "--backbone",
    "mobilenetv2_035",
    "--no-imagenet",
    "--epochs",
    1,
    "--crop",
    "32x32",
    "--decoder",
    "4:8:16",
]
QUICK += ["--channels", 8, "--frozen-stride", 0, "--threads", 1]


def test_a_project_labelled_in_the_window_is_trained_on(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    """Its labels may lie anywhere and its images at any depth; segstudio.toml tells."""
    from segstudio.engine.project import Project

    inner = shapes / "images" / "inner"
    inner.mkdir()
    for number in range(2):
        (shapes / "images" / f"{number}.png").rename(inner / f"{number}.png")
        (shapes / "labels" / "inner").mkdir(exist_ok=True)
        (shapes / "labels" / f"{number}.png").rename(shapes / "labels" / "inner" / f"{number}.png")
    (shapes / "labels").rename(tmp_path / "elsewhere")
    project = Project.open(shapes, tmp_path / "elsewhere")
    project.save_config()
    ended = run("train", shapes, "--out", tmp_path / "run", "--batch-size", 2, *QUICK)
    assert ended.code == 0, ended.err
    assert ended.out.startswith("1 epoch, last loss")
    entry = json.loads((tmp_path / "run" / "log.jsonl").read_text("utf-8"))
    assert entry["step"] == 2, "four labels in batches of two"
    (shapes / "segstudio.toml").unlink()
    ended = run("train", shapes, "--out", tmp_path / "other", *QUICK)
    assert ended.code == 2
    assert "no saved label" in ended.err


def test_a_list_is_read_as_by_predict(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    """Images at any depth, named with or without their folder and suffix."""
    for kind in ("images", "labels"):
        for part in ("north", "south"):
            (shapes / kind / part).mkdir()
        (shapes / kind / "0.png").rename(shapes / kind / "north" / "a.png")
        (shapes / kind / "1.png").rename(shapes / kind / "south" / "a.png")
    (tmp_path / "train.txt").write_text("# both of the north\nnorth/a\n2.png\n")
    (tmp_path / "val.txt").write_text("south/a.png\n")
    words = ["train", shapes, "--batch-size", 2, *QUICK]
    lists = ["--list", tmp_path / "train.txt", "--val-list", tmp_path / "val.txt"]
    ended = run(*words, "--out", tmp_path / "run", *lists)
    assert ended.code == 0, ended.err
    entry = json.loads((tmp_path / "run" / "log.jsonl").read_text("utf-8"))
    assert entry["step"] == 1, "two images in one batch"
    assert entry["miou"] is not None
    ended = run(*words, "--out", tmp_path / "all")
    assert ended.code == 0, ended.err
    entry = json.loads((tmp_path / "all" / "log.jsonl").read_text("utf-8"))
    assert entry["step"] == 2, "four images in batches of two"
    (tmp_path / "train.txt").write_text("north/a\nnorth/b\n")
    ended = run(*words, "--out", tmp_path / "run", *lists)
    assert ended.code == 2
    assert "names what is not in" in ended.err
    assert "north/b" in ended.err
    assert "north/a" not in ended.err


@pytest.mark.parametrize("option", ["--list", "--val-list"])
def test_a_listed_image_without_a_label_is_named(run, shapes: Path, tmp_path: Path, option: str) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    """Who asks for it is not given fewer images in silence."""
    (shapes / "labels" / "2.png").unlink()
    (tmp_path / "list.txt").write_text("0\n1\n2\n")
    words = ["train", shapes, "--out", tmp_path / "run", "--batch-size", 2, *QUICK]
    ended = run(*words, option, tmp_path / "list.txt")
    assert ended.code == 2
    assert f"{shapes / 'labels' / '2.png'} does not exist" in ended.err


def test_a_finished_run_says_its_loss_and_names_other_options(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    words = ["train", shapes, "--out", tmp_path / "run", "--batch-size", 2, *QUICK]
    first = run(*words)
    again = run(*words)
    assert first.code == again.code == 0
    assert first.out == again.out
    assert "nan" not in again.out
    assert "other options" not in again.err
    best = tmp_path / "run" / "best.safetensors"
    other = run(*words, "--dropout", 0.4, "--adjust", 0.5, "--name", "mine", "--initial", best)
    assert other.code == 0, other.err
    assert "has ended with other options, and its weights stay as they are" in other.err
    for said in ("dropout 0.1 (now 0.4)", "adjust 0 (now 0.5)", "name trained (now mine)"):
        assert said in other.err
    assert "begun with random weights (now best.safetensors (" in other.err


def test_a_torn_state_is_2_and_says_what_to_do(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    words = ["train", shapes, "--out", tmp_path / "run", "--batch-size", 2, *QUICK]
    assert run(*words).code == 0
    last = tmp_path / "run" / "last.pt"
    torn = last.read_bytes()[:-1000]
    last.write_bytes(torn)
    ended = run(*words)
    assert ended.code == 2
    assert f"{last} cannot be resumed: it is damaged or incomplete. Put back a copy of it" in ended.err
    assert "Traceback" not in ended.err
    assert last.read_bytes() == torn


def test_torchrun_with_two_processes_has_the_curve_of_one(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    """The same images a step; nothing in the model that sees a batch as a whole."""
    (tmp_path / "val.txt").write_text("0\n1\n3\n")
    words = ["train", shapes, *QUICK, "--epochs", 2, "--val-list", tmp_path / "val.txt", "--warmup", 1]
    words += ["--dropout", 0, "--lovasz", 0, "--freeze-norm", "--no-bfloat16", "--validate-every", 1]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", 2]
    torchrun += ["--master-addr", "127.0.0.1", "--master-port", port, "-m", "segstudio"]
    ended = subprocess.run(
        [str(w) for w in [*torchrun, *words, "--out", tmp_path / "two", "--batch-size", 1]],
        env={**os.environ, "GLOO_SOCKET_IFNAME": "lo", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("Weights:") == 1, "one of them speaks"
    assert run(*words, "--out", tmp_path / "one", "--batch-size", 2).code == 0
    curves = [
        [json.loads(line) for line in (tmp_path / name / "log.jsonl").read_text("utf-8").splitlines()]
        for name in ("one", "two")
    ]
    assert [[e["step"] for e in curve] for curve in curves] == [[2, 4], [2, 4]]
    for figure in ("loss", "miou"):
        one, two = ([e[figure] for e in curve] for curve in curves)
        assert one == pytest.approx(two, abs=1.1e-5), "five digits are logged"
    assert curves[0][0]["loss"] != curves[0][1]["loss"]


def test_degenerate_rates_and_frozen_norms_are_heard(run, shapes: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    words = ["train", shapes, "--out", tmp_path / "run", "--batch-size", 1, *QUICK]
    ended = run(*words)
    assert ended.code == 2
    assert "unless it is frozen" in ended.err
    ended = run(*words, "--freeze-norm")
    assert ended.code == 0, ended.err
    assert "Training crops" in ended.err
    assert "1×1" in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--crop", "small"], "small"),
        (["--context", "pyramid"], "aspp, spp or none"),
        (["--decoder", "4:48"], "4:48:256"),
        (["--output-stride", "5"], "8, 16 or 32"),
        (["--architecture", "unet"], "unet"),
        (["--zoom", "2,1"], "2,1"),
        (["--zoom", "inf,inf"], "between 0.05 and 20"),
        (["--zoom", "nan,1"], "between 0.05 and 20"),
        (["--zoom", "0.00001,100000"], "between 0.05 and 20"),
        (["--colour", "1e9"], "2.5"),
        (["--colour", "nan"], "a finite number"),
        (["--learning-rate", "inf"], "a finite number"),
        (["--lovasz", "nan"], "a finite number"),
        (["--seed", "-1"], "4294967295"),
        (["--seed", "99999999999999999999"], "4294967295"),
        (["--rendered-share", "2"], "between 0 and 0.9"),
        (["--list", "absent.txt"], "absent.txt"),
        (["--backbone", "no_such_net"], "no_such_net"),
        (["--device", "cuda:99"], "cuda:99"),
    ],
)
def test_wrong_options_are_2(run, shapes: Path, tmp_path: Path, words: list[str], said: str) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    ended = run("train", shapes, "--out", tmp_path / "run", *words)
    assert ended.code == 2
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "run").exists(), "nothing was begun"


@pytest.mark.parametrize("words", [["--seed", 2**32 - 1], ["--zoom", "0.05,20"], ["--colour", 2.5]])
def test_options_at_their_bounds_train(run, shapes: Path, tmp_path: Path, words: list[object]) -> None:  # type: ignore[no-untyped-def]  # run: see conftest
    ended = run("train", shapes, "--out", tmp_path / "run", "--batch-size", 2, *QUICK, *words)
    assert ended.code == 0, ended.err
