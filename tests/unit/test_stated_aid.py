"""The de minimis statement of a mission: the aid of the scenario kept, beside what was already received."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.checks import CheckSubject
from app.domain.de_minimis import AidReceived
from app.domain.eligibility import CriterionState
from app.domain.mission import MissionFile
from app.domain.quantities import Cents
from app.domain.scheme import DeMinimisRule
from app.domain.stated_aid import aid_asked, statement_on
from tests.integration.roadmap_examples import library
from tests.support.complete_mission import at_diagnostic

DAY = date(2021, 9, 28)
RULE = DeMinimisRule(("1407/2013",), ceiling=Cents(20_000_000), period_years=3)


@pytest.fixture
def subject() -> CheckSubject:
    subject = at_diagnostic()
    funding = subject.scheme.company_funding
    assert funding is not None
    return replace(subject, scheme=replace(subject.scheme, company_funding=replace(funding, de_minimis=RULE)))


def received(file: MissionFile, *days: date) -> MissionFile:
    aids = tuple(AidReceived(day, Cents(100_000), "Région") for day in days)
    return replace(file, aids_received=aids)


def test_the_aid_asked_for_is_the_grant_of_the_scenario_kept(subject: CheckSubject) -> None:
    """The whole path: 6 000 € of diagnostic and 15 000 € of accompaniment. Source: FACTS.md §4.2, B-7."""
    assert aid_asked(subject.file, subject.scheme) == 2_100_000


def test_nothing_is_asked_for_while_no_scenario_is_kept(subject: CheckSubject) -> None:
    scenarios = tuple(replace(one, chosen=False) for one in subject.file.scenarios)
    assert aid_asked(replace(subject.file, scenarios=scenarios), subject.scheme) == 0


def test_nothing_is_asked_for_under_a_scheme_that_funds_no_company(subject: CheckSubject) -> None:
    national = library().scheme("national-2018-2022")
    assert aid_asked(subject.file, national) == 0
    assert statement_on(subject.file, national, DAY) is None


def test_a_scheme_that_says_nothing_of_de_minimis_has_no_statement(subject: CheckSubject) -> None:
    funding = subject.scheme.company_funding
    assert funding is not None
    silent = replace(subject.scheme, company_funding=replace(funding, de_minimis=None))
    assert statement_on(subject.file, silent, DAY) is None


def test_a_statement_counts_what_was_received_over_the_period_before_the_day(subject: CheckSubject) -> None:
    file = received(subject.file, date(2018, 9, 28), date(2018, 9, 29), DAY)
    found = statement_on(file, subject.scheme, DAY)
    assert found is not None
    assert [aid.granted_on for aid in found.counted] == [date(2018, 9, 29), DAY]
    assert (found.total, found.asked, found.headroom) == (200_000, 2_100_000, 19_800_000)
    assert found.state is CriterionState.MET


def test_an_aid_granted_later_moves_the_day_of_the_statement(subject: CheckSubject) -> None:
    file = received(subject.file, date(2018, 9, 29), date(2021, 9, 30))
    found = statement_on(file, subject.scheme, DAY)
    assert found is not None
    assert [aid.granted_on for aid in found.counted] == [date(2021, 9, 30)]


def test_a_statement_without_any_aid_received_leaves_the_whole_ceiling(subject: CheckSubject) -> None:
    found = statement_on(received(subject.file), subject.scheme, DAY)
    assert found is not None
    assert (found.counted, found.headroom) == ((), 20_000_000)
