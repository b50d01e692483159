"""The program killed while it is answered to: whatever it had said saved is there when the profile is opened again."""

import re
from pathlib import Path

import pytest

from app.domain.assessment import AssessmentKind
from app.domain.referential import Level
from app.services.missions import NewMission, open_mission, read_mission
from app.services.packs import DEFAULT_REFERENTIAL
from tests.e2e.folder import make_profile, only_mission, opened
from tests.e2e.journey import LEVELS, PAGES
from tests.e2e.program import Program, program_on, unlock
from tests.e2e.screen import open_screen

pytestmark = pytest.mark.e2e

SAVED = re.compile(r"entry theme (\S+) saved")
BURST = 12


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with one empty mission, made without a window."""
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as bench:
        library = bench.library
        asked = NewMission("Atelier Exemple SAS", "", library.schemes()[0], library.referential(DEFAULT_REFERENTIAL))
        open_mission(bench.unit_of_work, asked, clock=bench.clock, new_id=bench.new_id)
    return folder


def open_questionnaire(program: Program) -> None:
    """From the start of the program to the questionnaire of the one mission."""
    unlock(program)
    program.until_page("all")
    program.screen.keyboard.press("Return")
    program.until_page("company")
    program.screen.keyboard.page(PAGES.index("questionnaire") + 1)
    program.until_page("questionnaire")


def test_no_answer_that_was_saved_is_lost_when_the_program_is_killed(profile: Path, tmp_path: Path) -> None:
    with open_screen(tmp_path / "pictures") as screen:
        saved: list[str] = []
        for begun in (0, BURST):  # killed twice, the second time on what the first left
            with program_on(screen, profile) as program:
                open_questionnaire(program)
                screen.keyboard.press("u") if begun else None
                for rank in LEVELS[:BURST]:
                    screen.keyboard.digit(rank)
                program.until_said("entry theme", times=BURST // 3)
                program.kill()
                saved += [found[1] for line in program.lines() if (found := SAVED.search(line["message"]))]
                assert not program.noise()
        with program_on(screen, profile) as program:
            open_questionnaire(program)
            screen.picture("apres-kill")
            assert program.close() == 0
            assert not program.noise()
    with opened(profile) as bench:
        mission = read_mission(bench.unit_of_work, only_mission(bench).id)
        themes = bench.library.referential(mission.mission.referential).themes
    entry = mission.assessment(AssessmentKind.ENTRY)
    assert entry is not None
    assert len(saved) == len(set(saved)) >= 2 * (BURST // 3)
    assert set(saved) <= set(entry.levels)
    first = {theme.code: tuple(Level)[rank - 1] for theme, rank in zip(themes, LEVELS, strict=True)}
    assert all(entry.levels[code] is first[code] for code in list(first)[: BURST // 3])
