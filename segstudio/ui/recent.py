"""Folders that were opened, newest first, in the settings, where the session notes them."""

from __future__ import annotations

import os
from pathlib import Path

from segstudio.core.settings import Settings

_KEY = "project.recent"


def recent_folders(settings: Settings) -> list[Path]:
    """Those that are still there."""
    return [Path(text) for text in settings.texts(_KEY) if os.path.isdir(text)]
