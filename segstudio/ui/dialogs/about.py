"""About: version, and the licences of what is in the box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from segstudio import __version__
from segstudio.core.zoo import BUNDLED, find_card
from segstudio.ui.controls.scene_art import SceneArt
from segstudio.ui.theme import GRID


class AboutDialog(QDialog):
    """Read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About segstudio"))
        self.setFixedWidth(520)
        name = QLabel("segstudio", self)
        name.setProperty("heading", True)
        version = _dim(
            self.tr("Version {0} · Apache-2.0 · the segstudio contributors").format(__version__), self
        )
        rows = QFormLayout()
        rows.setHorizontalSpacing(2 * GRID)
        rows.setVerticalSpacing(GRID)
        card = find_card(BUNDLED)
        model = card.licence if card is not None else ""
        for what, licence in (
            (self.tr("Model in the box"), model),
            (
                self.tr("Other models"),
                self.tr("Weights of torchvision, BSD-3-Clause; downloaded when chosen"),
            ),
            (self.tr("Typeface"), self.tr("Inter, SIL Open Font License 1.1")),
            (self.tr("Icons"), self.tr("Material Design Icons, Apache-2.0, through QtAwesome")),
            (self.tr("Window"), self.tr("Qt through PySide6, LGPL-3.0")),
        ):
            label = _dim(licence, self)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addRow(what, label)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(0)
        column.addWidget(SceneArt(self))
        column.addSpacing(2 * GRID)
        column.addWidget(name)
        column.addSpacing(4)
        column.addWidget(version)
        column.addSpacing(2 * GRID)
        column.addLayout(rows)
        column.addSpacing(3 * GRID)
        column.addLayout(foot)


def _dim(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("dim", True)
    label.setWordWrap(True)
    return label
