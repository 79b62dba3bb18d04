"""Icons of one family (Material Design, through qtawesome), in the colours of the theme."""

from __future__ import annotations

import qtawesome
from PySide6.QtGui import QIcon

from segstudio.ui.theme import tokens


def icon(name: str, role: str = "text") -> QIcon:
    """`name` as in qtawesome ('mdi6.brush'); `role` is a colour token. Ask again on `theme().changed`."""
    t = tokens()
    return QIcon(
        qtawesome.icon(
            name, color=getattr(t, role), color_disabled=t.dim, color_on=t.accent, color_on_active=t.accent
        )
    )
