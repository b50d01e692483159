"""Backup of a whole server in one file, and its restoration on an empty one, over either database."""

import base64
import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import Connection, Table, delete, func, insert, select

from app.domain.errors import InvalidData
from server.database import Database
from server.journal import catch_up
from server.keychain import last_key
from server.keys import signing_key
from server.region import Region
from server.schema import SchemaState, bring_up, known_revisions, revision_of, state_of, upgrade
from server.settings import Settings
from server.tables import failure, journal_event, journal_waiting, metadata, page_session, sign_in_attempt
from server.vault import write_storage_key
from server.writing import whole_file

MANIFEST = "sauvegarde.json"
_KEY = "signing-key.pem"
_STORAGE_KEY = "storage-key"
_PASSING = {failure.name, journal_waiting.name, page_session.name, sign_in_attempt.name}
"""Tables of what lasts seconds, minutes or hours: not kept."""

_BATCH = 200


def back_up(region: Region, path: Path) -> int:
    """Write every row and the signing key in one ZIP (mode 0600), from one state of the base, while the server serves.

    Returns:
        How many rows it holds.
    """
    tables: dict[str, dict[str, Any]] = {}
    catch_up(region)
    with whole_file(path) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        with region.database.snapshot() as connection:
            revision = revision_of(connection)
            for table in _kept_tables():
                tables[table.name] = _write_table(archive, connection, table)
            last = last_key(connection)
            if last is None or last.public_key != region.public_key:
                raise InvalidData("signing_key.not_current", file=region.settings.key_path.name)
        pem = region.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        archive.writestr(_KEY, pem)
        archive.writestr(_STORAGE_KEY, region.vault.key)
        made_at = region.clock().replace(microsecond=0).isoformat()
        manifest = {"schema": 1, "made_at": made_at, "revision": revision, "kid": region.kid, "tables": tables}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return sum(one["rows"] for one in tables.values())


def restore(settings: Settings, path: Path) -> int:
    """Make an empty server what a backup holds, then bring its schema to this program's.

    Everything is checked before the key is put in place; a failure leaves a base without a row, to restore again.

    Returns:
        How many rows it held.

    Raises:
        InvalidData: `backup.unreadable`, `backup.damaged`, `backup.newer`, or `backup.not_empty` when the folder has a key or
            the base a row.
    """
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.url, settings.limits)
    try:
        with _opened(path) as archive:
            manifest = _manifest(archive)
            pem = archive.read(_KEY)
            _check_blank(settings, database, manifest, pem)
            with database.writing() as connection:
                rows = sum(_read_table(archive, connection, name, told) for name, told in manifest["tables"].items())
                _set_counters(connection)
                if journal_event.name in manifest["tables"]:
                    _forget_noted(connection)
                _put_storage_key(settings.storage_key_path, archive)
                _put_key(settings.key_path, pem)
        bring_up(database, older_too=True)
    finally:
        database.close()
    return rows


def _kept_tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if table.name not in _PASSING]


def _write_table(archive: zipfile.ZipFile, connection: Connection, table: Table) -> dict[str, Any]:
    """One JSON array a line, in the order of the columns."""
    digest, rows = hashlib.sha256(), 0
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_BATCH)
    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
        for row in connection.execute(query):
            line = json.dumps([_told(value) for value in row], separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            file.write(line)
            rows += 1
    return {"columns": [column.name for column in table.columns], "rows": rows, "sha256": digest.hexdigest()}


def _told(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _heard(value: Any, kind: type) -> Any:
    """A value of a backup as its column wants it."""
    readers: dict[type, Callable[[Any], Any]] = {
        bytes: base64.b64decode,
        UUID: UUID,
        datetime: datetime.fromisoformat,
        date: date.fromisoformat,
    }
    return value if value is None or kind not in readers else readers[kind](value)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError):
        raise InvalidData("backup.unreadable", file=path.name) from None


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    except ValueError:
        raise InvalidData("backup.unreadable", file=MANIFEST) from None
    known = {table.name: set(table.c.keys()) for table in _kept_tables()}
    told = {name: set(table["columns"]) for name, table in manifest["tables"].items()}
    if manifest["revision"] not in known_revisions() or not all(told[name] <= known.get(name, set()) for name in told):
        raise InvalidData("backup.newer")
    return manifest


def _check_blank(settings: Settings, database: Database, manifest: Mapping[str, Any], pem: bytes) -> None:
    """The base has no row and the backup's schema, made if there was none; the folder has no other key."""
    other_key = settings.key_path.exists() and settings.key_path.read_bytes() != pem
    if state_of(database) is SchemaState.EMPTY:
        upgrade(database, manifest["revision"])
    with database.reading() as connection:
        tables = [metadata.tables[name] for name in manifest["tables"]]
        rows = sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
        if other_key or rows or revision_of(connection) != manifest["revision"]:
            raise InvalidData("backup.not_empty")


def _read_table(archive: zipfile.ZipFile, connection: Connection, name: str, told: Mapping[str, Any]) -> int:
    table, digest, rows = metadata.tables[name], hashlib.sha256(), 0
    kinds = [table.c[column].type.python_type for column in told["columns"]]
    with archive.open(f"{name}.jsonl") as file:
        while lines := list(islice(file, _BATCH)):
            values = []
            for line in lines:
                digest.update(line)
                heard = [_heard(value, kind) for value, kind in zip(json.loads(line), kinds, strict=True)]
                values.append(dict(zip(told["columns"], heard, strict=True)))
            connection.execute(insert(table), values)
            rows += len(values)
    if digest.hexdigest() != told["sha256"] or rows != told["rows"]:
        raise InvalidData("backup.damaged", table=name)
    return rows


def _set_counters(connection: Connection) -> None:
    """PostgreSQL: what numbers new rows goes on after the highest one."""
    if connection.dialect.name != "postgresql":
        return
    for table in _kept_tables():
        column = table.autoincrement_column
        if column is not None:
            highest = select(func.max(column)).scalar_subquery()
            counter = func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(select(func.setval(counter, func.coalesce(highest, 1))))


def _forget_noted(connection: Connection) -> None:
    """The versions restored were noted as if they came: those that the journal tells already wait for nothing."""
    own = journal_waiting.c
    told = (journal_event.c.subject == own.mission_id) & (journal_event.c.version == own.number)
    connection.execute(delete(journal_waiting).where(select(journal_event.c.number).where(told).exists()))


def _put_storage_key(path: Path, archive: zipfile.ZipFile) -> None:
    """The key that encrypts what the rows hold; a former backup has none, and its rows nothing encrypted."""
    if _STORAGE_KEY not in archive.namelist():
        return
    key = archive.read(_STORAGE_KEY)
    if not path.exists():
        write_storage_key(path, key)
    elif path.read_text("ascii").strip() != key.hex():
        raise InvalidData("backup.not_empty")


def _put_key(path: Path, pem: bytes) -> None:
    if path.exists():
        return
    with whole_file(path) as file:
        file.write(pem)
    signing_key(path)
