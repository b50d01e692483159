"""Keep-alive clients that send ready-made requests as fast as they are answered, or at a steady pace."""

import socket
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import quantiles

CLIENTS = 4
_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Load:
    """What a run gave.

    Attributes:
        statuses: How many answers of each status.
        seconds: How long it lasted.
        latencies: Time of each answer in milliseconds.
    """

    statuses: dict[int, int]
    seconds: float
    latencies: list[float]

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return len(self.latencies) / self.seconds

    @property
    def p99(self) -> float:
        """99th percentile of the time of an answer, in milliseconds."""
        return quantiles(self.latencies, n=100)[98]


def request(method: str, path: str, headers: dict[str, str], body: bytes) -> bytes:
    """Bytes of a request."""
    lines = {"Host": "127.0.0.1", "Content-Length": str(len(body)), **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def send_all(ports: Sequence[int], requests: Sequence[bytes], per_second: float = 0) -> Load:
    """Send requests over four connections; one after the other on each, or each at its time when a pace is given.

    Args:
        ports: Where the server listens; the connections are shared out between them.
        requests: What to send.
        per_second: Pace, or 0 for as fast as it goes.
    """
    began = time.perf_counter()

    def one_client(rank: int) -> list[tuple[int, float]]:
        with socket.create_connection(("127.0.0.1", ports[rank % len(ports)])) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            done = []
            for number in range(rank, len(requests), CLIENTS):
                due = began + number / per_second if per_second else 0
                time.sleep(max(0.0, due - time.perf_counter()))
                sent = time.perf_counter()
                line.sendall(requests[number])
                done.append((_answer(line), (time.perf_counter() - sent) * 1000))
            return done

    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = [one for client in pool.map(one_client, range(CLIENTS)) for one in client]
    seconds = time.perf_counter() - began
    statuses: dict[int, int] = {}
    for status, _ in answers:
        statuses[status] = statuses.get(status, 0) + 1
    return Load(statuses, seconds, [latency for _, latency in answers])


def _answer(line: socket.socket) -> int:
    """Status of an answer, its body read to the end."""
    data = b""
    while _END not in data:
        data += _more(line)
    head, _, body = data.partition(_END)
    length = 0
    for field in head.split(b"\r\n")[1:]:
        name, _, value = field.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    left = length - len(body)
    while left > 0:
        left -= len(_more(line))
    return int(head.split(b" ", 2)[1])


def _more(line: socket.socket) -> bytes:
    data = line.recv(65_536)
    if not data:
        raise ConnectionError
    return data
