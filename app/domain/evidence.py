"""What proves that a sealed version was signed: strokes drawn on site, a scan, or a signature on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.attachment import MediaType
from app.domain.errors import DomainError

SURFACE = (3_000, 1_000)
"""Width and height of the surface that strokes are drawn on, in its own units, y downwards."""

MAX_POINTS = 20_000
"""Points of one drawn signature at most."""

Stroke = tuple[tuple[int, int], ...]
"""One line drawn without lifting, in units of `SURFACE`."""


class EvidenceKind(StrEnum):
    """How a version was signed."""

    DRAWN = "drawn"
    SCANNED = "scanned"
    ON_PAPER = "on_paper"


class SignatoryRole(StrEnum):
    """For whom somebody signs."""

    COMPANY = "company"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, as told on the day; without strokes unless the signature was drawn here."""

    role: SignatoryRole
    name: str
    function: str = ""
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureEvidence:
    """An evidence record: it cites the sealed bytes by their hash and travels beside them, never inside. Source: MODEL.md.

    Attributes:
        id: Made on the laptop.
        mission_id: The mission.
        version: Number of the version signed.
        sha256: SHA-256 of its sealed bytes, lower-case hexadecimal.
        kind: How it was signed.
        recorded_at: Instant, UTC.
        signed_on: Civil day of the signature.
        place: Where, or empty.
        signatories: Who signed, the company first.
        scan: SHA-256 of the scan kept with the attachments, or empty.
        scan_type: What the scan is, or None.
    """

    id: UUID
    mission_id: UUID
    version: int
    sha256: str
    kind: EvidenceKind
    recorded_at: datetime
    signed_on: date
    place: str = ""
    signatories: tuple[Signatory, ...] = ()
    scan: str = ""
    scan_type: MediaType | None = None

    def by(self, role: SignatoryRole) -> Signatory | None:
        """Who signed for a side, or None."""
        return next((one for one in self.signatories if one.role is role), None)


def check_strokes(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Strokes that may be kept: every point on the surface, none empty.

    Raises:
        DomainError: `evidence.too_much_ink`, or `evidence.off_surface`.
    """
    kept = tuple(stroke for stroke in strokes if stroke)
    points = [point for stroke in kept for point in stroke]
    if len(points) > MAX_POINTS:
        raise DomainError("evidence.too_much_ink", limit=MAX_POINTS)
    if not all(0 <= x <= SURFACE[0] and 0 <= y <= SURFACE[1] for x, y in points):
        raise DomainError("evidence.off_surface")
    return kept


def check_signatories(kind: EvidenceKind, signatories: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """Signatories that may be kept: those named; drawn, only those who drew.

    Raises:
        DomainError: `evidence.nobody`, `evidence.nothing_drawn`, `evidence.name_missing`, or a refusal of `check_strokes`.
    """
    told = tuple(signatories)
    if any(one.strokes and not one.name for one in told):
        raise DomainError("evidence.name_missing")
    for one in told:
        check_strokes(one.strokes)
    drawn = kind is EvidenceKind.DRAWN
    kept = tuple(one for one in told if (one.strokes if drawn else one.name))
    if not kept:
        raise DomainError("evidence.nothing_drawn" if drawn else "evidence.nobody")
    return kept
