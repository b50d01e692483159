"""What pages need of a provider's certificate: who it names, until when, and a PDF sealed by it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

MAX_CERTIFICATE_BYTES = 256 * 1024
"""Largest certificate file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says of itself.

    Attributes:
        subject: Whom it names.
        issuer: Who vouches for it.
        valid_until: Last civil day, UTC.
    """

    subject: str
    issuer: str
    valid_until: date


@dataclass(frozen=True, slots=True)
class SealFound:
    """What the last seal of a PDF is worth, whoever its certificate names.

    Attributes:
        signer: Whom its certificate names; empty when it cannot be read.
        intact: Whether what it covers is unchanged, and it was made by the key of its certificate.
        whole: Whether it covers the file to its last byte.
    """

    signer: str
    intact: bool
    whole: bool


class PdfSealer(Protocol):
    """Keeps the certificate of a profile, its key still locked by its passphrase, and seals PDFs with it (PAdES)."""

    def certificate(self) -> CertificateFacts | None:
        """The certificate kept, if any."""

    def choose(self, data: bytes, passphrase: str) -> CertificateFacts:
        """Keep the certificate of a PKCS#12 file that can seal today; the passphrase is not kept.

        Raises:
            DomainError: `certificate.foreign`, `certificate.passphrase`, `certificate.expired`, `certificate.too_early`,
                `certificate.unsuitable`.
            EnvironmentFailure: The disk refused.
        """

    def forget(self) -> None:
        """Keep no certificate. Raises `EnvironmentFailure`."""

    def find(self, pdf: bytes) -> SealFound | None:
        """The last seal of a PDF, recomputed; None when it has none. Whom to trust is not decided here."""

    def seal(self, pdf: bytes, passphrase: str) -> bytes:
        """The same PDF, followed by its seal; nothing before it changes.

        Raises:
            DomainError: As `choose`, or `certificate.absent`.
        """
