"""Any sequence of tools, strokes, undo, redo, proposals and saves against a model that keeps whole copies."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from segstudio.core.arrays import Plane
from segstudio.core.classes import table_of
from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL, reviewed
from segstudio.labels.areas.brush import Point, TipShape, stroke_areas
from segstudio.labels.areas.carry import PreviousImage
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.effects import nothing
from segstudio.labels.label_map import LabelMap, reviewed_part
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.options import Value
from segstudio.labels.past.history import History
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader
from segstudio.labels.patch import Area, Change, Piece
from segstudio.labels.tools import TOOLS, ToolSpec
from segstudio.metrics.confusion import ConfusionMatrix

HEIGHT, WIDTH = SHAPE = (270, 280)  # four tiles, three of them thin
IGNORE = 4
CLASSES = 6  # the ignore index lies among them
PALETTE = np.random.default_rng(0).integers(0, 256, (CLASSES, 3), np.uint8)
SLOW = {
    "superpixel",
    "grabcut",
    "watershed",
    "snap",
}  # test_slow_tool_laws has them on a smaller map

xs, ys = st.integers(-10, WIDTH + 10), st.integers(-10, HEIGHT + 10)
points = st.tuples(xs, ys)
shapes: st.SearchStrategy[TipShape] = st.sampled_from(["round", "square"])
seeds = st.integers(0, 2**16)


def blocks(seed: int, values: list[int]) -> Plane:
    """A plane of large blocks, as labels are."""
    coarse = np.random.default_rng(seed).choice(np.array(values, np.uint8), (6, 7))
    return np.kron(coarse, np.ones((45, 40), np.uint8)).astype(np.uint8)[:HEIGHT, :WIDTH].copy()


@dataclass(frozen=True)
class Hand:
    """Modifiers and options."""

    modifiers: Modifiers
    options: tuple[tuple[str, Value], ...]


def selection(rect: Rect, seed: int) -> Area:
    rect = rect.intersect(Rect(0, 0, WIDTH, HEIGHT))
    return Area(rect, blocks(seed, [0, 1])[rect.slices] == 1)


selections = st.builds(
    selection, st.builds(Rect, xs, ys, st.integers(1, WIDTH), st.integers(1, HEIGHT)), seeds
)
class_ids = st.integers(0, CLASSES - 1)
some_modifiers = st.builds(
    Modifiers,
    st.none() | class_ids,
    st.booleans(),
    st.frozensets(class_ids, max_size=2),
    st.none() | selections,
)
options = st.fixed_dictionaries(
    {},
    optional={
        option.key: st.sampled_from([value for value, _ in option.choices])
        if option.choices
        else st.booleans()
        if option.kind == "flag"
        else st.floats(option.minimum, option.maximum)
        for spec in TOOLS
        for option in spec.options
    },
)
hands = st.builds(
    Hand, st.just(Modifiers()) | some_modifiers, options.map(lambda chosen: tuple(chosen.items()))
)


@dataclass
class State:
    """A whole copy; `token` names the step that led to it."""

    token: int
    label: Plane
    provenance: Plane

    def copy(self, token: int) -> State:
        return State(token, self.label.copy(), self.provenance.copy())

    def write(self, change: Change) -> None:
        """Plain indexing."""
        ys, xs = np.nonzero(change.area.mask)
        where = ys + change.area.rect.y, xs + change.area.rect.x
        label = change.label[ys, xs] if isinstance(change.label, np.ndarray) else change.label
        said = change.provenance[ys, xs] if isinstance(change.provenance, np.ndarray) else change.provenance
        self.label[where] = np.where(np.equal(said, EMPTY), IGNORE, label)
        self.provenance[where] = said

    def propose(self, proposal: Plane) -> None:
        open_ = (self.provenance == EMPTY) | (self.provenance == MODEL)
        self.label[open_] = proposal[open_]
        self.provenance[open_] = np.where(proposal[open_] == IGNORE, EMPTY, MODEL)


class Studio(RuleBasedStateMachine):
    """Drives a document with a journal, and the model beside it."""

    @initialize(
        seed=seeds, steps_kept=st.sampled_from([3, 1000]), kind=st.sampled_from(["empty", "saved", "mixed"])
    )
    def open(self, seed: int, steps_kept: int, kind: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="segstudio-laws-"))
        label_map = LabelMap.empty(SHAPE, IGNORE)
        if kind != "empty":
            label_map = LabelMap.from_label(blocks(seed, list(range(CLASSES))), IGNORE)
        if kind == "mixed":
            label_map.provenance[...] = blocks(seed + 1, [EMPTY, MODEL, HUMAN, CONFIRMED])
            label_map.label[label_map.provenance == EMPTY] = IGNORE
        self.base = label_map.copy()
        self.first_base = label_map.copy()
        header = JournalHeader("image", SHAPE, IGNORE, self.base.digest())
        journal = Journal(self.folder / "image.journal", header)
        self.document = Document(SHAPE, label_map, journal, History(steps_kept * 40_000))
        self.now = State(0, self.base.label.copy(), self.base.provenance.copy())
        self.past: list[State] = []
        self.future: list[State] = []
        self.stroke: State | None = None
        self.saved: int | None = 0
        self.tokens = 0
        self.dropped = False
        self.prediction = blocks(seed + 2, [*range(CLASSES), 9])
        self.image = PALETTE[blocks(seed + 3, list(range(CLASSES)))]
        logits = np.random.default_rng(seed).integers(150, 256, (CLASSES, 6, 7), np.uint8)
        self.model = ModelView(Prediction(logits, SHAPE, table_of("abcdef", IGNORE), "id", "name"))
        self.matrix = self.recomputed()
        self.mirror = self.base.copy()
        self.document.changed.connect(self.follow)

    def follow(self, piece: Piece) -> None:
        """A subscriber that knows the document only by its pieces."""
        part = piece.rect.slices
        assert np.array_equal(self.mirror.label[part], piece.label_before)
        assert np.array_equal(self.mirror.provenance[part], piece.provenance_before)
        self.mirror.label[part] = piece.label_after
        self.mirror.provenance[part] = piece.provenance_after
        before = reviewed_part(piece.label_before, piece.provenance_before, IGNORE)
        after = reviewed_part(piece.label_after, piece.provenance_after, IGNORE)
        self.matrix = self.matrix.update(before, after, self.prediction[part])

    def recomputed(self) -> ConfusionMatrix:
        label_map = self.document.label_map
        truth = np.where(reviewed(label_map.provenance), label_map.label, np.uint8(IGNORE))
        return ConfusionMatrix.from_labels(truth, self.prediction, CLASSES, IGNORE)

    def change(self, tool: ToolSpec, gesture: Gesture, class_id: int, how: Hand) -> Change:
        """The tool's answer, after it was seen to keep to the modifiers."""
        context = ToolContext(
            self.document.label_map,
            class_id,
            self.document.proposal,
            self.image,
            self.model,
            PreviousImage(self.prediction, IGNORE, self.image),
            options=tool.options_with(dict(how.options)),
            modifiers=how.modifiers,
        )
        if tool.missing(context) is not None:
            return nothing()
        change = tool.change(gesture, context)
        label, provenance = (
            plane[change.area.rect.slices] for plane in (self.now.label, self.now.provenance)
        )
        touched, modifiers = change.area.mask, how.modifiers
        if modifiers.only_class is not None:
            assert (label[touched] == modifiers.only_class).all()
            assert (provenance[touched] != EMPTY).all()
        if modifiers.only_unlabelled:
            assert not reviewed(provenance[touched]).any()
        for locked in modifiers.locked:
            assert (provenance[touched & (label == locked)] == EMPTY).all()
        if modifiers.selection is not None:
            outside = np.ones(SHAPE, np.bool_)
            outside[modifiers.selection.rect.slices] = ~modifiers.selection.mask
            assert not (touched & outside[change.area.rect.slices]).any()
        return change

    def step_done(self, before: State) -> None:
        """The model's step, if a pixel differs."""
        same = np.array_equal(before.label, self.now.label)
        if same and np.array_equal(before.provenance, self.now.provenance):
            self.now.token = before.token
            return
        self.tokens += 1
        self.now.token = self.tokens
        self.past.append(before)
        self.future.clear()
        kept = self.document.history.done
        self.dropped = self.dropped or kept < len(self.past)
        del self.past[: len(self.past) - kept]

    @precondition(lambda self: self.stroke is None)
    @rule(
        tool=st.sampled_from(
            [spec for spec in TOOLS if spec.kind != "stroke" and spec.changes and spec.id not in SLOW]
        ),
        path=st.lists(points, min_size=3, max_size=6),
        class_id=st.integers(0, CLASSES - 1),
        how=hands,
    )
    def use(self, tool: ToolSpec, path: list[tuple[int, int]], class_id: int, how: Hand) -> None:
        change = self.change(tool, Gesture(tuple(path)), class_id, how)
        before = self.now.copy(self.now.token)
        self.now.write(change)
        self.document.apply(change, tool.step)
        self.step_done(before)

    @precondition(lambda self: self.stroke is None)
    @rule()
    def press(self) -> None:
        self.document.begin("stroke")
        self.stroke = self.now.copy(self.now.token)

    @precondition(lambda self: self.stroke is not None)
    @rule(
        tool=st.sampled_from([spec for spec in TOOLS if spec.kind == "stroke" and spec.id not in SLOW]),
        segment=st.tuples(points, points),
        tip=st.tuples(st.floats(0.5, 40), shapes),
        class_id=st.integers(0, CLASSES - 1),
        how=hands,
    )
    def drag(
        self,
        tool: ToolSpec,
        segment: tuple[Point, Point],
        tip: tuple[float, TipShape],
        class_id: int,
        how: Hand,
    ) -> None:
        for area in stroke_areas(*segment, *tip, SHAPE):
            change = self.change(tool, Gesture(covered=area), class_id, how)
            self.now.write(change)
            self.document.extend(change)

    @precondition(lambda self: self.stroke is not None)
    @rule(keep=st.booleans())
    def release(self, keep: bool) -> None:
        assert self.stroke is not None
        if keep:
            self.document.commit()
            self.step_done(self.stroke)
        else:
            self.document.revert()
            self.now = self.stroke
        self.stroke = None

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            possible = self.stroke is None and bool(self.past)
            assert self.document.can_undo == possible
            assert self.document.undo() == possible
            if possible:
                self.future.append(self.now)
                self.now = self.past.pop()

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            possible = self.stroke is None and bool(self.future)
            assert self.document.can_redo == possible
            assert self.document.redo() == possible
            if possible:
                self.past.append(self.now)
                self.now = self.future.pop()

    @rule(seed=seeds)
    def propose(self, seed: int) -> None:
        human = reviewed(self.document.label_map.provenance)
        before = self.document.label_map.copy()
        proposal = blocks(seed, list(range(CLASSES)))
        self.document.propose(proposal)
        assert np.array_equal(self.document.label_map.label[human], before.label[human])
        assert np.array_equal(self.document.label_map.provenance[human], before.provenance[human])
        for state in (*self.past, self.now, *self.future, *([self.stroke] if self.stroke else [])):
            state.propose(proposal)

    @rule()
    def save(self) -> None:
        self.document.mark_saved()
        self.base = self.document.label_map.copy()
        half = self.stroke is not None and self.document.save_point().position < 0
        self.saved = None if half else self.now.token

    @precondition(lambda self: self.stroke is None)
    @rule()
    def undo_everything(self) -> None:
        while self.document.can_undo:
            self.undo(1)
        if not self.dropped:
            expected = State(0, self.first_base.label.copy(), self.first_base.provenance.copy())
            if self.document.proposal is not None:
                expected.propose(self.document.proposal)
            assert np.array_equal(self.document.label_map.label, expected.label)
            assert np.array_equal(self.document.label_map.provenance, expected.provenance)

    @invariant()
    def the_map_is_what_the_model_says(self) -> None:
        label_map = self.document.label_map
        assert np.array_equal(label_map.label, self.now.label)
        assert np.array_equal(label_map.provenance, self.now.provenance)
        assert (label_map.label[label_map.provenance == EMPTY] == IGNORE).all()

    @invariant()
    def a_subscriber_to_pieces_knows_all(self) -> None:
        assert self.mirror == self.document.label_map
        assert self.matrix == self.recomputed()

    @invariant()
    def dirty_is_right(self) -> None:
        if self.stroke is None:
            assert self.document.dirty == (self.now.token != self.saved)

    @invariant()
    def history_keeps_its_budget(self) -> None:
        history = self.document.history
        assert history.nbytes <= history.byte_budget or len(history.steps) == 1

    @invariant()
    def a_crash_now_loses_no_edit(self) -> None:
        document = Document(SHAPE, self.base.copy())
        recovery = Journal.recover(self.folder / "image.journal")
        if recovery is not None:
            changes = recovery.changes_since(self.base.digest())
            assert changes is not None
            document.recover(changes)
        alive, found = self.document.label_map, document.label_map
        human = reviewed(alive.provenance)
        assert np.array_equal(reviewed(found.provenance), human)
        if self.document.proposal is None:
            assert found == alive
            return
        document.propose(self.document.proposal)  # as the session does when the prediction is there again
        spoken = alive.provenance != EMPTY
        assert np.array_equal(found.label[spoken], alive.label[spoken])
        assert np.array_equal(found.provenance[spoken], alive.provenance[spoken])

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.close()
            shutil.rmtree(self.folder)


TestStudio = Studio.TestCase
TestStudio.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
