"""Reads the open points of a scheme pack: a key that is left out keeps the documented default."""

from dataclasses import fields
from enum import StrEnum
from typing import TypeVar

from app.domain.readings import FundingReadings, ProgrammeReadings, ServiceReadings
from app.packs.table import Table, choice

R = TypeVar("R", FundingReadings, ProgrammeReadings, ServiceReadings)

READINGS = "readings"


def readings(above: Table, kind: type[R], key: str = READINGS) -> R:
    """The readings that stand in a table (`readings`) of another, or the defaults.

    Raises:
        InvalidData: Any refusal of `Table`; a key that is no open point is refused.
    """
    defaults = kind()
    if not above.has(key):
        return defaults
    table = above.table(key)
    found: dict[str, object] = {}
    for field in fields(kind):
        if table.has(field.name):
            default = getattr(defaults, field.name)
            found[field.name] = (
                choice(table, field.name, type(default)) if isinstance(default, StrEnum) else table.boolean(field.name)
            )
    table.close()
    return kind(**found)  # type: ignore[arg-type]
