"""Funding scenarios read back from a document."""

from app.domain.funding import PhasePlan
from app.domain.mission import FundingScenario
from app.domain.quantities import Cents, HalfDays
from app.domain.scheme import PhaseCode
from app.sync.contract.document import ScenarioPart


def scenario_of(part: ScenarioPart) -> FundingScenario:
    """One scenario; its funding is computed again when wanted, read back from the document."""
    plans = tuple(
        PhasePlan(PhaseCode(one.phase), HalfDays(one.half_days), Cents(one.cost_cents), one.expense_day)
        for one in part.plans
    )
    return FundingScenario(part.id, part.rank, part.title, plans, part.chosen)
