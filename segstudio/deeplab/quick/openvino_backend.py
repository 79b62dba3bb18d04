"""The forward pass through OpenVINO: an optional extra for CPUs (`pip install segstudio[openvino]`)."""

from __future__ import annotations

import importlib.util
import warnings

import torch
from torch import Tensor, nn

from segstudio.core.errors import WorkError
from segstudio.core.wording import worded

OPENVINO = "openvino"
"""The id of the device."""

_EXAMPLE = (64, 96)


def is_installed() -> bool:
    """Whether the extra is there; nothing is imported."""
    return importlib.util.find_spec("openvino") is not None


class OpenVinoModel:
    """A model compiled once for images of any size. Not thread-safe."""

    def __init__(self, model: nn.Module, threads: int, *, half: bool) -> None:
        """`model`: in evaluation mode, float32, on the CPU; it is not changed. `half`: compute in bfloat16.

        Raises WorkError when OpenVINO cannot be used or does not know something in the model.
        """
        try:
            import openvino  # optional, and only for who asks for it
            from openvino.frontend import FrontEndManager
            from openvino.frontend.pytorch.ts_decoder import TorchScriptPythonDecoder

            # what `openvino.convert_model` does, but for its telemetry: nothing is told to anybody
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # tracing takes sizes for constants; a test tries others
                traced = TorchScriptPythonDecoder(model, example_input=torch.rand(1, 3, *_EXAMPLE))
            frontend = FrontEndManager().load_by_framework("pytorch")
            graph = frontend.convert(frontend.load(traced))
            graph.reshape([1, 3, -1, -1])
            settings = {
                "PERFORMANCE_HINT": "LATENCY",
                "INFERENCE_PRECISION_HINT": "bf16" if half else "f32",
                "INFERENCE_NUM_THREADS": str(threads),
            }
            self._request = openvino.Core().compile_model(graph, "CPU", settings).create_infer_request()
        except (ImportError, AttributeError, RuntimeError, TypeError) as error:
            raise WorkError(
                worded(
                    "OpenVINO cannot run this model ({reason}). Choose another device.",
                    reason=str(error).strip().splitlines()[0],
                )
            ) from error

    def __call__(self, x: Tensor) -> Tensor:
        """float32 1×3×H×W -> float32 1×C×h×w."""
        answer = self._request.infer({0: x.contiguous().numpy()})[0]
        return torch.from_numpy(answer.copy())  # the request writes its next answer to the same place
