"""Funding scenarios and invoice lines in the database."""

from dataclasses import fields
from uuid import UUID

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.expenses import Expense
from app.domain.funding import PhasePlan
from app.domain.mission import FundingScenario
from app.domain.quantities import Cents, HalfDays
from app.domain.scheme import PhaseCode
from app.models.tables import expense, scenario, scenario_plan

_EXPENSE = tuple(field.name for field in fields(Expense) if field.name != "amount")


class Scenarios:
    """Repository of funding scenarios (`app.services.ports.ScenarioRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[FundingScenario, ...]:
        """All of them, by rank."""
        mine = scenario.c.mission_id == mission_id
        plans: dict[UUID, list[PhasePlan]] = {}
        query = select(scenario_plan).join(scenario, scenario.c.id == scenario_plan.c.scenario_id).where(mine)
        for row in self._connection.execute(query.order_by(scenario_plan.c.position)).mappings():
            plans.setdefault(row["scenario_id"], []).append(_plan_of(row))
        rows = self._connection.execute(select(scenario).where(mine).order_by(scenario.c.rank, scenario.c.id))
        return tuple(
            FundingScenario(row.id, row.rank, row.title, tuple(plans.get(row.id, ())), row.chosen) for row in rows
        )

    def save(self, mission_id: UUID, kept: FundingScenario) -> None:
        """Keep a new or changed scenario; choosing one unchooses the others."""
        if kept.chosen:
            mine = scenario.c.mission_id == mission_id
            self._connection.execute(update(scenario).where(mine).values(chosen=False))
        values = {"id": kept.id, "rank": kept.rank, "title": kept.title, "chosen": kept.chosen}
        made = upsert(scenario).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))
        self._connection.execute(delete(scenario_plan).where(scenario_plan.c.scenario_id == kept.id))
        for position, plan in enumerate(kept.plans):
            self._connection.execute(
                insert(scenario_plan).values(
                    scenario_id=kept.id,
                    position=position,
                    phase=plan.phase,
                    half_days=plan.half_days,
                    cost_cents=plan.cost,
                    expense_day=plan.expense_day,
                )
            )

    def remove(self, mission_id: UUID, scenario_id: UUID) -> None:
        """Forget one."""
        self._connection.execute(
            delete(scenario).where(scenario.c.mission_id == mission_id, scenario.c.id == scenario_id)
        )


class Expenses:
    """Repository of invoice lines (`app.services.ports.ExpenseRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[Expense, ...]:
        """All of them, by invoice day."""
        query = select(expense).where(expense.c.mission_id == mission_id)
        rows = self._connection.execute(query.order_by(expense.c.invoice_day, expense.c.id)).mappings()
        return tuple(
            Expense(amount=Cents(row["amount_cents"]), **{name: row[name] for name in _EXPENSE}) for row in rows
        )

    def save(self, mission_id: UUID, kept: Expense) -> None:
        """Keep a new or changed line."""
        values = {**{name: getattr(kept, name) for name in _EXPENSE}, "amount_cents": kept.amount}
        made = upsert(expense).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))

    def remove(self, mission_id: UUID, expense_id: UUID) -> None:
        """Forget one."""
        self._connection.execute(delete(expense).where(expense.c.mission_id == mission_id, expense.c.id == expense_id))


def _plan_of(row: RowMapping) -> PhasePlan:
    return PhasePlan(PhaseCode(row["phase"]), HalfDays(row["half_days"]), Cents(row["cost_cents"]), row["expense_day"])
