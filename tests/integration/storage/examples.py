"""A whole mission with every field filled, and how to keep it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID, uuid4

from app.domain.action_plan import Action, ActionPriority, ActionState, CitedAid, MeasurableStep
from app.domain.assessment import Answer, Assessment, AssessmentKind, CaptureMode, Opinion
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.de_minimis import AidReceived
from app.domain.expenses import Expense
from app.domain.explanations import Explanation
from app.domain.full_diagnostic import FactorPriority, FactorView, FullDiagnostic, Operation
from app.domain.funding import PhasePlan
from app.domain.mission import (
    FundingScenario,
    Mission,
    MissionFile,
    ProgrammeOperator,
    Provider,
    Purpose,
    SealedVersion,
    Session,
    VersionKind,
)
from app.domain.packs import PackRef
from app.domain.placement import Placement
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import Factor, Level, ThemeCode
from app.domain.scheme import PhaseCode
from app.domain.workshop import WorkshopVote
from app.services.ports import UnitOfWork

AT = datetime(2022, 2, 3, 9, 30, 15, 123456, tzinfo=UTC)
SCHEME = PackRef("occitanie-2020-2022", "2", "a" * 64)
REFERENTIAL = PackRef("industrie-du-futur", "1", "b" * 64)
PHASE = PhaseCode("phase_1")


def a_mission(reference: str = "OC-22-7F3K-9", **changes: object) -> Mission:
    """A mission with every field filled."""
    whole = Mission(
        id=uuid4(),
        reference=reference,
        opened_on=date(2022, 1, 10),
        company=Company(
            name="Mécanique Durand SAS",
            siren="732829320",
            trade="pièces tournées",
            employees=42,
            equity=Cents(-1_234_567),
            balance_sheet_months=18,
            industrial_activity=True,
            association=True,
            approved_integration=True,
            production_revenue_share=Decimal("0.8500"),
            in_difficulty=False,
            tax_and_social_up_to_date=True,
            de_minimis_statement=False,
            head_name="la présidente",
            head_function="présidente",
        ),
        establishment=Establishment("73282932000074", "1 rue de l’Atelier", "34500", "Béziers", "76"),
        scheme=SCHEME,
        referential=REFERENTIAL,
        fictional=True,
        operator=ProgrammeOperator.GIFAS,
        provider=Provider("Cabinet Essor", "consultante", "contact"),
        purposes=(Purpose.MEASURE_RESULTS, Purpose.CHOOSE_TECHNOLOGIES),
        market="aéronautique",
        sector="mécanique",
        territory="Béziers",
        recruitment_source="réunion d’information",
        decision_day=date(2022, 1, 5),
        region_file="R-2022-118",
        summary="Deux phrases.\nÀ retenir.",
        next_day=date(2022, 6, 1),
        next_step="bilan",
        private_notes="pour moi seul",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def an_assessment(kind: AssessmentKind = AssessmentKind.ENTRY) -> Assessment:
    """An assessment with one answer of each shape."""
    answers = {
        ThemeCode("T01"): Answer(Level.IN_PLACE, "parce que", "vu à l’atelier", Opinion(Level.TO_STUDY, "pas encore")),
        ThemeCode("T02"): Answer(None, "à revoir"),
        ThemeCode("T03"): Answer(Level.UNKNOWN),
    }
    heading = Assessment(
        uuid4(), kind, REFERENTIAL, date(2022, 1, 12), "la présidente", "consultante", CaptureMode.WORKSHOP
    )
    votes = (
        WorkshopVote(uuid4(), ThemeCode("T01"), "régleur", Level.TO_STUDY, AT),
        WorkshopVote(uuid4(), ThemeCode("T02"), "qualité", Level.UNKNOWN, AT + timedelta(seconds=1)),
    )
    return replace(heading, answers=MappingProxyType(answers), votes=votes)


def a_full_diagnostic() -> FullDiagnostic:
    """A 360° diagnostic of two factors, one with everything, one with nearly nothing."""
    whole = FactorView(
        Factor.PEOPLE_SKILLS,
        observations="Trois régleurs partent.",
        strengths="Équipe stable.",
        weaknesses="Réglages écrits nulle part.",
        evidence="Entretiens du 12 janvier.",
        priority=FactorPriority.FIRST,
    )
    whole = whole.with_effect(Operation.RECRUIT, 3).with_effect(Operation.SELL, 1)
    alone = FactorView(Factor.VISION_STRATEGY, strengths="Un cap clair.")
    return (
        FullDiagnostic(links="Facteurs 1 et 5.", outside_effects="Moins de transports.")
        .with_view(whole)
        .with_view(alone)
    )


def an_entry(day: date = date(2022, 1, 12), **changes: object) -> DayEntry:
    """A performed half-day."""
    line = DayEntry(
        id=uuid4(),
        phase=PHASE,
        day=day,
        half_day=HalfDay.MORNING,
        performer="consultante",
        purpose="visite",
        place="Béziers",
        remote=True,
        in_region=False,
        people_met=("la présidente", "chef d’atelier"),
        recorded_at=AT,
    )
    return replace(line, **changes)  # type: ignore[arg-type]


def an_aid(aid_id: str = "ti-25", **changes: object) -> CitedAid:
    """An aid with every field filled."""
    whole = CitedAid(
        id=aid_id,
        title="Suramortissement",
        operator="Services des impôts",
        catalogue=PackRef("aides-2019", "1.0", "e" * 64),
        stated_on=date(2019, 11, 14),
        valid_until=date(2020, 12, 31),
        estimate=Cents(140_006),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def an_action(rank: int = 1, **changes: object) -> Action:
    """An action with every field filled."""
    whole = Action(
        id=uuid4(),
        rank=rank,
        title="Relier les machines",
        themes=(ThemeCode("T01"), ThemeCode("T02")),
        reason="pertes de temps",
        owner="chef d’atelier",
        start=date(2022, 2, 1),
        end=date(2022, 5, 31),
        effort=HalfDays(13),
        cost=Cents(1_250_050),
        gain="une heure par jour",
        step=MeasurableStep("taux de marche", "52 %", "65 %"),
        priority=ActionPriority.CONDITIONAL,
        state=ActionState.STARTED,
        aids=(an_aid(),),
        placement=Placement(72, 31),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def a_scenario(rank: int = 1, *, chosen: bool = True) -> FundingScenario:
    """A scenario of two phases."""
    plans = (
        PhasePlan(PHASE, HalfDays(10), Cents(600_000), date(2022, 3, 1)),
        PhasePlan(PhaseCode("phase_2"), HalfDays(20), Cents(1_200_000)),
    )
    return FundingScenario(uuid4(), rank, "Parcours complet", plans, chosen)


def an_expense(**changes: object) -> Expense:
    """A paid invoice line."""
    whole = Expense(
        uuid4(),
        PHASE,
        "F-2022-07",
        "Cabinet Essor",
        "Cabinet Essor",
        Cents(600_000),
        date(2022, 2, 28),
        date(2022, 3, 1),
        date(2022, 3, 31),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def a_file(reference: str = "OC-22-7F3K-9") -> MissionFile:
    """A whole mission, lists in the order in which the storage gives them back."""
    entry = an_entry()
    correction = an_entry(corrects=entry.id, purpose="saisie deux fois", recorded_at=None)
    return MissionFile(
        mission=a_mission(reference),
        sessions=(
            Session(uuid4(), date(2022, 1, 12), "cadrage", "Béziers", ("la présidente",), "notes", "privé"),
            Session(uuid4(), date(2022, 1, 20), "visite"),
        ),
        ledger=Ledger((entry, an_entry(date(2022, 1, 13)), correction)),
        assessments=(an_assessment(), an_assessment(AssessmentKind.EXIT)),
        actions=(an_action(1), Action(uuid4(), 2, "Former", (ThemeCode("T03"),))),
        scenarios=(a_scenario(1), a_scenario(2, chosen=False)),
        expenses=(an_expense(), an_expense(invoice_day=date(2022, 3, 2), payment_day=None)),
        full_diagnostic=a_full_diagnostic(),
        aids_received=(
            AidReceived(date(2020, 4, 1), Cents(1_500_050), "Banque publique", "1407/2013", False, uuid4()),
            AidReceived(date(2021, 6, 1), Cents(400_000), "Région", of_group=True, id=uuid4()),
        ),
        explanations=(
            Explanation("identity.next_day", "day=2022-06-01", "La date est passée.", "Réunion tenue, suite en juin."),
            Explanation("identity.summary", "", "L’essentiel manque.", "Écrit après la restitution."),
        ),
    )


def a_version(mission_id: UUID, version: int = 1, document: bytes = b'{"schema":1}') -> SealedVersion:
    """A sealed version."""
    return SealedVersion(mission_id, version, VersionKind.CORRECTION, "coquille", "c" * 64, document, AT, "d" * 64)


def keep(uow: UnitOfWork, whole: MissionFile) -> None:
    """Write a whole mission through the repositories, without committing."""
    mission_id = whole.mission.id
    uow.missions.add(whole.mission, AT)
    for session in whole.sessions:
        uow.sessions.save(mission_id, session)
    for entry in whole.ledger.entries:
        uow.ledger.append(mission_id, entry)
    for assessment in whole.assessments:
        uow.assessments.save(mission_id, assessment)
        for theme, answer in assessment.answers.items():
            uow.assessments.set_level(mission_id, assessment.kind, theme, answer.level, AT)
            uow.assessments.set_texts(mission_id, assessment.kind, theme, answer, AT)
        for vote in assessment.votes:
            uow.votes.save(mission_id, assessment.kind, vote)
    for action in whole.actions:
        uow.actions.save(mission_id, action)
    for scenario in whole.scenarios:
        uow.scenarios.save(mission_id, scenario)
    for expense in whole.expenses:
        uow.expenses.save(mission_id, expense)
    keep_statements(uow, whole)


def keep_statements(uow: UnitOfWork, whole: MissionFile) -> None:
    """Write what is said of the whole mission: its diagnostic, its de minimis aid, the answers to the warnings."""
    mission_id = whole.mission.id
    for view in whole.full_diagnostic.views.values():
        uow.full_diagnostics.save_view(mission_id, view)
    uow.full_diagnostics.save_links(mission_id, whole.full_diagnostic.links, whole.full_diagnostic.outside_effects)
    for aid in whole.aids_received:
        uow.aids_received.save(mission_id, aid)
    for explanation in whole.explanations:
        uow.explanations.save(mission_id, explanation)
