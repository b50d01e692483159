"""Use cases on a mission as a whole: open it, frame it, reopen it, read it."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.entry_days import check_near_day, check_opening
from app.domain.errors import DomainError
from app.domain.identifiers import REFERENCE_SPACE, mission_reference, siren_from, siren_of, siret_from
from app.domain.journal import EventKind
from app.domain.mission import Mission, MissionFile, Provider
from app.domain.quantities import LINE_LENGTH, TEXT_LENGTH, clean_text
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.services.ports import Clock, NewId, UnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)

REFERENCE_TRIES = 50
"""Draws of a readable reference before giving up; one mission in a million collides with 32⁴ symbols."""


@dataclass(frozen=True, slots=True)
class NewMission:
    """What is asked to open a mission; the rest comes with the work.

    Attributes:
        company_name: Required.
        siret: As typed, or empty while unknown.
        scheme: Scheme chosen.
        referential: Referential of the questionnaire.
        fictional: Whether it belongs to the demonstration.
        provider_name: Accredited provider, kept from the preferences of the laptop.
        lead_consultant: Likewise.
        mission_id: Identifier that a mission order gives; a new one without it.
        decision_day: Day of the Region's decision, when it is known already.
        region_file: The Region's own file number, likewise.
    """

    company_name: str
    siret: str
    scheme: Scheme
    referential: Referential
    fictional: bool = False
    provider_name: str = ""
    lead_consultant: str = ""
    mission_id: UUID | None = None
    decision_day: date | None = None
    region_file: str = ""


def _free_reference(uow: UnitOfWork, prefix: str, year: int, draw: Callable[[int], int]) -> str:
    for _ in range(REFERENCE_TRIES):
        reference = mission_reference(prefix, year, draw(REFERENCE_SPACE))
        if not uow.missions.reference_taken(reference):
            return reference
    raise DomainError("mission.no_reference_left", prefix=prefix, year=year)


def _new(asked: NewMission, name: str, siret: str, reference: str, at: datetime, new_id: NewId) -> Mission:
    return Mission(
        id=asked.mission_id or new_id(),
        reference=reference,
        opened_on=at.date(),
        company=Company(name=name, siren=siren_of(siret)),
        establishment=Establishment(siret=siret, region_code=asked.scheme.region_code or ""),
        scheme=asked.scheme.header.ref,
        referential=asked.referential.header.ref,
        fictional=asked.fictional,
        decision_day=asked.decision_day,
        region_file=asked.region_file,
        provider=Provider(name=asked.provider_name, lead_consultant=asked.lead_consultant),
    )


def open_mission(
    uow_factory: UnitOfWorkFactory,
    asked: NewMission,
    *,
    clock: Clock,
    new_id: NewId,
    draw: Callable[[int], int] = secrets.randbelow,
) -> Mission:
    """Open a mission with its entry assessment.

    Raises:
        DomainError: `company.name_missing`, `siret.length`, `siret.key`, `text.too_long`.
    """
    at = clock()
    name = clean_text(asked.company_name, field="company_name")
    if not name:
        raise DomainError("company.name_missing")
    siret = siret_from(asked.siret) if asked.siret.strip() else ""
    with uow_factory() as uow:
        mission = _new(
            asked, name, siret, _free_reference(uow, asked.scheme.reference_prefix, at.year, draw), at, new_id
        )
        uow.missions.add(mission, at)
        entry = Assessment(
            id=new_id(),
            kind=AssessmentKind.ENTRY,
            referential=mission.referential,
            day=mission.opened_on,
            captured_by=asked.lead_consultant,
        )
        uow.assessments.save(mission.id, entry)
        uow.journal.note(mission.id, EventKind.OPENED, at, mission)
        uow.commit()
    logger.info("mission %s opened", mission.id)
    return mission


def _checked_company(company: Company) -> Company:
    if not company.name:
        raise DomainError("company.name_missing")
    if company.employees is not None and company.employees < 0:
        raise DomainError("company.employees_negative", employees=company.employees)
    if company.balance_sheet_months is not None and company.balance_sheet_months < 0:
        raise DomainError("company.months_negative", months=company.balance_sheet_months)
    share = company.production_revenue_share
    if share is not None and not 0 <= share <= 1:
        raise DomainError("company.share_out_of_range", share=share)
    return replace(
        company,
        name=clean_text(company.name, field="company_name"),
        siren=siren_from(company.siren) if company.siren else "",
        trade=clean_text(company.trade, field="trade"),
        head_name=clean_text(company.head_name, field="head_name"),
        head_function=clean_text(company.head_function, field="head_function"),
    )


def _checked_establishment(establishment: Establishment) -> Establishment:
    return replace(
        establishment,
        siret=siret_from(establishment.siret) if establishment.siret else "",
        address=clean_text(establishment.address, field="address"),
        postal_code=clean_text(establishment.postal_code, field="postal_code"),
        town=clean_text(establishment.town, field="town"),
    )


def _check_days(changed: Mission, kept: Mission, today: date) -> None:
    """Refuse a day that was just changed and cannot be."""
    if changed.opened_on != kept.opened_on:
        check_opening(changed.opened_on, today=today)
    for field in ("decision_day", "next_day"):
        day = getattr(changed, field)
        if day != getattr(kept, field):
            check_near_day(day, field=field, opened_on=changed.opened_on)


def frame_mission(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, change: Callable[[Mission], Mission], *, clock: Clock
) -> Mission:
    """Change the identity or the framing of a draft mission, one field or several in one transaction.

    Args:
        uow_factory: Storage.
        mission_id: The mission.
        change: Gives the mission with its new fields; identifiers, packs, state and version are kept whatever it does.
        clock: Present instant.

    Raises:
        DomainError: `mission.sealed`, or the refusal of a field (`siret.key`, `text.too_long`…); nothing is then written.
    """
    at = clock()
    with uow_factory() as uow:
        kept = uow.missions.get(mission_id)
        kept.check_writable()
        changed = change(kept)
        _check_days(changed, kept, at.date())
        establishment = _checked_establishment(changed.establishment)
        company = _checked_company(
            replace(changed.company, siren=siren_of(establishment.siret) or changed.company.siren)
        )
        mission = replace(
            changed,
            id=kept.id,
            reference=kept.reference,
            scheme=kept.scheme,
            referential=kept.referential,
            state=kept.state,
            version=kept.version,
            fictional=kept.fictional,
            company=company,
            establishment=establishment,
            market=clean_text(changed.market, field="market"),
            sector=clean_text(changed.sector, field="sector"),
            territory=clean_text(changed.territory, field="territory"),
            recruitment_source=clean_text(changed.recruitment_source, field="recruitment_source"),
            region_file=clean_text(changed.region_file, field="region_file"),
            next_step=clean_text(changed.next_step, longest=LINE_LENGTH, field="next_step"),
            summary=clean_text(changed.summary, longest=TEXT_LENGTH, field="summary"),
            private_notes=clean_text(changed.private_notes, longest=TEXT_LENGTH, field="private_notes"),
        )
        uow.missions.save(mission, at)
        uow.journal.note(mission.id, EventKind.FRAMED, at, mission)
        uow.commit()
    logger.info("mission %s framed", mission.id)
    return mission


def read_mission(uow_factory: UnitOfWorkFactory, mission_id: UUID) -> MissionFile:
    """The whole mission, read in one transaction.

    Raises:
        DomainError: `mission.unknown`.
    """
    with uow_factory() as uow:
        return uow.missions.file(mission_id)


def reopen_mission(uow_factory: UnitOfWorkFactory, mission_id: UUID, *, clock: Clock) -> Mission:
    """Make a sealed mission a draft again; sealed versions stay as they are, the next seal makes version n + 1.

    Raises:
        DomainError: `mission.not_sealed`.
    """
    with uow_factory() as uow:
        mission = uow.missions.get(mission_id).reopened()
        at = clock()
        uow.missions.save(mission, at)
        uow.journal.note(mission.id, EventKind.REOPENED, at, mission.version)
        uow.commit()
    logger.info("mission %s reopened", mission.id)
    return mission
