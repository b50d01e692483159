"""The blank questionnaire: a theme each half page, the five levels to tick, the version of the pack on every page."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from app.charts.symbols import glyph
from app.domain.referential import Level, Theme
from app.reports.blocks import Gap, dotted_line, qr_code, tick_box
from app.reports.furniture import PageTitle, render
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.pages import furniture_of, made_at
from app.reports.sheet import INK, STRONG_RULE, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import prose

LEVELS = tuple(Level)
"""In the order of the digits 1 to 5 that are typed from the paper."""

_HEAD = 66.0
QR_SIDE = 58.0
_HALF = (TEXT_HEIGHT - _HEAD) / 2 - 1
_HASH_START = 16
_LINE = 27.0
_TICK, _DIGIT, _GLYPH = 26.0, 18.0, 26.0


class Share(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Blocks in a fixed share of the height of a page, whatever they hold; a rule may stand above."""

    def __init__(self, blocks: Sequence[Flowable], height: float, *, ruled: bool) -> None:
        super().__init__()
        self._blocks = list(blocks)
        self._ruled = ruled
        self.width, self.height = TEXT_WIDTH, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its share."""
        return width, self.height

    def draw(self) -> None:
        """Paints the rule, then the blocks from the top."""
        y = self.height
        if self._ruled:
            with self.canv.tags.artifact():
                self.canv.setStrokeColor(INK.accent)
                self.canv.setLineWidth(STRONG_RULE)
                self.canv.line(0, y, self.width, y)
            y -= 10
        for block in self._blocks:
            _, height = block.wrapOn(self.canv, self.width, y)
            block.drawOn(self.canv, 0, y - height)
            y -= height + block.getSpaceAfter()


def questionnaire_pdf(content: RoadmapContent) -> bytes:
    """The blank questionnaire of the mission's referential as PDF bytes; it shows no answer, and is no draft of anything."""
    desk = Desk(content)
    furniture = replace(furniture_of(desk, desk.text("blank.name"), initials=False), draft=None)
    return render(furniture, lambda _cut: _story(desk), made_at=made_at(desk))


def pack_code(content: RoadmapContent) -> str:
    """What the QR code says: the exact pack whose themes are printed."""
    ref = content.referential.header.ref
    return f"jalon:questionnaire:{ref.id}:{ref.version}:{ref.sha256[:_HASH_START]}"


def _story(desk: Desk) -> list[Flowable]:
    halves = [_opening(desk), *(_question(desk, theme) for theme in desk.referential.themes)]
    story: list[Flowable] = [PageTitle("questionnaire", desk.text("blank.title"))]
    for rank in range(0, len(halves), 2):
        story.append(Share([_head(desk)], _HEAD, ruled=False))
        story += [Share(blocks, _HALF, ruled=True) for blocks in halves[rank : rank + 2]]
    return story


def _head(desk: Desk) -> Flowable:
    """The pack, on every page: its code, and the same in words."""
    header = desk.referential.header
    known = "blank.official" if header.official else "blank.unofficial"
    told = [
        desk.say("blank.pack", "h3", title=header.title, version=header.ref.version, day=header.valid_from),
        desk.say(known, "note"),
        prose(pack_code(desk.content), "note"),
    ]
    return columns([told, [qr_code(pack_code(desk.content), QR_SIDE)]], [TEXT_WIDTH - QR_SIDE, QR_SIDE])


def _opening(desk: Desk) -> list[Flowable]:
    """Title, how to answer, who answers and when."""
    boxes: list[list[Cell]] = [
        [[tick_box(13)], desk.say("blank.entry", "body"), [tick_box(13)], desk.say("blank.exit", "body")]
    ]
    writing: list[list[Cell]] = [
        [prose(desk.text(code), "cell_bold"), [dotted_line(TEXT_WIDTH - 195, 24)]]
        for code in ("blank.who", "blank.function", "blank.day", "blank.total")
    ]
    return [
        prose(desk.text("blank.title"), "h1"),
        desk.say("blank.subject", "lead", company=desk.mission.company.name, reference=desk.mission.reference),
        Gap(6),
        desk.say("blank.how", "body", count=len(desk.referential.themes)),
        Gap(8),
        ruled_table([], boxes, [24, 150, 24, TEXT_WIDTH - 198], ruled=False),
        Gap(4),
        ruled_table([], writing, [190, TEXT_WIDTH - 190], ruled=False),
    ]


def _question(desk: Desk, theme: Theme) -> list[Flowable]:
    lever = next(one for one in desk.referential.levers if one.code == theme.lever)
    rows: list[list[Cell]] = [
        [
            [tick_box(15)],
            prose(str(digit), "h3_large"),
            [glyph(level, 14)],
            prose(desk.referential.label(level), "lead"),
        ]
        for digit, level in enumerate(LEVELS, start=1)
    ]
    widths = (_TICK, _DIGIT, _GLYPH, TEXT_WIDTH - _TICK - _DIGIT - _GLYPH)
    return [
        prose(f"{theme.lever} · {lever.title}", "note"),
        prose(f"{theme.code} · {theme.title}", "h2"),
        prose(theme.scope, "lead"),
        Gap(6),
        ruled_table([], rows, widths, ruled=False),
        Gap(4),
        desk.say("blank.why", "note"),
        dotted_line(TEXT_WIDTH, _LINE),
        dotted_line(TEXT_WIDTH, _LINE),
    ]
