"""`segstudio demo`: the window on a sample folder, or the same window led through a tour where no one can see it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from rich.progress import Progress

from segstudio.core.errors import InputError
from segstudio.core.images import is_image, natural_key
from segstudio.scenes.folder import sample_scene, write_sample_folder
from segstudio.ui import preflight

TOUR_IMAGES = 12


def run(data: Path | None = None, out: Path | None = None) -> int:
    """Show the sample scenes, or the pictures in `data`; results of the tour go to `out` (default: ./demo).

    Returns the exit code. Raises InputError when system libraries are missing or `data` holds no picture.
    """
    out = (out or Path("demo")).resolve()
    shown = preflight.has_display()
    if not shown:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    preflight.check()
    if shown:
        from segstudio.ui.app import run as run_window  # Qt, which the command line does without

        return run_window(data or _sample(out))
    from segstudio.ui.tour import Tour  # likewise

    if data:
        return Tour(_copy_of(data, out), out).run()
    return Tour(_sample(out, fresh=True), out, lambda row: sample_scene(row).label).run()


def _sample(out: Path, fresh: bool = False) -> Path:
    """Rendered scenes, six of them labelled. `fresh`: those of the tour, without what an earlier one painted."""
    folder = out / ("tour" if fresh else "scenes")
    if fresh:
        for made_by_tour in ("labels", ".segstudio"):
            shutil.rmtree(folder / made_by_tour, ignore_errors=True)
    with Progress(transient=True) as bar:
        task = bar.add_task("Rendering sample scenes", total=None)
        write_sample_folder(
            folder,
            progress=lambda done, total, what: bar.update(
                task, completed=done, total=total, description=what
            ),
        )
    return folder


def _copy_of(data: Path, out: Path) -> Path:
    """The tour paints and saves, so it works on a copy of the first pictures: nothing of `data` changes."""
    images = data / "images" if (data / "images").is_dir() else data
    if not images.is_dir():
        raise InputError(f"{data} is not a folder. Give the folder that holds your pictures.")
    found = [p for p in images.rglob("*") if p.is_file() and is_image(p) and "labels" not in p.parts]
    pictures = sorted(found, key=lambda p: natural_key(str(p)))[:TOUR_IMAGES]
    if not pictures:
        raise InputError(
            f"{data} holds no picture that can be opened. Give a folder with JPEG, PNG or TIFF files."
        )
    folder = out / "your pictures"
    shutil.rmtree(folder, ignore_errors=True)
    for picture in pictures:
        _copy(picture, folder / "images" / picture.relative_to(images))
        label = data / "labels" / picture.relative_to(images).with_suffix(".png")
        if images != data and label.is_file():
            _copy(label, folder / "labels" / label.relative_to(data / "labels"))
    if (data / "classes.txt").is_file():
        _copy(data / "classes.txt", folder / "classes.txt")
    return folder


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
