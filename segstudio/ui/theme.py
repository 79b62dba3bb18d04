"""Colours, fonts and the style sheet: one table of tokens per appearance, read by every widget."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from segstudio.core.resources import resource

GRID = 8
PADDING = 12
ROW = 28
ICON = 20
FONT_PX = 13


@dataclass(frozen=True)
class Tokens:
    """One appearance. Greys carry no tint, so that nothing tints the judgement of the image."""

    dark: bool
    canvas: str  # around the image
    window: str  # menu, strips
    panel: str  # docks
    raised: str  # cards, hovered rows
    field: str  # inputs
    hairline: str
    text: str
    dim: str  # secondary text, ≥ 4.5:1 on `panel`
    accent: str
    on_accent: str
    selection: str  # selected row
    good: str
    bad: str
    warn: str

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self, name))


DARK = Tokens(
    dark=True,
    canvas="#141414",
    window="#1c1c1c",
    panel="#222222",
    raised="#2c2c2c",
    field="#181818",
    hairline="#363636",
    text="#e8e8e8",
    dim="#a6a6a6",
    accent="#5b9dff",
    on_accent="#0b1a30",
    selection="#2d3b52",
    good="#57c18b",
    bad="#ff8078",
    warn="#e5b354",
)
LIGHT = Tokens(
    dark=False,
    canvas="#c9c9c9",
    window="#f0f0f0",
    panel="#f8f8f8",
    raised="#ffffff",
    field="#ffffff",
    hairline="#d9d9d9",
    text="#1d1d1d",
    dim="#5f5f5f",
    accent="#1a66d9",
    on_accent="#ffffff",
    selection="#d8e6fb",
    good="#157347",
    bad="#c02b23",
    warn="#8a5a00",
)

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QWidget { color: $text; }
QToolTip { background: $raised; color: $text; border: 1px solid $hairline; padding: 6px 8px; }
QMenuBar { background: $window; border-bottom: 1px solid $hairline; padding: 2px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $raised; border: 1px solid $hairline; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $dim; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QToolBar { background: $window; border: none; spacing: 4px; padding: 4px; }
QToolBar[orientation="1"] { border-bottom: 1px solid $hairline; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 5px; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $dim; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton {
  background: $raised; border: 1px solid $hairline; border-radius: 5px; padding: 5px 14px; min-height: 18px;
}
QPushButton:hover { border-color: $dim; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $dim; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[link="true"] { background: transparent; border: none; color: $accent; padding: 2px 4px; text-align: left; }
QPushButton[link="true"]:focus { text-decoration: underline; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPlainTextEdit {
  background: $field; border: 1px solid $hairline; border-radius: 5px; padding: 3px 8px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0 8px; min-height: 0; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 0; border: none;
}
QComboBox::drop-down { border: none; width: 26px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $hairline; selection-background-color: $selection; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget > QWidget { background: $panel; }
QMainWindow QTabBar { background: $window; }
QTabBar::tab {
  background: transparent; color: $dim; border: none; border-bottom: 2px solid transparent; padding: 5px 12px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QListView, QTreeView, QTableView {
  background: $panel; border: 1px solid transparent; selection-background-color: $selection;
  selection-color: $text;
}
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $accent; }
QHeaderView::section { background: $panel; color: $dim; border: none; border-bottom: 1px solid $hairline; padding: 4px 8px; }
QTableView#padded::item { padding: 0 8px; }
QFrame#canvas_bar { background: $raised; border: 1px solid $hairline; border-radius: 8px; }
QLabel#canvas_tag {
  background: $raised; border: 1px solid $hairline; border-radius: 5px; padding: 3px 8px; font-weight: 500;
}
QFrame#chip { background: $selection; border: none; border-radius: 6px; }
QScrollArea { border: none; background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $hairline; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider::groove:horizontal { height: 3px; background: $hairline; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 1px; }
QSlider::handle:horizontal { background: $text; width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; }
QSlider::handle:horizontal:focus { background: $accent; }
QProgressBar { background: $hairline; border: none; border-radius: 1px; max-height: 3px; min-height: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 1px; }
QStatusBar { background: $window; border-top: 1px solid $hairline; color: $dim; }
QStatusBar::item { border: none; }
QCheckBox::indicator { width: 14px; height: 14px; }
QLabel[bad="true"] { color: $bad; }
QLabel[dim="true"] { color: $dim; }
QLabel[title="true"] { font-weight: 500; color: $text; }
QLabel[figure="true"] { font-size: 24px; font-weight: 600; }
QLabel[heading="true"] { font-size: 22px; font-weight: 600; }
QFrame[hairline="true"] { background: $hairline; border: none; }
QFrame[card="true"] { background: $raised; border: 1px solid $hairline; border-radius: 8px; }
#segmented { background: $window; border: 1px solid $hairline; border-radius: 6px; }
#segment { border: 1px solid transparent; border-radius: 4px; padding: 3px; min-height: 16px; color: $dim; }
#segment:hover { color: $text; background: transparent; }
#segment:checked { background: $raised; color: $text; }
#segment:focus { border-color: $accent; }
#dock_title { background: $panel; }
#popover { background: $raised; border: 1px solid $hairline; }
#banner, #job_panel, #floating { background: $raised; border: 1px solid $hairline; border-radius: 8px; }
#broken_image { background: $canvas; }
#welcome, #welcome_page, #plain_page { background: $window; }
#start_row { background: transparent; border: 1px solid transparent; border-radius: 6px; }
#start_row:hover { background: $raised; }
#start_row:focus { border-color: $accent; }
#key_hint {
  color: $dim; border: 1px solid $hairline; border-radius: 4px; padding: 1px 6px; font-size: 11px;
}
QFrame[panel="true"] { background: $panel; border: none; }
""")


class Theme(QObject):
    """The appearance of the running application; widgets that paint themselves listen to `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = "system") -> None:
        """`mode`: 'system', 'light' or 'dark'."""
        super().__init__(app)
        self._app = app
        self._mode = mode
        self.tokens = DARK
        app.setStyle("Fusion")
        _choose_font(app)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self._apply())
        self._apply()

    def set_mode(self, mode: str) -> None:
        self._mode = mode
        self._apply()

    def _apply(self) -> None:
        scheme = self._app.styleHints().colorScheme()
        light = self._mode == "light" or (self._mode == "system" and scheme == Qt.ColorScheme.Light)
        self.tokens = LIGHT if light else DARK
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(_SHEET.substitute(vars(self.tokens)))
        self.changed.emit()


_current: list[Theme] = []


def install(app: QApplication, mode: str = "system") -> Theme:
    """Give the application its one theme (again: only its mode changes)."""
    if _current and _current[0].parent() is app:
        _current[0].set_mode(mode)
    else:
        _current[:] = [Theme(app, mode)]
    return _current[0]


def theme() -> Theme:
    """The theme that `install` made."""
    return _current[0]


def tokens() -> Tokens:
    """Colours of the moment; ask again on `theme().changed`."""
    return _current[0].tokens


def tabular(font: QFont) -> QFont:
    """The font with figures of equal width, for numbers that change in place."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _choose_font(app: QApplication) -> None:
    """The system's face at 13 px; Inter where the system has none of its own (bare Linux, offscreen)."""
    font = app.font()
    if font.family().casefold() in {
        "",
        "sans serif",
        "sans-serif",
        "sans",
        "dejavu sans",
        "helvetica",
        "bitstream vera sans",
    }:
        family = _bundled_family()
        if family:
            font = QFont(family)
    font.setPixelSize(FONT_PX)
    app.setFont(font)


def _bundled_family() -> str:
    family = ""
    for weight in ("Regular", "Medium", "SemiBold"):
        added = QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.otf")))
        names = QFontDatabase.applicationFontFamilies(added) if added >= 0 else []
        if weight == "Regular" and names:
            family = names[0]
    return family


def _palette(t: Tokens) -> QPalette:
    """For what Fusion draws itself: selections, placeholder text, disabled text, check marks."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in (
        (role.Window, "window"),
        (role.Base, "field"),
        (role.AlternateBase, "panel"),
        (role.Button, "raised"),
        (role.ToolTipBase, "raised"),
        (role.Text, "text"),
        (role.WindowText, "text"),
        (role.ButtonText, "text"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "dim"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
        (role.Mid, "hairline"),
        (role.Dark, "hairline"),
    ):
        palette.setColor(which, t.colour(name))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, t.colour("dim"))
    return palette
