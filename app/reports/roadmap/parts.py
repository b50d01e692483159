"""Parts that several chapters share: titles, the key figure, the legend of the symbols."""

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable

from app.charts.faces import REGULAR, SEMIBOLD, width_of
from app.charts.figure import describe
from app.charts.marks import canvas, label
from app.charts.symbols import symbol
from app.domain.referential import Level
from app.domain.scheme import Phase
from app.reports.furniture import PageTitle
from app.reports.roadmap.content import Desk
from app.reports.sheet import INK
from app.reports.writing import printable, prose

_FIGURE = 40.0
_ROOM_UNDER_HEADING = 84.0
_LEGEND_AIR = 5.5


def chapter(desk: Desk, key: str, code: str, **params: object) -> list[Flowable]:
    """Beginning of a chapter: outline entry and title."""
    text = desk.text(code, **params)
    return [PageTitle(key, text), prose(text, "h1")]


def heading(desk: Desk, code: str, **params: object) -> list[Flowable]:
    """A heading that stays with the first rows of the table under it, which may run on."""
    return [CondPageBreak(_ROOM_UNDER_HEADING), desk.say(code, "h2", **params)]


def key_figure(text: str, size: float = _FIGURE) -> Drawing:
    """A figure that is read from afar."""
    drawing = canvas(width_of(text, SEMIBOLD, size), size * 0.86)
    label(drawing, (0, size * 0.1), text, INK.accent, size=size, face=SEMIBOLD)
    return describe(drawing, text)


def legend(desk: Desk, width: float) -> Drawing:
    """The five symbols and their words, on as many lines as they need; a sixth while answers are missing."""
    size, leading = 7.5, 12.0
    missing = desk.progress(desk.current).index is None
    levels: list[tuple[Level | None, str]] = [(spec.level, spec.label) for spec in reversed(desk.referential.levels)]
    if missing:
        levels.append((None, desk.text("index.unanswered")))
    places: list[tuple[float, int]] = []
    x, line = 0.0, 0
    for _, text in levels:
        wide = 9 + width_of(text, REGULAR, size) + _LEGEND_AIR
        if x and x + wide - _LEGEND_AIR > width:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += wide
    drawing = canvas(width, leading * (line + 1))
    for (level, text), (left, row) in zip(levels, places, strict=True):
        middle = drawing.height - leading * (row + 0.5)
        symbol(drawing, (left + 3.6, middle), 3.6, level, INK)
        label(drawing, (left + 9, middle - 0.35 * size), printable(text), INK.text, size=size)
    return describe(drawing, desk.text("alt.legend", states=", ".join(text for _, text in levels)))


def short_title(phase: Phase) -> str:
    """Name of a phase before its colon: « Phase 1 »."""
    return phase.title.split(":")[0].strip()


def moved_points(desk: Desk, points: int) -> str:
    """A difference in words: « +44 points », « −1 point », « aucun point »."""
    if points == 0:
        return desk.text("exit.none")
    return desk.text("exit.more" if points > 0 else "exit.less", count=abs(points))
