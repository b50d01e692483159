"""Keeps a provider's certificate inside the encrypted file of its profile, its key still locked, and seals with it."""

import base64
import json
from datetime import date
from typing import TYPE_CHECKING

from app.domain.errors import DomainError
from app.services.pdf_seal import CertificateFacts, SealFound
from app.services.ports import Clock

if TYPE_CHECKING:
    from app.models.storage import Storage

_NAME = "certificate"


class StoredSealer:
    """`app.services.pdf_seal.PdfSealer` over an open storage."""

    def __init__(self, storage: "Storage", clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def certificate(self) -> CertificateFacts | None:
        """The certificate kept, if any."""
        kept = self._kept()
        if kept is None:
            return None
        return CertificateFacts(kept["subject"], kept["issuer"], date.fromisoformat(kept["valid_until"]))

    def choose(self, data: bytes, passphrase: str) -> CertificateFacts:
        """Keep the certificate of a file that can seal today."""
        from app.infra.pdf_seal import read_certificate

        facts = read_certificate(data, passphrase, self._clock())
        told = {
            "data": base64.b64encode(data).decode(),
            "subject": facts.subject,
            "issuer": facts.issuer,
            "valid_until": facts.valid_until.isoformat(),
        }
        self._storage.keep_secret(_NAME, json.dumps(told).encode())
        return facts

    def forget(self) -> None:
        """Keep no certificate."""
        self._storage.keep_secret(_NAME, b"")

    def find(self, pdf: bytes) -> SealFound | None:
        """The last seal of a PDF, if any."""
        return find_seal(pdf)

    def seal(self, pdf: bytes, passphrase: str) -> bytes:
        """The PDF followed by its seal."""
        from app.infra.pdf_seal import seal_pdf

        kept = self._kept()
        if kept is None:
            raise DomainError("certificate.absent")
        return seal_pdf(pdf, base64.b64decode(kept["data"]), passphrase, self._clock())

    def _kept(self) -> dict[str, str] | None:
        kept = self._storage.secret(_NAME)
        if not kept:
            return None
        found: dict[str, str] = json.loads(kept)
        return found


def find_seal(pdf: bytes) -> SealFound | None:
    """The last seal of a PDF, recomputed; None when it has none."""
    from app.infra.pdf_seal import find_seal as found

    return found(pdf)
