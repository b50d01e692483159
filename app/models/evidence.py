"""Evidence of signatures in the database, beside the versions that it cites."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, insert, literal_column, select, update
from sqlalchemy.engine import Connection

from app.domain.evidence import Signatory, SignatoryRole, SignatureEvidence
from app.models.tables import deposit, signature_evidence
from app.services.rows import DepositState

_OWN = (
    "id",
    "mission_id",
    "version",
    "sha256",
    "kind",
    "recorded_at",
    "signed_on",
    "place",
    "scan",
    "scan_type",
)


class Evidences:
    """Repository of evidence (`app.services.ports.EvidenceRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, evidence: SignatureEvidence) -> None:
        """Keep a record, for ever."""
        values = {name: getattr(evidence, name) for name in _OWN}
        told = [_told(one) for one in evidence.signatories]
        written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self._connection.execute(insert(signature_evidence).values(**values, signatories=written))

    def of(self, mission_id: UUID) -> tuple[SignatureEvidence, ...]:
        """Every record of a mission, in the order in which they were made."""
        query = select(signature_evidence).where(signature_evidence.c.mission_id == mission_id)
        ordered = query.order_by(signature_evidence.c.recorded_at, literal_column("rowid"))
        return tuple(_evidence_of(row) for row in self._connection.execute(ordered).mappings())

    def waiting(self) -> tuple[SignatureEvidence, ...]:
        """Every record that cites a deposited version and has no receipt, oldest first."""
        own, sent = signature_evidence.c, deposit.c
        there = (sent.mission_id == own.mission_id) & (sent.version == own.version)
        query = select(signature_evidence).join(deposit, there & (sent.state == DepositState.DEPOSITED))
        ordered = query.where(own.receipt.is_(None)).order_by(
            own.recorded_at, literal_column("signature_evidence.rowid")
        )
        return tuple(_evidence_of(row) for row in self._connection.execute(ordered).mappings())

    def acknowledge(self, evidence_id: UUID, receipt: bytes) -> None:
        """Keep the verified receipt of a record."""
        own = signature_evidence.c.id == evidence_id
        self._connection.execute(update(signature_evidence).where(own).values(receipt=receipt))

    def acknowledged(self, mission_id: UUID) -> frozenset[UUID]:
        """Records of a mission that have a receipt."""
        own = signature_evidence.c
        query = select(own.id).where(own.mission_id == mission_id, own.receipt.is_not(None))
        return frozenset(self._connection.execute(query).scalars())


def _told(one: Signatory) -> dict[str, Any]:
    return {"role": one.role, "name": one.name, "function": one.function, "strokes": one.strokes}


def _evidence_of(row: RowMapping) -> SignatureEvidence:
    signatories = tuple(
        Signatory(
            SignatoryRole(one["role"]),
            one["name"],
            one["function"],
            tuple(tuple((x, y) for x, y in stroke) for stroke in one["strokes"]),
        )
        for one in json.loads(row["signatories"])
    )
    return SignatureEvidence(**{name: row[name] for name in _OWN}, signatories=signatories)
