"""A bare endpoint that does one upsert: FastAPI and psycopg 3, no check of anything; the floor of `bench.deposit`."""

import os
from asyncio import Queue
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from uuid import UUID

import psycopg
from fastapi import FastAPI, Request, Response

CONNECTIONS = 4
TABLE = "CREATE TABLE IF NOT EXISTS upsert (id uuid PRIMARY KEY, sha256 text NOT NULL, document bytea NOT NULL)"
_UPSERT = (
    "INSERT INTO upsert VALUES (%s, %s, %s) ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, "
    "document = excluded.document"
)


@asynccontextmanager
async def _connected(app: FastAPI) -> AsyncIterator[None]:
    app.state.connections = Queue()
    opened = []
    for _ in range(CONNECTIONS):
        connection = await psycopg.AsyncConnection.connect(os.environ["UPSERT_DATABASE"], autocommit=True)
        opened.append(connection)
        app.state.connections.put_nowait(connection)
    yield
    for connection in opened:
        await connection.close()


app = FastAPI(lifespan=_connected)


@app.put("/documents/{document_id}", status_code=201)
async def put_document(document_id: UUID, request: Request) -> Response:
    """Keep a body under its identifier."""
    data = await request.body()
    connection = await request.app.state.connections.get()
    try:
        await connection.execute(_UPSERT, (document_id, sha256(data).hexdigest(), data))
    finally:
        request.app.state.connections.put_nowait(connection)
    return Response(status_code=201)
