"""The forward pass of a model recorded once per input shape and replayed: on a GPU a small image takes less time than
Python needs to start a few hundred kernels one by one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor

Forward = Callable[[Tensor], Tensor]
Record = Callable[[Forward, Tensor], Forward]

MOST_SHAPES = 3
"""Each recording holds the memory of its maps."""

PATIENCE = 32
"""How often a shape has to come before it takes the place of another: a recording costs some dozen plain runs, and
the images of a folder may alternate between more sizes than are kept."""

_REMEMBERED = 64
_WARM_UPS = 3
_FREE_SHARE = 0.25
"""Of the device's memory: with less left nothing is recorded."""


class GraphedForward:
    """Calls `forward`; a shape that comes again is recorded, and from then on replayed. Not thread-safe.

    A shape that comes once is not worth a recording. With `most` of them recorded, another one has to come `patience`
    times before it takes the place of the one used longest ago. After a recording that failed nothing more is recorded:
    `forward` itself runs, which is slower and right. `forward` must do the same for every input of one shape. Answers
    belong to the caller.
    """

    def __init__(
        self,
        forward: Forward,
        record: Record | None = None,
        most: int = MOST_SHAPES,
        patience: int = PATIENCE,
    ) -> None:
        self._forward, self._most, self._patience = forward, most, patience
        self._record = record or recorded
        self._recording = True
        self._plain: OrderedDict[torch.Size, int] = OrderedDict()  # how often each shape came unrecorded
        self._replays: OrderedDict[torch.Size, Forward] = OrderedDict()

    def __call__(self, x: Tensor) -> Tensor:
        """x: N×3×H×W on the device."""
        shape = x.shape
        came = self._plain.pop(shape, 0)
        wanted = 1 if len(self._replays) < self._most else self._patience
        if self._recording and shape not in self._replays and came >= wanted:
            self._try_to_record(x)
        replay = self._replays.get(shape)
        if replay is None:
            self._note(shape, came + 1)
            with searched(came > 0):
                return self._forward(x)
        self._replays.move_to_end(shape)
        return replay(x)

    @property
    def shapes(self) -> tuple[torch.Size, ...]:
        """Those that are recorded, the one used last at the end."""
        return tuple(self._replays)

    def free(self) -> bool:
        """Drop all recordings and make no more: memory is short. Whether there were any."""
        held = bool(self._replays)
        self._replays.clear()
        self._recording = False
        return held

    def _note(self, shape: torch.Size, times: int) -> None:
        self._plain[shape] = times
        if len(self._plain) > _REMEMBERED:
            self._plain.popitem(last=False)

    def _try_to_record(self, x: Tensor) -> None:
        while len(self._replays) >= self._most:
            self._replays.popitem(last=False)
        try:
            self._replays[x.shape] = self._record(self._forward, x)
        except RuntimeError:  # also of memory; something in the model may be impossible to record
            self._recording = False


@contextmanager
def searched(repeated: bool) -> Iterator[None]:
    """While entered cuDNN tries its algorithms for each new shape and keeps the fastest: worth it for `repeated` ones."""
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = repeated or before
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = before


def recorded(forward: Forward, x: Tensor) -> Forward:
    """`forward` for inputs of the shape, type and layout of `x`, as one CUDA graph. Raises RuntimeError where that
    cannot be done; whatever else `forward` raises in the runs before the recording passes through."""
    device = x.device
    torch.cuda.empty_cache()  # as `torch.cuda.graph` does; what is left is in use, other recordings included
    free, total = torch.cuda.mem_get_info(device)
    if free < _FREE_SHARE * total:
        raise RuntimeError("too little memory for a recording")
    usual = torch.cuda.current_stream(device)
    # the usual stream, once more: a recording that fails leaves its own one behind
    with torch.inference_mode(), torch.cuda.device(device), torch.cuda.stream(usual), searched(True):
        given = x.clone()  # keeps the layout
        side = torch.cuda.Stream(device)  # type: ignore[no-untyped-call]  # torch's stub
        side.wait_stream(usual)
        # libraries choose algorithms and take workspaces, which cannot be recorded
        with torch.cuda.stream(side):
            for _ in range(_WARM_UPS):
                forward(given)
        usual.wait_stream(side)
        graph = torch.cuda.CUDAGraph()
        # thread_local: what other threads do on the device in the meantime is theirs
        with torch.cuda.graph(graph, stream=side, capture_error_mode="thread_local"):
            answer = forward(given)

    def replay(x: Tensor) -> Tensor:
        with torch.inference_mode():
            given.copy_(x)
            graph.replay()
            return answer.clone()

    return replay
