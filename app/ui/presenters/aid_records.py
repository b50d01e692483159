"""De minimis aid that the company states, as a list with an editor, and what it leaves as room, live."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from uuid import UUID

from app.domain.de_minimis import AidReceived
from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError
from app.domain.mission import MissionFile
from app.domain.quantities import NO_CENTS
from app.services.statements import remove_aid_received, save_aid_received, statement_of
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.company_fields import NO, YES
from app.ui.presenters.days import ZONE
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.records import RecordField, RecordKind, RecordsPresenter

_Field = RecordField[AidReceived]


def _day() -> _Field:
    def put(aid: AidReceived, text: str) -> AidReceived:
        day = typed.day_from(text, near=aid.granted_on)
        if day is None:
            raise DomainError("date.unreadable", text=text)
        return replace(aid, granted_on=day)

    return _Field(lambda aid: typed.day(aid.granted_on), put)


def _amount() -> _Field:
    def put(aid: AidReceived, text: str) -> AidReceived:
        return replace(aid, amount=typed.cents_from(text) if text.strip() else NO_CENTS)

    return _Field(lambda aid: typed.amount(aid.amount) if aid.amount else "", put)


def _read(file: MissionFile) -> tuple[AidReceived, ...]:
    return tuple(sorted(file.aids_received, key=lambda aid: aid.granted_on, reverse=True))


def _blank(context: MissionContext) -> AidReceived:
    bench = context.workbench
    day = bench.clock().astimezone(ZONE).date()
    funding = context.scheme.company_funding
    rule = funding.de_minimis if funding is not None else None
    regulation = rule.regulations[0] if rule is not None and rule.regulations else ""
    return AidReceived(granted_on=day, amount=NO_CENTS, regulation=regulation, id=bench.new_id())


def _save(context: MissionContext, aid: AidReceived) -> AidReceived:
    bench = context.workbench
    return save_aid_received(bench.unit_of_work, context.mission_id, aid, clock=bench.clock)


def _remove(context: MissionContext, aid_id: UUID) -> None:
    bench = context.workbench
    remove_aid_received(bench.unit_of_work, context.mission_id, aid_id, clock=bench.clock)


AIDS = RecordKind[AidReceived](
    place="aid_received",
    part=Part.STATEMENTS,
    fields=MappingProxyType(
        {
            "granted_on": _day(),
            "amount": _amount(),
            "grantor": _Field(lambda aid: aid.grantor, lambda aid, text: replace(aid, grantor=text)),
            "regulation": _Field(lambda aid: aid.regulation, lambda aid, text: replace(aid, regulation=text)),
            "of_group": _Field(
                lambda aid: YES if aid.of_group else NO, lambda aid, text: replace(aid, of_group=text == YES)
            ),
        }
    ),
    read=_read,
    blank=_blank,
    complete=lambda aid: aid.amount > 0 and bool(aid.grantor.strip()),
    save=_save,
    remove=_remove,
)


@dataclass(frozen=True, slots=True)
class RoomShown:
    """What the aid stated leaves as room: whether the aid asked for fits, and the sentences."""

    state: CriterionState
    sentences: str


class AidsPresenter(RecordsPresenter[AidReceived]):
    """De minimis aid of a mission, the last granted first."""

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(context, attempts, AIDS)

    def room(self) -> RoomShown | None:
        """The room left, with the line under the hand as it is typed; None when the scheme says nothing of de minimis aid."""
        context, bench = self._context, self._context.workbench
        file = context.file
        typed_now = self._live()
        if typed_now is not None:
            others = tuple(aid for aid in file.aids_received if aid.id != typed_now.id)
            file = replace(file, aids_received=(*others, typed_now))
        shown = statement_of(file, context.scheme, bench.clock().astimezone(ZONE).date())
        if shown is None:
            return None
        words = " ".join(bench.phrase(told.code, **dict(told.params)) for told in shown.sentences)
        return RoomShown(shown.statement.state, words)

    def _live(self) -> AidReceived | None:
        """The line being typed, as far as it can be read."""
        aid = self.current
        if aid is None or not self._typed:
            return None
        for key, text in self._typed.items():
            try:
                aid = AIDS.fields[key].put(aid, text)
            except DomainError:
                continue
        return aid if aid.amount > 0 else None
