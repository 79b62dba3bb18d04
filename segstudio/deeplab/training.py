"""Training a DeepLab: the loop, its validation and its checkpoints. `train(config)` is all of it."""

from __future__ import annotations

import io
import json
import math
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.backbones import load_imagenet_weights
from segstudio.deeplab.checkpoint import ModelDescription, save_model
from segstudio.deeplab.dataset import (
    Augmentation,
    Sample,
    SampleStream,
    Source,
    label_cells,
    load_source,
)
from segstudio.deeplab.devices import cpu_has_bfloat16, resolve_device
from segstudio.deeplab.fast_depthwise import use_fast_depthwise
from segstudio.deeplab.fitting import fitted
from segstudio.deeplab.losses import IGNORE, class_weights, segmentation_loss
from segstudio.deeplab.model import Model, ModelConfig, bilinear, build_model
from segstudio.deeplab.schedule import WeightAverage, poly_factor
from segstudio.deeplab.weights import load_file
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Scores, score

LAST, BEST, LOG = "last.pt", "best.safetensors", "log.jsonl"
_RESUME_VERSION = 1


@dataclass(frozen=True)
class TrainConfig:
    """One training run. A run folder holds `last.pt` (to resume), `best.safetensors` and `log.jsonl`."""

    out: Path
    classes: ClassTable
    sources: tuple[Source, ...]
    validation: Source | None = None
    model: ModelConfig = field(default_factory=ModelConfig)
    name: str = "trained"
    imagenet: bool = True  # begin with ImageNet weights in the backbone
    initial: Path | None = None  # begin with the weights of this checkpoint instead
    epochs: int = 60
    draws_per_epoch: int = 0  # 0: as many as there are samples in the first source
    batch_size: int = 8
    accumulate: int = 1  # batches per optimiser step
    augmentation: Augmentation = field(default_factory=Augmentation)
    optimiser: str = "adamw"  # or sgd
    learning_rate: float = 1e-3
    backbone_factor: float = 0.4  # learning rate of the backbone against that of the rest
    weight_decay: float = 0.02
    warmup_steps: int = 200
    frozen_stride: int = 0  # backbone layers up to this stride keep their weights and statistics
    class_balance: float = 0.3  # power of the class frequencies in the loss's weights
    lovasz: float = 0.5
    lovasz_pixels: int = 50_000
    average_decay: float = 0.998
    validate_every: int = 3  # epochs
    patience: int = 0  # epochs without a better validation score until the run stops; 0 = never
    bfloat16: bool = True  # where the device computes with it
    seed: int = 1
    device: str = "cpu"
    threads: int = 0  # 0: torch's own choice


@dataclass(frozen=True)
class TrainResult:
    """How a run ended. `scores` are of the averaged weights on the validation source, last and best."""

    epochs: int
    steps: int
    loss: float
    scores: Scores | None
    best_miou: float | None
    best_epoch: int
    checkpoint: Path


def train(
    config: TrainConfig, progress: Progress | None = None, cancel: CancelToken | None = None
) -> TrainResult:
    """Train, resuming from `config.out` when it holds an unfinished run of the same model.

    Raises InputError for data or options that cannot be used, WorkError when the loss is no longer a number,
    Cancelled after saving a checkpoint when `cancel` is set.
    """
    return _Run(config, progress, cancel).run()


def learning_curve(run: Path) -> list[list[float]]:
    """(epoch, mIoU) of every validation in a run folder's log; empty without one."""
    path = run / LOG
    if not path.exists():
        return []
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [[e["epoch"], round(e["miou"], 4)] for e in entries if e.get("miou") is not None]


class _Run:
    def __init__(self, config: TrainConfig, progress: Progress | None, cancel: CancelToken | None) -> None:
        self._config = config
        self._progress = progress or (lambda done, total, what: None)
        self._cancel = cancel or CancelToken()
        if config.batch_size < 2:
            raise InputError(
                "The batch size must be 2 or more: batch normalisation needs more than one image."
            )
        if config.model.num_classes != config.classes.num_classes:
            raise InputError(
                f"The model has {config.model.num_classes} classes and the class table {config.classes.num_classes}."
            )
        if config.threads:
            torch.set_num_threads(config.threads)
        self._device = resolve_device(config.device)
        groups = [(load_source(s, config.classes, progress, cancel), s.weight) for s in config.sources]
        self._stream = SampleStream(groups, config.seed)
        self._validation: list[Sample] = []
        if config.validation is not None:
            self._validation = load_source(config.validation, config.classes, progress, cancel)
        draws = config.draws_per_epoch or len(groups[0][0])
        self._steps_per_epoch = max(1, draws // (config.batch_size * config.accumulate))
        self._model = self._build()
        self._average = WeightAverage(self._model, config.average_decay)
        self._optimiser = _optimiser(self._model, config)
        counts = torch.from_numpy(self._stream.class_pixels[: config.classes.num_classes])
        self._weights = class_weights(counts, config.class_balance).to(self._device)
        self._mean = torch.tensor(config.model.mean, device=self._device).view(1, 3, 1, 1)
        self._std = torch.tensor(config.model.std, device=self._device).view(1, 3, 1, 1)
        self._step = 0
        self._best: float | None = None
        self._best_epoch = 0
        self._scores: Scores | None = None
        self._loss = math.nan

    def run(self) -> TrainResult:
        config = self._config
        config.out.mkdir(parents=True, exist_ok=True)
        self._resume()
        total = config.epochs * self._steps_per_epoch
        with (config.out / LOG).open("a", encoding="utf-8") as log:
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
        return model.to(self._device, memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]  # torch's stub lacks modules

    def _epoch(self, total: int, log: TextIO) -> None:
        config, started = self._config, time.monotonic()
        epoch = self._step // self._steps_per_epoch + 1
        end = epoch * self._steps_per_epoch
        losses: list[float] = []
        self._set_training()
        while self._step < end:
            if self._cancel.cancelled:
                self._save()
                self._cancel.raise_if_cancelled()
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
        elif not self._validation:
            self._write_model(config.out / BEST, epoch)
        self._save()
        log.write(json.dumps(entry) + "\n")
        log.flush()

    def _set_training(self) -> None:
        self._model.train()
        for module in self._model.backbone.modules_up_to(self._config.frozen_stride):
            module.eval()  # frozen batch normalisation keeps its statistics

    def _optimise(self, total: int) -> float:
        """One optimiser step; returns the mean loss of its batches."""
        config = self._config
        factor = poly_factor(self._step, total, config.warmup_steps)
        for group in self._optimiser.param_groups:
            group["lr"] = group["base_lr"] * factor
        self._optimiser.zero_grad(set_to_none=True)
        loss_sum = 0.0
        for part in range(config.accumulate):
            batch = self._step * config.accumulate + part
            torch.manual_seed(config.seed * 1_000_003 + batch)  # dropout too is a function of the step
            loss = self._loss_of(batch)
            value = float(loss.detach())
            if not math.isfinite(value):
                kept = (
                    f" The state before this epoch is in {config.out / LAST}."
                    if (config.out / LAST).exists()
                    else ""
                )
                raise WorkError(
                    f"The loss is no longer a number at step {self._step}. Use a lower learning rate than "
                    f"{config.learning_rate:g}.{kept}"
                )
            (loss / config.accumulate).backward()  # type: ignore[no-untyped-call]  # torch's stub
            loss_sum += value
        nn.utils.clip_grad_norm_(self._model.parameters(), 5.0)
        self._optimiser.step()
        self._average.update(self._model)
        self._step += 1
        return loss_sum / config.accumulate

    def _loss_of(self, batch: int) -> Tensor:
        config = self._config
        first = batch * config.batch_size
        crops = [self._stream.crop(first + i, config.augmentation) for i in range(config.batch_size)]
        images = np.stack([image for image, _ in crops])
        labels = np.stack([label for _, label in crops])
        with self._autocast():
            logits = self._model(self._normalised(images))
        logits = logits.float()
        rng = np.random.default_rng([config.seed, 3, batch])
        truth = label_cells(labels, tuple(logits.shape[-2:]), rng)
        return segmentation_loss(
            logits,
            torch.from_numpy(truth).to(self._device),
            self._weights,
            lovasz=config.lovasz,
            lovasz_pixels=config.lovasz_pixels,
            offset=int(rng.integers(1 << 20)),
        )

    def _normalised(self, images: NDArray[np.uint8]) -> Tensor:
        x = torch.from_numpy(images).to(self._device).permute(0, 3, 1, 2)  # channels-last as it lies
        return (x.float() - self._mean) / self._std

    def _autocast(self) -> torch.autocast:
        able = self._device.type != "cpu" or cpu_has_bfloat16()
        return torch.autocast(self._device.type, torch.bfloat16, enabled=self._config.bfloat16 and able)

    @torch.inference_mode()
    def _validate(self, epoch: int) -> dict[str, Any]:
        """Score the averaged weights on the validation source at full size; keep them when they are the best."""
        table = self._config.classes
        own = {k: v.clone() for k, v in self._model.state_dict().items()}
        self._model.load_state_dict(self._average.state)
        self._model.eval()
        matrix = ConfusionMatrix.zero(table.num_classes, IGNORE)
        for number, sample in enumerate(self._validation):
            self._progress(number, len(self._validation), f"Validating epoch {epoch}")
            with self._autocast():
                logits = self._model(self._normalised(fitted(sample.image, self._config.model)[None]))
            best = bilinear(logits.float(), sample.label.shape).argmax(1)[0].to(torch.uint8).cpu().numpy()
            matrix += ConfusionMatrix.from_labels(sample.label, best, table.num_classes, IGNORE)
        self._model.load_state_dict(own)
        self._scores = score(matrix)
        miou = self._scores.miou
        if miou is not None and (self._best is None or miou > self._best):
            self._best, self._best_epoch = miou, epoch
            self._write_model(self._config.out / BEST, epoch)
        return {
            "miou": miou,
            "pixel_accuracy": self._scores.pixel_accuracy,
            "mean_accuracy": self._scores.mean_accuracy,
            "fwiou": self._scores.fwiou,
            "iou": list(self._scores.iou),
        }

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
        stream = io.BytesIO()
        torch.save(
            {
                "version": _RESUME_VERSION,
                "config": json.dumps(self._config.model.to_dict()),
                "step": self._step,
                "best": self._best,
                "best_epoch": self._best_epoch,
                "model": self._model.state_dict(),
                "average": self._average.state,
                "average_updates": self._average.updates,
                "optimiser": self._optimiser.state_dict(),
            },
            stream,
        )
        write_bytes(self._config.out / LAST, stream.getvalue())

    def _resume(self) -> None:
        path = self._config.out / LAST
        if not path.exists():
            return
        try:
            saved = torch.load(path, map_location=self._device, weights_only=True)
            saved_model = ModelConfig.from_dict(json.loads(saved["config"]))
            same = saved["version"] == _RESUME_VERSION and saved_model.same_weights(self._config.model)
        except (OSError, RuntimeError, KeyError, TypeError, ValueError, EOFError) as error:
            raise InputError(f"{path} cannot be resumed ({error}). Delete it to begin anew.") from error
        if not same:
            raise InputError(
                f"{path} belongs to a run of another model. Choose another folder, or delete it."
            )
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


def _optimiser(model: Model, config: TrainConfig) -> torch.optim.Optimizer:
    """Weights decay, norms and biases do not; the backbone learns at its own rate."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            key = name.startswith("backbone."), parameter.ndim > 1
            groups.setdefault(key, []).append(parameter)
    settings = [
        {
            "params": parameters,
            "base_lr": config.learning_rate * (config.backbone_factor if backbone else 1.0),
            "weight_decay": config.weight_decay if decays else 0.0,
        }
        for (backbone, decays), parameters in groups.items()
    ]
    if config.optimiser == "adamw":
        return torch.optim.AdamW(settings, lr=config.learning_rate)
    if config.optimiser == "sgd":
        return torch.optim.SGD(settings, lr=config.learning_rate, momentum=0.9, nesterov=True)
    raise InputError(f"There is no optimiser '{config.optimiser}'. Choose adamw or sgd.")
