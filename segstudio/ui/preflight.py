"""Before Qt is imported: are the system libraries there that it would abort without?

Qt's own answer to a missing library is an ImportError or an abort in the middle of the start. This
module names the Debian packages instead. Imports neither Qt nor anything else of segstudio.ui.

    python -m segstudio.ui.preflight    prints the missing packages, one line; nothing when all are there
"""

from __future__ import annotations

import ctypes
import os
import sys

from segstudio.core.errors import InputError

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
}
"""What QtGui links against, on a display or without one."""

_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's X11 platform plugin links against."""


_WITHOUT_SCREEN = {"offscreen", "minimal"}


def has_display() -> bool:
    """Whether a window could be shown to somebody; on X11 the server is asked."""
    if os.environ.get("QT_QPA_PLATFORM") in _WITHOUT_SCREEN:
        return False
    if sys.platform in {"win32", "darwin"} or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def missing_packages(display: bool) -> list[str]:
    """Debian packages whose library cannot be loaded; always empty on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_ALWAYS)
    if display and os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        wanted |= _ON_X11
    return [package for library, package in wanted.items() if not _loads(library)]


def check() -> None:
    """Raises InputError when no window can be shown: which packages to install, or that there is no display."""
    if not has_display() and os.environ.get("QT_QPA_PLATFORM") not in _WITHOUT_SCREEN:
        named = os.environ.get("DISPLAY")
        what = (
            f"The display {named} does not answer" if named else "There is no display to show the window on"
        )
        raise InputError(
            f"{what}. Start this on a desktop; without one, `segstudio demo` shows the window in pictures, and "
            "predict, evaluate and export do the work."
        )
    packages = missing_packages(has_display())
    if packages:
        raise InputError(
            "The window needs system libraries that are not installed here. On Debian or Ubuntu run:\n"
            f"  sudo apt-get install {' '.join(packages)}\n"
            "On another Linux install the packages that hold the same libraries."
        )


def _x_server_answers() -> bool:
    """True as well where libX11 itself is missing: `missing_packages` says so then."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    print(" ".join(missing_packages(has_display())))
