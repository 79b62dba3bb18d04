"""A run that is gone on with otherwise than it was begun: nothing is lost, and the person is told."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import Cancelled
from segstudio.core.progress import CancelToken
from segstudio.deeplab.runs.dataset import Source
from segstudio.deeplab.training import BEST, TrainConfig, train
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.tiny_runs import three_epochs, write_shapes


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return write_shapes(tmp_path_factory.mktemp("shapes"))


@pytest.fixture
def config(source: Source, tmp_path: Path) -> TrainConfig:
    return three_epochs(tmp_path / "run", source)


@pytest.mark.parametrize("stems", [None, ("0", "1")])
def test_the_best_weights_by_other_validation_data_are_kept(
    config: TrainConfig, source: Source, stems: tuple[str, ...] | None
) -> None:
    """Whether there are others now or none: scores on them say nothing about those of before."""
    first = train(dataclasses.replace(config, epochs=1, validation=source))
    before = (config.out / BEST).read_bytes()
    heard: list[str] = []
    validation = None if stems is None else dataclasses.replace(source, stems=stems)
    other = dataclasses.replace(config, validation=validation)

    def stopped_at_once(done: int, total: int, what: str) -> None:
        if what.startswith("Epoch"):
            token.cancel()

    token = CancelToken()
    with pytest.raises(Cancelled):
        train(other, stopped_at_once, token, heard.append)
    kept = config.out / "best-epoch1.safetensors"
    assert kept.read_bytes() == before == (config.out / BEST).read_bytes()
    assert first.best_miou is not None
    assert f"mIoU {first.best_miou:.4f} after epoch 1" in heard[-1]
    assert "best-epoch1.safetensors" in heard[-1]
    heard.clear()
    result = train(other, notice=heard.append)
    assert heard == [], "it has been told once"
    assert kept.read_bytes() == before != (config.out / BEST).read_bytes()
    assert result.best_epoch == 0 if validation is None else result.best_epoch > 1
    assert (result.best_miou is None) == (validation is None)


def test_a_finished_run_keeps_its_best_whatever_it_is_started_with(
    config: TrainConfig, source: Source
) -> None:
    ended = train(dataclasses.replace(config, validation=source))
    before = sorted(path.name for path in config.out.iterdir()), (config.out / BEST).read_bytes()
    again = train(config)
    assert (again.best_miou, again.best_epoch) == (ended.best_miou, ended.best_epoch)
    assert before == (sorted(path.name for path in config.out.iterdir()), (config.out / BEST).read_bytes())


def heard_of(config: TrainConfig) -> list[str]:
    """What a person is told who starts it."""
    heard: list[str] = []
    train(config, notice=heard.append)
    return heard


def test_a_run_goes_on_from_what_it_has_learnt_and_says_that_another_beginning_is_not_used(
    config: TrainConfig, tmp_path: Path
) -> None:
    """By the content of the file: it may be moved, and another may take its name."""
    train(dataclasses.replace(config, out=tmp_path / "first", epochs=1))
    train(dataclasses.replace(config, out=tmp_path / "second", epochs=1, seed=5))
    initial = tmp_path / "first" / BEST
    begun = dataclasses.replace(config, epochs=1, initial=initial)
    assert heard_of(begun) == []
    moved = initial.rename(tmp_path / BEST)
    assert heard_of(dataclasses.replace(begun, epochs=2, initial=moved)) == []
    other = dataclasses.replace(begun, epochs=3, initial=tmp_path / "second" / BEST)
    for _ in range(2):
        (sentence,) = heard_of(other)
        assert f"begun with {BEST} ({load_file(moved).model_id[:8]})" in sentence
        assert f"{BEST} ({load_file(tmp_path / 'second' / BEST).model_id[:8]})" in sentence
    (sentence,) = heard_of(dataclasses.replace(begun, epochs=4, initial=None))
    assert sentence.endswith("not from random weights. Choose another folder to begin with that.")


def test_the_best_weights_keep_their_name_until_others_replace_them(
    config: TrainConfig, source: Source
) -> None:
    first = dataclasses.replace(config, epochs=1, name="first")
    still = dataclasses.replace(
        first, out=config.out.with_name("still"), validation=source, learning_rate=0.0, frozen_norm=True
    )
    for begun, named in ((first, ["second", "second"]), (still, ["first", "first"])):
        train(begun)
        told = []
        for epochs, name in zip((2, 3), named, strict=True):
            told.append(heard_of(dataclasses.replace(begun, epochs=epochs, name="second")))
            assert load_file(begun.out / BEST).description.name == name
        sentence = (
            f"The best weights in {begun.out} are called 'first'; those that replace them will be 'second'."
        )
        assert told == [[sentence], [sentence] if begun is still else []]


def test_of_a_run_that_has_ended_it_is_told_that_nothing_changes_it(config: TrainConfig) -> None:
    train(dataclasses.replace(config, epochs=1))
    before = (config.out / BEST).read_bytes()
    table = ClassTable(table_of(["ground", "box", "egg"]).classes, ignore_index=9)
    (sentence,) = heard_of(
        dataclasses.replace(config, epochs=1, name="other", learning_rate=0.5, classes=table)
    )
    assert "has ended with other options, and its weights stay as they are" in sentence
    for part in ("learning rate 0.01 (now 0.5)", "name trained (now other)", "other classes"):
        assert part in sentence
    assert (config.out / BEST).read_bytes() == before
