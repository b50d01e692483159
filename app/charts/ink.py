"""Colours of the charts on paper, on a light and on a dark screen, and in the workshop theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportlab.lib.colors import Color, HexColor

from app.domain.referential import Level

LEVEL_TOKENS = MappingProxyType(
    {
        Level.UNKNOWN: "s1",
        Level.NOT_CONCERNED: "s2",
        Level.TO_STUDY: "s3",
        Level.IN_PROGRESS: "s4",
        Level.IN_PLACE: "s5",
    }
)
"""Prefix of the screen's colour names for each level."""


@dataclass(frozen=True, slots=True)
class LevelInk:
    """Colours of one level: inside and outline of its symbol and of its area."""

    fill: Color
    outline: Color


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of a drawing; form alone tells states apart, colour only doubles it.

    Attributes:
        ground: What lies behind.
        text: Names and figures.
        muted: Second-rank text.
        accent: Titles, solid bars, exit lines.
        on_accent: Text on an accent area.
        entry: Dashes and outlines of the entry.
        rule: Row rules.
        grid: Grids and leaders, never text.
        pale: Empty areas, never under text on paper.
        band: Every other month of a calendar.
        today: The line of today and the mark of a milestone.
        levels: Colours of each level.
    """

    ground: Color
    text: Color
    muted: Color
    accent: Color
    on_accent: Color
    entry: Color
    rule: Color
    grid: Color
    pale: Color
    band: Color
    today: Color
    levels: Mapping[Level, LevelInk]


def _paper() -> Ink:
    white, blue, ink = HexColor("#FFFFFF"), HexColor("#16405B"), HexColor("#1A1F24")
    return Ink(
        ground=white,
        text=ink,
        muted=HexColor("#3F4A52"),
        accent=blue,
        on_accent=white,
        entry=HexColor("#3F4A52"),
        rule=HexColor("#5A6770"),
        grid=HexColor("#7C878E"),
        pale=HexColor("#EEF1F3"),
        band=HexColor("#EEF1F3"),
        today=ink,
        levels=MappingProxyType({level: LevelInk(white, blue) for level in Level}),
    )


def screen_ink(colours: Mapping[str, str]) -> Ink:
    """Inks of a screen theme.

    Args:
        colours: Hexadecimal colours by the names of the screen's tokens (`surface`, `text`, `text2`, `accent` …).
    """
    colour = {name: HexColor(value) for name, value in colours.items()}
    return Ink(
        ground=colour["surface"],
        text=colour["text"],
        muted=colour["text2"],
        accent=colour["accent"],
        on_accent=colour["on_accent"],
        entry=colour["text3"],
        rule=colour["border"],
        grid=colour["border_strong"],
        pale=colour["accent_soft"],
        band=colour["sunken"],
        today=colour["jalon"],
        levels=MappingProxyType(
            {level: LevelInk(colour[f"{key}_fill"], colour[f"{key}_ink"]) for level, key in LEVEL_TOKENS.items()}
        ),
    )


PAPER = _paper()
