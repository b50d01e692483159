"""Checks of the half-day ledger and of the sessions: dates, lengths, one told for the other. Source: FACTS.md §2.8, §4.2."""

from collections.abc import Iterable

from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if
from app.domain.days import counted_half_days, is_unusually_long
from app.domain.quantities import HalfDays
from app.domain.readings import BoundaryScope
from app.domain.scheme import Phase


def _none(subject: CheckSubject) -> Iterable[Hit]:
    return hit_if(subject.file.ledger.total == 0)


def _before_opening(subject: CheckSubject) -> Iterable[Hit]:
    opened_on = subject.mission.opened_on
    early = [entry.day for entry in subject.file.ledger.effective if entry.day < opened_on]
    if early:
        yield hit(count=len(early), first=min(early), opened_on=opened_on)


def _in_future(subject: CheckSubject) -> Iterable[Hit]:
    late = [entry.day for entry in subject.file.ledger.effective if entry.day > subject.today]
    if late:
        yield hit(count=len(late), last=max(late))


def _counted(subject: CheckSubject) -> tuple[tuple[Phase, HalfDays], ...]:
    """Every phase that has a half-day, with what it counts for under the readings of the scheme."""
    ledger, scheme = subject.file.ledger, subject.scheme
    return tuple(
        (phase, counted_half_days(ledger, phase.code, scheme.service_readings))
        for phase in scheme.phases
        if ledger.half_days_of(phase.code)
    )


def _longest(subject: CheckSubject) -> HalfDays | None:
    """Half-days that the bounds of an accompaniment are judged on: the longest service, or the path; None without any."""
    counted = [half_days for _, half_days in _counted(subject)]
    if not counted:
        return None
    on_path = subject.scheme.service_readings.boundary_scope is BoundaryScope.PATH
    return HalfDays(sum(counted)) if on_path else max(counted)


def _unusually_long(subject: CheckSubject) -> Iterable[Hit]:
    longest = _longest(subject)
    if longest is not None and is_unusually_long(longest, subject.scheme):
        yield hit(days=longest, most=subject.scheme.warn_above_half_days)


def _above_phase(subject: CheckSubject) -> Iterable[Hit]:
    for phase, counted in _counted(subject):
        if phase.max_half_days is not None and counted > phase.max_half_days:
            yield hit(phase=phase.title, days=counted, most=phase.max_half_days)


def _below_phase(subject: CheckSubject) -> Iterable[Hit]:
    for phase, counted in _counted(subject):
        if counted < phase.min_half_days:
            yield hit(phase=phase.title, days=counted, fewest=phase.min_half_days)


def _exit_too_short(subject: CheckSubject) -> Iterable[Hit]:
    longest, fewest = _longest(subject), subject.scheme.accompaniment_min_half_days
    if subject.leaving and longest is not None and longest < fewest:
        yield hit(days=longest, fewest=fewest)


def _no_session(subject: CheckSubject) -> Iterable[Hit]:
    return hit_if(not subject.file.sessions)


def _session_in_future(subject: CheckSubject) -> Iterable[Hit]:
    for session in subject.file.sessions:
        if session.day > subject.today:
            yield hit(topic=session.topic, day=session.day)


def _session_without_day(subject: CheckSubject) -> Iterable[Hit]:
    counted = {entry.day for entry in subject.file.ledger.effective}
    if counted:
        for session in subject.file.sessions:
            if session.day not in counted and session.day <= subject.today:
                yield hit(topic=session.topic, day=session.day)


def _day_without_session(subject: CheckSubject) -> Iterable[Hit]:
    told = {session.day for session in subject.file.sessions}
    if told:
        on_site = {entry.day for entry in subject.file.ledger.effective if not entry.remote}
        for day in sorted(on_site - told):
            yield hit(day=day)


RULES = (
    CheckRule("days.none", Severity.ERROR, Place.SESSIONS, _none),
    CheckRule("days.before_opening", Severity.WARNING, Place.SESSIONS, _before_opening),
    CheckRule("days.in_future", Severity.ERROR, Place.SESSIONS, _in_future),
    CheckRule("days.unusually_long", Severity.WARNING, Place.SESSIONS, _unusually_long),
    CheckRule("days.above_phase_maximum", Severity.WARNING, Place.SESSIONS, _above_phase),
    CheckRule("days.below_phase_minimum", Severity.WARNING, Place.SESSIONS, _below_phase),
    CheckRule("days.exit_too_short", Severity.ERROR, Place.SESSIONS, _exit_too_short),
    CheckRule("sessions.none", Severity.WARNING, Place.SESSIONS, _no_session),
    CheckRule("sessions.in_future", Severity.ERROR, Place.SESSIONS, _session_in_future, "session_day"),
    CheckRule("sessions.without_day", Severity.WARNING, Place.SESSIONS, _session_without_day, "session_day"),
    CheckRule("days.without_session", Severity.WARNING, Place.SESSIONS, _day_without_session),
)
"""The ledger, then the sessions, then both together; work at a distance needs no session."""
