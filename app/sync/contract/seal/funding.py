"""Funding scenarios as the document says them, computed once when it is sealed."""

from typing import Any

from app.domain.account import funding_of
from app.domain.errors import DomainError
from app.domain.mission import FundingScenario, Mission
from app.domain.scheme import Scheme


def scenario_part(mission: Mission, scenario: FundingScenario, scheme: Scheme) -> dict[str, Any]:
    """One scenario with its funding, as the document says it."""
    return unfunded_part(scenario) | {"funding": sealed_funding(mission, scenario, scheme)}


def unfunded_part(scenario: FundingScenario) -> dict[str, Any]:
    """One scenario without its funding."""
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
        "funding": None,
    }


def sealed_funding(mission: Mission, scenario: FundingScenario, scheme: Scheme) -> dict[str, Any] | None:
    """Funding of a scenario as the document says it; None when the scheme funds no company.

    Raises:
        DomainError: Any refusal of the funding engine but `funding.not_computable`.
    """
    try:
        result = funding_of(mission, scenario.plans, scheme)
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
