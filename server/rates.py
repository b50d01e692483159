"""Rate limits: so many requests a minute for one laptop and for one address, counted by each process for itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from app.packs.texts import Texts
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import ProblemCode
from server.problems import problem_response
from server.settings import Settings

_MINUTE = 60
_MOST_KEYS = 20_000
_UNCOUNTED = "/health/"


@dataclass(slots=True)
class Buckets:
    """One bucket a key: a minute's worth at most, filled steadily.

    Attributes:
        per_minute: Requests that a key may make in a minute.
        clock: Seconds, monotonic.
    """

    per_minute: int
    clock: Callable[[], float] = time.monotonic
    _kept: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, key: str) -> int:
        """Take one request; 0 when it may pass, else the seconds to wait."""
        now = self.clock()
        left, at = self._kept.get(key, (float(self.per_minute), now))
        left = min(float(self.per_minute), left + (now - at) * self.per_minute / _MINUTE)
        passes = left >= 1
        if len(self._kept) >= _MOST_KEYS and key not in self._kept:
            self._forget(now)
        self._kept[key] = (left - passes, now)
        return 0 if passes else ceil((1 - left) * _MINUTE / self.per_minute)

    def _forget(self, now: float) -> None:
        """Forget those that are full again, which is the same as never seen; all of them if that is not enough."""
        self._kept = {key: kept for key, kept in self._kept.items() if now - kept[1] < _MINUTE}
        if len(self._kept) >= _MOST_KEYS:
            self._kept.clear()


class RateLimit:
    """Refuses with `request.too_fast` and `Retry-After` what comes too fast from one token or one address."""

    def __init__(
        self, app: ASGIApp, settings: Settings, texts: Texts, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app = app
        self._texts = texts
        self._by_token = Buckets(settings.token_per_minute, clock)
        self._by_address = Buckets(settings.address_per_minute, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        wait = self._wait(Request(scope)) if scope["type"] == "http" else 0
        if wait:
            answer = problem_response(ProblemCode.TOO_FAST, self._texts)
            answer.headers["Retry-After"] = str(wait)
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _wait(self, request: Request) -> int:
        if request.url.path.startswith(_UNCOUNTED):
            return 0
        wait = self._by_address.take(request.client.host if request.client else "")
        credential = request.headers.get("authorization")
        return wait or (self._by_token.take(sha256_of(credential.encode())) if credential else 0)
