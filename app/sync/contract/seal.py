"""Writing of the sealed document: from the whole mission to its canonical bytes, once."""

from typing import Any

from app.domain.action_plan import Action
from app.domain.assessment import Assessment
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, Ledger, classify
from app.domain.errors import DomainError
from app.domain.funding import fund, funding_request
from app.domain.i2df import progress_of
from app.domain.mission import FundingScenario, Mission, MissionFile, Seal, Session
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.sync.contract.canonical import canonical_bytes
from app.sync.contract.document import SCHEMA, SealedDocument, read_document


def _mission(mission: Mission) -> dict[str, Any]:
    return {
        "id": mission.id,
        "reference": mission.reference,
        "fictional": mission.fictional,
        "opened_on": mission.opened_on,
        "operator": mission.operator,
        "purposes": list(mission.purposes),
        "market": mission.market,
        "sector": mission.sector,
        "territory": mission.territory,
        "recruitment_source": mission.recruitment_source,
        "decision_day": mission.decision_day,
        "region_file": mission.region_file,
        "summary": mission.summary,
        "next_day": mission.next_day,
        "next_step": mission.next_step,
    }


def _establishment(establishment: Establishment) -> dict[str, Any]:
    return {
        "siret": establishment.siret,
        "address": establishment.address,
        "postal_code": establishment.postal_code,
        "town": establishment.town,
        "region_code": establishment.region_code,
    }


def _company(company: Company) -> dict[str, Any]:
    share = company.production_revenue_share
    return {
        "name": company.name,
        "siren": company.siren,
        "trade": company.trade,
        "employees": company.employees,
        "equity_cents": company.equity,
        "balance_sheet_months": company.balance_sheet_months,
        "industrial_activity": company.industrial_activity,
        "association": company.association,
        "approved_integration": company.approved_integration,
        "production_revenue_share": None if share is None else format(share, "f"),
        "in_difficulty": company.in_difficulty,
        "tax_and_social_up_to_date": company.tax_and_social_up_to_date,
        "de_minimis_statement": company.de_minimis_statement,
        "head_name": company.head_name,
        "head_function": company.head_function,
    }


def _referential(referential: Referential) -> dict[str, Any]:
    header = referential.header
    return {
        "id": header.ref.id,
        "version": header.ref.version,
        "sha256": header.ref.sha256,
        "title": header.title,
        "official": header.official,
        "levels": [{"level": spec.level, "label": spec.label, "points": spec.points} for spec in referential.levels],
        "levers": [{"code": lever.code, "title": lever.title} for lever in referential.levers],
        "themes": [{"code": theme.code, "lever": theme.lever, "title": theme.title} for theme in referential.themes],
    }


def _scheme(scheme: Scheme) -> dict[str, Any]:
    header = scheme.header
    return {
        "id": header.ref.id,
        "version": header.ref.version,
        "sha256": header.ref.sha256,
        "title": header.title,
        "official": header.official,
        "fictional": scheme.fictional,
        "region_code": scheme.region_code or "",
        "region_name": scheme.region_name or "",
        "phases": [{"code": phase.code, "title": phase.title} for phase in scheme.phases],
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "day": session.day,
        "topic": session.topic,
        "place": session.place,
        "people_met": list(session.people_met),
        "notes": session.notes,
    }


def _day(entry: DayEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "phase": entry.phase,
        "day": entry.day,
        "half_day": entry.half_day,
        "performer": entry.performer,
        "purpose": entry.purpose,
        "place": entry.place,
        "remote": entry.remote,
        "in_region": entry.in_region,
        "people_met": list(entry.people_met),
        "corrects": entry.corrects,
        "recorded_at": entry.recorded_at,
    }


def services_of(ledger: Ledger, scheme: Scheme) -> list[dict[str, Any]]:
    """Days that stand in each phase, and what the service is by its length, as the document says them."""
    services = []
    for phase in scheme.phases:
        half_days = ledger.half_days_of(phase.code)
        if half_days:
            services.append({"phase": phase.code, "half_days": half_days, "service_class": classify(half_days, scheme)})
    return services


def _assessment(assessment: Assessment, referential: Referential) -> dict[str, Any]:
    answers = []
    for theme in referential.themes:
        if theme.code in assessment.answers:
            answer = assessment.answers[theme.code]
            opinion = answer.opinion
            answers.append(
                {
                    "theme": theme.code,
                    "level": answer.level,
                    "justification": answer.justification,
                    "evidence": answer.evidence,
                    "opinion": None if opinion is None else {"level": opinion.level, "sentence": opinion.sentence},
                }
            )
    return {
        "id": assessment.id,
        "kind": assessment.kind,
        "day": assessment.day,
        "declared_by": assessment.declared_by,
        "captured_by": assessment.captured_by,
        "mode": assessment.mode,
        "answers": answers,
        "index": progress_of(assessment.levels, referential).index,
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "rank": action.rank,
        "title": action.title,
        "themes": list(action.themes),
        "reason": action.reason,
        "owner": action.owner,
        "start": action.start,
        "end": action.end,
        "effort_half_days": action.effort,
        "cost_cents": action.cost,
        "gain": action.gain,
        "indicator": action.step.indicator,
        "baseline": action.step.baseline,
        "target": action.step.target,
        "priority": action.priority,
        "state": action.state,
    }


def _scenario(file: MissionFile, scenario: FundingScenario, scheme: Scheme) -> dict[str, Any]:
    plans = [
        {
            "phase": plan.phase,
            "half_days": plan.half_days,
            "cost_cents": plan.cost,
            "expense_day": plan.expense_day,
        }
        for plan in scenario.plans
    ]
    return {
        "id": scenario.id,
        "rank": scenario.rank,
        "title": scenario.title,
        "chosen": scenario.chosen,
        "plans": plans,
        "funding": funding_of(file, scenario, scheme),
    }


def funding_of(file: MissionFile, scenario: FundingScenario, scheme: Scheme) -> dict[str, Any] | None:
    """Funding of a scenario as the document says it; None when the scheme funds no company.

    Raises:
        DomainError: Any refusal of the funding engine but `funding.not_computable`.
    """
    company = file.mission.company
    asked = funding_request(
        scenario.plans, scheme, employees=company.employees, equity=company.equity, opened_on=file.mission.opened_on
    )
    try:
        result = fund(asked, scheme)
    except DomainError as error:
        if error.code == "funding.not_computable":
            return None
        raise
    return {
        "invoiced_cents": result.invoiced,
        "grant_cents": result.grant,
        "company_cents": result.company,
        "closed_on": result.closed_on,
        "lines": [
            {
                "kind": line.kind,
                "phase": line.phase,
                "amount_cents": line.amount,
                "rule": line.rule,
                "sentence": scheme.rules[line.rule].sentence,
                "capped": line.capped,
            }
            for line in result.lines
        ],
    }


def _expenses(file: MissionFile) -> list[dict[str, Any]]:
    return [
        {
            "id": expense.id,
            "phase": expense.phase,
            "invoice_number": expense.invoice_number,
            "invoicing_provider": expense.invoicing_provider,
            "performing_provider": expense.performing_provider,
            "amount_cents": expense.amount,
            "service_day": expense.service_day,
            "invoice_day": expense.invoice_day,
            "payment_day": expense.payment_day,
        }
        for expense in file.expenses
    ]


def write_document(file: MissionFile, scheme: Scheme, referential: Referential, seal: Seal) -> bytes:
    """Canonical bytes of a mission being sealed; private notes never enter.

    Raises:
        InvalidData: `document.invalid` when the mission holds what the schema does not allow (a fault of ours).
    """
    provider = file.mission.provider
    document = SealedDocument.model_validate(
        {
            "schema": SCHEMA,
            "mission": _mission(file.mission),
            "version": {
                "number": seal.version,
                "kind": seal.kind,
                "reason": seal.reason,
                "sealed_at": seal.sealed_at,
                "replaces": seal.replaces,
            },
            "company": _company(file.mission.company),
            "establishment": _establishment(file.mission.establishment),
            "provider": {
                "name": provider.name,
                "lead_consultant": provider.lead_consultant,
                "contact": provider.contact,
            },
            "referential": _referential(referential),
            "scheme": _scheme(scheme),
            "sessions": [_session(session) for session in file.sessions],
            "days": [_day(entry) for entry in file.ledger.entries],
            "services": services_of(file.ledger, scheme),
            "assessments": [_assessment(assessment, referential) for assessment in file.assessments],
            "actions": [_action(action) for action in file.actions],
            "scenarios": [_scenario(file, scenario, scheme) for scenario in file.scenarios],
            "expenses": _expenses(file),
        }
    )
    data = canonical_bytes(document.model_dump(mode="json", by_alias=True))
    read_document(data)
    return data
