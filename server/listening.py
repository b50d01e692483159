"""Serving of the application by uvicorn, in one process or several: a socket of our own, the real address said once ready."""

import os
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from server.settings import DATA_VARIABLE, Settings, load_settings

_GRACE_SECONDS = 10
_START_SECONDS = 60


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


class _Supervisor(Multiprocess):
    """Several processes over one socket: it replaces those that die, and says when all answer."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], ready: Callable[[], None]) -> None:
        super().__init__(config, sockets)
        self._ready = ready

    def init_processes(self) -> None:
        """Start them, then say so."""
        super().init_processes()
        if all(process.wait_until_ready(_START_SECONDS, self.should_exit) for process in self.processes):
            self._ready()


def serve(settings: Settings, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Answer requests until SIGTERM or SIGINT; requests under way are finished, ten seconds at most.

    Args:
        settings: The server; its `workers` processes answer. SIGHUP replaces them one by one; a single one goes on.
        host: Address to listen on.
        port: Port, or 0 for a free one.
        announce: Receives the real address (`http://127.0.0.1:8460`) once the server answers.

    Raises:
        OSError: The address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=128) as listener:
        # Those that it accepts inherit this: an answer of two small parts would else wait 40 ms for the first to be seen.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        shown = f"[{host}]" if family is socket.AF_INET6 else host
        address = f"http://{shown}:{listener.getsockname()[1]}"
        # The processes read their settings again: the folder reaches them through the environment.
        os.environ[DATA_VARIABLE] = str(settings.data.absolute())
        config = uvicorn.Config(
            f"{__name__}:application",
            factory=True,
            loop="asyncio:SelectorEventLoop",  # The one that psycopg can wait with on every system.
            workers=settings.workers,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.relays),
            forwarded_allow_ips=settings.relays,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
        if settings.workers > 1:
            _Supervisor(config, [listener], lambda: announce(address)).run()
            return
        # uvicorn raises the signal again once stopped: an asked stop is a success.
        signal.signal(signal.SIGTERM, _stopped)
        signal.signal(signal.SIGINT, _stopped)
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        _Announcing(config, lambda: announce(address)).run(sockets=[listener])


def application() -> FastAPI:
    """The application of one process, over the data folder that the environment names."""
    from server.application import create_app
    from server.logs import set_up_logs

    set_up_logs()
    return create_app(load_settings())


def _stopped(_number: int, _frame: FrameType | None) -> None:
    """Nothing more to do: the server has stopped."""
