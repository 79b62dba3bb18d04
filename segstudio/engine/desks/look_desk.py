"""How the model looks at images (averaged over sizes and the mirror image, refined, at full size), and how sure it must
be of what it proposes; kept in the settings."""

from __future__ import annotations

from segstudio.core.predicting import PredictOptions, Refinement
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.desks.model_desk import ModelDesk

AVERAGES: dict[str, tuple[tuple[float, ...], bool]] = {
    "none": ((1.0,), False),
    "mirror": ((1.0,), True),
    "sizes": ((0.75, 1.0, 1.25), True),
}
"""Values of the setting `model.average`: scales, and whether the mirror image is looked at too."""


def options_of(settings: Settings) -> PredictOptions:
    """What the settings ask for."""
    scales, flip = AVERAGES[settings.text("model.average")]
    return PredictOptions(
        scales, flip, Refinement(settings.text("model.refine")), settings.flag("model.full_size")
    )


def sure_from(settings: Settings) -> float:
    """The confidence, 0 … 1, from which on the model proposes something."""
    wanted = settings.text("model.propose")
    return 0.0 if wanted == "all" else int(wanted) / 100


class LookDesk:
    """Reads and changes them on the GUI thread. A change of the looks has the host's model loaded anew; one of what is
    proposed only has the predictions proposed anew."""

    def __init__(self, settings: Settings, desk: ModelDesk) -> None:
        self.changed: Signal[()] = Signal()
        self._settings = settings
        self._desk = desk
        desk.host.options = lambda: options_of(settings)
        desk.sure_from = lambda: sure_from(settings)

    @property
    def options(self) -> PredictOptions:
        return options_of(self._settings)

    def get(self, name: str) -> bool | str:
        """`average`, `refine`, `full_size` or `propose`."""
        value = self._settings.get(f"model.{name}")
        return value if isinstance(value, bool) else str(value)

    def set(self, name: str, value: bool | str) -> None:
        """Raises InputError for a value that the setting does not have."""
        before, sure_before = self.options, sure_from(self._settings)
        self._settings.set(f"model.{name}", value)
        if self.options != before:
            self.changed.emit()
            self._desk.host.reload()
        elif sure_from(self._settings) != sure_before:
            self._desk.renew()
