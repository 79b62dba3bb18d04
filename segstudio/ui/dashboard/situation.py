"""What is compared with what, and why a figure is missing, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from segstudio.core.numerals import grouped
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.views import ModelPhase
from segstudio.metrics.agreement import kappa
from segstudio.metrics.scores import Score
from segstudio.ui.dashboard.figures import DATASET, IMAGE, SCOPES, SELECTION, share_text
from segstudio.ui.dashboard.source import ScoreSource


def _tr(text: str) -> str:
    return QCoreApplication.translate("Situation", text)


@dataclass(frozen=True)
class Situation:
    """All that the dashboard's words depend on, read from the session at one moment."""

    project_open: bool
    image_shown: bool  # decoded, ready to edit
    saved_label: bool  # the label of the current image is on disk and has no edits on top
    predicted: bool
    phase: ModelPhase
    image: Comparison | None
    dataset: Comparison | None
    broken: bool = False  # the image cannot be read at all
    selection: Comparison | None = None
    selected: int = 0
    """Images that are selected in the list."""
    candidate: str = ""
    """The folder that is compared; '' while it is the model."""
    annotator: bool = False
    """Whether that folder is a second person's labels."""
    missing: int = 0
    """Labelled images of which that folder has nothing."""

    @classmethod
    def of(cls, session: ScoreSource) -> Situation:
        entry = session.current
        return cls(
            project_open=session.project is not None,
            image_shown=session.document is not None,
            saved_label=entry is not None and entry.has_label and not session.dirty,
            predicted=session.prediction is not None,
            phase=session.model.phase,
            image=session.image_comparison,
            dataset=session.dataset_comparison,
            broken=bool(session.image_problem),
            selection=session.evaluation.selection_comparison,
            selected=len(session.evaluation.selected_keys),
            candidate=session.evaluation.candidate_name,
            annotator=session.evaluation.by_annotator,
            missing=session.evaluation.missing,
        )

    def comparison(self, scope: str) -> Comparison | None:
        return {DATASET: self.dataset, SELECTION: self.selection}.get(scope, self.image)

    def has_figures(self, scope: str) -> bool:
        found = self.comparison(scope)
        return found is not None and found.scores.valid_pixels > 0

    @property
    def empty(self) -> bool:
        """No figure anywhere."""
        return not any(self.has_figures(scope) for scope in SCOPES)

    def image_line(self) -> str:
        """What the image's figures compare; of two people also how far they agree beyond chance."""
        if self.image is None or self.image.scores.valid_pixels == 0:
            return self._waiting_line()
        return self._compared_line(self.image.reviewed_share) + self._agreement(self.image)

    def _agreement(self, comparison: Comparison) -> str:
        """Cohen's kappa, of two people only."""
        found = kappa(comparison.matrix) if self.annotator else None
        return "" if found is None else _tr(" · κ {kappa:.3f}").format(kappa=found)

    def _compared_line(self, share: float | None) -> str:
        who = self.candidate or _tr("Prediction")
        if self.saved_label:
            line = _tr("{who} against the saved label").format(who=who)
            if share is None or share >= 1:
                return line
        else:
            line = _tr("{who} against your own pixels").format(who=who)
        if share is None:
            return line
        return line + _tr(" · on {share} reviewed").format(share=share_text(share))

    def _waiting_line(self) -> str:
        if not self.image_shown:
            return ""
        if self.candidate:
            return _tr("This image: nothing to compare in {folder}").format(folder=self.candidate)
        if not self.predicted:
            return _tr("This image: no prediction yet")
        return _tr("This image: nothing painted or confirmed yet")

    def dataset_line(self) -> str:
        """How many labelled images the data set's figures hold."""
        if self.dataset is None:
            return self._no_dataset_line()
        return self._counted_line(self.dataset) + self._agreement(self.dataset)

    def _counted_line(self, dataset: Comparison) -> str:
        counted, pending = dataset.images, dataset.images_pending
        if pending:
            text = (
                _tr("Data set: {n} of {all} labelled images, {rest} still to be compared")
                if self.candidate
                else _tr("Data set: {n} of {all} labelled images, {rest} waiting for the model")
            )
            return text.format(n=grouped(counted), all=grouped(counted + pending), rest=grouped(pending))
        if self.missing:
            return _tr("Data set: {n} labelled images, {rest} more are not in {folder}").format(
                n=grouped(counted), rest=grouped(self.missing), folder=self.candidate
            )
        if counted == 1:
            return _tr("Data set: one labelled image")
        return _tr("Data set: all {n} labelled images").format(n=grouped(counted))

    def _no_dataset_line(self) -> str:
        if not self.project_open:
            return ""
        waiting = self.phase in (ModelPhase.IDLE, ModelPhase.LOADING) and not self.candidate
        return (
            _tr("Data set: waiting for the model")
            if waiting
            else _tr("Data set: no labelled image compared yet")
        )

    def reason(self, scope: str, figure: Score) -> str:
        """Why a figure of this scope does not exist; empty when it does."""
        if figure is not None:
            return ""
        if not self.project_open:
            return _tr("No folder is open.")
        reasons = {DATASET: self._dataset_reason, SELECTION: self._selection_reason}
        return reasons.get(scope, self._image_reason)()

    def _image_reason(self) -> str:
        if not self.image_shown:
            return self._unshown_reason()
        if self.candidate and self.image is None:
            return _tr("There is nothing in {folder} to compare this image with.").format(
                folder=self.candidate
            )
        if not self.predicted and not self.candidate:
            return self._model_reason()
        return _tr(
            "Nothing of this image is painted or confirmed yet (or only as void), so there is nothing to"
            " compare the prediction with."
        )

    def _dataset_reason(self) -> str:
        if self.dataset is None and self.phase is ModelPhase.LOADING:
            return self._model_reason()
        if self.dataset is None:
            return _tr("No image has a saved or painted label that could be compared yet.")
        if self.dataset.images_pending:
            return _tr("The labelled images still wait for the model.")
        return _tr("The labels of the data set hold nothing but void.")

    def selection_line(self) -> str:
        """How many of the selected images the selection's figures hold."""
        if not self.selected:
            return _tr("Selection: no images selected")
        counted = self.selection.images if self.selection is not None else 0
        return _tr("Selection: {n} of {all} selected images are labelled and compared").format(
            n=grouped(counted), all=grouped(self.selected)
        )

    def _selection_reason(self) -> str:
        if not self.selected:
            return _tr("No images are selected: Ctrl + click or Shift + click them in the image list.")
        return _tr("None of the selected images has a label that could be compared yet.")

    def _unshown_reason(self) -> str:
        if self.broken:
            return _tr("This image cannot be read, so it has no figures.")
        return _tr("The image is still being read.")

    def _model_reason(self) -> str:
        if self.phase is ModelPhase.LOADING:
            return _tr("The model is still being loaded.")
        if self.phase is ModelPhase.FAILED:
            return _tr("There is no model that could predict this image.")
        return _tr("The model has not predicted this image yet.")

    def invitation(self, scope: str) -> tuple[str, str]:
        """How to get the first figure of `scope`: one sentence, and one that says why."""
        if not self.project_open:
            return (
                _tr("Open a folder to see how well the model does on your images."),
                _tr("With labels beside the images, the scores appear by themselves."),
            )
        if scope == SELECTION:
            return _tr("Select several images to see their figures together."), self._selection_reason()
        if scope == DATASET and not self.empty:
            return _tr("The data set has no figures yet."), self.reason(DATASET, None)
        return self._image_invitation()

    def _image_invitation(self) -> tuple[str, str]:
        if not self.image_shown:
            return self._unshown_reason(), ""
        if self.candidate:
            return _tr("This image has no figures."), self.reason(IMAGE, None)
        if not self.predicted and self.phase is ModelPhase.FAILED:
            return (
                _tr("Without a model there is nothing to score."),
                _tr(
                    "Choose another model or device in the Model menu; painting and saving work all the same."
                ),
            )
        if not self.predicted:
            return (
                _tr("The first figures need a prediction of this image."),
                _tr("You can paint already: what you paint is what the prediction will be compared with."),
            )
        return (
            _tr("Paint or confirm a region to get the first figures."),
            _tr(
                "The prediction is compared with what you painted (B) or confirmed (C), and with nothing else."
            ),
        )
