"""A browser over the server's application in this process: no socket, the clock of the test, cookies kept."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlencode

import httpx
from fastapi import FastAPI

from server.application import create_app
from server.region import Region

ADDRESS = "http://testserver"


class Browser:
    """Asks for pages one after the other; redirections are not followed.

    Args:
        app: The application.
        session: Token of an open session, or empty.
    """

    def __init__(self, app: FastAPI, session: str = "") -> None:
        self._app = app
        self.cookies = httpx.Cookies({"jalon_session": session} if session else {})

    def get(self, path: str, **headers: str) -> httpx.Response:
        """A page."""
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> httpx.Response:
        """What a form sends."""
        given = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, urlencode(form).encode(), given)

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """Any request."""
        return asyncio.run(self._asked(method, path, body, {"Accept": "text/html", **(headers or {})}))

    async def _asked(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS, cookies=self.cookies) as client:
            answer = await client.request(method, path, content=body, headers=dict(headers))
            self.cookies = client.cookies
            return answer


@contextmanager
def application(region: Region) -> Iterator[FastAPI]:
    """The application over the same data and clock as an open region."""
    app = create_app(region.settings, region.clock)
    try:
        yield app
    finally:
        app.state.region.database.close()
