"""Bars by lever and bars by theme: label, symbol, bar and points on one line."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from app.charts.faces import REGULAR, SEMIBOLD, width_of, wrap
from app.charts.ink import PAPER, Ink
from app.charts.marks import box, canvas, label, stroke
from app.charts.radar import Answers
from app.charts.symbols import hatch, symbol
from app.charts.words import word
from app.domain.i2df import Levels, LeverScore, lever_scores
from app.domain.referential import Level, Lever, LeverCode, Referential, Theme


def lever_bars(
    referential: Referential,
    entry: Answers,
    exit_answers: Answers | None = None,
    *,
    width: float,
    height: float | None = None,
    ink: Ink = PAPER,
    size: float = 9.5,
) -> Drawing:
    """Points of each lever: « 20 sur 50 » alone, « 19 → 34 / 50 » at exit (entry hatched, exit solid).

    A lever that is not answered in full has no bar: it says how many of its themes are answered.

    Args:
        referential: Levers, themes and points.
        entry: Levels at entry.
        exit_answers: Levels at exit, if there is such an assessment.
        width: Width of the drawing.
        height: Height to share between the levers; by default what the text needs.
        ink: Colours.
        size: Size of the text.
    """
    before = lever_scores(_given(entry), referential)
    after = None if exit_answers is None else lever_scores(_given(exit_answers), referential)
    rows = [_LeverRow(score, after[rank] if after else None) for rank, score in enumerate(before)]
    column = max(width_of(row.strong, SEMIBOLD, size) + width_of(row.soft, REGULAR, size) for row in rows) + 1.3 * size
    titles = [wrap(row.entry.lever.title, REGULAR, size, width - 2.4 * size) for row in rows]
    need = [len(lines) * 1.25 * size + 1.9 * size for lines in titles]
    slack = max(0.0, (height or 0) - sum(need)) / len(rows)
    drawing = canvas(width, sum(need) + slack * len(rows))
    top = drawing.height
    for row, lines, own in zip(rows, titles, need, strict=True):
        _lever_row(drawing, row, lines, top=top - slack / 2, right=width - column, ink=ink, size=size)
        top -= own + slack
    return drawing


@dataclass(frozen=True, slots=True)
class _LeverRow:
    """Scores of one lever and the words at its right."""

    entry: LeverScore
    exit: LeverScore | None

    @property
    def last(self) -> LeverScore:
        return self.exit or self.entry

    @property
    def strong(self) -> str:
        if not _complete(self.last):
            return ""
        if self.exit is not None and _complete(self.entry):
            return word("from_to", entry=self.entry.points, exit=self.exit.points)
        return str(self.last.points)

    @property
    def soft(self) -> str:
        if not _complete(self.last):
            return word("answers", answered=self.last.answered, total=self.last.themes)
        return word("slash_maximum" if self.exit else "out_of", maximum=self.last.maximum)


def _given(answers: Answers) -> Levels:
    return {code: level for code, level in answers.items() if level is not None}


def _complete(score: LeverScore) -> bool:
    return score.answered == score.themes


def _lever_row(
    drawing: Drawing, row: _LeverRow, lines: Sequence[str], *, top: float, right: float, ink: Ink, size: float
) -> None:
    baseline = top - size
    indent = 2.4 * size
    label(drawing, (0, baseline), row.entry.lever.code, ink.accent, size=size, face=SEMIBOLD)
    for rank, line in enumerate(lines):
        label(drawing, (indent, baseline - rank * 1.25 * size), line, ink.text, size=size)
    track = baseline - (len(lines) - 1) * 1.25 * size - 1.35 * size
    thick = 0.8 * size
    if row.exit is None:
        _bar(drawing, (0, track), thick, right, row.entry, solid=True, ink=ink)
    else:
        _bar(drawing, (0, track + 0.4 * size), 0.42 * size, right, row.entry, solid=False, ink=ink)
        _bar(drawing, (0, track - 0.15 * size), 0.5 * size, right, row.exit, solid=True, ink=ink)
    text_at = drawing.width - width_of(row.soft, REGULAR, size)
    label(drawing, (text_at, track), row.soft, ink.muted, size=size)
    label(drawing, (text_at - 0.3 * size, track), row.strong, ink.text, size=size, face=SEMIBOLD, anchor="end")


def _bar(
    drawing: Drawing,
    at: tuple[float, float],
    thick: float,
    width: float,
    score: LeverScore,
    *,
    solid: bool,
    ink: Ink,
) -> None:
    if solid:
        box(drawing, at, (width, thick), outline=ink.grid, width=0.35)
    if not _complete(score) or not score.points:
        return
    length = width * score.points / score.maximum
    if solid:
        box(drawing, at, (length, thick), fill=ink.accent)
    else:
        box(drawing, at, (length, thick), fill=ink.ground, outline=ink.entry, width=0.5)
        drawing.add(hatch(at, (length, thick), ink.entry, step=2.4))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths of the columns of the bars by theme."""

    title: float
    title_width: float
    symbol: float
    words: float
    bar: float
    bar_width: float


def theme_bars(
    referential: Referential,
    answers: Answers,
    *,
    width: float,
    ink: Ink = PAPER,
    size: float = 8.0,
    levers: Collection[LeverCode] | None = None,
) -> Drawing:
    """Every theme under its lever: name, symbol, answer in words, bar and points.

    Args:
        referential: Levers, themes, wording and points.
        answers: Declared levels; a theme without any says so and has no points.
        width: Width of the drawing; its height follows from the names.
        ink: Colours.
        size: Size of the text.
        levers: Levers to draw, all by default; columns stay in place, so that drawings can follow one another.
    """
    columns = _columns(referential, width, size)
    scores = [one for one in lever_scores(_given(answers), referential) if levers is None or one.lever.code in levers]
    shown = [theme for one in scores for theme in referential.themes_of(one.lever.code)]
    names = {theme.code: wrap(theme.title, REGULAR, size, columns.title_width) for theme in shown}
    heads = {one.lever.code: wrap(one.lever.title, SEMIBOLD, size + 0.75, columns.bar - size) for one in scores}
    leading = 1.28 * size
    rows = {code: max(1.75 * size, leading * len(lines) + 0.5 * size) for code, lines in names.items()}
    height = sum(rows.values()) + sum(len(lines) * 1.35 * size + 1.15 * size for lines in heads.values())
    drawing = canvas(width, height)
    top = height
    for score in scores:
        lever = score.lever
        axis = lever is referential.levers[0]
        top = _lever_head(drawing, heads[lever.code], score, columns, top=top, ink=ink, size=size, axis=axis)
        themes = referential.themes_of(lever.code)
        _grid(drawing, columns, top, top - sum(rows[theme.code] for theme in themes), ink)
        for theme in themes:
            level = answers.get(theme.code)
            painter = _ThemeRow(drawing, referential, columns, ink, size)
            painter.paint(theme, names[theme.code], level, top - rows[theme.code] / 2)
            top -= rows[theme.code]
    return drawing


def _columns(referential: Referential, width: float, size: float) -> _Columns:
    code = max(width_of(theme.code, REGULAR, size) for theme in referential.themes) + 0.9 * size
    wordings = [spec.label for spec in referential.levels] + [word("no_answer")]
    words_width = max(width_of(text, REGULAR, size) for text in wordings) + 1.2 * size
    widest = max(width_of(theme.title, REGULAR, size) for theme in referential.themes) + size
    title_width = min(widest, width * 0.42 - code)
    symbol_at = code + title_width + 0.8 * size
    words = symbol_at + 1.1 * size
    bar = words + words_width
    return _Columns(code, title_width, symbol_at, words, bar, width - bar - 2.6 * size)


def _lever_head(
    drawing: Drawing,
    lines: Sequence[str],
    score: LeverScore,
    columns: _Columns,
    *,
    top: float,
    ink: Ink,
    size: float,
    axis: bool,
) -> float:
    """Head of a lever; returns where its rows begin."""
    baseline = top - 1.5 * size
    for line in lines:
        label(drawing, (0, baseline), line, ink.accent, size=size + 0.75, face=SEMIBOLD)
        baseline -= 1.35 * size
    baseline += 1.35 * size
    if _complete(score):
        total = word("out_of_points", points=score.points, maximum=score.maximum)
    else:
        total = word("answers", answered=score.answered, total=score.themes)
    label(drawing, (drawing.width, baseline), total, ink.accent, size=size + 0.75, face=SEMIBOLD, anchor="end")
    if axis and width_of(total, SEMIBOLD, size + 0.75) < drawing.width - columns.bar - columns.bar_width + 4 * size:
        for points in (0, 5):
            at = (columns.bar + columns.bar_width * points / 10, baseline)
            label(drawing, at, str(points), ink.muted, size=size - 0.5, anchor="middle")
    rule = baseline - 0.55 * size
    stroke(drawing, (0, rule), (drawing.width, rule), ink.accent, width=0.9)
    return rule - 0.1 * size


def _grid(drawing: Drawing, columns: _Columns, top: float, bottom: float, ink: Ink) -> None:
    for share in (0, 0.5, 1):
        x = columns.bar + columns.bar_width * share
        stroke(drawing, (x, top), (x, bottom), ink.grid, width=0.35)


@dataclass(frozen=True, slots=True)
class _ThemeRow:
    """Painter of the rows of one drawing."""

    drawing: Drawing
    referential: Referential
    columns: _Columns
    ink: Ink
    size: float

    def paint(self, theme: Theme, lines: Sequence[str], level: Level | None, middle: float) -> None:
        """One theme, centred on a height."""
        size, ink, columns = self.size, self.ink, self.columns
        baseline = middle - 0.35 * size
        first = baseline + (len(lines) - 1) * 0.64 * size
        label(self.drawing, (0, first), theme.code, ink.muted, size=size)
        for rank, line in enumerate(lines):
            label(self.drawing, (columns.title, first - rank * 1.28 * size), line, ink.text, size=size)
        symbol(self.drawing, (columns.symbol, middle), 0.52 * size, level, ink)
        text = word("no_answer") if level is None else self.referential.label(level)
        label(self.drawing, (columns.words, baseline), text, ink.text if level else ink.muted, size=size)
        if level is None:
            return
        points = self.referential.points(level)
        label(self.drawing, (self.drawing.width, baseline), str(points), ink.text, size=size, anchor="end")
        highest = max(spec.points for spec in self.referential.levels)
        _AREAS[level](self.drawing, self, middle, columns.bar_width * points / highest)

    def colour_inside(self, level: Level) -> object:
        """Fill of the area of a level: its screen colour, or the accent on paper."""
        own = self.ink.levels[level]
        return self.ink.accent if own.fill == self.ink.ground else own.fill


def _solid(drawing: Drawing, row: _ThemeRow, middle: float, length: float) -> None:
    thick = row.size * 0.95
    at = (row.columns.bar, middle - thick / 2)
    box(drawing, at, (length, thick), fill=row.colour_inside(Level.IN_PLACE))


def _hatched(drawing: Drawing, row: _ThemeRow, middle: float, length: float) -> None:
    thick = row.size * 0.95
    at = (row.columns.bar, middle - thick / 2)
    own = row.ink.levels[Level.IN_PROGRESS]
    box(drawing, at, (length, thick), fill=row.ink.ground, outline=own.outline, width=0.6)
    drawing.add(hatch(at, (length, thick), own.outline, step=max(2.1, 0.3 * row.size)))


def _outlined(drawing: Drawing, row: _ThemeRow, middle: float, length: float) -> None:
    thick = row.size * 0.95
    at = (row.columns.bar, middle - thick / 2)
    own = row.ink.levels[Level.TO_STUDY]
    box(drawing, at, (length, thick), fill=row.ink.ground, outline=own.outline, width=0.6)


def _dash(drawing: Drawing, row: _ThemeRow, middle: float, length: float) -> None:
    own = row.ink.levels[Level.NOT_CONCERNED]
    stroke(drawing, (row.columns.bar, middle), (row.columns.bar + length, middle), own.outline, width=0.25 * row.size)


def _nothing(drawing: Drawing, row: _ThemeRow, middle: float, length: float) -> None:
    """No bar: the printed 0 says it."""


_AREAS: dict[Level, Callable[[Drawing, _ThemeRow, float, float], None]] = {
    Level.IN_PLACE: _solid,
    Level.IN_PROGRESS: _hatched,
    Level.TO_STUDY: _outlined,
    Level.NOT_CONCERNED: _dash,
    Level.UNKNOWN: _nothing,
}


def lever_symbols(
    referential: Referential, lever: Lever, answers: Answers, *, radius: float, ink: Ink = PAPER
) -> Drawing:
    """The symbols of a lever's themes in a row, in the order of the referential."""
    themes = referential.themes_of(lever.code)
    pitch = 3.3 * radius
    drawing = canvas(pitch * len(themes), 2 * radius)
    for rank, theme in enumerate(themes):
        symbol(drawing, (radius + rank * pitch, radius), radius, answers.get(theme.code), ink)
    return drawing
