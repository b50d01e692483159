"""Reading of a sealed document back into the whole mission: what is printed, and what an empty machine imports."""

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from app.domain.action_plan import Action, MeasurableStep
from app.domain.assessment import Answer, Assessment, Opinion
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, Ledger
from app.domain.expenses import Expense
from app.domain.funding import PhasePlan
from app.domain.mission import FundingScenario, Mission, MissionFile, MissionState, Provider, SealedVersion, Session
from app.domain.packs import PackRef
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import ThemeCode
from app.domain.scheme import PhaseCode
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import (
    ActionPart,
    AssessmentPart,
    CompanyPart,
    ScenarioPart,
    SealedDocument,
    read_document,
)


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A sealed version and the mission that it holds; private notes were never in it."""

    file: MissionFile
    sealed: SealedVersion


def unseal(data: bytes) -> Unsealed:
    """The mission that canonical bytes hold, as it was sealed.

    Args:
        data: Canonical bytes of `mission.json`.

    Raises:
        InvalidData: Any refusal of `read_document`.
    """
    document = read_document(data)
    version = document.version
    sealed = SealedVersion(
        mission_id=document.mission.id,
        version=version.number,
        kind=version.kind,
        reason=version.reason,
        sha256=sha256_of(data),
        document=data,
        sealed_at=version.sealed_at,
        replaces=version.replaces,
    )
    return Unsealed(file_of(document), sealed)


def file_of(document: SealedDocument) -> MissionFile:
    """The mission that a document holds, as it was sealed."""
    referential = PackRef(document.referential.id, document.referential.version, document.referential.sha256)
    return MissionFile(
        mission=_mission(document, referential),
        sessions=tuple(
            Session(one.id, one.day, one.topic, one.place, tuple(one.people_met), one.notes)
            for one in document.sessions
        ),
        ledger=_ledger(document),
        assessments=tuple(_assessment(one, referential) for one in document.assessments),
        actions=tuple(_action(one) for one in document.actions),
        scenarios=tuple(_scenario(one) for one in document.scenarios),
        expenses=_expenses(document),
    )


def _mission(document: SealedDocument, referential: PackRef) -> Mission:
    part, site, scheme = document.mission, document.establishment, document.scheme
    return Mission(
        id=part.id,
        reference=part.reference,
        opened_on=part.opened_on,
        company=_company(document.company),
        establishment=Establishment(site.siret, site.address, site.postal_code, site.town, site.region_code),
        scheme=PackRef(scheme.id, scheme.version, scheme.sha256),
        referential=referential,
        state=MissionState.SEALED,
        version=document.version.number,
        fictional=part.fictional,
        operator=part.operator,
        provider=Provider(document.provider.name, document.provider.lead_consultant, document.provider.contact),
        purposes=tuple(part.purposes),
        market=part.market,
        sector=part.sector,
        territory=part.territory,
        recruitment_source=part.recruitment_source,
        decision_day=part.decision_day,
        region_file=part.region_file,
        summary=part.summary,
        next_day=part.next_day,
        next_step=part.next_step,
    )


def _company(part: CompanyPart) -> Company:
    share = part.production_revenue_share
    return Company(
        name=part.name,
        siren=part.siren,
        trade=part.trade,
        employees=part.employees,
        equity=None if part.equity_cents is None else Cents(part.equity_cents),
        balance_sheet_months=part.balance_sheet_months,
        industrial_activity=part.industrial_activity,
        association=part.association,
        approved_integration=part.approved_integration,
        production_revenue_share=None if share is None else Decimal(share),
        in_difficulty=part.in_difficulty,
        tax_and_social_up_to_date=part.tax_and_social_up_to_date,
        de_minimis_statement=part.de_minimis_statement,
        head_name=part.head_name,
        head_function=part.head_function,
    )


def _ledger(document: SealedDocument) -> Ledger:
    return Ledger(
        tuple(
            DayEntry(
                id=one.id,
                phase=PhaseCode(one.phase),
                day=one.day,
                half_day=one.half_day,
                performer=one.performer,
                purpose=one.purpose,
                place=one.place,
                remote=one.remote,
                in_region=one.in_region,
                people_met=tuple(one.people_met),
                corrects=one.corrects,
                recorded_at=one.recorded_at,
            )
            for one in document.days
        )
    )


def _assessment(part: AssessmentPart, referential: PackRef) -> Assessment:
    answers = {
        ThemeCode(one.theme): Answer(
            level=one.level,
            justification=one.justification,
            evidence=one.evidence,
            opinion=None if one.opinion is None else Opinion(one.opinion.level, one.opinion.sentence),
        )
        for one in part.answers
    }
    return Assessment(
        id=part.id,
        kind=part.kind,
        referential=referential,
        day=part.day,
        declared_by=part.declared_by,
        captured_by=part.captured_by,
        mode=part.mode,
        answers=MappingProxyType(answers),
    )


def _action(part: ActionPart) -> Action:
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


def _scenario(part: ScenarioPart) -> FundingScenario:
    plans = tuple(
        PhasePlan(PhaseCode(one.phase), HalfDays(one.half_days), Cents(one.cost_cents), one.expense_day)
        for one in part.plans
    )
    return FundingScenario(part.id, part.rank, part.title, plans, part.chosen)


def _expenses(document: SealedDocument) -> tuple[Expense, ...]:
    return tuple(
        Expense(
            id=one.id,
            phase=PhaseCode(one.phase),
            invoice_number=one.invoice_number,
            invoicing_provider=one.invoicing_provider,
            performing_provider=one.performing_provider,
            amount=Cents(one.amount_cents),
            service_day=one.service_day,
            invoice_day=one.invoice_day,
            payment_day=one.payment_day,
        )
        for one in document.expenses
    )
