"""The panel: says where the inspector stands, asks about the pixel under the pointer, and shows what is known."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from segstudio.core.classes import Colour
from segstudio.core.inspection import ModelFacts
from segstudio.engine.desks.inspector import Explained, InspectorPhase
from segstudio.engine.models.inspection_art import Picture
from segstudio.engine.session import Session
from segstudio.ui.canvas.rendering.overlay import Overlay
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.dashboard.painting import draw_chip
from segstudio.ui.languages import spoken
from segstudio.ui.panels.inspector import words
from segstudio.ui.panels.inspector.bars import BarRows
from segstudio.ui.panels.inspector.pixel_controls import PixelControls
from segstudio.ui.panels.inspector.rate_curve import RateCurve
from segstudio.ui.panels.inspector.sections import Section, WordTable, words_label
from segstudio.ui.panels.model_words import model_title
from segstudio.ui.theme import PADDING, theme, tokens

_REST_MS = 100
"""How long the pointer rests before a pixel is asked about: while it moves, nothing would be finished anyway."""
_INFLUENCE, _STRUCTURE = "inspector.influence", "inspector.structure"


class InspectorPanel(QScrollArea):
    """Asks only while it is `seen`. `controls`, `branches`, `fields`, `curve`, `costs` are for tests."""

    model_named = Signal(str)
    """The model that is looked into; for the dock's title."""

    def __init__(self, session: Session, canvas: CanvasView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = session.inspector
        self._session = session
        self._canvas = canvas
        self.seen = False
        self._hover: tuple[int, int] | None = None
        self._drawn: tuple[Explained, bool, bool] | None = None
        self.setAccessibleName(self.tr("Model"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._build()
        canvas.hovered.connect(self._on_hover)
        self._disconnects = [self._desk.changed.connect(self._show)]
        self._show()

    # For the window

    def toggle_pin(self) -> None:
        """Pin the pixel under the pointer, or let it go."""
        if not self.controls.pin.isChecked() and self._hover is not None:
            self._rest.stop()
            self._desk.request(*self._hover)
        self.controls.pin.toggle()

    def detach(self) -> None:
        """Stop listening to the session."""
        self._rest.stop()
        self._desk.set_active(False)
        for disconnect in self._disconnects:
            disconnect()

    def sizeHint(self) -> QSize:
        return QSize(300, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.set_seen(False)

    def set_seen(self, seen: bool) -> None:
        """Also told by the dock: behind another tab, a panel counts as visible for Qt."""
        if seen == self.seen:
            return
        self.seen = seen
        action = self.window().findChild(QAction, "model.pin")
        if action is not None:
            self.controls.set_pin_tip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self._rest.stop()
        self._desk.set_active(seen)
        self._draw()

    # Which pixel

    def _on_hover(self, place: object) -> None:
        """The pixel that was explained stays while the pointer is elsewhere."""
        self._hover = (place[0], place[1]) if isinstance(place, tuple) else None
        if self._hover is not None and self.seen and not self.controls.pin.isChecked():
            self._rest.start()

    def _ask(self) -> None:
        if self._hover is None or self.controls.pin.isChecked():
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._rest.start()  # the hand is painting; the processor belongs to it
            return
        self._desk.request(*self._hover)

    def _on_pin(self, pinned: bool) -> None:
        if not pinned and self._hover is not None:
            self._rest.start()
        elif pinned:
            self._ask_again()

    def _on_typed(self, x: int, y: int) -> None:
        """A pixel that was typed is meant to stay."""
        self._rest.stop()
        self._hover = None
        self.controls.pin.setChecked(True)
        self._desk.request(x, y)

    def _ask_again(self) -> None:
        """The pinned pixel of another image, or by another model."""
        desk = self._desk
        if (
            self.controls.pin.isChecked()
            and desk.phase is InspectorPhase.READY
            and desk.explained is None
            and desk.wanted is None
        ):
            desk.request(self.controls.column.value(), self.controls.row.value())

    # What is shown

    def _show(self) -> None:
        desk = self._desk
        image = self._session.image
        self._state.setText(self._state_words())
        self._state.setVisible(bool(self._state.text()))
        self._pixel.setVisible(desk.facts is not None and image is not None)
        if image is not None:
            self.controls.set_image_size(image.shape[0], image.shape[1])
        if desk.phase is not InspectorPhase.OFF:
            self._show_facts(desk.facts)
        self._show_pixel(desk.explained)
        self._draw()
        if desk.phase is InspectorPhase.READY:
            self._ask_again()

    def _state_words(self) -> str:
        desk = self._desk
        if desk.phase is InspectorPhase.FAILED:
            return spoken(desk.problem)
        if desk.phase is InspectorPhase.NO_MODEL:
            return self.tr("There is no model to look into. Choose one in the menu Model.")
        if desk.phase is InspectorPhase.LOADING:
            return self.tr("The model is being loaded. What it is made of is shown here in a moment.")
        return ""

    def _show_facts(self, facts: ModelFacts | None) -> None:
        for section in (self._field_section, self._rate_section, self._cost_section, self._model):
            section.setVisible(facts is not None)
        if facts is None:
            return
        self.model_named.emit(model_title(facts.name))
        self._model.setText(f"{words.model_line(facts)}\n{words.size_line(facts)}")
        self.fields.show_rows(words.field_rows(facts))
        self._rate_section.setVisible(bool(facts.rates))
        self.curve.show_rows(facts.valid_weights)
        self.warning.setText("\n".join(facts.warnings))
        self.warning.setVisible(bool(facts.warnings))
        self.costs.show_rows(words.cost_table(facts))
        if facts.rates:
            self.controls.name_structure(
                self.tr("Taps"),
                self.tr("Where the weights of the atrous branches lie; hollow on padding"),
                there=True,
            )
        elif facts.context == "spp":
            self.controls.name_structure(
                self.tr("Bins"), self.tr("The 4×4, 2×2 and 1×1 bins that SPP averages over"), there=True
            )
        else:
            self.controls.name_structure(
                self.tr("Taps"), self.tr("This model has no atrous branches"), there=False
            )

    def _show_pixel(self, explained: Explained | None) -> None:
        found = explained.inspection if explained is not None else None
        for widget in (self._class_row, self._certainty, self._reach, self._foot):
            widget.setVisible(found is not None)
        self._hint.setVisible(found is None)
        self._hint.setText(self._pixel_hint())
        self._branch_section.setVisible(found is not None)
        if found is None:
            return
        self.controls.show_place(found.x, found.y)
        self._chip.set_colour(self._colour_of(found.best.id))
        self._class.setText(found.best.name)
        self._certainty.setText(words.certainty(found))
        self._reach.setText(words.reach_line(found))
        self._foot.setText(words.footnote(found))
        alone = len(found.branches) == 1
        self.branches.show_rows(words.branch_rows(found))
        lines = [words.sum_line(found), *map(words.bin_line, found.bins)]
        if alone:
            lines.insert(0, self.tr("This model has no parallel branches: one map feeds its decoder."))
        self._sum.setText("\n".join(lines))

    def _pixel_hint(self) -> str:
        if self._desk.wanted is not None:
            return self.tr("Looking into the model at {0}, {1}…").format(*self._desk.wanted)
        return self.tr(
            "Point at the image and rest for a moment: the pixel under the pointer is explained."
        )

    def _colour_of(self, class_id: int) -> Colour | None:
        classes = self._session.model.classes
        known = classes.get(class_id) if classes is not None else None
        return known.colour if known is not None else None

    def _draw(self) -> None:
        """The overlays that are chosen, when they are others than those that lie there."""
        explained = self._desk.explained if self.seen else None
        controls = self.controls
        influence, structure = controls.influence.isChecked(), controls.structure.isChecked()
        wanted = (explained, influence, structure) if explained is not None else None
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self._canvas.set_overlay(
            _INFLUENCE, _overlay(explained.influence if explained and influence else None)
        )
        self._canvas.set_overlay(
            _STRUCTURE, _overlay(explained.structure if explained and structure else None)
        )

    # Assembly

    def _build(self) -> None:
        content = QFrame()
        content.setProperty("panel", True)
        self._state = words_label(content)
        self._model = words_label(content, dim=True)
        self._build_pixel(content)
        self.fields = BarRows(self.tr("Theoretical receptive field"), content)
        self._field_section = Section(
            self.tr("Receptive field"),
            self.tr(
                "How much of the image a cell can depend on after each stage, from the graph of the network; '+ all' "
                "where global pooling adds the whole image to what the convolutions reach. What really matters lies in "
                "the middle of it (DeepLabV3 section 3; Luo et al., NeurIPS 2016)."
            ),
            content,
        )
        self._field_section.add(self.fields)
        self.curve = RateCurve(content)
        self.warning = words_label(content)
        self._rate_section = Section(
            self.tr("Atrous rates at this size"),
            self.tr(
                "The larger the rate, the more weights of the 3×3 kernel fall on padding, until only the centre counts "
                "(DeepLabV3 section 3.3, figure 4). Vertical lines are the rates of this model."
            ),
            content,
        )
        self._rate_section.add(self.curve)
        self._rate_section.add(self.warning)
        self.costs = WordTable(self.tr("Cost of the convolutions"), content)
        self._cost_section = Section(
            self.tr("Dense or separable"),
            self.tr(
                "Weights and multiply-adds of this model's convolutions, and of the same model with the other kind in "
                "its head: a depthwise and a pointwise one instead of a dense one (DeepLabV3+ section 3.1). '3×3 alone' "
                "are the convolutions that differ."
            ),
            content,
        )
        self._cost_section.add(self.costs)
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING, 8, PADDING - 6, PADDING)  # a scroll bar stands at the right
        column.setSpacing(8)
        for widget in (self._state, self._model, self._pixel, self._branch_section, self._field_section,
                       self._rate_section, self._cost_section):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(content)

    def _build_pixel(self, content: QWidget) -> None:
        self._pixel = Section(
            self.tr("At the pixel"),
            self.tr(
                "The effective receptive field: the gradient of the winning class's logit by the image, bright where a "
                "change of the image would change the label most (Luo et al., NeurIPS 2016)."
            ),
            content,
        )
        self.controls = PixelControls(content)
        self.controls.pin_changed.connect(self._on_pin)
        self.controls.place_typed.connect(self._on_typed)
        self.controls.overlays_changed.connect(self._draw)
        self._hint = words_label(content, dim=True)
        self._chip = _Chip(content)
        self._class = words_label(content)
        self._class.setProperty("title", True)
        self._class.setWordWrap(False)
        self._certainty = words_label(content)
        self._reach = words_label(content)
        self._foot = words_label(content, dim=True)
        self._class_row = QWidget(content)
        row = QHBoxLayout(self._class_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._chip)
        row.addWidget(self._class, 1)
        for widget in (
            self.controls,
            self._hint,
            self._class_row,
            self._certainty,
            self._reach,
            self._foot,
        ):
            self._pixel.add(widget)
        self.branches = BarRows(self.tr("What the branches add"), content, signed=True)
        self._sum = words_label(content, dim=True)
        self._branch_section = Section(
            self.tr("What the branches add"),
            self.tr(
                "The winning logit is a sum over the branches of the context module (DeepLabV3 figure 5), the decoder's "
                "fine maps and biases; bars to the right speak for the class."
            ),
            content,
        )
        self._branch_section.add(self.branches)
        self._branch_section.add(self._sum)


class _Chip(QWidget):
    """A class's colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour: Colour | None = None
        self.setFixedSize(13, 13)
        theme().changed.connect(self.update)

    def set_colour(self, colour: Colour | None) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_chip(painter, QRectF(self.rect()), self._colour, tokens())
        painter.end()


def _overlay(picture: Picture | None) -> Overlay | None:
    return Overlay(picture.pixels, picture.rect) if picture is not None else None
