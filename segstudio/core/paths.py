"""Where the application keeps what is its own. `SEGSTUDIO_HOME` moves all of it (tests, portable use)."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def config_dir() -> Path:
    """Settings."""
    return _base("config", "XDG_CONFIG_HOME", ".config", "APPDATA", "Preferences")


def state_dir() -> Path:
    """Journals of unsaved edits, window layout, recent folders."""
    return _base("state", "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA", "Application Support")


def cache_dir() -> Path:
    """Downloaded models, the sample folder, predictions of read-only folders; may be deleted at any time."""
    return _base("cache", "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA", "Caches")


def _base(kind: str, xdg: str, xdg_default: str, windows: str, mac: str) -> Path:
    home = os.environ.get("SEGSTUDIO_HOME")
    if home:
        return Path(home) / kind
    if sys.platform == "win32":
        return Path(os.environ.get(windows) or Path.home() / "AppData" / "Local") / "segstudio" / kind
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / "segstudio"
    return Path(os.environ.get(xdg) or Path.home() / xdg_default) / "segstudio"
