"""The report of what differs between two referentials, each difference with its sentence."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.referential import Factor, Level, Lever, LeverCode, Referential, Theme, ThemeCode
from app.domain.referential_changes import ChangeKind, ReferentialChange, referential_changes
from app.packs.library import PackLibrary
from app.packs.texts import Texts

NOW = PackLibrary.shipped().referential()
FIRST, LAST = NOW.themes[0], NOW.themes[-1]


def theme(**changes: Any) -> Referential:
    """The first theme with other attributes."""
    return replace(NOW, themes=(replace(FIRST, **changes), *NOW.themes[1:]))


def lever(**changes: Any) -> Referential:
    """The last lever with other attributes."""
    return replace(NOW, levers=(*NOW.levers[:-1], replace(NOW.levers[-1], **changes)))


def level(**changes: Any) -> Referential:
    """The third level with other attributes."""
    levels = tuple(replace(one, **changes) if one.level is Level.TO_STUDY else one for one in NOW.levels)
    return replace(NOW, levels=levels)


NEW = Theme(ThemeCode("L6.4"), LeverCode("L6"), "Thème nouveau", "Portée.", ())
CASES: dict[ChangeKind, tuple[Referential, str, str, str]] = {
    ChangeKind.LEVEL_POINTS: (level(points=4), "À étudier", "3", "4"),
    ChangeKind.LEVEL_LABEL: (level(label="À l’étude"), "À étudier", "À étudier", "À l’étude"),
    ChangeKind.LEVER_RENAMED: (lever(title="Autres modèles"), "L6", NOW.levers[-1].title, "Autres modèles"),
    ChangeKind.LEVER_OPENED: (lever(opens_accompaniment=True), "L6", NOW.levers[-1].title, NOW.levers[-1].title),
    ChangeKind.THEME_RECODED: (theme(code=ThemeCode("L1.9")), "L1.1", "L1.1", "L1.9"),
    ChangeKind.THEME_RENAMED: (theme(title="Autre titre"), "L1.1", FIRST.title, "Autre titre"),
    ChangeKind.THEME_RESCOPED: (theme(scope="Autre portée."), "L1.1", FIRST.scope, "Autre portée."),
    ChangeKind.THEME_MOVED: (theme(lever=LeverCode("L4")), "L1.1", "L1", "L4"),
    ChangeKind.THEME_FACTORS: (
        theme(factors=(Factor.PEOPLE_SKILLS,)),
        "L1.1",
        ", ".join(sorted(FIRST.factors)),
        "people_skills",
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_one_difference_is_told_alone(kind: ChangeKind) -> None:
    after, code, old, new = CASES[kind]
    assert referential_changes(NOW, after) == (ReferentialChange(kind, code, old, new),)


def test_a_theme_that_loses_every_factor_is_told_by_a_dash() -> None:
    lost = ReferentialChange(ChangeKind.THEME_FACTORS, "L1.1", ", ".join(sorted(FIRST.factors)), "—")
    assert referential_changes(NOW, theme(factors=())) == (lost,)


def test_the_same_referential_under_another_version_gives_nothing() -> None:
    header = replace(NOW.header, ref=replace(NOW.header.ref, version="2"))
    assert referential_changes(NOW, replace(NOW, header=header)) == ()
    assert referential_changes(NOW, replace(NOW, themes=tuple(reversed(NOW.themes)))) == ()


def test_a_theme_more_or_less_changes_the_highest_index() -> None:
    more = replace(NOW, themes=(*NOW.themes, NEW))
    assert referential_changes(NOW, more) == (
        ReferentialChange(ChangeKind.THEME_ADDED, "L6.4", after="Thème nouveau"),
        ReferentialChange(ChangeKind.MAXIMUM, "", "290", "300"),
    )
    assert referential_changes(more, NOW) == (
        ReferentialChange(ChangeKind.THEME_REMOVED, "L6.4", "Thème nouveau"),
        ReferentialChange(ChangeKind.MAXIMUM, "", "300", "290"),
    )


def test_a_lever_more_or_less_and_one_that_no_longer_opens() -> None:
    extra = Lever(LeverCode("L7"), "Levier nouveau", "Nouveau", opens_accompaniment=False)
    more = replace(NOW, levers=(*NOW.levers, extra))
    assert referential_changes(NOW, more) == (ReferentialChange(ChangeKind.LEVER_ADDED, "L7", after="Levier nouveau"),)
    assert referential_changes(more, NOW) == (ReferentialChange(ChangeKind.LEVER_REMOVED, "L7", "Levier nouveau"),)
    opened, _, _, _ = CASES[ChangeKind.LEVER_OPENED]
    (closed,) = referential_changes(opened, NOW)
    assert (closed.kind, closed.code) == (ChangeKind.LEVER_CLOSED, "L6")


def test_a_theme_that_takes_the_code_of_another_is_a_rename_and_never_two_moves() -> None:
    swapped = replace(
        NOW,
        themes=(
            replace(FIRST, title=LAST.title),
            *NOW.themes[1:-1],
            replace(LAST, title=FIRST.title),
        ),
    )
    assert [(one.kind, one.code) for one in referential_changes(NOW, swapped)] == [
        (ChangeKind.THEME_RENAMED, FIRST.code),
        (ChangeKind.THEME_RENAMED, LAST.code),
    ]


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_every_kind_has_its_sentence(kind: ChangeKind) -> None:
    params = {"code": "L1.1", "before": "avant", "after": "après"}
    assert Texts.load().sentence(f"changes.{kind}", params).endswith(".")
