"""Training a DeepLab: the loop, its validation and its checkpoints. `train(config)` is all of it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from segstudio.core.errors import Cancelled, WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
from segstudio.deeplab.devices import resolve_device
from segstudio.deeplab.memory import MAY_LACK_MEMORY, is_out_of_memory
from segstudio.deeplab.runs.adjustment import adjusted_state
from segstudio.deeplab.runs.batches import Batch, Batches, one_ahead
from segstudio.deeplab.runs.dataset import (
    Sample,
    SampleStream,
    check_labelled,
    class_pixels,
    load_source,
    unseen_classes,
)
from segstudio.deeplab.runs.distributed import Team, joined, own_device
from segstudio.deeplab.runs.forward import Forward
from segstudio.deeplab.runs.losses import class_weights, segmentation_loss
from segstudio.deeplab.runs.optimisers import make_optimiser
from segstudio.deeplab.runs.resuming import beginning, differences, other_validation, refuse_unfit
from segstudio.deeplab.runs.run_folder import (
    BEST,
    LAST,
    LOG,
    append_log,
    cut_log,
    learning_curve,
    make_folder,
    read_state,
    save_state,
    set_best_aside,
)
from segstudio.deeplab.runs.run_lock import alone_in
from segstudio.deeplab.runs.run_options import curve_options
from segstudio.deeplab.runs.schedule import WeightAverage, poly_factor
from segstudio.deeplab.runs.starting import as_begun, starting_model
from segstudio.deeplab.runs.train_config import TrainConfig, TrainResult, check
from segstudio.deeplab.runs.validation import as_counts, confusion_of, from_counts
from segstudio.deeplab.weights import LoadedModel, load_file
from segstudio.metrics.scores import Scores, score

__all__ = ["BEST", "LAST", "LOG", "TrainConfig", "TrainResult", "learning_curve", "train"]


def train(
    config: TrainConfig,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    notice: Callable[[str], None] | None = None,
) -> TrainResult:
    """Train, resuming from `config.out` when it holds an unfinished run of the same model.

    Under torchrun every process calls this, with the same arguments; the first one writes files, reports progress
    and gives `notice` a sentence when the run was begun with other options.

    Raises InputError for data or options that cannot be used and for a folder in which another training is at work,
    WorkError when the loss is no longer a number or memory is short, Cancelled after saving a checkpoint when `cancel` is set.
    """
    check(config)
    initial = load_file(config.initial) if config.initial is not None else None
    make_folder(config.out)
    if initial is not None:
        config = as_begun(config, initial)
    with joined(config.device) as team, alone_in(config.out, team, _device_of(config)):
        try:
            return _Run(config, initial, team, progress if team.main else None, cancel).run(
                notice or (lambda text: None)
            )
        except MAY_LACK_MEMORY as error:
            if not is_out_of_memory(error):
                raise
            raise WorkError(
                f"There is too little memory for batches of {config.batch_size} crops on {config.device}. "
                "Use smaller batches and more of them in a step, or smaller crops."
            ) from error


def _device_of(config: TrainConfig) -> torch.device:
    """Of this process. Raises InputError."""
    return resolve_device(own_device(config.device))


class _Run:
    """One run from its first step, or the one after its last checkpoint, to its end; the same in every process."""

    def __init__(
        self,
        config: TrainConfig,
        initial: LoadedModel | None,
        team: Team,
        progress: Progress | None,
        cancel: CancelToken | None,
    ) -> None:
        self._config = config
        self._team = team
        self._progress = progress or (lambda done, total, what: None)
        self._cancel = cancel or CancelToken()
        if config.threads:
            torch.set_num_threads(config.threads)
        self._device = _device_of(config)
        self._saved = read_state(config.out, config.model)  # before data are read, which may take long
        groups = [(load_source(s, config.classes, progress, cancel), s.weight) for s in config.sources]
        stream = SampleStream(groups, config.seed)
        check_labelled(stream.class_pixels, config.sources[0].labels, "training")
        self._unseen = unseen_classes(stream.class_pixels, config.classes)
        self._validation: list[Sample] = []
        if config.validation is not None:
            self._validation = load_source(config.validation, config.classes, progress, cancel)
            check_labelled(class_pixels(self._validation), config.validation.labels, "validation")
        options = curve_options(config, [samples for samples, _ in groups], self._validation, team.size)
        # what differs from the run that is resumed is told
        self._about = {"options": options, "name": config.name, "begun": beginning(config, initial)}
        draws = config.draws_per_epoch or len(groups[0][0])
        self._steps_per_epoch = max(1, draws // (config.batch_size * config.accumulate * team.size))
        self._total = config.epochs * self._steps_per_epoch
        self._model = starting_model(config, initial, self._device)
        team.share_(self._model.state_dict().values())
        self._average = WeightAverage(self._model, config.average_decay)
        self._optimiser = make_optimiser(
            config.optimiser,
            self._model,
            config.learning_rate,
            backbone_factor=config.backbone_factor,
            weight_decay=config.weight_decay,
        )
        counts = torch.from_numpy(stream.class_pixels[: config.classes.num_classes])
        weights = class_weights(counts, config.class_balance)
        self._weights = weights.to(self._device)
        self._forward = Forward(self._model, config, self._device)
        self._batches = Batches(
            stream, config, self._forward.cells(), weights, self._device, team.rank, team.size
        )
        self._step = 0
        self._best: float | None = None
        self._best_epoch = 0
        self._scores: Scores | None = None
        self._loss = math.nan  # mean of the last whole epoch
        self._losses: list[float] = []  # of the steps of this epoch
        self._seconds = 0.0  # that they took
        self._log_size = 0

    def run(self, notice: Callable[[str], None]) -> TrainResult:
        config = self._config
        if self._unseen is not None and self._team.main:
            notice(self._unseen)
        self._resume(notice)
        with one_ahead(self._batches.of, self._total) as batches:
            while not self._ended():
                self._epoch(batches)
        return TrainResult(
            epochs=self._step // self._steps_per_epoch,
            steps=self._step,
            loss=self._loss,
            scores=self._scores,
            best_miou=self._best,
            best_epoch=self._best_epoch,
            checkpoint=config.out / BEST,
        )

    def _epoch(self, batches: Callable[[int], list[Batch]]) -> None:
        config, total, started = self._config, self._total, time.monotonic() - self._seconds
        epoch = self._step // self._steps_per_epoch + 1
        end = epoch * self._steps_per_epoch
        self._set_training()
        while self._step < end:
            self._losses.append(self._optimise(batches(self._step)))
            self._seconds = time.monotonic() - started
            self._progress(
                self._step, total, f"Epoch {epoch} of {config.epochs}, loss {self._losses[-1]:.3f}"
            )
        if not all(bool(v.isfinite().all()) for v in self._model.state_dict().values()):
            self._refuse_loss()  # the last step spoiled what would be kept now
        self._loss = float(np.mean(self._losses))
        entry: dict[str, Any] = {
            "epoch": epoch,
            "step": self._step,
            "loss": round(self._loss, 5),
            "learning_rate": self._optimiser.param_groups[-1]["lr"],
            "seconds": round(self._seconds, 1),
        }
        self._losses, self._seconds = [], 0.0
        last = self._step >= total
        if self._validation and (last or epoch % config.validate_every == 0):
            entry |= self._validate(epoch)
        elif not self._validation and self._team.main:
            self._write_model(config.out / BEST, self._kept_state(), epoch)
        if self._team.main:
            # the log first: what the state does not know of is cut off when the run is resumed
            self._log_size = append_log(config.out, entry)
        self._save()

    def _set_training(self) -> None:
        self._model.train()
        for module in self._model.backbone.modules_up_to(self._config.frozen_stride):
            module.eval()  # frozen batch normalisation keeps its statistics
        if self._config.frozen_norm:
            for module in self._model.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.eval()

    def _optimise(self, batches: list[Batch]) -> float:
        """One optimiser step; returns its loss: over the images of all batches of all processes."""
        factor = poly_factor(self._step, self._total, self._config.warmup_steps)
        for group in self._optimiser.param_groups:
            group["lr"] = group["base_lr"] * factor
        own = [sum(batch.weight for batch in batches), float(self._cancel.cancelled)]
        weight, stop = self._team.totals(own, self._device)
        if stop:
            self._save()
            raise Cancelled
        self._optimiser.zero_grad(set_to_none=True)
        losses = torch.zeros((), device=self._device)
        for batch in batches:
            torch.manual_seed(batch.seed)  # dropout too hangs on the step
            loss = self._loss_of(batch, weight)
            loss.backward()  # type: ignore[no-untyped-call]  # torch's stub
            losses += loss.detach()
        value = float(self._team.sum_(losses))
        if not math.isfinite(value):
            self._refuse_loss()
        self._team.sum_gradients(self._model.parameters())
        # at each step: the state of one process is then that of all
        self._team.average_(self._statistics())
        nn.utils.clip_grad_norm_(self._model.parameters(), 5.0)
        self._optimiser.step()
        self._average.update(self._model)
        self._step += 1
        return value

    def _loss_of(self, batch: Batch, weight: float) -> Tensor:
        """This batch's part of the step's loss; `weight`: of all pixels of the step."""
        config = self._config
        return segmentation_loss(
            self._forward.logits(batch.images).float(),
            batch.truth.to(self._device, non_blocking=True),
            self._weights,
            lovasz=config.lovasz / (config.accumulate * self._team.size),
            lovasz_pixels=config.lovasz_pixels,
            offset=batch.offset,
            total_weight=weight,
        )

    def _refuse_loss(self) -> None:
        last = self._config.out / LAST
        kept = f" The state before this epoch is in {last}." if last.exists() else ""
        raise WorkError(
            f"The loss is no longer a number at step {self._step}. Use a lower learning rate than "
            f"{self._config.learning_rate:g}.{kept}"
        )

    def _kept_state(self) -> dict[str, Tensor]:
        """What is validated and kept: the averaged weights, with the class weights taken back as far as asked for."""
        return adjusted_state(self._average.state, self._weights, self._config.adjust)

    @torch.inference_mode()
    def _validate(self, epoch: int) -> dict[str, Any]:
        """Score the state that would be kept on the validation source at full size; keep it when it is the best.

        Each process takes a share of the images, and the matrices are added.
        """
        own = {k: v.clone() for k, v in self._model.state_dict().items()}
        kept = self._kept_state()
        self._model.load_state_dict(kept)
        self._model.eval()
        matrix = confusion_of(
            self._forward.of_image, self._share_of_validation(epoch), self._config.classes
        )
        self._model.load_state_dict(own)
        self._scores = score(from_counts(self._team.sum_(as_counts(matrix).to(self._device))))
        miou = self._scores.miou
        if miou is not None and (self._best is None or miou > self._best):
            self._best, self._best_epoch = miou, epoch
            if self._team.main:
                self._write_model(self._config.out / BEST, kept, epoch)
        return {
            "miou": miou,
            "pixel_accuracy": self._scores.pixel_accuracy,
            "mean_accuracy": self._scores.mean_accuracy,
            "fwiou": self._scores.fwiou,
            "iou": list(self._scores.iou),
        }

    def _share_of_validation(self, epoch: int) -> Iterator[Sample]:
        """Every n-th image, for this one of n processes."""
        for number in range(self._team.rank, len(self._validation), self._team.size):
            self._progress(number, len(self._validation), f"Validating epoch {epoch}")
            yield self._validation[number]

    def _write_model(self, path: Path, state: dict[str, Tensor], epoch: int) -> None:
        notes = {"epoch": epoch, "miou": self._scores.miou if self._scores else None}
        description = ModelDescription(
            self._config.model, self._config.classes, self._config.name, notes=notes
        )
        save_model(path, state, description)
        self._about["name"] = self._config.name

    def _ended(self) -> bool:
        return self._step >= self._total or self._out_of_patience()

    def _out_of_patience(self) -> bool:
        """Whether nothing was gained for too many epochs, as of the last validation."""
        config = self._config
        if config.patience <= 0 or self._best is None:
            return False
        epoch = self._step // self._steps_per_epoch
        return epoch - epoch % config.validate_every - self._best_epoch >= config.patience

    def _save(self) -> None:
        """All processes come here; the main one writes what is the same for all."""
        if self._team.main:
            state = {
                "step": self._step,
                "steps_per_epoch": self._steps_per_epoch,
                "best": self._best,
                "best_epoch": self._best_epoch,
                "loss": self._loss,
                "losses": self._losses,
                "seconds": self._seconds,
                "log_size": self._log_size,
                **self._about,
                "model": self._model.state_dict(),
                "average": self._average.state,
                "average_updates": self._average.updates,
                "optimiser": self._optimiser.state_dict(),
            }
            save_state(self._config.out, self._config.model, state)
        self._team.wait()

    def _statistics(self) -> list[Tensor]:
        """Running statistics that this step has changed, each process by its own images."""
        norms = [m for m in self._model.modules() if isinstance(m, nn.BatchNorm2d) and m.training]
        return [b for m in norms for b in (m.running_mean, m.running_var) if b is not None]

    def _resume(self, notice: Callable[[str], None]) -> None:
        """Take over the state in the run folder. One of an older version lacks options, losses and the log's size."""
        saved, self._saved = self._saved, None
        if saved is not None:
            refuse_unfit(saved, self._about, self._config.out)
            self._take_over(saved)
            told = differences(saved, self._about, self._config.out, ended=self._ended())
            for sentence in told if self._team.main else ():
                notice(sentence)
            # until the best weights are replaced they have the name that they had
            self._about |= {key: saved[key] for key in ("name", "begun") if key in saved}
        if self._team.main:
            self._log_size = cut_log(self._config.out, 0 if saved is None else saved.get("log_size"))
        if saved is None or self._best is None or self._ended():
            return
        if not self._validation or other_validation(saved, self._about):
            self._seek_best_anew(notice)

    def _seek_best_anew(self, notice: Callable[[str], None]) -> None:
        """The best so far was found by other validation data: no score on those given now can be held against its own."""
        if self._team.main:
            kept = set_best_aside(self._config.out, self._best_epoch)
            where = f"are kept in {kept}" if kept else "are no longer there"
            notice(
                f"The best weights by the validation data of before (mIoU {self._best:.4f} after epoch "
                f"{self._best_epoch}) {where}; {BEST} is found anew from here on."
            )
        self._best, self._best_epoch, self._scores = None, 0, None
        self._save()  # before the file is written over, which the state of before would still call the best

    def _take_over(self, saved: dict[str, Any]) -> None:
        self._model.load_state_dict(saved["model"])
        self._average.state = {key: value.to(self._device) for key, value in saved["average"].items()}
        self._average.updates = saved["average_updates"]
        given = [(group["base_lr"], group["weight_decay"]) for group in self._optimiser.param_groups]
        self._optimiser.load_state_dict(saved["optimiser"])
        for group, (rate, decay) in zip(self._optimiser.param_groups, given, strict=True):
            group["base_lr"], group["weight_decay"] = rate, decay
        # as many epochs as it had, should a step now be more images or fewer
        before = saved.get("steps_per_epoch", self._steps_per_epoch)
        self._step = saved["step"] * self._steps_per_epoch // before
        self._best, self._best_epoch = saved["best"], saved["best_epoch"]
        self._loss, self._losses = saved.get("loss", math.nan), saved.get("losses", [])
        self._seconds = saved.get("seconds", 0.0)
