"""A run that is gone on with otherwise than it was begun: nothing is lost, and the person is told."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from segstudio.core.errors import Cancelled
from segstudio.core.progress import CancelToken
from segstudio.deeplab.runs.dataset import Source
from segstudio.deeplab.training import BEST, TrainConfig, train
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
