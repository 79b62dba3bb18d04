"""The tools of the table that the hand over the canvas knows the gestures of: they have buttons and keys."""

from __future__ import annotations

from segstudio.labels.tools import ToolSpec, tool

HAND_TOOLS: tuple[ToolSpec, ...] = tuple(
    tool(tool_id)
    for tool_id in ("brush", "eraser", "restore", "confirm", "polygon", "fill", "confirm_region", "pick")
)
