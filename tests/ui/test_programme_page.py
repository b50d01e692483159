"""The simulation of a Region's programme in the window: both worked examples to the euro, readings, refusals by field."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.programme import ServiceGroup
from app.domain.quantities import HalfDays
from app.ui.presenters.programme import WHOLE, ProgrammePresenter, ProgrammeShown
from app.ui.presenters.programme_fields import Line, group_of, line_of
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import LineEdit
from app.ui.views.programme_page import ProgrammePage
from tests.support.desk import Desk
from tests.ui.windows import opened, window_on

TODAY = date(2022, 3, 15)


@pytest.fixture
def presenter(qapp: QApplication, desk: Desk) -> ProgrammePresenter:
    return ProgrammePresenter(desk.workbench)


def whole(presenter: ProgrammePresenter, **changes: str) -> Line:
    """The programme as the page begins with it, some fields changed."""
    return {**{shown.name: shown.value for shown in presenter.whole_fields()}, **changes}


def plain(text: str) -> str:
    return " ".join(text.split())


def amounts(shown: ProgrammeShown) -> dict[str, str]:
    return {plain(figure.title): plain(figure.amount) for figure in shown.figures}


@pytest.mark.parametrize(
    ("rank", "half", "ceiling", "grant", "net"),
    [
        (0, "900 000 €", "800 000 €", "800 000 €", "1 000 000 €"),
        (1, "900 000 €", "1 000 000 €", "900 000 €", "900 000 €"),
    ],
)
def test_both_worked_examples_come_to_the_euro(
    presenter: ProgrammePresenter, rank: int, half: str, ceiling: str, grant: str, net: str
) -> None:
    shown = presenter.compute(presenter.example(rank), whole(presenter))
    found = amounts(shown)
    assert plain(shown.grant) == grant
    assert found["Assiette regardée par l’État"] == "1 800 000 €"
    assert found["Part de l’État dans l’assiette"] == half
    assert found["Plafond par entreprise accompagnée"] == ceiling
    assert found["Aide de l’État à la Région"] == grant
    assert found["Reste à la Région"] == net
    assert found["Part des entreprises"] == "700 000 €"
    assert all(figure.rule.startswith("A") and figure.sentence for figure in shown.figures)
    assert [figure.decided for figure in shown.figures].count(True) == 1


@pytest.mark.parametrize(
    ("changes", "grant"),
    [
        ({"base": "annexe_2"}, "650 000 €"),
        ({"ceiling": "minimum"}, "900 000 €"),
        ({"gifas_basis": "sector"}, "800 000 €"),
        ({"reserve_binds": "yes"}, "800 000 €"),
    ],
)
def test_another_reading_gives_another_figure(
    presenter: ProgrammePresenter, changes: dict[str, str], grant: str
) -> None:
    assert plain(presenter.compute(presenter.example(0), whole(presenter, **changes)).grant) == grant


def test_an_accompaniment_begun_before_the_filing_leaves_the_ceiling(presenter: ProgrammePresenter) -> None:
    *others, last = presenter.example(0)
    early = {**last, "services": "1", "started_on": "01/04/2019"}
    lines = [*others, {**last, "services": "99"}, early]
    shown = presenter.compute(lines, whole(presenter, filed_on="15/04/2019"))
    assert plain(shown.grant) == "792 000 €"
    assert any("avant le dépôt" in plain(note) for note in shown.notes)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("takeup_rate", "120"),
        ("takeup_rate", "-5"),
        ("services", "-5"),
        ("average_cost", "-1000"),
        ("average_cost", "beaucoup"),
        ("half_days", "4,99"),
        ("started_on", "31/02/2022"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(presenter: ProgrammePresenter, field: str, text: str) -> None:
    first, *others = presenter.example(0)
    shown = presenter.compute([{**first, field: text}, *others], whole(presenter))
    assert set(shown.faults) == {(0, field)}
    assert shown.faults[(0, field)].rstrip().endswith((".", "?"))
    assert (shown.grant, shown.figures) == ("", ())


def test_more_companies_than_services_and_an_odd_filing_are_said(presenter: ProgrammePresenter) -> None:
    first, *others = presenter.example(0)
    assert "plus d’entreprises" in presenter.compute([{**first, "companies": "501"}, *others], whole(presenter)).refusal
    shown = presenter.compute(presenter.example(0), whole(presenter, filed_on="hier"))
    assert set(shown.faults) == {(WHOLE, "filed_on")}


def test_a_line_begun_is_left_aside_until_it_is_whole(presenter: ProgrammePresenter) -> None:
    shown = presenter.compute([*presenter.example(0), presenter.new_line()], whole(presenter))
    assert plain(shown.grant) == "800 000 €"
    assert "1 ligne incomplète" in plain(shown.notes[-1])


def test_what_is_typed_is_read_back_the_same(presenter: ProgrammePresenter) -> None:
    for example in presenter.examples:
        for group in example.groups:
            assert group_of(line_of(group), TODAY) == group
    assert isinstance(example.groups[0], ServiceGroup)
    odd = {**line_of(example.groups[0]), "half_days": "4,5", "aerospace": "yes"}
    assert group_of(odd, TODAY).half_days == HalfDays(9)
    assert group_of(odd, TODAY).aerospace


def test_the_figures_follow_what_is_typed_and_chosen(dressed: QApplication, qtbot: QtBot, desk: Desk) -> None:
    presenter = ProgrammePresenter(desk.workbench)
    page = ProgrammePage(presenter)
    presenter.setParent(page)
    qtbot.addWidget(page)
    page.resize(1064, 720)
    page.show()
    assert plain(page.figures.grant.text()) == "800 000 €"
    page.examples[1].click()
    assert len(page.lines) == 4
    assert plain(page.figures.grant.text()) == "900 000 €"

    base = page.whole.editor("base")
    assert isinstance(base, Choice)
    base.setCurrentIndex(base.findData("annexe_2"))
    base.activated.emit(base.currentIndex())
    assert plain(page.figures.grant.text()) == "650 000 €"

    services = page.lines[0].editor("services")
    assert isinstance(services, LineEdit)
    services.setText("-1")
    assert page.lines[0].fields["services"].error()
    assert page.figures.model.rowCount() == 0
    page.lines[0].remove.click()
    assert len(page.lines) == 3
    assert page.figures.model.rowCount() > 0
    page.add.click()
    assert page.lines[-1].title.title.text() == "Ligne 4"


def test_the_page_stands_in_the_window(dressed: QApplication, profile: LocalProfile, qtbot: QtBot) -> None:
    with window_on(qtbot, profile) as window:
        opened(qtbot, window, total=0)
        window.desk.home.show_page("programme")
        page = window.findChild(ProgrammePage)
        assert page is not None
        first = page.findChild(Button, "programme_example_1")
        assert first is not None
        assert first.isVisible()
