"""Charts of the window speak its language; the same drawings on paper stay French."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from app.ui.language import spoken

P = ParamSpec("P")
R = TypeVar("R")


def in_window_words(draw: Callable[P, R]) -> Callable[P, R]:
    """Run a function that draws, or that reads words of a chart, in the language of the window."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        from app.charts.words import charts_in

        with charts_in(spoken()):
            return draw(*args, **kwargs)

    return drawn
