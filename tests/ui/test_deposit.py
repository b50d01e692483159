"""Deposit from the closing page against a real server process, and against none, a wrong one and a silent one."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.rows import DepositState
from app.sync.contract.protocol import version_path
from app.sync.contract.receipt import check_receipt
from app.sync.outbox import MEMBERSHIP_SECRET, RegionalOutbox, RetryPolicy
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.fields import Field
from app.ui.views.kit.texts import Label
from app.ui.views.mission.changes_sheet import ChangesSheet
from app.ui.views.mission.closing_view import ClosingView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.versions_card import VersionBlock
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk
from tests.support.explained import answer_warnings
from tests.support.lines import Answering
from tests.support.regional import RegionalServer
from tests.support.sealed import tampered

Show = Callable[[int, float], ClosingView]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RegionalServer]:
    """A server process, shared; a test that stops it starts it again."""
    started = RegionalServer(tmp_path_factory.mktemp("region") / "data")
    started.start()
    yield started
    if started.is_running:
        started.stop()


@pytest.fixture
def demo(dressed: QApplication, desk: Desk) -> MissionContext:
    """The fictional company under an identifier of its own: the server is shared by the tests."""
    mission_id = desk.open_demo()
    answer_warnings(desk.workbench, mission_id)
    return desk.context(mission_id)


@pytest.fixture
def show(qtbot: QtBot, demo: MissionContext, desk: Desk) -> Iterator[Show]:
    """The page of a sealed mission, with an outbox of so many attempts and such a first wait."""
    made: list[RegionalOutbox] = []

    def make(attempts: int, first_wait: float) -> ClosingView:
        bench = demo.workbench
        outbox = RegionalOutbox(
            bench.unit_of_work,
            desk.storage,
            bench.clock,
            bench.attachments,
            RetryPolicy(attempts, first_wait, first_wait, patient=True),
        )
        made.append(outbox)
        context = MissionContext(replace(bench, outbox=outbox), demo.mission_id, demo.messages, demo.jobs)
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_page("closing")
        page = window.page()
        assert isinstance(page, ClosingView)
        page.presenter.seal()
        qtbot.waitUntil(lambda: focused() == "settings_url")
        return page

    yield make
    for outbox in made:
        outbox.close()


def focused() -> str:
    """ObjectName of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def press(key: Qt.Key) -> None:
    """A key for whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def write(text: str) -> None:
    """Words for whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def enrol_by_keys(page: ClosingView, url: str, code: str, qtbot: QtBot) -> None:
    """Address, code, Enter; then the focus is on « Déposer »."""
    write(url)
    press(Qt.Key.Key_Tab)
    write(code)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() == "deposit_send", timeout=10_000)


def ended(page: ClosingView, qtbot: QtBot) -> None:
    """Wait for the end of the deposit."""
    qtbot.waitUntil(lambda: not page.deposits.is_running(), timeout=20_000)


def chip(page: ClosingView) -> str:
    """Word of the chip of version 1."""
    block = page.findChild(VersionBlock, "version_1")
    assert block is not None
    return block.chip.accessibleName()


def test_from_the_seal_to_the_verified_receipt_by_keys(
    show: Show, server: RegionalServer, demo: MissionContext, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(3, 0.1)
    enrol_by_keys(page, server.url, server.code(), qtbot)
    assert page.stepper.accessibleName().endswith("Déposer en cours")
    press(Qt.Key.Key_Space)
    assert page.deposit.line.isVisible()
    qtbot.waitUntil(lambda: chip(page) == "Déposée", timeout=20_000)
    qtbot.waitUntil(lambda: focused() == "version_1_receipt")
    version = page.presenter.versions()[0]
    assert (demo.mission_id, 1, version.sealed.sha256) in server.versions()
    assert version.receipt is not None
    path = tmp_path / page.presenter.receipt_name(version)
    assert version.deposit is not None
    assert page.presenter.save(path, version.deposit.receipt)
    checked = check_receipt(
        path.read_bytes(), server.public_key(), mission_id=demo.mission_id, version=1, sha256=version.sealed.sha256
    )
    assert (checked.kid, checked.fictional) == (version.receipt.kid, True)
    assert page.deposit.send.isHidden() or not page.deposit.send.isVisible()


def test_a_wrong_code_is_refused_under_its_field(show: Show, server: RegionalServer, qtbot: QtBot) -> None:
    page = show(1, 0.1)
    write(server.url)
    press(Qt.Key.Key_Tab)
    write("AAAA-BBBB-CCCC")
    press(Qt.Key.Key_Return)

    def fault() -> str:
        fields = [field for field in page.deposit.enrolment.findChildren(Field) if field.error()]
        return fields[0].error() if fields else ""

    qtbot.waitUntil(lambda: "code" in fault(), timeout=10_000)
    assert page.deposits.membership() is None
    assert chip(page) == "Scellée"


def test_an_unreachable_server_is_a_sentence_in_place_and_trying_again_deposits(
    show: Show, server: RegionalServer, demo: MissionContext, qtbot: QtBot
) -> None:
    page = show(1, 0.1)
    enrol_by_keys(page, server.url, server.code(), qtbot)
    server.stop()
    press(Qt.Key.Key_Space)
    ended(page, qtbot)
    assert page.deposit.line.banner.isVisible()
    assert "injoignable" in page.deposit.line.banner.accessibleName()
    assert chip(page) == "Scellée"
    server.start()
    page.deposit.line.banner.action.setFocus()
    press(Qt.Key.Key_Space)
    ended(page, qtbot)
    assert chip(page) == "Déposée", page.deposit.line.banner.accessibleName()
    assert not page.deposit.line.isVisible()


def test_a_deposit_under_way_is_stopped_and_nothing_is_marked(
    show: Show, server: RegionalServer, demo: MissionContext, qtbot: QtBot
) -> None:
    page = show(5, 30.0)
    enrol_by_keys(page, server.url, server.code(), qtbot)
    server.stop()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: demo.deposits()[0].attempts == 1, timeout=10_000)
    page.deposit.line.cancel.click()
    ended(page, qtbot)
    assert "arrêté" in page.deposit.line.banner.accessibleName()
    assert demo.deposits()[0].state is DepositState.WAITING
    assert chip(page) == "Scellée"
    server.start()


def test_garbage_is_never_a_receipt(
    show: Show, server: RegionalServer, demo: MissionContext, desk: Desk, qtbot: QtBot
) -> None:
    page = show(1, 0.1)
    enrol_by_keys(page, server.url, server.code(), qtbot)
    kept = json.loads(desk.storage.secret(MEMBERSHIP_SECRET) or b"")
    with Answering([b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"]) as wrong:
        desk.storage.keep_secret(MEMBERSHIP_SECRET, json.dumps({**kept, "url": wrong.url}).encode())
        press(Qt.Key.Key_Space)
        ended(page, qtbot)
        assert len(wrong.requests) == 1
    assert "n’est pas un serveur Jalon" in page.deposit.line.banner.accessibleName()
    assert chip(page) == "Scellée"
    assert demo.deposits()[0].state is DepositState.WAITING


def test_a_mission_that_another_laptop_deposited_is_refused_in_place(
    show: Show, server: RegionalServer, demo: MissionContext, qtbot: QtBot
) -> None:
    page = show(1, 0.1)
    sealed = page.presenter.versions()[0].sealed
    assert server.put(server.enrol(), version_path(demo.mission_id, 1), sealed.document).status_code == 201
    enrol_by_keys(page, server.url, server.code(), qtbot)
    press(Qt.Key.Key_Space)
    ended(page, qtbot)
    assert chip(page) == "Refusée"
    assert "par un autre appareil" in page.deposit.line.banner.accessibleName()
    assert page.stepper.accessibleName().endswith("Déposer en échec")


def test_other_bytes_under_the_same_number_open_a_comparison_and_nothing_is_merged(
    show: Show, server: RegionalServer, demo: MissionContext, desk: Desk, qtbot: QtBot
) -> None:
    page = show(1, 0.1)
    enrol_by_keys(page, server.url, server.code(), qtbot)
    mine = page.presenter.versions()[0].sealed
    token = json.loads(desk.storage.secret(MEMBERSHIP_SECRET) or b"")["token"]
    theirs = tampered(mine.document, lambda value: value["mission"].update(summary="Autre synthèse."))
    assert server.put(token, version_path(demo.mission_id, 1), theirs).status_code == 201
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.findChild(ChangesSheet) is not None, timeout=20_000)
    sheet = page.findChild(ChangesSheet)
    assert sheet is not None
    texts = [label.text() for label in sheet.findChildren(Label)]
    for words in ("Reçue par la Région", "Scellée ici", "Autre synthèse.", "Ce que la direction doit retenir"):
        assert words in texts
    sheet.close()
    assert chip(page) == "Refusée"
    assert not page.deposit.compare.isHidden()
    assert (demo.mission_id, 1, mine.sha256) not in server.versions()
    assert page.presenter.versions()[0].sealed == mine
