"""The layers hold at run time too: the core works where Qt or torch is not installed."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import segstudio

BLOCKED_IMPORT = """
import importlib, sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked!r}:
            raise ImportError(f"{{name}} is blocked")
sys.meta_path.insert(0, Block())
for name in {modules!r}:
    importlib.import_module(name)
"""


def modules_of(*packages: str) -> list[str]:
    root = Path(segstudio.__file__).parent
    return [
        module.name
        for package in packages
        for module in pkgutil.walk_packages([str(root / package)], f"segstudio.{package}.")
    ]


@pytest.mark.parametrize(
    ("packages", "blocked"),
    [
        (
            ["core", "metrics", "labels", "deeplab", "formats", "reports", "scenes", "engine", "cli"],
            ["PySide6", "pyqtgraph", "qtawesome"],
        ),
        (
            ["core", "metrics", "labels", "formats", "reports", "scenes", "engine", "ui", "cli"],
            ["torch", "torchvision", "timm"],
        ),
    ],
    ids=["without Qt", "without torch"],
)
def test_layers_import_without(packages: list[str], blocked: list[str]) -> None:
    modules = modules_of(*packages)
    assert len(modules) > 20
    code = BLOCKED_IMPORT.format(blocked=set(blocked), modules=modules)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
