"""Which class of the model is which of the project's: one row per class of the model."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import Colour, SegClass
from segstudio.engine.desks.mapping_desk import MappingView
from segstudio.ui.controls.glyph import Glyph
from segstudio.ui.controls.literal import shortened
from segstudio.ui.controls.select import Select
from segstudio.ui.dashboard.painting import draw_chip
from segstudio.ui.dialogs.form import FormDialog
from segstudio.ui.panels.model_words import model_title
from segstudio.ui.theme import GRID, tokens

_CHIP = 14
_ROWS_SHOWN = 12
_ROW = 36
_NAME = 40
_TALLEST = 680


class _Choice(Select):
    """A combo box that the wheel scrolls past, so that rolling through the list changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ClassMappingDialog(FormDialog):
    """`chosen` is what differs from the mapping by name; classes without a partner may stay so."""

    def __init__(self, view: MappingView, parent: QWidget | None = None) -> None:
        self._view = view
        self._by_name = view.by_name
        super().__init__(
            QCoreApplication.translate("ClassMappingDialog", "Class mapping"),
            QCoreApplication.translate(
                "ClassMappingDialog",
                "What the model {0} finds is shown and counted as these classes of the project. "
                "Labels that you made stay as they are.",
            ).format(shortened(model_title(view.model), _NAME)),
            QCoreApplication.translate("ClassMappingDialog", "Apply"),
            parent,
        )
        self.setMinimumWidth(560)
        self._items = self._choices()
        self.choices: dict[str, Select] = {}
        """By class of the model: the first entry is 'Ignore', then the project's classes; none chosen: no partner."""
        self._signs: dict[str, Glyph] = {}
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setProperty("dim", True)
        listed = self._list()
        self.rows.addRow(listed)
        self.rows.addRow(self.summary)
        self.rows.addRow(self._buttons())
        self._show(view.chosen)
        hidden = listed.maximumHeight() - listed.sizeHint().height()
        self.resize(560, min(_TALLEST, self.sizeHint().height() + max(0, hidden)))

    @property
    def chosen(self) -> ClassChoice:
        found: dict[str, int | None] = {}
        for c in self._view.source.classes:
            box = self.choices[c.name]
            target = box.currentData()
            by_name = self._by_name.targets[c.id]
            if box.currentIndex() >= 0 and (target is None or target != by_name):
                found[c.name] = target
        return found

    def _choices(self) -> QStandardItemModel:
        """One list for all rows: with 150 classes on both sides, one each would be 22,500 entries."""
        model = QStandardItemModel(self)
        rows: list[tuple[str, Colour | None, int | None]] = [(self.tr("Ignore"), None, None)]
        rows += [(c.name, c.colour, c.id) for c in self._view.target.classes]
        for name, colour, target in rows:
            item = QStandardItem(_chip(colour, self.devicePixelRatioF()), name)
            item.setData(target, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        return model

    def _list(self) -> QScrollArea:
        page = QWidget(self)
        page.setObjectName("plain_page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, words in ((1, self.tr("The model finds")), (2, self.tr("Shown and counted as"))):
            head = QLabel(words, self)
            head.setProperty("dim", True)
            grid.addWidget(head, 0, column)
        for row, c in enumerate(self._view.source.classes, start=1):
            self._add_row(grid, row, c)
        grid.setRowStretch(len(self._view.source) + 1, 1)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("Classes of the model and what they are here"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        shown = min(_ROWS_SHOWN, len(self._view.source)) + 1  # with the words over the columns
        scroll.setMinimumHeight(min(shown, 7) * _ROW)
        scroll.setMaximumHeight(max(shown, 1) * _ROW + GRID)
        page.setMinimumHeight((len(self._view.source) + 1) * _ROW)
        return scroll

    def _add_row(self, grid: QGridLayout, row: int, c: SegClass) -> None:
        chip = QLabel(self)
        chip.setPixmap(_chip(c.colour, self.devicePixelRatioF()).pixmap(_CHIP, _CHIP))
        name = QLabel(shortened(c.name, _NAME), self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        box = _Choice(self)
        box.setModel(self._items)
        box.setPlaceholderText(self.tr("No partner: choose one"))
        box.setAccessibleName(self.tr("The model's {0} is").format(c.name))
        box.setToolTip(self.tr("Which class of the project the model's class stands for"))
        box.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.currentIndexChanged.connect(lambda _index: self._tell())
        name.setBuddy(box)
        sign = Glyph("mdi6.alert-outline", "warn", 18, self)
        for column, widget in enumerate((chip, name, box, sign)):
            grid.addWidget(widget, row, column)
        self.choices[c.name], self._signs[c.name] = box, sign

    def _buttons(self) -> QWidget:
        row = QWidget(self)
        self.by_name = QPushButton(self.tr("By name"), row)
        self.by_name.setToolTip(self.tr("Match equal names; forget what was chosen by hand."))
        self.by_name.clicked.connect(lambda: self._show({}))
        self.ignore_rest = QPushButton(self.tr("Ignore the rest"), row)
        self.ignore_rest.setToolTip(self.tr("Ignore every class that has no partner."))
        self.ignore_rest.clicked.connect(self._ignore_rest)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for button in (self.by_name, self.ignore_rest):
            button.setAutoDefault(False)
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _show(self, chosen: ClassChoice) -> None:
        places = {
            self._items.item(row).data(Qt.ItemDataRole.UserRole): row
            for row in range(1, self._items.rowCount())
        }
        for c in self._view.source.classes:
            by_name = self._by_name.targets[c.id]
            target = chosen.get(c.name, by_name)
            place = (
                -1
                if c.name not in chosen and by_name is None
                else places.get(target, 0 if target is None else -1)
            )
            self.choices[c.name].setCurrentIndex(place)
        self._tell()

    def _ignore_rest(self) -> None:
        for box in self.choices.values():
            if box.currentIndex() < 0:
                box.setCurrentIndex(0)

    def _tell(self) -> None:
        missing = 0
        for name, box in self.choices.items():
            alone = box.currentIndex() < 0
            missing += alone
            if name in self._signs:
                self._signs[name].setVisible(alone)
        total = len(self._view.source)
        if missing:
            self.summary.setText(
                self.tr(
                    "{0} of {1} classes have no partner. Where the model sees them, its prediction is void and counts "
                    "as a miss."
                ).format(missing, total)
            )
        else:
            self.summary.setText(self.tr("All {0} classes of the model are mapped.").format(total))
        self.ignore_rest.setEnabled(missing > 0)


def _chip(colour: Colour | None, ratio: float) -> QIcon:
    pixmap = QPixmap(QSize(_CHIP, _CHIP) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_chip(painter, QRectF(0, 0, _CHIP, _CHIP), colour, tokens())
    painter.end()
    return QIcon(pixmap)
