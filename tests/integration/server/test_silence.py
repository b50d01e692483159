"""A laptop that goes silent in the middle of a request is told and left; a slow one is waited for."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from app.sync.contract.protocol import ENROLMENT_PATH, PROTOCOL_HEADER
from server import reading
from server.application import create_app
from server.settings import Settings

HEADERS = {PROTOCOL_HEADER: "2, 1", "Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("pauses", "told"),
    [([0.05] * 8, (403, "enrolment.refused")), ([0.0, 20.0], (408, "request.silent"))],
)
def test_silence_is_bounded_and_duration_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], told: tuple[int, str]
) -> None:
    monkeypatch.setattr(reading, "SILENCE_SECONDS", 0.3)
    app = create_app(Settings(tmp_path))
    body = b'{"code":"7F3K-9QWX-2MNP","device_name":"essai"}'

    async def spoken() -> AsyncIterator[bytes]:
        step = -(-len(body) // len(pauses))
        for rank, pause in enumerate(pauses):
            await asyncio.sleep(pause)
            yield body[rank * step : (rank + 1) * step]

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://essai") as client:
            return await client.post(ENROLMENT_PATH, headers=HEADERS, content=spoken())

    answer = asyncio.run(ask())
    app.state.region.database.close()
    assert (answer.status_code, answer.json()["code"]) == told
