"""What can be undone: for each kind of record of a draft, how it is read before and after a write, and put back.

A shelf reads its records as a mapping, so that what a write changed is found by comparing two readings: also what the
storage changes by itself, as the scenario that is not chosen any more or the ranks that close up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.domain.assessment import NO_ANSWER, Answer, AssessmentKind
from app.domain.coach_notes import CoachWish
from app.domain.days import DayEntry
from app.domain.errors import DomainError
from app.domain.explanations import Explanation
from app.domain.full_diagnostic import FactorView
from app.domain.i2df import progress_of
from app.domain.mission import Mission
from app.domain.referential import Referential
from app.services.ports import Clock, NewId, UnitOfWork


class ShelfName(StrEnum):
    """Kinds of records."""

    IDENTITY = "identity"
    HEADING = "heading"
    ANSWER = "answer"
    SESSION = "session"
    DAY = "day"
    EXPENSE = "expense"
    ACTION = "action"
    SCENARIO = "scenario"
    FACTOR = "factor"
    VOTE = "vote"
    AID = "aid"
    EXPLANATION = "explanation"
    ATTACHMENT = "attachment"
    COACH = "coach"


Key = Any
"""Key of a record, or scope of a reading: an identifier, or a pair as the assessment and the theme of an answer."""

Records = Mapping[Key, Any]
"""Records of a shelf by key; one that is absent is not there."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What putting a record back needs.

    Attributes:
        clock: Present instant.
        new_id: Fresh identifiers: a line of the ledger that comes back is another line.
        referential: Referential of the mission, for its progress.
        reason: What a correcting line of the ledger says.
    """

    clock: Clock
    new_id: NewId
    referential: Referential
    reason: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of records.

    Attributes:
        read: Its records in a mission; the scope narrows it, as one answer, and is None where there is one scope.
        put: Puts one record as it was, or takes it away (None); gives its key from then on.
        settle: What is left to put in order once every record is back.
    """

    read: Callable[[UnitOfWork, UUID, Key], Records]
    put: Callable[[UnitOfWork, UUID, Key, Any, Bench], Key]
    settle: Callable[[UnitOfWork, UUID, frozenset[Key]], None] = lambda _uow, _mission, _keys: None


def _listed(name: str) -> Shelf:
    """A shelf over a repository that lists, saves and removes records by their identifier."""

    def read(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
        return {one.id: one for one in getattr(uow, name).of(mission_id)}

    def put(uow: UnitOfWork, mission_id: UUID, key: Key, record: Any, _bench: Bench) -> Key:
        if record is None:
            getattr(uow, name).remove(mission_id, key)
        else:
            getattr(uow, name).save(mission_id, record)
        return key

    return Shelf(read, put)


def _settle_ranks(uow: UnitOfWork, mission_id: UUID, keys: frozenset[Key]) -> None:
    """Number the plan again; an action that came back takes the place it had."""
    order = sorted(uow.actions.of(mission_id), key=lambda one: (one.rank, one.id not in keys))
    for rank, action in enumerate(order, start=1):
        if action.rank != rank:
            uow.actions.save(mission_id, replace(action, rank=rank))


def _read_mission(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
    return {mission_id: uow.missions.get(mission_id)}


def _put_mission(uow: UnitOfWork, _mission_id: UUID, key: Key, record: Mission, bench: Bench) -> Key:
    uow.missions.save(record, bench.clock())
    return key


def _read_heading(uow: UnitOfWork, mission_id: UUID, scope: Key) -> Records:
    found = uow.assessments.find(mission_id, AssessmentKind(scope))
    return {} if found is None else {scope: replace(found, answers={}, votes=())}


def _put_heading(uow: UnitOfWork, mission_id: UUID, key: Key, record: Any, _bench: Bench) -> Key:
    if record is not None:
        uow.assessments.save(mission_id, record)
    return key


def _read_answer(uow: UnitOfWork, mission_id: UUID, scope: Key) -> Records:
    kind, theme = scope
    found = uow.assessments.answer(mission_id, kind, theme)
    return {} if found == NO_ANSWER else {scope: found}


def _put_answer(uow: UnitOfWork, mission_id: UUID, key: Key, record: Answer | None, bench: Bench) -> Key:
    kind, theme = key
    wanted, at = record or NO_ANSWER, bench.clock()
    now = uow.assessments.answer(mission_id, kind, theme)
    if now.level is not wanted.level:
        uow.assessments.set_level(mission_id, kind, theme, wanted.level, at)
        levels = uow.assessments.levels(mission_id, kind)
        uow.missions.note_progress(mission_id, kind, progress_of(levels, bench.referential), at)
    if replace(now, level=wanted.level) != wanted:
        uow.assessments.set_texts(mission_id, kind, theme, wanted, at)
    return key


_NOBODY = UUID(int=0)


def _read_days(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
    """Lines that stand, without what makes each recording another one."""
    standing = uow.ledger.of(mission_id).effective
    return {line.id: replace(line, id=_NOBODY, recorded_at=None) for line in standing}


def _put_day(uow: UnitOfWork, mission_id: UUID, key: Key, record: DayEntry | None, bench: Bench) -> Key:
    """Nothing leaves the ledger: a line is undone by its correction, and comes back as a new line."""
    ledger = uow.ledger.of(mission_id)
    if record is None:
        corrected = ledger.correct(
            UUID(str(key)), correction_id=bench.new_id(), reason=bench.reason, recorded_at=bench.clock()
        )
        uow.ledger.append(mission_id, corrected.entries[-1])
        return key
    line = replace(record, id=bench.new_id(), recorded_at=bench.clock())
    ledger.add(line)
    other = uow.ledger.booked_elsewhere(mission_id, line.performer, line.day, line.half_day)
    if other is not None:
        raise DomainError(
            "days.double_booked", performer=line.performer, day=line.day, half_day=line.half_day, reference=other
        )
    uow.ledger.append(mission_id, line)
    return line.id


_LINKS = "links"


def _read_factors(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
    found = uow.full_diagnostics.of(mission_id)
    return {**found.views, _LINKS: (found.links, found.outside_effects)}


def _put_factor(uow: UnitOfWork, mission_id: UUID, key: Key, record: Any, _bench: Bench) -> Key:
    if key == _LINKS:
        uow.full_diagnostics.save_links(mission_id, *(record or ("", "")))
    else:
        uow.full_diagnostics.save_view(mission_id, record or FactorView(key))
    return key


def _read_votes(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
    return {(kind, vote.id): vote for kind in AssessmentKind for vote in uow.votes.of(mission_id, kind)}


def _put_vote(uow: UnitOfWork, mission_id: UUID, key: Key, record: Any, _bench: Bench) -> Key:
    kind, vote_id = key
    if record is None:
        uow.votes.remove(mission_id, vote_id)
    else:
        uow.votes.save(mission_id, kind, record)
    return key


def _read_explanations(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
    return {(one.rule, one.subject): one for one in uow.explanations.of(mission_id)}


def _put_explanation(uow: UnitOfWork, mission_id: UUID, key: Key, record: Any, _bench: Bench) -> Key:
    rule, subject = key
    uow.explanations.save(mission_id, record or Explanation(rule, subject, "", ""))
    return key


_AIM = "aim"


def _read_coach(uow: UnitOfWork, mission_id: UUID, _scope: Key) -> Records:
    notes = uow.coach.of(mission_id)
    return {**notes.wishes, _AIM: (notes.goal, notes.budget)}


def _put_coach(uow: UnitOfWork, mission_id: UUID, key: Key, record: Any, _bench: Bench) -> Key:
    if key == _AIM:
        uow.coach.save_aim(mission_id, *(record or (None, None)))
    else:
        uow.coach.save_wish(mission_id, key, record or CoachWish())
    return key


SHELVES: Mapping[ShelfName, Shelf] = {
    ShelfName.IDENTITY: Shelf(_read_mission, _put_mission),
    ShelfName.HEADING: Shelf(_read_heading, _put_heading),
    ShelfName.ANSWER: Shelf(_read_answer, _put_answer),
    ShelfName.SESSION: _listed("sessions"),
    ShelfName.DAY: Shelf(_read_days, _put_day),
    ShelfName.EXPENSE: _listed("expenses"),
    ShelfName.ACTION: replace(_listed("actions"), settle=_settle_ranks),
    ShelfName.SCENARIO: _listed("scenarios"),
    ShelfName.FACTOR: Shelf(_read_factors, _put_factor),
    ShelfName.VOTE: Shelf(_read_votes, _put_vote),
    ShelfName.AID: _listed("aids_received"),
    ShelfName.EXPLANATION: Shelf(_read_explanations, _put_explanation),
    ShelfName.ATTACHMENT: _listed("attachments"),
    ShelfName.COACH: Shelf(_read_coach, _put_coach),
}


def _whole(_arguments: tuple[Any, ...]) -> Key:
    return None


WRITES: Mapping[tuple[str, str], tuple[ShelfName, Callable[[tuple[Any, ...]], Key]]] = {
    ("missions", "save"): (ShelfName.IDENTITY, _whole),
    ("assessments", "save"): (ShelfName.HEADING, lambda given: given[1].kind),
    ("assessments", "set_level"): (ShelfName.ANSWER, lambda given: (given[1], given[2])),
    ("assessments", "set_texts"): (ShelfName.ANSWER, lambda given: (given[1], given[2])),
    ("ledger", "append"): (ShelfName.DAY, _whole),
    ("full_diagnostics", "save_view"): (ShelfName.FACTOR, _whole),
    ("full_diagnostics", "save_links"): (ShelfName.FACTOR, _whole),
    ("explanations", "save"): (ShelfName.EXPLANATION, _whole),
    ("coach", "save_aim"): (ShelfName.COACH, _whole),
    ("coach", "save_wish"): (ShelfName.COACH, _whole),
    **{
        (repository, method): (shelf, _whole)
        for repository, shelf in (
            ("sessions", ShelfName.SESSION),
            ("expenses", ShelfName.EXPENSE),
            ("actions", ShelfName.ACTION),
            ("scenarios", ShelfName.SCENARIO),
            ("aids_received", ShelfName.AID),
            ("attachments", ShelfName.ATTACHMENT),
            ("votes", ShelfName.VOTE),
        )
        for method in ("save", "remove")
    },
}
"""Writes of the repositories that can be undone: their shelf, and the scope of each from its arguments."""
