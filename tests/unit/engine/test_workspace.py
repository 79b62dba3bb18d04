"""Moving the labels of an open folder, where that does not work out."""

from __future__ import annotations

from pathlib import Path

import pytest

from segstudio.core.errors import WorkError
from segstudio.engine.files.project_config import ProjectConfig
from segstudio.engine.index import Index
from segstudio.engine.workspace import Workspace
from tests.unit.engine.conftest import MakeFolder


def test_a_move_that_cannot_be_kept_leaves_no_database_open(
    make_folder: MakeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, config: ProjectConfig) -> None:
        raise WorkError("The disk is full.")

    closed: list[Index] = []
    close = Index.close

    def noted(index: Index) -> None:
        closed.append(index)
        close(index)

    monkeypatch.setattr("segstudio.engine.workspace.store_config", full)
    monkeypatch.setattr(Index, "close", noted)
    workspace = Workspace.open(make_folder(), None, None, None, None)
    with pytest.raises(WorkError, match="full"):
        workspace.moved(tmp_path / "new", None, None)
    assert len(closed) == 1
    assert closed[0] is not workspace.index
    workspace.index.close()
