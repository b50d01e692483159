"""The fictional company: complete, without any person, and worth 132 points at entry."""

from app.domain.i2df import count_by_level, i2df
from app.domain.referential import Level
from app.packs.demo_company import shipped_demo
from app.packs.library import PackLibrary


def test_the_script_answers_every_theme_of_its_referential() -> None:
    script = shipped_demo()
    referential = PackLibrary.shipped().referential(script.referential)
    levels = {theme: answer.level for theme, answer in script.assessment.answers.items() if answer.level is not None}
    assert tuple(levels) == tuple(theme.code for theme in referential.themes)
    assert tuple(count_by_level(levels)[level] for level in Level) == (2, 4, 12, 6, 5)
    assert i2df(levels, referential) == 132


def test_the_script_names_functions_and_no_person() -> None:
    script = shipped_demo()
    assert len(script.actions) == 12
    assert all(action.owner and action.step.target for action in script.actions)
    assert "fictif" in script.new[2]
