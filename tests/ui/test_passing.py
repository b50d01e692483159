"""« Transmettre » from the window: the mission leaves by keys, says where it is, is taken back; a version leaves encrypted."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.mission import MissionState
from app.services.exchange import Addressee
from app.services.rows import ShownState
from app.sync.contract.archive import read_archive
from app.sync.contract.envelope import is_locked, new_identity, recipient_of, unlock
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.desk import dropped
from app.ui.views.mission.addressee_dialog import PLAIN, AddresseeDialog
from app.ui.views.mission.closing_view import ClosingView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.passing_card import ColleagueDialog
from app.ui.views.mission_window import MissionWindow
from app.ui.views.own_key_card import OwnKeyCard
from tests.support.desk import Desk

IDENTITY = new_identity()
COLLEAGUE = recipient_of(IDENTITY)


def photograph(widget: QWidget, name: str) -> None:
    """Keep a picture of what is shown, for whoever asks for them."""
    folder = os.environ.get("JALON_SHOTS")
    if folder:
        QApplication.processEvents()
        widget.grab().save(f"{folder}/{name}.png")


@pytest.fixture
def window(demo: MissionContext, qtbot: QtBot) -> Iterator[MissionWindow]:
    made = MissionWindow(demo, PAGES)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.show_page("closing")
    yield made
    made.leave()


def closing(window: MissionWindow) -> ClosingView:
    page = window.page()
    assert isinstance(page, ClosingView)
    return page


def written(window: MissionWindow, path: Path, to: Addressee, qtbot: QtBot) -> bytes:
    closing(window).passing.presenter.write_package(path, to)
    qtbot.waitUntil(path.exists)
    return path.read_bytes()


def test_the_mission_leaves_and_is_taken_back(window: MissionWindow, qtbot: QtBot, tmp_path: Path) -> None:
    card, context = closing(window).passing, window.context
    card.go.click()
    asked = card.findChild(ColleagueDialog)
    assert asked is not None
    asked.accept()
    assert asked.field.error()
    asked.typed.setText("Claude Exemple")
    photograph(asked, "colleague")
    asked.accept()

    assert context.mission.state is MissionState.AWAY
    assert context.heading().state is ShownState.AWAY
    assert not context.is_writable
    assert closing(window).bar.isHidden()
    to = card.findChild(AddresseeDialog)
    assert to is not None
    to.accept()
    assert to.key_field.error()
    to.key.setText("age1faux")
    to.accept()
    assert "age1" in to.key_field.error()
    to.key.setText(f" {COLLEAGUE[:30]} {COLLEAGUE[30:].upper()} ".replace(COLLEAGUE[30:].upper(), COLLEAGUE[30:]))
    photograph(to, "addressee")
    addressee = to.addressee()
    assert addressee is not None
    assert card.presenter.refusal(addressee) == ""
    to.reject()
    photograph(window, "away")

    locked = written(window, tmp_path / "out.jalon", addressee, qtbot)
    assert is_locked(locked)
    exchange = context.workbench.exchange
    assert exchange.read_package(unlock(locked, [IDENTITY])).file.mission.id == context.mission_id

    card.presenter.take_back()
    assert context.is_writable
    assert not closing(window).bar.isHidden()
    photograph(window, "back")


def test_a_version_leaves_for_whom_was_chosen(window: MissionWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = closing(window)
    page.presenter.seal()
    version = page.presenter.versions()[0].sealed
    page.passing.export(version, "mission.jalon")
    asked = page.passing.findChild(AddresseeDialog)
    assert asked is not None
    assert asked.choice.current() == "region"
    asked.key.setText(COLLEAGUE)
    photograph(asked, "export_region")
    locked, plain = tmp_path / "locked.jalon", tmp_path / "plain.jalon"
    page.passing.presenter.write_version(locked, version, asked.addressee())
    qtbot.waitUntil(locked.exists)
    assert read_archive(unlock(locked.read_bytes(), [IDENTITY])) == version.document
    asked.choice.set_current(PLAIN)
    asked.choice.chosen.emit(PLAIN)
    assert "quiconque" in asked.note.text()
    photograph(asked, "export_plain")
    assert asked.addressee() is None
    page.passing.presenter.write_version(plain, version, None)
    qtbot.waitUntil(plain.exists)
    assert read_archive(plain.read_bytes()) == version.document
    assert page.passing.isHidden()


def test_my_key_is_shown_copied_and_scanned(dressed: QApplication, desk: Desk, qtbot: QtBot) -> None:
    card = OwnKeyCard(desk.workbench.exchange.own_key)
    qtbot.addWidget(card)
    card.setFixedWidth(720)
    card.show()
    card.show_key.click()
    assert card.key.text().replace(" ", "") == desk.workbench.exchange.own_key()
    card.copy.click()
    assert QApplication.clipboard().text() == desk.workbench.exchange.own_key()
    assert card.code.pixmap().width() > 100
    photograph(card, "own_key")


@pytest.mark.parametrize(
    ("names", "taken"),
    [(["a.jalon"], "a.jalon"), (["a.PDF"], "a.PDF"), (["a.exe"], None), (["a.jalon", "b.jalon"], None), ([], None)],
)
def test_one_file_of_ours_may_be_dropped(qapp: QApplication, names: list[str], taken: str | None) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}") for name in names])  # noqa: S108 nothing is opened
    event = QDropEvent(
        QPoint(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    found = dropped(event)
    assert (found.name if found else None) == taken
