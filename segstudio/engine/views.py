"""What a session shows to whoever draws it: immutable values, made anew at every change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segstudio.core.classes import ClassTable
from segstudio.core.errors import UserError
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.marks import NOTHING, Mark

CHOOSE_LABELS_FOLDER = "choose_labels_folder"
"""Action of a message: ask for a folder and call `Session.set_labels_folder` (default: `suggested_labels_folder`)."""
RETRY_SAVE = "retry_save"
"""Action of a message: a save failed and its edits are kept; call `Session.save` when the reason is gone."""
RESTART_MODEL = "restart_model"
"""Action of a message: the model could not be used; call `Session.restart_model`, perhaps with another name."""
MAP_VALUES = "map_values"
"""Action of a message: a label holds values that no class has; open the class editor, which lists them."""

MAP_CLASSES = "map_classes"
"""Action of a message: classes of the model have no partner; show `Session.mapping` and let the person choose."""
ADOPT_LABELS = "adopt_labels"
"""Action of a message: another tool left its labels in the folder; call `Session.adopt_labels`."""


class Level(StrEnum):
    """How loud a message is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the person, and perhaps the id of an action that helps (constants above).

    `about`: key of the image that it is about; it need not be seen any more when another image is shown.
    """

    level: Level
    text: str
    action: str | None = None
    about: str = ""


FAILED = worded("That did not work")


def sentence_of(error: Exception, failed: str = FAILED) -> str:
    """For people. Errors of ours are sentences already; of another it is told what `failed`, without a full stop."""
    return (
        str(error)
        if isinstance(error, UserError)
        else worded("{failed} ({error}).", failed=failed, error=error)
    )


def error_message(
    error: Exception, failed: str = FAILED, action: str | None = None, *, about: str = ""
) -> Message:
    """What became of work that ended in an error; see `sentence_of` and `Message`."""
    return Message(Level.ERROR, sentence_of(error, failed), action, about)


@dataclass(frozen=True, slots=True)
class EntryView:
    """One row of the image list; figures are None while unknown.

    `miou`, `errors` (wrong pixels): of what is compared, against the reviewed pixels. `uncertainty`,
    `disagreement`: see `engine.evaluation.doubts`. `number`: pixels that the focus of the evaluation is about.
    `counted`: the share of the image's pixels that `miou` and `errors` count; unknown before its thumbnail was there.
    """

    entry: ImageEntry
    status: Status
    miou: float | None
    errors: int | None = None
    uncertainty: float | None = None
    disagreement: float | None = None
    number: int | None = None
    mark: Mark = NOTHING
    counted: float | None = None


class ModelPhase(StrEnum):
    """Where the model is between 'not asked for' and 'predicting'."""

    IDLE = "idle"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ModelState:
    """The model as the window shows it.

    While LOADING, `name` and `device` are those asked for; once READY, `device` is the one in use ('cpu',
    'cuda:0' …) and `classes` the model's table. FAILED means that there is no model at all; when a former one
    could be kept, the phase is READY with the former name and a message said what failed.
    """

    phase: ModelPhase
    name: str
    device: str
    classes: ClassTable | None = None
    notices: tuple[str, ...] = ()
