"""The wheel, built and installed into an environment of its own, has everything that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LIST_RESOURCES = """
import segstudio
from segstudio.core.resources import resource
for parts in (("models",), ("palettes",), ("fonts", "Inter-Regular.otf")):
    print(resource(*parts))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a new virtual environment that holds nothing but the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*build, "-w", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("segstudio-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True)
    return scripts


def test_resources_are_found_inside_the_wheel(installed: Path, tmp_path: Path) -> None:
    command = [str(installed / "python"), "-c", LIST_RESOURCES]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    found = [Path(line) for line in done.stdout.splitlines()]
    assert len(found) == 3
    assert all(p.exists() and installed.parent in p.parents for p in found)


def test_the_installed_command_offers_the_bundled_model(installed: Path, tmp_path: Path) -> None:
    # The dependencies come from this environment by PYTHONPATH, where no editable install takes effect.
    environment = {**os.environ, "PYTHONPATH": sysconfig.get_paths()["purelib"]}
    command = [str(installed / "segstudio"), "models"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert "CC BY-NC 4.0" in done.stdout
