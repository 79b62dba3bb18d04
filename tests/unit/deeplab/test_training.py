"""Training on a few tiny pictures: it learns, it resumes exactly, it stops with a sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import torch

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import Cancelled, InputError, WorkError
from segstudio.core.progress import CancelToken
from segstudio.deeplab.model import ModelConfig
from segstudio.deeplab.runs.batches import Batch
from segstudio.deeplab.runs.dataset import Augmentation, Source
from segstudio.deeplab.runs.run_folder import save_state
from segstudio.deeplab.runs.run_options import BOOKKEEPING, curve_options
from segstudio.deeplab.training import BEST, LAST, LOG, TrainConfig, learning_curve, train
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.tiny_runs import TABLE, log_of, state_of, three_epochs, write_shapes


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return write_shapes(tmp_path_factory.mktemp("shapes"))


@pytest.fixture
def config(source: Source, tmp_path: Path) -> TrainConfig:
    return three_epochs(tmp_path / "run", source)


def state(config: TrainConfig) -> dict[str, torch.Tensor]:
    saved = state_of(config)
    return {**saved["model"], **{f"average.{k}": v for k, v in saved["average"].items()}}


def test_it_learns_logs_and_keeps_the_best(config: TrainConfig, source: Source) -> None:
    config = dataclasses.replace(config, epochs=24, validation=source, validate_every=8, batch_size=3)
    result = train(config)
    log = log_of(config)
    assert [entry["epoch"] for entry in log] == list(range(1, 25))
    assert log[-1]["loss"] < 0.6 * log[0]["loss"]
    assert {8, 16, 24} == {e["epoch"] for e in log if "miou" in e}
    assert result.best_miou == max(e["miou"] for e in log if "miou" in e)
    assert result.best_miou is not None
    assert result.best_miou > 0.5
    loaded = load_file(config.out / BEST)
    assert loaded.description.classes == TABLE
    assert loaded.description.config == config.model


def curve(config: TrainConfig) -> list[dict[str, float]]:
    """The log without what a clock measured."""
    return [{k: v for k, v in entry.items() if k != "seconds"} for entry in log_of(config)]


def test_an_interrupted_run_ends_as_an_uninterrupted_one(
    config: TrainConfig, source: Source, tmp_path: Path
) -> None:
    config = dataclasses.replace(config, validation=source)
    other = dataclasses.replace(config, out=tmp_path / "other")
    train(config)
    token = CancelToken()

    def stop_in_the_second_epoch(done: int, total: int, what: str) -> None:
        if done == 4 and "Epoch 2" in what:
            token.cancel()

    with pytest.raises(Cancelled):
        train(other, stop_in_the_second_epoch, token)
    assert state_of(other)["step"] == 4
    result = train(other)
    assert result.steps == 9
    whole, resumed = state(config), state(other)
    assert all(torch.equal(whole[key], resumed[key]) for key in whole)
    assert curve(other) == curve(config), "the epoch that was interrupted has the loss of all its steps"


def test_a_crash_between_log_and_state_costs_and_doubles_no_line(
    config: TrainConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(config)
    other = dataclasses.replace(config, out=tmp_path / "other")

    def killed_in_the_second_epoch(folder: Path, model: ModelConfig, state: dict[str, Any]) -> None:
        if state["step"] == 6:
            raise KeyboardInterrupt
        save_state(folder, model, state)

    with monkeypatch.context() as patch:
        patch.setattr("segstudio.deeplab.training.save_state", killed_in_the_second_epoch)
        with pytest.raises(KeyboardInterrupt):
            train(other)
    with (other.out / LOG).open("a") as log:
        log.write('{"epoch": 3, "st')
    train(other)
    assert curve(other) == curve(config)


def test_a_torn_line_is_no_point_of_the_learning_curve(tmp_path: Path) -> None:
    (tmp_path / LOG).write_text('{"epoch": 1, "miou": 0.25}\n{"epoch": 2}\n{"epoch": 3, "mio')
    assert learning_curve(tmp_path) == [[1, 0.25]]


def test_batches_made_ahead_change_nothing(
    config: TrainConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(config)
    other = dataclasses.replace(config, out=tmp_path / "other")

    @contextmanager
    def none_ahead(make: Callable[[int], list[Batch]], end: int) -> Iterator[Callable[[int], list[Batch]]]:
        yield make

    monkeypatch.setattr("segstudio.deeplab.training.one_ahead", none_ahead)
    train(other)
    first, second = state(config), state(other)
    assert all(torch.equal(first[key], second[key]) for key in first)


def test_a_finished_run_is_not_trained_further(config: TrainConfig) -> None:
    ended = train(config)
    before = (config.out / LAST).read_bytes()
    again = train(config)
    assert (again.steps, again.loss) == (9, ended.loss)
    assert (config.out / LAST).read_bytes() == before


def test_a_run_that_is_resumed_with_other_options_says_which(config: TrainConfig, source: Source) -> None:
    heard: list[str] = []
    train(dataclasses.replace(config, epochs=1))
    longer = dataclasses.replace(config, epochs=2, patience=5, validate_every=2, threads=1)
    assert train(longer, notice=heard.append).steps == 6
    assert heard == []
    colour = dataclasses.replace(config.augmentation, crop=(32, 32))
    other = dataclasses.replace(
        config,
        batch_size=3,
        learning_rate=2e-3,
        augmentation=colour,
        validation=source,
        model=dataclasses.replace(config.model, dropout=0.0),
    )
    result = train(other, notice=heard.append)
    assert (result.epochs, result.steps) == (3, 6), "its epochs stay, whatever the size of a step"
    (sentence,) = heard
    for part in (
        "batch size 2 (now 3)",
        "learning rate 0.01 (now 0.002)",
        "crop 32/48 (now 32/32)",
        "dropout 0.1 (now 0)",
        "other validation data",
    ):
        assert part in sentence
    assert "training data" not in sentence
    for unfit in ({"optimiser": "sgd"}, {"frozen_stride": 2}):
        with pytest.raises(InputError, match=r"begun with (optimiser adamw|frozen stride 0), not"):
            train(dataclasses.replace(other, **unfit))


def test_every_option_is_either_named_on_a_resume_or_bookkeeping(config: TrainConfig) -> None:
    named = {name.replace(" ", "_") for name in curve_options(config, [], [], 1)}
    in_parts = {"sources", "validation", "model", "augmentation"}
    assert {f.name for f in dataclasses.fields(TrainConfig)} <= named | BOOKKEEPING | in_parts
    assert {f.name for f in dataclasses.fields(Augmentation)} <= named
    assert not named & BOOKKEEPING


def test_a_state_of_an_older_version_is_gone_on_with(config: TrainConfig) -> None:
    heard: list[str] = []
    train(dataclasses.replace(config, epochs=1))
    saved = state_of(config)
    old = {"version", "config", "step", "best", "best_epoch"}
    old |= {"model", "average", "average_updates", "optimiser"}
    for key in saved.keys() - old:
        del saved[key]
    torch.save(saved, config.out / LAST)
    assert train(dataclasses.replace(config, epochs=2), notice=heard.append).steps == 6
    assert [entry["epoch"] for entry in log_of(config)] == [1, 2]
    assert heard == []


def test_accumulated_batches_make_one_step(config: TrainConfig) -> None:
    result = train(dataclasses.replace(config, epochs=1, draws_per_epoch=8, accumulate=2))
    assert result.steps == 2


def test_a_batch_of_one_is_a_sentence(config: TrainConfig) -> None:
    with pytest.raises(InputError, match="2 or more"):
        train(dataclasses.replace(config, batch_size=1))


def test_a_loss_that_is_no_number_stops_with_a_sentence(config: TrainConfig) -> None:
    with pytest.raises(WorkError, match="lower learning rate"):
        train(dataclasses.replace(config, learning_rate=1e25, epochs=20))


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"), "too little memory"),
        (RuntimeError("size mismatch"), "size mismatch"),
    ],
)
def test_missing_memory_is_a_sentence_and_another_error_of_torch_is_not(
    config: TrainConfig, monkeypatch: pytest.MonkeyPatch, error: RuntimeError, sentence: str
) -> None:
    def short(*_: object, **__: object) -> torch.Tensor:
        raise error

    monkeypatch.setattr("segstudio.deeplab.training.segmentation_loss", short)
    with pytest.raises(WorkError if sentence.startswith("too") else RuntimeError, match=sentence):
        train(config)


def test_it_stops_early_when_nothing_improves(config: TrainConfig, source: Source) -> None:
    config = dataclasses.replace(config, validation=source, learning_rate=0.0, epochs=9, patience=2)
    result = train(config)
    assert result.best_epoch < result.epochs < 9
    before = (config.out / LAST).read_bytes()
    assert train(config).epochs == result.epochs, "it has ended, also for whoever calls it again"
    assert (config.out / LAST).read_bytes() == before


def test_patience_waits_for_a_validation(config: TrainConfig, source: Source) -> None:
    config = dataclasses.replace(
        config, validation=source, learning_rate=0.0, epochs=9, patience=1, validate_every=2
    )
    result = train(config)
    assert result.epochs == result.best_epoch + 2 < 9


def test_frozen_layers_keep_weights_and_statistics(config: TrainConfig) -> None:
    train(dataclasses.replace(config, epochs=1, draws_per_epoch=2, frozen_stride=2))
    first = state(config)
    train(dataclasses.replace(config, epochs=3, draws_per_epoch=2, frozen_stride=2))
    second = state(config)
    frozen = [k for k in first if "conv_stem" in k or k.startswith("backbone.body.bn1")]
    assert frozen
    assert all(torch.equal(first[k], second[k]) for k in frozen)
    assert not torch.equal(first["classifier.weight"], second["classifier.weight"])


def test_it_can_begin_with_a_checkpoint_of_other_classes(config: TrainConfig, tmp_path: Path) -> None:
    train(config)
    more = dataclasses.replace(
        config,
        out=tmp_path / "more",
        initial=config.out / BEST,
        model=dataclasses.replace(config.model, num_classes=5),
        classes=ClassTable(table_of(["ground", "box", "ball", "ring", "star"]).classes, ignore_index=9),
        learning_rate=0.0,
        epochs=1,
    )
    train(more)
    before, after = load_file(config.out / BEST).model, load_file(more.out / BEST).model
    assert torch.equal(before.context.project[0].weight, after.context.project[0].weight)  # type: ignore[union-attr,index]
    with pytest.raises(InputError, match="5 classes"):
        train(dataclasses.replace(more, classes=TABLE))
    other = dataclasses.replace(more.model, backbone="tf_efficientnet_lite0")
    with pytest.raises(InputError, match="another model"):
        train(dataclasses.replace(more, model=other, out=tmp_path / "third"))


def test_a_run_of_another_model_is_not_resumed(config: TrainConfig) -> None:
    train(dataclasses.replace(config, epochs=1))
    wider = dataclasses.replace(config.model, context_channels=12)
    with pytest.raises(InputError, match="another model"):
        train(dataclasses.replace(config, model=wider))


@pytest.mark.parametrize("keep", [0, 4, 0.5, -1])
def test_a_torn_state_is_a_sentence_and_nothing_is_begun_anew(config: TrainConfig, keep: float) -> None:
    """Before data are read, which may take long."""
    config = dataclasses.replace(config, epochs=1)
    train(config)
    whole = (config.out / LAST).read_bytes()
    torn = whole[: int(keep * len(whole)) if 0 < keep < 1 else int(keep)]
    (config.out / LAST).write_bytes(torn)
    before = {path: path.read_bytes() for path in config.out.iterdir()}
    for sources in (config.sources, (Source(config.out / "absent", config.out),)):
        with pytest.raises(InputError) as refused:
            train(dataclasses.replace(config, sources=sources, epochs=2))
        assert f"{config.out / LAST} cannot be resumed: it is damaged or incomplete." in str(refused.value)
        assert f"--initial {config.out / BEST}" in str(refused.value)
    assert {path: path.read_bytes() for path in config.out.iterdir()} == before


def test_a_folder_that_cannot_be_written_is_a_sentence(config: TrainConfig, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkError, match=r"file.*cannot be written"):
        train(dataclasses.replace(config, out=tmp_path / "file" / "run"))


def test_an_unknown_optimiser_is_a_sentence(config: TrainConfig) -> None:
    with pytest.raises(InputError, match="adamw or sgd"):
        train(dataclasses.replace(config, optimiser="lion"))
    train(dataclasses.replace(config, optimiser="sgd", epochs=1))
