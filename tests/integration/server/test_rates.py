"""Rate limits: what comes too fast waits, and nobody else does."""

import asyncio
from pathlib import Path

import httpx

from app.sync.contract.protocol import PROBLEM_TYPE, PROTOCOL_OFFER
from server.application import create_app
from server.rates import Buckets, RateLimit
from server.settings import Settings


class Seconds:
    """A monotonic clock moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_holds_a_minute_and_fills_steadily() -> None:
    seconds = Seconds()
    buckets = Buckets(60, seconds)
    assert [buckets.take("a") for _ in range(61)] == [0] * 60 + [1]
    assert buckets.take("b") == 0
    seconds.now = 1.0
    assert [buckets.take("a"), buckets.take("a")] == [0, 1]
    seconds.now = 3600.0
    assert [buckets.take("a") for _ in range(61)] == [0] * 60 + [1]


def test_buckets_stay_bounded_whoever_asks() -> None:
    buckets = Buckets(60, Seconds())
    for rank in range(50_000):
        assert buckets.take(str(rank)) == 0
    assert len(buckets._kept) <= 20_000


def test_one_token_waits_and_another_passes(tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path, token_per_minute=3, address_per_minute=8))
    (limit,) = (one for one in app.user_middleware if getattr(one.cls, "__name__", "") == RateLimit.__name__)
    limit.kwargs["clock"] = lambda: 0.0
    asked = ["a"] * 4 + ["b", "c"] + ["health"] * 20 + ["d", "e", "f"]

    async def ask_all() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://essai") as client:
            paths = {"health": "/health/live"}
            return [
                await client.get(paths.get(token, "/api/v1/key"), headers={"Authorization": f"Bearer {token}"})
                for token in asked
            ]

    answers = asyncio.run(ask_all())
    app.state.region.database.close()
    first, others, health, last = answers[:4], answers[4:6], answers[6:26], answers[26:]

    assert [one.status_code for one in first] == [200, 200, 200, 429]
    refused = first[-1]
    assert refused.headers["content-type"] == PROBLEM_TYPE
    assert (refused.json()["code"], refused.headers["retry-after"]) == ("request.too_fast", "20")
    assert refused.headers["jalon-protocol"] == PROTOCOL_OFFER
    assert {one.status_code for one in (*others, *health)} == {200}
    assert [one.status_code for one in last] == [200, 200, 429]
