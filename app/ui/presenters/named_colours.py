"""Colours of a theme by the names that the charts know."""

from collections.abc import Mapping

from app.ui.tokens import STATES, Colours


def named_colours(colours: Colours) -> Mapping[str, str]:
    """Every colour by its token's name; those of the states as `s1_fill`, `s1_ink`, `s1_soft`."""
    named = {name: value for name, value in colours._asdict().items() if isinstance(value, str)}
    for level in STATES:
        state = colours.state(level)
        named |= {f"s{level}_fill": state.fill, f"s{level}_ink": state.ink, f"s{level}_soft": state.soft}
    return named
