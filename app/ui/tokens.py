"""Colours, type sizes and measures of the window, read once from `resources/styles/tokens.toml`.

Named tuples rather than dataclasses: this is read before the first paint, and they are made eight times faster.
"""

import tomllib
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from app.resources import resource_path

STATES = (1, 2, 3, 4, 5)
"""The five answers, in the order of their keys; `None` stands for no answer."""


class Theme(StrEnum):
    """The three sets of colours; the value is also what preferences store."""

    LIGHT = "light"
    DARK = "dark"
    ATELIER = "atelier"


class StateColours(NamedTuple):
    """Colours of one answer: `fill` for glyphs and areas, `ink` for outline and words, `soft` for a tint."""

    fill: str
    ink: str
    soft: str


class Colours(NamedTuple):
    """Colours of one theme, as #RRGGBB. `border` is decoration; what must be seen takes `border_strong`."""

    bg: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    focus: str
    jalon: str
    states: tuple[StateColours, ...]

    def state(self, level: int) -> StateColours:
        """Colours of an answer, `level` from 1 to 5."""
        return self.states[level - 1]


class Type(NamedTuple):
    """Type sizes in logical pixels, and the one family."""

    family: str
    caption: int
    small: int
    body: int
    lead: int
    title: int
    display: int
    figure: int
    cap: int


class Sizes(NamedTuple):
    """Measures in logical pixels."""

    header: int
    header_compact: int
    footer: int
    footer_compact: int
    rail: int
    home_rail: int
    outbox: int
    side: int
    control: int
    answer: int
    answer_row: int
    rail_item: int
    row_list: int
    row_table: int
    row_ledger: int
    icon: int


class Radius(NamedTuple):
    """Corner radii in logical pixels."""

    chip: int
    control: int
    card: int


class Tokens(NamedTuple):
    """Everything the kit draws with, for one theme.

    `space` holds seven steps (4 … 48 px); `ring` and `ring_gap` describe the focus; `regular` and `wide`
    are the breakpoints by logical width; `toast_stay_ms` is how long a toast stays.
    """

    theme: Theme
    colours: Colours
    type: Type
    size: Sizes
    radius: Radius
    space: tuple[int, ...]
    ring: int
    ring_gap: int
    regular: int
    wide: int
    toast_stay_ms: int


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    with resource_path("styles", "tokens.toml").open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=3)
def load_tokens(theme: Theme) -> Tokens:
    """Tokens of one theme.

    Raises:
        FileNotFoundError: The installation is incomplete.
        KeyError, TypeError: The file misses a token, or names an unknown one.
    """
    raw = _raw()
    column = list(Theme).index(theme)
    size_column = 1 if theme is Theme.ATELIER else 0
    colours = {name: values[column] for name, values in raw["color"].items()}
    states = tuple(
        StateColours(colours.pop(f"s{n}_fill"), colours.pop(f"s{n}_ink"), colours.pop(f"s{n}_soft")) for n in STATES
    )
    return Tokens(
        theme=theme,
        colours=Colours(**colours, states=states),
        type=Type(**(raw["type"] | (_larger(raw["type"]) if theme is Theme.ATELIER else {}))),
        size=Sizes(**{name: values[size_column] for name, values in raw["size"].items()}),
        radius=Radius(**raw["radius"]),
        space=tuple(raw["space"]["scale"]),
        ring=raw["focus"]["ring"],
        ring_gap=raw["focus"]["gap"],
        regular=raw["breakpoint"]["regular"],
        wide=raw["breakpoint"]["wide"],
        toast_stay_ms=raw["motion"]["toast_stay_ms"],
    )


def _larger(sizes: dict[str, Any]) -> dict[str, int]:
    """Sizes of the words read at arm's length, gloves on: two pixels more under the size of a lead."""
    return {name: size + 2 for name, size in sizes.items() if isinstance(size, int) and size < sizes["lead"]}
