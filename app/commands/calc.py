"""`jalon calc cases.toml`: results of the engines for a file of cases, as JSON. The format is in docs/calc.md."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.commands.calc_account import account_case, de_minimis_case, scheme_of, services_case
from app.commands.calc_aids import aid_case, catalogue_case
from app.commands.calc_index import coach_case, evolution_case, levels_of, referential_of
from app.commands.calc_programme import programme_case
from app.domain.company import Company, Establishment
from app.domain.days import classify, is_credited, is_unusually_long
from app.domain.eligibility import Candidate, eligibility
from app.domain.errors import CodedError, DomainError
from app.domain.funding import DayRate, FundingRequest, FundingResult, PhasePlan, check_advance, fund, settle
from app.domain.i2df import ceiling, check_total, count_by_level, factor_points, i2df, lever_scores
from app.domain.quantities import Cents, half_days_from
from app.domain.scheme import PhaseCode, Scheme, SizeClass
from app.packs.library import PackLibrary
from app.packs.source import PackSource
from app.packs.table import ROOT, Table, choice
from app.packs.texts import Texts

MAX_COUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class _Engines:
    """What the cases are computed with."""

    library: PackLibrary
    texts: Texts


def _company_funding(case: Table, engines: _Engines) -> dict[str, Any]:
    scheme = scheme_of(case, engines.library)
    plans, advances = [], []
    for table in case.tables("phase"):
        phase = PhaseCode(table.text("phase"))
        day = table.day("expense_day") if table.has("expense_day") else None
        half_days, cost = half_days_from(table.number("days")), table.euros("cost_euros")
        plans.append(PhasePlan(phase, half_days, cost, day, _day_rates(table)))
        if table.has("advance_paid_euros"):
            advances.append((phase, table.euros("advance_paid_euros"), False))
        if table.has("advance_asked_euros"):
            advances.append((phase, table.euros("advance_asked_euros"), True))
        table.close()
    size = choice(case, "size", SizeClass) if case.has("size") else SizeClass.SME
    equity = Cents(int(case.number("equity_euros") * 100)) if case.has("equity_euros") else None
    opened_on = case.day("opened_on") if case.has("opened_on") else scheme.header.valid_from
    result = fund(FundingRequest(tuple(plans), size, equity, opened_on), scheme)
    grants = {phase.phase: phase.grant for phase in result.phases}
    shown = _shown_funding(result, scheme)
    shown["advances"] = [
        _advance(scheme, phase, grants[phase], amount, asked=asked) for phase, amount, asked in advances
    ]
    return shown


def _day_rates(table: Table) -> tuple[DayRate, ...]:
    rates = []
    for one in table.tables("rate") if table.has("rate") else ():
        rates.append(DayRate(half_days_from(one.number("days")), one.euros("cost_euros")))
        one.close()
    return tuple(rates)


def _shown_funding(result: FundingResult, scheme: Scheme) -> dict[str, Any]:
    return {
        "invoiced_cents": result.invoiced,
        "retained_cents": sum(phase.retained for phase in result.phases),
        "grant_cents": result.grant,
        "company_cents": result.company,
        "closed_on": None if result.closed_on is None else result.closed_on.isoformat(),
        "by_funder_cents": dict(result.by_funder),
        "phases": [
            {
                "phase": phase.phase,
                "retained_cents": phase.retained,
                "grant_cents": phase.grant,
                "max_advance_cents": phase.max_advance,
                "balance_cents": phase.balance,
            }
            for phase in result.phases
        ],
        "lines": [
            {
                "kind": line.kind.value,
                "phase": line.phase,
                "amount_cents": line.amount,
                "rule": line.rule,
                "capped": line.capped,
                "sentence": scheme.rules[line.rule].sentence,
            }
            for line in result.lines
        ],
    }


def _advance(scheme: Scheme, phase: PhaseCode, grant: Cents, amount: Cents, *, asked: bool) -> dict[str, Any]:
    rate = scheme.phase(phase).advance_rate
    if asked:
        if rate is None:
            raise DomainError("funding.no_advance", phase=phase)
        return {"phase": phase, "accepted_cents": check_advance(amount, grant, rate)}
    settlement = settle(grant, amount)
    return {"phase": phase, "balance_cents": settlement.balance, "overpaid_cents": settlement.overpaid}


def _index(case: Table, engines: _Engines) -> dict[str, Any]:
    referential = referential_of(case, engines.library)
    if case.has("value"):
        return {"index": check_total(case.integer("value", -MAX_COUNT, MAX_COUNT), referential)}
    levels = levels_of(case, referential)
    return {
        "index": i2df(levels, referential),
        "ceiling": ceiling(levels, referential),
        "counts": {level.value: count for level, count in count_by_level(levels).items()},
        "levers": [
            {"lever": score.lever.code, "points": score.points, "maximum": score.maximum}
            for score in lever_scores(levels, referential)
        ],
        "factors": [
            {"factor": one.factor.value, "points": one.points, "maximum": one.maximum, "themes": one.themes}
            for one in factor_points(levels, referential)
        ],
    }


def _service_class(case: Table, engines: _Engines) -> dict[str, Any]:
    scheme = scheme_of(case, engines.library)
    half_days = half_days_from(case.number("days"))
    service_class = classify(half_days, scheme)
    return {
        "half_days": half_days,
        "service_class": service_class.value,
        "credited_as_accompaniment": is_credited(half_days, scheme),
        "unusually_long": is_unusually_long(half_days, scheme),
    }


def _yes_no(table: Table, key: str) -> bool | None:
    return table.boolean(key) if table.has(key) else None


def _eligibility(case: Table, engines: _Engines) -> dict[str, Any]:
    scheme = engines.library.scheme(case.text("scheme"))
    table = case.table("company")
    company = Company(
        name=table.text("name") if table.has("name") else "",
        employees=table.integer("employees", 0, MAX_COUNT) if table.has("employees") else None,
        balance_sheet_months=(
            table.integer("balance_sheet_months", 0, MAX_COUNT) if table.has("balance_sheet_months") else None
        ),
        industrial_activity=_yes_no(table, "industrial_activity"),
        association=bool(_yes_no(table, "association")),
        approved_integration=bool(_yes_no(table, "approved_integration")),
        production_revenue_share=(
            table.rate("production_revenue_share") if table.has("production_revenue_share") else None
        ),
        in_difficulty=_yes_no(table, "in_difficulty"),
        tax_and_social_up_to_date=_yes_no(table, "tax_and_social_up_to_date"),
        de_minimis_statement=_yes_no(table, "de_minimis_statement"),
    )
    site = Establishment(region_code=table.text("region_code") if table.has("region_code") else "")
    found = eligibility(Candidate(company, site, _yes_no(table, "services_in_region")), scheme)
    table.close()
    return {
        "state": found.state.value,
        "size": None if found.size is None else found.size.value,
        "de_minimis_needed": found.de_minimis_needed,
        "criteria": [
            {"id": one.id, "state": one.state.value, "rule": one.rule, "sentence": scheme.rules[one.rule].sentence}
            for one in found.criteria
        ],
    }


_ENGINES: Mapping[str, Callable[[Table, _Engines], dict[str, Any]]] = MappingProxyType(
    {
        "company_funding": _company_funding,
        "index": _index,
        "service_class": _service_class,
        "eligibility": _eligibility,
        "evolution": lambda case, engines: evolution_case(case, engines.library),
        "coach": lambda case, engines: coach_case(case, engines.library),
        "account": lambda case, engines: account_case(case, engines.library),
        "services": lambda case, engines: services_case(case, engines.library),
        "de_minimis": lambda case, engines: de_minimis_case(case, engines.library),
        "aid": lambda case, engines: aid_case(case, engines.library),
        "catalogue": lambda case, engines: catalogue_case(case, engines.library),
        "programme": lambda case, engines: programme_case(case, engines.library),
    }
)


def _result(case: Table, engines: _Engines) -> dict[str, Any]:
    outcome: dict[str, Any] = {"id": case.text("id"), "engine": case.text("engine")}
    compute = _ENGINES.get(outcome["engine"])
    if compute is None:
        raise case.refusal("pack.unknown_value", "engine", found=outcome["engine"], allowed=tuple(_ENGINES))
    try:
        outcome["result"] = compute(case, engines)
        case.close()
    except DomainError as error:
        outcome["refused"] = {"code": error.code, "sentence": engines.texts.error(error)}
    return outcome


def calculate(source: PackSource, library: PackLibrary, texts: Texts) -> dict[str, Any]:
    """Results of a file of cases, in its order; a refusal by the rules is a result.

    Raises:
        InvalidData: The file cannot be read; the error names file, table and key.
    """
    document = Table(source.file, ROOT, source.parsed())
    engines = _Engines(library, texts)
    results = [_result(case, engines) for case in document.tables("case")]
    document.close()
    return {"cases": results}


def run(path: Path, write: Callable[[str], object]) -> int:
    """Print the results of a file of cases; exit code 0, or 2 when the file cannot be read."""
    texts = Texts.load()
    try:
        results = calculate(PackSource.read(path), PackLibrary.shipped(), texts)
    except CodedError as error:
        write(json.dumps({"error": {"code": error.code, "sentence": texts.error(error)}}, ensure_ascii=False) + "\n")
        return 2
    write(json.dumps(results, ensure_ascii=False, indent=2) + "\n")
    return 0
