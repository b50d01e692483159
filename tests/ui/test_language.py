"""The window speaks English when asked: words, dates, amounts, what Qt says; papers and what is kept stay French."""

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.bootstrap.workbench import bind
from app.domain.errors import DomainError
from app.domain.mission import VersionKind
from app.domain.quantities import Cents
from app.infra.preferences import JsonPreferences
from app.services.languages import Language, LanguageChoice
from app.ui.language import finish_speaking, language_of, speak
from app.ui.presenters import typed
from app.ui.presenters.closing import ClosingPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.receiving import ReceivingPresenter
from app.ui.views import application
from app.ui.views.kit.segmented import Segmented
from app.ui.views.main_window import MainWindow
from app.ui.views.mission.pages import PAGES
from tests.support.desk import Desk
from tests.ui.windows import put_away


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (["en-US", "en"], Language.ENGLISH),
        (["fr-CA", "en-CA"], Language.FRENCH),
        (["de-DE", "en-GB"], Language.ENGLISH),
        (["C"], Language.FRENCH),
        ([], Language.FRENCH),
    ],
)
def test_the_system_decides_unless_the_user_does(system: list[str], expected: Language) -> None:
    assert language_of(LanguageChoice.SYSTEM, system) is expected
    assert language_of(LanguageChoice.ENGLISH, system) is Language.ENGLISH
    assert language_of(LanguageChoice.FRENCH, system) is Language.FRENCH


@pytest.mark.usefixtures("english")
def test_words_titles_and_what_qt_says_are_english(qtbot: QtBot) -> None:
    assert [spec.title for spec in PAGES][:2] == ["Company", "Sessions and days"]
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"


@pytest.mark.parametrize(("count", "words"), [(1, "1 paquet nouveau"), (2, "2 paquets nouveaux")])
def test_french_plurals_are_written_in_full(
    count: int, words: str, demo_desk: Desk, qapp: QApplication, tmp_path: Path
) -> None:
    speak(Language.FRENCH)
    finish_speaking()
    presenter = ReceivingPresenter(demo_desk.workbench, demo_desk.messages, demo_desk.jobs, JsonPreferences(tmp_path))
    assert presenter.tr("%n paquet(s) nouveau(x)", "", count) == words


@pytest.mark.usefixtures("english")
def test_amounts_and_dates_are_written_and_read_as_english_does() -> None:
    assert (typed.euros(Cents(123_456_78)), typed.days(35), typed.day(date(2026, 11, 22))) == (
        "€123,456.78",
        "17.5",
        "22 Nov 2026",
    )
    near = date(2026, 1, 1)
    for text in ("22 Nov 2026", "22/11/2026", "22 november 26", "22/11"):
        assert typed.day_from(text, near=near) == date(2026, 11, 22)
    for text in ("1,200.50", "€1200.5", "1200,50"):
        assert typed.cents_from(text) == Cents(120_050)
    assert typed.count_from("1,250") == 1_250
    with pytest.raises(DomainError):
        typed.day_from("22 Brumaire 2026", near=near)


@pytest.mark.usefixtures("english")
def test_each_day_of_the_year_is_read_back_as_written() -> None:
    for rank in range(0, 365, 9):
        day = date(2026, 1, 1) + timedelta(days=rank)
        assert typed.day_from(typed.day(day), near=day) == day


@pytest.mark.usefixtures("english")
def test_a_warning_is_read_in_english_and_kept_in_french(demo_desk: Desk, demo: MissionContext, tmp_path: Path) -> None:
    bench = bind(demo_desk.storage, clock=demo.workbench.clock, own_packs=tmp_path, language=Language.ENGLISH)
    context = MissionContext(bench, demo.mission_id, demo_desk.messages, demo_desk.jobs)
    presenter = ClosingPresenter(context)
    presenter.choose(VersionKind.DIAGNOSTIC)
    check = next(one for one in presenter.checks() if not one.blocks)
    presenter.explanations.type(check, "Agreed by telephone.")
    presenter.explanations.flush()
    kept = next(one for one in context.file.explanations if one.rule == check.id)
    assert check.sentence.startswith("The next date agreed")
    assert (kept.warning[:24], kept.sentence) == ("La prochaine date conven", "Agreed by telephone.")


def test_the_choice_of_language_opens_the_window_again(
    qapp: QApplication, profile: LocalProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook, before, titles = sys.excepthook, QLocale(), list[str]()

    def look() -> None:
        window = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        window.desk.with_bench(lambda _bench: choose(window))

    def choose(window: MainWindow) -> None:
        window.desk.home.show_page("settings")
        titles.append(window.desk.home.shell.bottom_rail.items["settings"].text())
        if len(titles) == 1:
            segments = window.findChild(Segmented, "settings_language")
            assert segments is not None
            segments.chosen.emit("en")
        else:
            QTimer.singleShot(0, window, window.close)

    monkeypatch.setattr(
        application.Application, "show", lambda self: (self.window.settled.connect(look), self.window.show())
    )
    assert application.run(profile) == 0
    put_away(*(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow)))
    assert titles == ["Réglages", "Settings"]
    assert JsonPreferences(profile.folder).load().language is LanguageChoice.ENGLISH
    speak(Language.FRENCH)
    sys.excepthook = hook
    QLocale.setDefault(before)
    qInstallMessageHandler(None)
    profile.preferences.keep(replace(profile.preferences.load(), language=LanguageChoice.FRENCH))
