"""Words printed inside the charts, from the shipped texts: French, unless a drawing for the screen asks for another language."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from app.resources import resource_path
from app.services.languages import Language

_language = ContextVar("language of the charts", default=Language.FRENCH)


@contextmanager
def charts_in(language: Language) -> Iterator[None]:
    """Draw in a language what this thread draws inside the block; papers, drawn outside any, stay French."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


@lru_cache(maxsize=2)
def _words(language: Language) -> dict[str, Any]:
    with resource_path("texts", f"charts.{language}.toml").open("rb") as file:
        return tomllib.load(file)


def word(key: str, **values: object) -> str:
    """A text of the charts with its values in place."""
    return str(_words(_language.get())[key]).format(**values)


def month_names() -> tuple[str, ...]:
    """The twelve months, short."""
    return tuple(_words(_language.get())["months"])
