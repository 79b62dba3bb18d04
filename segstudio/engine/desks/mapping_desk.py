"""Which class of the model is which of the project's: what holds, and what a person says about it."""

from __future__ import annotations

from dataclasses import dataclass

from segstudio.core.class_map import ClassChoice, followed
from segstudio.core.classes import ClassMapping, ClassTable, map_classes
from segstudio.core.wording import worded
from segstudio.engine.desks.model_desk import ModelDesk
from segstudio.engine.desks.project_desk import ProjectDesk
from segstudio.engine.views import Level, Message


@dataclass(frozen=True)
class MappingView:
    """`chosen`: what a person said; the rest of `mapping` goes by name."""

    model: str
    source: ClassTable
    target: ClassTable
    chosen: ClassChoice

    @property
    def mapping(self) -> ClassMapping:
        return map_classes(self.source, self.target, self.chosen)

    @property
    def by_name(self) -> ClassMapping:
        return map_classes(self.source, self.target)


class MappingDesk:
    """Owned by the GUI thread. A choice is kept in segstudio.toml by the model's name, and holds at once."""

    def __init__(self, desk: ModelDesk, projects: ProjectDesk) -> None:
        self._desk = desk
        self._projects = projects

    def view(self) -> MappingView | None:
        """None without a project or a model."""
        workspace, predictor = self._projects.workspace, self._desk.host.predictor
        if workspace is None or predictor is None:
            return None
        project, name = workspace.project, predictor.model_name
        return MappingView(name, predictor.classes, project.table, project.class_maps.get(name, {}))

    def follow(self, former: ClassTable, table: ClassTable) -> None:
        """A class was renamed: the model goes on to see it. For whom keeps the table, and the choice with it."""
        view, workspace = self.view(), self._projects.workspace
        if view is not None and workspace is not None:
            chosen = followed(view.source, former, table, view.chosen)
            if chosen != dict(view.chosen):
                workspace.project.class_maps[view.model] = chosen

    def choose(self, chosen: ClassChoice, model: str | None = None) -> None:
        """Map the model's classes so from now on; what is proposed, shown and counted follows. Labels that a person
        made stay as they are. `model`: whose classes were asked about; another one may have come since, and then
        nothing changes."""
        view = self.view()
        workspace = self._projects.workspace
        if view is None or workspace is None or dict(chosen) == dict(view.chosen):
            return
        if model is not None and model != view.model:
            text = worded(
                "The model {newer} came meanwhile; the mapping of {model} was not used.",
                newer=view.model,
                model=model,
            )
            self._desk.message.emit(Message(Level.WARNING, text))
            return
        if chosen:
            workspace.project.class_maps[view.model] = dict(chosen)
        else:
            workspace.project.class_maps.pop(view.model, None)
        if workspace.project.writable:
            self._projects.keep_config()
        else:
            text = worded(
                "{folder} cannot be written: the class mapping holds until it is closed.",
                folder=workspace.project.root,
            )
            self._desk.message.emit(Message(Level.INFO, text))
        self._desk.renew()
