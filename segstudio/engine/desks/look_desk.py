"""How the model looks at images: averaged over sizes and the mirror image, refined, at full size; kept in the settings."""

from __future__ import annotations

from segstudio.core.predicting import PredictOptions, Refinement
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.models.model_host import ModelHost

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


class LookDesk:
    """Reads and changes the options on the GUI thread; a change has the host's model loaded anew with them."""

    def __init__(self, settings: Settings, host: ModelHost) -> None:
        self.changed: Signal[()] = Signal()
        self._settings = settings
        self._host = host
        host.options = lambda: options_of(settings)

    @property
    def options(self) -> PredictOptions:
        return options_of(self._settings)

    def get(self, name: str) -> bool | str:
        """`average`, `refine` or `full_size`."""
        value = self._settings.get(f"model.{name}")
        return value if isinstance(value, bool) else str(value)

    def set(self, name: str, value: bool | str) -> None:
        """Raises InputError for a value that the setting does not have."""
        before = self.options
        self._settings.set(f"model.{name}", value)
        if self.options != before:
            self.changed.emit()
            self._host.reload()
