"""Plays the script of the fictional company through the same use cases as the window, on its own dates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from uuid import UUID

from app.domain.action_plan import Action, ActionState
from app.domain.assessment import Answer, AssessmentKind, CaptureMode
from app.domain.attachment import AttachmentLink
from app.domain.de_minimis import AidReceived
from app.domain.expenses import Expense
from app.domain.full_diagnostic import FullDiagnostic
from app.domain.mission import FundingScenario, Mission, Session
from app.domain.packs import PackRef
from app.domain.referential import ThemeCode
from app.services.attachments import Source, add_attachments, save_attachment
from app.services.field_work import HalfDayWorked, add_half_day, correct_half_day, save_expense, save_session
from app.services.full_diagnostic import write_factor, write_links
from app.services.jobs import Unattended
from app.services.missions import NewMission, frame_mission, open_mission, read_mission, reopen_mission
from app.services.plan import save_action, save_scenario
from app.services.ports import Clock
from app.services.questionnaire import answer_theme, frame_assessment, open_assessment, write_answer_texts
from app.services.statements import save_aid_received
from app.services.workbench import Workbench
from app.services.workshop import Ballot, cast_vote

OPENING_HOUR = time(7, tzinfo=UTC)
"""Hour at which every dated step of the script is played."""


@dataclass(frozen=True, slots=True)
class ScriptedHalfDay:
    """A half-day of the script, with the reason of its correction when it is corrected."""

    worked: HalfDayWorked
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class ScriptedAssessment:
    """A questionnaire of the script."""

    day: date
    declared_by: str
    mode: CaptureMode
    answers: Mapping[ThemeCode, Answer]


class ScriptedPhoto(Protocol):
    """A photo of the script, drawn by code."""

    @property
    def name(self) -> str:
        """Name of its file."""

    @property
    def caption(self) -> str:
        """What is seen."""

    @property
    def theme(self) -> str:
        """Theme that it is evidence of, or empty."""

    def drawn(self) -> bytes:
        """Its bytes."""


class ScriptedField(Protocol):
    """Work in the field: sessions, half-days and invoice lines, their ids replaced when it is played."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Sessions, in order; at least one."""

    @property
    def days(self) -> tuple[ScriptedHalfDay, ...]:
        """Half-days, in order."""

    @property
    def expenses(self) -> tuple[Expense, ...]:
        """Invoice lines, in order."""


@dataclass(frozen=True, slots=True)
class DemoScript:
    """Everything that the fictional company holds; identifiers are given when it is played.

    Attributes:
        scheme: Identifier of the scheme pack.
        referential: Identifier of the referential pack.
        opened_on: Civil day of opening.
        reference_number: Number of the readable reference.
        new: Gives what opens the mission (name, SIRET, provider).
        frame: Gives the framed mission.
        assessment: Entry questionnaire.
        sessions: Sessions, their ids replaced.
        days: Half-days.
        actions: Actions in order, each after those that it depends on; their ids are replaced.
        scenarios: Scenarios in order, likewise.
        expenses: Invoice lines, likewise.
        full_diagnostic: The 360° diagnostic.
        ballots: Votes of the workshop, on the day of the entry questionnaire.
        aids_received: De minimis aid that the company states, likewise.
    """

    scheme: str
    referential: str
    opened_on: date
    reference_number: int
    new: tuple[str, str, str, str]
    frame: Callable[[Mission], Mission]
    assessment: ScriptedAssessment
    sessions: tuple[Session, ...]
    days: tuple[ScriptedHalfDay, ...]
    actions: tuple[Action, ...]
    scenarios: tuple[FundingScenario, ...]
    expenses: tuple[Expense, ...]
    full_diagnostic: FullDiagnostic
    ballots: tuple[Ballot, ...]
    aids_received: tuple[AidReceived, ...]


@dataclass(frozen=True, slots=True)
class ScriptedMove:
    """Where an action is at exit, and its new end when it has changed."""

    state: ActionState
    end: date | None = None


@dataclass(frozen=True, slots=True)
class SecondAct:
    """The accompaniment of the fictional company, then its exit; it follows a sealed first act.

    Attributes:
        frame: Gives the mission with what page 1 says at exit.
        assessment: Exit questionnaire, complete, with the consultant's opinions.
        sessions: Sessions of the second phase.
        days: Its half-days.
        expenses: Its invoice lines.
        moves: Where each action is, by rank.
    """

    frame: Callable[[Mission], Mission]
    assessment: ScriptedAssessment
    sessions: tuple[Session, ...]
    days: tuple[ScriptedHalfDay, ...]
    expenses: tuple[Expense, ...]
    moves: Mapping[int, ScriptedMove]


def _at(instant: datetime) -> Clock:
    return lambda: instant


def _on(day: date) -> Clock:
    return _at(datetime.combine(day, OPENING_HOUR))


def open_demo_mission(bench: Workbench, script: DemoScript) -> UUID:
    """Open and frame the fictional mission; the questionnaire, days and plan are still empty."""
    name, siret, provider, consultant = script.new
    mission = open_mission(
        bench.unit_of_work,
        NewMission(
            company_name=name,
            siret=siret,
            scheme=bench.library.scheme(script.scheme),
            referential=bench.library.referential(script.referential),
            fictional=True,
            provider_name=provider,
            lead_consultant=consultant,
        ),
        clock=_on(script.opened_on),
        new_id=bench.new_id,
        draw=lambda _space: script.reference_number,
    )
    frame_mission(bench.unit_of_work, mission.id, script.frame, clock=_on(script.opened_on))
    for aid in script.aids_received:
        kept = replace(aid, id=bench.new_id())
        save_aid_received(bench.unit_of_work, mission.id, kept, clock=_on(script.opened_on))
    return mission.id


def play_field_work(bench: Workbench, mission_id: UUID, script: ScriptedField) -> None:
    """Sessions, half-days with their correction, and invoice lines."""
    for session in script.sessions:
        save_session(bench.unit_of_work, mission_id, replace(session, id=bench.new_id()), clock=_on(session.day))
    for scripted in script.days:
        clock = _on(scripted.worked.day)
        ledger = add_half_day(bench.unit_of_work, mission_id, scripted.worked, clock=clock, new_id=bench.new_id)
        if scripted.corrected:
            line = ledger.entries[-1].id
            correct_half_day(bench.unit_of_work, mission_id, line, scripted.corrected, clock=clock, new_id=bench.new_id)
    for expense in script.expenses:
        save_expense(
            bench.unit_of_work, mission_id, replace(expense, id=bench.new_id()), clock=_on(expense.invoice_day)
        )


def play_questionnaire(bench: Workbench, mission_id: UUID, script: DemoScript) -> None:
    """The 29 answers of the entry one by one, as keys would give them, then their texts."""
    _declare(bench, mission_id, AssessmentKind.ENTRY, script.assessment, script.new[3])


def _declare(
    bench: Workbench, mission_id: UUID, kind: AssessmentKind, scripted: ScriptedAssessment, captured_by: str
) -> None:
    referential = bench.library.referential(_pinned(bench, mission_id))
    clock = _on(scripted.day)
    for theme, answer in scripted.answers.items():
        answer_theme(bench.unit_of_work, mission_id, kind, theme, answer.level, referential=referential, clock=clock)
        if answer.justification or answer.evidence or answer.opinion:
            write_answer_texts(bench.unit_of_work, mission_id, kind, theme, answer, clock=clock)
    frame_assessment(
        bench.unit_of_work,
        mission_id,
        kind,
        day=scripted.day,
        declared_by=scripted.declared_by,
        captured_by=captured_by,
        mode=scripted.mode,
        clock=clock,
    )


def play_workshop(bench: Workbench, mission_id: UUID, script: DemoScript) -> None:
    """The votes of the workshop, then what was seen under each factor."""
    referential = bench.library.referential(_pinned(bench, mission_id))
    store, kind = bench.unit_of_work, AssessmentKind.ENTRY
    start = _on(script.assessment.day)()
    for rank, ballot in enumerate(script.ballots):
        clock = _at(start + timedelta(minutes=rank))
        cast_vote(store, mission_id, kind, ballot, referential=referential, clock=clock, new_id=bench.new_id)
    clock, seen = _on(script.sessions[-1].day), script.full_diagnostic
    for view in seen.views.values():
        write_factor(store, mission_id, view, clock=clock)
    write_links(store, mission_id, seen.links, seen.outside_effects, clock=clock)


def play_plan(bench: Workbench, mission_id: UUID, script: DemoScript) -> None:
    """Actions and funding scenarios."""
    clock = _on(script.sessions[-1].day)
    made = {action.id: bench.new_id() for action in script.actions}
    for action in script.actions:
        awaited = tuple(made[one] for one in action.depends_on)
        save_action(
            bench.unit_of_work, mission_id, replace(action, id=made[action.id], depends_on=awaited), clock=clock
        )
    for rank, scenario in enumerate(script.scenarios, start=1):
        save_scenario(bench.unit_of_work, mission_id, replace(scenario, id=bench.new_id(), rank=rank), clock=clock)


def play_photos(bench: Workbench, mission_id: UUID, photos: Sequence[ScriptedPhoto]) -> None:
    """Photos of the visit, those without a theme about the first session."""
    sessions = read_mission(bench.unit_of_work, mission_id).sessions
    desk = replace(bench.attachment_desk, clock=_on(sessions[0].day))
    for photo in photos:
        theme = ThemeCode(photo.theme) if photo.theme else None
        link = AttachmentLink(session_id=None if theme else sessions[0].id, theme=theme)
        [kept] = add_attachments(desk, mission_id, [Source(photo.name, photo.drawn)], link, Unattended()).kept
        save_attachment(desk.unit_of_work, mission_id, replace(kept, caption=photo.caption), clock=desk.clock)


def build_demo_mission(bench: Workbench, script: DemoScript) -> UUID:
    """The whole fictional mission as a draft ready to be sealed."""
    mission_id = open_demo_mission(bench, script)
    play_field_work(bench, mission_id, script)
    play_questionnaire(bench, mission_id, script)
    play_workshop(bench, mission_id, script)
    play_plan(bench, mission_id, script)
    return mission_id


def play_accompaniment(bench: Workbench, mission_id: UUID, act: SecondAct) -> None:
    """Reopen the sealed mission, work in the field with the company, and say where each action is."""
    reopen_mission(bench.unit_of_work, mission_id, clock=_on(act.sessions[0].day))
    play_field_work(bench, mission_id, act)
    clock = _on(act.sessions[-1].day)
    for action in read_mission(bench.unit_of_work, mission_id).actions:
        move = act.moves[action.rank]
        moved = replace(action, state=move.state, end=move.end or action.end)
        save_action(bench.unit_of_work, mission_id, moved, clock=clock)
    frame_mission(bench.unit_of_work, mission_id, act.frame, clock=clock)


def play_exit(bench: Workbench, mission_id: UUID, act: SecondAct) -> None:
    """The exit questionnaire, with the consultant's opinions."""
    kind, clock = AssessmentKind.EXIT, _on(act.assessment.day)
    opened = open_assessment(bench.unit_of_work, mission_id, kind, clock=clock, new_id=bench.new_id)
    _declare(bench, mission_id, kind, act.assessment, opened.captured_by)


def _pinned(bench: Workbench, mission_id: UUID) -> PackRef:
    with bench.unit_of_work() as uow:
        return uow.missions.get(mission_id).referential
