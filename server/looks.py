"""Looks of the pages, from the tokens of the window: one source for both."""

import tomllib
from functools import lru_cache

from app.charts.ink import Ink, screen_ink
from app.resources import resource_path


@lru_cache(maxsize=1)
def _colours() -> dict[str, tuple[str, str]]:
    """Light and dark colour of each name."""
    tokens = tomllib.loads(resource_path("styles", "tokens.toml").read_text("utf-8"))
    return {name: (values[0], values[1]) for name, values in tokens["color"].items()}


@lru_cache(maxsize=1)
def chart_ink() -> Ink:
    """Inks of the charts, on the light ground that they always have."""
    return screen_ink({name: light for name, (light, _) in _colours().items()})


@lru_cache(maxsize=1)
def token_sheet() -> str:
    """Style sheet that declares every colour, light or dark as the reader's system asks."""
    light, dark = (_declared(rank) for rank in (0, 1))
    return f":root{{color-scheme:light dark;{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _declared(rank: int) -> str:
    return "".join(f"--{name.replace('_', '-')}:{pair[rank]};" for name, pair in _colours().items())
