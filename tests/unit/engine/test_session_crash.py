"""SIGKILL in the middle of painting: the next session has every stroke, byte for byte."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.label_png import read_label
from segstudio.engine.views import Message
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show

PAINTER = """
import sys
from pathlib import Path
import numpy as np
from segstudio.core.geometry import Rect
from segstudio.core.settings import Settings
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.labels.patch import Area
from segstudio.labels.effects import erase, paint

root, out, save_first = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "save"
pump = Pump()
session = Session(pump, Settings(), "none", "cpu")
session.open_folder(root)
pump.until(lambda: session.document is not None)
document = session.document
rng = np.random.default_rng(7)
for step in range(40):
    if step == 15 and save_first:
        session.save()
        session.flush()
    if step == 30 and save_first:
        session.save()  # being written, or just written, when the end comes
    document.begin("stroke")
    for _ in range(3):
        x, y = int(rng.integers(0, 250)), int(rng.integers(0, 250))
        area = Area(Rect(x, y, 50, 40), rng.random((40, 50)) < 0.8)
        document.extend(erase(area, 255) if step % 5 == 4 else paint(area, int(rng.integers(0, 3))))
    if step < 39:
        document.commit()
    if step % 7 == 6:
        document.undo()
np.savez(out, label=document.label_map.label, provenance=document.label_map.provenance)
print("painted", flush=True)
sys.stdin.read()  # until the signal
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("mode", ["paint", "save"])
def test_a_killed_session_loses_no_stroke(
    *,
    tmp_path: Path,
    make_folder: MakeFolder,
    make_session: MakeSession,
    show: Show,
    messages: list[Message],
    mode: str,
) -> None:
    root = make_folder(images=2, labelled=1, shape=(300, 320))
    painted = tmp_path / "painted.npz"
    with subprocess.Popen(
        [sys.executable, "-c", PAINTER, str(root), str(painted), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[3],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "painted"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    with np.load(painted) as expected:
        label, provenance = expected["label"], expected["provenance"]

    session = make_session()
    document = show(session, root)
    assert np.array_equal(document.label_map.label, label)
    assert np.array_equal(document.label_map.provenance, provenance)
    assert session.dirty
    assert any("Recovered" in m.text and "scene_001.png" in m.text for m in messages)
    session.save()
    session.flush()
    assert np.array_equal(read_label(root / "labels" / "scene_001.png"), label)
