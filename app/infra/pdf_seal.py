"""Seal of a PDF by a provider's certificate (PAdES baseline B), with pyHanko, imported when first needed."""

import io
import logging
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.errors import DomainError
from app.services.pdf_seal import MAX_CERTIFICATE_BYTES, CertificateFacts, SealFound

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates
    from cryptography.x509 import Certificate, Name

FIELD = "SceauPrestataire"
"""Name of the invisible field that holds the seal."""

_LEAST_RSA_BITS = 2048
_SEALED = b"/ByteRange"
"""What every seal says in clear, since it tells which bytes it covers."""

_OF_DAMAGED_FILES = (ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, RecursionError)
"""What readers raise on files that are broken, or made to harm."""


def read_certificate(data: bytes, passphrase: str, at: datetime) -> CertificateFacts:
    """Facts of the certificate of a PKCS#12 file that can seal now.

    Raises:
        DomainError: `certificate.foreign` when the bytes are no PKCS#12 file with a key, `certificate.passphrase`,
            `certificate.expired`, `certificate.too_early`, or `certificate.unsuitable` when it is not made to sign.
    """
    certificate = _opened(data, passphrase)[1]
    _check_dates(certificate, at)
    _check_usage(certificate)
    return CertificateFacts(
        _name(certificate.subject), _name(certificate.issuer), certificate.not_valid_after_utc.astimezone(UTC).date()
    )


def seal_pdf(pdf: bytes, data: bytes, passphrase: str, at: datetime) -> bytes:
    """The PDF followed by its seal, which lets forms be filled and signatures be added after it, nothing else.

    Raises:
        DomainError: As `read_certificate`.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    facts = read_certificate(data, passphrase, at)
    signer = signers.SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=passphrase.encode())
    if signer is None:
        raise DomainError("certificate.unsuitable")
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        name=facts.subject,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    output = io.BytesIO()
    signers.PdfSigner(metadata, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=output)
    return output.getvalue()


def find_seal(pdf: bytes) -> SealFound | None:
    """The last seal of a PDF, recomputed; None when it has none. Whom to trust is not decided here."""
    if _SEALED not in pdf:
        return None
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.validation.errors import SignatureValidationError

    try:
        return _last_seal(pdf)
    except (PdfError, SignatureValidationError, *_OF_DAMAGED_FILES):
        return SealFound("", intact=False, whole=False)


def _last_seal(pdf: bytes) -> SealFound | None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    # Whether the issuer of a certificate is to be trusted is not asked here: that it is unknown is no warning.
    logging.getLogger("pyhanko").setLevel(logging.ERROR)
    seals = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    if not seals:
        return None
    found = seals[-1]
    context = ValidationContext(trust_roots=[], allow_fetching=False)
    status = validate_pdf_signature(found, signer_validation_context=context)
    signer = str(found.signer_cert.subject.native.get("common_name", "")) if found.signer_cert else ""
    whole = found.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
    return SealFound(signer, bool(status.intact and status.valid), whole)


def _opened(data: bytes, passphrase: str) -> "tuple[PKCS12KeyAndCertificates, Certificate]":
    from asn1crypto.pkcs12 import Pfx
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        if len(data) > MAX_CERTIFICATE_BYTES or Pfx.load(data, strict=True)["version"].native != "v3":
            raise DomainError("certificate.foreign")
    except (ValueError, TypeError) as error:
        raise DomainError("certificate.foreign") from error
    try:
        found = pkcs12.load_pkcs12(data, passphrase.encode())
    except ValueError as error:
        raise DomainError("certificate.passphrase") from error
    if found.key is None or found.cert is None:
        raise DomainError("certificate.foreign")
    return found, found.cert.certificate


def _check_dates(certificate: "Certificate", at: datetime) -> None:
    if at > certificate.not_valid_after_utc:
        raise DomainError("certificate.expired", day=certificate.not_valid_after_utc.date())
    if at < certificate.not_valid_before_utc:
        raise DomainError("certificate.too_early", day=certificate.not_valid_before_utc.date())


def _check_usage(certificate: "Certificate") -> None:
    """Refuse what no verifier would take for a seal: an authority, a key that may not sign, a weak or unknown key."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.x509 import BasicConstraints, ExtensionNotFound, KeyUsage

    key = certificate.public_key()
    suitable = isinstance(key, EllipticCurvePublicKey) or (
        isinstance(key, RSAPublicKey) and key.key_size >= _LEAST_RSA_BITS
    )
    try:
        usage = certificate.extensions.get_extension_for_class(KeyUsage).value
        suitable = suitable and (usage.digital_signature or usage.content_commitment)
    except ExtensionNotFound:
        suitable = False
    with suppress(ExtensionNotFound):
        suitable = suitable and not certificate.extensions.get_extension_for_class(BasicConstraints).value.ca
    if not suitable:
        raise DomainError("certificate.unsuitable")


def _name(name: "Name") -> str:
    from cryptography.x509.oid import NameOID

    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        found = name.get_attributes_for_oid(kind)
        if found:
            return str(found[0].value)
    return name.rfc4514_string()
