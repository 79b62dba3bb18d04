"""One training run on several processes: each works on a share of every step, and all hold the same weights.

`torchrun --nproc-per-node 4 -m segstudio train …` starts them and tells each its place in the environment. Gradients
are summed explicitly, in one message a step, instead of by `DistributedDataParallel`: accumulated batches then cost no
messages, and what is computed on one process and on many is the same sum.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch import distributed as dist
from torch._utils import _flatten_dense_tensors, _unflatten_dense_tensors

from segstudio.core.errors import WorkError


class Team:
    """The processes of a run; alone when there is only one. Every method is to be called by all of them."""

    def __init__(self, rank: int = 0, size: int = 1) -> None:
        self.rank = rank
        self.size = size

    @property
    def main(self) -> bool:
        """Whether this one writes files and speaks to the user."""
        return self.rank == 0

    def wait(self) -> None:
        """Until all have come here."""
        if self.size > 1:
            dist.barrier()

    def sum_(self, values: Tensor) -> Tensor:
        """In place: over all processes."""
        if self.size > 1:
            dist.all_reduce(values)
        return values

    def share_(self, tensors: Iterable[Tensor]) -> None:
        """In place: everybody gets what the main process has."""
        if self.size > 1:
            for tensor in tensors:
                dist.broadcast(tensor, 0)

    def average_(self, tensors: Iterable[Tensor]) -> None:
        """In place, floating-point tensors: their mean over all processes."""
        if self.size > 1:
            for tensor in tensors:
                dist.all_reduce(tensor)
                tensor.div_(self.size)

    def sum_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Every process gets the sum of all gradients, in one message."""
        if self.size == 1:
            return
        learning = [p for p in parameters if p.requires_grad]
        for p in learning:
            if p.grad is None:
                p.grad = torch.zeros_like(p)
        grads = [p.grad.contiguous() for p in learning if p.grad is not None]
        flat = self.sum_(_flatten_dense_tensors(grads))  # type: ignore[no-untyped-call]  # torch's
        for p, summed in zip(learning, _unflatten_dense_tensors(flat, grads), strict=True):  # type: ignore[no-untyped-call]
            assert p.grad is not None
            p.grad.copy_(summed)


@contextmanager
def joined(device: str) -> Iterator[Team]:
    """The team that torchrun's environment names; alone without it. Raises WorkError when the others do not come."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1 or dist.is_initialized():
        yield Team(dist.get_rank(), dist.get_world_size()) if dist.is_initialized() else Team()
        return
    backend = "nccl" if device.startswith("cuda") else "gloo"
    try:
        dist.init_process_group(backend)
    except (RuntimeError, ValueError) as error:
        raise WorkError(
            f"The {size} processes of this run did not find each other ({str(error).splitlines()[0]})."
        ) from error
    try:
        yield Team(dist.get_rank(), dist.get_world_size())
    finally:
        dist.destroy_process_group()


def own_device(device: str) -> str:
    """On a machine with several GPUs, each process of a team takes the one of its local rank."""
    local = os.environ.get("LOCAL_RANK")
    return f"cuda:{local}" if local is not None and device == "cuda" else device
