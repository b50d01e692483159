"""The shipped text catalogue says the findings of the rules, the refusals of the packs and the words of the codes."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from uuid import UUID

import pytest

from app.domain.action_plan import Action, ActionPriority, ActionState
from app.domain.assessment import Assessment, AssessmentKind, CaptureMode
from app.domain.checks import CheckSubject, findings
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, HalfDay, Ledger, ServiceClass
from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError, InvalidData
from app.domain.funding import LineKind
from app.domain.identifiers import siret_from
from app.domain.mission import Mission, MissionFile, ProgrammeOperator, Purpose, VersionKind
from app.domain.referential import Factor, Level
from app.domain.scheme import SizeClass
from app.packs.library import PackLibrary
from app.packs.referentials import load_referential
from app.packs.source import PackSource
from app.packs.texts import Texts
from app.resources import resource_path
from app.services.rows import DepositState, ShownState
from app.sync.contract.protocol import ProblemCode

LIBRARY = PackLibrary.shipped()
SCHEME = LIBRARY.scheme("occitanie-2020-2022")
REFERENTIAL = LIBRARY.referential()
DAY = date(2022, 5, 12)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load()


def identifier(rank: int) -> UUID:
    return UUID(int=rank)


def empty_file() -> MissionFile:
    mission = Mission(
        id=identifier(1),
        reference="OC-22-7F3K-9",
        opened_on=DAY,
        company=Company(name=""),
        establishment=Establishment(),
        scheme=SCHEME.header.ref,
        referential=REFERENTIAL.header.ref,
    )
    return MissionFile(mission)


def answered(kind: AssessmentKind) -> Assessment:
    opened = Assessment(identifier(2), kind, REFERENTIAL.header.ref, DAY)
    for theme in REFERENTIAL.themes:
        opened = opened.with_answer(theme.code, replace(opened.answer(theme.code), level=Level.TO_STUDY))
    return opened


def odd_file() -> MissionFile:
    phase = SCHEME.phases[1].code
    lines = [DayEntry(identifier(100 + rank), phase, DAY, HalfDay.MORNING, f"C{rank}", "visite") for rank in range(61)]
    return replace(
        empty_file(),
        ledger=Ledger(tuple(lines)),
        assessments=(answered(AssessmentKind.ENTRY), answered(AssessmentKind.EXIT)),
        actions=(Action(identifier(3), 1, "Essai", (REFERENTIAL.themes[0].code,)),),
    )


@pytest.mark.parametrize("file", [empty_file(), odd_file()], ids=["empty", "odd"])
@pytest.mark.parametrize("kind", list(VersionKind))
def test_every_finding_is_said(texts: Texts, file: MissionFile, kind: VersionKind) -> None:
    found = findings(CheckSubject(file, SCHEME, REFERENTIAL, kind, DAY))

    assert found
    for finding in found:
        assert texts.sentence(finding.id, dict(finding.params)).endswith(".")


def test_a_damaged_pack_is_refused_by_a_sentence_that_names_file_table_and_key(texts: Texts) -> None:
    content = resource_path("referentials", "jalon-default-1.toml").read_bytes()
    start = content.index(b'[[theme]]\ncode = "L6.3"')

    with pytest.raises(InvalidData) as refusal:
        load_referential(PackSource("jalon-default-1.toml", content[:start]))

    assert texts.error(refusal.value) == (
        "jalon-default-1.toml, table «\u202freferential\u202f», clé «\u202fthemes\u202f»\u00a0: "
        "29 annoncés, 28 présents. Complétez le paquet, ou corrigez le nombre."
    )


def test_a_refusal_says_what_why_and_what_to_do(texts: Texts) -> None:
    with pytest.raises(DomainError) as refusal:
        siret_from("73282932000075")

    assert texts.error(refusal.value) == (
        "«\u202f73282932000075\u202f» n’est pas un SIRET valable\u00a0: sa clé ne correspond pas, un chiffre est faux ou "
        "inversé. Relisez-le sur un document officiel."
    )


def test_every_refusal_of_the_server_is_said_without_any_value(texts: Texts) -> None:
    for code in ProblemCode:
        assert "{" not in texts.template(code)


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        ("half_day", HalfDay),
        ("assessment_kind", AssessmentKind),
        ("capture_mode", CaptureMode),
        ("version_kind", VersionKind),
        ("service_class", ServiceClass),
        ("size_class", SizeClass),
        ("operator", ProgrammeOperator),
        ("purpose", Purpose),
        ("priority", ActionPriority),
        ("action_state", ActionState),
        ("criterion_state", CriterionState),
        ("shown_state", ShownState),
        ("deposit_state", DepositState),
        ("factor", Factor),
        ("funding_line", LineKind),
    ],
)
def test_every_member_of_an_enumeration_has_its_word(texts: Texts, group: str, kind: type[StrEnum]) -> None:
    words = [texts.word(group, member) for member in kind]

    assert len(set(words)) == len(words)
