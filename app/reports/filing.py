"""Writes what ReportLab painted into a compact file: small objects packed in compressed streams, found by a compressed table.

ReportLab writes each object apart; a tagged document has thousands of small ones. Source: ISO 32000-1, 7.5.7 and 7.5.8.
"""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_END_OF_STREAM = b"endstream\n"
_PACK = 100
"""Objects of a packed stream; a reader unpacks it whole to find one of them."""

_FREE, _PLACED, _PACKED = 0, 1, 2
"""Kinds of entries of the table."""


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object of the file in the words of the format; it may be worded after others refer to it."""

    def __init__(self, words: bytes = b"") -> None:
        self.words = words

    def format(self, _document: object) -> bytes:
        """Its words."""
        return self.words


def referred(document: Any, made: Raw) -> bytes:
    """Adds an object to the file, once; how others refer to it."""
    document.Reference(made)
    return b"%d 0 R" % document.objectcounter


def text(words: str) -> bytes:
    """A text in the words of the format. Source: ISO 32000-1, 7.9.2.2."""
    if words.isascii() and words.isprintable():
        return b"(%s)" % words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().encode()


def stream(data: bytes, entries: bytes = b"", *, compressed: bool = True) -> Raw:
    """A stream of bytes.

    Args:
        data: What it holds.
        entries: Entries of its dictionary besides its length.
        compressed: Whether it is compressed in the file.
    """
    written = zlib.compress(data) if compressed else data
    entries += b"/Filter/FlateDecode" if compressed else b""
    return Raw(b"<<%s/Length %d>>\nstream\n%s%s" % (entries, len(written), written, _END_OF_STREAM))


def file_of(document: Any, information: Raw) -> bytes:
    """The bytes of the file; the same document gives the same bytes.

    Args:
        document: Document of a canvas whose pages are all shown, with the fonts and the outline that they ask for.
        information: Its information dictionary.
    """
    roots = b"/Info %s/Root " % referred(document, information)
    roots += pdfdoc.format(document.Reference(document.Catalog), document)
    file = _File()
    for number, words in _objects(document):
        file.add(number, words)
    return file.closed(roots)


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """Each object with its number; telling one may bring others."""
    number = 1
    while number in document.numberToId:
        made = document.idToObject[document.numberToId[number]]
        yield number, pdfdoc.format(made, document, toplevel=1)
        number += 1


class _File:
    """A file as it grows."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._small: list[tuple[int, bytes]] = []
        self._entries: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65_535)}

    def add(self, number: int, words: bytes) -> None:
        """Adds an object: a stream at its place, another one among the packed ones."""
        if words.endswith(_END_OF_STREAM):
            self._place(number, words.removesuffix(_END_OF_STREAM) + b"\nendstream")
            return
        self._small.append((number, words))
        self._entries[number] = (_PACKED, 0, 0)

    def closed(self, roots: bytes) -> bytes:
        """The bytes of the file. Its name is drawn from its content."""
        for start in range(0, len(self._small), _PACK):
            self._pack(self._small[start : start + _PACK])
        name = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32].encode()
        number, place = len(self._entries), self._length
        self._entries[number] = (_PLACED, place, 0)
        table = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + rank.to_bytes(2, "big")
            for _, (kind, where, rank) in sorted(self._entries.items())
        )
        facts = b"/Type/XRef/W[1 4 2]/Size %d%s/ID[<%s><%s>]" % (len(self._entries), roots, name, name)
        del self._entries[number]
        self.add(number, stream(table, facts).words)
        return b"%sstartxref\n%d\n%%%%EOF\n" % (b"".join(self._parts), place)

    def _place(self, number: int, words: bytes) -> None:
        part = b"%d 0 obj\n%s\nendobj\n" % (number, words)
        self._entries[number] = (_PLACED, self._length, 0)
        self._length += len(part)
        self._parts.append(part)

    def _pack(self, group: Sequence[tuple[int, bytes]]) -> None:
        number = len(self._entries)
        starts, place = [], 0
        for rank, (packed, words) in enumerate(group):
            self._entries[packed] = (_PACKED, number, rank)
            starts.append(b"%d %d" % (packed, place))
            place += len(words) + 1
        head = b" ".join(starts) + b"\n"
        facts = b"/Type/ObjStm/N %d/First %d" % (len(group), len(head))
        self.add(number, stream(head + b"\n".join(words for _, words in group), facts).words)
