"""Every text of the window that can be translated, and the files of its translations.

    python -m tests.texts            # after texts were changed: brings the .ts files up to date, and compiles them

Texts are found where the code asks for their translation; those that stand in a table, and are asked for by the row,
are taken from the table (`TABLES`). What is asked for in any other way is an error here.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

from segstudio.core.zoo import MODELS
from segstudio.engine.desks.doubt_desk import title_of
from segstudio.formats.registry import FORMATS
from segstudio.labels.tools import TOOLS
from segstudio.ui import main_window
from segstudio.ui.actions import ACTIONS, CANVAS_KEYS
from segstudio.ui.canvas.hand import hints
from segstudio.ui.hand_tools import SECTIONS
from segstudio.ui.languages import LANGUAGES, translation_file
from segstudio.ui.panels import image_delegate, image_figures
from segstudio.ui.window.docks import DOCKS

ROOT = Path(__file__).resolve().parent.parent
_UI = ROOT / "segstudio" / "ui"
_PLACE = re.compile(r"\{[^}]*\}")
_WORDS = re.compile(r"[A-Za-z]")
_BY_THE_ROW = {"_tr", "translated", "action_text", "spoken", "_spoken"}
"""Functions that ask for the translation of what they are given."""

Text = tuple[str, str]
"""(context, English)."""


@dataclass
class Found:
    texts: set[Text] = field(default_factory=set)
    asked_by_row: set[str] = field(default_factory=set)
    """'<file>: <expression>' of what is no text but a variable."""


def in_code(folder: Path = _UI) -> Found:
    """What stands in the code under `folder`."""
    found = Found()
    for path in sorted(folder.rglob("*.py")):
        _Reader(path.relative_to(folder).as_posix(), ast.parse(path.read_text("utf-8")), found).read()
    return found


class _Reader:
    """Of one module. A context is the first argument of `translate`, or of the `partial` or function that stands for
    it; of `self.tr` it is the class."""

    def __init__(self, name: str, tree: ast.Module, found: Found) -> None:
        self._name, self._tree, self._found = name, tree, found
        self._constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        self._contexts: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == "_tr":
                self._contexts["_tr"] = next(
                    self._text(call.args[0]) or "" for call in ast.walk(node) if _is_translate(call)
                )

    def read(self, node: ast.AST | None = None, inside: str = "") -> None:
        for child in ast.iter_child_nodes(node or self._tree):
            if isinstance(child, ast.FunctionDef) and child.name in _BY_THE_ROW:
                continue
            if isinstance(child, ast.Assign):
                self._partial(child)
            if isinstance(child, ast.Call):
                self._call(child, inside)
            self.read(child, child.name if isinstance(child, ast.ClassDef) else inside)

    def _partial(self, node: ast.Assign) -> None:
        """`tr = partial(QCoreApplication.translate, "Context")` holds until the next one."""
        made, target = node.value, node.targets[0]
        if (
            isinstance(made, ast.Call)
            and ast.unparse(made.func) == "partial"
            and ast.unparse(target) == "tr"
        ):
            self._contexts["tr"] = self._text(made.args[1]) or "?"

    def _call(self, call: ast.Call, inside: str) -> None:
        function = call.func
        if isinstance(function, ast.Attribute):
            of_self = isinstance(function.value, ast.Name) and function.value.id == "self"
            if function.attr == "tr" and of_self:
                self._take(inside, call.args[0])
            elif _is_translate(call):
                self._take(self._text(call.args[0]) or "?", call.args[1])
        elif isinstance(function, ast.Name) and function.id in {"tr", "_tr", "QT_TRANSLATE_NOOP"}:
            if len(call.args) == 2:
                self._take(self._text(call.args[0]) or "?", call.args[1])
            else:
                self._take(self._contexts.get(function.id, "?"), call.args[0])

    def _take(self, context: str, asked: ast.expr) -> None:
        if isinstance(asked, ast.IfExp):
            self._take(context, asked.body)
            self._take(context, asked.orelse)
        elif (text := self._text(asked)) is not None and context != "?":
            self._found.texts.add((context, text))
        else:
            self._found.asked_by_row.add(f"{self._name}: {ast.unparse(asked)}")

    def _text(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Name):
            value = self._constants.get(node.id)
        else:
            value = node.value if isinstance(node, ast.Constant) else None
        return value if isinstance(value, str) else None


def _is_translate(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "translate"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "QCoreApplication"
    )


def _actions() -> Iterator[str]:
    for spec in ACTIONS:
        yield from (spec.title, spec.help, spec.menu)
    for row in CANVAS_KEYS:
        yield from (row.words, row.shown)


def _formats() -> Iterator[str]:
    for each in FORMATS:
        yield from (each.title, each.help)


def _kinds() -> Iterator[str]:
    """What models of the zoo are for."""
    for card in MODELS:
        yield card.title.partition(", ")[2].split(" (")[0]


def _options() -> Iterator[str]:
    for tool in TOOLS:
        for option in tool.options:
            yield from (option.title, option.help, option.unit, *(title for _, title in option.choices))


def _parts() -> Iterator[str]:
    from segstudio.deeplab.inspection import network  # late: torch

    yield from (*(part for _, part in network._PARTS), "total", "3×3 alone")


def _steps() -> Iterator[str]:
    for tool in TOOLS:
        yield from (tool.step, tool.title)
    yield from (title_of(second=False), title_of(second=True), "Recover unsaved edits")
    yield from (
        "Corner",
        "Mark",
        "Invert selection",
    )  # what undo takes back while it is drawn or worked out


TABLES: tuple[tuple[str, Callable[[], Iterable[str]], tuple[str, ...]], ...] = (
    ("Actions", _actions, ("dialogs/shortcuts.py: menu", "dialogs/shortcuts.py: spec.title",
                           "dialogs/shortcuts.py: row.shown", "dialogs/shortcuts.py: row.words",
                           "canvas/hand/hints.py: spec.title")),
    ("Canvas", hints._BY_KIND.values, ("canvas/hand/hints.py: _BY_KIND[spec.kind]",)),
    ("Canvas", hints._HINTS.values, ("canvas/hand/hints.py: _HINTS[spec.id]",)),
    ("Canvas", hints._MISSING.values, ("canvas/hand/hints.py: _MISSING[need]",)),
    ("Canvas", hints._MODES.values, ("canvas/hand/hints.py: _MODES[mode]",)),
    ("DisplayPanel", lambda: ("Red", "Green", "Blue"), ("panels/display.py: word",)),
    ("Docks", lambda: (dock.title for dock in DOCKS), ("window/docks.py: spec.title",)),
    ("Formats", _formats, ("dialogs/export.py: text",)),
    ("ImageFigures", image_figures._SPOKEN.values, ("panels/image_figures.py: _SPOKEN[view.status]",)),
    ("ImageList", lambda: (word for _, _, word in image_delegate.STATUS_SIGNS.values()),
     ("panels/image_delegate.py: STATUS_SIGNS[status][2]",)),
    ("Inspector", _parts, ("panels/inspector/words.py: part.part",)),
    ("MainWindow", lambda: main_window._MENUS, ("main_window.py: name",)),
    ("MainWindow", lambda: (section.title for section in SECTIONS), ("main_window.py: s.title",)),
    ("Models", _kinds, ("window/model_menus.py: kind.split(' (')[0]",)),
    ("Steps", _steps, ("panels/history.py: step.name", "commands/hand.py: name", "canvas/hand/hints.py: title", "commands/tools.py: spec.title")),
    ("ToolOptions", _options, ("panels/option_controls.py: option.help", "panels/option_controls.py: option.title",
                               "panels/option_controls.py: option.unit", "panels/option_controls.py: title",
                               "panels/option_controls.py: word")),
)  # fmt: skip
"""Context, texts, and who asks for them by the row."""


def of_the_engine(folder: Path = ROOT / "segstudio") -> Iterator[Text]:
    """Sentences that come from below the window; see `core.wording`. Raises ValueError for one that is no text but a
    variable."""
    for path in sorted(folder.rglob("*.py")):
        if path == ROOT / "segstudio" / "core" / "wording.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "worded":
                template = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
                if not isinstance(template, str):
                    raise ValueError(f"{path}: worded({ast.unparse(node.args[0])}) cannot be translated")
                if _WORDS.search(_PLACE.sub("", template)):
                    yield "Engine", template


def texts() -> list[Text]:
    """All of them. Raises ValueError where a translation is asked for of what is in no table."""
    found = in_code()
    known = {place for _, _, places in TABLES for place in places}
    if odd := found.asked_by_row ^ known:
        raise ValueError(f"not both asked for in the code and in a table of tests/texts.py: {sorted(odd)}")
    tables = {(context, text) for context, of, _ in TABLES for text in of() if text}
    return sorted({*found.texts, *tables, *of_the_engine()})


def translations(code: str) -> dict[Text, str]:
    """What the language's file says, '' where it says nothing yet."""
    path = translation_file(code).with_suffix(".ts")
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def write(code: str, said: dict[Text, str]) -> None:
    """The file of a language, with every text that there is, as Qt's Linguist reads it; and its compiled form."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for context, text in texts():
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if found := said.get((context, text)):
            translation.text = found
        else:
            translation.set("type", "unfinished")
    ET.indent(root)
    path = translation_file(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    body = ET.tostring(root, encoding="unicode", xml_declaration=False)
    path.with_suffix(".ts").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8"
    )
    compile_to(code, path)


def compile_to(code: str, target: Path) -> None:
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    source = translation_file(code).with_suffix(".ts")
    subprocess.run([tool, "-silent", source, "-qm", target], check=True)


if __name__ == "__main__":
    for language in LANGUAGES:
        kept = translations(language)
        write(language, kept)
        missing = sum(not kept.get(text) for text in texts())
        print(f"{language}: {len(texts()) - missing} of {len(texts())} texts")
