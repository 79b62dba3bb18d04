"""Losses, schedule, averaging and the quick depthwise convolution against plain computations."""

from __future__ import annotations

import copy
import itertools

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.runs.fast_depthwise import use_fast_depthwise
from segstudio.deeplab.runs.losses import class_weights, lovasz_softmax, segmentation_loss
from segstudio.deeplab.runs.schedule import WeightAverage, poly_factor


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10_000), pixels=st.integers(1, 60), classes=st.integers(1, 5))
def test_lovasz_of_a_hard_prediction_is_the_jaccard_loss(seed: int, pixels: int, classes: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    truth = torch.randint(0, classes, (pixels,), generator=generator)
    guess = torch.randint(0, classes, (pixels,), generator=generator)
    losses = []
    for c in sorted(set(truth.tolist())):
        both = ((truth == c) & (guess == c)).sum()
        either = ((truth == c) | (guess == c)).sum()
        losses.append(1 - both / either)
    got = lovasz_softmax(functional.one_hot(guess, classes).float(), truth)
    torch.testing.assert_close(got, torch.stack(losses).mean(), atol=1e-5, rtol=1e-5)


def test_lovasz_has_a_gradient_towards_the_truth_and_none_without_pixels() -> None:
    logits = torch.zeros(4, 3, requires_grad=True)
    truth = torch.tensor([0, 0, 1, 2])
    (gradient,) = torch.autograd.grad(lovasz_softmax(logits.softmax(1), truth), logits)
    assert (gradient.argmin(1) == truth).all()
    assert lovasz_softmax(torch.zeros(0, 3), torch.zeros(0, dtype=torch.long)) == 0


def test_ignored_pixels_have_no_loss() -> None:
    torch.manual_seed(0)
    logits, weights = torch.randn(1, 3, 4, 4), torch.ones(3)
    labels = torch.full((1, 4, 4), 255)
    labels[0, 1, 1] = 2
    loss = segmentation_loss(logits, labels, weights, lovasz=0.0, lovasz_pixels=9, offset=0)
    torch.testing.assert_close(loss, functional.cross_entropy(logits[:, :, 1, 1], torch.tensor([2])))
    assert segmentation_loss(logits, labels, weights, lovasz=1.0, lovasz_pixels=99, offset=5) > loss


def test_class_weights() -> None:
    counts = torch.tensor([900, 90, 10, 0])
    assert torch.allclose(class_weights(counts, 0.0), torch.ones(4))
    inverse = class_weights(counts, 1.0)
    assert inverse[1] / inverse[0] == pytest.approx(10)
    assert inverse[2] / inverse[0] == pytest.approx(90)
    half = class_weights(counts, 0.5)
    share = counts[:3] / 1000
    assert float((half[:3] * share).sum()) == pytest.approx(1.0, abs=1e-6)


def test_a_class_without_pixels_has_weight_1() -> None:
    assert class_weights(torch.tensor([900, 90, 10, 0]), 1.0)[3] == 1.0
    assert torch.equal(class_weights(torch.zeros(3, dtype=torch.int64), 0.5), torch.ones(3))


@pytest.mark.parametrize("lovasz", [0.0, 1.0])
def test_a_crop_without_any_class_pulls_at_nothing(lovasz: float) -> None:
    logits = torch.randn(2, 3, 4, 5, requires_grad=True)
    labels = torch.full((2, 4, 5), 255)
    loss = segmentation_loss(logits, labels, torch.ones(3), lovasz=lovasz, lovasz_pixels=7, offset=3)
    (gradient,) = torch.autograd.grad(loss, logits)
    assert loss == 0
    assert not gradient.any()


def test_lovasz_of_a_worked_example() -> None:
    """Two classes, three pixels: sorted errors times the steps of the Jaccard loss, by hand."""
    probabilities = torch.tensor([[0.9, 0.1], [0.4, 0.6], [0.2, 0.8]])
    truth = torch.tensor([0, 0, 1])
    # class 0: errors 0.6 (miss), 0.2 (false alarm), 0.1 (miss); Jaccard losses 1/2, 2/3, 1
    of_0 = 0.6 * (1 / 2) + 0.2 * (2 / 3 - 1 / 2) + 0.1 * (1 - 2 / 3)
    # class 1: errors 0.6 (false alarm), 0.2 (miss), 0.1 (false alarm); Jaccard losses 1/2, 1, 1
    of_1 = 0.6 * (1 / 2) + 0.2 * (1 - 1 / 2)
    torch.testing.assert_close(lovasz_softmax(probabilities, truth), torch.tensor((of_0 + of_1) / 2))


def test_poly_schedule_warms_up_and_ends_at_zero() -> None:
    values = [poly_factor(step, 100, 10) for step in range(101)]
    assert values[0] == pytest.approx(0.1)
    assert values[9] == values[10] == 1.0
    assert values[55] == pytest.approx(0.5**0.9)
    assert values[100] == 0.0
    assert all(a >= b for a, b in itertools.pairwise(values[10:]))


def test_the_average_follows_slowly_and_forgets_its_start() -> None:
    model = nn.BatchNorm1d(1)
    average = WeightAverage(model, 0.9)
    with torch.no_grad():
        model.weight.fill_(5.0)
    model.num_batches_tracked.fill_(7)  # type: ignore[union-attr]  # tracked by default
    expected = 1.0
    for update in range(1, 200):
        average.update(model)
        decay = min(0.9, (1 + update) / (10 + update))
        expected = decay * expected + (1 - decay) * 5.0
        assert float(average.state["weight"]) == pytest.approx(expected)
    assert expected == pytest.approx(5.0, abs=1e-6)
    assert int(average.state["num_batches_tracked"]) == 7


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_the_quick_depthwise_convolution_has_the_same_gradients(dtype: torch.dtype) -> None:
    torch.manual_seed(1)
    config = ModelConfig(
        num_classes=3,
        context_channels=8,
        decoder=(DecoderLevel(4, 4, 8), DecoderLevel(2, 4, 8)),
        dropout=0.0,
    )
    plain = build_model(config).eval()
    quick = copy.deepcopy(plain)
    assert use_fast_depthwise(quick) > 10
    x = torch.randn(2, 3, 33, 47)
    grads = []
    for model in (plain, quick):
        with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
            out = model(x)
        out.float().square().mean().backward()
        grads.append(torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None]))
    similar = functional.cosine_similarity(grads[0], grads[1], dim=0)
    assert float(similar) > (0.999999 if dtype == torch.float32 else 0.99)
    assert quick.state_dict().keys() == plain.state_dict().keys()
