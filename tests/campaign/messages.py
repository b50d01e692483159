"""What passes on the line of a deposit: the three exchanges, the classes of their bytes, the faults and what each makes of a message."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

_LONGEST_SLICE = 48


class Exchange(StrEnum):
    """The requests of a deposit, in their order."""

    ANNOUNCE = "announcement"
    CHUNK = "chunk"
    DOCUMENT = "document"


class Place(StrEnum):
    """Classes of the bytes of an exchange."""

    REQUEST_LINE = "request line"
    REQUEST_HEADERS = "request headers"
    BODY_START = "body start"
    BODY_MIDDLE = "body middle"
    BODY_END = "body end"
    BETWEEN = "between"
    REPLY_STATUS = "reply status"
    REPLY_HEADERS = "reply headers"
    REPLY_BODY = "reply body"


OF_REQUEST = (Place.REQUEST_LINE, Place.REQUEST_HEADERS, Place.BODY_START, Place.BODY_MIDDLE, Place.BODY_END)
OF_REPLY = (Place.REPLY_STATUS, Place.REPLY_HEADERS, Place.REPLY_BODY)


class Fault(StrEnum):
    """What the line does; those of `BETWEEN` befall a whole request or a whole reply."""

    CUT = "cut"
    RESET = "reset"
    SLOW = "slow"
    LATE = "late"
    DUPLICATE = "duplicate"
    REORDER = "reorder"
    FLIP = "flip"
    LOSE = "lose"
    TWIN = "twin"
    REPLAY = "replay"


SPOILING = frozenset({Fault.DUPLICATE, Fault.REORDER, Fault.FLIP, Fault.LOSE})
WITHIN = (Fault.CUT, Fault.RESET, Fault.SLOW, Fault.LATE, Fault.DUPLICATE, Fault.REORDER, Fault.FLIP, Fault.LOSE)
BETWEEN = (Fault.CUT, Fault.RESET, Fault.SLOW, Fault.LOSE, Fault.DUPLICATE, Fault.REORDER, Fault.TWIN, Fault.REPLAY)


@dataclass(frozen=True, slots=True)
class Hit:
    """One fault to come: what, at which bytes, of the exchange of a rank (from 0) among those of its kind."""

    fault: Fault
    exchange: Exchange
    place: Place
    rank: int = 0

    def __str__(self) -> str:
        return f"{self.fault} / {self.exchange} / {self.place}"


def cells() -> list[Hit]:
    """Every fault at every class of byte of every exchange; the reply to a chunk has no body."""
    places = [*OF_REQUEST, *OF_REPLY]
    within = [
        Hit(fault, exchange, place)
        for fault in WITHIN
        for exchange in Exchange
        for place in places
        if (exchange, place) != (Exchange.CHUNK, Place.REPLY_BODY)
    ]
    return within + [Hit(fault, exchange, Place.BETWEEN) for fault in BETWEEN for exchange in Exchange]


def exchange_of(request: bytes) -> Exchange | None:
    """The exchange that a request opens, or None for what is no part of a deposit."""
    method, _, path = request[:200].partition(b" ")
    if b"/missions/" not in path:
        return None
    return {b"POST": Exchange.ANNOUNCE, b"PATCH": Exchange.CHUNK, b"PUT": Exchange.DOCUMENT}.get(method)


def whole_length(buffer: bytes, *, reply: bool) -> int | None:
    """Bytes of the first message of a buffer; None while it is not whole, or when only the end of the line ends it."""
    head_end = buffer.find(b"\r\n\r\n") + 4
    if head_end == 3:
        return None
    for line in buffer[:head_end].lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = head_end + int(line.partition(b":")[2])
            return length if len(buffer) >= length else None
    no_body = not reply or buffer[9:12] == b"204"
    return head_end if no_body else None


def span(message: bytes, place: Place) -> range:
    """Ranks of the bytes of a class in a request or a reply."""
    line_end, head_end = message.find(b"\r\n") + 2, message.find(b"\r\n\r\n") + 4
    size = len(message) - head_end
    third = max(1, size // 3)
    spans = {
        Place.REQUEST_LINE: range(line_end),
        Place.REPLY_STATUS: range(line_end),
        Place.REQUEST_HEADERS: range(line_end, head_end),
        Place.REPLY_HEADERS: range(line_end, head_end),
        Place.BODY_START: range(head_end, head_end + third),
        Place.BODY_MIDDLE: range(head_end + third, head_end + max(2 * third, third + 1)),
        Place.BODY_END: range(max(head_end, len(message) - third), len(message)),
        Place.REPLY_BODY: range(head_end, len(message)),
    }
    found = range(len(message))[spans[place].start : spans[place].stop]
    return found or range(len(message) - 1, len(message))


def spoilt(message: bytes, fault: Fault, place: Place, random: Random) -> bytes:
    """The message once a fault has altered some bytes of a class."""
    start = random.choice(span(message, place))
    length = random.randint(1, min(_LONGEST_SLICE, max(1, len(message) - start)))
    before, slice_, after = message[:start], message[start : start + length], message[start + length :]
    if fault is Fault.FLIP:
        return before + bytes([message[start] ^ 1 << random.randrange(8)]) + message[start + 1 :]
    if fault is Fault.DUPLICATE:
        return before + slice_ + slice_ + after
    if fault is Fault.REORDER:
        return before + after[:length] + slice_ + after[length:]
    return before + after
