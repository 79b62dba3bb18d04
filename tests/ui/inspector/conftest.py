"""The panel beside a canvas, over a desk whose answers the test gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.core.geometry import Rect
from segstudio.core.inspection import (
    BinShares,
    ClassScore,
    Cost,
    FieldOfView,
    LogitPart,
    ModelFacts,
    PartCost,
    PartKind,
    PixelInspection,
    RateWeights,
    Reach,
    TapPoint,
    Taps,
)
from segstudio.core.signal import Signal
from segstudio.engine.desks.inspector import Explained, InspectorPhase
from segstudio.engine.models.inspection_art import influence_picture, structure_picture
from segstudio.engine.views import ModelPhase, ModelState
from segstudio.ui import theme
from segstudio.ui.canvas.rendering.overlay import Overlay
from segstudio.ui.panels.inspector.panel import InspectorPanel

WHOLE = float("inf")
FACTS = ModelFacts(
    name="small", model_id="1", architecture="deeplabv3plus", backbone="net", context="aspp", separable=True, dialect="",
    output_stride=16, rates=(6, 12), image_size=(120, 160), input_size=(240, 320), feature_size=(15, 20),
    reference=False,
    fields=(
        FieldOfView("backbone", "stem", 2, True, 7, 7, (7, 7)),
        FieldOfView("context", "rate 6", 16, False, 211, 211, (211, 211)),
        FieldOfView("context", "image pooling", 16, False, WHOLE, WHOLE, None),
        FieldOfView("output", "logits", 4, False, WHOLE, WHOLE, (231, 231)),
    ),
    valid_weights=tuple(
        RateWeights(rate, rate in {6, 12}, 1 - rate / 20, 0.0, rate / 20, 9 - 8 * rate / 20) for rate in range(1, 21)
    ),
    warnings=("Rate 12 has degenerated.",),
    costs=(PartCost("backbone", Cost(10, 1000), Cost(10, 1000)), PartCost("context", Cost(3000, 90), Cost(1000, 30))),
    swapped=PartCost("3×3 alone", Cost(2500, 80), Cost(500, 20)),
    memory_bytes=7,
)  # fmt: skip
SPP = replace(
    FACTS,
    context="spp",
    rates=(),
    warnings=(),
    valid_weights=tuple(replace(r, own=False) for r in FACTS.valid_weights),
)
NONE = replace(SPP, context="none")


def explained(x: int = 40, y: int = 30, facts: ModelFacts = FACTS) -> Explained:
    """What is said of a pixel of a 120×160 image by the model of `facts`."""
    points = tuple(TapPoint(x + dx, y + dy, y + dy >= 0) for dy in (-96, 0, 96) for dx in (-96, 0, 96))
    branches = {
        "aspp": ("1×1", "rate 6", "rate 12", "image pooling"), "spp": ("map itself", "2×2 bins"), "none": ("map itself",),
    }[facts.context]  # fmt: skip
    parts = [
        LogitPart(PartKind.BRANCH, name, 0.5 - 0.3 * n, (0.5 - 0.3 * n) / 2)
        for n, name in enumerate(branches)
    ]
    parts += [
        LogitPart(PartKind.FINE, "features at stride 4", -0.25, None),
        LogitPart(PartKind.CONSTANT, "constant", 2.0, None),
    ]
    inspection = PixelInspection(
        x=x, y=y, image_size=(120, 160), best=ClassScore(1, "road", 2.5, 0.91), second=ClassScore(0, "sky", 0.2, 0.08),
        seen=Rect(0, 0, 160, 120), region=Rect(0, 0, 160, 120), cropped=False, reach=(Reach(0.5, 12), Reach(0.9, 40)),
        parts=tuple(parts),
        bins=(BinShares(2, 0, 1, ((0.1, 0.2), (0.3, 0.4))),) if facts.context == "spp" else (),
        taps=(Taps(6, points),) if facts.context == "aspp" else (), seconds=0.42,
        influence=np.full((12, 16), 1 / 192, np.float32),
    )  # fmt: skip
    return Explained(inspection, influence_picture(inspection), structure_picture(inspection))


class Desk:
    """In place of `engine.desks.inspector.InspectorDesk`."""

    def __init__(self) -> None:
        self.changed: Signal[()] = Signal()
        self.phase = InspectorPhase.OFF
        self.after = InspectorPhase.READY
        self.problem = ""
        self.facts: ModelFacts | None = FACTS
        self.explained: Explained | None = None
        self.wanted: tuple[int, int] | None = None
        self.asked: list[tuple[int, int]] = []

    def set_active(self, active: bool) -> None:
        self.phase = self.after if active else InspectorPhase.OFF
        self.changed.emit()

    def request(self, x: int, y: int) -> None:
        self.asked.append((x, y))
        self.wanted = (x, y)
        self.changed.emit()

    def answer(self, found: Explained | None) -> None:
        self.wanted = None
        self.explained = found
        self.changed.emit()

    def become(self, phase: InspectorPhase) -> None:
        self.phase = phase
        self.changed.emit()


class Source:
    """In place of a session."""

    def __init__(self) -> None:
        self.inspector = Desk()
        self.image: object = np.zeros((120, 160, 3), np.uint8)
        self.model = ModelState(ModelPhase.READY, "small", "cpu", table_of(["sky", "road"]))


class Canvas:
    """In place of the canvas: keeps what is laid over it, and says where the pointer is."""

    def __init__(self) -> None:
        self.overlays: dict[str, Overlay | None] = {}
        self.listeners: list[object] = []
        self.hovered = self

    def connect(self, listener: object) -> None:
        self.listeners.append(listener)

    def hover(self, place: tuple[int, int] | None) -> None:
        for listener in self.listeners:
            listener(place)  # type: ignore[operator]  # what was connected

    def set_overlay(self, name: str, overlay: Overlay | None) -> None:
        self.overlays[name] = overlay

    @property
    def shown(self) -> set[str]:
        return {name.split(".")[1] for name, overlay in self.overlays.items() if overlay is not None}


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def canvas() -> Canvas:
    return Canvas()


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot, source: Source, canvas: Canvas) -> Iterator[InspectorPanel]:
    """Shown, 300 pixels wide."""
    theme.install(qapp, "dark")
    made = InspectorPanel(source, canvas)  # type: ignore[arg-type]  # stand-ins
    made.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.detach()
    made.deleteLater()
