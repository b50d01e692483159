"""Laptops: one-time enrolment codes, tokens kept as hashes, and whose mission is whose."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.errors import DomainError
from app.domain.identifiers import REFERENCE_ALPHABET
from app.domain.quantities import LINE_LENGTH, clean_text
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import Enrolment, EnrolmentRequest, ProblemCode
from server.failures import Purpose, note_failure, too_many
from server.journal import Deed, ServerEvent, note, noting
from server.problems import Refused
from server.region import Region
from server.tables import account, device, enrolment_code, provider

_GROUPS = 3
_GROUP_LENGTH = 4
_BY_TOKEN = select(device).where(device.c.token_sha256 == bindparam("token_sha256"))
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", "-": "", " ": ""})


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled laptop, and the provider that it works for when the administrator said so."""

    id: UUID
    provider_id: UUID | None

    def may_touch(self, owner_device: UUID, owner_provider: UUID | None) -> bool:
        """Whether a mission first deposited by that laptop, for that provider, is its own or its provider's."""
        return self.id == owner_device or (self.provider_id is not None and self.provider_id == owner_provider)


def make_code(region: Region, provider_name: str = "", account_id: UUID | None = None) -> str:
    """A new one-time code, such as `7F3K-9QWX-2MNP`; only its hash is kept.

    Args:
        region: The server.
        provider_name: Provider that the laptop works for, made when new, or empty.
        account_id: Consultant whose laptop it is, so that the pages show them its missions.

    Raises:
        DomainError: `text.too_long`.
    """
    name = clean_text(provider_name, longest=LINE_LENGTH, field="provider")
    symbols = [secrets.choice(REFERENCE_ALPHABET) for _ in range(_GROUPS * _GROUP_LENGTH)]
    groups = ["".join(symbols[rank : rank + _GROUP_LENGTH]) for rank in range(0, len(symbols), _GROUP_LENGTH)]
    code = "-".join(groups)
    now = region.clock()
    with region.database.writing() as connection:
        connection.execute(
            insert(enrolment_code).values(
                code_sha256=_code_hash(code),
                provider_id=known_provider(region, connection, name) if name else None,
                account_id=account_id,
                created_at=now,
                expires_at=now + timedelta(hours=region.settings.enrolment_hours),
            )
        )
    return code


def enrol(region: Region, request: EnrolmentRequest, source: str) -> Enrolment:
    """Exchange a code for a token that is told once.

    Args:
        region: The server.
        request: Code and name of the laptop.
        source: Address that asks, for the count of failures.

    Raises:
        Refused: `enrolment.refused` (wrong, expired or used: the same answer), `enrolment.too_many`.
    """
    token = secrets.token_urlsafe(32)
    with noting(region) as connection:
        if too_many(region, connection, Purpose.ENROLMENT, source):
            raise Refused(ProblemCode.TOO_MANY_FAILURES)
        accepted = _use_code(region, connection, request, token)
        if not accepted:
            note_failure(region, connection, Purpose.ENROLMENT, source)
    if not accepted:
        raise Refused(ProblemCode.ENROLMENT_REFUSED)
    return Enrolment(token=token, server=region.settings.name, kid=region.kid, public_key=region.public_key.hex())


def device_of(region: Region, token: str) -> Device:
    """The laptop that bears a token.

    Raises:
        Refused: `token.refused`.
    """
    wanted = sha256_of(token.encode())
    with region.database.reading() as connection:
        row = connection.execute(_BY_TOKEN, {"token_sha256": wanted}).one_or_none()
    if row is None or row.revoked_at is not None or not hmac.compare_digest(row.token_sha256, wanted):
        raise Refused(ProblemCode.TOKEN_REFUSED)
    return Device(row.id, row.provider_id)


def revoke(region: Region, device_id: UUID) -> None:
    """Make a laptop's token open nothing any more; what it deposited stays, and it may be enrolled anew.

    Raises:
        DomainError: `device.unknown`.
    """
    with noting(region) as connection:
        standing = update(device).where(device.c.id == device_id, device.c.revoked_at.is_(None))
        connection.execute(standing.values(revoked_at=region.clock()))
        if connection.execute(select(device.c.id).where(device.c.id == device_id)).first() is None:
            raise DomainError("device.unknown", device=str(device_id))
        note(connection, region.clock(), Deed(ServerEvent.LAPTOP_REVOKED, device_id))


@dataclass(frozen=True, slots=True)
class EnrolledLaptop:
    """A laptop as the administrator sees it; `consultant` is its account's name, `revoked_at` is None while its token serves."""

    id: UUID
    name: str
    provider: str
    consultant: str
    enrolled_at: datetime
    revoked_at: datetime | None


def enrolled_laptops(region: Region) -> tuple[EnrolledLaptop, ...]:
    """Every laptop ever enrolled, the oldest first."""
    names = (provider.c.name.label("provider_name"), account.c.name.label("account_name"))
    query = select(device, *names).outerjoin(provider, provider.c.id == device.c.provider_id)
    query = query.outerjoin(account, account.c.id == device.c.account_id).order_by(device.c.enrolled_at)
    with region.database.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        EnrolledLaptop(
            row.id, row.name, row.provider_name or "", row.account_name or "", row.enrolled_at, row.revoked_at
        )
        for row in rows
    )


def _use_code(region: Region, connection: Connection, request: EnrolmentRequest, token: str) -> bool:
    wanted, now = _code_hash(request.code), region.clock()
    row = connection.execute(select(enrolment_code).where(enrolment_code.c.code_sha256 == wanted)).one_or_none()
    known = row is not None and hmac.compare_digest(row.code_sha256, wanted)
    if row is None or not known or row.used_at is not None or row.expires_at <= now:
        return False
    unused = update(enrolment_code).where(enrolment_code.c.code_sha256 == wanted, enrolment_code.c.used_at.is_(None))
    if connection.execute(unused.values(used_at=now)).rowcount != 1:
        return False
    made = uuid4()
    connection.execute(
        insert(device).values(
            id=made,
            provider_id=row.provider_id,
            account_id=row.account_id,
            name=request.device_name,
            token_sha256=sha256_of(token.encode()),
            enrolled_at=now,
        )
    )
    note(connection, now, Deed(ServerEvent.LAPTOP_ENROLLED, made, (request.device_name, row.provider_id)))
    return True


def known_provider(region: Region, connection: Connection, name: str) -> UUID:
    """The provider of a name, made when new."""
    found = select(provider.c.id).where(provider.c.name == name)
    known: UUID | None = connection.execute(found).scalar_one_or_none()
    if known is not None:
        return known
    made = uuid4()
    connection.execute(insert(provider).values(id=made, name=name, created_at=region.clock()))
    return made


def _code_hash(code: str) -> str:
    """Hash of a code as a person types it: small letters, spaces and misread symbols forgiven."""
    return sha256_of(code.upper().translate(_MISREAD).encode())
