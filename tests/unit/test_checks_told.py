"""What each finding of the checks says and where one click leads, on the one broken thing of its case."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from app.domain.checks import RULES, Severity, findings
from app.domain.mission import VersionKind
from tests.unit.check_cases import CASES, STARTS

ERROR, WARNING = Severity.ERROR, Severity.WARNING
FIRST = "Phase\u00a01\u00a0: diagnostic et accompagnement court"
SCHEME = "Parcours régional Industrie du futur, Occitanie 2020-2022"

# Rule: whether it blocks, the page that mends it, the field on that page, the values of its sentence.
TOLD: Mapping[str, tuple[Severity, str, str, Mapping[str, object]]] = MappingProxyType(
    {
        "identity.company_name": (ERROR, "company", "name", {}),
        "identity.siret": (ERROR, "company", "siret", {}),
        "identity.siren_mismatch": (ERROR, "company", "siret", {"siret": "00000001800010", "siren": "732829320"}),
        "identity.reference": (ERROR, "company", "", {"reference": "OC-21-7F3K-A"}),
        "identity.company_head": (ERROR, "company", "head_name", {}),
        "identity.provider": (ERROR, "company", "provider_name", {}),
        "identity.provider_not_accredited": (WARNING, "company", "provider_name", {"provider": "Agile"}),
        "identity.lead_consultant": (ERROR, "company", "lead_consultant", {}),
        "identity.employees": (ERROR, "company", "employees", {}),
        "identity.summary": (WARNING, "company", "summary", {}),
        "identity.next_day": (WARNING, "company", "next_day", {"day": date(2021, 9, 27)}),
        "eligibility.criterion_not_met": (
            WARNING,
            "company",
            "employees",
            {
                "criterion": "size",
                "rule": "PME de moins de 250\u00a0salariés, ou ETI de 250 à 4\u00a0999\u00a0salariés.",
            },
        ),
        "eligibility.criterion_unknown": (
            WARNING,
            "company",
            "in_difficulty",
            {"criterion": "difficulty", "rule": "L’entreprise n’est pas en difficulté au sens du droit européen."},
        ),
        "eligibility.establishment_elsewhere": (WARNING, "company", "region_code", {"region": "Occitanie"}),
        "eligibility.de_minimis_missing": (ERROR, "company", "de_minimis_statement", {}),
        "eligibility.de_minimis_exceeded": (
            WARNING,
            "company",
            "aids_add",
            {"asked": 2100000, "headroom": 2099999, "ceiling": 2849999},
        ),
        "eligibility.scheme_closed": (WARNING, "funding", "", {"day": date(2019, 12, 31), "scheme": SCHEME}),
        "answers.entry_incomplete": (ERROR, "questionnaire", "", {"missing": 1}),
        "answers.entry_declared_by": (ERROR, "questionnaire", "heading_declared_by", {}),
        "answers.exit_incomplete": (ERROR, "questionnaire", "", {"missing": 1}),
        "answers.exit_declared_by": (ERROR, "questionnaire", "heading_declared_by", {}),
        "answers.day_before_opening": (
            WARNING,
            "questionnaire",
            "heading_day",
            {"kind": "entry", "day": date(2021, 9, 5), "opened_on": date(2021, 9, 6)},
        ),
        "answers.day_in_future": (ERROR, "questionnaire", "heading_day", {"kind": "exit", "day": date(2022, 12, 16)}),
        "answers.exit_before_entry": (
            ERROR,
            "questionnaire",
            "heading_day",
            {"entry": date(2021, 9, 15), "exit": date(2021, 9, 14)},
        ),
        "answers.opinion_unexplained": (WARNING, "questionnaire", "", {"count": 1, "themes": "L4.2"}),
        "days.none": (ERROR, "sessions", "", {}),
        "days.before_opening": (
            WARNING,
            "sessions",
            "",
            {"count": 2, "first": date(2021, 9, 14), "opened_on": date(2021, 9, 15)},
        ),
        "days.in_future": (ERROR, "sessions", "", {"count": 2, "last": date(2021, 9, 29)}),
        "days.unusually_long": (WARNING, "sessions", "", {"days": 50, "most": 49}),
        "days.above_phase_maximum": (WARNING, "sessions", "", {"phase": FIRST, "days": 11, "most": 10}),
        "days.below_phase_minimum": (WARNING, "sessions", "", {"phase": FIRST, "days": 9, "fewest": 10}),
        "days.exit_too_short": (ERROR, "sessions", "", {"days": 50, "fewest": 51}),
        "sessions.none": (WARNING, "sessions", "", {}),
        "sessions.in_future": (
            ERROR,
            "sessions",
            "session_day",
            {"topic": "Visite de l’atelier et cadrage", "day": date(2021, 9, 29)},
        ),
        "sessions.without_day": (
            WARNING,
            "sessions",
            "session_day",
            {"topic": "Visite de l’atelier et cadrage", "day": date(2021, 9, 20)},
        ),
        "days.without_session": (WARNING, "sessions", "", {"day": date(2021, 9, 21)}),
        "plan.empty": (ERROR, "plan", "", {}),
        "plan.action_without_end": (WARNING, "plan", "action_end", {"rank": 1}),
        "plan.action_without_owner": (WARNING, "plan", "action_owner", {"rank": 1}),
        "plan.action_without_step": (WARNING, "plan", "action_indicator", {"rank": 1}),
        "plan.action_before_opening": (WARNING, "plan", "action_end", {"rank": 1, "end": date(2021, 9, 5)}),
        "plan.action_too_early": (WARNING, "plan", "action_start", {"rank": 2, "start": date(2022, 1, 30), "other": 1}),
        "plan.no_first_priority": (WARNING, "plan", "action_priority", {}),
        "plan.no_lever": (ERROR, "plan", "action_themes", {}),
        "funding.no_scenario": (ERROR, "funding", "", {}),
        "funding.equity_unknown": (WARNING, "company", "equity", {}),
        "funding.days_differ": (WARNING, "funding", "", {"phase": FIRST, "planned": 9, "done": 10}),
        "funding.cost_differs": (WARNING, "funding", "", {"phase": FIRST, "planned": 600001, "invoiced": 600000}),
        "funding.expense_late": (
            WARNING,
            "sessions",
            "expense_payment_day",
            {"number": "EX-2021-118", "day": date(2023, 1, 1), "until": date(2022, 12, 31)},
        ),
        "funding.expense_provider": (
            WARNING,
            "sessions",
            "expense_invoicing",
            {"number": "EX-2021-118", "provider": "Agile"},
        ),
        "packs.scheme_changed": (ERROR, "funding", "", {"pack": "jalon-default-0", "version": "0.9", "found": SCHEME}),
        "packs.referential_changed": (
            ERROR,
            "questionnaire",
            "",
            {"pack": "jalon-default-0", "version": "0.9", "found": "Référentiel Jalon par défaut"},
        ),
        "packs.other_referential": (
            WARNING,
            "questionnaire",
            "",
            {"kind": "entry", "pack": "jalon-default-0", "version": "0.9"},
        ),
        "factors.incomplete": (WARNING, "full_diagnostic", "factors_list", {"missing": 1}),
        "factors.without_evidence": (WARNING, "full_diagnostic", "factor_evidence", {"count": 1}),
        "factors.no_priority": (WARNING, "full_diagnostic", "factor_priority", {}),
        "votes.outside_spread": (
            WARNING,
            "questionnaire",
            "justification",
            {"kind": "entry", "count": 1, "themes": "L6.2"},
        ),
    }
)


@pytest.mark.parametrize("rule", TOLD)
def test_a_finding_says_its_values_and_leads_to_its_field(rule: str) -> None:
    case = CASES[rule]
    (found,) = findings(case.broken(STARTS[case.start]()))
    assert (found.severity, found.place, found.field, dict(found.params)) == TOLD[rule]


def test_every_rule_is_in_the_table() -> None:
    assert [rule.id for rule in RULES if rule.id not in TOLD] == []


def test_an_abandoned_mission_answers_for_who_was_accompanied_by_whom_and_under_which_packs() -> None:
    asked = set()
    for rule, case in CASES.items():
        broken = replace(case.broken(STARTS[case.start]()), kind=VersionKind.ABANDONED)
        asked |= {rule for found in findings(broken) if found.id == rule}
    assert asked == {
        "identity.company_name",
        "identity.siret",
        "identity.siren_mismatch",
        "identity.reference",
        "identity.provider",
        "identity.lead_consultant",
        "packs.scheme_changed",
        "packs.referential_changed",
    }
