"""Complete missions that no check finds anything to say about: the fictional company, at the diagnostic and at exit."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from uuid import UUID

from app.domain.assessment import Answer, AssessmentKind, Opinion
from app.domain.checks import CheckSubject
from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.identifiers import mission_reference
from app.domain.mission import VersionKind
from app.domain.quantities import Cents
from app.domain.referential import Level, ThemeCode
from app.domain.scheme import PhaseCode
from tests.integration.roadmap_examples import demo_file, library

SEALED_ON = date(2021, 9, 28)
LEFT_ON = date(2022, 12, 15)
SECOND_PHASE = PhaseCode("phase_2")
SECOND_PHASE_DAYS = 25


@cache
def at_diagnostic() -> CheckSubject:
    """The fictional company as its script leaves it, on the day of its last session."""
    file = demo_file()
    file = replace(file, mission=replace(file.mission, reference=mission_reference("OC", 2021, 263801)))
    scheme = library().scheme(file.mission.scheme)
    return CheckSubject(file, scheme, library().referential(), VersionKind.DIAGNOSTIC, SEALED_ON)


@cache
def at_exit() -> CheckSubject:
    """The same once the accompaniment is over: 25 more days, their invoice, and the exit questionnaire."""
    subject = at_diagnostic()
    file = subject.file
    entry = file.assessments[0]
    answers: dict[ThemeCode, Answer] = dict(entry.answers)
    answers[ThemeCode("L4.2")] = Answer(Level.IN_PROGRESS, opinion=Opinion(Level.IN_PROGRESS))
    last = replace(
        entry, id=UUID(int=9_000), kind=AssessmentKind.EXIT, day=LEFT_ON, answers=MappingProxyType(answers), votes=()
    )
    expense = replace(
        file.expenses[0],
        id=UUID(int=9_001),
        phase=SECOND_PHASE,
        amount=Cents(3_000_000),
        service_day=date(2022, 11, 30),
        invoice_day=date(2022, 12, 1),
        payment_day=date(2022, 12, 15),
    )
    file = replace(
        file,
        mission=replace(file.mission, next_day=LEFT_ON + timedelta(days=30)),
        assessments=(entry, last),
        ledger=Ledger((*file.ledger.entries, *_second_phase())),
        expenses=(*file.expenses, expense),
    )
    return replace(subject, file=file, kind=VersionKind.EXIT, today=LEFT_ON)


@cache
def really_at_diagnostic() -> CheckSubject:
    """The same as a real mission, led and invoiced by a provider of the scheme's list."""
    subject = at_diagnostic()
    file = subject.file
    listed = subject.scheme.providers[0]
    mission = replace(file.mission, fictional=False, provider=replace(file.mission.provider, name=listed))
    expenses = tuple(replace(one, invoicing_provider=listed) for one in file.expenses)
    return replace(subject, file=replace(file, mission=mission, expenses=expenses))


def _second_phase() -> tuple[DayEntry, ...]:
    """Days worked at a distance, which need no session."""
    first = date(2022, 3, 1)
    return tuple(
        DayEntry(
            id=UUID(int=9_100 + 2 * rank + second),
            phase=SECOND_PHASE,
            day=first + timedelta(days=7 * rank),
            half_day=half_day,
            performer="Consultante principale",
            purpose="Appui aux actions",
            remote=True,
        )
        for rank in range(SECOND_PHASE_DAYS)
        for second, half_day in enumerate(HalfDay)
    )
