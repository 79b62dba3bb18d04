"""Folders that were opened, and the one that was open at the end: in the settings, where the session notes them."""

from __future__ import annotations

import os
from pathlib import Path

from segstudio.core.settings import Settings

_KEY = "project.recent"
_OPEN, _REOPEN = "project.open", "project.reopen"


def folder_to_reopen(settings: Settings) -> Path | None:
    """The folder that was open at the end, where it is still there and wanted again."""
    text = settings.text(_OPEN)
    return Path(text) if text and settings.flag(_REOPEN) and os.path.isdir(text) else None


def recent_folders(settings: Settings) -> list[Path]:
    """Those that are still there."""
    return [Path(text) for text in settings.texts(_KEY) if os.path.isdir(text)]
