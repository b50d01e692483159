"""Use case of the book that a company head sends back: read without trust, reviewed one change at a time, then kept."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.action_plan import Action, ActionState
from app.domain.errors import DomainError
from app.domain.journal import EventKind
from app.domain.mission import MissionFile
from app.domain.quantities import TEXT_LENGTH, clean_text
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)

MAX_BOOK_BYTES = 512 * 1024
"""Largest file that is read, in bytes."""

NOTE_LENGTH = 1_000
"""Longest note of one action, in characters."""

_SCHEMA = 1
_MOST_ACTIONS = 500
_STATES = {state.value: state for state in (ActionState.PLANNED, ActionState.STARTED, ActionState.DONE)}
_KEYS = {"id", "title", "was", "state", "day", "note"}


@dataclass(frozen=True, slots=True)
class BookChange:
    """What the head says of one action.

    Attributes:
        action: As it is here now.
        state: Where the head says it is.
        day: Civil day that the head gave, or None.
        note: Words of the head, or empty.
        moved_here: Whether its state changed here since the book was made.
    """

    action: Action
    state: ActionState
    day: date | None
    note: str
    moved_here: bool


def read_book(data: bytes, file: MissionFile) -> tuple[BookChange, ...]:
    """What a file sent back would change in a mission; nothing is changed by reading.

    Args:
        data: Bytes of the file, whoever sent it.
        file: The mission as it is now.

    Raises:
        DomainError: `book.foreign` for anything but a book sent back, `book.newer` for that of a later program,
            `book.other_mission`, `book.stale` when it names actions that are not in the plan as they were,
            `book.nothing` when it says what is known already.
    """
    told = _parsed(data)
    if told.get("mission") != str(file.mission.id):
        raise DomainError("book.other_mission", reference=file.mission.reference)
    known = {str(action.id): action for action in file.actions}
    read = [_line(one) for one in _lines(told)]
    if len({one["id"] for one in read}) != len(read):
        raise DomainError("book.foreign")
    lost = [one for one in read if one["id"] not in known or known[one["id"]].title != one["title"]]
    if lost:
        raise DomainError("book.stale", count=len(lost))
    found = (_change(known[one["id"]], one) for one in read)
    changes = tuple(one for one in found if one.state is not one.action.state or one.note)
    if not changes:
        raise DomainError("book.nothing")
    return tuple(sorted(changes, key=lambda one: one.action.rank))


def keep_book_changes(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, changes: Iterable[BookChange], *, clock: Clock
) -> int:
    """Keep the changes that were accepted, all or nothing: states in the plan, days and words in the private notes.

    Returns:
        How many actions were told about.

    Raises:
        DomainError: `mission.sealed`, `mission.away`, `book.stale` when the plan changed since, `text.too_long`.
    """
    accepted, at = tuple(changes), clock()
    with draft_of(uow_factory, mission_id, at, EventKind.CHANGED, accepted) as uow:
        known = {one.id: one for one in uow.actions.of(mission_id)}
        lost = [one for one in accepted if known.get(one.action.id) != one.action]
        if lost:
            raise DomainError("book.stale", count=len(lost))
        for one in accepted:
            uow.actions.save(mission_id, replace(one.action, state=one.state))
        mission = uow.missions.get(mission_id)
        lines = [_noted(one) for one in accepted if one.note or one.day]
        notes = "\n".join(filter(None, (mission.private_notes, *lines)))
        kept = clean_text(notes, longest=TEXT_LENGTH, field="private_notes")
        uow.missions.save(replace(mission, private_notes=kept), at)
    logger.info("mission %s: %d changes of a book kept", mission_id, len(accepted))
    return len(accepted)


def _noted(one: BookChange) -> str:
    told = filter(None, (f"{one.day:%d/%m/%Y}" if one.day else "", one.note.replace("\n", " ")))
    return f"{one.action.rank}. {one.action.title} – " + ", ".join(told)


def _parsed(data: bytes) -> dict[str, object]:
    try:
        if len(data) > MAX_BOOK_BYTES:
            raise DomainError("book.foreign")
        told = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DomainError("book.foreign") from error
    if not isinstance(told, dict) or told.get("jalon") != "book" or not isinstance(told.get("schema"), int):
        raise DomainError("book.foreign")
    if told["schema"] != _SCHEMA:
        raise DomainError("book.newer")
    return told


def _lines(told: dict[str, object]) -> list[object]:
    lines = told.get("actions")
    if not isinstance(lines, list) or len(lines) > _MOST_ACTIONS:
        raise DomainError("book.foreign")
    return lines


def _line(one: object) -> dict[str, str]:
    """One action of the file, each of its values a text."""
    if not isinstance(one, dict) or set(one) != _KEYS or not all(isinstance(value, str) for value in one.values()):
        raise DomainError("book.foreign")
    if one["state"] not in {*_STATES, ActionState.DROPPED} or len(one["note"]) > NOTE_LENGTH:
        raise DomainError("book.foreign")
    return {str(key): str(value) for key, value in one.items()}


def _change(action: Action, told: dict[str, str]) -> BookChange:
    try:
        day = date.fromisoformat(told["day"]) if told["day"] else None
    except ValueError as error:
        raise DomainError("book.foreign") from error
    note = clean_text(told["note"], longest=TEXT_LENGTH, field="book_note")
    return BookChange(action, _STATES.get(told["state"], action.state), day, note, told["was"] != action.state)
