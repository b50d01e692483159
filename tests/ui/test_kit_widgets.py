"""How the controls of the kit behave under keys and presses."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.views.gallery_kit import LEVERS, WORDINGS
from app.ui.views.kit.agenda import AgendaCell, HalfDayAgenda
from app.ui.views.kit.answers import AnswerBar
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import DateEdit, Field, LineEdit, TextArea, parse_date
from app.ui.views.kit.notices import Toast
from app.ui.views.kit.rail import Mark, Rail, RailEntry
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.strip import ThemeStrip
from app.ui.views.kit.table import Table

pytestmark = pytest.mark.usefixtures("dressed")
LEFT = Qt.MouseButton.LeftButton
SEGMENTS = (("table", "Table"), ("board", "Tableau"), ("lever", "Par levier"))


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_an_answer_asks_by_press_space_and_arrows_but_selects_only_when_told(qtbot: QtBot) -> None:
    bar = AnswerBar(WORDINGS, "answers")
    show(qtbot, bar)
    asked: list[int] = []
    bar.answered.connect(asked.append)
    qtbot.mouseClick(bar.buttons[3], LEFT)
    assert asked == [4]
    assert not bar.buttons[3].isChecked()
    bar.set_answer(4)
    assert [button.isChecked() for button in bar.buttons] == [False, False, False, True, False]
    qtbot.keyClick(bar.buttons[3], Qt.Key.Key_Right)
    qtbot.keyClick(bar.buttons[4], Qt.Key.Key_Space)
    assert asked == [4, 5]


def test_a_sealed_answer_refuses_presses_and_keeps_its_tint(qtbot: QtBot) -> None:
    bar = AnswerBar(WORDINGS, "answers")
    show(qtbot, bar)
    bar.set_answer(2)
    bar.set_sealed(True)
    asked: list[int] = []
    bar.answered.connect(asked.append)
    qtbot.mouseClick(bar.buttons[0], LEFT)
    assert asked == []
    assert bar.buttons[1].isChecked()


def test_the_entry_tag_is_also_said(qtbot: QtBot) -> None:
    bar = AnswerBar(WORDINGS, "answers")
    qtbot.addWidget(bar)
    bar.set_entry(3)
    assert [button.accessibleDescription() for button in bar.buttons] == ["", "", "Réponse d’entrée", "", ""]


def test_five_cards_hold_in_the_centre_of_a_small_window(qtbot: QtBot) -> None:
    bar = AnswerBar(WORDINGS, "answers")
    qtbot.addWidget(bar)
    assert bar.minimumSizeHint().width() <= 1280 - 212 - 292 - 48
    bar.set_rows(True)
    assert bar.minimumSizeHint().height() <= 5 * 48


def test_segments_move_with_the_arrows_and_stop_at_the_ends(qtbot: QtBot) -> None:
    control = Segmented(SEGMENTS, "views", "Vue")
    show(qtbot, control)
    chosen: list[str] = []
    control.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(control, key)
    assert chosen == ["board", "lever", "board", "table"]
    assert control.accessibleName() == "Vue : Table"


def test_a_segment_is_chosen_by_a_press_and_set_in_silence(qtbot: QtBot) -> None:
    control = Segmented(SEGMENTS, "views", "Vue")
    show(qtbot, control)
    chosen: list[str] = []
    control.chosen.connect(chosen.append)
    control.set_current("lever")
    qtbot.mouseClick(control, LEFT, pos=control.focus_rect().center() - QPoint(control.focus_rect().width(), 0))
    assert chosen == ["board"]


def test_a_busy_button_keeps_its_width_and_refuses_presses(qtbot: QtBot) -> None:
    button = Button("Déposer", "deposit", "primary", icon="stamp")
    show(qtbot, button)
    width = button.sizeHint().width()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.set_busy(True)
    qtbot.mouseClick(button, LEFT)
    assert (button.sizeHint().width(), pressed) == (width, [])
    button.set_busy(False)
    qtbot.mouseClick(button, LEFT)
    assert len(pressed) == 1


def test_the_rail_moves_with_arrows_and_chooses_with_enter(qtbot: QtBot) -> None:
    rail = Rail([RailEntry(key, key, "lock") for key in ("a", "b", "c")], "rail", "Pages")
    show(qtbot, rail)
    rail.set_current("b")
    rail.focus_current()
    qtbot.keyClick(rail.items["b"], Qt.Key.Key_Down)
    assert rail.items["c"].hasFocus()
    with qtbot.waitSignal(rail.chosen) as signal:
        qtbot.keyClick(rail.items["c"], Qt.Key.Key_Return)
    assert signal.args == ["c"]
    assert rail.items["b"].isChecked()
    rail.set_mark("a", Mark.error(2))
    assert rail.items["a"].accessibleDescription() == "2 à corriger"


def test_a_line_commits_once_when_left_with_another_text(qtbot: QtBot) -> None:
    edit = LineEdit("company")
    show(qtbot, edit)
    edit.set_value("Durand")
    said: list[str] = []
    edit.committed.connect(said.append)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert said == []
    edit.selectAll()
    qtbot.keyClicks(edit, "Exemple ")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.clearFocus()
    assert said == ["Exemple"]


def test_a_text_area_is_left_by_tab_and_submitted_by_ctrl_enter(qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    area, other = TextArea("reason"), QLineEdit()
    column.addWidget(area)
    column.addWidget(other)
    show(qtbot, host)
    said: list[str] = []
    area.committed.connect(said.append)
    area.submitted.connect(lambda: said.append("!"))
    area.setFocus()
    qtbot.keyClicks(area, "un")
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(area, " deux")
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert said == ["un", "!", "un deux"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15/03/2022", date(2022, 3, 15)),
        ("15.3.22", date(2022, 3, 15)),
        ("15032022", date(2022, 3, 15)),
        ("150322", date(2022, 3, 15)),
        ("31/02/2022", None),
        ("demain", None),
        ("", None),
        ("1/2", None),
        ("1/2/3/4", None),
    ],
)
def test_days_are_read_as_they_are_typed(typed: str, day: date | None) -> None:
    assert parse_date(typed) == day


def test_a_day_is_said_once_and_a_wrong_one_never(qtbot: QtBot) -> None:
    edit = DateEdit("day")
    show(qtbot, edit)
    said: list[date | None] = []
    edit.date_committed.connect(said.append)
    for typed in ("15/3/22", "15/03/2022", "31/02/2022", ""):
        edit.setText(typed)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert edit.is_valid() is (typed != "31/02/2022")
    assert said == [date(2022, 3, 15), None]


def test_a_field_says_its_error_under_it_and_takes_it_back(qtbot: QtBot) -> None:
    field = Field("SIRET", LineEdit("siret"), hint="14 chiffres")
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "SIRET"
    field.set_error("La clé est fausse.")
    assert (field.error(), field.editor.accessibleDescription()) == ("La clé est fausse.", "La clé est fausse.")
    field.set_error("")
    assert (field.error(), field.editor.accessibleDescription()) == ("", "14 chiffres")


def test_a_search_is_emptied_by_escape_and_left_by_down(qtbot: QtBot) -> None:
    field = SearchField("Chercher", "search")
    show(qtbot, field)
    qtbot.keyClicks(field, "forge")
    with qtbot.waitSignal(field.left_for_results):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_choice_says_its_key_and_is_set_in_silence(qtbot: QtBot) -> None:
    choice = Choice((("sas", "SAS"), ("sarl", "SARL")), "form")
    show(qtbot, choice)
    said: list[str] = []
    choice.chosen.connect(said.append)
    choice.set_current("sarl")
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert (said, choice.current()) == (["sas"], "sas")


def test_a_row_is_activated_by_enter_from_the_first_tab(qtbot: QtBot) -> None:
    model = QStandardItemModel()
    for name in ("Durand", "Exemple"):
        model.appendRow([QStandardItem(name)])
    table = Table("missions", "Missions", "list")
    table.setModel(model)
    show(qtbot, table)
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.activated) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args is not None
    assert signal.args[0].data() == "Exemple"
    assert table.rowHeight(0) == 48


def test_a_dialog_gives_the_focus_to_the_safest_and_escape_leaves(qtbot: QtBot) -> None:
    dialog = Dialog("Sceller ?", "Le sceau est définitif.", "seal")
    dialog.add_button("Sceller", "seal_yes", "danger", accepts=True)
    safe = dialog.add_button("Continuer à vérifier", "seal_no", safe=True)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(safe.hasFocus)
    assert dialog.width() == 480
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(safe, Qt.Key.Key_Escape)


def test_the_strip_counts_and_refuses_a_wrong_number(qtbot: QtBot) -> None:
    strip = ThemeStrip(LEVERS, "strip")
    qtbot.addWidget(strip)
    strip.set_levels([4] * 18 + [None] * 11)
    assert strip.accessibleName() == "18 réponses sur 29"
    with pytest.raises(ValueError, match="zip"):
        strip.set_levels([4])


def test_the_agenda_moves_by_half_day_and_asks_for_other_weeks(qtbot: QtBot) -> None:
    agenda = HalfDayAgenda("agenda")
    show(qtbot, agenda)
    monday = date(2022, 3, 7)
    agenda.show_from(monday)
    agenda.set_cells({(monday, True): AgendaCell("filled", "Atelier automates")})
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(agenda, key)
    assert agenda.current() == (monday + timedelta(days=1), False)
    agenda.set_current(monday + timedelta(days=4), False)
    qtbot.keyClick(agenda, Qt.Key.Key_Right)
    assert agenda.current() == (monday + timedelta(days=7), False)
    agenda.set_current(monday, True)
    assert agenda.accessibleName() == "lun. 7 mars, après-midi : Atelier automates"
    with qtbot.waitSignal(agenda.weeks_asked) as signal:
        qtbot.keyClick(agenda, Qt.Key.Key_Left)
    assert signal.args == [-1]
    with qtbot.waitSignal(agenda.entered) as entered:
        qtbot.keyClick(agenda, Qt.Key.Key_Return)
    assert entered.args == [monday, True]


def test_a_toast_keeps_to_its_host_and_offers_its_action(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(800, 600)
    show(qtbot, host)
    toast, editor = Toast(host), QLineEdit(host)
    editor.show()
    editor.setFocus()
    toast.say("Demi-journée ajoutée.", "Annuler", stays=True)
    assert toast.focus_action()
    middle = toast.geometry().center().x()
    assert abs(middle - 400) <= 1
    with qtbot.waitSignal(toast.acted):
        qtbot.keyClick(toast.action, Qt.Key.Key_Space)
    assert not toast.isVisible()
    assert not toast.focus_action()
    assert editor.hasFocus()
