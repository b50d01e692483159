"""A relay between a laptop and its server that passes whole messages on, and once does to one of them what it was told to."""

import select
import socket
import struct
import threading
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from random import Random

from tests.campaign.messages import (
    OF_REPLY,
    OF_REQUEST,
    SPOILING,
    Exchange,
    Fault,
    Hit,
    Place,
    exchange_of,
    span,
    spoilt,
    whole_length,
)

_BEFORE_THE_SERVER = frozenset({Fault.TWIN, Fault.REORDER})
_SLOW_SECONDS = 0.05
_STEP_SECONDS = 0.5
_PATIENCE_SECONDS = 30.0
_MACHINE_SECONDS = 300.0
"""For a server and a database to start again on a busy machine."""


class BadLine:
    """A listener on the loopback; each connection has its thread.

    Attributes:
        happened: Hits that fell, in order.
    """

    def __init__(self, server_url: str) -> None:
        host, _, port = server_url.removeprefix("http://").partition(":")
        self.server = (host, int(port))
        self.happened: list[Hit] = []
        self.random = Random(0)  # noqa: S311 repeatable on purpose
        self._hits: list[Hit] = []
        self._seen: dict[Exchange, int] = {}
        self._incident: tuple[Hit, Callable[[], None]] | None = None
        self._held: list[bytes] = []
        self._busy = 0
        self._changed = threading.Condition()
        self._closing = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        """Take no more connections."""
        self._closing = True
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def arm(self, hits: Sequence[Hit], random: Random, incident: tuple[Hit, Callable[[], None]] | None = None) -> None:
        """Forget what was to come, and do this instead; an incident is a call made at its place, the line then going on."""
        with self._changed:
            self._hits, self.random, self._incident = list(hits), random, incident
            self.happened, self._seen = [], {}

    def settle(self) -> None:
        """Wait until every fault has ended and everything late has arrived."""
        self.release()
        with self._changed:
            assert self._changed.wait_for(lambda: not self._busy, _MACHINE_SECONDS), "the line never settles"

    def release(self) -> None:
        """Let the requests that were overtaken arrive, each on a line of its own."""
        with self._changed:
            held, self._held = self._held, []
        for request in held:
            self.send_apart(request)

    def hold(self, request: bytes) -> None:
        """Keep a request until another has overtaken it."""
        with self._changed:
            self._held.append(request)

    def send_apart(self, request: bytes) -> threading.Thread:
        """Send a request on a line of its own, whose reply nobody reads."""
        self.note(1)
        thread = threading.Thread(target=self._sent_apart, args=(request,), daemon=True)
        thread.start()
        return thread

    def note(self, more: int) -> None:
        """Count a fault that begins (1) or ends (−1)."""
        with self._changed:
            self._busy += more
            self._changed.notify_all()

    def number(self, exchange: Exchange | None) -> None:
        """Count an exchange that begins."""
        if exchange is not None:
            with self._changed:
                self._seen[exchange] = self._seen.get(exchange, -1) + 1

    def due(
        self, exchange: Exchange | None, places: Sequence[Place], faults: Collection[Fault] = frozenset(Fault)
    ) -> Hit | None:
        """The hit that falls on a message, if any; it falls once."""
        if exchange is None:
            return None
        with self._changed:
            right = (hit for hit in self._hits if hit.place in places and hit.fault in faults)
            found = [hit for hit in right if hit.exchange is exchange]
            hit = next((hit for hit in found if hit.rank <= self._seen.get(exchange, 0)), None)
            if hit is not None:
                self._hits.remove(hit)
                self.happened.append(hit)
                self._busy += 1
            return hit

    def incident_at(self, exchange: Exchange | None, place: Place) -> Callable[[], None] | None:
        """The call to make at a place, once."""
        with self._changed:
            if self._incident is None or (self._incident[0].exchange, self._incident[0].place) != (exchange, place):
                return None
            hit, call = self._incident
            self._incident = None
            self.happened.append(hit)
            self._busy += 1
            return call

    def _accept(self) -> None:
        while not self._closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._converse, args=(client,), daemon=True).start()

    def _converse(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(self.server, timeout=5) as server:
            for one in (client, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            Conversation(self, client, server).run()

    def _sent_apart(self, request: bytes) -> None:
        try:
            with suppress(OSError), socket.create_connection(self.server, timeout=5) as server:
                server.sendall(request)
                Flow(server, reply=True).next_message()
        finally:
            self.note(-1)


class Flow:
    """Messages that come from one side, each whole."""

    def __init__(self, source: socket.socket, *, reply: bool) -> None:
        self._source = source
        self._reply = reply
        self._buffer = b""
        source.settimeout(_PATIENCE_SECONDS)

    def next_message(self, other: socket.socket | None = None) -> bytes:
        """The next message; what there was when its side ended; empty when the other side ended first."""
        while True:
            length = whole_length(self._buffer, reply=self._reply)
            if length is not None:
                message, self._buffer = self._buffer[:length], self._buffer[length:]
                return message
            if other is not None:
                ready, _, _ = select.select([self._source, other], [], [], _PATIENCE_SECONDS)
                if not ready or (other in ready and is_over(other)):
                    return b""
                if self._source not in ready:
                    select.select([self._source], [], [], _STEP_SECONDS)
                    continue
            more = self._source.recv(1 << 18)
            if not more:
                left, self._buffer = self._buffer, b""
                return left
            self._buffer += more


def is_over(side: socket.socket) -> bool:
    """Whether a side that has something to read has only its end to say."""
    try:
        return not side.recv(1, socket.MSG_PEEK)
    except OSError:
        return True


def reset(side: socket.socket) -> None:
    """Make the end of a line abrupt."""
    side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


class Conversation:
    """One line, from its opening to its end."""

    def __init__(self, line: BadLine, client: socket.socket, server: socket.socket) -> None:
        self._line, self._client, self._server = line, client, server
        self._requests, self._replies = Flow(client, reply=False), Flow(server, reply=True)

    def run(self) -> None:
        """Pass requests and replies on until a side or a fault ends the line."""
        while request := self._requests.next_message(self._server):
            if not self._pass_request(request):
                return
            reply = self._replies.next_message(self._client)
            if not reply or not self._pass_reply(request, reply):
                return
            self._line.release()

    def _pass_request(self, request: bytes) -> bool:
        exchange = exchange_of(request)
        self._line.number(exchange)
        hit = self._line.due(exchange, OF_REQUEST)
        if hit is not None:
            return self._befall(hit, request, self._server)
        hit = self._line.due(exchange, (Place.BETWEEN,), _BEFORE_THE_SERVER)
        if hit is not None:
            return self._overtaken(hit, request)
        call = self._line.incident_at(exchange, Place.BODY_MIDDLE)
        if call is None:
            self._server.sendall(request)
            return True
        half = span(request, Place.BODY_MIDDLE).start
        self._server.sendall(request[:half])
        self._call(call)
        self._server.sendall(request[half:])
        return True

    def _overtaken(self, hit: Hit, request: bytes) -> bool:
        """A request that arrives twice at once, or after the next one; whether the line goes on."""
        try:
            if hit.fault is Fault.REORDER:
                self._line.hold(request)
                return False
            self._line.send_apart(request)
            self._server.sendall(request)
            return True
        finally:
            self._line.note(-1)

    def _pass_reply(self, request: bytes, reply: bytes) -> bool:
        exchange = exchange_of(request)
        call = self._line.incident_at(exchange, Place.BETWEEN)
        if call is not None:
            self._call(call)
            return False
        hit = self._line.due(exchange, (Place.BETWEEN,))
        if hit is not None:
            return self._between(hit, request, reply)
        hit = self._line.due(exchange, OF_REPLY)
        if hit is not None:
            return self._befall(hit, reply, self._client)
        self._client.sendall(reply)
        return True

    def _call(self, call: Callable[[], None]) -> None:
        try:
            call()
        finally:
            self._line.note(-1)

    def _befall(self, hit: Hit, message: bytes, target: socket.socket) -> bool:
        """A fault within a message; whether the line goes on."""
        try:
            if hit.fault in SPOILING:
                target.sendall(spoilt(message, hit.fault, hit.place, self._line.random))
                return True
            point = self._line.random.choice(span(message, hit.place))
            target.sendall(message[:point])
            if hit.fault in {Fault.CUT, Fault.RESET}:
                return self._end(hit)
            if hit.fault is Fault.SLOW:
                threading.Event().wait(_SLOW_SECONDS)
            else:
                self._until_the_client_leaves()
            target.sendall(message[point:])
            if hit.fault is Fault.LATE and target is self._server:
                self._replies.next_message()
            return hit.fault is Fault.SLOW
        finally:
            self._line.note(-1)

    def _between(self, hit: Hit, request: bytes, reply: bytes) -> bool:
        """A fault between a request and its reply; whether the line goes on."""
        line = self._line
        try:
            if hit.fault in {Fault.CUT, Fault.RESET}:
                return self._end(hit)
            if hit.fault is Fault.LOSE:
                self._until_the_client_leaves()
                return False
            if hit.fault is Fault.SLOW:
                threading.Event().wait(_SLOW_SECONDS)
            elif hit.fault is Fault.DUPLICATE:
                # From now on each reply is that of the request before.
                self._server.sendall(request)
            elif hit.fault is Fault.REPLAY:
                line.hold(request)
                return self._end(hit)
            self._client.sendall(reply)
            return True
        finally:
            line.note(-1)

    def _end(self, hit: Hit) -> bool:
        if hit.fault is Fault.RESET:
            reset(self._client)
            reset(self._server)
        return False

    def _until_the_client_leaves(self) -> None:
        select.select([self._client], [], [], _PATIENCE_SECONDS)
