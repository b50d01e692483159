"""Every field of a sealed document: its French label, its audience and its place in the feuille de route."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.resources import resource_path

NOT_PRINTED = "not printed ("
"""Start of the place of a field that no page shows; the reason follows, and a closing bracket."""


@dataclass(frozen=True, slots=True)
class SealedField:
    """A field of a sealed document.

    Attributes:
        path: Dotted path, `[]` after each list of parts, such as `sessions[].topic`.
        label: French label.
        audience: `company` (printed and sealed) or `region` (sealed, not printed).
        place: Chapter of the feuille de route, or `not printed (reason)`.
    """

    path: str
    label: str
    audience: str
    place: str

    @property
    def printed(self) -> bool:
        """Whether a page shows it."""
        return not self.place.startswith(NOT_PRINTED)


def sealed_fields(path: Path | None = None) -> Mapping[str, SealedField]:
    """The fields by path, in the order of the document."""
    source = path or resource_path("sealed", "fields.toml")
    parts = tomllib.loads(source.read_text("utf-8"))
    found = {
        name: SealedField(name, label, audience, place)
        for part in parts.values()
        for name, (label, audience, place) in part.items()
    }
    return MappingProxyType(found)
