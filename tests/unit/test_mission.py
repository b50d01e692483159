"""The states of a mission: which change each allows, and the code of each refusal."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.errors import DomainError
from app.domain.mission import FundingScenario, Mission, MissionFile, MissionState
from app.domain.packs import PackRef

PACK = PackRef("pack", "1", "0" * 64)
DAY = date(2022, 2, 1)
DRAFT, SEALED, AWAY = MissionState
OPENED = Mission(UUID(int=1), "OC-22-AAAA-1", DAY, Company("Exemple"), Establishment(), PACK, PACK, version=3)

# change, state before, state after and version after. Source: MODEL.md, States.
ALLOWED = [
    ("sealed", DRAFT, SEALED, 4),
    ("handed_over", DRAFT, AWAY, 3),
    ("taken_back", AWAY, DRAFT, 3),
    ("reopened", SEALED, DRAFT, 3),
]

REFUSED = [
    ("sealed", SEALED, "mission.sealed"),
    ("sealed", AWAY, "mission.away"),
    ("handed_over", SEALED, "mission.sealed"),
    ("handed_over", AWAY, "mission.away"),
    ("taken_back", DRAFT, "mission.not_away"),
    ("taken_back", SEALED, "mission.not_away"),
    ("reopened", DRAFT, "mission.not_sealed"),
    ("reopened", AWAY, "mission.away"),
    ("check_writable", SEALED, "mission.sealed"),
    ("check_writable", AWAY, "mission.away"),
]


@pytest.mark.parametrize(("change", "before", "after", "version"), ALLOWED)
def test_a_change_that_the_state_allows(change: str, before: MissionState, after: MissionState, version: int) -> None:
    changed = getattr(replace(OPENED, state=before), change)()
    assert changed == replace(OPENED, state=after, version=version)


@pytest.mark.parametrize(("change", "state", "code"), REFUSED)
def test_a_change_that_the_state_refuses_by_name(change: str, state: MissionState, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        getattr(replace(OPENED, state=state), change)()
    assert refusal.value.code == code
    assert dict(refusal.value.params) == ({"reference": "OC-22-AAAA-1"} if code == "mission.not_sealed" else {})


def test_only_a_draft_is_writable() -> None:
    OPENED.check_writable()
    DRAFT.check_writable()


def test_a_file_finds_the_assessment_of_a_kind_and_the_scenario_that_is_kept() -> None:
    entry, exit_ = (Assessment(UUID(int=2), kind, PACK, DAY) for kind in (AssessmentKind.ENTRY, AssessmentKind.EXIT))
    idea, kept = FundingScenario(UUID(int=3), 1, "A", ()), FundingScenario(UUID(int=4), 2, "B", (), chosen=True)
    file = MissionFile(OPENED, assessments=(entry, exit_), scenarios=(idea, kept))
    assert (file.assessment(AssessmentKind.EXIT), file.assessment(AssessmentKind.EXERCISE)) == (exit_, None)
    assert file.chosen_scenario is kept
    assert replace(file, scenarios=(idea,)).chosen_scenario is None
