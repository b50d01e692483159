"""What the index coach of a mission was told, in the database."""

from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.coach import LADDER
from app.domain.coach_notes import CoachNotes, CoachWish
from app.domain.quantities import HalfDays
from app.domain.referential import ThemeCode
from app.models.tables import coach, coach_theme

_STEPS = LADDER[1:]


class Coaching:
    """Repository of the coach's notes (`app.services.ports.CoachRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> CoachNotes:
        """Everything that the coach was told, possibly nothing."""
        aim = self._connection.execute(select(coach).where(coach.c.mission_id == mission_id)).one_or_none()
        query = select(coach_theme).where(coach_theme.c.mission_id == mission_id).order_by(coach_theme.c.theme)
        wishes = {}
        for row in self._connection.execute(query).mappings():
            efforts = {level: HalfDays(row[level.value]) for level in _STEPS if row[level.value] is not None}
            wishes[ThemeCode(row["theme"])] = CoachWish(efforts, row["priority"], row["pin"], row["banned"])
        budget = None if aim is None else aim.budget_half_days
        return CoachNotes(None if aim is None else aim.goal, None if budget is None else HalfDays(budget), wishes)

    def save_aim(self, mission_id: UUID, goal: int | None, budget: HalfDays | None) -> None:
        """Keep the points wanted and the half-days available."""
        values = {"goal": goal, "budget_half_days": budget}
        made = upsert(coach).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["mission_id"], set_=values))

    def save_wish(self, mission_id: UUID, theme: ThemeCode, wish: CoachWish) -> None:
        """Keep what is wished for a theme; nothing at all leaves no row."""
        this = (coach_theme.c.mission_id == mission_id) & (coach_theme.c.theme == theme)
        self._connection.execute(delete(coach_theme).where(this))
        if wish != CoachWish():
            self._connection.execute(
                insert(coach_theme).values(
                    mission_id=mission_id,
                    theme=theme,
                    **{level.value: wish.efforts.get(level) for level in _STEPS},
                    priority=wish.priority,
                    pin=wish.pin,
                    banned=wish.banned,
                )
            )
