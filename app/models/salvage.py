"""Reads what can be of a damaged database, table by table and row by row, into a new one of the same revision."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from shutil import copy2

from sqlcipher3 import dbapi2

from app.models.backup import fold_log, read_whole
from app.models.connection import open_connection, open_for_reading
from app.models.failures import told
from app.models.schema import HEAD
from app.models.storage import DATABASE_NAME
from app.models.upgrade import upgrade
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.services.rescue import Loss, Salvaged

logger = logging.getLogger(__name__)

SALVAGED_NAME = "recupere.db"
_WORK_NAME = "lecture.db"
_FIRST = ("mission", "assessment", "session", "action", "sealed_version")
"""Tables that others point to."""

_MOST_FAILURES = 2_000
"""Readings that may fail in one table: a damaged page fails about twice for each row that it holds."""

_MOST_ROWS = 1 << 24

_LOSSES = """
SELECT reference, entry_answered + exit_answered
    - (SELECT count(*) FROM answer JOIN assessment ON assessment.id = answer.assessment_id
       WHERE assessment.mission_id = mission.id AND assessment.kind IN ('entry', 'exit') AND level IS NOT NULL),
  half_days - (SELECT count(*) FROM day_entry WHERE day_entry.mission_id = mission.id AND corrects IS NULL
    AND id NOT IN (SELECT corrects FROM day_entry WHERE corrects IS NOT NULL)),
  actions - (SELECT count(*) FROM action WHERE action.mission_id = mission.id)
FROM mission ORDER BY reference
"""


class _Reader:
    """A copy of the damaged file; SQLCipher refuses everything after a bad page, so each failure costs a new connection."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: dbapi2.Connection | None = None
        self._failures = 0

    def begin(self) -> None:
        """Another table is read: it has its own number of failures."""
        self._failures = 0

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]] | None:
        """Rows of a query, or None when one of them cannot be read."""
        if self.is_tired:
            return None
        try:
            if self._connection is None:
                self._connection = open_for_reading(self._path, self._key)
            return [tuple(row) for row in self._connection.execute(query, tuple(values))]
        except dbapi2.Error:
            self._failures += 1
            self.close()
            return None

    @property
    def is_tired(self) -> bool:
        """Whether this table failed often enough."""
        return self._failures > _MOST_FAILURES

    def close(self) -> None:
        """Close the connection, if any."""
        if self._connection is not None:
            with suppress(dbapi2.Error):
                self._connection.close()
            self._connection = None


def salvage(aside: Path, key: bytes, context: JobContext) -> Salvaged:
    """Make a new database of what the copy of a damaged one holds.

    Args:
        aside: Folder of the copies of the damaged files; they are left as they are.
        key: Raw 256-bit data key.
        context: The job; progress in tables.

    Raises:
        EnvironmentFailure: `salvage.nothing` when no mission is readable, `disk.full`…
    """
    work, made = aside / _WORK_NAME, aside / SALVAGED_NAME
    for suffix in ("", "-wal"):
        if (aside / f"{DATABASE_NAME}{suffix}").exists():
            copy2(aside / f"{DATABASE_NAME}{suffix}", f"{work}{suffix}")
    with suppress(EnvironmentFailure):
        fold_log(work, key)
    reader = _Reader(work, key)
    try:
        found = reader.rows("SELECT version_num FROM alembic_version")
        known = HEAD if not found else str(found[0][0])
        with told():
            upgrade(made, key, known)
            with closing(open_connection(made, key)) as target:
                lost = _read_tables(reader, target, context)
                missions_lost = lost.pop("mission", 0)
                losses = _losses(target)
                target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        reader.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{work}{suffix}").unlink(missing_ok=True)
    content = read_whole(made, aside / "none", key)
    if not content.missions:
        raise EnvironmentFailure("salvage.nothing", aside=aside)
    rows_lost = missions_lost + sum(lost.values())
    logger.info("salvaged: %d missions, %d answers, %d rows lost", content.missions, content.answers, rows_lost)
    return Salvaged(made, aside, content, losses, missions_lost, rows_lost)


def _read_tables(reader: _Reader, target: dbapi2.Connection, context: JobContext) -> dict[str, int]:
    """Read every table; gives the rows lost by table."""
    names = _tables(target)
    lost: dict[str, int] = {}
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN IMMEDIATE")
    for rank, (name, has_rowid) in enumerate(names):
        context.progress(rank, len(names))
        reader.begin()
        lost[name] = _copy_table(reader, target, name, has_rowid=has_rowid)
    # Rows that point to one that could not be read would be refused by every later opening.
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _parent, _rule in broken:
            lost[table] = lost.get(table, 0) + _drop(target, table, rowid)
    target.execute("COMMIT")
    return {name: count for name, count in lost.items() if count}


def _tables(target: dbapi2.Connection) -> list[tuple[str, bool]]:
    """Tables of the program and whether they have a row number; those that others point to come first."""
    query = (
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    )
    found = [(str(name), not without) for name, without in target.execute(query).fetchall()]
    return sorted(found, key=lambda table: (_FIRST.index(table[0]) if table[0] in _FIRST else len(_FIRST), table[0]))


def _copy_table(reader: _Reader, target: dbapi2.Connection, name: str, *, has_rowid: bool) -> int:
    columns = [str(row[1]) for row in target.execute(f"PRAGMA table_info({name})")]
    names = ", ".join(columns)
    insert = f"INSERT OR IGNORE INTO {name} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 our own names
    whole = reader.rows(f"SELECT {names} FROM {name}")  # noqa: S608 our own names
    if whole is not None:
        before = target.total_changes
        target.executemany(insert, whole)
        return 0 if name == "mission" else max(0, len(whole) - (target.total_changes - before))
    expected = reader.rows(f"SELECT count(*) FROM {name}")  # noqa: S608 often answered by an index that is whole
    by_number = _by_number(reader, names, name) if has_rowid else _by_key(reader, target, names, name)
    read = 0
    for rows in by_number:
        target.executemany(insert, rows)
        read += len(rows)
    return max(0, int(str(expected[0][0])) - read) if expected else 1


def _by_number(reader: _Reader, names: str, table: str) -> Iterator[list[tuple[object, ...]]]:
    """Rows between two bounds, cut in two as long as they do not all read."""
    top = reader.rows(f"SELECT max(rowid) FROM {table}")  # noqa: S608 our own names
    last = int(str(top[0][0])) if top and top[0][0] is not None else _MOST_ROWS
    spans = [(1, last)]
    while spans and not reader.is_tired:
        low, high = spans.pop()
        rows = reader.rows(f"SELECT {names} FROM {table} WHERE rowid BETWEEN ? AND ?", (low, high))  # noqa: S608 our own names
        if rows is not None:
            yield rows
        elif low < high:
            middle = (low + high) // 2
            spans += [(middle + 1, high), (low, middle)]


def _by_key(reader: _Reader, target: dbapi2.Connection, names: str, table: str) -> Iterator[list[tuple[object, ...]]]:
    """Rows of a table that has no row numbers: those of each parent already read, under the first column of its key."""
    key = [
        str(row[1]) for row in sorted(target.execute(f"PRAGMA table_info({table})"), key=lambda row: row[5]) if row[5]
    ]
    links = {row[3]: (row[2], row[4] or "id") for row in target.execute(f"PRAGMA foreign_key_list({table})")}
    if key[0] not in links:
        return
    parent, column = links[key[0]]
    for (value,) in target.execute(f"SELECT {column} FROM {parent}").fetchall():  # noqa: S608 our own names
        rows = reader.rows(f"SELECT {names} FROM {table} WHERE {key[0]} = ?", (value,))  # noqa: S608 our own names
        if rows is not None:
            yield rows
            continue
        for descending in ("", "DESC"):
            yield _until_damage(reader, f"SELECT {names} FROM {table} WHERE {key[0]} = ?", value, key, descending)  # noqa: S608 our own names


def _until_damage(
    reader: _Reader, query: str, value: object, key: list[str], descending: str
) -> list[tuple[object, ...]]:
    """Rows from one end, one after the other, until one cannot be read."""
    rows: list[tuple[object, ...]] = []
    order = ", ".join(f"{column} {descending}" for column in key)
    while True:
        one = reader.rows(f"{query} ORDER BY {order} LIMIT 1 OFFSET {len(rows)}", (value,))
        if not one:
            break
        rows += one
    return rows


def _drop(target: dbapi2.Connection, table: str, rowid: int | None) -> int:
    """Drop a row that points to nothing; a table without row numbers loses all those that point to nothing."""
    if rowid is not None:
        return int(target.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,)).rowcount)  # noqa: S608 our own names
    dropped = 0
    for row in target.execute(f"PRAGMA foreign_key_list({table})").fetchall():
        parent, column, key = row[2], row[3], row[4] or "id"
        gone = f"DELETE FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"  # noqa: S608 our own names
        dropped += max(0, int(target.execute(gone).rowcount))
    return dropped


def _losses(target: dbapi2.Connection) -> tuple[Loss, ...]:
    found = []
    for reference, answers, half_days, actions in target.execute(_LOSSES):
        if answers > 0 or half_days > 0 or actions > 0:
            found.append(Loss(reference, max(0, answers), max(0, half_days), max(0, actions)))
    return tuple(found)
