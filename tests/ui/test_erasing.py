"""A mission erased from the laptop: asked for by its reference, gone from the file and the list, its journal a tomb."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import DomainError
from app.domain.journal import EventKind, first_broken
from app.models.connection import open_connection
from app.models.tables import metadata
from app.services.erasing import erase_mission
from app.ui.views.mission.closing_view import ClosingView
from app.ui.views.mission.erasing import ErasingDialog
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import KEY, desk_in


def focused() -> str:
    """ObjectName of what has the focus."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def test_it_is_erased_by_keys_once_its_reference_is_typed(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        context = desk.context(desk.open_demo())
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_page("closing")
        page = window.page()
        assert isinstance(page, ClosingView)
        page.erase.setFocus()
        QTest.keyClick(page.erase, Qt.Key.Key_Space)
        dialog = page.findChild(ErasingDialog)
        assert dialog is not None
        qtbot.waitUntil(lambda: focused() == "erasing_leave")
        reference = context.mission.reference
        dialog.typed.setText("OC-21-AUTR-E")
        dialog.accept()
        assert dialog.isVisible()
        assert reference in dialog.field.error()
        dialog.typed.setText(reference.lower())
        with qtbot.waitSignal(window.left):
            dialog.accept()
        window.leave()
        with desk.workbench.unit_of_work() as uow, pytest.raises(DomainError):
            uow.missions.get(context.mission_id)


def test_nothing_of_it_is_left_but_a_journal_that_still_verifies(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        kept, gone = desk.open("Forge gardée"), desk.open_demo()
        bench = desk.workbench
        with bench.unit_of_work() as uow:
            reference = uow.missions.get(gone).reference
            events = len(uow.journal.of(gone))
        with pytest.raises(DomainError) as refusal:
            erase_mission(bench.unit_of_work, bench.attachments, gone, "OC", clock=bench.clock)
        assert refusal.value.code == "erasing.reference"
        erase_mission(bench.unit_of_work, bench.attachments, gone, reference, clock=bench.clock)
        with bench.unit_of_work() as uow:
            left = uow.journal.of(gone)
            assert uow.missions.get(kept).company.name == "Forge gardée"
            assert uow.journal.head(kept) is not None
        assert (len(left), left[-1].kind, first_broken(left)) == (events + 1, EventKind.ERASED, None)
        with closing(open_connection(desk.storage.path, KEY)) as connection:
            for table in metadata.sorted_tables:
                if table.name != "journal_event" and "mission_id" in table.columns:
                    query = f"SELECT count(*) FROM {table.name} WHERE mission_id = ?"  # noqa: S608 our own names
                    assert connection.execute(query, (str(gone),)).fetchone() == (0,), table.name
            plain = tmp_path / "plain.db"
            connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
            connection.execute("SELECT sqlcipher_export('plain')")
            connection.execute("DETACH DATABASE plain")
        assert b"Durand" not in plain.read_bytes()
        assert "gardée".encode() in plain.read_bytes()
