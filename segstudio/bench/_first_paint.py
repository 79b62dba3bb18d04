"""Child process of the `ui` benchmark: what `segstudio open` does, until the window has been painted.

Prints the monotonic clock (seconds) of that moment and ends the process at once.
"""

from __future__ import annotations

import os
import runpy
import sys
import time

from segstudio.ui.ahead import load_engine

load_engine()  # first, as `segstudio open` does: Qt is needed here to see the window, and it would slow what follows

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        if any(name.split(".")[0] == "torch" for name in sys.modules):
            print("torch was imported before the window was there", file=sys.stderr)
            os._exit(1)
        print(time.monotonic(), flush=True)
        os._exit(0)


def main() -> None:
    app = QApplication(["segstudio"])
    watch = _FirstPaint()
    app.installEventFilter(watch)
    sys.argv = ["segstudio", "open", *sys.argv[1:]]
    runpy.run_module("segstudio", run_name="__main__")  # as `python -m segstudio open` does


if __name__ == "__main__":
    main()
