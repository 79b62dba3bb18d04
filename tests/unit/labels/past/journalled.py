"""A small document with a journal, and what its journal gives back."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import (
    JournalHeader,
    Recovery,
)
from segstudio.labels.patch import Area, Change

SHAPE = (40, 600)
HEADER = JournalHeader("street/one", SHAPE, 255, "base")


def painted(x: int, class_id: int, width: int = 5) -> Change:
    return Change(Area(Rect(x, 3, width, 4), np.ones((4, width), np.bool_)), class_id, HUMAN)


def a_document(path: Path) -> Document:
    return Document(SHAPE, LabelMap.empty(SHAPE), Journal(path, HEADER))


def replayed(path: Path) -> LabelMap:
    recovery = Journal.recover(path)
    assert recovery is not None
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    document.recover(recovery.changes)
    return document.label_map


def only_changes(recovery: Recovery) -> list[Change]:
    """Its entries, none of which is an undo or a redo."""
    assert all(isinstance(entry, Change) for entry in recovery.changes)
    return [entry for entry in recovery.changes if isinstance(entry, Change)]
