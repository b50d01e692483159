"""Evidence of a signature as it travels: the same bytes each time, read back whole, and nothing else read."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from app.domain.attachment import MediaType
from app.domain.errors import InvalidData
from app.domain.evidence import MAX_POINTS, EvidenceKind, Signatory, SignatoryRole, SignatureEvidence
from app.sync.contract.canonical import canonical_bytes
from app.sync.contract.evidence import MAX_EVIDENCE_BYTES, read_evidence, write_evidence

DRAWN = SignatureEvidence(
    id=UUID(int=7),
    mission_id=UUID(int=8),
    version=2,
    sha256="a" * 64,
    kind=EvidenceKind.DRAWN,
    recorded_at=datetime(2022, 3, 15, 9, 30, 0, 123, tzinfo=UTC),
    signed_on=date(2022, 3, 15),
    place="Ville d’Exemple",
    signatories=(Signatory(SignatoryRole.COMPANY, "Dominique Exemple", "Gérance", (((1, 2), (3, 4)), ((5, 6),))),),
)


def test_a_record_is_read_back_whole() -> None:
    data = write_evidence(DRAWN, 0)
    assert write_evidence(DRAWN, 0) == data
    assert read_evidence(data) == (DRAWN, 0)


def test_the_longest_record_fits() -> None:
    stroke = tuple((3000, 1000) for _ in range(MAX_POINTS))
    both = tuple(Signatory(role, "é" * 200, "é" * 200, (stroke,)) for role in SignatoryRole)
    longest = SignatureEvidence(
        DRAWN.id, DRAWN.mission_id, 1, "a" * 64, EvidenceKind.DRAWN, DRAWN.recorded_at, DRAWN.signed_on, "", both
    )
    data = write_evidence(longest, 0)
    assert len(data) < MAX_EVIDENCE_BYTES
    assert read_evidence(data) == (longest, 0)


def _set(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda told: told.__setitem__(name, value)


@pytest.mark.parametrize(
    "change",
    [
        _set("schema", 2),
        _set("more", 1),
        _set("sha256", "A" * 64),
        _set("version", 0),
        _set("recorded_at", "2022-03-15T09:30:00"),
        _set("signatories", []),
        _set("scan", "b" * 64),
        _set("scan_size", 3),
        _set("scan_type", MediaType.PDF.value),
        _set("kind", "scanned"),
        lambda told: told["signatories"][0]["strokes"][0].append([3001, 0]),
        lambda told: told["signatories"][0]["strokes"][0].append([1, 2, 3]),
        lambda told: told["signatories"][0].update(name=" " * 201),
    ],
)
def test_anything_else_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads(write_evidence(DRAWN, 0))
    change(told)
    with pytest.raises(InvalidData, match=r"signature\.unreadable"):
        read_evidence(canonical_bytes(told))


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b" " * (MAX_EVIDENCE_BYTES + 1), write_evidence(DRAWN, 0) + b" "])
def test_bytes_that_are_no_record_are_refused(data: bytes) -> None:
    with pytest.raises(InvalidData, match=r"signature\.unreadable"):
        read_evidence(data)
