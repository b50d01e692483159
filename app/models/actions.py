"""Actions of a plan and the aids that they cite, in the database."""

from dataclasses import fields
from uuid import UUID

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.action_plan import Action, CitedAid, MeasurableStep
from app.domain.placement import Placement
from app.domain.quantities import Cents, HalfDays
from app.models.list_figures import count_actions
from app.models.pins import pack_columns, pack_of
from app.models.tables import action, action_aid, action_dependency

_STEP = tuple(field.name for field in fields(MeasurableStep))
_APART = {"effort", "cost", "step", "aids", "placement", "depends_on"}
_ACTION = tuple(field.name for field in fields(Action) if field.name not in _APART)


class Actions:
    """Repository of the actions of a plan (`app.services.ports.ActionRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[Action, ...]:
        """All of them, by rank."""
        mine = action.c.mission_id == mission_id
        aids: dict[UUID, list[CitedAid]] = {}
        cited = select(action_aid).join(action, action.c.id == action_aid.c.action_id).where(mine)
        for row in self._connection.execute(cited.order_by(action_aid.c.position)).mappings():
            aids.setdefault(row["action_id"], []).append(_aid_of(row))
        awaited: dict[UUID, list[UUID]] = {}
        links = select(action_dependency).join(action, action.c.id == action_dependency.c.action_id).where(mine)
        for row in self._connection.execute(links.order_by(action_dependency.c.position)).mappings():
            awaited.setdefault(row["action_id"], []).append(row["depends_on"])
        query = select(action).where(mine).order_by(action.c.rank, action.c.id)
        rows = self._connection.execute(query).mappings()
        return tuple(_action_of(row, tuple(aids.get(row["id"], ())), tuple(awaited.get(row["id"], ()))) for row in rows)

    def save(self, mission_id: UUID, kept: Action) -> None:
        """Keep a new or changed action, and the count that lists show."""
        values = {
            **{name: getattr(kept, name) for name in _ACTION},
            **{name: getattr(kept.step, name) for name in _STEP},
            "effort_half_days": kept.effort,
            "cost_cents": kept.cost,
            "placed_value": None if kept.placement is None else kept.placement.value,
            "placed_effort": None if kept.placement is None else kept.placement.effort,
        }
        made = upsert(action).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))
        self._cite(kept)
        self._chain(kept)
        count_actions(self._connection, mission_id)

    def remove(self, mission_id: UUID, action_id: UUID) -> None:
        """Forget one; the ranks after it close up."""
        this = (action.c.mission_id == mission_id) & (action.c.id == action_id)
        rank = self._connection.execute(select(action.c.rank).where(this)).scalar()
        if rank is None:
            return
        self._connection.execute(delete(action).where(this))
        after = (action.c.mission_id == mission_id) & (action.c.rank > rank)
        self._connection.execute(update(action).where(after).values(rank=action.c.rank - 1))
        count_actions(self._connection, mission_id)

    def _cite(self, kept: Action) -> None:
        self._connection.execute(delete(action_aid).where(action_aid.c.action_id == kept.id))
        for position, aid in enumerate(kept.aids):
            values = {
                "aid": aid.id,
                "title": aid.title,
                "operator": aid.operator,
                **pack_columns("catalogue", aid.catalogue),
                "stated_on": aid.stated_on,
                "valid_until": aid.valid_until,
                "estimate_cents": aid.estimate,
            }
            self._connection.execute(insert(action_aid).values(action_id=kept.id, position=position, **values))

    def _chain(self, kept: Action) -> None:
        self._connection.execute(delete(action_dependency).where(action_dependency.c.action_id == kept.id))
        for position, other in enumerate(kept.depends_on):
            values = {"action_id": kept.id, "position": position, "depends_on": other}
            self._connection.execute(insert(action_dependency).values(values))


def _placement_of(row: RowMapping) -> Placement | None:
    value, effort = row["placed_value"], row["placed_effort"]
    return None if value is None or effort is None else Placement(value, effort)


def _aid_of(row: RowMapping) -> CitedAid:
    estimate = row["estimate_cents"]
    return CitedAid(
        id=row["aid"],
        title=row["title"],
        operator=row["operator"],
        catalogue=pack_of("catalogue", row),
        stated_on=row["stated_on"],
        valid_until=row["valid_until"],
        estimate=None if estimate is None else Cents(estimate),
    )


def _action_of(row: RowMapping, aids: tuple[CitedAid, ...], depends_on: tuple[UUID, ...]) -> Action:
    effort, cost = row["effort_half_days"], row["cost_cents"]
    return Action(
        **{name: row[name] for name in _ACTION},
        step=MeasurableStep(**{name: row[name] for name in _STEP}),
        effort=None if effort is None else HalfDays(effort),
        cost=None if cost is None else Cents(cost),
        aids=aids,
        placement=_placement_of(row),
        depends_on=depends_on,
    )
