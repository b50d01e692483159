"""The fictional company: complete, without any person, and worth 132 points at entry."""

from app.domain.evolution import Movement, waterfall
from app.domain.i2df import count_by_level, i2df
from app.domain.referential import Level
from app.packs.demo_company import shipped_demo
from app.packs.demo_exit import SECOND_PHASE, shipped_second_act
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
    assert len(script.actions) == 14
    assert all(action.owner and action.step.target for action in script.actions)
    assert "fictif" in script.new[2]


def test_the_second_act_declares_every_theme_again_and_moves_some() -> None:
    script = shipped_demo()
    act = shipped_second_act(script)
    referential = PackLibrary.shipped().referential(script.referential)
    entry, last = (
        {theme: answer.level for theme, answer in one.answers.items() if answer.level is not None}
        for one in (script.assessment, act.assessment)
    )
    assert tuple(last) == tuple(theme.code for theme in referential.themes)
    assert waterfall(entry, last, referential).total == Movement(132, gains=48, losses=-4, reclassified=4, exit=180)
    opinions = {theme: answer.opinion for theme, answer in act.assessment.answers.items() if answer.opinion}
    assert len(opinions) == 12
    differing = [theme for theme, opinion in opinions.items() if opinion.level is not last[theme]]
    assert len(differing) == 2
    assert all(opinions[theme].sentence for theme in differing)


def test_the_second_act_does_what_the_chosen_scenario_planned() -> None:
    script = shipped_demo()
    act = shipped_second_act(script)
    chosen = next(scenario for scenario in script.scenarios if scenario.chosen)
    plan = next(plan for plan in chosen.plans if plan.phase == SECOND_PHASE)
    assert len(act.days) == plan.half_days
    assert sum(expense.amount for expense in act.expenses) == plan.cost
    assert set(act.moves) == set(range(1, len(script.actions) + 1))
    assert all(line.worked.phase == SECOND_PHASE for line in act.days)
