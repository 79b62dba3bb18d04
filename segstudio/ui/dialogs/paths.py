"""Asking for a folder or a file with the system's own dialog, and showing one in its file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str, start: Path | None = None) -> Path | None:
    """An existing folder, None when the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start) if start else "")
    return Path(chosen) if chosen else None


def ask_file(parent: QWidget, title: str, kinds: str, start: Path | None = None) -> Path | None:
    """An existing file; `kinds` as Qt writes filters: 'Models (*.safetensors)'."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, str(start) if start else "", kinds)
    return Path(chosen) if chosen else None


def ask_save_file(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where a file is to be written; the system asks before one is replaced."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen) if chosen else None


def show_folder(folder: Path) -> None:
    """In the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
