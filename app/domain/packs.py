"""What every dated pack says of itself, and how a mission pins one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PackKind(StrEnum):
    """What a pack holds."""

    REFERENTIAL = "referential"
    SCHEME = "scheme"
    GUIDE = "guide"
    BRIDGE = "bridge"
    AID = "aid"
    AID_CATALOGUE = "aid_catalogue"


@dataclass(frozen=True, slots=True)
class PackRef:
    """The exact pack that a mission was assessed or funded with, for ever.

    Attributes:
        id: Identifier of the pack, such as `occitanie-2020-2022`.
        version: Version as the pack writes it.
        sha256: Lower-case hexadecimal SHA-256 of the bytes of the pack's file.
    """

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PackHeader:
    """Identity of a pack.

    Attributes:
        ref: Identifier, version and hash.
        kind: What it holds.
        title: Shown wherever its content is.
        author: Who wrote it.
        licence: SPDX identifier or sentence.
        official: Whether its owner (AIF, State, Region) issued it; the shipped ones never are.
        valid_from: First civil day of validity.
        valid_until: Last civil day of validity, or None when it has no known end.
        source: Where its rules come from.
    """

    ref: PackRef
    kind: PackKind
    title: str
    author: str
    licence: str
    official: bool
    valid_from: date
    valid_until: date | None
    source: str

    def in_force(self, day: date) -> bool:
        """Whether the pack holds on a civil day, both ends included."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
