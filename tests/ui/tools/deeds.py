"""What a person does with a tool, in one line each, and the steps that came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.tools.conftest import LEFT, Bench


def steps(bench: Bench) -> list[str]:
    history = bench.document.history
    return [step.name for step in history.steps[: history.done]]


def stroke(bench: Bench, tool_id: str, class_id: int, y: float, button: Qt.MouseButton = LEFT) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_class(class_id)
    bench.tools.set_radius(3 + y / 20)
    bench.drag((10, y), (40, y + 4), (85, y), button=button)


def click(bench: Bench, tool_id: str, class_id: int, point: tuple[float, float]) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_class(class_id)
    bench.click(point)


def box(bench: Bench, tool_id: str, class_id: int, *path: tuple[float, float]) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_class(class_id)
    bench.drag(*path)
