"""The scripted tour: the real window without a display, driven by real mouse and key events."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassTable
from segstudio.core.errors import WorkError
from segstudio.core.settings import Settings
from segstudio.engine.desks.doubt_desk import Doubt
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.views import Level, Message, ModelPhase
from segstudio.metrics.scores import Score
from segstudio.ui import theme
from segstudio.ui.app import Studio, build_studio

MODEL_SECONDS = 300  # a first start on a slow disk, torch's import included
STEP_SECONDS = 120


class Tour:
    """Opens a folder, waits for predictions, paints, undoes, saves, looks at the dashboard, exports.

    Says each step on the terminal and leaves pictures of the window, the exported labels and the report in `out`.
    """

    def __init__(self, folder: Path, out: Path, truth: Callable[[int], Plane] | None = None) -> None:
        """`truth`: the exact label (uint8 H×W) of a row of the image list, where there is one."""
        self.folder = folder
        self.truth = truth
        self.out = out
        self.console = Console()
        self._shots = 0
        self._errors: list[str] = []

    def run(self) -> int:
        """Exit code 0. Raises WorkError when a step does not come to its end."""
        app = QApplication.instance() or QApplication(["segstudio"])
        assert isinstance(app, QApplication)
        theme.install(app, "dark")
        studio = build_studio(settings=Settings(), state_dir=self.out / "state")
        self.studio: Studio = studio
        studio.session.message.connect(self._heard)
        studio.window.resize(1440, 900)
        studio.window.show()
        steps: list[tuple[str, Callable[[], str]]] = [
            ("Open the folder", self._open),
            ("Predict the first image", self._predict),
            ("Predict the other images", self._predict_all),
            ("Paint a stroke", self._paint),
            ("Undo and redo it", self._undo_redo),
            ("Answer the model's first doubt", self._answer_doubt),
            ("Confirm what the model got right", self._confirm),
            ("Save the label", self._save),
            ("See it in the light appearance", self._light),
            ("Export the labels", self._export),
            ("Write the evaluation report", self._report),
            ("Close, open again, compare", self._reopen),
        ]
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        try:
            with Progress(*columns, console=self.console) as progress:
                task = progress.add_task("", total=len(steps))
                for title, step in steps:
                    progress.update(task, description=title)
                    said = step()
                    progress.console.print(f"[bold]{title}[/bold]: {said}", highlight=False)
                    progress.advance(task)
            self._summary()
        finally:
            self.studio.window.force_close()
        return 0

    # -- the steps

    def _open(self) -> str:
        session = self.studio.session
        session.open_folder(self.folder)
        self._until(lambda: session.document is not None, "the first image is open", STEP_SECONDS)
        labelled = sum(view.entry.has_label for view in session.entries)
        return f"{len(session.entries)} images in {self.folder}, {labelled} of them labelled"

    def _predict(self) -> str:
        session = self.studio.session
        self._until(lambda: session.prediction is not None, "the model's answer is there", MODEL_SECONDS)
        self._shot("predicted")
        return f"{session.model.name} on {session.model.device}"

    def _predict_all(self) -> str:
        session = self.studio.session

        def seen_by_the_model() -> bool:
            total = session.dataset_comparison
            return total is None or total.images_pending == 0

        labelled = any(view.entry.has_label for view in session.entries)
        if labelled:
            self._until(lambda: session.dataset_comparison is not None, "a first figure", STEP_SECONDS)
        self._until(seen_by_the_model, "all labelled images are predicted", MODEL_SECONDS)
        if not labelled:
            return "no image is labelled yet: the dashboard says how to get the first figure"
        return self._figures(session.dataset_comparison)

    def _paint(self) -> str:
        session = self.studio.session
        session.next_unlabelled()
        self._until(
            lambda: session.document is not None and session.prediction is not None,
            "an unlabelled image is predicted",
            MODEL_SECONDS,
        )
        document, label = session.document, session.prediction_label
        assert document is not None
        assert label is not None
        class_id, radius, path = self._correction(label)
        self.studio.tools.set_tool("brush")
        self.studio.tools.set_radius(radius)
        self.studio.tools.set_class(class_id)
        self._before = self._planes()
        self._drag(*path)
        self._after = self._planes()
        painted = int(np.count_nonzero(self._before[1] != self._after[1]))
        if not painted:
            raise WorkError("The tour's stroke painted nothing.")
        self._shot("painted")
        return f"{painted} pixels of {session.current.key if session.current else ''}"

    def _undo_redo(self) -> str:
        self._key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        if not all(np.array_equal(a, b) for a, b in zip(self._planes(), self._before, strict=True)):
            raise WorkError("Undo did not bring the mask back exactly.")
        self._key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        if not all(np.array_equal(a, b) for a, b in zip(self._planes(), self._after, strict=True)):
            raise WorkError("Redo did not bring the stroke back exactly.")
        return "the mask came back byte for byte, both ways"

    def _answer_doubt(self) -> str:
        """N looks at the most doubtful region; Return accepts the first choice, Shift+Return the second."""
        doubts, document = self.studio.session.doubts, self.studio.session.document
        assert document is not None
        self._key(Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier)
        self._until(lambda: doubts.shown or doubts.nothing_left, "a doubtful region is found", STEP_SECONDS)
        doubt = doubts.shown
        if doubt is None:
            return "the model doubts nothing in this image"
        self._shot("doubt")
        second = doubt.second is not None and self._is_second(doubt)
        modifier = Qt.KeyboardModifier.ShiftModifier if second else Qt.KeyboardModifier.NoModifier
        self._key(Qt.Key.Key_Return, modifier)
        self._until(lambda: doubts.shown is not doubt, "the answer is written", STEP_SECONDS)
        self._key(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        self.studio.window.canvas.fit()
        answer = doubt.second if second and doubt.second is not None else doubt.first
        return f"{self._table().name_of(answer.class_id)}, {answer.probability:.0%} sure, {doubt.area.count} pixels"

    def _is_second(self, doubt: Doubt) -> bool:
        """Whether the truth, where it is known, is the model's second choice."""
        current = self.studio.session.current
        if self.truth is None or doubt.second is None or current is None:
            return False
        there = self.truth(self._row_of(current.key))[doubt.area.rect.slices][doubt.area.mask]
        first, second = (np.count_nonzero(there == a.class_id) for a in (doubt.first, doubt.second))
        return bool(second > first)

    def _confirm(self) -> str:
        self.studio.tools.set_tool("confirm")
        self.studio.tools.set_radius(min(self._planes()[0].shape) / 10)
        self._drag((0.2, 0.2), (0.8, 0.2))
        self._drag((0.2, 0.85), (0.8, 0.85))
        self._shot("confirmed")
        return self._figures(self.studio.session.image_comparison)

    def _save(self) -> str:
        session = self.studio.session
        self._key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self._until(lambda: not session.dirty, "the label is on disk", STEP_SECONDS)
        self._saved = self._planes()
        assert session.current is not None
        self._saved_key = session.current.key
        return f"{session.current.label_path}"

    def _light(self) -> str:
        theme.theme().set_mode("light")
        self._shot("light")
        theme.theme().set_mode("dark")
        return "and back"

    def _export(self) -> str:
        for format_name in ("png", "coco"):
            self.studio.session.export(format_name, self.out / "export" / format_name)
        self._idle("the labels are exported")
        return f"indexed PNG and COCO in {self.out / 'export'}"

    def _report(self) -> str:
        self.studio.session.write_report(self.out / "report")
        self._idle("the report is written")
        return f"JSON, CSV and HTML in {self.out / 'report'}"

    def _reopen(self) -> str:
        self._figures_at_the_end = self.studio.session.dataset_comparison
        self.studio.window.force_close()
        self.studio = build_studio(settings=Settings(), state_dir=self.out / "state")
        session = self.studio.session
        session.message.connect(self._heard)
        self.studio.window.resize(1440, 900)
        self.studio.window.show()
        session.open_folder(self.folder)
        self._until(lambda: session.document is not None, "the folder is open again", STEP_SECONDS)
        session.go_to(self._saved_key)
        self._until(
            lambda: session.document is not None and session.prediction is not None,
            "the saved image is open",
            MODEL_SECONDS,
        )
        same = all(np.array_equal(a, b) for a, b in zip(self._planes(), self._saved, strict=True))
        if not same:
            raise WorkError(f"{self._saved_key} was not opened as it was saved.")
        self._shot("reopened")
        return "the same mask, byte for byte"

    def _correction(self, label: Plane) -> tuple[int, float, tuple[tuple[float, float], ...]]:
        """Class, radius and path of the stroke: along the largest mistake where the truth is known.

        On other people's pictures nobody knows the truth: the stroke repeats what the model says under its middle.
        """
        height, width = label.shape
        if self.truth is None:
            path = ((0.25, 0.62), (0.5, 0.6), (0.72, 0.66))
            return int(label[int(0.6 * height), width // 2]), max(min(label.shape) / 40, 2.0), path
        current = self.studio.session.current
        assert current is not None
        truth = self.truth(self._row_of(current.key))
        best = max(
            (self._along_mistake(truth, label, c.id) for c in self._table().classes),
            key=lambda found: found[0],
        )
        return best[1:]

    def _along_mistake(
        self, truth: Plane, label: Plane, class_id: int
    ) -> tuple[float, int, float, tuple[tuple[float, float], ...]]:
        """The widest miss of one class: (its half width, then what `_correction` returns)."""
        missed = ((truth == class_id) & (label != class_id)).astype(np.uint8)
        depth = cv2.distanceTransform(np.pad(missed, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
        deepest = float(depth.max())
        ridge = np.argwhere(depth >= max(deepest * 0.9, 1e-6))
        height, width = label.shape
        ends = (
            ((ridge[0] + 0.5) / (height, width), (ridge[-1] + 0.5) / (height, width)) if len(ridge) else ()
        )
        path = tuple((float(x), float(y)) for y, x in ends)
        return deepest, class_id, max(deepest * 0.85, 1.0), path

    def _row_of(self, key: str) -> int:
        return [view.entry.key for view in self.studio.session.entries].index(key)

    def _table(self) -> ClassTable:
        table = self.studio.session.table
        assert table is not None
        return table

    # -- the hand

    def _drag(self, *points: tuple[float, float]) -> None:
        """Press, move and release through points given as shares of the image's width and height."""
        canvas = self.studio.window.canvas
        at = [self._widget_point(x, y) for x, y in points]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[0])
        for start, end in itertools.pairwise(at):
            for step in range(1, 13):
                QTest.mouseMove(canvas, start + (end - start) * step / 12)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[-1])
        self._settle()

    def _widget_point(self, x: float, y: float) -> QPoint:
        image = self.studio.session.image
        assert image is not None
        height, width = image.shape[:2]
        return self.studio.window.canvas.widget_point((x * width, y * height)).toPoint()

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.studio.window.canvas, key, modifier)
        self._settle()

    # -- looking and waiting

    def _planes(self) -> tuple[Plane, Plane]:
        document = self.studio.session.document
        assert document is not None
        return document.label_map.label.copy(), document.label_map.provenance.copy()

    def _shot(self, name: str) -> None:
        self._settle()
        self._shots += 1
        folder = self.out / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        self.studio.window.grab().save(str(folder / f"{self._shots}-{name}.png"))

    def _settle(self) -> None:
        """Let timers of a frame's length fire and everything repaint."""
        loop = QEventLoop()
        QTimer.singleShot(120, loop.quit)
        loop.exec()

    def _idle(self, what: str) -> None:
        session = self.studio.session
        self._until(
            lambda: not [j for j in session.jobs if j.kind in {"export", "report"}], what, STEP_SECONDS
        )

    def _until(self, condition: Callable[[], object], what: str, seconds: float) -> None:
        end = time.monotonic() + seconds

        def over() -> bool:
            failed = self.studio.session.model.phase is ModelPhase.FAILED
            return bool(condition()) or failed or time.monotonic() > end

        loop = QEventLoop()
        timer = QTimer()
        timer.timeout.connect(lambda: loop.quit() if over() else None)
        timer.start(15)
        if not over():
            loop.exec()
        timer.stop()
        if not condition():
            why = self._errors[-1] if self._errors else f"It was not done within {seconds:.0f} s."
            raise WorkError(f"The tour stopped while it waited until {what}. {why}")

    def _heard(self, message: Message) -> None:
        if message.level is Level.ERROR:
            self._errors.append(message.text)
            self.console.print(message.text, style="red", highlight=False)

    # -- saying

    def _figures(self, comparison: Comparison | None) -> str:
        if comparison is None:
            return "no figure yet"
        s = comparison.scores
        reviewed = comparison.reviewed_share
        share = f", on {reviewed:.0%} reviewed" if reviewed is not None else f", {comparison.images} images"
        return (
            f"pixel accuracy {_show(s.pixel_accuracy)}, mean accuracy {_show(s.mean_accuracy)}, "
            f"mIoU {_show(s.miou)}, FWIoU {_show(s.fwiou)}{share}"
        )

    def _summary(self) -> None:
        comparison = self._figures_at_the_end
        table = self.studio.session.table
        if comparison is not None and table is not None:
            shown = Table("class", "IoU", title="The model against the labels", title_justify="left")
            shown.columns[1].justify = "right"
            for c in table.classes:
                shown.add_row(c.name, _show(comparison.scores.iou[c.id]))
            self.console.print(shown)
        self.console.print(
            f"Screenshots: {self.out / 'screenshots'}\nLabels:      {self.out / 'export'}\n"
            f"Report:      {self.out / 'report'}",
            highlight=False,
            soft_wrap=True,
        )


def _show(value: Score) -> str:
    return "–" if value is None else f"{value:.3f}"
