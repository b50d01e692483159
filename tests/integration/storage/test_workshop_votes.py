"""Use cases of the workshop and of the 360° diagnostic on a real file: durable, refused once sealed, never over the level."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

import pytest

from app.domain.assessment import AssessmentKind
from app.domain.errors import DomainError, InvalidData
from app.domain.full_diagnostic import FactorView, FullDiagnostic, Operation
from app.domain.mission import MissionState
from app.domain.referential import Factor, Level, ThemeCode
from app.models.storage import Storage
from app.services.full_diagnostic import write_factor, write_links
from app.services.missions import read_mission
from app.services.workshop import Ballot, cast_vote, withdraw_vote
from tests.integration.storage.examples import AT, a_file, keep
from tests.support.sealed import REFERENTIAL

ENTRY = AssessmentKind.ENTRY
THEME = ThemeCode("L1.1")
NOW = datetime(2022, 3, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def mission_id(storage: Storage) -> UUID:
    """A mission kept whole, without vote nor 360° diagnostic."""
    file = a_file()
    bare = tuple(replace(one, votes=()) for one in file.assessments[:1])
    file = replace(file, assessments=bare, full_diagnostic=FullDiagnostic())
    with storage.unit_of_work() as uow:
        keep(uow, file)
        uow.assessments.set_level(file.mission.id, ENTRY, THEME, Level.TO_STUDY, AT)
        uow.commit()
    return file.mission.id


def vote(
    storage: Storage, mission_id: UUID, voter: str, level: Level, kind: AssessmentKind = ENTRY
) -> list[tuple[str, Level]]:
    """Cast a vote; who gave what afterwards."""
    ballot = Ballot(THEME, voter, level)
    cast = cast_vote(
        storage.unit_of_work, mission_id, kind, ballot, referential=REFERENTIAL, clock=lambda: NOW, new_id=uuid4
    )
    return [(one.voter, one.level) for one in cast]


def seal(storage: Storage, mission_id: UUID) -> None:
    """Close the mission."""
    with storage.unit_of_work() as uow:
        uow.missions.save(replace(uow.missions.get(mission_id), state=MissionState.SEALED), AT)
        uow.commit()


def test_votes_never_change_the_declared_level(storage: Storage, mission_id: UUID) -> None:
    vote(storage, mission_id, "régleur", Level.IN_PLACE)
    vote(storage, mission_id, "qualité", Level.UNKNOWN)
    entry = read_mission(storage.unit_of_work, mission_id).assessment(ENTRY)
    assert entry is not None
    assert entry.answer(THEME).level is Level.TO_STUDY
    assert {(one.voter, one.level) for one in entry.votes_on(THEME)} == {
        ("régleur", Level.IN_PLACE),
        ("qualité", Level.UNKNOWN),
    }
    assert entry.votes_on(ThemeCode("L1.2")) == ()


def test_who_votes_again_changes_his_vote_and_one_can_take_it_back(storage: Storage, mission_id: UUID) -> None:
    vote(storage, mission_id, "Régleur", Level.IN_PLACE)
    assert vote(storage, mission_id, " régleur ", Level.TO_STUDY) == [("régleur", Level.TO_STUDY)]
    with storage.unit_of_work() as uow:
        (held,) = uow.votes.of(mission_id, ENTRY)
    assert withdraw_vote(storage.unit_of_work, mission_id, ENTRY, held.id, clock=lambda: NOW) == ()
    with storage.unit_of_work() as uow:
        assert uow.votes.of(mission_id, ENTRY) == ()


def test_a_vote_needs_a_voter_a_known_theme_and_an_open_questionnaire(storage: Storage, mission_id: UUID) -> None:
    with pytest.raises(DomainError, match=r"vote\.voter_missing"):
        vote(storage, mission_id, "  ", Level.IN_PLACE)
    with pytest.raises(DomainError, match=r"text\.too_long"):
        vote(storage, mission_id, "r" * 201, Level.IN_PLACE)
    with pytest.raises(InvalidData, match=r"assessment\.unknown"):
        vote(storage, mission_id, "régleur", Level.IN_PLACE, AssessmentKind.EXIT)
    with storage.unit_of_work() as uow:
        assert uow.votes.of(mission_id, ENTRY) == ()


def test_a_factor_is_saved_alone(storage: Storage, mission_id: UUID) -> None:
    first = FactorView(Factor.PEOPLE_SKILLS, strengths=" Équipe stable. ").with_effect(Operation.SELL, 2)
    kept = write_factor(storage.unit_of_work, mission_id, first, clock=lambda: NOW)
    assert kept.strengths == "Équipe stable."
    write_factor(storage.unit_of_work, mission_id, FactorView(Factor.VISION_STRATEGY, "cap"), clock=lambda: NOW)
    write_links(storage.unit_of_work, mission_id, "Facteurs 1 et 5.\n", "", clock=lambda: NOW)
    held = read_mission(storage.unit_of_work, mission_id).full_diagnostic
    assert list(held.views) == [Factor.VISION_STRATEGY, Factor.PEOPLE_SKILLS]
    assert held.view(Factor.PEOPLE_SKILLS) == kept
    assert (held.links, held.outside_effects) == ("Facteurs 1 et 5.", "")
    write_factor(storage.unit_of_work, mission_id, kept.with_effect(Operation.SELL, 0), clock=lambda: NOW)
    assert read_mission(storage.unit_of_work, mission_id).full_diagnostic.view(Factor.PEOPLE_SKILLS).effects == {}


def test_bad_values_and_a_sealed_mission_are_refused(storage: Storage, mission_id: UUID) -> None:
    def refused(view: FactorView) -> str:
        with pytest.raises(DomainError) as error:
            write_factor(storage.unit_of_work, mission_id, view, clock=lambda: NOW)
        return error.value.code

    bad = replace(FactorView(Factor.PEOPLE_SKILLS), effects=MappingProxyType({Operation.SELL: 4}))
    assert refused(bad) == "factor.effect_out_of_range"
    assert refused(FactorView(Factor.PEOPLE_SKILLS, evidence="e" * 5_001)) == "text.too_long"
    seal(storage, mission_id)
    assert refused(FactorView(Factor.PEOPLE_SKILLS, "vu")) == "mission.sealed"
    with pytest.raises(DomainError, match=r"mission\.sealed"):
        write_links(storage.unit_of_work, mission_id, "lien", "", clock=lambda: NOW)
    with pytest.raises(DomainError, match=r"mission\.sealed"):
        vote(storage, mission_id, "régleur", Level.IN_PLACE)
    assert read_mission(storage.unit_of_work, mission_id).full_diagnostic.is_empty
