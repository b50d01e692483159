"""The « Clôture » page: what blocks, the seal by keys, the versions, the way back."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.mission import MissionState, SealedVersion, VersionKind
from app.services.closing import explain_warning
from app.services.errors import EnvironmentFailure
from app.services.missions import frame_mission
from app.sync.contract.archive import read_archive
from app.sync.contract.unseal import unseal
from app.ui.messages import MessageKind
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.views.kit.texts import Label
from app.ui.views.mission.closing_view import ClosingView, closing_mark
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.versions_card import VersionBlock
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

Show = Callable[[int, int], ClosingView]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot: QtBot, demo: MissionContext) -> Show:
    def make(width: int, height: int) -> ClosingView:
        window = MissionWindow(demo, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_page("closing")
        page = window.page()
        assert isinstance(page, ClosingView)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return page

    return make


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def focused() -> str:
    """ObjectName of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def seal_by_keys(qtbot: QtBot) -> None:
    """Ctrl+Enter, then the verb that is not the safest."""
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: focused() == "seal_leave")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: focused() not in ("", "seal_leave", "seal_go"))


def sealed_of(context: MissionContext) -> tuple[SealedVersion, ...]:
    """Versions in the file."""
    with context.workbench.unit_of_work() as uow:
        return uow.sealed.of(context.mission_id)


def without_staff(context: MissionContext) -> None:
    """Take away what the seal cannot do without."""
    bench = context.workbench
    frame_mission(
        bench.unit_of_work,
        context.mission_id,
        lambda mission: replace(mission, company=replace(mission.company, employees=None, equity=None)),
        clock=bench.clock,
    )
    context.note(Part.IDENTITY)


def test_what_blocks_is_one_key_from_its_field(show: Show, demo: MissionContext) -> None:
    without_staff(demo)
    page = show(1280, 720)
    assert not page.bar.seal.isEnabled()
    mark = closing_mark(demo)
    assert mark is not None
    assert mark.text == "1"
    asked: list[tuple[str, str]] = []
    demo.page_asked.connect(lambda key, field: asked.append((key, field)))
    assert QApplication.focusWidget() is page.checks.rows[0].go
    press(Qt.Key.Key_Space)
    assert asked == [("company", "employees")]
    press(Qt.Key.Key_Return, CONTROL)
    assert demo.is_writable


def answers_taken_back(context: MissionContext) -> None:
    """No warning is answered any more, and one more is found."""
    bench = context.workbench
    for one in context.file.explanations:
        explain_warning(bench.unit_of_work, context.mission_id, replace(one, sentence=""), clock=bench.clock)
    frame_mission(
        bench.unit_of_work, context.mission_id, lambda mission: replace(mission, summary=""), clock=bench.clock
    )
    context.note(Part.IDENTITY)


def test_each_warning_is_answered_by_keys_kept_at_once_and_shown_on_the_version(
    show: Show, demo: MissionContext, qtbot: QtBot
) -> None:
    answers_taken_back(demo)
    page = show(1280, 720)
    assert not page.bar.seal.isEnabled()
    assert focused() == "check_identity.summary_sentence"
    press(Qt.Key.Key_Return, CONTROL)
    assert demo.is_writable
    for words in ("Dit de vive voix", "Reunion tenue en octobre"):
        editor = QApplication.focusWidget()
        assert editor is not None
        assert not page.bar.seal.isEnabled()
        QTest.keyClicks(editor, words)
        press(Qt.Key.Key_Return)
    assert focused() == "closing_seal"
    page.leave()
    assert [one.sentence for one in demo.file.explanations] == ["Dit de vive voix", "Reunion tenue en octobre"]
    seal_by_keys(qtbot)
    (sealed,) = sealed_of(demo)
    told = [one.sentence for one in unseal(sealed.document).file.explanations]
    assert told == ["Dit de vive voix", "Reunion tenue en octobre"]
    block = page.findChild(VersionBlock, "version_1")
    assert block is not None
    assert any("Réponse" in one.text() and "Dit de vive voix" in one.text() for one in block.findChildren(Label))


def test_the_safest_answer_has_the_focus_and_leaves_the_draft(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    show(1280, 720)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: focused() == "seal_leave")
    press(Qt.Key.Key_Return)
    assert demo.is_writable
    assert sealed_of(demo) == ()


def test_sealed_by_keys_the_version_shows_its_hash_in_eight_groups(
    show: Show, demo: MissionContext, qtbot: QtBot
) -> None:
    page = show(1280, 720)
    seal_by_keys(qtbot)
    sealed = sealed_of(demo)
    assert [one.version for one in sealed] == [1]
    assert demo.mission.state is MissionState.SEALED
    block = page.findChild(VersionBlock, "version_1")
    assert block is not None
    digest = hashlib.sha256(sealed[0].document).hexdigest()
    groups = " ".join(digest[start : start + 8] for start in range(0, 64, 8))
    assert groups in [label.text() for label in block.findChildren(Label)]
    assert block.chip.accessibleName() == "Scellée"
    assert focused() == "settings_url"


def test_a_full_disk_leaves_the_same_draft_and_a_banner_that_tries_again(
    show: Show, demo: MissionContext, demo_desk: Desk, qtbot: QtBot
) -> None:
    page = show(1280, 720)
    before = demo.file
    demo_desk.broken = EnvironmentFailure("disk.full")
    seal_by_keys(qtbot)
    demo_desk.broken = None
    failure = demo_desk.messages.history()[-1]
    assert (failure.kind, failure.code) == (MessageKind.FAILURE, "disk.full")
    assert sealed_of(demo) == ()
    assert demo.file == before
    assert demo.is_writable
    assert failure.act is not None
    failure.act()
    assert [one.version for one in sealed_of(demo)] == [1]
    assert page.versions.isVisible()


def test_an_abandoned_mission_is_sealed_with_its_reason(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    without_staff(demo)
    page = show(1280, 720)
    page.kind.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert page.kind.current() == VersionKind.ABANDONED
    assert page.checks.rows == []
    assert not page.bar.seal.isEnabled()
    page.reason.setFocus()
    QTest.keyClicks(page.reason, "Cession de l'usine")
    assert page.bar.seal.isEnabled()
    seal_by_keys(qtbot)
    assert [(one.kind, one.reason) for one in sealed_of(demo)] == [(VersionKind.ABANDONED, "Cession de l'usine")]


def test_reopening_asks_and_keeps_the_version(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    page = show(1280, 720)
    seal_by_keys(qtbot)
    page.bar.reopen.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: focused() == "reopen_leave")
    press(Qt.Key.Key_Return)
    assert not demo.is_writable
    qtbot.waitUntil(lambda: focused() == "closing_reopen")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: focused() == "reopen_leave")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert demo.is_writable
    assert [one.version for one in sealed_of(demo)] == [1]
    assert page.kind.current() == VersionKind.CORRECTION
    assert "raison" in " ".join(label.text() for label in page.bar.findChildren(Label))
    assert page.bar.seal.is_primary()
    assert not page.deposit.send.is_primary(), "one primary button on each screen"


def test_the_archive_of_a_version_holds_its_very_bytes(
    show: Show, demo: MissionContext, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(1280, 720)
    seal_by_keys(qtbot)
    version = page.presenter.versions()[0]
    path = tmp_path / page.presenter.archive_name(version)
    assert path.suffix == ".jalon"
    assert page.presenter.save(path, demo.workbench.write_archive(version.sealed))
    assert read_archive(path.read_bytes()) == sealed_of(demo)[0].document


def test_what_leaves_is_counted_in_the_document_and_private_notes_stay(show: Show, demo: MissionContext) -> None:
    page = show(1280, 720)
    leaving = page.presenter.leaving(None)
    assert leaving is not None
    counts = {line.words: line.count for line in leaving.leaves}
    assert counts["Réponses déclarées"] == "29"
    assert counts["Plan d’actions"] == f"{len(demo.file.actions)} actions"
    assert counts["Registre des jours"] == f"{len(demo.file.ledger.entries)} lignes"
    stays = {line.words: line.count for line in leaving.stays}
    assert stays["Notes privées de la mission"] == "1"
    shown = [label.text() for label in page.side_widget().findChildren(Label)]
    assert "Ce qui quittera l’ordinateur" in shown
    assert "Ce qui reste ici" in shown


def test_in_a_small_window_what_leaves_stands_in_the_page_before_the_deposit(
    show: Show, demo: MissionContext, qtbot: QtBot
) -> None:
    page = show(640, 360)
    assert page.window().minimumSizeHint().width() <= 640
    seal_by_keys(qtbot)
    assert not page.deposit.leaving.isHidden()
    assert page.bar.isVisible()
