"""The de minimis statement: which aid counts, what room is left, and what a company may state."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.de_minimis import NOT_KEPT, AidReceived, check_aid_received, de_minimis_statement
from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError
from app.domain.quantities import Cents
from app.domain.scheme import DeMinimisRule
from app.packs.library import PackLibrary


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


DAY = date(2022, 5, 12)
RULE = DeMinimisRule(("règlement",), ceiling=euros(1000), period_years=3)


def test_aid_of_the_period_is_added_up() -> None:
    received = (
        AidReceived(date(2019, 5, 12), euros(500)),
        AidReceived(date(2019, 5, 13), euros(300)),
        AidReceived(DAY, euros(100)),
    )
    found = de_minimis_statement(received, RULE, asked=euros(600), day=DAY)
    assert {received[0].grantor, received[0].regulation} == {""}
    assert (found.counted, found.total, found.headroom) == (received[1:], euros(400), euros(600))
    assert (found.state, found.asked, found.ceiling) == (CriterionState.MET, euros(600), euros(1000))
    over = de_minimis_statement(received, RULE, asked=Cents(60_001), day=DAY)
    assert over.state is CriterionState.NOT_MET
    full = de_minimis_statement((AidReceived(DAY, euros(2000)),), RULE, asked=Cents(0), day=DAY)
    assert (full.headroom, full.state) == (0, CriterionState.MET)


def test_without_a_ceiling_or_a_period_nothing_is_decided() -> None:
    received = (AidReceived(date(2001, 1, 1), euros(500)),)
    unknown = de_minimis_statement(received, replace(RULE, ceiling=None), asked=euros(1), day=DAY)
    assert (unknown.state, unknown.headroom, unknown.total) == (CriterionState.UNKNOWN, None, 0)
    timeless = de_minimis_statement(received, replace(RULE, period_years=None), asked=euros(1), day=DAY)
    assert (timeless.state, timeless.headroom, timeless.total) == (CriterionState.UNKNOWN, euros(500), euros(500))


def test_the_group_is_added_up_or_not() -> None:
    received = (AidReceived(DAY, euros(900), of_group=True), AidReceived(DAY, euros(50)))
    assert de_minimis_statement(received, RULE, asked=Cents(0), day=DAY).total == euros(950)
    alone = replace(RULE, group_perimeter=False)
    assert de_minimis_statement(received, alone, asked=Cents(0), day=DAY).total == euros(50)


def test_absurd_statements_are_refused() -> None:
    with pytest.raises(DomainError, match=r"de_minimis\.negative"):
        de_minimis_statement((), RULE, asked=Cents(-1), day=DAY)
    with pytest.raises(DomainError, match=r"de_minimis\.negative"):
        de_minimis_statement((AidReceived(DAY, Cents(-1)),), RULE, asked=Cents(0), day=DAY)
    with pytest.raises(DomainError) as refusal:
        de_minimis_statement((AidReceived(DAY + timedelta(days=1), Cents(1)),), RULE, asked=Cents(0), day=DAY)
    assert (refusal.value.code, refusal.value.params["day"]) == ("de_minimis.in_the_future", date(2022, 5, 13))


def test_no_shipped_pack_invents_an_amount_for_a_real_region() -> None:
    occitanie = PackLibrary.shipped().scheme("occitanie-2020-2022")
    assert occitanie.company_funding is not None
    rule = occitanie.company_funding.de_minimis
    assert rule is not None
    assert (rule.regulations, rule.ceiling, rule.period_years) == (("1407/2013", "2023/2831"), None, None)


def test_an_aid_of_no_amount_is_no_absurdity_in_a_statement() -> None:
    found = de_minimis_statement((AidReceived(DAY, Cents(0)),), RULE, asked=Cents(0), day=DAY)
    assert (found.total, found.headroom) == (0, euros(1000))


def test_one_negative_aid_among_others_is_refused() -> None:
    received = (AidReceived(DAY, euros(5)), AidReceived(DAY, Cents(-1)))
    with pytest.raises(DomainError, match=r"de_minimis\.negative"):
        de_minimis_statement(received, RULE, asked=Cents(0), day=DAY)


@pytest.mark.parametrize(
    ("amount", "grantor", "code"),
    [
        (0, "Région", "de_minimis.amount_missing"),
        (-1, "Région", "de_minimis.negative"),
        (1, "", "de_minimis.grantor_missing"),
    ],
)
def test_an_aid_is_stated_with_its_amount_and_who_gave_it(amount: int, grantor: str, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_aid_received(AidReceived(DAY, Cents(amount), grantor))
    assert refusal.value.code == code


def test_an_aid_of_one_cent_may_be_stated() -> None:
    aid = AidReceived(DAY, Cents(1), "Région")
    assert check_aid_received(aid) is aid
    assert (aid.id, aid.id.int, aid.of_group) == (NOT_KEPT, 0, False)
