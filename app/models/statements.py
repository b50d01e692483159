"""What the company states of its de minimis aid, and what is answered to the warnings, in the database."""

from uuid import UUID

from sqlalchemy import RowMapping, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.de_minimis import AidReceived
from app.domain.explanations import Explanation
from app.domain.quantities import Cents
from app.models.tables import aid_received, explanation

_AID = ("id", "granted_on", "grantor", "regulation", "of_group")
_EXPLANATION = ("rule", "subject", "warning", "sentence")


class AidsReceived:
    """Repository of the aid stated (`app.services.ports.AidReceivedRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[AidReceived, ...]:
        """All of them, by day of grant."""
        query = select(aid_received).where(aid_received.c.mission_id == mission_id)
        rows = self._connection.execute(query.order_by(aid_received.c.granted_on, aid_received.c.id)).mappings()
        return tuple(_aid_of(row) for row in rows)

    def save(self, mission_id: UUID, kept: AidReceived) -> None:
        """Keep a new or changed aid."""
        values = {**{name: getattr(kept, name) for name in _AID}, "amount_cents": kept.amount}
        made = upsert(aid_received).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))

    def remove(self, mission_id: UUID, aid_id: UUID) -> None:
        """Forget one."""
        this = (aid_received.c.mission_id == mission_id) & (aid_received.c.id == aid_id)
        self._connection.execute(delete(aid_received).where(this))


class Explanations:
    """Repository of the sentences that answer warnings (`app.services.ports.ExplanationRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[Explanation, ...]:
        """All of them, in the order in which they were first written."""
        query = select(explanation).where(explanation.c.mission_id == mission_id).order_by(explanation.c.position)
        rows = self._connection.execute(query).mappings()
        return tuple(Explanation(**{name: row[name] for name in _EXPLANATION}) for row in rows)

    def save(self, mission_id: UUID, kept: Explanation) -> None:
        """Keep the sentence of a warning, in place of the one it had; an empty one is forgotten."""
        mine = explanation.c.mission_id == mission_id
        if not kept.sentence:
            this = mine & (explanation.c.rule == kept.rule) & (explanation.c.subject == kept.subject)
            self._connection.execute(delete(explanation).where(this))
            return
        last = select(func.coalesce(func.max(explanation.c.position), 0)).where(mine)
        values = {name: getattr(kept, name) for name in _EXPLANATION}
        position = self._connection.execute(last).scalar_one() + 1
        made = upsert(explanation).values(mission_id=mission_id, position=position, **values)
        self._connection.execute(
            made.on_conflict_do_update(index_elements=["mission_id", "rule", "subject"], set_=values)
        )

    def keep_only(self, mission_id: UUID, explanations: tuple[Explanation, ...]) -> None:
        """Keep these, in their order, and forget every other one."""
        self._connection.execute(delete(explanation).where(explanation.c.mission_id == mission_id))
        for position, kept in enumerate(explanations, start=1):
            values = {name: getattr(kept, name) for name in _EXPLANATION}
            self._connection.execute(insert(explanation).values(mission_id=mission_id, position=position, **values))


def _aid_of(row: RowMapping) -> AidReceived:
    return AidReceived(amount=Cents(row["amount_cents"]), **{name: row[name] for name in _AID})
