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

from segstudio.core.errors import InputError, WorkError
from segstudio.deeplab.devices import AUTO, resolve_device


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

    def totals(self, values: list[float], device: torch.device) -> list[float]:
        """Each value over all processes, sent from `device`; alone nothing leaves this one's memory."""
        if self.size == 1:
            return values
        totals: list[float] = self.sum_(torch.tensor(values, dtype=torch.float64, device=device)).tolist()
        return totals

    def share_(self, tensors: Iterable[Tensor]) -> None:
        """In place: everybody gets what the main process has."""
        if self.size > 1:
            for tensor in tensors:
                dist.broadcast(tensor, 0)

    def average_(self, tensors: Iterable[Tensor]) -> None:
        """In place, tensors of one floating-point type: their mean over all processes, in one message."""
        own = list(tensors)
        if self.size == 1 or not own:
            return
        flat = self.sum_(_flatten_dense_tensors(own))  # type: ignore[no-untyped-call]  # torch's
        for tensor, mean in zip(own, _unflatten_dense_tensors(flat / self.size, own), strict=True):  # type: ignore[no-untyped-call]
            tensor.copy_(mean)

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
    """The team that torchrun's environment names; alone without it.

    Raises InputError for a device that is not there, WorkError when the others do not come.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1 or dist.is_initialized():
        yield Team(dist.get_rank(), dist.get_world_size()) if dist.is_initialized() else Team()
        return
    own = resolve_device(own_device(device))
    if own.type == "cuda":
        torch.cuda.set_device(own)  # before the first message: it goes over the current GPU
    try:
        dist.init_process_group("nccl" if own.type == "cuda" else "gloo")
    except (RuntimeError, ValueError) as error:
        raise WorkError(
            f"The {size} processes of this run did not find each other ({str(error).splitlines()[0]})."
        ) from error
    try:
        yield Team(dist.get_rank(), dist.get_world_size())
    finally:
        dist.destroy_process_group()


def own_device(device: str) -> str:
    """Where this process computes: under torchrun 'cuda' is the GPU of its local rank, and 'auto' that or the CPU.

    Raises InputError for a GPU by number where several processes would meet on it.
    """
    local = os.environ.get("LOCAL_RANK")
    if local is None:
        return device
    if device == AUTO:
        device = "cuda" if torch.cuda.is_available() else "cpu"
    if device.startswith("cuda:") and int(os.environ.get("LOCAL_WORLD_SIZE", "1")) > 1:
        raise InputError(
            f"All processes would compute on {device}. Write --device cuda, and each takes a GPU of its own."
        )
    return f"cuda:{local}" if device == "cuda" else device
