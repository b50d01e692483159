"""Serving of the application by uvicorn: a socket of our own, the real address said once ready, a clean stop."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

_GRACE_SECONDS = 10


class _Announcing(uvicorn.Server):
    """A server that says when it is ready to answer."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def serve(app: FastAPI, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Answer requests until SIGTERM or SIGINT; requests under way are finished, ten seconds at most.

    Args:
        app: The application.
        host: Address to listen on.
        port: Port, or 0 for a free one.
        announce: Receives the real address (`http://127.0.0.1:8460`) once the server answers.

    Raises:
        OSError: The address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=128) as listener:
        shown = f"[{host}]" if family is socket.AF_INET6 else host
        address = f"http://{shown}:{listener.getsockname()[1]}"
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
        # uvicorn raises the signal again once stopped: an asked stop is a success.
        signal.signal(signal.SIGTERM, _stopped)
        signal.signal(signal.SIGINT, _stopped)
        _Announcing(config, lambda: announce(address)).run(sockets=[listener])


def _stopped(_number: int, _frame: FrameType | None) -> None:
    """Nothing more to do: the server has stopped."""
