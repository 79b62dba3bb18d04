"""Commands around the evaluation: what the error map shows, who is compared, and where a figure leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from segstudio.core.geometry import Rect
from segstudio.core.numerals import grouped
from segstudio.engine.evaluation.candidates import CandidateKind
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.evaluation.focus import Focus
from segstudio.engine.session import Session
from segstudio.metrics.error_map import ErrorView, Paint, class_errors
from segstudio.ui.action_book import ActionBook
from segstudio.ui.canvas.rendering.overlay import Overlay
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.canvas.widgets.swipe_divider import SwipeDivider
from segstudio.ui.commands.closer_look import CloserLook
from segstudio.ui.commands.region_steps import RegionSteps
from segstudio.ui.controls.literal import literal_action
from segstudio.ui.dashboard.dashboard import Dashboard
from segstudio.ui.dashboard.figures import IMAGE
from segstudio.ui.dashboard.histogram import BARS, bar_of
from segstudio.ui.dialogs.paths import ask_folder
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.panels.evaluation_words import pixels_text, view_text
from segstudio.ui.panels.images import ImagePanel
from segstudio.ui.theme import tokens
from segstudio.ui.window.error_bar import ErrorBar

Handler = Callable[[bool], object]

BANDS = (2, 4, 8, 16)
"""Widths, in pixels, that the error map can be narrowed to."""
_PAINTS = {
    Paint.PLAIN: "errors.plain",
    Paint.TRUTH: "errors.by_truth",
    Paint.PREDICTED: "errors.by_predicted",
}
_CHOICES = {
    CandidateKind.MODEL: "compare.model",
    CandidateKind.PREDICTIONS: "compare.predictions",
    CandidateKind.ANNOTATOR: "compare.annotator",
}
_LAYERS = ("confidence", "swipe")


class EvaluationCommands(QObject):
    """Made by the window; `handlers()` by action id. `error_menu` and `compare_menu` are for whoever shows them."""

    def __init__(
        self,
        book: ActionBook,
        session: Session,
        *,
        canvas: CanvasView,
        images: ImagePanel,
        classes: ClassPanel,
        dashboard: Dashboard,
        look: CloserLook,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._book = book
        self._session = session
        self._evaluation = session.evaluation
        self._canvas = canvas
        self._images = images
        self._classes = classes
        self._dashboard = dashboard
        self._go_there = False
        """Whether the first image of the focus is to be shown as soon as it is known."""
        self.error_menu = QMenu(self.tr("Errors shown"), parent)
        self.compare_menu = QMenu(self.tr("Compare with"), parent)
        self.layer_menu = QMenu(parent)
        """Beside the switch of the layers: those without a place in it, and which errors are shown."""
        self._bands = self._make_bands()
        self.steps = RegionSteps(session, canvas, look, partial(images.go, 1))
        tips = (book["errors.previous"].toolTip(), book["errors.next"].toolTip())
        self.bar = ErrorBar(canvas, *tips)
        self.divider = SwipeDivider(canvas)
        self._connect()
        self._show_view()
        self._show_choice()

    def detach(self) -> None:
        self.steps.detach()
        for disconnect in self._disconnects:
            disconnect()

    def handlers(self) -> dict[str, Handler]:
        return {
            "view.confidence": lambda on: self._canvas.set_layer("confidence" if on else "mask"),
            "view.swipe": self._swipe,
            "errors.next": lambda _on: self.step(1),
            "errors.previous": lambda _on: self.step(-1),
            "errors.all": lambda _on: self.show_all_errors(),
            "errors.class": lambda _on: self.ask(ErrorView(class_id=self._session.active_class)),
            **{name: self._painter(paint) for paint, name in _PAINTS.items()},
            "compare.model": lambda _on: self._evaluation.compare_model(),
            "compare.predictions": lambda _on: self._compare(CandidateKind.PREDICTIONS),
            "compare.annotator": lambda _on: self._compare(CandidateKind.ANNOTATOR),
        }

    # Where a figure leads

    def show_class(self, class_id: int) -> None:
        """List the images that hold the class and flash its errors in this one. What tools paint stays: a figure is read
        amid painting another class."""
        view = ErrorView(class_id=class_id)
        self._evaluation.set_focus(Focus(view))
        if _filtered(self._canvas.error_view):
            self._narrow(view)
        self._evaluation.finder.find_picture(view, self._flash)

    def follow_cell(self, truth: int, predicted: int) -> None:
        """A cell of the matrix: its pixels are shown, its images listed by them, its regions stepped through from the
        largest one on. Of what is right nothing is looked at."""
        view = ErrorView(cell=(truth, predicted))
        self._go_there = self._dashboard.scope != IMAGE and not self._count(view)
        self._evaluation.set_focus(Focus(view))
        self.ask(view)
        if not self._go_there:
            self._show_first()
        if not self._dashboard.charts.side.heat_map.hasFocus():
            self._canvas.setFocus()

    def _show_first(self) -> None:
        cell = self._canvas.error_view.cell
        if cell is not None and cell[0] != cell[1]:
            self._canvas.finish_gesture()
            self.steps.first()

    def follow_bar(self, bar: int) -> None:
        """A bar of the histogram: its images are listed and selected."""
        keys = [
            key for key, miou in self._evaluation.mious.items() if miou is not None and bar_of(miou) == bar
        ]
        self._evaluation.set_focus(Focus(keys=frozenset(keys), low=bar / BARS, high=(bar + 1) / BARS))
        self._narrow(ErrorView())
        self._images.select(keys)

    def ask(self, view: ErrorView) -> None:
        """Show only these errors on the canvas. A list that is narrowed to others follows: there is one focus."""
        focus = self._evaluation.focus.focus
        if focus is not None and focus.view not in {None, view}:
            self._evaluation.set_focus(Focus(view))
        self._narrow(view)
        self._canvas.set_layer("errors")

    def _narrow(self, view: ErrorView) -> None:
        """What colours errors and how near to a boundary stays as it is, and so does the layer."""
        former = self._canvas.error_view
        self._canvas.set_error_view(
            ErrorView(former.paint, cell=view.cell, class_id=view.class_id, band=former.band)
        )

    def show_all_errors(self) -> None:
        """End the filter of the error map; what colours errors stays."""
        self.steps.leave()
        self._canvas.set_error_view(ErrorView(self._canvas.error_view.paint))

    def step(self, by: int) -> None:
        """To the next (1) or previous (−1) region of what the error map shows."""
        self._canvas.finish_gesture()
        self._canvas.set_layer("errors")
        self.steps.step(by)

    # The error map

    def _painter(self, paint: Paint) -> Handler:
        def choose(_on: bool) -> None:
            former = self._canvas.error_view
            self._canvas.set_error_view(ErrorView(paint, former.cell, former.class_id, former.band))
            self._canvas.set_layer("errors")

        return choose

    def _band(self, width: int | None) -> None:
        former = self._canvas.error_view
        self._canvas.set_error_view(ErrorView(former.paint, former.cell, former.class_id, width))
        self._canvas.set_layer("errors")

    def _swipe(self, on: bool) -> None:
        self._canvas.set_layer("swipe" if on else "mask")
        if on:
            self.divider.setFocus()

    def _show_layer(self, layer: str) -> None:
        for name in _LAYERS:
            self._book[f"view.{name}"].setChecked(layer == name)
        self._show_bar()

    def _show_view(self) -> None:
        view = self._canvas.error_view
        self._book[_PAINTS[view.paint]].setChecked(True)
        self._bands[view.band].setChecked(True)
        self._show_bar()

    def _show_bar(self) -> None:
        """The words over the canvas; pixels come from the exact matrix, except within a band."""
        view, table = self._canvas.error_view, self._session.table
        shown = self._canvas.layer == "errors" and table is not None and self._session.current is not None
        self.bar.setVisible(shown)
        if not shown or table is None:
            return
        text = view_text(view, table)
        if view.paint is not Paint.PLAIN:
            by_truth = view.paint is Paint.TRUTH
            text += " · " + (self.tr("by true class") if by_truth else self.tr("by predicted class"))
        found = self._session.image_comparison
        if view.band is None and found is not None:
            text += " · " + pixels_text(view.count(found.matrix))
        self.bar.set_legend(_legend(view, found))
        self.bar.show_state(text, self.steps.text, filtered=not view.everything)

    def _count(self, view: ErrorView) -> int | None:
        """Pixels of the current image; None while nothing is counted."""
        found = self._session.image_comparison
        return view.count(found.matrix) if found is not None else None

    def _flash(self, mask: NDArray[np.bool_], side: int) -> None:
        if mask.any():
            colour = tokens().colour("bad")
            pixels = np.zeros((*mask.shape, 4), np.uint8)
            pixels[mask] = (colour.red(), colour.green(), colour.blue(), 235)
            height, width = mask.shape
            self._canvas.flash(Overlay(pixels, Rect(0, 0, width * side, height * side), smooth=False))

    def _focus_changed(self) -> None:
        """The numbers of a cell are there: an image that has none of its pixels shows nothing, so go where they are."""
        focus = self._evaluation.focus
        if focus.focus is None:
            self._go_there = False
        elif focus.ready and self._go_there:
            self._go_there = False
            current = self._session.current
            if focus.images and (current is None or not focus.holds(current.key)):
                self._canvas.finish_gesture()
                self._images.go(0)
            self._show_first()

    # Who is compared

    def _compare(self, kind: CandidateKind) -> None:
        self._show_choice()  # the tick waits for the folder
        title = (
            self.tr("Choose the folder of another model's predictions")
            if kind is CandidateKind.PREDICTIONS
            else self.tr("Choose the folder of the second annotator's labels")
        )
        project = self._session.project
        start = self._evaluation.choice.folder or (project.root.parent if project is not None else None)
        folder = ask_folder(self._parent, title, start)
        if folder is not None:
            self._canvas.finish_gesture()
            self._evaluation.compare_folder(folder, kind)

    def _show_label(self) -> None:
        """What is compared of the current image."""
        evaluation = self._evaluation
        self._canvas.set_candidate(
            evaluation.label,
            model=evaluation.by_model,
            void_counts=evaluation.choice.kind is not CandidateKind.ANNOTATOR,
        )

    def _show_choice(self) -> None:
        self._show_label()
        self._book[_CHOICES[self._evaluation.choice.kind]].setChecked(True)
        name = self._evaluation.candidate_name
        self.divider.set_names(name or self.tr("Prediction"), self.tr("Your label"))
        self._dashboard.show_candidate(name)
        self.steps.begin()
        self._show_bar()

    # Construction

    def _make_bands(self) -> dict[int | None, QAction]:
        """A choice of widths; they are no actions of the table: there is no key for each."""
        group = QActionGroup(self)
        found: dict[int | None, QAction] = {}
        for width in (None, *BANDS):
            text = (
                self.tr("Everywhere")
                if width is None
                else self.tr("Within {n} px of a boundary").format(n=width)
            )
            action = QAction(text, self)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, width=width: self._band(width))
            group.addAction(action)
            found[width] = action
        return found

    def fill_menus(self) -> None:
        """After the actions of the table: where along boundaries errors are shown."""
        self.error_menu.addSeparator()
        self.error_menu.addActions(list(self._bands.values()))
        self.layer_menu.addActions([self._book[f"view.{name}"] for name in (*_LAYERS, "provenance")])
        self.layer_menu.addSeparator()
        self.layer_menu.addActions(self.error_menu.actions())
        for menu in (self.error_menu, self.compare_menu, self.layer_menu):
            menu.setToolTipsVisible(True)

    def _fill_class_menu(self, menu: QMenu, class_id: int | None) -> None:
        table = self._session.table
        if class_id is None or table is None or class_id == table.ignore_index:
            return
        name = literal_action(table.name_of(class_id))
        menu.addSeparator()
        menu.addAction(
            self.tr("List images with {name}").format(name=name), lambda: self.show_class(class_id)
        )
        menu.addAction(
            self.tr("Show errors of {name}").format(name=name),
            lambda: self.ask(ErrorView(class_id=class_id)),
        )

    def _connect(self) -> None:
        canvas, dashboard = self._canvas, self._dashboard
        canvas.layer_changed.connect(self._show_layer)
        canvas.error_view_changed.connect(lambda _view: self._show_view())
        dashboard.class_clicked.connect(self.show_class)
        dashboard.cell_clicked.connect(self.follow_cell)
        dashboard.bar_clicked.connect(self.follow_bar)
        dashboard.image_clicked.connect(self._session.go_to)
        dashboard.set_compare_menu(self.compare_menu)
        dashboard.charts.side.heat_map.addAction(self._book["doubt.leave"])
        self._classes.menu_filled.connect(self._fill_class_menu)
        self.bar.dismissed.connect(self.show_all_errors)
        self.bar.step_wanted.connect(self.step)
        self.steps.changed.connect(self._show_bar)
        evaluation = self._evaluation
        self._disconnects = [
            self._session.scores_changed.connect(self._show_bar),
            self._session.table_changed.connect(self.show_all_errors),
            self._session.project_changed.connect(lambda _project: self.show_all_errors()),
            evaluation.focus.changed.connect(self._focus_changed),
            evaluation.choice_changed.connect(self._show_choice),
            evaluation.label_changed.connect(self._show_label),
        ]


def _filtered(view: ErrorView) -> bool:
    """Whether it shows a part of the errors, wherever they lie."""
    return view.cell is not None or view.class_id is not None


def _legend(view: ErrorView, found: Comparison | None) -> tuple[tuple[str, str], ...]:
    """(colour token, words) where errors of one class have two colours."""
    if view.class_id is None or view.paint is not Paint.PLAIN or found is None or view.band is not None:
        return ()
    missed, false = class_errors(found.matrix, view.class_id)
    tr = partial(QCoreApplication.translate, "Evaluation")
    return (
        ("bad", tr("missed {n}").format(n=grouped(missed))),
        ("accent", tr("false {n}").format(n=grouped(false))),
    )
