"""The list of missions on a real file: a thousand rows by pages, search as one types, filter, ways on, place kept."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.services.rows import MissionQuery, ShownState
from app.ui.presenters.missions_list import MissionsPresenter
from app.ui.qtmodels.missions_model import ID_ROLE, Column
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.fields import LineEdit
from app.ui.views.missions_page import MissionsPage
from tests.ui.windows import TODAY, opened, window_on


@pytest.fixture
def full_list(dressed: QApplication, full_profile: LocalProfile) -> MissionsPresenter:
    """The list of a thousand missions, read once."""
    assert full_profile.open_by_keyring()
    presenter = MissionsPresenter(full_profile.read_missions, TODAY)
    presenter.refresh()
    return presenter


def _button(host: QWidget, name: str) -> Button:
    found = host.findChild(Button, name)
    assert found is not None
    return found


def _companies(model: QAbstractItemModel) -> list[str]:
    rows = range(model.rowCount())
    return [str(model.index(row, Column.COMPANY).data()).partition(",")[0] for row in rows]


def test_a_thousand_rows_come_by_pages_and_keep_the_rules_of_models(full_list: MissionsPresenter) -> None:
    model = full_list.model
    assert model.rowCount() == 200
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    companies = _companies(model)
    assert len(set(companies)) == 1_000
    assert (companies[0], companies[-1]) == ("Exemple 999 SAS", "Exemple 0 SAS")


def test_search_keeps_what_holds_every_word_without_accents(full_list: MissionsPresenter, qtbot: QtBot) -> None:
    page = MissionsPage(full_list, training=False)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClicks(page.search, "aluminium nimes")
    expected = [f"Exemple {rank} SAS" for rank in range(999, -1, -1) if rank % 5 == 0 and rank % 7 == 4]
    assert _companies(full_list.model) == expected


def test_a_filter_on_the_state_says_how_many_it_hides(full_list: MissionsPresenter, qtbot: QtBot) -> None:
    page = MissionsPage(full_list, training=False)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    full_list.keep_states(frozenset({ShownState.DEPOSITED}))
    page.search.setText("exemple 12 ")
    assert full_list.page.matching == 0
    twelve = 11  # « 12 », and « 120 » to « 129 »
    assert full_list.hidden_by_filters() == twelve
    states = page.filters.states
    assert states.isChecked()
    qtbot.mouseClick(states, Qt.MouseButton.LeftButton, pos=QPoint(states.width() - 12, states.height() // 2))
    assert full_list.page.matching == twelve


def test_what_is_not_found_offers_a_mission_of_that_name(full_list: MissionsPresenter, qtbot: QtBot) -> None:
    page = MissionsPage(full_list, training=False)
    qtbot.addWidget(page)
    page.show()
    page.search.setText("exemple forge")
    named = page.findChild(Button, "missions_new_named")
    assert named is not None
    with qtbot.waitSignal(page.new_asked) as asked:
        named.click()
    assert asked.args == ["exemple forge"]


def test_a_letter_typed_on_the_rows_searches(full_list: MissionsPresenter, qtbot: QtBot) -> None:
    page = MissionsPage(full_list, training=False)
    qtbot.addWidget(page)
    page.show()
    page.focus_list()
    qtbot.keyClick(page, "7")
    assert page.search.text() == "7"
    assert full_list.query == MissionQuery(search="7")


def test_enter_opens_the_selected_mission_and_the_place_is_kept(
    dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot
) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        table = window.desk.home.list.table
        table.selectRow(7)
        wanted = table.currentIndex().data(ID_ROLE)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.desk.mission is not None)
        assert window.desk.mission is not None
        assert window.desk.mission.context.mission_id == wanted
        window.desk.mission.left.emit()
        assert window.desk.home.list.selected() == wanted
    kept = full_profile.preferences.load()
    assert kept.mission_id == wanted
    assert kept.window


def test_several_states_are_ticked_without_the_menu_closing(full_list: MissionsPresenter, qtbot: QtBot) -> None:
    page = MissionsPage(full_list, training=False)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.filters.states.click()
    menu = page.filters.findChild(QMenu, "missions_states_menu")
    assert menu is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert menu.isVisible()
    assert full_list.query.states == {ShownState.DRAFT, ShownState.SEALED}
    assert full_list.page.matching == 1_000
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert full_list.page.matching == 666
    menu.close()
    qtbot.keyClick(page.filters.states, Qt.Key.Key_Delete)
    assert not full_list.query.is_filtered


def test_what_a_search_finds_is_counted_after_its_rows(full_list: MissionsPresenter, qtbot: QtBot) -> None:
    full_list.search("exemple")
    assert full_list.model.rowCount() == 40
    assert not full_list.page.exact
    with qtbot.waitSignal(full_list.counted):
        pass
    assert (full_list.page.matching, full_list.page.exact) == (1_000, True)
    full_list.model.fetchMore(QModelIndex())
    assert full_list.model.rowCount() == 240


def test_views_are_reached_by_digit_kept_under_a_name_and_forgotten(
    dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot
) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        home, missions = window.desk.home, window.desk.missions
        qtbot.keyClick(home, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
        assert missions.query.states == {ShownState.SEALED}
        qtbot.keyClick(home, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert missions.page.matching == 0, "nothing changed this week"
        qtbot.keyClick(home, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        home.list.search.setText("nimes")
        _button(home, "missions_keep_view").click()
        name = home.list.saving.findChild(LineEdit, "missions_view_name")
        qtbot.keyClicks(name, "Le Gard")
        qtbot.keyClick(name, Qt.Key.Key_Return)
        assert "view:0" in home.shell.rail.items
        qtbot.keyClick(home, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert missions.page.matching == 1_000
        assert home.list.search.text() == ""
        qtbot.keyClick(home, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        assert home.list.search.text() == "nimes"
        assert missions.page.matching == 143
    assert "nimes" not in (full_profile.folder / "preferences.json").read_text(encoding="utf-8")
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        home = window.desk.home
        qtbot.keyClick(home, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        assert home.list.search.text() == "nimes"
        _button(home, "missions_forget_view").click()
        assert "view:0" not in home.shell.rail.items
        undo = window.desk._messages.history()[-1].act
        assert undo is not None
        undo()
        assert "view:0" in home.shell.rail.items


def test_a_view_that_was_forgotten_elsewhere_shows_the_whole_list(
    dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot
) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        home = window.desk.home
        home.views.keep("Le Gard", MissionQuery("nimes"))
        home.show_page("view:0")
        assert home.list.search.text() == "nimes"
        home.views.put(())  # what a fictional company put back to its beginning does under its own list
        home.show_page("view:0")
        assert "view:0" not in home.shell.rail.items
        assert (home.list.search.text(), window.desk.missions.page.matching) == ("", 1_000)
