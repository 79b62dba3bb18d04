"""A dock with a quiet title: a word, a note beside it, a close button on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from segstudio.ui.icons import icon
from segstudio.ui.theme import PADDING, ROW, tabular


class Dock(QDockWidget):
    """Can be moved, floated, closed and brought back by its `toggleViewAction`."""

    def __init__(self, name: str, title: str, parent: QMainWindow) -> None:
        """`name`: fixed, the layout is stored under it. Empty until `set_content`."""
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        bar = _TitleBar(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(PADDING, 0, 6, 0)
        row.setSpacing(8)
        self._word = word = QLabel(title, bar)
        word.setProperty("title", True)
        self._note = QLabel(bar)
        self._note.setProperty("dim", True)
        self._note.setFont(tabular(self._note.font()))
        close = QToolButton(bar)
        close.setIcon(icon("mdi6.close", "dim"))
        close.setIconSize(QSize(14, 14))
        close.setFixedSize(22, 22)
        close.setToolTip(self.tr("Close the panel (View > Panels brings it back)"))
        close.setAccessibleName(self.tr("Close {0}").format(title))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close)
        row.addWidget(word)
        row.addWidget(self._note)
        row.addStretch(1)
        row.addWidget(close)
        self.setTitleBarWidget(bar)

    def set_content(self, content: QWidget) -> None:
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(content)

    def show_title(self, shown: bool) -> None:
        """Whether the title is read here; where docks share a place, their tabs say it."""
        self._word.setVisible(shown)

    def set_note(self, text: str) -> None:
        """A few words beside the title, such as a count."""
        self._note.setText(text)


class _TitleBar(QWidget):
    """The dock asks its title how high it wants to be, not how high it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dock_title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), ROW + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * ROW, ROW + 2)
