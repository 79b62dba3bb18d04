"""The languages of the window. Its texts are English; `resources/translations` holds the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from segstudio.core.resources import resource
from segstudio.core.wording import Worded

SYSTEM, ENGLISH = "system", "en"
LANGUAGES = {"de": "Deutsch", "es": "Español", "fr": "Français", "zh_CN": "简体中文"}
"""What there are translations for, by Qt's name, and what each calls itself."""
_OTHER_NAMES = {"zh-Hans": "zh_CN"}


def translation_file(code: str) -> Path:
    """Compiled; beside it lies the text that it was made from, with the suffix .ts."""
    return resource("translations") / f"segstudio_{code}.qm"


def chosen(wanted: str) -> str:
    """The language that is meant by the setting: that itself, or the first of the system's that there is."""
    if wanted != SYSTEM:
        return wanted if wanted in LANGUAGES else ENGLISH
    for name in QLocale().uiLanguages():
        code = _OTHER_NAMES.get(name, name.replace("-", "_"))
        if code in LANGUAGES or code == ENGLISH:
            return code
    return ENGLISH


def install(app: QApplication, wanted: str) -> list[QTranslator]:
    """Translate what is made from now on, Qt's own dialogs too."""
    code, installed = chosen(wanted), []
    if code != ENGLISH:
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}.qm")
        for path in (of_qt, translation_file(code)):
            translator = QTranslator(app)
            if translator.load(str(path)):
                app.installTranslator(translator)
                installed.append(translator)
    return installed


def spoken(text: str) -> str:
    """What the engine says, a sentence or the title of a tool that is at work, in the window's language; as it is where
    that is not known."""
    return _spoken(text) if isinstance(text, Worded) else QCoreApplication.translate("Steps", text)


def _spoken(text: Worded) -> str:
    values = {
        name: _spoken(value) if isinstance(value, Worded) else value for name, value in text.values.items()
    }
    return QCoreApplication.translate("Engine", text.template).format(**values)
