"""What a Region sends to its laptops: packs and mission orders in one signed document, the same on the line and in a file."""

import base64
import binascii
from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import Field, ValidationError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import MAX_INTEGER, canonical_bytes, read_canonical, sha256_of
from app.sync.contract.document.base import Code, Line, Part, Sha256, Text
from app.sync.contract.keychain import MAX_LINKS, KeyLink, keys_vouched_for
from app.sync.contract.signatures import is_signed_by, signed

PUBLICATION_PATH = "/api/v1/publication"
PUBLICATION_TYPE = "application/vnd.jalon.publication+json"
MAX_PUBLICATION_BYTES = 8 * 1024 * 1024
MAX_PACK_BYTES = 512 * 1024
_MAX_BASE64 = 700_000


class PackSent(Part):
    """A pack: the very bytes of its TOML file (base64), and the last day on which it may be received."""

    file: Line
    sha256: Sha256
    content: Annotated[str, Field(max_length=_MAX_BASE64)]
    valid_until: date | None

    @property
    def data(self) -> bytes:
        """The bytes. Raises `ValueError` when they are not base64."""
        return base64.b64decode(self.content, validate=True)


class OrderSent(Part):
    """A mission that the Region decided: it opens under this very identifier, so that it is opened once.

    Attributes:
        mission_id: Identifier of the mission to open.
        company_name: Company.
        siret: Its establishment, or empty.
        scheme: Identifier of the scheme.
        decision_day: Day of the Region's decision.
        region_file: The Region's own file number.
        note: What the Region says to the consultant.
        valid_until: Last day on which it may be received, or None.
    """

    mission_id: UUID
    company_name: Line
    siret: Annotated[str, Field(pattern=r"^(\d{14})?$")]
    scheme: Code
    decision_day: date
    region_file: Line
    note: Text
    valid_until: date | None


class PublicationBody(Part):
    """Everything that stands for the laptops of one provider.

    Attributes:
        schema_: 1.
        kid: Key that signs.
        server: Name that the server gives itself.
        provider: Provider that it is for, or empty.
        number: Grows with each change; a laptop takes no lower one than the last.
        issued_at: Instant of the last change, UTC.
        packs: Packs, in the order in which they are to be read.
        orders: Mission orders, the first decided first.
    """

    schema_: Literal[1] = Field(alias="schema")
    kid: Code
    server: Line
    provider: Line
    number: Annotated[int, Field(ge=0, le=MAX_INTEGER)]
    issued_at: datetime
    packs: list[PackSent] = Field(max_length=200)
    orders: list[OrderSent] = Field(max_length=2_000)


class _Envelope(Part):
    body: PublicationBody
    signature: Annotated[str, Field(max_length=100)]
    links: Annotated[list[KeyLink], Field(max_length=MAX_LINKS)]


def write_publication(body: PublicationBody, key: Ed25519PrivateKey, links: Sequence[KeyLink]) -> bytes:
    """Canonical bytes of a publication, with the chain that vouches for its key; the same for the same content and key."""
    envelope = read_canonical(signed(body, key))
    told = [link.model_dump(mode="json", by_alias=True) for link in links]
    return canonical_bytes({**envelope, "links": told})


def read_publication(data: bytes, trusted_key: bytes, today: date) -> PublicationBody:
    """The body of a publication, everything of it verified.

    Args:
        data: Bytes received, from the line or a file.
        trusted_key: Raw public key pinned at enrolment; the chain inside may vouch for a later one.
        today: Present civil day.

    Raises:
        InvalidData: `publication.unreadable`, `publication.signature`, `publication.expired` (with `what`),
            `publication.damaged` when a pack is not what its hash says.
    """
    if len(data) > MAX_PUBLICATION_BYTES:
        raise InvalidData("publication.unreadable")
    try:
        envelope = _Envelope.model_validate(read_canonical(data))
        key = keys_vouched_for(trusted_key, envelope.links).get(envelope.body.kid)
    except (InvalidData, ValidationError, ValueError):
        raise InvalidData("publication.unreadable") from None
    body = envelope.body
    if key is None or body.issued_at.tzinfo is None or not is_signed_by(body, envelope.signature, key):
        raise InvalidData("publication.signature")
    dated = [(one.file, one.valid_until) for one in body.packs]
    dated += [(one.company_name, one.valid_until) for one in body.orders]
    for what, until in dated:
        if until is not None and until < today:
            raise InvalidData("publication.expired", what=what, day=until)
    for pack in body.packs:
        _check_pack(pack)
    return body


def _check_pack(pack: PackSent) -> None:
    try:
        intact = sha256_of(pack.data) == pack.sha256
    except (ValueError, binascii.Error):
        intact = False
    if not intact:
        raise InvalidData("publication.damaged", file=pack.file)
