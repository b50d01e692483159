"""Colours of a theme by the names that the charts know."""

from collections.abc import Mapping
from dataclasses import fields

from app.ui.tokens import STATES, Colours


def named_colours(colours: Colours) -> Mapping[str, str]:
    """Every colour by its token's name; those of the states as `s1_fill`, `s1_ink`, `s1_soft`."""
    named = {field.name: getattr(colours, field.name) for field in fields(colours) if field.name != "states"}
    for level in STATES:
        state = colours.state(level)
        named |= {f"s{level}_fill": state.fill, f"s{level}_ink": state.ink, f"s{level}_soft": state.soft}
    return named
