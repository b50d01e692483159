"""Two questionnaires of two versions side by side: themes kept, split, merged, dropped and new."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessment import Answer, Assessment, AssessmentKind
from app.domain.bridge import Bridge
from app.domain.comparison import Comparability, Comparison, Questionnaire, compare
from app.domain.errors import InvalidData
from app.domain.evolution import StepKind, waterfall
from app.domain.packs import PackRef
from app.domain.referential import Level, Referential, ThemeCode
from app.packs.library import PackLibrary

OLD = PackLibrary.shipped().referential()
KEPT = OLD.themes[:5]


def referential(name: str, *codes: str) -> Referential:
    """A referential of the themes of those codes, all of the first lever."""
    header = replace(OLD.header, ref=PackRef(name, "1", name * 8))
    themes = tuple(replace(OLD.themes[0], code=ThemeCode(code), title=f"Thème {code}") for code in codes)
    return replace(OLD, header=header, themes=themes)


BEFORE = referential("a", "kept", "split", "left", "right", "gone")
AFTER = referential("b", "kept", "half_1", "half_2", "merged", "fresh")
BECOMES = {"kept": ["kept"], "split": ["half_1", "half_2"], "left": ["merged"], "right": ["merged"], "gone": []}


def bridge(before: Referential, after: Referential, becomes: Mapping[str, list[str]]) -> Bridge:
    coded = {ThemeCode(code): tuple(map(ThemeCode, codes)) for code, codes in becomes.items()}
    return Bridge(OLD.header, before.header.ref, after.header.ref, MappingProxyType(coded))


def taken(of: Referential, levels: Mapping[str, Level]) -> Questionnaire:
    answers = {ThemeCode(code): Answer(level) for code, level in levels.items()}
    assessment = Assessment(
        UUID(int=1), AssessmentKind.ENTRY, of.header.ref, date(2022, 1, 1), answers=MappingProxyType(answers)
    )
    return Questionnaire(assessment, of)


def all_at(of: Referential, level: Level, **others: Level) -> Questionnaire:
    return taken(of, {**{theme.code: level for theme in of.themes}, **others})


def compared(before: Questionnaire, after: Questionnaire) -> Comparison:
    return compare(before, after, bridge(BEFORE, AFTER, BECOMES))


def told(comparison: Comparison) -> list[tuple[str, str, Comparability, StepKind | None]]:
    return [
        (
            " ".join(theme.code for theme in row.before.themes),
            " ".join(theme.code for theme in row.after.themes),
            row.state,
            row.kind,
        )
        for row in comparison.rows
    ]


def test_each_theme_stands_beside_what_it_became() -> None:
    found = compared(
        all_at(BEFORE, Level.TO_STUDY, gone=Level.IN_PLACE), all_at(AFTER, Level.TO_STUDY, half_2=Level.IN_PLACE)
    )
    assert told(found) == [
        ("kept", "kept", Comparability.COMPARABLE, StepKind.UNCHANGED),
        ("split", "half_1 half_2", Comparability.COMPARABLE, StepKind.GAIN),
        ("left right", "merged", Comparability.COMPARABLE, StepKind.UNCHANGED),
        ("gone", "", Comparability.NOT_COMPARABLE, None),
        ("", "fresh", Comparability.NEW, None),
    ]


def test_the_two_indexes_stand_apart_and_only_comparable_themes_are_added_up() -> None:
    found = compared(all_at(BEFORE, Level.IN_PROGRESS, gone=Level.IN_PLACE), all_at(AFTER, Level.IN_PLACE))
    assert (found.before.index, found.before.maximum) == (38, 50)
    assert (found.before.compared_points, found.before.compared_maximum) == (28, 40)
    assert (found.after.index, found.after.maximum) == (50, 50)
    assert (found.after.compared_points, found.after.compared_maximum) == (40, 40)


def test_a_theme_without_an_answer_is_not_compared_and_gives_no_index() -> None:
    before = all_at(BEFORE, Level.TO_STUDY)
    after = taken(AFTER, {"kept": Level.IN_PLACE, "half_1": Level.IN_PLACE, "merged": Level.IN_PLACE})
    found = compared(before, after)
    assert [row.before.themes[0].code for row in found.of_state(Comparability.UNANSWERED)] == ["split"]
    assert found.after.index is None
    assert found.before.compared_maximum == 30


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Level.NOT_CONCERNED, Level.NOT_CONCERNED, StepKind.UNCHANGED),
        (Level.NOT_CONCERNED, Level.UNKNOWN, StepKind.RECLASSIFICATION),
        (Level.NOT_CONCERNED, Level.IN_PLACE, StepKind.RECLASSIFICATION),
        (Level.IN_PLACE, Level.NOT_CONCERNED, StepKind.RECLASSIFICATION),
        (Level.IN_PLACE, Level.IN_PROGRESS, StepKind.LOSS),
        (Level.UNKNOWN, Level.TO_STUDY, StepKind.GAIN),
    ],
)
def test_a_move_from_or_to_not_concerned_is_never_progress(before: Level, after: Level, kind: StepKind) -> None:
    found = compared(all_at(BEFORE, before), all_at(AFTER, after))
    assert {row.kind for row in found.of_state(Comparability.COMPARABLE)} == {kind}


def test_the_same_level_is_no_change_when_the_points_of_the_scale_changed() -> None:
    dearer = replace(
        AFTER,
        levels=tuple(replace(spec, points=5) if spec.level is Level.TO_STUDY else spec for spec in AFTER.levels),
    )
    found = compared(all_at(BEFORE, Level.TO_STUDY), all_at(dearer, Level.TO_STUDY))
    assert {row.kind for row in found.of_state(Comparability.COMPARABLE)} == {StepKind.UNCHANGED}


def test_themes_linked_through_others_make_one_row() -> None:
    becomes = {"kept": ["kept"], "split": ["half_1"], "left": ["merged"], "right": ["half_1", "merged"], "gone": []}
    found = compare(all_at(BEFORE, Level.TO_STUDY), all_at(AFTER, Level.TO_STUDY), bridge(BEFORE, AFTER, becomes))
    assert [line[:2] for line in told(found)] == [
        ("kept", "kept"),
        ("split left right", "half_1 merged"),
        ("gone", ""),
        ("", "half_2"),
        ("", "fresh"),
    ]


def test_merged_themes_whose_levels_are_shared_out_otherwise_have_changed() -> None:
    becomes = {"left": ["half_1"], "split": ["half_1", "half_2", "merged"], "right": ["merged"]}
    before = all_at(BEFORE, Level.TO_STUDY, right=Level.IN_PLACE)
    after = all_at(AFTER, Level.IN_PLACE, half_1=Level.TO_STUDY)
    row = compare(before, after, bridge(BEFORE, AFTER, becomes)).rows[0]
    assert set(row.before.levels) == set(row.after.levels)
    assert row.kind is StepKind.GAIN


def test_another_version_is_refused_by_name() -> None:
    other = referential("c", "kept")
    with pytest.raises(InvalidData) as refusal:
        compared(all_at(other, Level.TO_STUDY), all_at(AFTER, Level.TO_STUDY))
    assert refusal.value.code == "comparison.wrong_bridge"
    assert dict(refusal.value.params) == {"pack": "c", "version": "1", "expected": "a", "bridge": OLD.header.title}
    with pytest.raises(InvalidData) as refusal:
        compared(all_at(BEFORE, Level.TO_STUDY), all_at(other, Level.TO_STUDY))
    assert refusal.value.params["expected"] == "b"
    mixed = replace(all_at(BEFORE, Level.TO_STUDY), referential=other)
    with pytest.raises(InvalidData, match="comparison.wrong_bridge"):
        compared(mixed, all_at(AFTER, Level.TO_STUDY))


LEVELS = st.lists(st.sampled_from(list(Level)), min_size=5, max_size=5)


@given(LEVELS, LEVELS)
def test_through_a_bridge_of_unchanged_themes_it_tells_what_the_waterfall_tells(
    first: list[Level], second: list[Level]
) -> None:
    before = referential("a", *(theme.code for theme in KEPT))
    after = replace(before, header=replace(before.header, ref=PackRef("b", "1", "b" * 8)))
    codes = [theme.code for theme in KEPT]
    left, right = (
        taken(before, dict(zip(codes, first, strict=True))),
        taken(after, dict(zip(codes, second, strict=True))),
    )
    found = compare(left, right, bridge(before, after, {code: [code] for code in codes}))
    expected = waterfall(left.assessment.levels, right.assessment.levels, before)
    assert [row.kind for row in found.rows] == [step.kind for step in expected.steps]
    assert (found.before.compared_points, found.after.compared_points) == (expected.total.entry, expected.total.exit)
