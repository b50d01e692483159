"""Figures of a mission that lists show, recounted in the transaction that changes what they count."""

from uuid import UUID

from sqlalchemy import bindparam, case, exists, func, select, update
from sqlalchemy.engine import Connection

from app.domain.mission import MissionState
from app.models.tables import action, day_entry, deposit, mission
from app.services.rows import DepositState, ShownState

_THIS = mission.c.id == bindparam("this")
_SEALED = mission.c.state == MissionState.SEALED
_DEPOSITED = exists().where(
    deposit.c.mission_id == mission.c.id,
    deposit.c.version == mission.c.version,
    deposit.c.state == DepositState.DEPOSITED,
)
_SHOW_STATE = (
    update(mission)
    .where(_THIS)
    .values(
        shown_state=case(
            (_SEALED & _DEPOSITED, ShownState.DEPOSITED),
            (_SEALED, ShownState.SEALED),
            (mission.c.state == MissionState.AWAY, ShownState.AWAY),
            (mission.c.version > 0, ShownState.REOPENED),
            else_=ShownState.DRAFT,
        )
    )
)

_CORRECTION = day_entry.alias()
_COUNT_HALF_DAYS = (
    update(mission)
    .where(_THIS)
    .values(
        half_days=select(func.count())
        .where(
            day_entry.c.mission_id == mission.c.id,
            day_entry.c.corrects.is_(None),
            ~exists().where(_CORRECTION.c.corrects == day_entry.c.id),
        )
        .scalar_subquery()
    )
)
_COUNT_ACTIONS = (
    update(mission)
    .where(_THIS)
    .values(actions=select(func.count()).where(action.c.mission_id == mission.c.id).scalar_subquery())
)


def show_state(connection: Connection, mission_id: UUID) -> None:
    """Keep the state that lists show, after a change of the mission or of a deposit."""
    connection.execute(_SHOW_STATE, {"this": mission_id})


def count_half_days(connection: Connection, mission_id: UUID) -> None:
    """Keep the half-days that lists show, after a change of the ledger."""
    connection.execute(_COUNT_HALF_DAYS, {"this": mission_id})


def count_actions(connection: Connection, mission_id: UUID) -> None:
    """Keep the number of actions that lists show, after a change of the plan."""
    connection.execute(_COUNT_ACTIONS, {"this": mission_id})
