"""The model at work on a project: which source predictions come from, and which figures hold for it."""

from __future__ import annotations

from collections.abc import Callable

from segstudio.core.classes import ClassTable
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.core.zoo import find_card
from segstudio.engine.desks.entry_book import EntryBook
from segstudio.engine.evaluation.recalled_model import RecalledModel, file_stamp
from segstudio.engine.evaluation.saved_scores import SavedScores
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.engine.jobs import JobQueue
from segstudio.engine.models.model_host import NO_MODEL, ModelHost, Predictor
from segstudio.engine.presegment import PredictionService, PredictionSource
from segstudio.engine.project import TableSource
from segstudio.engine.views import MAP_CLASSES, Level, Message
from segstudio.engine.workspace import Workspace

_NAMED = 8


class ModelDesk:
    """Joins model, predictions and figures to the open project; owned by the GUI thread."""

    def __init__(
        self,
        pool: JobQueue,
        queue: JobQueue,
        downloads: JobQueue,
        book: EntryBook,
        *,
        name: str,
        device: str,
    ) -> None:
        self.message: Signal[Message] = Signal()
        self.renewed: Signal[bool] = Signal()
        """Predictions come from another source now; True when the project's classes became the model's."""
        self.source_changed: Signal[Workspace | None, PredictionSource | None] = Signal()
        """Predictions of this project come from this source: figures begin anew."""
        self.host = ModelHost(queue, downloads, name, device)
        self.sure_from: Callable[[], float] = lambda: 0.0
        """The confidence from which on something is proposed; `renew` makes another one hold."""
        self.predictions = PredictionService(pool, queue)
        self.scoring = Scoring(pool, queue)
        self._book = book
        self._pool = pool
        self._workspace: Workspace | None = None
        self._said: set[tuple[str, str]] = set()
        self._cache_problem_said = False
        self.host.message.connect(self.message.emit)
        self.host.replaced.connect(self._replaced)
        self.predictions.predicted.connect(lambda key, _: self._predicted(key))
        self.predictions.urgent.connect(self.scoring.survey.give_way)
        self.scoring.survey.predicted.connect(book.set_predicted)

    @property
    def table(self) -> ClassTable | None:
        """The classes of the model in use, or of the one that is asked for where they are known beforehand."""
        if self.host.predictor is not None:
            return self.host.predictor.classes
        card = find_card(self.host.state.name)
        return card.classes if card is not None else None

    def open(self, workspace: Workspace | None) -> None:
        """Work for another project (or none): its own model is loaded, or the model if none is there yet."""
        self._workspace = workspace
        self._cache_problem_said = False
        self._said.clear()
        self.predictions.wish([])
        self.renew()
        if workspace is None:
            return
        if self.scoring.source is None or self.scoring.source.can_be_asked:
            self._start_model(workspace)
            return

        def recalled(_: SavedScores) -> None:
            stop()
            if workspace is self._workspace:
                self._start_model(workspace)

        # torch, while it is imported, would keep the interpreter from the figures
        stop = self.scoring.survey.recalled.connect(recalled)

    def _start_model(self, workspace: Workspace) -> None:
        wanted = workspace.project.model
        if wanted is not None and wanted != self.host.state.name:
            self.host.load(wanted)
        else:
            self.host.start()

    def renew(self) -> None:
        """Model, class table or project changed: predictions are mapped anew and figures counted anew."""
        workspace, predictor = self._workspace, self.host.predictor
        source, adopted = None, False
        if workspace is not None and predictor is not None:
            adopted = self._adopt_classes(workspace, predictor)
            project = workspace.project
            chosen = project.class_maps.get(predictor.model_name)
            source = PredictionSource.make(
                predictor, workspace.cache, workspace.index, project.table, chosen, self.sure_from()
            )
            self._remember(workspace, source)
            source = source if self._check_mapping(source) else None
        self.renewed.emit(adopted)
        self.source_changed.emit(workspace, source)
        self.predictions.use(source)
        if workspace is not None and predictor is None and self.scoring.source is None:
            self.scoring.begin(workspace.project, self._recalled(workspace))

    def _recalled(self, workspace: Workspace) -> RecalledModel | None:
        """The model that is about to be loaded: what it said of the saved labels is shown before it is there."""
        wanted = workspace.project.model or self.host.state.name
        if wanted == NO_MODEL or workspace.project.table_source is TableSource.MODEL:
            return None
        return RecalledModel.find(wanted, workspace.project.table, workspace.index)

    def _remember(self, workspace: Workspace, source: PredictionSource) -> None:
        name, index, title = self.host.state.name, workspace.index, source.predictor.model_name
        if (stamp := file_stamp(name)) is not None:
            self._pool.submit(
                "settings",
                worded("Remember the model"),
                lambda context: index.put_model(name, source.id, title, stamp),
            )

    def retain(self, workspace: Workspace) -> None:
        """The project's labels lie elsewhere now; nothing that was predicted is void."""
        self._workspace = workspace
        self.renew()

    def _replaced(self, predictor: Predictor) -> None:
        self._book.forget_predictions()
        self.renew()

    def _predicted(self, key: str) -> None:
        self._book.set_predicted(key)
        predictor, workspace = self.host.predictor, self._workspace
        if predictor is not None:
            self.host.hear(predictor)
        if workspace is not None and workspace.cache.problem and not self._cache_problem_said:
            self._cache_problem_said = True
            self.message.emit(Message(Level.WARNING, workspace.cache.problem))

    def _adopt_classes(self, workspace: Workspace, predictor: Predictor) -> bool:
        """A project that has no classes of its own takes the model's, until something is painted or saved."""
        project = workspace.project
        if (
            project.table_source is not TableSource.MODEL
            or project.table == predictor.classes
            or self._book.edited
        ):
            return False
        project.table = predictor.classes
        return True

    def _check_mapping(self, source: PredictionSource) -> bool:
        """Say once what has no partner in the table; False when nothing has one."""
        mapping, name = source.mapping, source.predictor.model_name
        known = sum(target is not None for target in mapping.targets)
        if not mapping.unmapped and known:
            return True
        more = len(mapping.unmapped) - _NAMED
        names = ", ".join(mapping.unmapped[:_NAMED]) + (f" (+{more})" if more > 0 else "")
        if not mapping.unmapped:
            text = worded(
                "Every class of the model {name} is ignored in this project, so nothing is predicted.",
                name=name,
            )
        elif known == 0:
            text = worded(
                "No class of the model {name} is in this project's class table ({names}), so nothing is "
                "predicted. Say which class is which, or choose another model.",
                name=name,
                names=names,
            )
        else:
            text = worded(
                "The model {name} knows classes that this project has not: {names}. Where it sees them, "
                "its prediction is void, which counts as a miss.",
                name=name,
                names=names,
            )
        warned = (source.predictor.model_id, text)
        if warned not in self._said:
            self._said.add(warned)
            self.message.emit(Message(Level.WARNING, text, MAP_CLASSES))
        return known > 0
