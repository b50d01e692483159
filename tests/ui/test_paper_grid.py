"""A questionnaire filled on paper: 29 digits, typed twice, each difference decided, one change that one undo takes back."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.referential import Level
from app.services.errors import EnvironmentFailure
from app.services.missions import read_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.paper_grid import PaperGridPresenter, PaperHeading, Pass
from app.ui.views.modes.paper_dialog import PaperDialog
from tests.support.desk import Desk

ENTRY, EXIT = AssessmentKind.ENTRY, AssessmentKind.EXIT
DIGITS = [1 + rank * 3 % 5 for rank in range(29)]
POINTS = {1: 0, 2: 1, 3: 3, 4: 7, 5: 10}
HEADING = PaperHeading("14/03/2022", "le directeur de production", "le consultant")


def kept(desk: Desk, context: MissionContext, kind: AssessmentKind = ENTRY) -> list[int]:
    """Digits that the file holds, 0 for no answer."""
    found = read_mission(desk.storage.unit_of_work, context.mission_id).assessment(kind)
    held = {} if found is None else found.levels
    return [list(Level).index(held[one.code]) + 1 if one.code in held else 0 for one in context.referential.themes]


def typing(presenter: PaperGridPresenter, digits: Iterable[int]) -> None:
    """Type digits one after the other."""
    for digit in digits:
        presenter.type(digit)


def twice(presenter: PaperGridPresenter, digits: list[int]) -> None:
    """Type a paper twice alike."""
    typing(presenter, digits)
    typing(presenter, digits)
    assert presenter.step is Pass.CONFIRM


@pytest.mark.parametrize("kind", [ENTRY, EXIT])
def test_nothing_is_recorded_before_the_end_and_one_undo_takes_all_back(
    desk: Desk, context: MissionContext, kind: AssessmentKind
) -> None:
    presenter = PaperGridPresenter(context, kind)
    twice(presenter, DIGITS)
    assert kept(desk, context, kind) == [0] * 29
    assert "29 réponses sur 29" in presenter.summary()
    assert presenter.confirm(HEADING) == ""
    assert kept(desk, context, kind) == DIGITS
    heading = context.file.assessment(kind)
    assert heading is not None
    assert (heading.declared_by, heading.mode, f"{heading.day}") == (
        "le directeur de production",
        CaptureMode.PAPER,
        "2022-03-14",
    )
    assert "29 réponses" in context.undoing.next_undone()
    context.undoing.undo()
    assert kept(desk, context, kind) == [0] * 29
    assert not context.undoing.next_undone()
    context.undoing.redo()
    assert kept(desk, context, kind) == DIGITS


def test_the_second_pass_is_blind_and_each_difference_is_decided(desk: Desk, context: MissionContext) -> None:
    presenter = PaperGridPresenter(context, ENTRY)
    steps: list[Pass] = []
    presenter.stepped.connect(lambda: steps.append(presenter.step))
    typing(presenter, DIGITS)
    assert steps == [Pass.SECOND]
    assert {cell.digit for cell in presenter.cells()} == {None}
    other = [*DIGITS]
    other[3], other[20] = 0, 2
    typing(presenter, other)
    assert steps == [Pass.SECOND, Pass.DIFFERENCES]
    first = presenter.difference()
    assert first is not None
    assert (first.theme.code, first.first, first.second, first.left) == ("L1.4", DIGITS[3], 0, 2)
    presenter.decide(0)
    presenter.decide(5)
    assert steps[-1] is Pass.CONFIRM
    assert presenter.confirm(HEADING) == ""
    decided = [*DIGITS]
    decided[3], decided[20] = 0, 5
    assert kept(desk, context) == decided


def test_a_blank_theme_leaves_the_answer_that_was_there(desk: Desk, context: MissionContext) -> None:
    before = PaperGridPresenter(context, ENTRY)
    twice(before, [3] * 29)
    assert before.confirm(HEADING) == ""
    after = PaperGridPresenter(context, ENTRY)
    twice(after, [0, 5, *[3] * 27])
    assert "Une réponse déjà donnée" in after.summary()
    assert after.confirm(HEADING) == ""
    assert kept(desk, context) == [3, 5, *[3] * 27]


@pytest.mark.parametrize(
    ("total", "digits", "told"),
    [
        ("289", DIGITS, "Aucun jeu de réponses"),
        ("291", DIGITS, "290"),
        ("132", DIGITS, "ses réponses en font"),
        ("132", [0, *DIGITS[1:]], "28"),
        ("-4", DIGITS, "n’est pas un total"),
        ("", [0] * 29, "Aucune réponse"),
    ],
)
def test_a_total_that_cannot_be_is_refused_and_nothing_is_written(
    desk: Desk, context: MissionContext, total: str, digits: list[int], told: str
) -> None:
    presenter = PaperGridPresenter(context, ENTRY)
    twice(presenter, digits)
    said = presenter.confirm(PaperHeading("14/03/2022", "le directeur", "", total))
    assert told in said
    assert kept(desk, context) == [0] * 29
    assert presenter.step is Pass.CONFIRM


def test_the_right_total_passes_and_the_name_is_asked(desk: Desk, context: MissionContext) -> None:
    presenter = PaperGridPresenter(context, ENTRY)
    twice(presenter, DIGITS)
    total = str(sum(POINTS[digit] for digit in DIGITS))
    assert "qui a répondu" in presenter.confirm(PaperHeading("14/03/2022", " ", "", total))
    assert "1999" in presenter.confirm(PaperHeading("14/03/1999", "le directeur", "", total))
    desk.broken = EnvironmentFailure("disk.full")
    assert presenter.confirm(PaperHeading("14/03/2022", "le directeur", "", total))
    desk.broken = None
    assert kept(desk, context) == [0] * 29
    assert presenter.confirm(PaperHeading("14/03/2022", "le directeur", "", total)) == ""
    assert kept(desk, context) == DIGITS


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_by_keys_alone_in_the_dialog(
    dressed: QApplication, qtbot: QtBot, desk: Desk, context: MissionContext, size: tuple[int, int]
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(*size)
    host.show()
    dialog = PaperDialog(PaperGridPresenter(context, ENTRY), "entrée", host)
    dialog.open()
    assert dialog.width() <= size[0]
    assert dialog.sizeHint().height() <= size[1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.grid)
    strokes = 0
    for rank in range(58):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key(Qt.Key.Key_0.value + (DIGITS[rank % 29] if rank != 40 else 0)))
        strokes += 1
    assert strokes == 2 * 29
    QTest.keyClick(dialog.difference, Qt.Key(Qt.Key.Key_0.value + DIGITS[11]))
    assert QApplication.focusWidget() is dialog.confirming.who
    QTest.keyClicks(dialog.confirming.who, "la directrice")
    QTest.keyPress(dialog.confirming.who, Qt.Key.Key_Return)
    assert kept(desk, context) == DIGITS
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not host]


def test_erasing_and_moving_correct_a_digit(context: MissionContext) -> None:
    presenter = PaperGridPresenter(context, ENTRY)
    typing(presenter, [1, 2])
    presenter.erase()
    typing(presenter, [4])
    presenter.go(0)
    typing(presenter, [5])
    assert [cell.digit for cell in presenter.cells()[:3]] == [5, 4, None]
    assert presenter.rank == 2
    typing(presenter, [6, -1])
    assert presenter.rank == 2
