"""Engine `programme` of `jalon calc`: what the State pays to a Region."""

from dataclasses import replace
from typing import Any

from app.commands.calc_account import changed_readings
from app.domain.mission import ProgrammeOperator
from app.domain.programme import ProgrammeRequest, ServiceGroup, fund_programme
from app.domain.programme_admission import AdmissionFacts, Bearer
from app.domain.scheme import PhaseCode, Scheme, SizeClass
from app.packs.library import PackLibrary
from app.packs.scheme_funding import admission_rules
from app.packs.table import Table, choice

MAX_COUNT = 1_000_000
NATIONAL = "national-2018-2022"


def programme_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """Figures of a programme, each line with its rule and sentence."""
    scheme = library.scheme(case.text("scheme") if case.has("scheme") else NATIONAL)
    scheme = _read_otherwise(case, scheme)
    request = ProgrammeRequest(
        groups=tuple(_group(table) for table in case.tables("group")),
        filed_on=case.day("filed_on") if case.has("filed_on") else None,
        base=case.text("base") if case.has("base") else None,
        overseas=case.has("overseas") and case.boolean("overseas"),
        significant_part=_yes_no(case, "significant_part"),
        named_by_sector=_yes_no(case, "named_by_sector"),
        admission=_admission(case),
    )
    result = fund_programme(request, scheme)
    return {
        "gross_cents": result.gross,
        "base_cents": result.base,
        "half_cents": result.half,
        "ceiling_cents": result.ceiling,
        "state_grant_cents": result.state_grant,
        "region_net_cents": result.region_net,
        "company_share_cents": result.company_share,
        "counted": result.counted,
        "counted_gifas": result.counted_gifas,
        "not_counted": {reason.value: count for reason, count in result.not_counted.items()},
        "size": result.size.value,
        "admission": {"bearer": result.admission.bearer.value, "request": result.admission.request.value},
        "lines": [
            {
                "kind": line.kind.value,
                "phase": line.phase,
                "amount_cents": line.amount,
                "rule": line.rule,
                "decided": line.decided,
                "sentence": scheme.rules[line.rule].sentence,
            }
            for line in result.lines
        ],
    }


def _read_otherwise(case: Table, scheme: Scheme) -> Scheme:
    """The scheme with the readings of the case over those of the pack."""
    programme = scheme.programme
    if programme is None:
        return scheme
    if case.has("readings"):
        programme = replace(programme, readings=changed_readings(case, "readings", programme.readings))
    if case.has("admission"):
        programme = replace(programme, admission=admission_rules(case.table("admission")))
    return replace(scheme, programme=programme)


def _admission(case: Table) -> AdmissionFacts:
    return AdmissionFacts(
        bearer=choice(case, "bearer", Bearer) if case.has("bearer") else Bearer.REGIONAL_AUTHORITY,
        designated=_yes_no(case, "designated"),
        in_call=_yes_no(case, "in_call"),
        requested_on=case.day("requested_on") if case.has("requested_on") else None,
        ecological=_yes_no(case, "ecological"),
    )


def _yes_no(case: Table, key: str) -> bool | None:
    return case.boolean(key) if case.has(key) else None


def _group(table: Table) -> ServiceGroup:
    group = ServiceGroup(
        phase=PhaseCode(table.text("phase")),
        services=table.integer("services", -MAX_COUNT, MAX_COUNT),
        average_cost=table.euros("average_cost_euros"),
        takeup_rate=table.number("takeup_rate"),
        companies=table.integer("companies", -MAX_COUNT, MAX_COUNT) if table.has("companies") else None,
        operator=choice(table, "operator", ProgrammeOperator) if table.has("operator") else ProgrammeOperator.OTHER,
        aerospace=table.has("aerospace") and table.boolean("aerospace"),
        size=choice(table, "size", SizeClass) if table.has("size") else SizeClass.SME,
        half_days=table.days("days") if table.has("days") else None,
        started_on=table.day("started_on") if table.has("started_on") else None,
    )
    table.close()
    return group
