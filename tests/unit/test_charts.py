"""Charts: no two labels meet, nothing is cut, incomplete answers are drawn as they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations, cycle
from math import hypot

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Rect, String
from reportlab.lib.colors import black

from app.charts.bars import lever_bars, theme_bars
from app.charts.faces import REGULAR, width_of, wrap
from app.charts.gantt import BarLook, GanttRow, Milestone, gantt
from app.charts.matrix import MatrixBadge, badge_centres, matrix, matrix_frame
from app.charts.money import FundingPart, funding_bar
from app.charts.radar import radar
from app.charts.ruler import RulerMark, index_ruler
from app.charts.symbols import glyph, hatch
from app.domain.placement import Placement, nearest_placement
from app.domain.quantities import Cents
from app.domain.referential import Level, Referential, ThemeCode
from app.packs.library import PackLibrary

Box = tuple[str, float, float, float, float]


@pytest.fixture(scope="module")
def referential() -> Referential:
    return PackLibrary.shipped().referential()


def answers_of(referential: Referential, *, count: int = 29, turn: int = 0) -> Mapping[ThemeCode, Level]:
    levels = cycle([*Level][turn:] + [*Level][:turn])
    return {theme.code: next(levels) for theme in referential.themes[:count]}


def with_long_names(referential: Referential) -> Referential:
    tail = " et raccordement progressif aux équipements existants de l’atelier"
    return replace(
        referential, themes=tuple(replace(theme, title=(theme.title + tail)[:110]) for theme in referential.themes)
    )


def strings(drawing: Drawing) -> Iterator[String]:
    return (shape for shape in drawing.contents if isinstance(shape, String))


def boxes(drawing: Drawing) -> list[Box]:
    """Ink boxes of the texts: x-height below the ascender line, without the air around a line."""
    found = []
    for shape in strings(drawing):
        wide = width_of(shape.text, shape.fontName, shape.fontSize)
        left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.textAnchor]
        found.append((shape.text, left, shape.y - 0.18 * shape.fontSize, left + wide, shape.y + 0.74 * shape.fontSize))
    return found


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    return [
        (one[0], two[0])
        for one, two in combinations(boxes(drawing), 2)
        if one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]
    ]


def outside(drawing: Drawing) -> list[str]:
    return [
        text
        for text, left, bottom, right, top in boxes(drawing)
        if left < -0.01 or bottom < -0.01 or right > drawing.width + 0.01 or top > drawing.height + 0.01
    ]


def words_of(drawing: Drawing) -> str:
    return " ".join(shape.text for shape in strings(drawing))


@pytest.mark.parametrize(("width", "height", "size"), [(620.0, 548.0, 10.5), (493.0, 345.0, 7.5), (515.0, 370.0, 7.5)])
@pytest.mark.parametrize("long", [False, True])
def test_no_label_of_the_radar_meets_another(
    referential: Referential, width: float, height: float, size: float, *, long: bool
) -> None:
    shown = with_long_names(referential) if long else referential
    drawing = radar(shown, answers_of(shown), answers_of(shown, turn=2), width=width, height=height, size=size)
    assert collisions(drawing) == []
    assert outside(drawing) == []


def test_the_radar_elides_no_name(referential: Referential) -> None:
    shown = with_long_names(referential)
    text = words_of(radar(shown, {}, width=620, height=548)).replace(" ", "")
    for theme in shown.themes:
        assert theme.code in text
    assert sum(len(theme.title.replace(" ", "")) for theme in shown.themes) <= len(text)
    assert "…" not in text


def test_a_missing_answer_breaks_the_line_and_has_no_point(referential: Referential) -> None:
    whole = radar(referential, answers_of(referential), width=620, height=548)
    partial = radar(referential, answers_of(referential, count=18), width=620, height=548)

    def dots(drawing: Drawing) -> int:
        return sum(isinstance(shape, Circle) and shape.strokeColor is None for shape in drawing.contents)

    assert (dots(whole), dots(partial)) == (29, 18)
    assert sum(isinstance(shape, Path) and shape.fillColor is not None for shape in whole.contents) == 1
    assert not any(isinstance(shape, Path) and shape.fillColor is not None for shape in partial.contents)


def test_lever_bars_say_points_evolution_or_progress(referential: Referential) -> None:
    entry = answers_of(referential)
    alone = words_of(lever_bars(referential, entry, width=380))
    assert "sur 50" in alone
    both = lever_bars(referential, entry, answers_of(referential, turn=3), width=380, height=240)
    assert "→" in words_of(both)
    assert "/ 70" in words_of(both)
    assert collisions(both) == []
    partial = words_of(lever_bars(referential, answers_of(referential, count=18), width=380))
    assert "1/6 réponses" in partial
    assert "0/3 réponses" in partial


@pytest.mark.parametrize("count", [0, 18, 29])
@pytest.mark.parametrize("long", [False, True])
def test_theme_bars_say_every_answer_in_words(referential: Referential, count: int, *, long: bool) -> None:
    shown = with_long_names(referential) if long else referential
    given = answers_of(shown, count=count)
    drawing = theme_bars(shown, given, width=493)
    texts = [shape.text for shape in strings(drawing)]
    for level in Level:
        assert texts.count(shown.label(level)) == sum(1 for one in given.values() if one is level)
    assert texts.count("Sans réponse") == 29 - count
    assert collisions(drawing) == []
    assert outside(drawing) == []


def test_the_ruler_fills_up_to_the_index_only_when_there_is_one() -> None:
    empty = index_ruler(290, [], width=375)
    full = index_ruler(290, [RulerMark(113, "à l’entrée"), RulerMark(160, "à la sortie")], width=375)
    widths = [shape.width for shape in full.contents if isinstance(shape, Rect)]
    assert sum(isinstance(shape, Rect) for shape in empty.contents) == 1
    assert widths[1] / widths[0] == pytest.approx(160 / 290)
    for marks in ((113, 114), (0, 290), (289, 290)):
        drawing = index_ruler(290, [RulerMark(value, "déclaré par l’entreprise") for value in marks], width=375)
        assert collisions(drawing) == []
        assert outside(drawing) == []


def badges(rows: int, *, crowded: bool = False) -> list[MatrixBadge]:
    looks = cycle(BarLook)
    return [
        MatrixBadge(
            str(rank),
            nearest_placement(80, 20) if crowded else nearest_placement(rank * 37 % 101, rank * 59 % 101),
            next(looks),
        )
        for rank in range(1, rows + 1)
    ]


@pytest.mark.parametrize("rows", [0, 1, 14, 60])
@pytest.mark.parametrize("crowded", [False, True])
@pytest.mark.parametrize(("width", "height", "size"), [(221.0, 230.0, 8.0), (493.0, 390.0, 8.0), (340.0, 300.0, 12.0)])
def test_no_badge_of_the_matrix_meets_another(
    rows: int, width: float, height: float, size: float, *, crowded: bool
) -> None:
    given = badges(rows, crowded=crowded)
    drawing = matrix(given, width=width, height=height, size=size)
    assert collisions(drawing) == []
    assert outside(drawing) == []
    frame = matrix_frame(given, width, height, size)
    centres = badge_centres(given, frame)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) >= 2 * frame.reach for a, b in combinations(centres, 2))
    for badge, (x, y) in zip(given, centres, strict=True):
        assert nearest_placement(*frame.place(x, y)).quadrant is badge.placement.quadrant


def test_a_badge_that_moved_keeps_a_line_to_its_true_place() -> None:
    def lines(drawing: Drawing) -> list[Line]:
        return [shape for shape in drawing.contents if isinstance(shape, Line) and not shape.strokeDashArray]

    def at(*places: tuple[int, int]) -> list[MatrixBadge]:
        return [MatrixBadge(str(rank), Placement(*place)) for rank, place in enumerate(places, start=1)]

    assert lines(matrix(at((80, 20), (20, 80)), width=221, height=230)) == []
    moved = at((80, 20), (80, 20))
    frame = matrix_frame(moved, 221, 230, 8.0)
    ends = {(line.x2, line.y2) for line in lines(matrix(moved, width=221, height=230))}
    assert ends == {frame.centre(Placement(80, 20))}


def test_the_calendar_links_an_action_to_those_it_waits_for() -> None:
    def links(drawing: Drawing) -> int:
        return sum(isinstance(shape, Path) and shape.fillColor is None for shape in drawing.contents)

    first = GanttRow("1", "Relever", date(2022, 1, 3), date(2022, 2, 28))
    apart = GanttRow("2", "Ordonnancer", date(2022, 3, 1), date(2022, 5, 31))
    assert links(gantt([first, apart], width=493)) == 0
    for late in (date(2022, 3, 1), date(2022, 1, 20)):
        drawing = gantt([first, replace(apart, start=late, after=("1", "9"))], width=493)
        assert links(drawing) == 1
        assert collisions(drawing) == []


def plan(rows: int) -> list[GanttRow]:
    looks = cycle(BarLook)
    return [
        GanttRow(str(rank), f"Action numéro {rank} dont le titre occupe volontiers deux lignes", *dates, next(looks))
        for rank, dates in zip(
            range(1, rows + 1),
            cycle(
                [
                    (date(2022, 6, 15), date(2022, 8, 31)),
                    (None, None),
                    (None, date(2022, 9, 1)),
                    (date(2022, 11, 1), date(2023, 2, 3)),
                ]
            ),
            strict=False,
        )
    ]


@pytest.mark.parametrize("rows", [0, 1, 14, 60])
def test_no_label_of_the_calendar_meets_another(rows: int) -> None:
    marks = [
        Milestone(date(2022, month, 16), f"jalon du mois {month}, avec un long libellé") for month in (6, 7, 8, 12)
    ]
    drawing = gantt(plan(rows), marks, width=493, today=date(2022, 7, 1))
    assert collisions(drawing) == []
    assert outside(drawing) == []
    assert words_of(drawing).count("sans date") == len([row for row in plan(rows) if row.start is row.end])


@pytest.mark.parametrize("last", [date(2022, 6, 30), date(2024, 1, 1), date(2031, 1, 1), date(2999, 12, 31), date.max])
def test_the_calendar_chooses_columns_that_fit(last: date) -> None:
    drawing = gantt([GanttRow("1", "Une action", date(2022, 6, 1), last)], width=493)
    assert collisions(drawing) == []
    assert outside(drawing) == []


def test_an_empty_plan_without_date_has_no_calendar() -> None:
    assert "sans date" in words_of(gantt([GanttRow("1", "Une action", None, None)], width=493))


@pytest.mark.parametrize(("aid", "own"), [(2_100_000, 1_500_000), (600_000, 0), (0, 600_000), (100, 3_600_000), (0, 0)])
def test_both_payers_are_always_named_with_their_amount(aid: int, own: int) -> None:
    parts = (
        FundingPart(Cents(aid), f"{aid // 100} €", "Aide publique : Région Occitanie et État"),
        FundingPart(Cents(own), f"{own // 100} €", "L’entreprise"),
    )
    drawing = funding_bar(*parts, width=375)
    text = words_of(drawing)
    assert collisions(drawing) == []
    assert outside(drawing) == []
    for part in parts:
        assert part.name in text
        assert part.text in text


def test_every_symbol_differs_by_form() -> None:
    forms = set()
    for level in (None, *Level):
        shapes = glyph(level, 20).contents
        outline = tuple((type(shape).__name__, tuple(getattr(shape, "points", ()))) for shape in shapes)
        forms.add((outline, str(shapes[0].strokeDashArray)))
    assert len(forms) == 6


def test_hatches_stay_inside_their_rectangle() -> None:
    path = hatch((10, 20), (33.3, 7.7), black, step=2.1)
    points = list(zip(path.points[::2], path.points[1::2], strict=True))
    assert len(points) > 10
    assert all(10 - 1e-9 <= x <= 43.3 + 1e-9 and 20 - 1e-9 <= y <= 27.7 + 1e-9 for x, y in points)
    assert all(hypot(b[0] - a[0], b[1] - a[1]) > 0 for a, b in zip(points[::2], points[1::2], strict=True))


@pytest.mark.parametrize("break_free", ["\u00a0", "\u202f"])
def test_wrapping_keeps_no_break_spaces_and_every_letter(break_free: str) -> None:
    text = f"Coût total{break_free}: 36{break_free}000{break_free}€ pour anticonstitutionnellement"
    lines = wrap(text, REGULAR, 10, 70)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line.startswith((":", "000", "€")) for line in lines)
    assert all(width_of(line, REGULAR, 10) <= 70 for line in lines)


def test_charts_say_nothing_of_colour_alone(referential: Referential) -> None:
    makers: list[Callable[[], Drawing]] = [
        lambda: theme_bars(referential, answers_of(referential), width=493),
        lambda: lever_bars(referential, answers_of(referential), width=493),
    ]
    for make in makers:
        assert all(shape.fontSize >= 7.5 for shape in strings(make()))
