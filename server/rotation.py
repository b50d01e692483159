"""Rotation of the signing key, and the chain of keys as it is published."""

from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import insert, select

from app.domain.errors import InvalidData
from app.sync.contract.keychain import KeyChain, KeyLinkBody, read_link
from app.sync.contract.receipt import key_id
from app.sync.contract.signatures import signed
from server.journal import Deed, ServerEvent, note, noting
from server.keychain import last_key, next_path
from server.keys import new_key, raw_public_key
from server.region import Region
from server.tables import signing_key as table


def rotate(region: Region) -> Region:
    """Make a new key, signed by the present one, and sign with it from then on; the old private key is destroyed.

    An interruption leaves the old key in force, or the new one: the next start finishes either way.

    Returns:
        The server as it is now; processes that run sign with the old key, still vouched for, until they are replaced.
    """
    path = region.settings.key_path
    following = next_path(path)
    following.unlink(missing_ok=True)
    key = new_key(following)
    raw = raw_public_key(key)
    since = region.clock().replace(microsecond=0)
    body = KeyLinkBody(schema=1, signed_by=region.kid, kid=key_id(raw), public_key=raw.hex(), since=since)
    statement = signed(body, region.key)
    with noting(region) as connection:
        last = last_key(connection)
        if last is None or last.kid != region.kid:
            raise InvalidData("signing_key.not_current", file=path.name)
        values = {"rank": last.rank + 1, "kid": body.kid, "public_key": raw, "statement": statement, "since": since}
        connection.execute(insert(table).values(values))
        note(connection, region.clock(), Deed(ServerEvent.KEY_ROTATED, uuid5(NAMESPACE_OID, body.kid), (body.kid,)))
    following.replace(path)
    return replace(region, key=key)


def public_key_of(region: Region, kid: str) -> bytes:
    """The raw key that signs, or signed, as `kid`; the present one when this server never had it."""
    with region.database.reading() as connection:
        found = select(table.c.public_key).where(table.c.kid == kid)
        key: bytes | None = connection.execute(found).scalar_one_or_none()
    return key or region.public_key


def chain_of(region: Region) -> KeyChain:
    """The chain as it is published."""
    with region.database.reading() as connection:
        rows = connection.execute(select(table).order_by(table.c.rank)).all()
    return KeyChain(
        server=region.settings.name,
        kid=rows[-1].kid,
        first_public_key=rows[0].public_key.hex(),
        links=[read_link(row.statement) for row in rows[1:]],
    )
