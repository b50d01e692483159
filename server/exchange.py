"""The keys that open encrypted files handed to the Region: in the database, beside the documents that they would open.

They are no more secret than the documents that the same database holds, they follow its backups, and every worker has them.
A former key opens for ever what was encrypted to it.
"""

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.exc import IntegrityError

from app.sync.contract.envelope import new_identity, recipient_of
from app.sync.contract.recipient import RecipientBody
from app.sync.contract.signatures import signed
from server.region import Region
from server.tables import exchange_key as table


def recipient_statement(region: Region) -> bytes:
    """The present public key, under the signing key: canonical bytes that anyone may read."""
    row = _current(region)
    body = RecipientBody(schema=1, kid=region.kid, recipient=recipient_of(row.identity), since=row.since)
    return signed(body, region.key)


def recipient(region: Region) -> str:
    """The present public key, such as `age1…`."""
    return recipient_of(_current(region).identity)


def identities(region: Region) -> list[str]:
    """Every private key of this server, the present one first; secret."""
    _current(region)
    with region.database.reading() as connection:
        found = select(table.c.identity).order_by(table.c.rank.desc())
        return list(connection.execute(found).scalars())


def renew(region: Region) -> str:
    """Make a new key, for what will be encrypted from now on. Returns its public part."""
    rank = _current(region).rank + 1
    made = new_identity()
    with region.database.writing() as connection:
        _keep(region, connection, rank, made)
    return recipient_of(made)


def _current(region: Region) -> Row[tuple[int, str, object]]:
    """The last key, made at the first look; of two workers that make it at once, one does."""
    last = select(table).order_by(table.c.rank.desc()).limit(1)
    with region.database.reading() as connection:
        row = connection.execute(last).one_or_none()
    if row is not None:
        return row
    try:
        with region.database.writing() as connection:
            _keep(region, connection, 0, new_identity())
    except IntegrityError:
        pass
    with region.database.reading() as connection:
        return connection.execute(last).one()


def _keep(region: Region, connection: Connection, rank: int, identity: str) -> None:
    since = region.clock().replace(microsecond=0)
    connection.execute(insert(table).values(rank=rank, identity=identity, since=since))
