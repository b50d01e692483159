"""The domain's objects rebuilt from a sealed document, so that the server computes with the laptop's own rules."""

from types import MappingProxyType

from app.domain.days import DayEntry
from app.domain.funding import FundingRequest, PhasePlan, funding_request
from app.domain.i2df import Levels
from app.domain.packs import PackHeader, PackKind, PackRef
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import LevelSpec, Lever, LeverCode, Referential, Theme, ThemeCode
from app.domain.scheme import PhaseCode, Scheme
from app.sync.contract.document import AssessmentPart, DayPart, ReferentialPart, ScenarioPart, SealedDocument


def referential_of(part: ReferentialPart, document: SealedDocument) -> Referential:
    """The referential that the document carries; short titles and scopes, which it does not, are its titles."""
    header = PackHeader(
        ref=PackRef(part.id, part.version, part.sha256),
        kind=PackKind.REFERENTIAL,
        title=part.title,
        author="",
        licence="",
        official=part.official,
        valid_from=document.mission.opened_on,
        valid_until=None,
        source="",
    )
    return Referential(
        header=header,
        levels=tuple(LevelSpec(spec.level, spec.label, spec.points) for spec in part.levels),
        levers=tuple(Lever(LeverCode(one.code), one.title, one.title, False) for one in part.levers),
        themes=tuple(
            Theme(ThemeCode(one.code), LeverCode(one.lever), one.title, scope="", factors=()) for one in part.themes
        ),
    )


def levels_of(part: AssessmentPart) -> Levels:
    """Declared levels of an assessment."""
    declared = {ThemeCode(answer.theme): answer.level for answer in part.answers if answer.level is not None}
    return MappingProxyType(declared)


def entry_of(part: DayPart) -> DayEntry:
    """A line of the ledger."""
    return DayEntry(
        id=part.id,
        phase=PhaseCode(part.phase),
        day=part.day,
        half_day=part.half_day,
        performer=part.performer,
        purpose=part.purpose,
        place=part.place,
        remote=part.remote,
        in_region=part.in_region,
        people_met=tuple(part.people_met),
        corrects=part.corrects,
        recorded_at=part.recorded_at,
    )


def request_of(scenario: ScenarioPart, document: SealedDocument, scheme: Scheme) -> FundingRequest:
    """What the funding engine needs to know of the mission."""
    plans = tuple(
        PhasePlan(PhaseCode(plan.phase), HalfDays(plan.half_days), Cents(plan.cost_cents), plan.expense_day)
        for plan in scenario.plans
    )
    equity = document.company.equity_cents
    return funding_request(
        plans,
        scheme,
        employees=document.company.employees,
        equity=None if equity is None else Cents(equity),
        opened_on=document.mission.opened_on,
    )
