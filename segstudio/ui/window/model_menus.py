"""The menus that choose model and device; they are rebuilt whenever they open, so that they are never stale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from segstudio.core.zoo import BUNDLED, MODELS, ModelCard, find_card
from segstudio.engine.session import Session
from segstudio.engine.views import ModelPhase
from segstudio.ui.action_book import tooltip
from segstudio.ui.controls.literal import literal_action, literal_tip
from segstudio.ui.panels.model_words import AUTO
from segstudio.ui.window.look_menus import LookMenus

CPU = "cpu"


def model_tooltip(card: ModelCard) -> str:
    """Licence, scores, data and size: what one has to know before choosing."""
    lines = [
        QCoreApplication.translate("Models", "{0} classes").format(len(card.classes)),
        *(f"{_score_words(name)}: {value:.3f}" for name, value in sorted(_scores(card).items())),
        QCoreApplication.translate("Models", "Licence: {0}").format(card.licence),
        QCoreApplication.translate("Models", "Data: {0}").format(card.data),
    ]
    return tooltip(card.title.split(",")[0]) + "".join(f"<div>{escape(line)}</div>" for line in lines)


def model_words(card: ModelCard) -> str:
    """The line of the menu: title, then what choosing it means."""
    title, _, kind = card.title.partition(", ")
    kind = QCoreApplication.translate("Models", kind.split(" (")[0])
    if card.bundled:
        note = "CC BY-NC 4.0" if "NC" in card.licence else card.licence.split(" (")[0]
    elif card.downloaded():
        note = QCoreApplication.translate("Models", "downloaded")
    else:
        note = QCoreApplication.translate("Models", "{0} MB to download").format(
            round(card.size_bytes / 1e6)
        )
    return f"{title} – {kind}\t{note}"


class ModelMenus(QObject):
    """Fills the model menu and the device menu of a window."""

    def __init__(
        self,
        session: Session,
        devices: Callable[[], Sequence[tuple[str, str]]],
        chosen: Callable[[str | None, str | None], None],
        parent: QObject,
    ) -> None:
        """`devices`: (id, title) of those known so far; `chosen`: called with (model, device), None for 'as it is'."""
        super().__init__(parent)
        self._session = session
        self._devices = devices
        self._chosen = chosen
        self.looks = LookMenus(session.looks, self)

    def attach_models(self, menu: QMenu, actions: Sequence[QAction], submenu: QMenu | None = None) -> None:
        """Fill `menu` with the zoo, then with `actions`; with `submenu` also with that and how the model looks at
        images. Each time it opens."""
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill_models(menu, actions, submenu))

    def attach_devices(self, menu: QMenu) -> None:
        """Fill `menu` with 'Auto' and the devices that are there, each time it opens."""
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill_devices(menu))

    def _fill_models(self, menu: QMenu, actions: Sequence[QAction], submenu: QMenu | None) -> None:
        menu.clear()
        group = QActionGroup(menu)
        state = self._session.model
        current = find_card(state.name)
        for card in MODELS:
            action = menu.addAction(model_words(card))
            action.setToolTip(model_tooltip(card))
            self._radio(action, group, card is current)
            name = BUNDLED if card.bundled else card.name
            action.triggered.connect(lambda _on=False, name=name: self._chosen(name, None))
        if current is None:
            action = menu.addAction(literal_action(Path(state.name).name))
            action.setToolTip(literal_tip(state.name))
            self._radio(action, group, checked=True)
        menu.addSeparator()
        for extra in actions:
            if extra.objectName() == "model.cancel":
                extra.setEnabled(state.phase is ModelPhase.LOADING)
            menu.addAction(extra)
        if submenu is not None:
            menu.addMenu(submenu)
            menu.addSeparator()
            self.looks.add_to(menu)

    def _fill_devices(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        state = self._session.model
        known = list(self._devices()) or [(CPU, CPU.upper())]
        auto = menu.addAction(self.tr("Auto\tthe fastest there is"))
        self._radio(auto, group, state.device == AUTO)
        auto.triggered.connect(lambda: self._chosen(None, AUTO))
        for device, title in known:
            action = menu.addAction(title)
            self._radio(action, group, state.device == device)
            action.triggered.connect(lambda _on=False, device=device: self._chosen(None, device))
        kinds = {device.partition(":")[0] for device, _title in known}
        for kind, words in (("cuda", "CUDA"), ("mps", "MPS")):
            if kind not in kinds and state.phase is ModelPhase.READY:
                missing = menu.addAction(self.tr("{0}\tnot on this machine").format(words))
                missing.setEnabled(False)

    def _radio(self, action: QAction, group: QActionGroup, checked: bool) -> None:
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)


def _scores(card: ModelCard) -> dict[str, float]:
    """None of a bundled model's scores are a reason to fail when its card is not there."""
    try:
        return card.scores
    except FileNotFoundError:
        return {}


def _score_words(name: str) -> str:
    """'coco_val2017_voc.miou' as 'mIoU, coco val2017 voc'."""
    where, _, figure = name.rpartition(".")
    words = {
        "miou": "mIoU",
        "pixel_accuracy": "Pixel accuracy",
        "mean_accuracy": "Mean accuracy",
        "fwiou": "FWIoU",
    }
    return f"{words.get(figure, figure)}, {where.replace('_', ' ')}" if where else words.get(figure, figure)
