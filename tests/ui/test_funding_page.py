"""The « Financement » page on a real encrypted file: figures that move as one types, and why each amount."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.funding import PhasePlan
from app.domain.mission import FundingScenario
from app.domain.quantities import Cents, HalfDays
from app.domain.scheme import PhaseCode
from app.services.missions import frame_mission, read_mission
from app.services.plan import save_scenario
from app.ui.presenters.funding import FieldKey, FundingPresenter
from app.ui.presenters.funding_shown import ScenarioShown
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.texts import Label
from app.ui.views.mission.funding_view import FundingView, WhyDialog
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.scenario_card import ScenarioCard
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk, HandClock, desk_in

NBSP = "\u00a0"
PHASE_2 = PhaseCode("phase_2")
Show = Callable[[int, int], FundingView]


@pytest.fixture
def show(qtbot: QtBot, demo: MissionContext) -> Show:
    def make(width: int, height: int) -> FundingView:
        window = MissionWindow(demo, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_page("funding")
        page = window.page()
        assert isinstance(page, FundingView)
        qtbot.waitUntil(lambda: page.first_focus().hasFocus())
        return page

    return make


def euros(text: str) -> str:
    """An amount as it is shown."""
    return text.replace(" ", NBSP)


def card_of(page: FundingView, letter: str) -> ScenarioCard:
    """The card of a scenario."""
    card = page.findChild(ScenarioCard, f"scenario_{letter}")
    assert card is not None
    return card


def shown_of(presenter: FundingPresenter, place: int) -> ScenarioShown:
    """What is shown of a scenario by its place."""
    return presenter.shown(presenter.scenarios[place].id)


def test_the_figures_of_the_fictional_company_are_those_of_the_engine(demo: MissionContext) -> None:
    whole = shown_of(FundingPresenter(demo), 2)
    assert whole.summary.replace(NBSP, " ") == "30 jours · 36 000 € HT"
    assert [phase.retained.text for phase in whole.phases] == [euros("6 000 €"), euros("30 000 €")]
    assert [phase.grant.text for phase in whole.phases] == [euros("6 000 €"), euros("15 000 €")]
    assert (whole.grant.text, whole.company.text, whole.aid_percent) == (euros("21 000 €"), euros("15 000 €"), 58)
    assert [one.name for one in whole.funders] == ["Région Occitanie", "État"]
    assert not whole.shares_known
    assert euros("10 500 €") in whole.payments
    assert euros("4 500 €") in whole.payments


def test_figures_move_at_each_key_and_the_scenario_is_saved_after_a_pause(
    show: Show, demo: MissionContext, demo_desk: Desk, qtbot: QtBot
) -> None:
    page = show(1280, 720)
    card = card_of(page, "C")
    cost = card.blocks[PHASE_2].cost
    cost.setFocus()
    cost.selectAll()
    QTest.keyClicks(cost, "42000")
    assert card.company.text() == euros("27 000 €")
    assert card.blocks[PHASE_2].retained.figure().capped
    chips = [chip.accessibleName() for chip in card.blocks[PHASE_2].findChildren(Chip) if chip.isVisible()]
    assert any(words.startswith("Plafond") for words in chips)

    def saved() -> int:
        file = read_mission(demo_desk.storage.unit_of_work, demo.mission_id)
        return next(plan.cost for plan in file.scenarios[2].plans if plan.phase == PHASE_2)

    assert saved() == 3_000_000
    qtbot.waitUntil(lambda: saved() == 4_200_000, timeout=2_000)


def test_what_cannot_be_read_is_told_in_its_card_and_the_saved_figures_stay(show: Show, demo: MissionContext) -> None:
    page = show(1280, 720)
    block = card_of(page, "B").blocks[PHASE_2]
    block.days.setFocus()
    block.days.selectAll()
    QTest.keyClicks(block.days, "10,3")
    QTest.keyClick(block.days, Qt.Key.Key_Return)
    faults = [
        label.text() for label in block.findChildren(Label) if label.isVisible() and "demi-journées" in label.text()
    ]
    assert len(faults) == 1
    assert block.days.text() == "10,3"
    assert demo.file.scenarios[1].plans[1].half_days == 20


def test_a_question_mark_on_an_amount_opens_its_steps(show: Show) -> None:
    page = show(1280, 720)
    card = card_of(page, "C")
    cost = card.blocks[PHASE_2].cost
    cost.setFocus()
    cost.selectAll()
    QTest.keyClicks(cost, "36000")
    amount = card.blocks[PHASE_2].retained
    amount.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(amount, "?")
    panel = page.side_widget()
    words = " ".join(label.text() for label in panel.findChildren(Label) if label.isVisible())
    assert "C’est lui qui a joué" in words
    assert euros("−6 000 €") in words
    assert "règle B2" in words
    assert "paquet 1.0" in words
    assert "Dépenses concernées" in words


def test_without_room_for_the_panel_a_dialog_explains(show: Show) -> None:
    page = show(640, 480)
    grant = card_of(page, "A").grant
    grant.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(grant, Qt.Key.Key_Return)
    dialog = page.findChild(WhyDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_keeping_duplicating_and_removing_by_keys(show: Show, demo: MissionContext, demo_desk: Desk) -> None:
    page = show(1280, 720)
    card_of(page, "A").remove.click()
    assert [one.title for one in demo.file.scenarios] == ["Parcours ciblé", "Parcours complet"]
    choose = card_of(page, "A").choose
    choose.setFocus()
    QTest.keyClick(choose, Qt.Key.Key_Space)
    assert [one.chosen for one in demo.file.scenarios] == [True, False]
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [one.title for one in demo.file.scenarios][-1] == "Parcours ciblé (copie)"
    assert not page.new.isEnabled()
    undo = next(said for said in demo_desk.messages.history() if said.act)
    assert undo.act is not None
    undo.act()
    assert "Diagnostic seul" in [one.title for one in demo.file.scenarios]


@pytest.fixture
def other(tmp_path: Path, empty_base: bytes, dressed: QApplication) -> Path:
    """Folder of another profile, empty."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "jalon.db").write_bytes(empty_base)
    return tmp_path / "other"


def scenario_on(desk: Desk, scheme: str) -> MissionContext:
    """A mission under a scheme, with one scenario over all its phases, five days at 1 000 € each."""
    mission_id = desk.open(scheme=scheme)
    bench = desk.workbench
    phases = bench.library.scheme(scheme).phases
    plans = tuple(PhasePlan(phase.code, HalfDays(10), Cents(500_000)) for phase in phases)
    made = FundingScenario(bench.new_id(), 1, "Parcours", plans, chosen=True)
    save_scenario(bench.unit_of_work, mission_id, made, clock=bench.clock)
    return desk.context(mission_id)


def test_the_national_pack_is_not_computable_and_never_zero(other: Path) -> None:
    with desk_in(other) as desk:
        presenter = FundingPresenter(scenario_on(desk, "national-2018-2022"))
        shown = shown_of(presenter, 0)
        assert (shown.grant.text, shown.company.text) == ("non calculable", "non calculable")
        assert {phase.grant.text for phase in shown.phases} == {"non calculable"}
        assert presenter.why(shown.id, "grant") is None
        assert [notice.tone for notice in presenter.notices()] == ["info"]
        assert "n’est pas calculable" in presenter.notices()[0].sentence


def test_a_closed_scheme_funds_nothing_and_says_that_it_is_a_simulation(other: Path) -> None:
    with desk_in(other, HandClock(datetime(2026, 5, 4, 9, tzinfo=UTC))) as desk:
        presenter = FundingPresenter(scenario_on(desk, "occitanie-2020-2022"))
        first = presenter.notices()[0]
        assert (first.tone, "dispositif clos le 31/12/2022" in first.sentence) == ("warn", True)
        shown = shown_of(presenter, 0)
        assert shown.grant.text == euros("0 €")
        assert shown.phases[0].retained.chips[0].text == "Dispositif clos"


def test_shares_of_the_funders_are_told_when_the_pack_fixes_them(other: Path) -> None:
    with desk_in(other, HandClock(datetime(2026, 5, 4, 9, tzinfo=UTC))) as desk:
        context = scenario_on(desk, "demonstration-2025")
        shown = shown_of(FundingPresenter(context), 0)
        assert shown.shares_known
        assert all(one.amount.endswith("€") for one in shown.funders)
        assert [notice.field for notice in FundingPresenter(context).notices()] == ["employees"]


def test_equity_that_bites_is_told_on_the_last_phase(demo: MissionContext) -> None:
    bench = demo.workbench
    frame_mission(
        bench.unit_of_work,
        demo.mission_id,
        lambda mission: replace(mission, company=replace(mission.company, equity=Cents(1_000_000))),
        clock=bench.clock,
    )
    fresh = MissionContext(bench, demo.mission_id, demo.messages, demo.jobs)
    presenter = FundingPresenter(fresh)
    shown = shown_of(presenter, 2)
    assert [phase.grant.text for phase in shown.phases] == [euros("6 000 €"), euros("4 000 €")]
    assert shown.phases[1].grant.capped
    why = presenter.why(shown.id, "grant")
    assert why is not None
    assert [step.name for step in why.steps if step.decided] == ["Fonds propres"]


def test_an_empty_title_is_refused_and_the_days_beside_it_are_kept(demo: MissionContext) -> None:
    presenter = FundingPresenter(demo)
    scenario: UUID = presenter.scenarios[1].id
    title, days = FieldKey(scenario, "title"), FieldKey(scenario, "days", PHASE_2)
    presenter.type(title, "  ")
    presenter.type(days, "12,5")
    presenter.flush()
    assert "pas de nom" in presenter.error(title)
    assert demo.file.scenarios[1].title == "Parcours ciblé"
    assert demo.file.scenarios[1].plans[1].half_days == 25
