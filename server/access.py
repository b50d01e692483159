"""Administrator's access to the pages: a password kept as scrypt, sessions kept as hashes, for a few hours."""

import hashlib
import hmac
import secrets
from datetime import timedelta

from sqlalchemy import delete, insert, select

from app.domain.errors import DomainError
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import ProblemCode
from server.failures import Purpose, note_failure, too_many
from server.problems import Refused
from server.region import Region
from server.tables import administrator, page_session

ADMINISTRATOR = "admin"
MIN_PASSWORD = 12
MAX_PASSWORD = 200
_COST, _BLOCK, _LANES = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024


def generated_password() -> str:
    """A random password of some 95 bits."""
    return secrets.token_urlsafe(12)


def has_password(region: Region) -> bool:
    """Whether the pages can be opened by anyone at all."""
    with region.database.reading() as connection:
        return connection.execute(select(administrator.c.name)).first() is not None


def set_password(region: Region, password: str) -> None:
    """Set the administrator's password; every open session ends.

    Raises:
        DomainError: `password.length` under 12 characters or above 200.
    """
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise DomainError("password.length", shortest=MIN_PASSWORD, longest=MAX_PASSWORD)
    salt = secrets.token_bytes(16)
    kept = f"scrypt${salt.hex()}${_derived(password, salt).hex()}"
    with region.database.writing() as connection:
        connection.execute(delete(page_session))
        connection.execute(delete(administrator).where(administrator.c.name == ADMINISTRATOR))
        values = {"name": ADMINISTRATOR, "password": kept, "changed_at": region.clock()}
        connection.execute(insert(administrator).values(values))


def open_session(region: Region, password: str, source: str) -> str | None:
    """The token of a new session, or None when the password is wrong.

    Raises:
        Refused: `enrolment.too_many` after too many failures from one address.
    """
    with region.database.reading() as connection:
        if too_many(region, connection, Purpose.PASSWORD, source):
            raise Refused(ProblemCode.TOO_MANY_FAILURES)
        kept = connection.execute(select(administrator.c.password)).scalar_one_or_none()
    right = _matches(password, kept)
    token = secrets.token_urlsafe(32)
    now = region.clock()
    with region.database.writing() as connection:
        if not right:
            note_failure(region, connection, Purpose.PASSWORD, source)
            return None
        connection.execute(delete(page_session).where(page_session.c.expires_at <= now))
        expires = now + timedelta(hours=region.settings.session_hours)
        values = {"token_sha256": sha256_of(token.encode()), "administrator": ADMINISTRATOR, "expires_at": expires}
        connection.execute(insert(page_session).values(values))
    return token


def session_is_open(region: Region, token: str) -> bool:
    """Whether a token is that of a session under way."""
    wanted = sha256_of(token.encode())
    with region.database.reading() as connection:
        found = select(page_session.c.expires_at).where(page_session.c.token_sha256 == wanted)
        expires = connection.execute(found).scalar_one_or_none()
    return expires is not None and expires > region.clock()


def close_session(region: Region, token: str) -> None:
    """End a session."""
    with region.database.writing() as connection:
        connection.execute(delete(page_session).where(page_session.c.token_sha256 == sha256_of(token.encode())))


def _derived(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32)


def _matches(password: str, kept: str | None) -> bool:
    """Whether a password is the kept one; as long to say no when there is none."""
    _, salt, wanted = (kept or f"scrypt${'00' * 16}$").split("$")
    return hmac.compare_digest(_derived(password[:MAX_PASSWORD], bytes.fromhex(salt)).hex(), wanted)
