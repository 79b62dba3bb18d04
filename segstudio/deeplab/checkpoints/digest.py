"""A digest of tensors and plain values, by which a file tells that it still holds what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import torch
from torch import Tensor


def digest_of(value: Any) -> str:
    """SHA-256, in hex, of a tensor, a text, a number, a truth value, None, and lists and mappings of such.

    A mapping's order does not matter, nor does where a tensor lies and in which memory layout; its type and shape do.
    """
    digest = sha256()
    for part in _parts(value):
        digest.update(part)
    return digest.hexdigest()


def _parts(value: Any) -> Iterator[bytes | memoryview]:
    if isinstance(value, Tensor):
        yield f"tensor {value.dtype} {tuple(value.shape)}\n".encode()
        flat = value.detach().cpu().contiguous().reshape(-1)
        yield flat.view(torch.uint8).numpy().data
    elif isinstance(value, Mapping):
        yield f"mapping {len(value)}\n".encode()
        for key, inner in sorted(value.items(), key=lambda item: repr(item[0])):
            yield f"{key!r}\n".encode()
            yield from _parts(inner)
    elif isinstance(value, list | tuple):
        yield f"list {len(value)}\n".encode()
        for inner in value:
            yield from _parts(inner)
    else:
        yield f"{value!r}\n".encode()
