"""Identity of the mission as the document says it."""

from typing import Any

from app.domain.company import Company, Establishment
from app.domain.journal import JournalHead
from app.domain.mission import Mission


def mission_part(mission: Mission) -> dict[str, Any]:
    """Framing of the mission, as the document says it."""
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


def company_part(company: Company) -> dict[str, Any]:
    """The company on the day of the mission, as the document says it."""
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


def establishment_part(establishment: Establishment) -> dict[str, Any]:
    """The site of the mission, as the document says it."""
    return {
        "siret": establishment.siret,
        "address": establishment.address,
        "postal_code": establishment.postal_code,
        "town": establishment.town,
        "region_code": establishment.region_code,
    }


def journal_part(head: JournalHead) -> dict[str, Any]:
    """Where the journal is, as the document says it."""
    return {"events": head.events, "sha256": head.sha256}
