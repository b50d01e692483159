"""For each rule of the checks, what breaks it alone and the nearest thing that it accepts, from a complete mission."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.action_plan import Action, ActionPriority, ActionState, MeasurableStep
from app.domain.assessment import Answer, Assessment, AssessmentKind, Opinion
from app.domain.checks import CheckSubject
from app.domain.days import DayEntry, Ledger
from app.domain.full_diagnostic import FactorView, FullDiagnostic
from app.domain.funding import PhasePlan
from app.domain.identifiers import mission_reference
from app.domain.mission import Session
from app.domain.packs import PackRef
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import Factor, Level, ThemeCode
from app.domain.scheme import DeMinimisRule, PhaseCode
from app.domain.workshop import WorkshopVote
from tests.support.complete_mission import LEFT_ON, SEALED_ON, at_diagnostic, at_exit, really_at_diagnostic

Change = Callable[[CheckSubject], CheckSubject]

OPENED_ON = date(2021, 9, 6)
FIRST_PHASE = PhaseCode("phase_1")
WORKED_AFAR, VISITED = date(2021, 9, 23), date(2021, 9, 21)
THEME, UNJUSTIFIED = ThemeCode("L4.2"), ThemeCode("L6.2")
VOTED_AT = datetime(2021, 9, 15, 9, 0, tzinfo=UTC)


STARTS: Mapping[str, Callable[[], CheckSubject]] = MappingProxyType(
    {"diagnostic": at_diagnostic, "exit": at_exit, "real": really_at_diagnostic}
)
"""Complete missions that the checks find nothing in."""


@dataclass(frozen=True)
class Case:
    """What breaks a rule, what it accepts, and the complete mission that both start from."""

    broken: Change
    accepted: Change
    start: str = "diagnostic"


def same(subject: CheckSubject) -> CheckSubject:
    """The complete mission itself."""
    return subject


def _file(subject: CheckSubject, **changes: Any) -> CheckSubject:
    return replace(subject, file=replace(subject.file, **changes))


def mission(**changes: Any) -> Change:
    """The mission with other attributes."""
    return lambda subject: _file(subject, mission=replace(subject.file.mission, **changes))


def company(**changes: Any) -> Change:
    """The company with other attributes."""
    return lambda subject: mission(company=replace(subject.mission.company, **changes))(subject)


def site(**changes: Any) -> Change:
    """The establishment with other attributes."""
    return lambda subject: mission(establishment=replace(subject.mission.establishment, **changes))(subject)


def under_ceiling(cents: int) -> Change:
    """The scheme with a ceiling of de minimis aid over three years; 7 500 € were received and 21 000 € are asked for."""

    def change(subject: CheckSubject) -> CheckSubject:
        funding = subject.scheme.company_funding
        assert funding is not None
        rule = DeMinimisRule(("1407/2013",), ceiling=Cents(cents), period_years=3)
        return replace(subject, scheme=replace(subject.scheme, company_funding=replace(funding, de_minimis=rule)))

    return change


def provider(**changes: Any) -> Change:
    """The provider with other attributes."""
    return lambda subject: mission(provider=replace(subject.mission.provider, **changes))(subject)


def scheme(**changes: Any) -> Change:
    """The scheme with other bounds."""
    return lambda subject: replace(subject, scheme=replace(subject.scheme, **changes))


def assessment(kind: AssessmentKind, change: Callable[[Assessment], Assessment]) -> Change:
    """One questionnaire changed."""
    return lambda subject: _file(
        subject, assessments=tuple(change(one) if one.kind is kind else one for one in subject.file.assessments)
    )


def answers(kind: AssessmentKind, answer: Answer) -> Change:
    """One theme of a questionnaire changed."""
    return assessment(kind, lambda one: one.with_answer(THEME, answer))


def dated(kind: AssessmentKind, day: date) -> Change:
    """A questionnaire on another day."""
    return assessment(kind, lambda one: replace(one, day=day))


def ledger(*entries: DayEntry) -> Change:
    """Another ledger."""
    return lambda subject: _file(subject, ledger=Ledger(entries))


def lines(change: Callable[[DayEntry], DayEntry | None]) -> Change:
    """Each line of the ledger changed, or left out."""
    return lambda subject: ledger(*filter(None, map(change, subject.file.ledger.entries)))(subject)


def moved(day: date, to: date) -> Change:
    """The lines of a day, on another."""
    return lines(lambda entry: replace(entry, day=to) if entry.day == day else entry)


def sessions(change: Callable[[tuple[Session, ...]], tuple[Session, ...]]) -> Change:
    """Other sessions."""
    return lambda subject: _file(subject, sessions=change(subject.file.sessions))


def another_session(day: date) -> Change:
    """One more session."""
    return sessions(lambda held: (*held, replace(held[0], id=UUID(int=8_000), day=day)))


def unvisited(held: tuple[Session, ...]) -> tuple[Session, ...]:
    """The sessions without the one of 21 September."""
    return tuple(session for session in held if session.day != VISITED)


def actions(change: Callable[[Action], Action]) -> Change:
    """Every action changed."""
    return lambda subject: _file(subject, actions=tuple(map(change, subject.file.actions)))


def first_action(**changes: Any) -> Change:
    """The first action with other attributes."""
    return actions(lambda action: replace(action, **changes) if action.rank == 1 else action)


def dropped(**changes: Any) -> Change:
    """The first action with other attributes, and dropped."""
    return first_action(state=ActionState.DROPPED, **changes)


def awaiting(gap: timedelta) -> Change:
    """The second action waits for the first, and starts that long after its end."""

    def change(subject: CheckSubject) -> CheckSubject:
        first, second, *others = subject.file.actions
        end = first.end or OPENED_ON
        late = replace(second, depends_on=(first.id,), start=end + gap, end=end + 90 * ONE_DAY)
        return _file(subject, actions=(replace(first, start=None, end=end), late, *others))

    return change


def planned(change: Callable[[PhasePlan], PhasePlan]) -> Change:
    """The first phase of every scenario changed."""
    return lambda subject: _file(
        subject,
        scenarios=tuple(
            replace(one, plans=tuple(change(plan) if plan.phase == FIRST_PHASE else plan for plan in one.plans))
            for one in subject.file.scenarios
        ),
    )


def planned_days(half_days: int) -> Change:
    """Other days for the first phase."""
    return planned(lambda plan: replace(plan, half_days=HalfDays(half_days)))


def chosen(rank: int | None) -> Change:
    """Another scenario chosen, or none."""
    return lambda subject: _file(
        subject, scenarios=tuple(replace(one, chosen=one.rank == rank) for one in subject.file.scenarios)
    )


def expenses(**changes: Any) -> Change:
    """Every invoice with other attributes."""
    return lambda subject: _file(subject, expenses=tuple(replace(one, **changes) for one in subject.file.expenses))


def both(first: Change, second: Change) -> Change:
    """Two changes that make one thing."""
    return lambda subject: second(first(subject))


def one_more_half_day(subject: CheckSubject) -> CheckSubject:
    """The ledger with a half-day more, at a distance."""
    extra = next(entry for entry in subject.file.ledger.entries if entry.day == WORKED_AFAR)
    return ledger(*subject.file.ledger.entries, replace(extra, id=UUID(int=8_001), performer="Second consultant"))(
        subject
    )


def one_half_day_less(subject: CheckSubject) -> CheckSubject:
    """The ledger without its last line."""
    return ledger(*subject.file.ledger.entries[:-1])(subject)


OTHER_PACK = PackRef("jalon-default-0", "0.9", "0" * 64)
ENTRY, EXIT = AssessmentKind.ENTRY, AssessmentKind.EXIT
DIFFERS = Answer(Level.IN_PROGRESS, opinion=Opinion(Level.TO_STUDY))
EXPLAINED = Answer(Level.IN_PROGRESS, opinion=Opinion(Level.TO_STUDY, "Un seul îlot sur trois."))
ONE_DAY = timedelta(days=1)


def undeclared(one: Assessment) -> Assessment:
    """A questionnaire that nobody declared."""
    return replace(one, declared_by="")


def declared(one: Assessment) -> Assessment:
    """A questionnaire that a function declared."""
    return replace(one, declared_by="Présidente")


def of_another_pack(one: Assessment) -> Assessment:
    """A questionnaire of another referential."""
    return replace(one, referential=OTHER_PACK)


def followed_up(subject: CheckSubject) -> CheckSubject:
    """One more questionnaire, of another referential, which is never counted."""
    entry = subject.file.assessments[0]
    later = of_another_pack(replace(entry, kind=AssessmentKind.FOLLOW_UP))
    return _file(subject, assessments=(*subject.file.assessments, later))


IDENTITY = {
    "identity.company_name": Case(company(name=""), company(name="A")),
    "identity.siret": Case(site(siret=""), site(siret="00000001800028")),
    "identity.siren_mismatch": Case(company(siren="732829320"), company(siren="")),
    "identity.reference": Case(mission(reference="OC-21-7F3K-A"), mission(reference=mission_reference("OC", 2021, 7))),
    "identity.company_head": Case(
        company(head_name="", head_function=""), company(head_name="Nom du dirigeant", head_function="")
    ),
    "identity.provider": Case(provider(name=""), provider(name="A")),
    "identity.provider_not_accredited": Case(provider(name="Agile"), provider(name=" agilea  "), "real"),
    "identity.lead_consultant": Case(provider(lead_consultant=""), provider(lead_consultant="A")),
    "identity.employees": Case(company(employees=None), company(employees=0)),
    "identity.summary": Case(mission(summary=""), mission(summary="Deux mots.")),
    "identity.next_day": Case(mission(next_day=SEALED_ON - ONE_DAY), mission(next_day=SEALED_ON)),
    "eligibility.criterion_not_met": Case(company(employees=5000), company(employees=4999)),
    "eligibility.criterion_unknown": Case(company(in_difficulty=None), company(in_difficulty=False)),
    "eligibility.establishment_elsewhere": Case(site(region_code="84"), site(region_code="76")),
    "eligibility.de_minimis_missing": Case(company(de_minimis_statement=None), company(de_minimis_statement=True)),
    "eligibility.de_minimis_exceeded": Case(under_ceiling(2_849_999), under_ceiling(2_850_000)),
    "eligibility.scheme_closed": Case(mission(opened_on=date(2019, 12, 31)), mission(opened_on=date(2020, 1, 1))),
}

ANSWERS = {
    "answers.entry_incomplete": Case(answers(ENTRY, Answer()), answers(ENTRY, Answer(Level.UNKNOWN))),
    "answers.entry_declared_by": Case(assessment(ENTRY, undeclared), assessment(ENTRY, declared)),
    "answers.exit_incomplete": Case(answers(EXIT, Answer()), answers(EXIT, Answer(Level.UNKNOWN)), "exit"),
    "answers.exit_declared_by": Case(assessment(EXIT, undeclared), assessment(EXIT, declared), "exit"),
    "answers.day_before_opening": Case(dated(ENTRY, OPENED_ON - ONE_DAY), dated(ENTRY, OPENED_ON)),
    "answers.day_in_future": Case(dated(EXIT, LEFT_ON + ONE_DAY), dated(EXIT, LEFT_ON), "exit"),
    "answers.exit_before_entry": Case(dated(EXIT, date(2021, 9, 14)), dated(EXIT, date(2021, 9, 15)), "exit"),
    "answers.opinion_unexplained": Case(answers(EXIT, DIFFERS), answers(EXIT, EXPLAINED), "exit"),
}

DAYS = {
    "days.none": Case(ledger(), same),
    "days.before_opening": Case(mission(opened_on=date(2021, 9, 15)), mission(opened_on=date(2021, 9, 14))),
    "days.in_future": Case(moved(WORKED_AFAR, SEALED_ON + ONE_DAY), moved(WORKED_AFAR, SEALED_ON)),
    "days.unusually_long": Case(scheme(warn_above_half_days=49), scheme(warn_above_half_days=50), "exit"),
    "days.above_phase_maximum": Case(both(one_more_half_day, planned_days(11)), same),
    "days.below_phase_minimum": Case(both(one_half_day_less, planned_days(9)), same),
    "days.exit_too_short": Case(scheme(accompaniment_min_half_days=51), scheme(accompaniment_min_half_days=50), "exit"),
    "sessions.none": Case(sessions(lambda _held: ()), same),
    "sessions.in_future": Case(another_session(SEALED_ON + ONE_DAY), another_session(SEALED_ON)),
    "sessions.without_day": Case(another_session(date(2021, 9, 20)), another_session(WORKED_AFAR)),
    "days.without_session": Case(
        sessions(unvisited),
        both(sessions(unvisited), lines(lambda entry: replace(entry, remote=entry.remote or entry.day == VISITED))),
    ),
}

PLAN = {
    "plan.empty": Case(
        lambda subject: _file(subject, actions=()),
        lambda subject: _file(subject, actions=subject.file.actions[:1]),
    ),
    "plan.action_without_end": Case(first_action(end=None), dropped(end=None)),
    "plan.action_without_owner": Case(first_action(owner=""), dropped(owner="")),
    "plan.action_without_step": Case(
        first_action(step=MeasurableStep("Part des arrêts expliqués")),
        first_action(step=MeasurableStep("Part des arrêts expliqués", target="90 %")),
    ),
    "plan.action_before_opening": Case(
        first_action(start=None, end=OPENED_ON - ONE_DAY), first_action(start=None, end=OPENED_ON)
    ),
    "plan.action_too_early": Case(awaiting(-ONE_DAY), awaiting(ONE_DAY)),
    "plan.no_first_priority": Case(
        actions(lambda action: replace(action, priority=ActionPriority.LATER)),
        actions(lambda action: action if action.rank == 1 else replace(action, priority=ActionPriority.LATER)),
    ),
    "plan.no_lever": Case(
        actions(lambda action: replace(action, themes=(ThemeCode("L5.1"), ThemeCode("L6.1")))),
        actions(lambda action: replace(action, themes=(ThemeCode("L5.1" if action.rank > 1 else "L4.1"),))),
        "exit",
    ),
}

FUNDING = {
    "funding.no_scenario": Case(chosen(None), chosen(1)),
    "funding.equity_unknown": Case(company(equity=None), company(equity=Cents(0))),
    "funding.days_differ": Case(planned_days(9), planned_days(10)),
    "funding.cost_differs": Case(
        planned(lambda plan: replace(plan, cost=Cents(600_001))),
        both(planned(lambda plan: replace(plan, cost=Cents(600_001))), lambda subject: _file(subject, expenses=())),
    ),
    "funding.expense_late": Case(expenses(payment_day=date(2023, 1, 1)), expenses(payment_day=date(2022, 12, 31))),
    "funding.expense_provider": Case(
        expenses(invoicing_provider="Agile"), expenses(invoicing_provider="AgiLea"), "real"
    ),
}

PACKS = {
    "packs.scheme_changed": Case(mission(scheme=OTHER_PACK), same),
    "packs.referential_changed": Case(both(mission(referential=OTHER_PACK), assessment(ENTRY, of_another_pack)), same),
    "packs.other_referential": Case(assessment(ENTRY, of_another_pack), followed_up),
}


def factors(change: Callable[[FactorView], FactorView]) -> Change:
    """Each factor of the 360° diagnostic changed."""

    def changed(subject: CheckSubject) -> CheckSubject:
        diagnostic = subject.file.full_diagnostic
        for view in tuple(diagnostic.views.values()):
            diagnostic = diagnostic.with_view(change(view))
        return _file(subject, full_diagnostic=diagnostic)

    return changed


def voted(*levels: Level) -> Change:
    """Votes on a theme that the company declares « Je ne connais pas », without justification."""

    def cast(one: Assessment) -> Assessment:
        votes = tuple(
            WorkshopVote(UUID(int=8_100 + rank), UNJUSTIFIED, f"votant {rank}", level, VOTED_AT)
            for rank, level in enumerate(levels)
        )
        return replace(one, votes=votes)

    return assessment(AssessmentKind.ENTRY, cast)


FACTORS = {
    "factors.incomplete": Case(
        factors(lambda view: FactorView(view.factor) if view.factor is Factor.ENVIRONMENT_ENERGY else view),
        lambda subject: _file(subject, full_diagnostic=FullDiagnostic()),
    ),
    "factors.without_evidence": Case(
        factors(lambda view: replace(view, evidence="") if view.factor is Factor.PEOPLE_SKILLS else view),
        factors(lambda view: replace(view, evidence="Vu.")),
    ),
    "factors.no_priority": Case(
        factors(lambda view: replace(view, priority=None)),
        factors(lambda view: view if view.factor is Factor.PEOPLE_SKILLS else replace(view, priority=None)),
    ),
    "votes.outside_spread": Case(
        voted(Level.NOT_CONCERNED, Level.IN_PLACE),
        voted(Level.UNKNOWN, Level.IN_PLACE),
    ),
}

CASES: Mapping[str, Case] = MappingProxyType({**IDENTITY, **ANSWERS, **DAYS, **PLAN, **FUNDING, **PACKS, **FACTORS})
