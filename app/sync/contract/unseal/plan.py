"""Action plan read back from a document."""

from app.domain.action_plan import Action, MeasurableStep
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import ThemeCode
from app.sync.contract.document import ActionPart


def action_of(part: ActionPart) -> Action:
    """One action, read back from the document."""
    return Action(
        id=part.id,
        rank=part.rank,
        title=part.title,
        themes=tuple(ThemeCode(code) for code in part.themes),
        reason=part.reason,
        owner=part.owner,
        start=part.start,
        end=part.end,
        effort=None if part.effort_half_days is None else HalfDays(part.effort_half_days),
        cost=None if part.cost_cents is None else Cents(part.cost_cents),
        gain=part.gain,
        step=MeasurableStep(part.indicator, part.baseline, part.target),
        priority=part.priority,
        state=part.state,
    )
