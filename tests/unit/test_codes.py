"""What stored missions, sealed documents and packs rely on: codes never change, values are frozen."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from types import ModuleType

import pytest

import app.domain

CODES = {
    "account.ExpenseState": "accepted unpaid too_late not_accredited",
    "action_plan.ActionPriority": "first conditional later",
    "action_plan.ActionState": "planned started done dropped",
    "ademe.Zone": "elsewhere overseas corsica afr",
    "aid_catalogue.AidTheme": "robotisation digital energy_ecology skills export innovation finance land infrastructure housing_mobility disputes regulation strategy attractiveness",
    "aid_catalogue.Audience": "territory local_authority association very_small_company sme mid_cap large_company grouping training_body young_person employee",
    "aid_catalogue.CompanyUse": "direct collective indirect",
    "aid_catalogue.Pillar": "attract recruit innovate simplify clusters",
    "aid_catalogue.SourceStatus": "open closed_call announced information_only proposal",
    "aids.AidFamily": "extra_depreciation study flat_fee investment",
    "aids.BeneficiarySize": "small medium large non_economic",
    "aids.ValidityState": "upcoming open closed",
    "assessment.AssessmentKind": "entry exit follow_up exercise",
    "assessment.CaptureMode": "consultant company_alone workshop paper",
    "attachment.FieldAudience": "company region private",
    "attachment.MediaType": "image/jpeg image/png image/heic application/pdf application/vnd.openxmlformats-officedocument.wordprocessingml.document application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/vnd.openxmlformats-officedocument.presentationml.presentation application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.spreadsheet application/vnd.oasis.opendocument.presentation text/plain",
    "checks.model.Place": "company sessions questionnaire full_diagnostic plan funding",
    "checks.model.Severity": "error warning",
    "coach.LeftOut": "not_concerned in_place banned no_effort not_chosen",
    "comparison.Comparability": "comparable unanswered not_comparable new",
    "days.HalfDay": "am pm",
    "days.ServiceClass": "diagnostic accompaniment",
    "eligibility.CriterionState": "met not_met unknown",
    "evidence.EvidenceKind": "drawn scanned on_paper",
    "evidence.SignatoryRole": "company provider",
    "evolution.StepKind": "gain loss reclassification unchanged",
    "full_diagnostic.FactorPriority": "first next watch",
    "full_diagnostic.Operation": "sell design buy produce inspect deliver maintain recruit",
    "funding.LineKind": "invoiced retained phase_grant equity grant company advance balance",
    "journal.EventKind": "opened imported framed answered explained day_entered day_corrected changed sealed signed reopened deposited handed_over received taken_back erased",
    "mission.MissionState": "draft sealed away",
    "mission.ProgrammeOperator": "gifas other",
    "mission.Purpose": "implement_methods choose_technologies engineer_integration measure_results",
    "mission.VersionKind": "diagnostic exit abandoned correction",
    "packs.PackKind": "referential scheme guide bridge aid aid_catalogue",
    "placement.Quadrant": "now prepare alongside later",
    "programme.NotCounted": "too_short before_filing large_company",
    "programme.ProgrammeLineKind": "gross base half ceiling credit_limit state_grant region_net company_share",
    "programme.SizeState": "reached exception exception_possible too_small",
    "programme_admission.AdmissionState": "met not_met unknown",
    "programme_admission.Bearer": "regional_authority sector_body",
    "readings.BoundaryScope": "service path",
    "readings.CeilingReading": "maximum minimum",
    "readings.CountingUnit": "companies services",
    "readings.EquityOrder": "last_first first_first pro_rata",
    "readings.GifasBasis": "operator sector",
    "readings.LongServiceReading": "warned not_credited",
    "readings.NegativeEquity": "no_grant not_limited",
    "readings.Rounding": "half_up half_even down",
    "readings.SizeBoundReading": "at_least above",
    "readings.UnitCapBasis": "phase_average each_rate",
    "referential.Factor": "vision_strategy digital_technology_security industrial_performance environment_energy people_skills economics_business_models",
    "referential.Level": "unknown not_concerned to_study in_progress in_place",
    "referential_changes.ChangeKind": "level_points level_label lever_added lever_removed lever_renamed lever_opened lever_closed theme_added theme_removed theme_recoded theme_renamed theme_rescoped theme_moved theme_factors maximum",
    "scheme.CriterionKind": "industrial_activity employees_max association balance_sheet_months establishment_in_region service_in_region not_in_difficulty tax_and_social de_minimis_statement",
    "scheme.DayCapReading": "money days",
    "scheme.ExpenseDateBasis": "payment invoice service",
    "scheme.SizeClass": "sme mid_cap large",
    "scheme_changes.FactUnit": "cents half_days share day persons yes_no text",
    "scheme_changes.SchemeFact": "phase min_days max_days rate unit_cap unit advance_rate path_cap by_equity expenses_until expense_date day_cap_reading state_share accompaniment_min warn_above sme_max mid_cap_max criterion reading provider funder valid_until programme_ceiling programme_gifas programme_credit",
}
"""Codes of each closed list, in order: they are written in files that must be read for ever."""


def domain_modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(app.domain.__path__, "app.domain."):
        yield importlib.import_module(found.name)


def own_classes(module: ModuleType) -> list[type]:
    return [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]


def test_codes_never_change() -> None:
    found = {
        f"{module.__name__.removeprefix('app.domain.')}.{one.__name__}": " ".join(one)
        for module in domain_modules()
        for one in own_classes(module)
        if issubclass(one, StrEnum)
    }
    assert found == CODES


@pytest.mark.parametrize(
    "module", list(domain_modules()), ids=lambda module: module.__name__.removeprefix("app.domain.")
)
def test_values_are_frozen_and_small(module: ModuleType) -> None:
    """A shared catalogue or mission that somebody could change would change for everybody."""
    made = [one for one in own_classes(module) if is_dataclass(one)]
    parameters = {one.__name__: vars(one)["__dataclass_params__"] for one in made}
    assert [name for name, given in parameters.items() if not given.frozen] == []
    assert [one.__name__ for one in made if "__slots__" not in vars(one)] == []
