"""Predictions of any image a user may have, through the public interface."""

from __future__ import annotations

import dataclasses

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch.nn import functional

from segstudio.core.errors import Cancelled, WorkError
from segstudio.core.predicting import PredictOptions
from segstudio.core.prediction import quantised
from segstudio.core.progress import CancelToken
from segstudio.deeplab import predictor as predictor_file
from segstudio.deeplab.devices import available_devices, resolve_device
from segstudio.deeplab.failures import BrokenModelError
from segstudio.deeplab.model import build_model
from segstudio.deeplab.prediction.placed_model import PlacedModel, quantised_tensor
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.quick.folding import fold_batch_norm
from segstudio.deeplab.quick.openvino_backend import OPENVINO
from segstudio.deeplab.weights import LoadedModel, load_model
from segstudio.scenes.render import render_scene


def picture(height: int, width: int, seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def cpu(loaded: LoadedModel, *, fast: bool = True) -> Predictor:
    return Predictor(loaded, "cpu", threads=1, fast=fast)


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1), (33, 97), (300, 400), (2, 5000)])
def test_any_size_gives_a_label_of_that_size(tiny: LoadedModel, size: tuple[int, int]) -> None:
    prediction = cpu(tiny).predict(picture(*size))
    label = prediction.label_map()
    assert label.shape == size
    assert label.max() < 3
    assert prediction.size == size
    if max(size) < 100:  # neither reduced nor more than the picture is kept
        assert prediction.logits.shape[1:] == (-(-size[0] // 4), -(-size[1] // 4))
    assert prediction.model_id == tiny.model_id
    assert prediction.model_name == "tiny"


@pytest.mark.parametrize("value", [0, 255])
def test_a_picture_of_one_colour_is_predicted(tiny: LoadedModel, value: int) -> None:
    flat = np.full((64, 48, 3), value, np.uint8)
    assert cpu(tiny).predict(flat).label_map().shape == (64, 48)


def test_the_logits_are_those_of_the_plain_model(tiny: LoadedModel) -> None:
    image = picture(96, 128)
    config = tiny.description.config
    x = torch.from_numpy(image).permute(2, 0, 1)[None].float()
    x = (x - torch.tensor(config.mean).view(1, 3, 1, 1)) / torch.tensor(config.std).view(1, 3, 1, 1)
    with torch.inference_mode():
        expected = tiny.model(x)
    got = cpu(tiny, fast=False).logits(image)
    np.testing.assert_allclose(got, expected[0].numpy(), atol=1e-4)
    label = cpu(tiny, fast=False).predict(image).label_map()
    whole = functional.interpolate(expected, size=(96, 128), mode="bilinear")
    margin = whole.topk(2, dim=1).values
    clear = (margin[:, 0] - margin[:, 1])[0].numpy() > 0.2  # closer ones may fall either way in 8 bits
    assert (label == whole.argmax(1)[0].numpy())[clear].all()


def test_the_fast_path_answers_as_the_plain_one(tiny: LoadedModel) -> None:
    image = picture(96, 128)
    fast, plain = cpu(tiny).logits(image), cpu(tiny, fast=False).logits(image)
    assert np.abs(fast - plain).max() < 0.05 * max(1.0, np.abs(plain).max())


def test_a_larger_picture_is_the_same_view_for_a_model_of_one_view(tiny: LoadedModel) -> None:
    loaded = configured(tiny, working_pixels=1 << 16)
    predictor = cpu(loaded)
    prediction = predictor.predict(picture(700, 900))
    cells = prediction.logits.shape[1] * prediction.logits.shape[2]
    assert cells * 16 <= (1 << 16) * 1.1  # stride 4
    assert prediction.label_map().shape == (700, 900)
    assert predictor.reduced == 1
    whole = Predictor(loaded, "cpu", threads=1, options=PredictOptions(full_size=True))
    assert whole.predict(picture(700, 900)).logits.shape[1:] == (175, 225)
    assert whole.reduced == 0
    assert whole.model_id != predictor.model_id


def test_a_cancelled_prediction_ends(tiny: LoadedModel) -> None:
    token = CancelToken()
    token.cancel()
    predictor = cpu(tiny)
    with pytest.raises(Cancelled):
        predictor.predict(picture(32, 32), token)
    assert predictor.predict(picture(32, 32)).size == (32, 32)  # and the predictor goes on


class CancelledLater(CancelToken):
    """Cancelled when it is looked at for the n-th time: in the middle of the model."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.looks = looks

    def raise_if_cancelled(self) -> None:
        self.looks -= 1
        if self.looks < 0:
            self.cancel()
        super().raise_if_cancelled()


def test_a_prediction_can_be_cancelled_in_the_middle_of_the_model(tiny: LoadedModel) -> None:
    predictor = cpu(tiny)
    with pytest.raises(Cancelled):
        predictor.predict(picture(32, 32), CancelledLater(3))


def test_values_that_are_no_numbers_are_a_sentence(tiny: LoadedModel) -> None:
    model = build_model(tiny.description.config)
    with torch.no_grad():
        model.classifier.bias.fill_(float("nan"))  # type: ignore[union-attr,operator]  # a Conv2d
    broken = dataclasses.replace(tiny, model=model.eval())
    with pytest.raises(BrokenModelError, match="no numbers"):
        cpu(broken).predict(picture(32, 32))


def configured(loaded: LoadedModel, **values: int) -> LoadedModel:
    config = dataclasses.replace(loaded.description.config, **values)  # type: ignore[arg-type]  # ints
    return dataclasses.replace(loaded, description=dataclasses.replace(loaded.description, config=config))


class Short(torch.nn.Module):
    """A model on a device with memory for `pixels` pixels at a time."""

    def __init__(self, inner: torch.nn.Module, pixels: int, error: Exception, sizes: list[int]) -> None:
        super().__init__()
        self.inner, self.pixels, self.error, self.sizes = inner, pixels, error, sizes

    def __deepcopy__(self, memo: object) -> Short:
        return self  # so that `sizes` is the test's

    def _look(self, x: torch.Tensor) -> None:
        self.sizes.append(x.shape[-1] * x.shape[-2])
        if self.sizes[-1] > self.pixels:
            raise self.error

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self._look(x)
        out: torch.Tensor = self.inner(x)
        return out


FULL = [
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    RuntimeError(
        "[enforce fail at alloc_cpu.cpp:117] . DefaultCPUAllocator: can't allocate memory: you tried"
    ),
    RuntimeError("cuDNN error: CUDNN_STATUS_ALLOC_FAILED"),
    RuntimeError("cuDNN error: CUDNN_STATUS_INTERNAL_ERROR"),
    RuntimeError("Unable to find a valid cuDNN algorithm to run convolution"),
    RuntimeError("GET was unable to find an engine to execute this computation"),
    RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
    MemoryError(),
    cv2.error(
        "OpenCV(5) alloc.cpp:52: error: (-4:Insufficient memory) Failed to allocate 4800000000 bytes"
    ),
]


@pytest.mark.parametrize(
    "error",
    FULL,
    ids=["cuda", "cpu", "cudnn", "workspace", "algorithm", "engine", "cublas", "numpy", "opencv"],
)
def test_a_device_that_is_full_gets_smaller_tiles_and_the_user_is_told(
    tiny: LoadedModel, error: Exception
) -> None:
    sizes: list[int] = []
    room = Short(tiny.model, 70_000, error, sizes)
    short = dataclasses.replace(tiny, model=room)  # type: ignore[arg-type]  # as good as a model
    predictor = cpu(short, fast=False)
    image = picture(280, 320)
    prediction = predictor.predict(image)
    assert sizes[0] > 70_000
    assert max(sizes[1:]) <= 70_000
    assert [notice for notice in predictor.notices if "memory" in notice and "tiles" in notice]
    assert prediction.logits.shape == cpu(tiny, fast=False).predict(image).logits.shape
    told, seen = list(predictor.notices), len(sizes)
    predictor.predict(image)  # what was learned is kept
    assert predictor.notices == told
    assert max(sizes[seen:]) <= 70_000


def test_memory_is_given_back_as_far_as_torch_can(
    tiny: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise RuntimeError("captures_underway.empty() INTERNAL ASSERT FAILED")

    placed = cpu(tiny)._placed
    monkeypatch.setattr(placed, "device", torch.device("cuda"))
    monkeypatch.setattr(torch.cuda, "empty_cache", refuse)
    assert not placed.free_memory()


def test_a_machine_without_memory_for_a_small_tile_is_a_sentence(tiny: LoadedModel) -> None:
    room = Short(tiny.model, 0, torch.OutOfMemoryError("out of memory"), [])
    predictor = cpu(dataclasses.replace(tiny, model=room), fast=False)  # type: ignore[arg-type]  # as good as a model
    with pytest.raises(WorkError, match="too little memory"):
        predictor.predict(picture(300, 300))


def test_another_error_of_torch_is_not_taken_for_missing_memory(tiny: LoadedModel) -> None:
    room = Short(tiny.model, 0, RuntimeError("size mismatch"), [])
    predictor = cpu(dataclasses.replace(tiny, model=room), fast=False)  # type: ignore[arg-type]  # as good as a model
    with pytest.raises(RuntimeError, match="size mismatch"):
        predictor.predict(picture(300, 300))


@pytest.mark.parametrize("backbone", ["tf_efficientnet_lite0", "resnet50", "mobilenet_v3_large"])
def test_folding_batch_norm_changes_no_logit(tiny: LoadedModel, backbone: str) -> None:
    torch.manual_seed(2)
    config = dataclasses.replace(tiny.description.config, backbone=backbone)
    model = build_model(config).eval()
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.uniform_(-0.2, 0.2)  # type: ignore[union-attr]  # set by default
            module.running_var.uniform_(0.5, 1.5)  # type: ignore[union-attr]
    x = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        before = model(x)
    norms = sum(isinstance(m, torch.nn.BatchNorm2d) for m in model.modules())
    assert fold_batch_norm(model, torch.zeros(1, 3, 32, 32)) == norms
    assert not any(isinstance(m, torch.nn.BatchNorm2d) for m in model.modules())
    with torch.inference_mode():
        torch.testing.assert_close(model(x), before, atol=1e-3, rtol=1e-3)


def test_the_cpu_is_always_there_and_auto_is_the_first() -> None:
    devices = available_devices()
    assert [d.id for d in devices if d.id != OPENVINO][-1] == "cpu"
    assert str(resolve_device("auto")) == devices[0].id


def without_room(monkeypatch: pytest.MonkeyPatch, *full: tuple[str, torch.dtype]) -> None:
    """There is no memory to place a model on these devices in these precisions."""
    plain = Predictor._placed_on

    def placed(self: Predictor, device: torch.device, precision: torch.dtype) -> PlacedModel:
        if (device.type, precision) in full:
            raise torch.OutOfMemoryError("out of memory")
        return plain(self, device, precision)

    monkeypatch.setattr(Predictor, "_placed_on", placed)


def test_a_device_without_room_for_the_model_hands_over_to_the_cpu(
    tiny: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(predictor_file, "resolve_device", lambda _: torch.device("meta"))
    without_room(monkeypatch, ("meta", torch.float32))
    predictor = Predictor(tiny, "auto", threads=1)
    assert predictor.device == "cpu"
    assert any("CPU took over" in notice for notice in predictor.notices)
    assert predictor.predict(picture(32, 32)).size == (32, 32)


class Overflowing(torch.nn.Module):
    """No numbers in half precision."""

    def __init__(self, inner: torch.nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = self.inner(x)
        return out if x.dtype == torch.float32 else out * float("nan")


def test_a_model_that_overflows_runs_at_full_precision(
    tiny: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(predictor_file, "precision_for", lambda *_, **__: torch.bfloat16)
    expected = cpu(tiny).predict(picture(64, 64)).label_map()
    overflowing = dataclasses.replace(tiny, model=Overflowing(tiny.model))  # type: ignore[arg-type]  # as good as one
    predictor = cpu(overflowing)
    together = predictor.predict_many([picture(64, 64)] * 2)
    assert all((p.label_map() == expected).mean() > 0.95 for p in together)
    assert any("overflows" in notice for notice in predictor.notices)


def test_full_precision_that_does_not_fit_is_a_sentence(
    tiny: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(predictor_file, "precision_for", lambda *_, **__: torch.bfloat16)
    without_room(monkeypatch, ("cpu", torch.float32))
    predictor = cpu(dataclasses.replace(tiny, model=Overflowing(tiny.model)))  # type: ignore[arg-type]  # as good as one
    for _ in range(2):  # the predictor is still whole
        with pytest.raises(WorkError, match="too little memory"):
            predictor.predict(picture(64, 64))


def test_what_one_image_lacked_does_not_touch_the_others(tiny: LoadedModel) -> None:
    sizes: list[int] = []
    room = Short(tiny.model, 1 << 18, torch.OutOfMemoryError("out of memory"), sizes)
    predictor = cpu(dataclasses.replace(tiny, model=room), fast=False)  # type: ignore[arg-type]  # as good as a model
    large, middle = picture(600, 500), picture(500, 500)
    predictor.predict(large)
    (notice,) = predictor.notices
    assert "differ" in notice
    seen = len(sizes)
    predictor.predict(middle)  # fits: in one piece, as if nothing had happened
    assert len(sizes) == seen + 1
    seen = len(sizes)
    predictor.predict(large)  # its lesson is kept
    assert max(sizes[seen:]) <= 1 << 18


def test_several_images_at_once_are_what_each_is_alone() -> None:
    predictor = cpu(load_model("bundled", "cpu"), fast=False)
    images = [render_scene(seed, 96, 64).image for seed in (500, 501, 502)]
    images.insert(1, render_scene(503, 64, 80).image)
    alone = [predictor.predict(image) for image in images]
    passes: list[int] = []
    predictor._placed._model.register_forward_pre_hook(lambda _, args: passes.append(len(args[0])))
    together = predictor.predict_many(images)
    assert passes == [3, 1]
    for one, other in zip(alone, together, strict=True):
        assert other.size == one.size
        steps = np.abs(one.logits.astype(int) - other.logits.astype(int))
        assert steps.max() <= 1
        assert (one.label_map() == other.label_map()).mean() > 0.999


def test_images_for_which_there_is_no_room_together_go_one_by_one(tiny: LoadedModel) -> None:
    sizes: list[int] = []
    room = ShortTogether(tiny.model, 2, torch.OutOfMemoryError("out of memory"), sizes)
    predictor = cpu(dataclasses.replace(tiny, model=room), fast=False)  # type: ignore[arg-type]  # as good as a model
    images = [picture(40, 40, seed) for seed in range(6)]
    got = predictor.predict_many(images)
    assert sizes[:5] == [4, 1, 1, 1, 1]
    assert not predictor.notices  # nothing that a person would see
    for image, prediction in zip(images, got, strict=True):
        assert np.array_equal(prediction.logits, predictor.predict(image).logits)


class ShortTogether(Short):
    """Memory for fewer than `pixels` images at a time."""

    def _look(self, x: torch.Tensor) -> None:
        self.sizes.append(len(x))
        if len(x) >= self.pixels:
            raise self.error


def test_several_images_are_cancelled_as_one(tiny: LoadedModel) -> None:
    predictor = cpu(tiny)
    for looks in (0, 3):
        with pytest.raises(Cancelled):
            predictor.predict_many([picture(32, 32)] * 3, CancelledLater(looks))
    assert predictor.predict_many([]) == []


def test_logits_are_quantised_on_a_device_as_they_are_here() -> None:
    logits = torch.randn(2, 5, 30, 40) * 20
    there = quantised_tensor(logits).numpy()
    assert all(np.array_equal(each, quantised(logits[n].numpy())) for n, each in enumerate(there))
