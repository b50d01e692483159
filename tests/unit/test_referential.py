"""What a referential answers: points and wording of a level, themes of a lever, and its bridge to itself or turned."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from app.domain.bridge import Bridge, same_version, turned
from app.domain.packs import PackRef
from app.domain.referential import Level, LeverCode, Referential, ThemeCode
from app.packs.library import PackLibrary

NOW = PackLibrary.shipped().referential()


@pytest.mark.parametrize(
    ("level", "points"),
    [
        (Level.UNKNOWN, 0),
        (Level.NOT_CONCERNED, 1),
        (Level.TO_STUDY, 3),
        (Level.IN_PROGRESS, 7),
        (Level.IN_PLACE, 10),
    ],
)
def test_a_level_has_its_points_and_its_wording(level: Level, points: int) -> None:
    """Source: FACTS.md §3.2."""
    assert NOW.points(level) == points
    assert NOW.label(level) == next(spec.label for spec in NOW.levels if spec.level is level)


def test_the_highest_index_is_that_of_every_theme_in_place() -> None:
    assert NOW.maximum == 290
    assert replace(NOW, themes=NOW.themes[:3]).maximum == 30


def test_every_theme_is_under_one_lever_in_order() -> None:
    assert [theme for lever in NOW.levers for theme in NOW.themes_of(lever.code)] == list(NOW.themes)
    assert NOW.themes_of(LeverCode("L9")) == ()
    assert all(NOW.theme(theme.code) is theme for theme in NOW.themes)


def test_two_copies_of_a_referential_are_one() -> None:
    assert len({NOW, replace(NOW)}) == 1
    assert replace(NOW, themes=NOW.themes[:3]) != NOW


def of(name: str, *codes: str) -> Referential:
    header = replace(NOW.header, ref=PackRef(name, "1", name * 8))
    return replace(NOW, header=header, themes=tuple(replace(NOW.themes[0], code=ThemeCode(code)) for code in codes))


def coded(**becomes: tuple[str, ...]) -> dict[ThemeCode, tuple[ThemeCode, ...]]:
    return {ThemeCode(code): tuple(map(ThemeCode, codes)) for code, codes in becomes.items()}


def test_a_referential_compares_to_itself_theme_by_theme() -> None:
    old = of("a", "one", "two")
    bridge = same_version(old)
    assert (bridge.header, bridge.before, bridge.after) == (old.header, old.header.ref, old.header.ref)
    assert dict(bridge.becomes) == coded(one=("one",), two=("two",))


def test_a_bridge_is_walked_the_other_way_too() -> None:
    """What was split is merged, what was merged is split, what was dropped is new."""
    old, new = of("a", "kept", "split", "left", "right", "gone"), of("b", "kept", "half_1", "half_2", "merged", "fresh")
    becomes = coded(kept=("kept",), split=("half_1", "half_2"), left=("merged",), right=("merged",), gone=())
    bridge = Bridge(NOW.header, old.header.ref, new.header.ref, MappingProxyType(becomes))
    back = turned(bridge, new)
    assert (back.header, back.before, back.after) == (NOW.header, new.header.ref, old.header.ref)
    assert list(back.becomes.items()) == list(
        coded(kept=("kept",), half_1=("split",), half_2=("split",), merged=("left", "right"), fresh=()).items()
    )
