"""The company answers alone: answers durable one by one, nothing else within reach, the way back by a code or a secret."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.errors import DomainError
from app.domain.referential import Level
from app.services.errors import EnvironmentFailure
from app.services.missions import NewMission, open_mission, read_mission
from app.services.workbench import Workbench
from app.ui.presenters.company_alone import CompanyAlonePresenter, Step
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.entrance_pages import PinPage
from app.ui.views.kit.buttons import LARGE
from app.ui.views.main_window import MainWindow
from app.ui.views.modes.company_page import CompanyPage
from app.ui.views.modes.pin import PinDialog
from tests.support.desk import SCHEME, Desk
from tests.ui.conftest import MadeProfile
from tests.ui.windows import PASSPHRASE, opened, window_on

pytestmark = pytest.mark.usefixtures("dressed")

CTRL = Qt.KeyboardModifier.ControlModifier
PIN = "4271"
NAMES = ("Mécanique Discrète SAS", "Fonderie Voisine SARL")


@pytest.fixture(scope="module")
def two_missions(made_profile: MadeProfile, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """A profile with two missions, one of a company that the other must never hear of; the folder, the first mission."""
    folder = Path(shutil.copytree(made_profile.folder, tmp_path_factory.mktemp("two") / "profile"))
    profile = LocalProfile(folder, made_profile.ring)
    assert profile.open_by_keyring()
    bench, made = profile.workbench(), []
    for name in NAMES:
        asked = NewMission(name, "", bench.library.scheme(SCHEME), bench.library.referential("jalon-default-1"))
        made.append(open_mission(bench.unit_of_work, asked, clock=bench.clock, new_id=bench.new_id).id)
    profile.close()
    return folder, made[0]


@pytest.fixture
def mine(two_missions: tuple[Path, UUID]) -> UUID:
    """The mission that the company answers."""
    return two_missions[1]


@pytest.fixture
def profile(two_missions: tuple[Path, UUID], made_profile: MadeProfile, tmp_path: Path) -> LocalProfile:
    """A copy of the profile, not open."""
    return LocalProfile(Path(shutil.copytree(two_missions[0], tmp_path / "profile")), made_profile.ring)


def enter(qtbot: QtBot, window: MainWindow, mission_id: UUID) -> CompanyPage:
    """From the open mission to the company alone, by the key of the questionnaire."""
    window.desk.open_mission(mission_id)
    mission = window.desk.mission
    assert mission is not None
    mission.show_page("questionnaire")
    page = mission.page()
    assert page is not None
    page.first_focus().setFocus()
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_C)
    dialog = window.findChild(PinDialog)
    assert dialog is not None
    dialog.pin.setText(PIN)
    dialog.again.setText("4272")
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    assert "diffèrent" in dialog.second.error()
    dialog.again.setText(PIN)
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.company.is_on, timeout=10_000)
    assert window.company.page is not None
    return window.company.page


def levels(bench: Workbench, mission_id: UUID) -> dict[str, Level]:
    """What the file holds, read apart from the window."""
    found = read_mission(bench.unit_of_work, mission_id).assessment(AssessmentKind.ENTRY)
    return {} if found is None else {str(code): level for code, level in found.levels.items()}


def read_everything(window: MainWindow) -> str:
    """Every word that can be seen of the window."""
    shown = [one for one in QApplication.allWidgets() if one.isVisible() and one.window().isVisible()]
    said = [f"{one.accessibleName()} {getattr(one, 'text', str)()}" for one in shown]
    return " ".join(said)


def test_the_company_answers_and_cannot_reach_anything_else(qtbot: QtBot, profile: LocalProfile, mine: UUID) -> None:
    with window_on(qtbot, profile) as window:
        opened(qtbot, window, total=2)
        bench = profile.workbench()
        page = enter(qtbot, window, mine)
        assert window.isFullScreen()
        assert window.stack.current() is page
        assert not window.desk.isVisible()
        qtbot.keyClick(page.who.name, Qt.Key.Key_Return)
        assert page.who.field.error()
        qtbot.keyClicks(page.who.name, "la directrice")
        qtbot.keyClick(page.who.name, Qt.Key.Key_Return)
        for key in (Qt.Key.Key_3, Qt.Key.Key_5, Qt.Key.Key_1):
            qtbot.keyClick(page.question.heading, key)
            page.presenter.settle()
        assert list(levels(bench, mine).values()) == [Level.TO_STUDY, Level.IN_PLACE, Level.UNKNOWN]
        heading = read_mission(bench.unit_of_work, mine).assessment(AssessmentKind.ENTRY)
        assert heading is not None
        assert (heading.declared_by, heading.mode) == ("la directrice", CaptureMode.COMPANY_ALONE)

        try_everything(qtbot, window, page)
        assert window.stack.current() is page
        assert not window.desk.isVisible()
        assert len(levels(bench, mine)) == 3
        assert NAMES[1] not in read_everything(window)

        page.ask_code()
        leave(qtbot, window, page, "0000", wrong=True)
        leave(qtbot, window, page, PIN)
        assert window.desk.mission is not None
        assert window.desk.mission.isVisible()
        assert not window.isFullScreen()
        assert window.desk.mission.shell.header.answers.text() == "3/29"


def try_everything(qtbot: QtBot, window: MainWindow, page: CompanyPage) -> None:
    """What a curious hand would press; none of it may show or change anything else."""
    target = page.question.heading
    keys = (Qt.Key.Key_K, Qt.Key.Key_J, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_F)
    for key in keys:
        qtbot.keyClick(target, key, CTRL)
    for rank in range(9):
        for modifier in (CTRL, Qt.KeyboardModifier.AltModifier):
            qtbot.keyClick(target, Qt.Key(Qt.Key.Key_1.value + rank), modifier)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9):
        qtbot.keyClick(target, key)
    for key in (Qt.Key.Key_L, Qt.Key.Key_V, Qt.Key.Key_T, Qt.Key.Key_G, Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_M):
        qtbot.keyClick(target, key)
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    for key in (Qt.Key.Key_L, Qt.Key.Key_W, Qt.Key.Key_Q):
        qtbot.keyClick(target, key, CTRL)
    assert not window.close()
    window.raise_up()
    window.messages.fail(EnvironmentFailure("disk.full"))
    window.messages.tell(f"{NAMES[1]} : version déposée.")
    assert not window.banners.isVisible()
    assert not any(one.acceptDrops() for one in (window, window.stack, page))


def leave(qtbot: QtBot, window: MainWindow, page: CompanyPage, typed: str, *, wrong: bool = False) -> None:
    """Type a code on the way back."""
    pad = page.leave.pad
    qtbot.keyClicks(pad.typed, typed)
    qtbot.keyClick(pad.typed, Qt.Key.Key_Return)
    if wrong:
        qtbot.waitUntil(lambda: pad.field.error() != "", timeout=10_000)
        assert window.company.is_on
    else:
        qtbot.waitUntil(lambda: not window.company.is_on, timeout=10_000)


def test_a_killed_program_asks_for_the_code_and_has_lost_nothing(
    qtbot: QtBot, profile: LocalProfile, mine: UUID
) -> None:
    assert profile.open_by_keyring()
    bench = profile.workbench()
    profile.company_lock.close(PIN)
    context = MissionContext(bench, mine, Desk.__new__(Desk), None)  # type: ignore[arg-type]  # neither speaks here
    alone = CompanyAlonePresenter(context, AssessmentKind.ENTRY)
    assert alone.begin("la directrice")
    alone.answer(Level.IN_PROGRESS)
    profile.close()

    with window_on(qtbot, profile) as window:
        qtbot.waitUntil(lambda: isinstance(window.entrance.page(), PinPage), timeout=10_000)
        page = window.entrance.page()
        assert isinstance(page, PinPage)
        assert not window.desk.isVisible()
        assert not any(name in read_everything(window) for name in NAMES)
        qtbot.keyClick(page, Qt.Key.Key_L, CTRL)
        assert not window.desk.isVisible()
        page.secret.editors[0].setText("0000")
        qtbot.keyClick(page.secret.editors[0], Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.secret.fields[0].error() != "", timeout=10_000)
        assert not window.desk.isVisible()
        page.secret.editors[0].setText(PIN)
        qtbot.keyClick(page.secret.editors[0], Qt.Key.Key_Return)
        opened(qtbot, window, total=2)
        assert list(levels(profile.workbench(), mine).values()) == [Level.IN_PROGRESS]
        assert not profile.company_lock.is_closed()


def test_left_alone_the_window_locks_and_the_passphrase_ends_the_mode(
    qtbot: QtBot, profile: LocalProfile, mine: UUID
) -> None:
    with window_on(qtbot, profile) as window:
        opened(qtbot, window, total=2)
        enter(qtbot, window, mine)
        window.desk.safety = None
        qtbot.waitUntil(lambda: not window.jobs.running())
        window.lock()
        assert window.entrance.isVisible()
        qtbot.waitUntil(lambda: profile._data_key == b"")
        assert not window.company.is_on
        editor = window.entrance.page().secret.editors[0]  # type: ignore[union-attr]
        editor.setText(PASSPHRASE)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        opened(qtbot, window, total=2)
        assert not profile.company_lock.is_closed()


def alone_in(desk: Desk) -> tuple[CompanyPage, CompanyAlonePresenter]:
    """The page without its window."""
    presenter = CompanyAlonePresenter(desk.context(desk.open()), AssessmentKind.ENTRY)
    return CompanyPage(presenter), presenter


def test_an_answer_that_the_disk_refuses_is_told_and_tried_again(qtbot: QtBot, desk: Desk) -> None:
    page, presenter = alone_in(desk)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    assert presenter.begin("le régleur")
    desk.broken = EnvironmentFailure("disk.full")
    qtbot.keyClick(page.question.heading, Qt.Key.Key_4)
    assert page._stuck.isVisible()
    assert presenter.shown().answered == 0
    desk.broken = None
    page._stuck.action.click()
    assert not page._stuck.isVisible()
    assert presenter.shown().answered == 1


def test_every_question_then_the_end_then_what_was_skipped(qtbot: QtBot, desk: Desk) -> None:
    page, presenter = alone_in(desk)
    qtbot.addWidget(page)
    assert presenter.begin("le régleur")
    presenter.go_on()
    for _ in range(28):
        presenter.answer(Level.TO_STUDY)
        presenter.settle()
    presenter.go_on()
    assert presenter.step is Step.END
    assert presenter.left() == 1
    page.end.unanswered.click()
    assert (presenter.step, presenter.shown().place) == (Step.THEME, "Question 1 sur 29")
    presenter.answer(Level.IN_PLACE)
    assert presenter.step is Step.END
    assert "Vos 29 réponses" in page.end.said.text()


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_every_target_is_large_and_fits(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    page, presenter = alone_in(desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for step in (Step.WHO, Step.THEME, Step.END, None):
        if step is None:
            page.ask_code()
        else:
            presenter._go(step)
        QApplication.processEvents()
        buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
        assert buttons
        small = [one.objectName() for one in buttons if one.height() < LARGE or one.width() < LARGE]
        assert not small
        assert all(one.accessibleName() for one in buttons)
        assert page.minimumSizeHint().width() <= size[0]


def test_the_code_is_typed_on_the_keys_of_the_screen(qtbot: QtBot, desk: Desk) -> None:
    page, _presenter = alone_in(desk)
    qtbot.addWidget(page)
    page.ask_code()
    for digit in PIN:
        found = page.findChild(QAbstractButton, f"pin_key_{digit}")
        assert found is not None
        found.click()
    with qtbot.waitSignal(page.left) as told:
        page.leave.pad.go.click()
    assert told.args == [PIN]
    page.refuse(desk.workbench.sentence(DomainError("pin.wrong")))
    assert page.leave.pad.typed.text() == ""
    assert "PIN" in page.leave.pad.field.error()
