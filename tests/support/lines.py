"""Bad lines and bad servers: a relay that cuts, a server that answers anything, or nothing."""

import socket
import threading
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self

_STEP_SECONDS = 0.05


class Listener:
    """A loopback server that handles one connection after the other, in a thread, until closed."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(_STEP_SECONDS)
        self.closing = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._thread.join(10)
        self._listener.close()

    def _serve(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(_STEP_SECONDS)
                self.handle(connection)

    def handle(self, connection: socket.socket) -> None:
        """Deal with one connection; it is closed afterwards."""
        raise NotImplementedError


def received(connection: socket.socket, closing: threading.Event) -> bytes:
    """The next bytes of a connection; empty once the other side or the test has ended."""
    while not closing.is_set():
        try:
            return connection.recv(65_536)
        except TimeoutError:
            continue
        except OSError:
            return b""
    return b""


class Answering(Listener):
    """Reads a request whole, then sends the given pieces, whatever they are; `pause` is called between two pieces."""

    def __init__(self, pieces: Iterable[bytes], pause: Callable[[threading.Event], object] | None = None) -> None:
        super().__init__()
        self._pieces = list(pieces)
        self._pause = pause
        self.requests: list[bytes] = []

    def handle(self, connection: socket.socket) -> None:
        """Read, then answer."""
        request = b""
        while not _is_whole(request):
            more = received(connection, self.closing)
            if not more:
                return
            request += more
        self.requests.append(request)
        try:
            for piece in self._pieces:
                connection.sendall(piece)
                if self._pause is not None:
                    self._pause(self.closing)
        except OSError:
            return


def _is_whole(request: bytes) -> bool:
    head, found, body = request.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return bool(found) and len(body) >= int(line.partition(b":")[2])
    return bool(found)


class Relay(Listener):
    """Passes bytes on to a server, and cuts the line once where it is told to.

    Attributes:
        cut: `before_commit` (half of the request is lost), `after_commit` (the answer is lost), or None.
        cuts: How many lines were cut.
    """

    def __init__(self, server_url: str) -> None:
        super().__init__()
        host, _, port = server_url.removeprefix("http://").partition(":")
        self._server = (host, int(port))
        self.cut: str | None = None
        self.cuts = 0

    def handle(self, connection: socket.socket) -> None:
        """Pass on one request after the other, until one side ends or the line is cut."""
        with socket.create_connection(self._server) as server:
            server.settimeout(_STEP_SECONDS)
            while True:
                request = b""
                while not _is_whole(request):
                    more = received(connection, self.closing)
                    if not more:
                        return
                    request += more
                if self._cuts("before_commit"):
                    server.sendall(request[: len(request) // 2])
                    return
                server.sendall(request)
                answer = received(server, self.closing)
                while answer and not _is_whole(answer):
                    answer += received(server, self.closing)
                if self._cuts("after_commit"):
                    return
                connection.sendall(answer)

    def _cuts(self, moment: str) -> bool:
        if self.cut != moment:
            return False
        self.cut = None
        self.cuts += 1
        return True
