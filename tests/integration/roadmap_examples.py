"""Missions to print: the fictional company of the script, without storage, and variations of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.assessment import Answer, Assessment, AssessmentKind, Opinion
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, Ledger
from app.domain.mission import Mission, MissionFile, MissionState, SealedVersion, VersionKind
from app.domain.referential import Level, ThemeCode
from app.domain.workshop import WorkshopVote
from app.packs.demo_company import shipped_demo
from app.packs.demo_exit import shipped_second_act
from app.packs.library import PackLibrary
from app.reports.roadmap.content import RoadmapContent
from app.services.demo import ScriptedHalfDay

DOCUMENT = '{"é":"données scellées","schema":1}'.encode()
SEALED_AT = datetime(2021, 9, 28, 14, 42, tzinfo=UTC)
_ids = count(1)


def new_id() -> UUID:
    return UUID(int=next(_ids))


@lru_cache(maxsize=1)
def library() -> PackLibrary:
    return PackLibrary.shipped()


def sealed_version(kind: VersionKind = VersionKind.DIAGNOSTIC, document: bytes = DOCUMENT) -> SealedVersion:
    digest = hashlib.sha256(document).hexdigest()
    return SealedVersion(new_id(), 1, kind, "", digest, document, SEALED_AT)


def empty_file(name: str = "Forge neuve") -> MissionFile:
    """A mission that was just opened: a company's name and nothing else."""
    mission = Mission(
        id=new_id(),
        reference="OC-21-AAAA-1",
        opened_on=date(2021, 9, 6),
        company=Company(name=name),
        establishment=Establishment(),
        scheme=library().scheme("occitanie-2020-2022").header.ref,
        referential=library().referential().header.ref,
    )
    return MissionFile(mission)


def demo_file() -> MissionFile:
    """The fictional company, whole, with its corrected half-day."""
    script = shipped_demo()
    name, siret, _, consultant = script.new
    blank = empty_file(name).mission
    blank = replace(
        blank,
        fictional=True,
        company=Company(name=name, siren=siret[:9]),
        establishment=Establishment(siret=siret, region_code="76"),
    )
    assessment = Assessment(
        new_id(),
        AssessmentKind.ENTRY,
        blank.referential,
        script.assessment.day,
        script.assessment.declared_by,
        consultant,
        script.assessment.mode,
        script.assessment.answers,
        tuple(WorkshopVote(new_id(), one.theme, one.voter, one.level, SEALED_AT) for one in script.ballots),
    )
    made = {action.id: new_id() for action in script.actions}
    return MissionFile(
        mission=script.frame(blank),
        sessions=tuple(replace(session, id=new_id()) for session in script.sessions),
        ledger=_ledger(script.days),
        assessments=(assessment,),
        actions=tuple(
            replace(action, id=made[action.id], depends_on=tuple(made[one] for one in action.depends_on))
            for action in script.actions
        ),
        scenarios=tuple(replace(one, id=new_id(), rank=rank) for rank, one in enumerate(script.scenarios, 1)),
        expenses=tuple(replace(one, id=new_id()) for one in script.expenses),
        full_diagnostic=script.full_diagnostic,
        aids_received=tuple(replace(one, id=new_id()) for one in script.aids_received),
    )


def _ledger(days: tuple[ScriptedHalfDay, ...]) -> Ledger:
    ledger = Ledger()
    for scripted in days:
        worked = scripted.worked
        line = DayEntry(
            id=new_id(),
            phase=worked.phase,
            day=worked.day,
            half_day=worked.half_day,
            performer=worked.performer,
            purpose=worked.purpose,
            place=worked.place,
            remote=worked.remote,
            in_region=worked.in_region,
            people_met=worked.people_met,
        )
        ledger = ledger.add(line)
        if scripted.corrected:
            ledger = ledger.correct(line.id, correction_id=new_id(), reason=scripted.corrected, recorded_at=SEALED_AT)
    return ledger


def exit_file() -> MissionFile:
    """The fictional company at exit: some themes moved, one was reclassified, opinions beside them."""
    file = demo_file()
    entry = file.assessments[0]
    moved: dict[ThemeCode, Answer] = dict(entry.answers)
    moved[ThemeCode("L1.2")] = Answer(Level.IN_PROGRESS, "Réseau d’atelier séparé.", opinion=Opinion(Level.IN_PROGRESS))
    moved[ThemeCode("L3.5")] = Answer(
        Level.IN_PLACE, opinion=Opinion(Level.IN_PROGRESS, "Deux îlots sur trois sont équipés.")
    )
    moved[ThemeCode("L2.4")] = Answer(Level.TO_STUDY)
    last = replace(
        entry,
        id=new_id(),
        kind=AssessmentKind.EXIT,
        day=date(2022, 3, 15),
        answers=MappingProxyType(moved),
        votes=(),
    )
    return replace(file, assessments=(entry, last))


def left_file() -> MissionFile:
    """The fictional company as its second act leaves it: gains, a loss, two reclassifications, twelve opinions."""
    file, act = demo_file(), shipped_second_act(shipped_demo())
    entry = file.assessments[0]
    last = replace(
        entry, id=new_id(), kind=AssessmentKind.EXIT, day=act.assessment.day, answers=act.assessment.answers, votes=()
    )
    return replace(file, mission=act.frame(file.mission), assessments=(entry, last))


def with_answers(file: MissionFile, answers: Mapping[ThemeCode, Answer]) -> MissionFile:
    """The file with other entry answers."""
    first, *others = file.assessments
    return replace(file, assessments=(replace(first, answers=MappingProxyType(dict(answers))), *others))


def content_of(
    file: MissionFile, sealed: SealedVersion | None = None, scheme: str = "occitanie-2020-2022"
) -> RoadmapContent:
    """What the document is made from."""
    if sealed is not None:
        file = replace(file, mission=replace(file.mission, state=MissionState.SEALED, version=sealed.version))
    return RoadmapContent(
        file=file,
        referential=library().referential(),
        scheme=library().scheme(scheme),
        sealed=sealed,
        printed_on=date(2021, 9, 28),
        zone=ZoneInfo("Europe/Paris"),
    )


def national_file() -> MissionFile:
    """The fictional company under the national programme, which has no rate for a company."""
    file = demo_file()
    scheme = library().scheme("national-2018-2022")
    phase = scheme.phases[0].code
    scenarios = tuple(replace(one, plans=(replace(one.plans[0], phase=phase),)) for one in file.scenarios)
    entries = tuple(replace(entry, phase=phase) for entry in file.ledger.entries)
    expenses = tuple(replace(expense, phase=phase) for expense in file.expenses)
    mission = replace(file.mission, scheme=scheme.header.ref)
    return replace(file, mission=mission, scenarios=scenarios, ledger=Ledger(entries), expenses=expenses)
