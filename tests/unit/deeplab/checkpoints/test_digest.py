"""A digest is that of the content, and of all of it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import torch

from segstudio.deeplab.checkpoints.digest import digest_of

VALUES: list[Any] = [
    None,
    0,
    0.0,
    False,
    "",
    "0",
    [],
    [[]],
    {},
    {"a": 1},
    {"b": 1},
    {"a": {"b": 1}},
    torch.zeros(2),
    torch.zeros(1, 2),
    torch.zeros(2, dtype=torch.float16),
    torch.zeros(4, dtype=torch.float16),
    torch.zeros(2, dtype=torch.bool),
    torch.tensor([0.0, -0.0]),
    torch.tensor(0.0),
    torch.zeros(0),
    torch.zeros(1, 2, dtype=torch.complex64),
]


def test_other_content_has_another_digest() -> None:
    for one, other in itertools.combinations(VALUES, 2):
        assert digest_of(one) != digest_of(other), (one, other)
        assert digest_of([one, other]) != digest_of([other, one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ([1, 2], (1, 2)),
        (torch.arange(24.0).reshape(4, 6).t(), torch.arange(24.0).reshape(4, 6).t().contiguous()),
        (torch.ones(2, requires_grad=True), torch.ones(2)),
    ],
)
def test_how_it_lies_does_not_matter(one: object, other: object) -> None:
    assert digest_of(one) == digest_of(other)
