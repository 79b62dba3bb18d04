"""The inspector's desk: facts that follow model and image, the newest pixel only, nothing while nobody looks."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.arrays import Pixels
from segstudio.core.classes import table_of
from segstudio.core.errors import WorkError
from segstudio.core.geometry import Rect
from segstudio.core.inspection import ClassScore, Cost, ModelFacts, PartCost, PixelInspection
from segstudio.core.prediction import Prediction
from segstudio.core.progress import CancelToken
from segstudio.engine.desks import inspector
from segstudio.engine.desks.inspector import InspectorDesk, InspectorPhase
from segstudio.engine.models import model_host
from segstudio.engine.models.model_host import NO_MODEL, Predictor
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show


def facts_of(model_id: str, size: tuple[int, int] | None) -> ModelFacts:
    return ModelFacts(
        name="fake", model_id=model_id, architecture="deeplabv3", backbone="b", context="none", separable=False,
        dialect="", output_stride=16, rates=(), image_size=size or (512, 512), input_size=size or (512, 512),
        feature_size=(4, 4), reference=size is None, fields=(), valid_weights=(), warnings=(), costs=(),
        swapped=PartCost("3×3 alone", Cost(0, 0), Cost(0, 0)), memory_bytes=0,
    )  # fmt: skip


def phase(desk: InspectorDesk) -> InspectorPhase:
    return desk.phase


def wanted(desk: InspectorDesk) -> tuple[int, int] | None:
    return desk.wanted


class Fake:
    """A model from the inside that can be held up and can fail."""

    def __init__(self) -> None:
        self.opened = 0
        self.prepared: list[tuple[int, ...]] = []
        self.asked: list[tuple[int, int]] = []
        self.cancelled: list[tuple[int, int]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.failure: Exception | None = None
        self.model_id = ""

    def open(self, predictor: Predictor) -> Fake:
        self.opened += 1
        self.model_id = predictor.model_id
        return self

    def facts(self, size: tuple[int, int] | None) -> ModelFacts:
        return facts_of(self.model_id, size)

    def prepare(self, image: Pixels, cancel: CancelToken) -> None:
        self.prepared.append(image.shape)

    def inspect(self, image: Pixels, x: int, y: int, cancel: CancelToken) -> PixelInspection:
        self.asked.append((x, y))
        while not self.gate.wait(0.001):
            if cancel.cancelled:
                self.cancelled.append((x, y))
            cancel.raise_if_cancelled()
        if self.failure is not None:
            raise self.failure
        height, width = image.shape[:2]
        return PixelInspection(
            x=x, y=y, image_size=(height, width), best=ClassScore(0, "sky", 1, 1), second=None,
            seen=Rect(0, 0, width, height), region=Rect(0, 0, width, height), cropped=False, reach=(), parts=(),
            bins=(), taps=(), seconds=0.1,
            influence=np.full((4, 4), 1 / 16, np.float32),
        )  # fmt: skip


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    made = Fake()
    monkeypatch.setattr(inspector, "_open", made.open)
    return made


class Quick:
    """A predictor that answers at once and needs no torch; named after what was asked for."""

    device = "cpu"
    classes = table_of(["sky", "road", "car"])

    def __init__(self, name: str) -> None:
        self.model_name = self.model_id = name
        self.notices: list[str] = []

    def predict(self, image: Pixels, cancel: CancelToken | None = None) -> Prediction:
        logits = np.zeros((3, 4, 4), np.float32)
        return Prediction.from_logits(
            logits, (image.shape[0], image.shape[1]), self.classes, self.model_id, self.model_name
        )


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: Quick(Path(name).stem))


@pytest.fixture
def session(
    make_session: MakeSession, make_folder: MakeFolder, quick: None, show: Show, pump: Pump
) -> Session:
    made = make_session(Path("quick.safetensors"))
    show(made, make_folder(images=2))
    pump.until(lambda: made.prediction is not None)
    return made


def test_nothing_happens_while_nobody_looks(session: Session, fake: Fake, pump: Pump) -> None:
    desk = session.inspector
    desk.request(3, 4)
    assert phase(desk) is InspectorPhase.OFF
    assert desk.wanted is None
    assert fake.opened == 0


def test_facts_come_at_the_size_of_the_image_and_a_pixel_is_explained(
    session: Session, fake: Fake, pump: Pump
) -> None:
    desk = session.inspector
    desk.set_active(True)
    assert phase(desk) is InspectorPhase.LOADING
    pump.until(lambda: desk.phase is InspectorPhase.READY)
    assert desk.facts is not None
    assert desk.facts.image_size == (60, 80)
    desk.request(3, 4)
    assert desk.wanted == (3, 4)
    pump.until(lambda: desk.explained is not None)
    assert desk.explained is not None
    assert (desk.explained.inspection.x, desk.explained.inspection.y) == (3, 4)
    assert desk.explained.influence.rect == Rect(0, 0, 80, 60)
    desk.request(3, 4)
    assert wanted(desk) is None, "it is known"


def test_only_the_newest_pixel_is_explained(session: Session, fake: Fake, pump: Pump) -> None:
    desk = session.inspector
    desk.set_active(True)
    pump.until(lambda: desk.facts is not None)
    fake.gate.clear()
    desk.request(1, 1)
    pump.until(lambda: fake.asked == [(1, 1)])
    desk.request(2, 2)
    desk.request(3, 3)
    pump.until(lambda: (3, 3) in fake.asked)
    fake.gate.set()
    pump.until(lambda: desk.explained is not None)
    assert desk.explained is not None
    assert desk.explained.inspection.x == 3
    assert fake.cancelled == [(1, 1)]
    assert fake.asked == [(1, 1), (3, 3)], "the second was cancelled before it began"


def test_leaving_the_image_cancels_and_forgets(
    session: Session, fake: Fake, pump: Pump, show: Show
) -> None:
    desk = session.inspector
    desk.set_active(True)
    desk.request(1, 1)
    pump.until(lambda: desk.explained is not None)
    fake.gate.clear()
    desk.request(2, 2)
    pump.until(lambda: fake.asked[-1] == (2, 2))
    show(session, 1)
    assert desk.explained is None
    assert desk.wanted is None
    pump.until(lambda: fake.cancelled == [(2, 2)])


def test_nobody_looking_any_more_cancels_and_gives_the_copy_back(
    session: Session, fake: Fake, pump: Pump
) -> None:
    desk = session.inspector
    desk.set_active(True)
    pump.until(lambda: desk.facts is not None)
    fake.gate.clear()
    desk.request(1, 1)
    pump.until(lambda: fake.asked == [(1, 1)])
    desk.set_active(False)
    assert phase(desk) is InspectorPhase.OFF
    pump.until(lambda: fake.cancelled == [(1, 1)])
    fake.gate.set()
    assert desk.facts is not None
    desk.set_active(True)
    assert phase(desk) is InspectorPhase.READY, "facts are remembered"
    desk.request(1, 1)
    pump.until(lambda: desk.explained is not None)
    assert fake.opened == 2


def test_an_image_is_prepared_before_anybody_points_at_it(
    session: Session, fake: Fake, pump: Pump, show: Show
) -> None:
    show(session, 1)
    assert fake.prepared == [], "nobody looks"
    session.inspector.set_active(True)
    pump.until(lambda: len(fake.prepared) == 1)
    show(session, 0)
    pump.until(lambda: len(fake.prepared) == 2)
    assert fake.prepared == [(60, 80, 3)] * 2
    assert fake.asked == []


def test_pixels_outside_are_nothing_to_explain(session: Session, fake: Fake, pump: Pump) -> None:
    desk = session.inspector
    desk.set_active(True)
    for x, y in ((-1, 0), (80, 0), (0, 60)):
        desk.request(x, y)
    assert desk.wanted is None


def test_a_failure_is_a_sentence_and_the_next_request_tries_again(
    session: Session, fake: Fake, pump: Pump
) -> None:
    desk = session.inspector
    desk.set_active(True)
    pump.until(lambda: desk.facts is not None)
    fake.failure = WorkError("It cannot be done.")
    desk.request(1, 1)
    pump.until(lambda: desk.phase is InspectorPhase.FAILED)
    assert desk.problem == "It cannot be done."
    fake.failure = None
    desk.request(1, 1)
    pump.until(lambda: desk.explained is not None)
    assert desk.problem == ""


def test_a_failure_does_not_outlive_its_image(session: Session, fake: Fake, pump: Pump, show: Show) -> None:
    desk = session.inspector
    desk.set_active(True)
    pump.until(lambda: desk.facts is not None)
    fake.failure = WorkError("It cannot be done.")
    desk.request(1, 1)
    pump.until(lambda: desk.phase is InspectorPhase.FAILED)
    show(session, 1)
    assert phase(desk) is InspectorPhase.READY


def test_without_a_model_and_with_one_that_comes(
    make_session: MakeSession, make_folder: MakeFolder, quick: None, show: Show, pump: Pump, fake: Fake
) -> None:
    session = make_session()
    show(session, make_folder(images=1))
    desk = session.inspector
    desk.set_active(True)
    assert session.model.name == NO_MODEL
    assert phase(desk) is InspectorPhase.NO_MODEL
    desk.request(1, 1)
    assert desk.wanted is None
    seen: list[InspectorPhase] = []
    desk.changed.connect(lambda: seen.append(desk.phase))
    session.restart_model("quick.safetensors")
    pump.until(lambda: desk.phase is InspectorPhase.READY)
    assert InspectorPhase.LOADING in seen


def test_another_model_voids_what_was_said(session: Session, fake: Fake, pump: Pump) -> None:
    desk = session.inspector
    desk.set_active(True)
    desk.request(1, 1)
    pump.until(lambda: desk.explained is not None)
    former = desk.facts
    session.restart_model("other.safetensors")
    pump.until(lambda: desk.explained is None)
    pump.until(lambda: desk.facts is not None and desk.facts != former)
    assert phase(desk) is InspectorPhase.READY


def test_a_real_model(
    make_session: MakeSession, make_folder: MakeFolder, tiny_model: Path, show: Show, pump: Pump
) -> None:
    session = make_session(tiny_model)
    show(session, make_folder(images=1))
    desk = session.inspector
    desk.set_active(True)
    pump.until(lambda: desk.facts is not None)
    assert desk.facts is not None
    assert desk.facts.rates == (6, 12, 18)
    pump.until(lambda: session.prediction is not None)
    desk.request(40, 30)
    pump.until(lambda: desk.explained is not None)
    assert desk.explained is not None
    assert session.prediction is not None
    assert session.prediction.label_map()[30, 40] == desk.explained.inspection.best.id
