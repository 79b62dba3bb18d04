"""What `segstudio train` learns from: a folder with images/ and labels/ beside each other, or a project of the
window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError


@dataclass(frozen=True)
class Labelled:
    """Images at any depth of a folder by their keys, each with the place of its label, there or not."""

    images: Path
    labels: Path
    table: ClassTable
    pairs: tuple[tuple[str, Path, Path], ...]

    def listed(self, path: Path) -> tuple[str, ...]:
        """The keys that a list file names by the rules of `predict --list`; one without a label is asked for all the
        same. Raises InputError."""
        from segstudio.engine.files.selection import read_list, select

        return tuple(select([key for key, _, _ in self.pairs], read_list(path), path, self.images))


def labelled_in(data: Path, classes: str, ignore_index: int | None) -> Labelled:
    """`classes` and `ignore_index`: as given on the command line. Raises InputError."""
    from segstudio.engine.files.project_config import CONFIG_NAME

    project = (data / CONFIG_NAME).is_file()
    if not project and (data / "images").is_dir() and (data / "labels").is_dir():
        return _in_folders(data, classes, ignore_index)
    return _in_project(data, classes, ignore_index)


def _in_folders(data: Path, classes: str, ignore_index: int | None) -> Labelled:
    from segstudio.core.presets import load_class_table
    from segstudio.engine.files.entries import find_images
    from segstudio.engine.files.selection import composed, find_labels

    images, labels = data / "images", data / "labels"
    table = load_class_table(classes or str(data / "classes.txt"), ignore_index)
    places = find_labels(labels)
    pairs = tuple(
        (key, path, places.get(composed(key), labels / f"{key}.png")) for key, path in find_images(images)
    )
    return Labelled(images, labels, table, pairs)


def _in_project(data: Path, classes: str, ignore_index: int | None) -> Labelled:
    from segstudio.core.presets import load_class_table
    from segstudio.engine.project import Project  # here: folders of images and labels need none of it

    project = Project.open(data)
    table = load_class_table(classes, ignore_index) if classes else project.table
    found = [(e, project.store.find(e) if e.has_label else None) for e in project.images]
    if not any(place is not None for _, place in found):
        raise InputError(f"{data} holds no saved label. Label some of its images and save them first.")
    pairs = tuple((e.key, e.path, place[0] if place is not None else e.label_path) for e, place in found)
    return Labelled(project.root, project.labels_dir, table, pairs)
