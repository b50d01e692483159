"""Engines of the aids in `jalon calc`: one pack each, and its validity on a day."""

from datetime import date
from typing import Any

from app.domain.ademe import (
    FlatFee,
    Investment,
    InvestmentAid,
    StudyAid,
    Zone,
    flat_fee,
    investment_aid,
    study_aid,
)
from app.domain.aid_catalogue import AidFilter, AidTheme, Audience, CompanyUse
from app.domain.aids import AidMeasure, AidResult, BeneficiarySize
from app.domain.extra_depreciation import ExtraDepreciation, Purchase, extra_depreciation
from app.domain.quantities import NO_CENTS, Cents
from app.packs.aid_catalogues import search_aids
from app.packs.library import DEFAULT_CATALOGUE, PackLibrary
from app.packs.table import Table, choice

MAX_COUNT = 1_000_000


def aid_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """What an aid gives, the calculator being the one of its pack."""
    measure = library.aid(case.text("aid"))
    day = case.day("day") if case.has("day") else measure.header.valid_from
    if isinstance(measure, ExtraDepreciation):
        return _shown(_extra_depreciation(case, measure, day), measure)
    if isinstance(measure, StudyAid):
        size = choice(case, "size", BeneficiarySize)
        independent = _yes_no(case, "independent")
        aid = study_aid(case.text("kind"), size, _euros(case, "cost_euros"), measure, day, independent=independent)
        return _shown(aid, measure)
    if isinstance(measure, FlatFee):
        fee = flat_fee(case.integer("staff", -MAX_COUNT, MAX_COUNT), _euros(case, "saving_euros"), measure, day)
        return {"fee_cents": fee.due, "paid_to": fee.band.paid_to, **_shown(fee.aid, measure)}
    return _shown(_investment(case, measure, day), measure)


def catalogue_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """Entries of the catalogue that a filter and words keep, best first."""
    catalogue = library.catalogue(case.text("catalogue") if case.has("catalogue") else DEFAULT_CATALOGUE)
    asked = AidFilter(
        audience=choice(case, "audience", Audience) if case.has("audience") else None,
        theme=choice(case, "theme", AidTheme) if case.has("theme") else None,
        day=case.day("day") if case.has("day") else None,
        use=choice(case, "use", CompanyUse) if case.has("use") else None,
    )
    words = case.text("words") if case.has("words") else ""
    return {"entries": [{"id": entry.id, "title": entry.title} for entry in search_aids(catalogue, words, asked)]}


def _extra_depreciation(case: Table, measure: ExtraDepreciation, day: date) -> AidResult:
    purchase = Purchase(
        value=_euros(case, "value_euros"),
        goods=case.text("goods") if case.has("goods") else None,
        is_new=_yes_no(case, "new"),
        ordered_on=_day(case, "ordered_on"),
        acquired_on=_day(case, "acquired_on"),
        deposit=_euros(case, "deposit_euros") if case.has("deposit_euros") else None,
        deposit_on=_day(case, "deposit_on"),
        delivered_on=_day(case, "delivered_on"),
        industrial_sme=_yes_no(case, "industrial_sme"),
    )
    return extra_depreciation(purchase, case.number("tax_rate"), measure, day)


def _investment(case: Table, measure: InvestmentAid, day: date) -> AidResult:
    investment = Investment(
        category=case.text("category"),
        size=choice(case, "size", BeneficiarySize),
        cost=_euros(case, "cost_euros"),
        reference_cost=_euros(case, "reference_cost_euros") if case.has("reference_cost_euros") else NO_CENTS,
        zone=choice(case, "zone", Zone) if case.has("zone") else Zone.ELSEWHERE,
        repayable_advance=bool(_yes_no(case, "repayable_advance")),
        other_aids=_euros(case, "other_aids_euros") if case.has("other_aids_euros") else NO_CENTS,
    )
    return investment_aid(investment, measure, day)


def _shown(aid: AidResult, measure: AidMeasure) -> dict[str, Any]:
    rules = measure.rules.rules
    until = aid.validity.until
    return {
        "amount_cents": aid.amount,
        "state": aid.state.value,
        "validity": {
            "state": aid.validity.state.value,
            "since": aid.validity.since.isoformat(),
            "until": None if until is None else until.isoformat(),
        },
        "source": measure.header.source,
        "criteria": [
            {"id": one.id, "state": one.state.value, "rule": one.rule, "sentence": rules[one.rule].sentence}
            for one in aid.criteria
        ],
        "lines": [
            {
                "name": line.name,
                "amount_cents": line.amount,
                "rate": None if line.rate is None else str(line.rate),
                "rule": line.rule,
                "sentence": rules[line.rule].sentence,
            }
            for line in aid.lines
        ],
    }


def _yes_no(table: Table, key: str) -> bool | None:
    return table.boolean(key) if table.has(key) else None


def _day(table: Table, key: str) -> date | None:
    return table.day(key) if table.has(key) else None


def _euros(table: Table, key: str) -> Cents:
    """Cents of an amount that may be negative: it is for the engine to refuse it."""
    return Cents(int(table.number(key) * 100))
