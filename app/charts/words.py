"""Words printed inside the charts, from the shipped texts."""

import tomllib
from functools import lru_cache
from typing import Any

from app.resources import resource_path


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    with resource_path("texts", "charts.fr.toml").open("rb") as file:
        return tomllib.load(file)


def word(key: str, **values: object) -> str:
    """A text of the charts with its values in place."""
    return str(_words()[key]).format(**values)


def month_names() -> tuple[str, ...]:
    """The twelve months, short."""
    return tuple(_words()["months"])
