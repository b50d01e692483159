"""Engines `evolution` and `coach` of `jalon calc`: from one questionnaire to another, and the best steps towards more points."""

from itertools import chain
from typing import Any

from app.domain.coach import Advice, CoachRequest, advise
from app.domain.evolution import Movement, StepKind, waterfall
from app.domain.referential import Level, Referential, ThemeCode
from app.packs.library import PackLibrary
from app.packs.table import Table, choice
from app.services.packs import DEFAULT_REFERENTIAL

MAX_COUNT = 1_000_000


def referential_of(case: Table, library: PackLibrary) -> Referential:
    """The referential that a case names, or the shipped one."""
    return library.referential(case.text("referential") if case.has("referential") else DEFAULT_REFERENTIAL)


def levels_of(case: Table, referential: Referential) -> dict[ThemeCode, Level]:
    """Levels given theme by theme (`answers`), or as many of each as `counts` says, in the referential's order."""
    if case.has("answers"):
        answers = case.table("answers")
        given = {ThemeCode(code): choice(answers, code, Level) for code in answers.keys()}  # noqa: SIM118 a table
        answers.close()
        return given
    counts = case.table("counts")
    levels = chain.from_iterable(
        [level] * (counts.integer(level.value, 0, MAX_COUNT) if counts.has(level) else 0) for level in Level
    )
    given = dict(zip((theme.code for theme in referential.themes), levels, strict=False))
    counts.close()
    return given


def evolution_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """Waterfall between two questionnaires, the themes that did not move left out."""
    referential = referential_of(case, library)
    entry, exit_ = case.table("entry"), case.table("exit")
    found = waterfall(levels_of(entry, referential), levels_of(exit_, referential), referential)
    entry.close()
    exit_.close()
    return {
        "total": _movement(found.total),
        "evolution": found.total.exit - found.total.entry,
        "steps": [
            {
                "theme": step.theme.code,
                "before": step.before.value,
                "after": step.after.value,
                "points": step.points,
                "kind": step.kind.value,
            }
            for step in found.steps
            if step.kind is not StepKind.UNCHANGED
        ],
        "levers": [{"lever": one.lever.code, **_movement(one.movement)} for one in found.levers],
        "factors": [
            {"factor": one.factor.value, "themes": one.themes, "maximum": one.maximum, **_movement(one.movement)}
            for one in found.factors
        ],
    }


def _movement(movement: Movement) -> dict[str, int]:
    return {
        "entry": movement.entry,
        "gains": movement.gains,
        "losses": movement.losses,
        "reclassified": movement.reclassified,
        "exit": movement.exit,
    }


def coach_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """Best picks for a number of days, each with its numbers."""
    referential = referential_of(case, library)
    efforts, priorities, pins = {}, {}, {}
    for table in case.tables("effort"):
        theme = ThemeCode(table.text("theme"))
        efforts[theme] = {level: table.days(level.value) for level in Level if table.has(level.value)}
        table.close()
    if case.has("priorities"):
        given = case.table("priorities")
        priorities = {ThemeCode(code): given.integer(code, -MAX_COUNT, MAX_COUNT) for code in given.keys()}  # noqa: SIM118
    if case.has("pins"):
        pinned = case.table("pins")
        pins = {ThemeCode(code): choice(pinned, code, Level) for code in pinned.keys()}  # noqa: SIM118 a table
    request = CoachRequest(
        levels=levels_of(case, referential),
        efforts=efforts,
        budget=case.days("days"),
        goal=case.integer("goal", -MAX_COUNT, MAX_COUNT) if case.has("goal") else None,
        priorities=priorities,
        pins=pins,
        bans=frozenset(ThemeCode(code) for code in case.texts("bans")) if case.has("bans") else frozenset(),
    )
    return _advice(advise(request, referential))


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "index": advice.index,
        "points": advice.points,
        "half_days": advice.effort,
        "reached": advice.reached,
        "picks": [
            {
                "theme": pick.theme.code,
                "before": pick.before.value,
                "after": pick.after.value,
                "points": pick.points,
                "half_days": pick.effort,
                "priority": pick.priority,
                "pinned": pick.pinned,
            }
            for pick in advice.picks
        ],
        "left_out": {theme: reason.value for theme, reason in advice.left_out.items()},
    }
