"""Tokens: every pair of colours that meets on screen keeps its contrast; the faces are really Plex."""

import itertools

import pytest
from PySide6.QtGui import QFont, QFontInfo
from pytestqt.qtbot import QtBot

from app.ui.tokens import STATES, Colours, Theme, load_tokens
from app.ui.views import fonts

TEXT_PAIRS = [
    *itertools.product(("text", "text2", "text3"), ("bg", "surface", "sunken", "hover")),
    ("on_accent", "accent"),
    *itertools.product(("accent",), ("surface", "bg", "accent_soft", "sunken")),
    *itertools.product(("accent_ink",), ("accent_soft", "surface")),
    *itertools.product(("danger",), ("surface", "danger_soft")),
    *itertools.product(("warn",), ("surface", "warn_soft", "hover")),
    *itertools.product(("ok",), ("surface", "ok_soft")),
    *itertools.product(("text", "text2"), ("warn_soft", "danger_soft", "accent_soft")),
    *itertools.product(("jalon",), ("surface", "hover")),
]
OUTLINE_PAIRS = list(itertools.product(("border_strong", "focus"), ("surface", "bg")))
TEXT_FLOOR = {Theme.LIGHT: 4.5, Theme.DARK: 4.5, Theme.ATELIER: 7.0}


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.x."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.x, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pair(colours: Colours, ink: str, ground: str) -> float:
    return contrast(getattr(colours, ink), getattr(colours, ground))


@pytest.mark.parametrize("theme", list(Theme))
def test_words_are_readable_on_their_grounds(theme: Theme) -> None:
    colours = load_tokens(theme).colours
    low = {(ink, ground): pair(colours, ink, ground) for ink, ground in TEXT_PAIRS}
    assert {names: ratio for names, ratio in low.items() if ratio < TEXT_FLOOR[theme]} == {}


@pytest.mark.parametrize("theme", list(Theme))
def test_outlines_and_focus_are_seen(theme: Theme) -> None:
    colours = load_tokens(theme).colours
    assert min(pair(colours, ink, ground) for ink, ground in OUTLINE_PAIRS) >= 3


@pytest.mark.parametrize("theme", list(Theme))
def test_the_five_states_are_readable_and_keep_their_order_in_grey(theme: Theme) -> None:
    colours = load_tokens(theme).colours
    for level in STATES:
        state = colours.state(level)
        assert contrast(state.ink, state.soft) >= TEXT_FLOOR[theme]
        assert contrast(state.ink, colours.surface) >= TEXT_FLOOR[theme]
    fills = [luminance(colours.state(level).fill) for level in STATES]
    assert fills == sorted(fills, reverse=theme is not Theme.DARK)


@pytest.mark.parametrize("weight", [fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD, fonts.BOLD])
def test_each_face_is_really_plex(qtbot: QtBot, weight: int) -> None:
    found = QFontInfo(fonts.font(14, weight))
    assert (found.family(), found.weight(), found.pixelSize()) == (fonts.FAMILY, weight, 14)


def test_the_italic_is_a_true_one(qtbot: QtBot) -> None:
    face = fonts.font(14, fonts.REGULAR, italic=True)
    assert QFontInfo(face).style() == QFont.Style.StyleItalic
    assert face.hintingPreference() == QFont.HintingPreference.PreferNoHinting
