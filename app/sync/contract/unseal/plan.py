"""Action plan read back from a document."""

from app.domain.action_plan import Action, CitedAid, MeasurableStep
from app.domain.packs import PackRef
from app.domain.placement import Placement
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import ThemeCode
from app.sync.contract.document import ActionPart, AidPart


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
        aids=tuple(_aid_of(one) for one in part.aids),
        placement=None if part.placement is None else Placement(part.placement.value, part.placement.effort),
        depends_on=tuple(part.depends_on),
    )


def _aid_of(part: AidPart) -> CitedAid:
    return CitedAid(
        id=part.id,
        title=part.title,
        operator=part.operator,
        catalogue=PackRef(part.catalogue_id, part.catalogue_version, part.catalogue_sha256),
        stated_on=part.stated_on,
        valid_until=part.valid_until,
        estimate=None if part.estimate_cents is None else Cents(part.estimate_cents),
    )
