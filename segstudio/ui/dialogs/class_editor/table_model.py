"""Rows of the class editor: colour, name, id and how much of the labels is that class."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from segstudio.core import class_edits
from segstudio.core.classes import Colour, SegClass
from segstudio.core.numerals import grouped
from segstudio.engine.desks.class_desk import ClassUse
from segstudio.ui.dialogs.class_editor.draft import ClassDraft
from segstudio.ui.theme import tokens

NAME, ID, IMAGES, PIXELS = range(4)
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
CHIP = 14


class ClassTableModel(QAbstractTableModel):
    """Follows a draft; names are edited in place."""

    def __init__(self, draft: ClassDraft) -> None:
        super().__init__(draft)
        self._draft = draft
        self._filter = ""
        self._use: Mapping[int, ClassUse] = {}
        self._rows: list[SegClass] = []
        draft.changed.connect(self._reread)
        self._reread()

    @property
    def rows(self) -> list[SegClass]:
        """Those that the search leaves, in the order of the table."""
        return self._rows

    def set_filter(self, text: str) -> None:
        self._filter = text.strip().casefold()
        self._reread()

    def set_use(self, use: Mapping[int, ClassUse]) -> None:
        """By value of the label files; merged classes are added to what they count as."""
        self._use = use
        self._tell(IMAGES)  # alone: a name that is being typed stays as it is

    def row_of(self, class_id: int) -> int:
        """-1 when it is not shown."""
        return next((row for row, found in enumerate(self._rows) if found.id == class_id), -1)

    def use_of(self, class_id: int) -> ClassUse | None:
        """Pixels of all values that count as this class, and the most images that one of them lies in."""
        lookup = self._draft.table.lookup
        parts = [use for value, use in self._use.items() if lookup[value] == class_id]
        if not self._use:
            return None
        return ClassUse(max((p.images for p in parts), default=0), sum(p.pixels for p in parts))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != NAME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        titles = (self.tr("Name"), self.tr("Id"), self.tr("Images"), self.tr("Pixels"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, named = self._rows[index.row()], index.column() == NAME
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        of_names: dict[int, object] = {
            Qt.ItemDataRole.EditRole: row.name,
            Qt.ItemDataRole.DecorationRole: swatch(row.colour) if named else None,
        }
        of_figures: dict[int, object] = {
            Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            Qt.ItemDataRole.ForegroundRole: tokens().colour("dim"),
        }
        return (of_names if named else of_figures).get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.row() >= len(self._rows):
            return False
        class_id = self._rows[index.row()].id
        return self._draft.edit(lambda table: class_edits.renamed(table, class_id, str(value)))

    def _text(self, row: SegClass, column: int) -> str:
        if column == NAME:
            return row.name
        if column == ID:
            return str(row.id)
        use = self.use_of(row.id)
        if use is None:
            return "–"
        return grouped(use.images if column == IMAGES else use.pixels)

    def _reread(self) -> None:
        """Rows that stay are told of one by one: a reset closes a name that is being typed, and takes the focus away."""
        wanted = self._filter
        classes = self._draft.table.classes
        rows = [c for c in classes if wanted in c.name.casefold() or wanted == str(c.id)]
        if [c.id for c in rows] == [c.id for c in self._rows]:
            self._rows = rows
            self._tell(NAME)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _tell(self, first: int) -> None:
        """The columns from this one on say something else."""
        if self._rows:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._rows) - 1, PIXELS))


def swatch(colour: Colour) -> QIcon:
    """A rounded chip in a class's colour, which is the same in a selected row: Qt would tint it there."""
    pixmap = QPixmap(2 * CHIP, 2 * CHIP)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(*colour))
    painter.setPen(tokens().colour("hairline"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, CHIP - 1.0, CHIP - 1.0), 3.0, 3.0)
    painter.end()
    chip = QIcon()
    for mode in QIcon.Mode:
        chip.addPixmap(pixmap, mode)
    return chip
