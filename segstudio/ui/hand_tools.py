"""The tools of the table that the hand over the canvas knows the gestures of: they have buttons and keys."""

from __future__ import annotations

from segstudio.labels.tools import TOOLS, ToolSpec

HAND_TOOLS: tuple[ToolSpec, ...] = tuple(spec for spec in TOOLS if spec.kind != "whole")
WHOLE_TOOLS: tuple[ToolSpec, ...] = tuple(spec for spec in TOOLS if spec.kind == "whole")
"""Those without a gesture: they stand in the menu."""
