"""The account of the invoices beside the plan, and advances."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import Account, ExpenseState, account, account_of, funding_of, gaps, is_accredited, settlements
from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.errors import DomainError, InvalidData
from app.domain.expenses import Expense
from app.domain.funding import FundingRequest, PhasePlan, Settlement, fund
from app.domain.quantities import Cents, HalfDays
from app.domain.readings import FundingReadings
from app.domain.scheme import ExpenseDateBasis, PhaseCode, Scheme, SizeClass
from app.packs.library import PackLibrary
from tests.support.complete_mission import at_exit

PHASE_1, PHASE_2 = PhaseCode("phase_1"), PhaseCode("phase_2")
OPENED = date(2021, 9, 6)
IN_TIME, LAST, TOO_LATE = date(2022, 5, 12), date(2022, 12, 31), date(2023, 1, 1)
OCCITANIE = PackLibrary.shipped().scheme("occitanie-2020-2022")


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


def expense(rank: int, phase: PhaseCode, amount: int, **changes: Any) -> Expense:
    made = Expense(UUID(int=rank), phase, f"F-{rank}", "AFNOR", "AFNOR", euros(amount), IN_TIME, IN_TIME, IN_TIME)
    return replace(made, **changes)


def worked(**half_days: int) -> Ledger:
    entries: list[DayEntry] = []
    for code, count in half_days.items():
        for _ in range(count):
            rank = len(entries)
            half_day = (HalfDay.MORNING, HalfDay.AFTERNOON)[rank % 2]
            day = OPENED + timedelta(days=rank // 2)
            entries.append(DayEntry(UUID(int=rank), PhaseCode(code), day, half_day, "C. Exemple", ""))
    return Ledger(tuple(entries))


FULL = worked(phase_1=10, phase_2=20)


def opened(*expenses: Expense, scheme: Scheme = OCCITANIE, ledger: Ledger = FULL, equity: int = 1_000_000) -> Account:
    return account(expenses, ledger, scheme, employees=48, equity=euros(equity), opened_on=OPENED)


def test_invoices_are_funded_with_the_days_of_the_ledger() -> None:
    """Vector B-8, in three invoices."""
    found = opened(expense(1, PHASE_1, 6000), expense(2, PHASE_2, 5000), expense(3, PHASE_2, 6000))
    assert (found.invoiced, found.grant, found.company) == (euros(17000), euros(11500), euros(5500))
    assert (found.waiting, found.refused) == (0, 0)
    assert [line.state for line in found.lines] == [ExpenseState.ACCEPTED] * 3
    assert {line.rule for line in found.lines} == {"B1"}


def test_fewer_days_in_the_ledger_lower_the_cap() -> None:
    found = opened(expense(1, PHASE_2, 6000), ledger=worked(phase_2=4))
    assert (found.result.phases[0].retained, found.grant, found.company) == (euros(2400), euros(1200), euros(4800))
    nothing_done = opened(expense(1, PHASE_1, 6000), ledger=Ledger())
    assert (nothing_done.grant, nothing_done.company) == (0, euros(6000))


def test_an_invoice_of_a_provider_that_is_not_accredited_is_refused() -> None:
    found = opened(expense(1, PHASE_1, 6000, invoicing_provider="Inconnu SARL"))
    assert (found.lines[0].state, found.lines[0].rule) == (ExpenseState.NOT_ACCREDITED, "B1")
    assert (found.refused, found.grant, found.company) == (euros(6000), 0, euros(6000))


def test_work_under_the_responsibility_of_an_accredited_provider_is_accepted() -> None:
    found = opened(expense(1, PHASE_1, 6000, performing_provider="Sous-traitant SARL"))
    assert found.lines[0].state is ExpenseState.ACCEPTED


@pytest.mark.parametrize(("day", "state"), [(LAST, ExpenseState.ACCEPTED), (TOO_LATE, ExpenseState.TOO_LATE)])
def test_the_deciding_date_is_the_payment_then_another(day: date, state: ExpenseState) -> None:
    """Vectors B-17 and B-18, invoice by invoice."""
    line = opened(expense(1, PHASE_1, 6000, payment_day=day)).lines[0]
    assert line.state is state
    assert line.rule == ("B1" if state is ExpenseState.ACCEPTED else "B4")
    assert OCCITANIE.company_funding is not None
    for basis, field in ((ExpenseDateBasis.INVOICE, "invoice_day"), (ExpenseDateBasis.SERVICE, "service_day")):
        scheme = replace(OCCITANIE, company_funding=replace(OCCITANIE.company_funding, expense_date_basis=basis))
        assert opened(expense(1, PHASE_1, 6000, **{field: day}), scheme=scheme).lines[0].state is state
        assert opened(expense(1, PHASE_1, 6000, payment_day=TOO_LATE), scheme=scheme).lines[0].state is (
            ExpenseState.ACCEPTED
        )


def test_a_late_invoice_does_not_take_the_others_with_it() -> None:
    found = opened(expense(1, PHASE_1, 3000), expense(2, PHASE_1, 3000, payment_day=TOO_LATE))
    assert (found.grant, found.refused, found.company) == (euros(3000), euros(3000), euros(3000))


def test_an_unpaid_invoice_waits_or_counts() -> None:
    unpaid = expense(1, PHASE_1, 6000, payment_day=None)
    found = opened(unpaid)
    assert (found.lines[0].state, found.lines[0].rule) == (ExpenseState.UNPAID, "B9")
    assert (found.waiting, found.refused, found.grant, found.company) == (euros(6000), 0, 0, euros(6000))
    assert OCCITANIE.company_funding is not None
    counted = replace(OCCITANIE.company_funding, readings=FundingReadings(unpaid_counts=True))
    assert opened(unpaid, scheme=replace(OCCITANIE, company_funding=counted)).grant == euros(6000)


def test_a_scheme_without_an_end_accepts_any_date() -> None:
    assert OCCITANIE.company_funding is not None
    endless = replace(OCCITANIE, company_funding=replace(OCCITANIE.company_funding, expenses_until=None))
    assert opened(expense(1, PHASE_1, 6000, payment_day=TOO_LATE), scheme=endless).grant == euros(6000)


def test_names_of_providers_are_compared_without_capitals() -> None:
    assert is_accredited(" afnor ", OCCITANIE, fictional=False)
    assert not is_accredited("AFNOR Conseil", OCCITANIE, fictional=False)
    assert not is_accredited("", OCCITANIE, fictional=False)
    assert is_accredited("N'importe qui", replace(OCCITANIE, providers=()), fictional=False)


def test_an_account_without_rates_or_with_a_foreign_phase_is_refused() -> None:
    national = PackLibrary.shipped().scheme("national-2018-2022")
    with pytest.raises(DomainError) as refusal:
        opened(expense(1, PHASE_1, 6000), scheme=national)
    assert (refusal.value.code, refusal.value.params["scheme"]) == ("funding.not_computable", national.header.title)
    with pytest.raises(InvalidData, match=r"phase\.unknown"):
        opened(expense(1, PhaseCode("phase_9"), 6000))


def test_the_plan_and_the_account_stand_side_by_side() -> None:
    plans = (PhasePlan(PHASE_1, HalfDays(10), euros(6000)), PhasePlan(PHASE_2, HalfDays(20), euros(12000)))
    planned = fund(FundingRequest(plans, SizeClass.SME, None, OPENED), OCCITANIE)
    found = gaps(planned, opened(expense(1, PHASE_2, 10000)).result)
    assert [(one.phase, one.planned, one.invoiced, one.gap) for one in found] == [
        (PHASE_1, euros(6000), 0, -600_000),
        (PHASE_2, euros(6000), euros(5000), -100_000),
    ]
    assert [one.phase for one in gaps(opened(expense(1, PHASE_2, 10)).result, planned)] == [PHASE_2, PHASE_1]


def test_b_20_an_advance_higher_than_the_grant_is_overpaid() -> None:
    found = opened(expense(1, PHASE_1, 6000), expense(2, PHASE_2, 14000), ledger=worked(phase_1=10, phase_2=50))
    settled = settlements(found.result, {PHASE_2: euros(8400)})
    assert settled == {
        PHASE_1: Settlement(euros(6000), Cents(0)),
        PHASE_2: Settlement(Cents(0), euros(1400)),
    }
    assert settlements(opened().result, {PHASE_2: euros(100)}) == {PHASE_2: Settlement(Cents(0), euros(100))}


@given(
    st.lists(
        st.tuples(
            st.sampled_from([PHASE_1, PHASE_2]),
            st.integers(1, 20_000),
            st.sampled_from([None, IN_TIME, TOO_LATE]),
            st.sampled_from(["AFNOR", "Inconnu SARL"]),
        ),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_an_account_always_adds_up(drawn: list[tuple[PhaseCode, int, date | None, str]], random: Any) -> None:
    made = [
        expense(rank, phase, amount, payment_day=day, invoicing_provider=provider)
        for rank, (phase, amount, day, provider) in enumerate(drawn)
    ]
    found = opened(*made)
    assert found.grant + found.company == found.invoiced == sum(one.amount for one in made)
    assert found.result.invoiced + found.waiting + found.refused == found.invoiced
    random.shuffle(made)
    assert opened(*made).grant == found.grant


def test_an_invented_mission_is_never_held_against_the_list_of_a_real_scheme() -> None:
    """The rule of the checks: invented and real do not judge each other."""
    unknown = expense(1, PHASE_1, 6000, invoicing_provider="Atelier inventé")
    asked: dict[str, Any] = {"employees": 48, "equity": euros(1_000_000), "opened_on": OPENED}
    invented = account([unknown], FULL, OCCITANIE, fictional=True, **asked)
    assert (invented.lines[0].state, invented.grant) == (ExpenseState.ACCEPTED, euros(6000))
    for fictional in (False, None):
        real = account([unknown], FULL, OCCITANIE, fictional=fictional, **asked)
        assert (real.lines[0].state, real.grant) == (ExpenseState.NOT_ACCREDITED, 0)
    played = replace(OCCITANIE, fictional=True)
    assert account([unknown], FULL, played, fictional=False, **asked).grant == euros(6000)
    assert account([unknown], FULL, played, **asked).grant == 0


def test_the_account_of_the_demonstration_accepts_what_its_checks_accept() -> None:
    subject = at_exit()
    found = account_of(subject.file, subject.scheme)
    assert {line.state for line in found.lines} == {ExpenseState.ACCEPTED}
    assert (found.invoiced, found.grant) == (euros(36000), euros(21000))


def test_a_plan_is_funded_with_what_the_company_is_on_the_day_of_the_mission() -> None:
    """The size gives the rate, the equity the limit, the day of opening the validity."""
    mission = at_exit().file.mission
    plans = (PhasePlan(PHASE_1, HalfDays(10), euros(6000)),)
    assert funding_of(mission, plans, OCCITANIE).grant == euros(6000)
    poor = replace(mission, company=replace(mission.company, equity=euros(1000)))
    large = replace(mission, company=replace(mission.company, employees=5000))
    late = replace(mission, opened_on=TOO_LATE)
    assert [funding_of(one, plans, OCCITANIE).grant for one in (poor, large, late)] == [euros(1000), 0, 0]
