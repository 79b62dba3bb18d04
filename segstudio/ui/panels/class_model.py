"""The rows of the class list: classes of the table in its order, void last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from segstudio.core.classes import ClassTable, Colour
from segstudio.metrics.scores import Score
from segstudio.ui.dashboard.figures import score_text

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The row's `ClassRow`."""
IOU_ROLE = ROW_ROLE + 1
VISIBLE_ROLE = ROW_ROLE + 2
LOCKED_ROLE = ROW_ROLE + 3
SOLO_ROLE = ROW_ROLE + 4
"""Whether it is the only visible class."""

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One row. `number` counts from 1 and belongs to a key; `colour` None is void (the ignore index)."""

    class_id: int
    name: str
    colour: Colour | None
    number: int
    key: str = ""


TABLE_KEYS = (*(str(n) for n in range(1, 10)), *(f"⇧{n}" for n in range(10)))
"""Of the first rows, while nobody has chosen others."""


def class_rows(table: ClassTable | None, keys: Sequence[str] = TABLE_KEYS) -> tuple[ClassRow, ...]:
    """All rows of a table; none without one. `keys`: of the first, the second … as they are written in the list."""
    if table is None:
        return ()
    rows = [ClassRow(c.id, c.name, c.colour, n) for n, c in enumerate(table.classes, 1)]
    rows.append(ClassRow(table.ignore_index, table.ignore_name, None, len(rows) + 1))
    return tuple(replace(row, key=keys[n]) if n < len(keys) else row for n, row in enumerate(rows))


class ClassModel(QAbstractListModel):
    """Rows that match the search text, with IoU and visibility of each."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ClassRow, ...] = ()
        self._rows: tuple[ClassRow, ...] = ()
        self._filter = ""
        self._iou: Sequence[Score] = ()
        self._hidden: frozenset[int] = frozenset()
        self._locked: frozenset[int] = frozenset()

    @property
    def all_rows(self) -> tuple[ClassRow, ...]:
        """Also those that the search hides."""
        return self._all

    def set_rows(self, rows: tuple[ClassRow, ...]) -> None:
        self._all = rows
        self._refilter()

    def set_filter(self, text: str) -> None:
        """Show rows whose name holds `text` (case aside) or whose id it is."""
        self._filter = text.strip().casefold()
        self._refilter()

    def set_iou(self, iou: Sequence[Score]) -> None:
        """By class id, as in `Scores.iou`; empty when nothing is compared."""
        if iou != self._iou:
            self._iou = iou
            self._tell(IOU_ROLE)

    def set_hidden(self, class_ids: Iterable[int]) -> None:
        self._hidden = frozenset(class_ids)
        self._tell(VISIBLE_ROLE)

    def set_locked(self, class_ids: Iterable[int]) -> None:
        self._locked = frozenset(class_ids)
        self._tell(LOCKED_ROLE)

    def index_of(self, class_id: int) -> QModelIndex:
        """An invalid index when the class is not listed."""
        for number, row in enumerate(self._rows):
            if row.class_id == class_id:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        answer = _ANSWERS.get(role)
        return answer(self, self._rows[index.row()]) if answer else None

    def _iou_of(self, row: ClassRow) -> Score:
        return self._iou[row.class_id] if row.colour is not None and row.class_id < len(self._iou) else None

    def _spoken(self, row: ClassRow) -> str:
        parts = [row.name]
        if row.key:
            parts.append(_tr("key {key}").format(key=row.key))
        value = self._iou_of(row)
        if value is not None:
            parts.append(_tr("IoU {value}").format(value=score_text(value, 2)))
        if row.class_id in self._hidden:
            parts.append(_tr("hidden"))
        if row.class_id in self._locked:
            parts.append(_tr("locked"))
        return ", ".join(parts)

    def _tip(self, row: ClassRow) -> str:
        if row.colour is None:
            head = _tr("{name} (id {id}): painted on purpose, counted by no score").format(
                name=row.name, id=row.class_id
            )
        else:
            head = _tr("{name} (id {id})").format(name=row.name, id=row.class_id)
        keys = (
            _tr("Click or press {key} to paint it").format(key=row.key)
            if row.key
            else _tr("Click to paint it")
        )
        hides = _tr("Space hides it on the canvas, Alt + click on the eye all others")
        locked = _tr("Locked: no tool changes its pixels") if row.class_id in self._locked else ""
        return "\n".join(line for line in (head, keys, hides, locked) if line)

    def _refilter(self) -> None:
        self.beginResetModel()
        wanted = self._filter
        self._rows = tuple(r for r in self._all if wanted in r.name.casefold() or wanted == str(r.class_id))
        self.endResetModel()

    def _tell(self, role: int) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [role])

    def _visible(self, row: ClassRow) -> bool:
        return row.class_id not in self._hidden

    def _is_locked(self, row: ClassRow) -> bool:
        return row.class_id in self._locked

    def _is_solo(self, row: ClassRow) -> bool:
        return bool(self._hidden) and self._hidden == {r.class_id for r in self._all} - {row.class_id}


_ANSWERS: dict[int, Callable[[ClassModel, ClassRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, row: row.name,
    Qt.ItemDataRole.AccessibleTextRole: ClassModel._spoken,
    Qt.ItemDataRole.ToolTipRole: ClassModel._tip,
    ROW_ROLE: lambda _model, row: row,
    IOU_ROLE: ClassModel._iou_of,
    VISIBLE_ROLE: ClassModel._visible,
    LOCKED_ROLE: ClassModel._is_locked,
    SOLO_ROLE: ClassModel._is_solo,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClassList", text)
