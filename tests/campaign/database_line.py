"""A relay between the server and PostgreSQL that can stop at a commit: before it arrives, or once it is done and nobody knows."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

_ASKED = (b"COMMIT\0", b'"schema":1')
"""A commit, or a version on its way: a new mission is written by one statement that is a transaction of its own."""

_DONE = (b"COMMIT\0", b"INSERT 0 1\0Z\0\0\0\x05I")
"""A commit, or a row inserted outside of any transaction."""


class DatabaseLine:
    """A listener on the loopback that passes bytes on both ways.

    Args:
        port: Port of PostgreSQL on the loopback.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._lock = threading.Lock()
        self._stop: tuple[bool, int, Callable[[], None]] | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.happened = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def arm(self, *, done: bool, rank: int, call: Callable[[], None]) -> None:
        """At the commit of a rank from now on, cut the line and call.

        Args:
            done: Whether PostgreSQL has committed by then; the server is never told.
            rank: Commits that pass before.
            call: What happens meanwhile.
        """
        with self._lock:
            self._stop, self.happened = (done, rank, call), False

    def disarm(self) -> None:
        """Let everything pass."""
        with self._lock:
            self._stop = None

    def _accept(self) -> None:
        while True:
            try:
                server, _ = self._listener.accept()
                database = socket.create_connection(("127.0.0.1", self._port))
            except OSError:
                if self._listener.fileno() < 0:
                    return
                server.close()
                continue
            for one in (server, database):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for pair, done in (((server, database), False), ((database, server), True)):
                threading.Thread(target=self._pump, args=(*pair, done), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, done: bool) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 18):
                call = self._due(data, done=done)
                if call is not None:
                    call()
                    break
                target.sendall(data)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _due(self, data: bytes, *, done: bool) -> Callable[[], None] | None:
        if not any(words in data for words in (_DONE if done else _ASKED)):
            return None
        with self._lock:
            if self._stop is None or self._stop[0] is not done:
                return None
            _, rank, call = self._stop
            self._stop = None if rank == 0 else (done, rank - 1, call)
            self.happened = self.happened or rank == 0
            return call if rank == 0 else None
