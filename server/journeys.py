"""Statements whole by themselves, each committed in its own journey to PostgreSQL, that the event loop waits for.

A deposit needs two of them: a thread for each request would cost more than the statements themselves.
"""

import asyncio
import select
from collections.abc import Mapping
from typing import Any

import psycopg
import sqlalchemy
from psycopg.pq import TransactionStatus
from psycopg.pq.abc import PGconn
from psycopg.rows import namedtuple_row
from sqlalchemy import Insert, Select
from sqlalchemy.exc import DBAPIError

Connection = psycopg.AsyncConnection[Any]


class Journeys:
    """Connections to one base, opened when first needed and kept, each for one statement at a time.

    Args:
        engine: What compiles the statements and knows the base.
        settings: Parameters of a connection, beside the address of the base.
        most: Connections at once.
        seconds: How long a statement waits for one.
    """

    def __init__(self, engine: sqlalchemy.Engine, settings: Mapping[str, Any], most: int, seconds: float) -> None:
        self._dialect = engine.dialect
        self._settings = {**self._dialect.create_connect_args(engine.url)[1], **settings}
        self._seconds = seconds
        self._places = asyncio.Semaphore(most)
        self._idle: list[Connection] = []
        self._texts: dict[Select[Any] | Insert, bytes] = {}

    async def one(self, statement: Select[Any] | Insert, values: Mapping[str, Any]) -> Any:
        """The only row of a statement, its columns by their names, or None.

        Raises:
            DBAPIError: As a statement of the engine would; `TimeoutError` of SQLAlchemy when no connection is free.
        """
        text = self._text(statement)
        try:
            async with asyncio.timeout(self._seconds):
                await self._places.acquire()
        except TimeoutError:
            raise sqlalchemy.exc.TimeoutError from None
        try:
            connection = self._kept() or await self._opened()
            try:
                cursor = await connection.execute(text, values, prepare=True, binary=True)
                return await cursor.fetchone() if cursor.description else None
            finally:
                self._keep(connection)
        except psycopg.Error as error:
            raise DBAPIError.instance(None, None, error, psycopg.Error) from error
        finally:
            self._places.release()

    def close(self) -> None:
        """Close those that are idle."""
        for connection in self._idle:
            connection.pgconn.finish()
        self._idle.clear()

    def _text(self, statement: Select[Any] | Insert) -> bytes:
        text = self._texts.get(statement)
        if text is None:
            text = self._texts[statement] = str(statement.compile(dialect=self._dialect)).encode()
        return text

    async def _opened(self) -> Connection:
        return await psycopg.AsyncConnection.connect(autocommit=True, row_factory=namedtuple_row, **self._settings)

    def _kept(self) -> Connection | None:
        """An idle connection that the server did not close meanwhile."""
        while self._idle:
            connection = self._idle.pop()
            if not is_cut(connection.pgconn):
                return connection
            connection.pgconn.finish()
        return None

    def _keep(self, connection: Connection) -> None:
        """Keep a connection for another statement, unless this one left something behind."""
        if connection.pgconn.transaction_status == TransactionStatus.IDLE:
            self._idle.append(connection)
        else:
            connection.pgconn.finish()


def is_cut(connection: PGconn) -> bool:
    """Whether the server closed a connection while it was idle: something then waits to be read on it.

    Asking the server would cost a journey at each statement.
    """
    if not hasattr(select, "poll"):
        return False
    line = select.poll()
    line.register(connection.socket, select.POLLIN)
    return bool(line.poll(0))
