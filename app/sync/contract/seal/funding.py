"""Funding scenarios as the document says them, computed once when it is sealed."""

from typing import Any

from app.domain.errors import DomainError
from app.domain.funding import fund, funding_request
from app.domain.mission import FundingScenario, MissionFile
from app.domain.scheme import Scheme


def scenario_part(file: MissionFile, scenario: FundingScenario, scheme: Scheme) -> dict[str, Any]:
    """One scenario with its funding, as the document says it."""
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
