"""What a training run begins with: random weights, ImageNet's in the backbone, or those of a checkpoint."""

from __future__ import annotations

from dataclasses import replace

import torch

from segstudio.core.errors import InputError
from segstudio.deeplab.backbones import load_imagenet_weights
from segstudio.deeplab.model import Model, build_model
from segstudio.deeplab.runs.fast_depthwise import use_fast_depthwise
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.weights import LoadedModel


def as_begun(config: TrainConfig, initial: LoadedModel) -> TrainConfig:
    """The same run, with the dialect of the checkpoint that it begins with and, where it names no rates, rates that reach
    as far in the image as that one's: its weights mean nothing else."""
    own, given = config.model, initial.description.config
    rates = own.rates
    if not rates and own.context == given.context:
        rates = tuple(max(1, r * given.output_stride // own.output_stride) for r in given.rates)
    return replace(config, model=replace(own, dialect=own.dialect or given.dialect, rates=rates))


def starting_model(config: TrainConfig, initial: LoadedModel | None, device: torch.device) -> Model:
    """The model of a run before its first step, the same for the same seed. Raises InputError for weights of another."""
    torch.manual_seed(config.seed)
    model = build_model(config.model)
    if initial is not None:
        _begin_with(model, initial, f"{config.initial}")
    elif config.imagenet:
        load_imagenet_weights(model.backbone, config.model.backbone)
    for module in model.backbone.modules_up_to(config.frozen_stride):
        module.requires_grad_(False)
    if device.type == "cpu":
        use_fast_depthwise(model)
    model.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks modules
    return model


def _begin_with(model: Model, initial: LoadedModel, path: str) -> None:
    """Take over every tensor of a checkpoint that has the same name and shape: all but another classifier."""
    own, given = model.state_dict(), initial.model.state_dict()
    fitting = {k: v for k, v in given.items() if k in own and own[k].shape == v.shape}
    if len(fitting) < len(own) // 2:
        raise InputError(f"{path} holds another model: {len(fitting)} of {len(own)} tensors fit this one.")
    model.load_state_dict(fitting, strict=False)
