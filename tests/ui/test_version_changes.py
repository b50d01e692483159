"""The comparison of two versions, opened from the card of the versions by keys, in words."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.mission import VersionKind
from app.models.connection import open_connection
from app.services.closing import SealAsked, seal_version
from app.services.missions import frame_mission, reopen_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.version_changes import ChangeShown, VersionChanges
from app.ui.presenters.versions import VersionWords
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.texts import Label
from app.ui.views.mission.changes_sheet import ChangesSheet
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import KEY, desk_in
from tests.support.sealed import tampered

SUMMARY = "Trois gestes d’abord."


@pytest.fixture
def context(tmp_path: Path) -> Iterator[MissionContext]:
    """The fictional company sealed, reopened, changed in two fields and sealed again."""
    with desk_in(tmp_path, lambda: datetime(2021, 9, 28, 14, 42, tzinfo=UTC)) as desk:
        made = desk.context(desk.open_demo())
        bench = made.workbench

        def seal(kind: VersionKind, reason: str) -> None:
            asked = SealAsked(kind, reason)
            seal_version(
                bench.unit_of_work,
                made.mission_id,
                asked,
                scheme=made.scheme,
                referential=made.referential,
                write=bench.write_document,
                clock=bench.clock,
            )

        seal(VersionKind.DIAGNOSTIC, "")
        reopen_mission(bench.unit_of_work, made.mission_id, clock=bench.clock)
        frame_mission(
            bench.unit_of_work,
            made.mission_id,
            lambda mission: replace(mission, summary=SUMMARY, company=replace(mission.company, employees=51)),
            clock=bench.clock,
        )
        seal(VersionKind.CORRECTION, "Effectif revu.")
        yield desk.context(made.mission_id)


def focused() -> str:
    """ObjectName of what has the focus."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_a_correction_is_compared_by_keys_with_what_it_replaces(
    context: MissionContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.show_page("closing")
    button = window.findChild(Button, "version_2_compare")
    assert button is not None
    assert window.findChild(Button, "version_1_compare") is None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    sheet = window.findChild(ChangesSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.width() <= window.width()
    texts = [label.text() for label in sheet.findChildren(Label)]
    for words in ("2 champs ont changé.", "Effectif", "48", "51", SUMMARY, "Version 1", "Version 2"):
        assert words in texts
    qtbot.waitUntil(lambda: focused() == "changes_close")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_page_says_whether_the_journal_holds(context: MissionContext, tmp_path: Path) -> None:
    with context.workbench.unit_of_work() as uow:
        count = len(uow.journal.of(context.mission_id))
    words = VersionWords()
    assert words.journal(context) == f"Journal\u00a0: {count} événements, chaîne intacte."
    with closing(open_connection(tmp_path / "jalon.db", KEY)) as connection:
        connection.execute("UPDATE journal_event SET kind = 'changed' WHERE number = 2")
    assert words.journal(context) == "Journal\u00a0: la chaîne est rompue à l’événement 2."


def test_each_kind_of_value_is_said_in_french(context: MissionContext) -> None:
    with context.workbench.unit_of_work() as uow:
        data = uow.sealed.of(context.mission_id)[0].document
    after = tampered(
        data,
        lambda value: (
            value["mission"].update(decision_day="2021-09-07", purposes=[]),
            value["company"].update(in_difficulty=True),
            value["assessments"][0]["answers"][0].update(level="unknown"),
            value["days"][0].update(half_day="pm"),
            value["days"].pop(),
            value["actions"][0].update(cost_cents=100_000, effort_half_days=3, state="done"),
        ),
    )
    shown = {
        one.label: one for group in VersionChanges(context.workbench).between(data, after) for one in group.changes
    }
    assert shown["Décision de la Région"].after == "07/09/2021"
    assert shown["Finalités"].after == "—"
    assert (shown["En difficulté (sens européen)"].before, shown["En difficulté (sens européen)"].after) == (
        "non",
        "oui",
    )
    assert shown["Niveau déclaré"].after == "Je ne connais pas"
    assert shown["Niveau déclaré"].subject.startswith("Entrée · L1.1 ")
    assert shown["Coût HT"].after == "1\u00a0000\u00a0€"
    assert shown["Travail interne"].after == "1,5\u00a0j"
    assert shown["Demi-journée"].after == "après-midi"
    assert any(isinstance(one, ChangeShown) and one.before == "retiré" for one in shown.values())
