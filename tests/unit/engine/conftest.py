"""What tests of the engine share: a pump in Qt's place, small folders, a real tiny model, sessions that end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.geometry import Rect
from segstudio.core.label_png import write_label
from segstudio.core.settings import Settings
from segstudio.engine.models.model_host import NO_MODEL
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Message
from segstudio.labels.document import Document
from segstudio.labels.patch import Area

SHAPE = (60, 80)


class MakeFolder(Protocol):
    def __call__(
        self,
        name: str = ...,
        *,
        images: int = ...,
        labelled: int = ...,
        shape: tuple[int, int] = ...,
        classes: bool = ...,
    ) -> Path: ...


MakeSession = Callable[..., Session]
Show = Callable[[Session, Path | str | int], Document]


def box(x: int, y: int, width: int = 20, height: int = 10) -> Area:
    """All pixels of a rectangle."""
    return Area(Rect(x, y, width, height), np.ones((height, width), np.bool_))


@pytest.fixture(scope="session")
def table() -> ClassTable:
    return table_of(["sky", "road", "car"], ignore_index=255)


def _picture(seed: int, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """uint8 H×W×3, blobs of colour, never the same for two seeds."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (8, 8, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(small, shape[::-1], interpolation=cv2.INTER_CUBIC), np.uint8)


def _truth(seed: int, shape: tuple[int, int], table: ClassTable) -> NDArray[np.uint8]:
    """uint8 H×W of the table's ids, with some ignored pixels."""
    rng = np.random.default_rng(1000 + seed)
    values = np.array([c.id for c in table.classes] + [table.ignore_index], np.uint8)
    small = values[rng.integers(0, len(values), (6, 8))]
    return np.asarray(cv2.resize(small, shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)


@pytest.fixture
def make_folder(tmp_path: Path, table: ClassTable) -> MakeFolder:
    """images/scene_001.png …, labels/ for the first `labelled`, classes.txt."""

    def make(
        name: str = "project",
        *,
        images: int = 4,
        labelled: int = 0,
        shape: tuple[int, int] = SHAPE,
        classes: bool = True,
    ) -> Path:
        root = tmp_path / name
        (root / "images").mkdir(parents=True)
        for n in range(1, images + 1):
            file = f"scene_{n:03}.png"
            cv2.imwrite(str(root / "images" / file), _picture(n, shape))
            if n <= labelled:
                write_label(root / "labels" / file, _truth(n, shape, table), table)
        if classes:
            rows = (f"{c.id}\t{c.name}\t{' '.join(map(str, c.colour))}\n" for c in table.classes)
            (root / "classes.txt").write_text("".join(rows), "utf-8")
        return root

    return make


@pytest.fixture(scope="session")
def save_tiny(table: ClassTable) -> Callable[..., Path]:
    """Writes a checkpoint of our own kind with small random weights: a real model, though a useless one."""
    import torch  # here, so that tests without a model do not wait for it

    from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
    from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model

    def save(path: Path, seed: int = 1, classes: ClassTable = table) -> Path:
        torch.manual_seed(seed)
        torch.set_num_threads(1)
        config = ModelConfig(
            num_classes=classes.num_classes, context_channels=16, decoder=(DecoderLevel(4, 8, 16),)
        )
        model = build_model(config)
        with torch.no_grad():  # a fresh classifier says nearly the same everywhere: let it have opinions
            [p for p in model.parameters() if p.dim() == 4][-1].mul_(500.0)
        save_model(path, model.state_dict(), ModelDescription(config, classes, f"tiny {seed}"))
        return path

    return save


@pytest.fixture(scope="session")
def tiny_model(save_tiny: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny(tmp_path_factory.mktemp("model") / "tiny.safetensors")


@pytest.fixture
def pump() -> Pump:
    return Pump()


@pytest.fixture
def messages() -> list[Message]:
    """Everything that the sessions of a test said."""
    return []


@pytest.fixture
def by_hand() -> Settings:
    """Nothing is saved by moving on."""
    settings = Settings()
    settings.set("project.autosave", False)
    return settings


@pytest.fixture
def make_session(pump: Pump, messages: list[Message]) -> Iterator[MakeSession]:
    """Sessions that are ended with the test. Without `model` there is none."""
    made: list[Session] = []

    def make(model: Path | None = None, settings: Settings | None = None) -> Session:
        session = Session(pump, settings or Settings(), str(model or NO_MODEL), "cpu")
        made.append(session)
        session.message.connect(messages.append)
        return session

    yield make
    for session in made:
        session.close(save=False)


@pytest.fixture
def show(pump: Pump) -> Show:
    """Open a folder, or go to an image, and wait for the document."""

    def wait(session: Session, target: Path | str | int) -> Document:
        if isinstance(target, Path):
            session.open_folder(target)
            pump.until(lambda: session.project is not None and session.project.root == target)
        else:
            session.go_to(target)
        pump.until(lambda: session.document is not None)
        document = session.document
        assert document is not None
        return document

    return wait
