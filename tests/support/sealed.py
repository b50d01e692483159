"""A whole fictional mission, its sealed bytes, and bytes that were tampered with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from app.domain.action_plan import Action
from app.domain.assessment import Answer, Assessment, AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.full_diagnostic import FactorPriority, FactorView, FullDiagnostic, Operation
from app.domain.funding import PhasePlan
from app.domain.identifiers import REFERENCE_SPACE, mission_reference
from app.domain.mission import (
    FundingScenario,
    Mission,
    MissionFile,
    MissionState,
    Provider,
    Seal,
    SealedVersion,
    Session,
    VersionKind,
)
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import Factor, Level
from app.domain.workshop import WorkshopVote
from app.packs.library import PackLibrary
from app.sync.contract.canonical import canonical_bytes, read_canonical, sha256_of
from app.sync.contract.seal import write_document

PACKS = PackLibrary.shipped()
SCHEME = PACKS.scheme("occitanie-2020-2022")
REFERENTIAL = PACKS.referential()
SEALED_AT = datetime(2022, 5, 12, 15, 4, 5, tzinfo=UTC)
PHASE = SCHEME.phases[0].code


def a_mission_file(mission_id: UUID | None = None, *, fictional: bool = False) -> MissionFile:
    """A mission of an invented company, complete: five days, 29 answers, one action, a chosen scenario."""
    identifier = mission_id or uuid4()
    mission = Mission(
        id=identifier,
        reference=mission_reference("OC", 2022, identifier.int % REFERENCE_SPACE),
        opened_on=date(2022, 1, 10),
        company=Company(
            "Exemple Usinage SAS", "732829320", "pièces tournées", 42, Cents(50_000_000), head_function="présidente"
        ),
        establishment=Establishment("73282932000074", "1 rue de l’Essai", "31000", "Toulouse", "76"),
        scheme=SCHEME.header.ref,
        referential=REFERENTIAL.header.ref,
        fictional=fictional,
        provider=Provider("Exemple Conseil", "consultante de l’essai"),
        summary="Deux gestes d’abord.",
    )
    return MissionFile(
        mission=mission,
        sessions=(Session(uuid4(), date(2022, 2, 1), "Visite de l’atelier"),),
        ledger=_ledger(),
        assessments=(_assessment(),),
        actions=(Action(uuid4(), 1, "Relever les arrêts", (REFERENTIAL.themes[0].code,), end=date(2022, 9, 30)),),
        scenarios=(
            FundingScenario(uuid4(), 1, "Cinq jours", (PhasePlan(PHASE, HalfDays(10), Cents(600_000)),), chosen=True),
        ),
        full_diagnostic=FullDiagnostic(links="Facteurs 1 et 5. Un cap.").with_view(
            FactorView(
                Factor.PEOPLE_SKILLS,
                strengths="Équipe stable.",
                weaknesses="Réglages écrits nulle part.",
                priority=FactorPriority.FIRST,
            ).with_effect(Operation.RECRUIT, 3)
        ),
    )


def _assessment() -> Assessment:
    levels = list(Level)
    answers = {theme.code: Answer(levels[rank % 5]) for rank, theme in enumerate(REFERENTIAL.themes)}
    return Assessment(
        uuid4(),
        AssessmentKind.ENTRY,
        REFERENTIAL.header.ref,
        date(2022, 2, 1),
        answers=MappingProxyType(answers),
        votes=(WorkshopVote(uuid4(), REFERENTIAL.themes[0].code, "régleur", Level.IN_PLACE, SEALED_AT),),
    )


def _ledger() -> Ledger:
    ledger = Ledger()
    for day in range(1, 6):
        for half in HalfDay:
            line = DayEntry(uuid4(), PHASE, date(2022, 2, day), half, "consultante de l’essai", "diagnostic")
            ledger = ledger.add(line)
    wrong = ledger.add(DayEntry(uuid4(), PHASE, date(2022, 2, 7), HalfDay.MORNING, "consultante de l’essai", "erreur"))
    return wrong.correct(wrong.entries[-1].id, correction_id=uuid4(), reason="mauvais jour", recorded_at=SEALED_AT)


def a_version(file: MissionFile, before: SealedVersion | None = None, sealed_at: datetime = SEALED_AT) -> SealedVersion:
    """The next sealed version of a mission."""
    number = 1 if before is None else before.version + 1
    replaces = "" if before is None else before.sha256
    kind = VersionKind.DIAGNOSTIC if before is None else VersionKind.CORRECTION
    reason = "" if before is None else "précision"
    sealed = replace(file, mission=replace(file.mission, state=MissionState.SEALED, version=number))
    document = write_document(sealed, SCHEME, REFERENTIAL, Seal(number, kind, reason, sealed_at, replaces))
    mission_id = file.mission.id
    return SealedVersion(mission_id, number, kind, reason, sha256_of(document), document, sealed_at, replaces)


def tampered(document: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The canonical bytes of a document once its value was changed in place."""
    value = read_canonical(document)
    change(value)
    return canonical_bytes(value)
