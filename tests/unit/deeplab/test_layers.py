"""Building blocks against computations that do not use them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from segstudio.deeplab.layers import (
    ASPP,
    AtrousConv2d,
    SeparableConv2d,
    SpatialPyramidPooling,
    Spread,
    aspp_rates,
)


def kernel_with_holes(weight: torch.Tensor, rate: int) -> torch.Tensor:
    """The dense kernel that has rate − 1 zeros between neighbouring taps."""
    size = rate * (weight.shape[-1] - 1) + 1
    dense = torch.zeros(*weight.shape[:2], size, size)
    dense[:, :, ::rate, ::rate] = weight
    return dense


@settings(deadline=None, max_examples=25)
@given(
    rate=st.integers(1, 5),
    kernel=st.sampled_from([1, 3, 5]),
    height=st.integers(1, 17),
    width=st.integers(1, 17),
)
def test_an_atrous_convolution_is_a_dense_one_with_a_kernel_with_holes(
    rate: int, kernel: int, height: int, width: int
) -> None:
    torch.manual_seed(0)
    conv = AtrousConv2d(2, 3, kernel, rate)
    x = torch.randn(2, 2, height, width)
    dense = kernel_with_holes(conv.weight.detach(), rate)
    expected = functional.conv2d(x, dense, padding=dense.shape[-1] // 2)
    got = conv(x)
    assert got.shape[-2:] == (height, width)
    torch.testing.assert_close(got, expected, atol=1e-5, rtol=1e-5)


def test_the_same_weights_serve_at_any_rate() -> None:
    near, far = AtrousConv2d(2, 2, 3, 1), AtrousConv2d(2, 2, 3, 4)
    far.load_state_dict(near.state_dict())
    assert far.rate == 4
    x = torch.randn(1, 2, 9, 9)
    # every fourth pixel of the far one sees what the near one sees on the image thinned to them
    torch.testing.assert_close(far(x)[:, :, ::4, ::4], near(x[:, :, ::4, ::4]), atol=1e-5, rtol=1e-5)


def test_an_even_kernel_is_refused() -> None:
    with pytest.raises(ValueError, match="odd"):
        AtrousConv2d(2, 2, 4)


@pytest.mark.parametrize("rate", [1, 3])
def test_a_separable_convolution_is_the_sum_written_out(rate: int) -> None:
    torch.manual_seed(1)
    conv = SeparableConv2d(3, 5, 3, rate)
    x = torch.randn(1, 3, 6, 7)
    depthwise, pointwise = (p.detach() for p in conv.parameters())
    padded = functional.pad(x, (rate,) * 4)
    middle = torch.zeros(1, 3, 6, 7)
    for row in range(3):
        for column in range(3):
            top, left = row * rate, column * rate
            middle += (
                depthwise[:, 0, row, column].view(1, 3, 1, 1) * padded[:, :, top : top + 6, left : left + 7]
            )
    expected = torch.einsum("oc,nchw->nohw", pointwise[:, :, 0, 0], middle)
    torch.testing.assert_close(conv(x), expected, atol=1e-5, rtol=1e-5)
    assert sum(p.numel() for p in conv.parameters()) == 9 * 3 + 3 * 5


@settings(deadline=None, max_examples=25)
@given(data=st.data(), bins=st.sampled_from([1, 2, 4]), height=st.integers(1, 20), width=st.integers(1, 20))
def test_bins_spread_over_a_part_are_that_part_of_the_whole(
    data: st.DataObject, bins: int, height: int, width: int
) -> None:
    x = torch.randn(2, 3, bins, bins)
    spread = Spread()
    whole = spread(x, torch.Size((height, width)))
    (top, bottom), (left, right) = (
        sorted(data.draw(st.lists(st.integers(0, side), min_size=2, max_size=2, unique=True)))
        for side in (height, width)
    )
    spread.window = (top / height, bottom / height), (left / width, right / width)
    part = spread(x, torch.Size((bottom - top, right - left)))
    torch.testing.assert_close(part, whole[:, :, top:bottom, left:right], atol=1e-5, rtol=1e-5)


@settings(deadline=None, max_examples=25)
@given(height=st.integers(1, 13), width=st.integers(1, 13))
def test_pyramid_bins_are_means_over_their_rows_and_columns(height: int, width: int) -> None:
    x = torch.randn(1, 2, height, width)
    for bins, pool in zip((4, 2, 1), SpatialPyramidPooling(2, 6).pools, strict=True):
        pooled = pool(x)
        assert pooled.shape == (1, 2, bins, bins)
        for i in range(bins):
            rows = slice(i * height // bins, -(-(i + 1) * height // bins))
            for j in range(bins):
                columns = slice(j * width // bins, -(-(j + 1) * width // bins))
                torch.testing.assert_close(pooled[0, :, i, j], x[0, :, rows, columns].mean((1, 2)))


def test_pyramid_pooling_keeps_the_map_and_sees_all_of_it() -> None:
    torch.manual_seed(2)  # others leave the corner's answer to units that are off
    block = SpatialPyramidPooling(6, 8, dropout=0.0).eval()
    x = torch.randn(1, 6, 12, 9, requires_grad=True)
    out = block(x)
    assert out.shape == (1, 8, 12, 9)
    (grad,) = torch.autograd.grad(out[0, :, 0, 0].sum(), x)
    assert grad[0, :, -1, -1].abs().sum() > 0


def test_aspp_rates_keep_the_view_at_other_output_strides() -> None:
    assert aspp_rates(16) == (6, 12, 18)
    assert aspp_rates(8) == (12, 24, 36)
    assert aspp_rates(32) == (3, 6, 9)


@pytest.mark.parametrize("separable", [False, True])
def test_aspp_has_a_1x1_the_rates_and_image_pooling(separable: bool) -> None:
    block = ASPP(6, (2, 3), 8, separable=separable, dropout=0.0).eval()
    assert len(block.convs) == 4
    found = {m.dilation[0] for m in block.modules() if isinstance(m, nn.Conv2d) and m.kernel_size == (3, 3)}
    assert found == {2, 3}
    assert sum(isinstance(m, SeparableConv2d) for m in block.modules()) == (2 if separable else 0)
    assert block(torch.randn(2, 6, 5, 7)).shape == (2, 8, 5, 7)


def test_image_pooling_is_the_mean_of_the_map() -> None:
    pooling = ASPP(4, (2,), 3).eval().convs[-1]
    x = torch.randn(1, 4, 5, 6)
    conv = pooling[1]  # type: ignore[index]  # a Sequential
    mean = torch.einsum("oc,nc->no", conv.weight[:, :, 0, 0], x.mean((2, 3)))
    expected = functional.relu(mean / (1 + 1e-5) ** 0.5)  # fresh statistics: mean 0, variance 1
    torch.testing.assert_close(pooling(x)[0, :, 2, 3], expected[0], atol=1e-6, rtol=1e-5)


def unit(x: np.ndarray, sequential: nn.Sequential) -> np.ndarray:
    """1×1 convolution, normalisation and ReLU of a fresh block in evaluation mode, by matrix product. C×h×w."""
    conv = next(m for m in sequential.modules() if isinstance(m, nn.Conv2d))
    weight = conv.weight.detach().double().numpy()[:, :, 0, 0]
    mixed = np.tensordot(weight, x, axes=1) / np.sqrt(1 + 1e-5)
    return np.asarray(np.maximum(mixed, 0))


@pytest.mark.parametrize("size", [(9, 14), (4, 4), (2, 7)])
def test_pyramid_pooling_is_the_sum_written_out(size: tuple[int, int]) -> None:
    """Means of bins, 1×1 convolutions, OpenCV's enlarging, concatenation, 1×1 convolution."""
    torch.manual_seed(4)
    block = SpatialPyramidPooling(5, 6, dropout=0.3).eval()
    x = torch.randn(1, 5, *size)
    image = x[0].double().numpy()
    parts = [image]
    for bins, conv in zip((4, 2, 1), block.convs, strict=True):
        means = np.empty((5, bins, bins))
        for i, j in np.ndindex(bins, bins):
            rows = slice(i * size[0] // bins, -(-(i + 1) * size[0] // bins))
            columns = slice(j * size[1] // bins, -(-(j + 1) * size[1] // bins))
            means[:, i, j] = image[:, rows, columns].mean((1, 2))
        small = unit(means, conv)  # type: ignore[arg-type]  # a Sequential
        parts.append(np.stack([cv2.resize(m, size[::-1], interpolation=cv2.INTER_LINEAR) for m in small]))
    expected = unit(np.concatenate(parts), block.project)
    np.testing.assert_allclose(block(x)[0].detach().numpy(), expected, atol=1e-5)


@pytest.mark.parametrize("size", [(9, 11), (3, 3)])
def test_aspp_is_the_sum_written_out(size: tuple[int, int]) -> None:
    """1×1, dense kernels with holes, the mean of the map; concatenated in this order and joined by a 1×1."""
    torch.manual_seed(5)
    block = ASPP(4, (2, 5), 3, dropout=0.3).eval()
    x = torch.randn(1, 4, *size)
    image = x[0].double().numpy()
    parts = [unit(image, block.convs[0])]  # type: ignore[arg-type]  # a Sequential
    for rate, branch in zip((2, 5), list(block.convs)[1:3], strict=True):
        weight = branch[0].weight.detach()  # type: ignore[index]
        dense = kernel_with_holes(weight, rate).double().numpy()
        reach = dense.shape[-1] // 2
        padded = np.pad(image, ((0, 0), (reach, reach), (reach, reach)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, dense.shape[-2:], axis=(1, 2))
        seen = np.einsum("cyxij,ocij->oyx", windows, dense) / np.sqrt(1 + 1e-5)
        parts.append(np.maximum(seen, 0))
    mean = unit(image.mean((1, 2), keepdims=True), block.convs[-1])  # type: ignore[arg-type]
    parts.append(np.broadcast_to(mean, (3, *size)))
    expected = unit(np.concatenate(parts), block.project)
    np.testing.assert_allclose(block(x)[0].detach().numpy(), expected, atol=1e-5)
