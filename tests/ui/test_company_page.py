"""« Entreprise »: each field saves alone, refusals beside the field, eligibility as one types."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError
from app.domain.mission import Mission, ProgrammeOperator, Purpose
from app.services.errors import EnvironmentFailure
from app.services.missions import read_mission
from app.ui.presenters import typed
from app.ui.presenters.company import CompanyPresenter
from app.ui.presenters.company_fields import FIELDS
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.fields import Field, LineEdit, TextArea
from app.ui.views.kit.segmented import Segmented
from app.ui.views.mission.company_page import CompanyPage
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import START, Desk

TODAY = START.date()


@pytest.fixture
def presenter(context: MissionContext) -> CompanyPresenter:
    return CompanyPresenter(context)


def kept(desk: Desk, context: MissionContext) -> Mission:
    """The mission as another process would read it."""
    return read_mission(desk.storage.unit_of_work, context.mission_id).mission


def test_every_field_is_kept_as_it_is_typed(desk: Desk, context: MissionContext, presenter: CompanyPresenter) -> None:
    for key, text in {
        "siret": "732 829 320 00074",
        "employees": "48",
        "equity": "-12 500,50",
        "production_revenue_share": "62,5 %",
        "in_difficulty": "no",
        "association": "yes",
        "operator": "gifas",
        "purpose_measure_results": "yes",
        "decision_day": "14/9/21",
        "provider_contact": " 05 00 00 00 00 ",
        "summary": "Première phrase. Deuxième.",
    }.items():
        presenter.type(key, text)
        presenter.leave(key)
    mission = kept(desk, context)
    company = mission.company
    assert (mission.establishment.siret, company.siren) == ("73282932000074", "732829320")
    assert (company.employees, company.equity) == (48, -1_250_050)
    assert company.production_revenue_share == Decimal("0.625")
    assert (company.in_difficulty, company.association, company.tax_and_social_up_to_date) == (False, True, None)
    assert (mission.operator, mission.purposes) == (ProgrammeOperator.GIFAS, (Purpose.MEASURE_RESULTS,))
    assert (typed.day(mission.decision_day), mission.provider.contact) == ("14/09/2021", "05 00 00 00 00")
    assert mission.summary == "Première phrase. Deuxième."
    assert presenter.text("siret") == "732\u00a0829\u00a0320\u00a000074"
    assert presenter.text("equity") == "−12\u00a0500,50"


def test_what_a_field_shows_can_be_typed_back(presenter: CompanyPresenter) -> None:
    mission = presenter.mission
    for key, field in FIELDS.items():
        assert field.put(mission, field.show(mission)) == mission, key


def test_a_refused_field_keeps_what_is_typed_and_the_others_are_saved(
    desk: Desk, context: MissionContext, presenter: CompanyPresenter
) -> None:
    told: list[tuple[str, str]] = []
    presenter.attempts.refused.connect(lambda key, sentence: told.append((key, sentence)))
    presenter.type("siret", "732 829 320 00075")
    presenter.type("trade", "Usinage")
    presenter.flush()
    assert [key for key, _sentence in told] == ["siret"]
    assert told[0][1].endswith(".")
    assert presenter.text("siret") == "732 829 320 00075", "nothing typed is lost"
    mission = kept(desk, context)
    assert (mission.establishment.siret, mission.company.trade) == ("", "Usinage")


def test_a_field_saves_by_itself_soon_after_the_last_key(
    qtbot: QtBot, desk: Desk, context: MissionContext, presenter: CompanyPresenter
) -> None:
    with qtbot.waitSignal(presenter.saved, timeout=2000):
        presenter.type("trade", "Usinage")
    assert kept(desk, context).company.trade == "Usinage"


def test_a_full_disk_loses_nothing(desk: Desk, context: MissionContext, presenter: CompanyPresenter) -> None:
    desk.broken = EnvironmentFailure("disk.full")
    for key, text in (("trade", "Usinage"), ("town", "Tarbes")):
        presenter.type(key, text)
        presenter.leave(key)
    assert (presenter.text("trade"), presenter.text("town")) == ("Usinage", "Tarbes")
    desk.broken = None
    presenter.attempts.retry()
    mission = kept(desk, context)
    assert (mission.company.trade, mission.establishment.town) == ("Usinage", "Tarbes")


def test_eligibility_moves_as_one_types(presenter: CompanyPresenter) -> None:
    def state(criterion: str) -> CriterionState:
        return next(line.state for line in presenter.eligibility().lines if line.id == criterion)

    assert state("size") is CriterionState.UNKNOWN
    presenter.type("employees", "48")
    assert state("size") is CriterionState.MET
    assert "PME" in presenter.eligibility().size
    presenter.type("employees", "5000")
    assert state("size") is CriterionState.NOT_MET
    presenter.type("employees", "5000x")
    assert state("size") is CriterionState.UNKNOWN, "what cannot be read counts as it is saved"
    assert presenter.eligibility().title


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lambda text: typed.day_from(text, near=TODAY), "31/02/2022"),
        (lambda text: typed.day_from(text, near=TODAY), "bientôt"),
        (typed.count_from, "douze"),
        (typed.count_from, "-4"),
        (typed.share_from, "101"),
        (typed.signed_cents_from, "1 200,505"),
    ],
)
def test_what_cannot_be_read_is_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(DomainError):
        read(text)


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot, context: MissionContext) -> CompanyPage:
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("company")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    shown = window.page()
    assert isinstance(shown, CompanyPage)
    return shown


def editor_of(page: CompanyPage, key: str) -> LineEdit:
    """A one-line editor by its key."""
    editor = page.findChild(LineEdit, key)
    assert isinstance(editor, LineEdit)
    return editor


def test_the_refusal_stands_beside_the_field_and_leaves_with_it(
    desk: Desk, context: MissionContext, page: CompanyPage
) -> None:
    siret = editor_of(page, "siret")
    siret.setFocus()
    QTest.keyClicks(siret, "73282932000075")
    QTest.keyClick(siret, Qt.Key.Key_Tab)
    field = siret.parentWidget()
    assert isinstance(field, Field)
    assert "73282932000075" in field.error()
    siret.setFocus()
    siret.selectAll()
    QTest.keyClicks(siret, "73282932000074")
    QTest.keyClick(siret, Qt.Key.Key_Tab)
    assert field.error() == ""
    assert siret.text() == "732\u00a0829\u00a0320\u00a000074"
    assert kept(desk, context).establishment.siret == "73282932000074"


def test_three_states_are_chosen_by_arrows(desk: Desk, context: MissionContext, page: CompanyPage) -> None:
    segments = page.findChild(Segmented, "industrial_activity")
    assert isinstance(segments, Segmented)
    assert segments.current() == "unknown"
    segments.setFocus()
    QTest.keyClick(segments, Qt.Key.Key_Home)
    assert kept(desk, context).company.industrial_activity is True


def test_leaving_the_page_saves_what_is_typed(desk: Desk, context: MissionContext, page: CompanyPage) -> None:
    notes = page.findChild(TextArea, "private_notes")
    assert isinstance(notes, TextArea)
    notes.setPlainText("Pour moi\u00a0: rappeler lundi")
    page.leave()
    assert kept(desk, context).private_notes == "Pour moi\u00a0: rappeler lundi", "no-break spaces stay"


def test_every_editor_has_two_names(page: CompanyPage) -> None:
    for kind in (LineEdit, TextArea, Segmented):
        for editor in page.findChildren(kind):
            assert editor.objectName(), editor
            assert editor.accessibleName(), editor.objectName()
