"""The way from entry to exit as a drawing: no label meets another, forms tell steps apart, nothing worth 0 is shown."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Rect

from app.charts.ink import PAPER
from app.charts.waterfall import waterfall_chart
from app.charts.waterfall_steps import DrawnStep, StepRole, drawn_steps, signed
from app.domain.evolution import Waterfall, waterfall
from app.domain.referential import Level, ThemeCode
from app.packs.library import PackLibrary
from tests.unit.test_charts import collisions, outside, words_of

REFERENTIAL = PackLibrary.shipped().referential()
CODES = tuple(theme.code for theme in REFERENTIAL.themes)
SIZES = [(493.0, 230.0, 7.5, True), (400.0, 240.0, 11.0, False), (330.0, 200.0, 11.0, False)]
ANSWERS = st.lists(st.sampled_from(list(Level)), min_size=len(CODES), max_size=len(CODES))


def moved(changes: Mapping[str, Level], everywhere: Level = Level.TO_STUDY) -> Waterfall:
    entry = dict.fromkeys(CODES, everywhere)
    return waterfall(entry, {**entry, **{ThemeCode(code): level for code, level in changes.items()}}, REFERENTIAL)


EVERY_STEP = moved(
    {
        "L1.2": Level.IN_PROGRESS,
        "L2.2": Level.IN_PLACE,
        "L3.1": Level.IN_PROGRESS,
        "L4.1": Level.IN_PROGRESS,
        "L5.2": Level.IN_PLACE,
        "L6.1": Level.IN_PROGRESS,
        "L2.6": Level.UNKNOWN,
        "L3.4": Level.NOT_CONCERNED,
    }
)


def roles(found: Waterfall) -> list[StepRole]:
    return [step.role for step in drawn_steps(found)]


def test_steps_tell_the_whole_way_in_order() -> None:
    steps = drawn_steps(EVERY_STEP)
    assert [step.code for step in steps] == [
        *("Entrée", "L1", "L2", "L3", "L4", "L5", "L6"),
        *("Reculs", "Avant recl.", "Recl.", "Sortie"),
    ]
    assert [step.value for step in steps] == ["87", "+4", "+7", "+4", "+4", "+7", "+4", "−3", "114", "−2", "112"]
    assert [step.total for step in steps] == [87, 91, 98, 102, 106, 113, 117, 114, 114, 112, 112]


def test_what_is_worth_nothing_is_dropped() -> None:
    assert roles(moved({})) == [StepRole.ENTRY, StepRole.EXIT]
    assert roles(moved({"L1.1": Level.IN_PLACE})) == [StepRole.ENTRY, StepRole.GAIN, StepRole.EXIT]
    only_apart = moved({"L1.1": Level.NOT_CONCERNED})
    assert roles(only_apart) == [StepRole.ENTRY, StepRole.RECLASSIFIED, StepRole.EXIT]
    assert "à part" in words_of(waterfall_chart(only_apart, width=493, height=230))
    assert "à part" not in words_of(waterfall_chart(moved({}), width=493, height=230))


def test_a_difference_has_its_sign_and_a_true_minus() -> None:
    assert [signed(points) for points in (4, 0, -4)] == ["+4", "0", "−4"]


@given(ANSWERS, ANSWERS)
def test_differences_lead_from_entry_to_exit(first: list[Level], second: list[Level]) -> None:
    found = waterfall(dict(zip(CODES, first, strict=True)), dict(zip(CODES, second, strict=True)), REFERENTIAL)
    steps = drawn_steps(found)
    assert steps[0].total + sum(step.points for step in steps) == steps[-1].total == found.total.exit
    assert all(step.points for step in steps if not step.role.whole)


@pytest.mark.parametrize(("width", "height", "size", "names"), SIZES)
@settings(max_examples=25, deadline=None)
@given(first=ANSWERS, second=ANSWERS)
def test_no_label_meets_another(
    width: float, height: float, size: float, names: bool, first: list[Level], second: list[Level]
) -> None:
    found = waterfall(dict(zip(CODES, first, strict=True)), dict(zip(CODES, second, strict=True)), REFERENTIAL)
    drawing = waterfall_chart(found, width=width, height=height, size=size, names=names)
    assert collisions(drawing) == []
    assert outside(drawing) == []


def test_names_stand_under_codes_on_paper_only() -> None:
    paper = words_of(waterfall_chart(EVERY_STEP, width=493, height=230, size=7.5))
    screen = words_of(waterfall_chart(EVERY_STEP, width=400, height=240, size=11, names=False))
    for lever in REFERENTIAL.levers:
        assert lever.code in paper
        assert lever.code in screen
        assert lever.short_title.split(" ")[0] in paper
        assert lever.short_title.split(" ")[0] not in screen


def bars(drawing: Drawing, steps: tuple[DrawnStep, ...]) -> list[Rect]:
    """Bars of the steps, in order: outlined rectangles without dashes."""
    found = [shape for shape in drawing.contents if isinstance(shape, Rect) and shape.strokeColor is not None]
    found = [shape for shape in found if not shape.strokeDashArray]
    assert len(found) == len(steps)
    return found


def test_the_axis_begins_at_zero_and_bars_are_to_scale() -> None:
    drawing = waterfall_chart(EVERY_STEP, width=493, height=230, size=7.5)
    steps = drawn_steps(EVERY_STEP)
    drawn = bars(drawing, steps)
    scale = drawn[0].height / steps[0].total
    for step, bar in zip(steps, drawn, strict=True):
        worth = step.total if step.role.whole else abs(step.points)
        assert bar.height == pytest.approx(worth * scale)
        top = step.total if step.role.whole or step.points > 0 else step.total - step.points
        assert bar.y + bar.height == pytest.approx(drawn[0].y + top * scale)
    assert "0" in words_of(drawing).split()
    assert len({round(bar.width, 6) for bar in drawn}) == 1


def test_losses_are_white_and_wholes_of_the_ends_solid_on_paper() -> None:
    steps = drawn_steps(EVERY_STEP)
    fills = {step.role: bar.fillColor for step, bar in zip(steps, bars(paper(), steps), strict=True)}
    assert fills[StepRole.ENTRY] == fills[StepRole.EXIT] == PAPER.accent
    assert fills[StepRole.LOSS] == fills[StepRole.SUBTOTAL] == PAPER.ground


def paper() -> Drawing:
    return waterfall_chart(EVERY_STEP, width=493, height=230, size=7.5)
