"""Sessions of a mission as a list with an editor."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.mission import MissionFile, Session
from app.services.field_work import remove_session, save_session
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.days import ZONE
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.records import RecordField, RecordKind, RecordsPresenter

_Field = RecordField[Session]


def _with(session: Session, name: str, value: str | date) -> Session:
    changes: dict[str, Any] = {name: value}
    return replace(session, **changes)


def _text(name: str) -> _Field:
    return _Field(
        lambda session: str(getattr(session, name)),
        lambda session, text: _with(session, name, text),
    )


def _day() -> _Field:
    def put(session: Session, text: str) -> Session:
        day = typed.day_from(text, near=session.day)
        if day is None:
            raise DomainError("date.unreadable", text=text)
        return replace(session, day=day)

    return _Field(lambda session: typed.day(session.day), put)


def _people() -> _Field:
    def put(session: Session, text: str) -> Session:
        names = tuple(name.strip() for name in text.replace("\n", ",").split(",") if name.strip())
        return replace(session, people_met=names)

    return _Field(lambda session: ", ".join(session.people_met), put)


def _read(file: MissionFile) -> tuple[Session, ...]:
    return tuple(sorted(file.sessions, key=lambda session: session.day, reverse=True))


def _blank(context: MissionContext) -> Session:
    bench = context.workbench
    day = bench.clock().astimezone(ZONE).date()
    return Session(id=bench.new_id(), day=day, topic="", place=context.mission.establishment.town)


def _save(context: MissionContext, session: Session) -> Session:
    bench = context.workbench
    return save_session(bench.unit_of_work, context.mission_id, session, clock=bench.clock)


def _remove(context: MissionContext, session_id: UUID) -> None:
    bench = context.workbench
    remove_session(bench.unit_of_work, context.mission_id, session_id, clock=bench.clock)


SESSIONS = RecordKind[Session](
    place="session",
    part=Part.SESSIONS,
    fields=MappingProxyType(
        {
            "topic": _text("topic"),
            "day": _day(),
            "place": _text("place"),
            "people_met": _people(),
            "notes": _text("notes"),
            "private_notes": _text("private_notes"),
        }
    ),
    read=_read,
    blank=_blank,
    complete=lambda session: bool(session.topic.strip()),
    save=_save,
    remove=_remove,
)


class SessionsPresenter(RecordsPresenter[Session]):
    """Sessions of a mission, the last first."""

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(context, attempts, SESSIONS)
