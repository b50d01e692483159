"""Fields of the « Entreprise » page: how each is shown as text and how what is typed is put into the mission."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from app.domain.company import Company, Establishment
from app.domain.errors import DomainError
from app.domain.mission import Mission, ProgrammeOperator, Provider, Purpose
from app.domain.quantities import clean_text
from app.ui.presenters import typed

YES, NO, UNKNOWN = "yes", "no", "unknown"
"""Texts of a field of three states; one of two states knows the first two."""

T = TypeVar("T", Mission, Company, Establishment, Provider)

Show = Callable[[Mission], str]
Put = Callable[[Mission, str], Mission]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the page.

    Attributes:
        show: Its text, as it would be typed.
        put: The mission once a text is typed. Raises `DomainError` when it cannot be read.
    """

    show: Show
    put: Put


def _with(record: T, name: str, value: Any) -> T:
    """The same record with one attribute changed."""
    changes: dict[str, Any] = {name: value}
    return replace(record, **changes)


def _known(value: bool | None) -> str:
    if value is None:
        return UNKNOWN
    return YES if value else NO


def _state(text: str) -> bool | None:
    return {YES: True, NO: False}.get(text)


def _company_text(name: str) -> Field:
    return Field(
        lambda mission: str(getattr(mission.company, name)),
        lambda mission, text: replace(mission, company=_with(mission.company, name, text)),
    )


def _company_state(name: str) -> Field:
    return Field(
        lambda mission: _known(getattr(mission.company, name)),
        lambda mission, text: replace(mission, company=_with(mission.company, name, _state(text))),
    )


def _company_flag(name: str) -> Field:
    return Field(
        lambda mission: _known(getattr(mission.company, name)),
        lambda mission, text: replace(mission, company=_with(mission.company, name, text == YES)),
    )


def _company_count(name: str) -> Field:
    def show(mission: Mission) -> str:
        value = getattr(mission.company, name)
        return "" if value is None else typed.number(value)

    def put(mission: Mission, text: str) -> Mission:
        return replace(mission, company=_with(mission.company, name, typed.count_from(text)))

    return Field(show, put)


def _equity() -> Field:
    def show(mission: Mission) -> str:
        return "" if mission.company.equity is None else typed.amount(mission.company.equity)

    def put(mission: Mission, text: str) -> Mission:
        return replace(mission, company=replace(mission.company, equity=typed.signed_cents_from(text)))

    return Field(show, put)


def _revenue_share() -> Field:
    def put(mission: Mission, text: str) -> Mission:
        share: Decimal | None = typed.share_from(text)
        return replace(mission, company=replace(mission.company, production_revenue_share=share))

    return Field(lambda mission: typed.share(mission.company.production_revenue_share), put)


def _siret() -> Field:
    def show(mission: Mission) -> str:
        siret = mission.establishment.siret
        return typed.NBSP.join((siret[:3], siret[3:6], siret[6:9], siret[9:])) if siret else ""

    def put(mission: Mission, text: str) -> Mission:
        return replace(mission, establishment=replace(mission.establishment, siret="".join(text.split())))

    return Field(show, put)


def _site_text(name: str) -> Field:
    return Field(
        lambda mission: str(getattr(mission.establishment, name)),
        lambda mission, text: replace(mission, establishment=_with(mission.establishment, name, text)),
    )


def _provider_text(name: str, field: str) -> Field:
    def put(mission: Mission, text: str) -> Mission:
        return replace(mission, provider=_with(mission.provider, name, clean_text(text, field=field)))

    return Field(lambda mission: str(getattr(mission.provider, name)), put)


def _mission_text(name: str) -> Field:
    return Field(
        lambda mission: str(getattr(mission, name)),
        lambda mission, text: _with(mission, name, text),
    )


def _mission_day(name: str) -> Field:
    return Field(
        lambda mission: typed.day(getattr(mission, name)),
        lambda mission, text: _with(mission, name, typed.day_from(text, near=mission.opened_on)),
    )


def _opening() -> Field:
    def put(mission: Mission, text: str) -> Mission:
        day = typed.day_from(text, near=mission.opened_on)
        if day is None:
            raise DomainError("mission.opening_missing")
        return replace(mission, opened_on=day)

    return Field(lambda mission: typed.day(mission.opened_on), put)


def _operator() -> Field:
    return Field(
        lambda mission: mission.operator.value,
        lambda mission, text: replace(mission, operator=ProgrammeOperator(text)),
    )


def _purpose(purpose: Purpose) -> Field:
    def put(mission: Mission, text: str) -> Mission:
        chosen = {*mission.purposes, purpose} if text == YES else set(mission.purposes) - {purpose}
        return replace(mission, purposes=tuple(one for one in Purpose if one in chosen))

    return Field(lambda mission: _known(purpose in mission.purposes), put)


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "name": _company_text("name"),
        "siret": _siret(),
        "trade": _company_text("trade"),
        "employees": _company_count("employees"),
        "equity": _equity(),
        "balance_sheet_months": _company_count("balance_sheet_months"),
        "head_name": _company_text("head_name"),
        "head_function": _company_text("head_function"),
        "address": _site_text("address"),
        "postal_code": _site_text("postal_code"),
        "town": _site_text("town"),
        "region_code": _site_text("region_code"),
        "industrial_activity": _company_state("industrial_activity"),
        "in_difficulty": _company_state("in_difficulty"),
        "tax_and_social_up_to_date": _company_state("tax_and_social_up_to_date"),
        "de_minimis_statement": _company_state("de_minimis_statement"),
        "association": _company_flag("association"),
        "approved_integration": _company_flag("approved_integration"),
        "production_revenue_share": _revenue_share(),
        "provider_name": _provider_text("name", "provider_name"),
        "lead_consultant": _provider_text("lead_consultant", "lead_consultant"),
        "provider_contact": _provider_text("contact", "provider_contact"),
        "operator": _operator(),
        **{f"purpose_{purpose.value}": _purpose(purpose) for purpose in Purpose},
        "market": _mission_text("market"),
        "sector": _mission_text("sector"),
        "territory": _mission_text("territory"),
        "recruitment_source": _mission_text("recruitment_source"),
        "opened_on": _opening(),
        "decision_day": _mission_day("decision_day"),
        "region_file": _mission_text("region_file"),
        "summary": _mission_text("summary"),
        "next_day": _mission_day("next_day"),
        "next_step": _mission_text("next_step"),
        "private_notes": _mission_text("private_notes"),
    }
)
"""Every field by its key, which is also the end of its editor's objectName."""
