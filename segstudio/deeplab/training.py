"""Training a DeepLab: the loop, its validation and its checkpoints. `train(config)` is all of it."""

from __future__ import annotations

import json
import math
import os
import time
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.errors import Cancelled, InputError, WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.backbones import load_imagenet_weights
from segstudio.deeplab.checkpoint import ModelDescription, save_model
from segstudio.deeplab.dataset import Sample, SampleStream, label_cells, load_source
from segstudio.deeplab.devices import cpu_has_bfloat16, resolve_device
from segstudio.deeplab.distributed import Team, joined, own_device
from segstudio.deeplab.fast_depthwise import use_fast_depthwise
from segstudio.deeplab.fitting import fitted
from segstudio.deeplab.losses import IGNORE, class_weights, pixel_weight, segmentation_loss
from segstudio.deeplab.model import Model, bilinear, build_model
from segstudio.deeplab.optimisers import make_optimiser
from segstudio.deeplab.run_folder import (
    BEST,
    LAST,
    LOG,
    learning_curve,
    make_folder,
    read_state,
    save_state,
)
from segstudio.deeplab.schedule import WeightAverage, poly_factor
from segstudio.deeplab.train_config import TrainConfig, TrainResult
from segstudio.deeplab.weights import load_file
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Scores, score

__all__ = ["BEST", "LAST", "LOG", "TrainConfig", "TrainResult", "learning_curve", "train"]


def train(
    config: TrainConfig, progress: Progress | None = None, cancel: CancelToken | None = None
) -> TrainResult:
    """Train, resuming from `config.out` when it holds an unfinished run of the same model.

    Under torchrun every process calls this, with the same arguments; the first one writes files and reports progress.

    Raises InputError for data or options that cannot be used, WorkError when the loss is no longer a number,
    Cancelled after saving a checkpoint when `cancel` is set.
    """
    make_folder(config.out)
    with joined(config.device) as team:
        return _Run(config, team, progress if team.main else None, cancel).run()


class _Run:
    def __init__(
        self, config: TrainConfig, team: Team, progress: Progress | None, cancel: CancelToken | None
    ) -> None:
        self._config = config
        self._team = team
        self._progress = progress or (lambda done, total, what: None)
        self._cancel = cancel or CancelToken()
        if config.batch_size < 2 and not config.frozen_norm:
            raise InputError(
                "The batch size must be 2 or more: batch normalisation needs more than one image, unless it is frozen."
            )
        if config.model.num_classes != config.classes.num_classes:
            raise InputError(
                f"The model has {config.model.num_classes} classes and the class table {config.classes.num_classes}."
            )
        if config.threads:
            torch.set_num_threads(config.threads)
        self._device = resolve_device(own_device(config.device))
        groups = [(load_source(s, config.classes, progress, cancel), s.weight) for s in config.sources]
        self._stream = SampleStream(groups, config.seed)
        self._validation: list[Sample] = []
        if config.validation is not None:
            self._validation = load_source(config.validation, config.classes, progress, cancel)
        draws = config.draws_per_epoch or len(groups[0][0])
        self._steps_per_epoch = max(1, draws // (config.batch_size * config.accumulate * team.size))
        self._model = self._build()
        self._average = WeightAverage(self._model, config.average_decay)
        self._optimiser = make_optimiser(
            config.optimiser,
            self._model,
            config.learning_rate,
            backbone_factor=config.backbone_factor,
            weight_decay=config.weight_decay,
        )
        counts = torch.from_numpy(self._stream.class_pixels[: config.classes.num_classes])
        self._weights = class_weights(counts, config.class_balance).to(self._device)
        self._mean = torch.tensor(config.model.mean, device=self._device).view(1, 3, 1, 1)
        self._std = torch.tensor(config.model.std, device=self._device).view(1, 3, 1, 1)
        self._cells = self._logit_cells()
        self._step = 0
        self._best: float | None = None
        self._best_epoch = 0
        self._scores: Scores | None = None
        self._loss = math.nan

    def run(self) -> TrainResult:
        config = self._config
        self._resume()
        total = config.epochs * self._steps_per_epoch
        with open(config.out / LOG if self._team.main else os.devnull, "a", encoding="utf-8") as log:
            while self._step < total:
                self._epoch(total, log)
                if self._out_of_patience():
                    break
        return TrainResult(
            epochs=self._step // self._steps_per_epoch,
            steps=self._step,
            loss=self._loss,
            scores=self._scores,
            best_miou=self._best,
            best_epoch=self._best_epoch,
            checkpoint=config.out / BEST,
        )

    def _build(self) -> Model:
        config = self._config
        torch.manual_seed(config.seed)
        model = build_model(config.model)
        if config.initial is not None:
            _begin_with(model, config.initial)
        elif config.imagenet:
            load_imagenet_weights(model.backbone, config.model.backbone)
        for module in model.backbone.modules_up_to(config.frozen_stride):
            module.requires_grad_(False)
        if self._device.type == "cpu":
            use_fast_depthwise(model)
        model.to(self._device, memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks modules
        self._team.share_(model.state_dict().values())
        return model

    @torch.no_grad()
    def _logit_cells(self) -> tuple[int, int]:
        """Rows and columns of the logits of a crop."""
        height, width = self._config.augmentation.crop
        self._model.eval()
        with self._autocast():
            logits = self._model(torch.zeros(1, 3, height, width, device=self._device))
        return logits.shape[-2], logits.shape[-1]

    def _epoch(self, total: int, log: TextIO) -> None:
        config, started = self._config, time.monotonic()
        epoch = self._step // self._steps_per_epoch + 1
        end = epoch * self._steps_per_epoch
        losses: list[float] = []
        self._set_training()
        while self._step < end:
            losses.append(self._optimise(total))
            self._progress(self._step, total, f"Epoch {epoch} of {config.epochs}, loss {losses[-1]:.3f}")
        self._loss = float(np.mean(losses))
        entry: dict[str, Any] = {
            "epoch": epoch,
            "step": self._step,
            "loss": round(self._loss, 5),
            "learning_rate": self._optimiser.param_groups[-1]["lr"],
            "seconds": round(time.monotonic() - started, 1),
        }
        last = self._step >= total
        if self._validation and (last or epoch % config.validate_every == 0):
            entry |= self._validate(epoch)
        elif not self._validation and self._team.main:
            self._write_model(config.out / BEST, epoch)
        self._save()
        log.write(json.dumps(entry) + "\n")
        log.flush()

    def _set_training(self) -> None:
        self._model.train()
        for module in self._model.backbone.modules_up_to(self._config.frozen_stride):
            module.eval()  # frozen batch normalisation keeps its statistics
        if self._config.frozen_norm:
            for module in self._model.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.eval()

    def _optimise(self, total: int) -> float:
        """One optimiser step; returns its loss: over the images of all batches of all processes."""
        config = self._config
        factor = poly_factor(self._step, total, config.warmup_steps)
        for group in self._optimiser.param_groups:
            group["lr"] = group["base_lr"] * factor
        batches = [self._batch(part) for part in range(config.accumulate)]
        weight = sum(float(pixel_weight(truth, self._weights)) for _, truth in batches)
        together = torch.tensor([weight, float(self._cancel.cancelled)], device=self._device)
        weight, stop = self._team.sum_(together).tolist()
        if stop:
            self._save()
            raise Cancelled
        self._optimiser.zero_grad(set_to_none=True)
        losses = torch.zeros((), device=self._device)
        for part, (images, truth) in enumerate(batches):
            torch.manual_seed(
                self._first_image(part) + config.seed * 1_000_003
            )  # dropout too hangs on the step
            loss = self._loss_of(images, truth, weight)
            loss.backward()  # type: ignore[no-untyped-call]  # torch's stub
            losses += loss.detach()
        value = float(self._team.sum_(losses))
        if not math.isfinite(value):
            self._refuse_loss()
        self._team.sum_gradients(self._model.parameters())
        nn.utils.clip_grad_norm_(self._model.parameters(), 5.0)
        self._optimiser.step()
        self._average.update(self._model)
        self._step += 1
        return value

    def _first_image(self, part: int) -> int:
        """Number of the first draw of this process's batch: the images of a step are the same however it is split."""
        config, team = self._config, self._team
        batch = (self._step * config.accumulate + part) * team.size + team.rank
        return batch * config.batch_size

    def _batch(self, part: int) -> tuple[NDArray[np.uint8], Tensor]:
        """Crops N×H×W×3, and the class of each of their logit cells, int64 N×h×w."""
        config, first = self._config, self._first_image(part)
        crops = [self._stream.crop(first + i, config.augmentation) for i in range(config.batch_size)]
        images = np.stack([image for image, _ in crops])
        labels = np.stack([label for _, label in crops])
        truth = label_cells(labels, self._cells, self._step_rng())
        return images, torch.from_numpy(truth).to(self._device)

    def _step_rng(self) -> np.random.Generator:
        """The same for all batches of a step."""
        return np.random.default_rng([self._config.seed, 3, self._step])

    def _loss_of(self, images: NDArray[np.uint8], truth: Tensor, weight: float) -> Tensor:
        """This batch's part of the step's loss; `weight`: of all pixels of the step."""
        config = self._config
        with self._autocast():
            logits = self._model(self._normalised(images))
        return segmentation_loss(
            logits.float(),
            truth,
            self._weights,
            lovasz=config.lovasz / (config.accumulate * self._team.size),
            lovasz_pixels=config.lovasz_pixels,
            offset=int(self._step_rng().integers(1 << 20)),
            total_weight=weight,
        )

    def _refuse_loss(self) -> None:
        last = self._config.out / LAST
        kept = f" The state before this epoch is in {last}." if last.exists() else ""
        raise WorkError(
            f"The loss is no longer a number at step {self._step}. Use a lower learning rate than "
            f"{self._config.learning_rate:g}.{kept}"
        )

    def _normalised(self, images: NDArray[np.uint8]) -> Tensor:
        x = torch.from_numpy(images).to(self._device).permute(0, 3, 1, 2)  # channels-last as it lies
        return (x.float() - self._mean) / self._std

    def _autocast(self) -> torch.autocast:
        able = self._device.type != "cpu" or cpu_has_bfloat16()
        return torch.autocast(self._device.type, torch.bfloat16, enabled=self._config.bfloat16 and able)

    @torch.inference_mode()
    def _validate(self, epoch: int) -> dict[str, Any]:
        """Score the averaged weights on the validation source at full size; keep them when they are the best.

        Each process takes a share of the images, and the matrices are added.
        """
        table, team = self._config.classes, self._team
        own = {k: v.clone() for k, v in self._model.state_dict().items()}
        team.share_(self._average.state.values())
        self._model.load_state_dict(self._average.state)
        self._model.eval()
        matrix = ConfusionMatrix.zero(table.num_classes, IGNORE)
        for number in range(team.rank, len(self._validation), team.size):
            sample = self._validation[number]
            self._progress(number, len(self._validation), f"Validating epoch {epoch}")
            with self._autocast():
                logits = self._model(self._normalised(fitted(sample.image, self._config.model)[None]))
            best = bilinear(logits.float(), sample.label.shape).argmax(1)[0].to(torch.uint8).cpu().numpy()
            matrix += ConfusionMatrix.from_labels(sample.label, best, table.num_classes, IGNORE)
        self._model.load_state_dict(own)
        self._scores = score(self._summed(matrix))
        miou = self._scores.miou
        if miou is not None and (self._best is None or miou > self._best):
            self._best, self._best_epoch = miou, epoch
            if team.main:
                self._write_model(self._config.out / BEST, epoch)
        return {
            "miou": miou,
            "pixel_accuracy": self._scores.pixel_accuracy,
            "mean_accuracy": self._scores.mean_accuracy,
            "fwiou": self._scores.fwiou,
            "iou": list(self._scores.iou),
        }

    def _summed(self, matrix: ConfusionMatrix) -> ConfusionMatrix:
        counts = np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1)
        summed = self._team.sum_(torch.from_numpy(counts).to(self._device)).cpu().numpy()
        return ConfusionMatrix(summed[:, :-1].copy(), summed[:, -1].copy(), matrix.ignore_index)

    def _write_model(self, path: Path, epoch: int) -> None:
        notes = {"epoch": epoch, "miou": self._scores.miou if self._scores else None}
        description = ModelDescription(
            self._config.model, self._config.classes, self._config.name, notes=notes
        )
        save_model(path, self._average.state, description)

    def _out_of_patience(self) -> bool:
        config = self._config
        if config.patience <= 0 or self._best is None:
            return False
        return self._step // self._steps_per_epoch - self._best_epoch >= config.patience

    def _save(self) -> None:
        """All processes come here; the main one writes. Running statistics differ between them: their mean counts."""
        self._team.average_(self._statistics())
        if self._team.main:
            state = {
                "step": self._step,
                "best": self._best,
                "best_epoch": self._best_epoch,
                "model": self._model.state_dict(),
                "average": self._average.state,
                "average_updates": self._average.updates,
                "optimiser": self._optimiser.state_dict(),
            }
            save_state(self._config.out, self._config.model, state)
        self._team.wait()

    def _statistics(self) -> list[Tensor]:
        return [b for b in self._model.buffers() if b.is_floating_point()]

    def _resume(self) -> None:
        saved = read_state(self._config.out, self._config.model, self._device)
        if saved is None:
            return
        self._model.load_state_dict(saved["model"])
        self._average.state = saved["average"]
        self._average.updates = saved["average_updates"]
        base = [group["base_lr"] for group in self._optimiser.param_groups]
        self._optimiser.load_state_dict(saved["optimiser"])
        for group, rate in zip(self._optimiser.param_groups, base, strict=True):
            group["base_lr"] = rate
        self._step, self._best, self._best_epoch = saved["step"], saved["best"], saved["best_epoch"]


def _begin_with(model: Model, path: Path) -> None:
    """Take over every tensor of a checkpoint that has the same name and shape: all but another classifier."""
    own, given = model.state_dict(), load_file(path).model.state_dict()
    fitting = {k: v for k, v in given.items() if k in own and own[k].shape == v.shape}
    if len(fitting) < len(own) // 2:
        raise InputError(f"{path} holds another model: {len(fitting)} of {len(own)} tensors fit this one.")
    model.load_state_dict(fitting, strict=False)
