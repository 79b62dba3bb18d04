"""The menus of the model that choose how it looks at images: averages, borders, full size."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from segstudio.engine.desks.look_desk import LookDesk
from segstudio.ui.action_book import tooltip

Row = tuple[str, str, str]  # value of the setting, title, help


class LookMenus(QObject):
    """Three submenus and an entry; what is chosen holds from the next prediction on, and is kept."""

    def __init__(self, looks: LookDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks
        self.average = self._menu(self.tr("Average"), "average", self._averages())
        self.refine = self._menu(self.tr("Borders"), "refine", self._refinements())
        self.propose = self._menu(self.tr("Propose"), "propose", self._certainties())
        self.full_size = QAction(self.tr("Full size of large images"), self)
        self.full_size.setCheckable(True)
        self.full_size.setObjectName("model.full_size")
        self.full_size.setToolTip(
            tooltip(
                self.full_size.text(),
                "",
                self.tr(
                    "Look at every pixel, tile by tile, also with a model that was made for one size of view. Takes longer."
                ),
            )
        )
        self.full_size.triggered.connect(lambda on: looks.set("full_size", on))

    def add_to(self, menu: QMenu) -> None:
        """At the end of the model menu, as the settings are now."""
        self._tick()
        for sub in self._subs().values():
            menu.addMenu(sub)
        menu.addAction(self.full_size)

    def entries(self) -> list[tuple[str, QAction]]:
        """For the command palette: every choice with the title of its submenu, as the settings are now."""
        self._tick()
        choices = [(sub, action) for sub in self._subs().values() for action in sub.actions()]
        named = [(f"{sub.title()}: {action.text()}", action) for sub, action in choices]
        return [*named, (self.full_size.text(), self.full_size)]

    def _subs(self) -> dict[str, QMenu]:
        """By the name of the setting, in their order."""
        return {"propose": self.propose, "average": self.average, "refine": self.refine}

    def _tick(self) -> None:
        for name, sub in self._subs().items():
            for action in sub.actions():
                action.setChecked(action.data() == self._looks.get(name))
        self.full_size.setChecked(bool(self._looks.get("full_size")))

    def _menu(self, title: str, setting: str, rows: tuple[Row, ...]) -> QMenu:
        menu = QMenu(title)
        self.destroyed.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for value, words, help_text in rows:
            action = menu.addAction(words)
            action.setData(value)
            action.setCheckable(True)
            action.setToolTip(tooltip(words, "", help_text))
            group.addAction(action)
            action.triggered.connect(lambda _on=False, value=value: self._looks.set(setting, value))
        return menu

    def _certainties(self) -> tuple[Row, ...]:
        help_text = self.tr("What it is less sure of stays unlabelled. Scores count the whole prediction.")
        sure = [
            (share, self.tr("Where {0} % sure").format(share), help_text)
            for share in ("50", "70", "90", "95")
        ]
        return (("all", self.tr("Everywhere"), self.tr("A class for every pixel.")), *sure)

    def _averages(self) -> tuple[Row, ...]:
        return (
            ("none", self.tr("One look"), self.tr("The image as it is.")),
            (
                "mirror",
                self.tr("With the mirror image"),
                self.tr("Two looks, averaged. Takes twice as long."),
            ),
            (
                "sizes",
                self.tr("Three sizes, mirrored too"),
                self.tr("Six looks at 75, 100 and 125 %, averaged. Takes six times as long."),
            ),
        )

    def _refinements(self) -> tuple[Row, ...]:
        return (
            ("none", self.tr("As the model says"), self.tr("At the model's own resolution.")),
            (
                "guided",
                self.tr("Guided by colours"),
                self.tr("Borders go to edges of the image nearby (guided filter). Takes a little longer."),
            ),
            (
                "crf",
                self.tr("Random field"),
                self.tr("As DeepLab v1 and v2 did (mean-field CRF). Takes seconds per image."),
            ),
        )
