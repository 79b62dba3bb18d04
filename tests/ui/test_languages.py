"""The window in other languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core import class_edits
from segstudio.core.classes import table_of
from segstudio.core.errors import InputError, WorkError
from segstudio.core.settings import SETTINGS
from segstudio.core.wording import joined, worded
from segstudio.engine.jobs import JobState, JobView
from segstudio.engine.session import Session
from segstudio.ui import languages, main_window
from segstudio.ui.actions import ACTIONS
from segstudio.ui.app import build_studio
from segstudio.ui.controls.literal import ElidedLabel
from segstudio.ui.dialogs.class_editor.draft import ClassDraft
from segstudio.ui.languages import LANGUAGES, chosen, spoken, translation_file
from segstudio.ui.panels.jobs import _JobRow
from tests import texts

_PLACE = re.compile(r"\{[^}]*\}|<[^>]*>|&[a-z]+;")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    installed = languages.install(qapp, "de")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated(code: str) -> None:
    """`python -m tests.texts` brings the files up to date after texts were changed."""
    said = texts.translations(code)
    assert sorted(said) == texts.texts()
    assert [text for text, found in said.items() if not found] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_places_and_tags_of_the_text(code: str) -> None:
    for (_, text), said in texts.translations(code).items():
        assert Counter(_PLACE.findall(said)) == Counter(_PLACE.findall(text)), said
        assert (said.startswith(" "), said.endswith(" ")) == (text.startswith(" "), text.endswith(" ")), (
            said
        )


def test_what_the_engine_says_is_whole_sentences_with_places_that_mean_something() -> None:
    for _, text in texts.of_the_engine():
        assert text == text.strip(), "a piece that is hung on another"
        assert text[0] not in ",;:.)", "a piece that is hung on another"
        assert not re.search(r"\{\w+_[0-9]", text), text


def test_a_sentence_of_the_engine_that_cannot_be_found_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('worded("That did {what}.", what=1)\n', "utf-8")
    assert list(texts.of_the_engine(tmp_path)) == [("Engine", "That did {what}.")]
    (tmp_path / "b.py").write_text("worded(sentence)\n", "utf-8")
    with pytest.raises(ValueError, match=r"worded\(sentence\)"):
        list(texts.of_the_engine(tmp_path))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_that_of_the_text(code: str, tmp_path: Path) -> None:
    texts.compile_to(code, tmp_path / "a.qm")
    assert (tmp_path / "a.qm").read_bytes() == translation_file(code).read_bytes()


def test_the_setting_offers_what_there_is() -> None:
    setting = next(s for s in SETTINGS if s.key == "appearance.language")
    assert set(setting.choices) == {languages.SYSTEM, languages.ENGLISH, *LANGUAGES}


@pytest.mark.parametrize(
    ("system", "code"),
    [("de_AT", "de"), ("fr_CA", "fr"), ("zh_CN", "zh_CN"), ("zh_TW", "en"), ("pt_BR", "en"), ("C", "en")],
)
def test_the_system_s_language_is_spoken_where_it_is_known(system: str, code: str) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(system))
        assert chosen("system") == code
        assert chosen("es") == "es"
    finally:
        QLocale.setDefault(before)


def test_the_whole_window_is_in_the_chosen_language(german: None, tmp_path: Path) -> None:
    studio = build_studio(state_dir=tmp_path)
    try:
        window = studio.window
        said = texts.translations("de")
        menus = [action.text() for action in window.menuBar().actions()]
        assert menus == [said["MainWindow", name] for name in main_window._MENUS]
        for spec in ACTIONS:
            if not spec.id.startswith(("edit.undo", "edit.redo", "class.")):
                assert window.book[spec.id].text().split("\t")[0] == said["Actions", spec.title], spec.id
    finally:
        studio.window.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_start_page_has_room_for_its_words(qapp: QApplication, tmp_path: Path, code: str) -> None:
    installed = languages.install(qapp, code)
    studio = build_studio(state_dir=tmp_path)
    try:
        studio.window.resize(1440, 900)
        studio.window.show()
        QApplication.processEvents()
        for row in (studio.window.welcome.open, studio.window.welcome.samples):
            for label in row.findChildren(ElidedLabel):
                assert label.shown == label.text()
    finally:
        studio.window.close()
        for translator in installed:
            qapp.removeTranslator(translator)


def test_sentences_of_the_engine_are_translated_with_what_they_hold(german: None) -> None:
    def translated(text: str) -> str:
        return QCoreApplication.translate("Engine", text)

    inner = worded("{file} could not be opened", file="a.png")
    outer = worded("{failed} ({error}).", failed=inner, error=InputError(worded("That did not work")))
    assert outer == "a.png could not be opened (That did not work)."
    expected = translated("{file} could not be opened").format(file="a.png")
    assert spoken(outer) == f"{expected} ({translated('That did not work')})."
    assert translated("That did not work") != "That did not work"
    assert spoken(joined([inner, inner])) == f"{expected} {expected}"
    assert spoken("of another origin") == "of another origin"
    assert spoken("Smart brush") == QCoreApplication.translate("Steps", "Smart brush") != "Smart brush"
    of_a_class = worded("{file} could not be opened", file="Smart brush")
    assert "Smart brush" in spoken(of_a_class), "names stay as they are"


def test_an_error_hands_its_sentence_on_whole() -> None:
    error = InputError(worded("{path} holds {count} {{braces}}.", path=Path("x"), count=3))
    assert str(error) == "x holds 3 {braces}."
    assert spoken(str(error)) == str(error), "no language is installed"


def test_a_job_and_what_it_does_are_told_in_the_window_s_language(
    german: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = JobView(1, "model", worded("Load {model}", model="x"), JobState.RUNNING, 0, 0, worded("Loading"))
    said = texts.translations("de")
    title = said["Engine", "Load {model}"].format(model="x")
    assert title != job.title
    monkeypatch.setattr(Session, "jobs", property(lambda _session: [job]))
    studio = build_studio(state_dir=tmp_path)
    try:
        status = studio.window.status
        status._show_jobs_now()
        assert status.job.text() == title
        assert title in status.cancel.toolTip()
        row = _JobRow(studio.session, studio.window)
        row.show_job(job, None)
        assert row._title.text() == title
        assert row._state.text() == said["Engine", "Loading"]
    finally:
        studio.window.close()


def test_why_sample_scenes_cannot_be_made_is_told_in_the_window_s_language(
    german: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise WorkError(worded("the folder is read-only. Choose another folder."))

    monkeypatch.setattr("segstudio.scenes.folder.write_sample_folder", refuse)
    studio = build_studio(state_dir=tmp_path)
    try:
        banner = studio.window.banner
        studio.window.book["file.samples"].trigger()
        qtbot.waitUntil(lambda: banner.message is not None, timeout=10_000)
        why = texts.translations("de")["Engine", "the folder is read-only. Choose another folder."]
        assert banner.message is not None
        assert banner.message.text.endswith(f": {why}")
    finally:
        studio.window.close()


def test_what_the_class_editor_refuses_is_said_in_the_window_s_language(german: None) -> None:
    draft, heard = ClassDraft(table_of(["road", "sky"])), list[str]()
    draft.refused.connect(lambda sentence: heard.append(spoken(sentence)))
    assert not draft.edit(lambda table: class_edits.renamed(table, 0, ""))
    assert heard == [texts.translations("de")["Engine", "A class needs a name."]]
